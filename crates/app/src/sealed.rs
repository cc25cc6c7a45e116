//! `lianxin sealed`: the key that reports of wrongdoing are sealed to. Both officers sit at the machine and each types her passphrase;
//! none is ever taken from an argument or the environment, and nothing secret is printed.

use std::{
    io::{BufRead as _, IsTerminal as _, Write as _},
    path::PathBuf,
    sync::Arc,
};

use anyhow::{Context as _, Result, anyhow};
use domain::{
    access::{self, Permit, Subject, actions},
    whistleblow::offices::SealedRules,
};
use kernel::{Ctx, DivisionCode, Locale, Message, Refusal, beijing_date};
use services::{
    Error,
    sealed::{self, KeyInfo},
    secrets::envelope::{self, Effort, NewKey, Passphrase},
};

use crate::{
    config::Common,
    house::House,
    say::{self, say},
};

/// What is done with the key.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum SealedCommand {
    /// Make the first key; two passphrases from the terminal, or two lines of standard input
    Init(Where),
    /// Put a new key in its place; the old one stays for reading
    Rotate(Where),
    /// Which keys there are, since when, and how much each closed
    Status(Where),
    /// Publish the offices that reports go to and the card, from a JSON file
    Offices(Offices),
}

/// For which division.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Where {
    #[command(flatten)]
    common: Common,
    /// Whose sealed officers: a division code
    #[arg(long, value_name = "CODE")]
    division: String,
}

/// The offices of a division.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Offices {
    #[command(flatten)]
    at: Where,
    /// The file; `-` prints those in force, to begin with
    file: PathBuf,
}

/// Does it.
///
/// # Errors
/// What a rule refuses, in the reader's language.
pub(crate) fn run(command: &SealedCommand) -> Result<()> {
    match command {
        SealedCommand::Init(at) => keep(at, false),
        SealedCommand::Rotate(at) => keep(at, true),
        SealedCommand::Status(at) => status(at),
        SealedCommand::Offices(args) => offices(args),
    }
}

fn place(at: &Where, locale: Locale) -> Result<DivisionCode> {
    DivisionCode::parse(&at.division).map_err(|refusal| say::refusals(&[refusal], locale))
}

fn keep(at: &Where, rotate: bool) -> Result<()> {
    let house = House::open(at.common.read()?)?;
    let locale = house.config.locale;
    let division = place(at, locale)?;
    let mut input = Typed::begin();
    let first = input.passphrase("first", "cli-sealed-first", locale)?;
    let second = input.passphrase("second", "cli-sealed-second", locale)?;
    writeln!(std::io::stderr(), "{}", say(locale, "cli-sealed-wait"))?;
    let made = envelope::make(&house.ctx(), [&first, &second], Effort::STRONG);
    let key: NewKey = made.map_err(|error| say::error(error, locale))?;
    let (clock, kept, place) = (Arc::clone(&house.clock), key.clone(), division.clone());
    let done: Result<(), Error> = house.store.write_blocking(move |tx| {
        let ctx = Ctx::system(&*clock);
        let permit: Permit<actions::KeepSealedKeys> = access::permit(&Subject::System, &place)?;
        if rotate { sealed::rotate(tx, &ctx, &permit, &kept) } else { sealed::init(tx, &ctx, &permit, &kept) }
    });
    done.map_err(|error| say::error(error, locale))?;
    house.store.close();
    let line = Message::new("cli-sealed-made").with("division", &division).with("key", key.sealing.id());
    writeln!(std::io::stdout(), "{}", line.say(locale))?;
    Ok(())
}

fn status(at: &Where) -> Result<()> {
    let house = House::open(at.common.read()?)?;
    let locale = house.config.locale;
    let division = place(at, locale)?;
    let asked = division.clone();
    let read: Result<Vec<KeyInfo>, Error> = house.store.read_blocking(move |tx| {
        let permit: Permit<actions::KeepSealedKeys> = access::permit(&Subject::System, &asked)?;
        Ok(sealed::status(tx, &permit)?)
    });
    let keys = read.map_err(|error| say::error(error, locale))?;
    let mut out = std::io::stdout().lock();
    if keys.is_empty() {
        writeln!(out, "{}", Message::new("cli-sealed-none").with("division", &division).say(locale))?;
    }
    for key in keys {
        let line = match key.retired_at {
            None => Message::new("cli-sealed-now"),
            Some(until) => Message::new("cli-sealed-old").with("until", beijing_date(until)),
        };
        let line = line.with("key", &key.id).with("since", beijing_date(key.made_at)).with("parts", key.parts);
        writeln!(out, "{}", line.say(locale))?;
    }
    drop(out);
    house.store.close();
    Ok(())
}

fn offices(args: &Offices) -> Result<()> {
    let house = House::open(args.at.common.read()?)?;
    let locale = house.config.locale;
    let division = place(&args.at, locale)?;
    if args.file.as_os_str() == "-" {
        let rules = house.kit.sealed_rules(&division, house.ctx().today());
        writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&*rules)?)?;
        return Ok(());
    }
    let text = std::fs::read_to_string(&args.file).with_context(|| args.file.display().to_string())?;
    let rules: SealedRules = serde_json::from_str(&text).with_context(|| args.file.display().to_string())?;
    let clock = Arc::clone(&house.clock);
    let done: Result<String, Error> = house.store.write_blocking(move |tx| {
        let permit: Permit<actions::AdminPractice> = access::permit(&Subject::System, &division)?;
        sealed::publish(tx, &Ctx::system(&*clock), &permit, rules.clone())
    });
    let version = done.map_err(|error| say::error(error, locale))?;
    house.store.close();
    writeln!(std::io::stdout(), "{}", Message::new("cli-sealed-offices").with("version", version).say(locale))?;
    Ok(())
}

/// What the two type: from the terminal, or a line each from what is piped in.
struct Typed {
    terminal: bool,
}

impl Typed {
    fn begin() -> Self {
        Self { terminal: std::io::stdin().is_terminal() }
    }

    /// One passphrase. At a terminal it is typed twice: what was mistyped once is lost for ever.
    fn passphrase(&mut self, field: &str, prompt: &str, locale: Locale) -> Result<Passphrase> {
        let said = |refusal: Refusal| say::refusals(&[refusal], locale);
        let typed = Passphrase::parse(field, &self.line(prompt, locale)?).map_err(said)?;
        if self.terminal {
            let again = Passphrase::parse(field, &self.line("cli-sealed-again", locale)?).map_err(said)?;
            if !typed.is(&again) {
                return Err(anyhow!(say(locale, "cli-sealed-differ")));
            }
        }
        Ok(typed)
    }

    fn line(&mut self, prompt: &str, locale: Locale) -> Result<zeroize::Zeroizing<String>> {
        if self.terminal {
            let mut out = std::io::stderr();
            write!(out, "{} ", say(locale, prompt))?;
            out.flush()?;
        }
        let mut line = zeroize::Zeroizing::new(String::new());
        let _quiet = self.terminal.then(Quiet::begin);
        std::io::stdin().lock().read_line(&mut line)?;
        if self.terminal {
            writeln!(std::io::stderr())?;
        }
        Ok(line)
    }
}

/// The terminal shows nothing while this lives. Where there is no `stty`, what is typed can be read on the screen.
struct Quiet;

impl Quiet {
    fn begin() -> Self {
        set_echo("-echo");
        Self
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        set_echo("echo");
    }
}

fn set_echo(word: &str) {
    // Without it the passphrase is seen by whoever stands behind; both officers are told to look around.
    let _without = std::process::Command::new("stty").arg(word).status();
}
