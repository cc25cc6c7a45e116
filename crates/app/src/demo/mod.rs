//! `lianxin demo`: a made-up jurisdiction on the real division tree, a year of invented matters, and the doors open.
//!
//! Divisions are facts. Every person, telephone number and matter is invented, and says so.

mod cast;
mod dice;
mod made;
mod morning;
mod place;
mod plan;
mod play;
mod rules;
mod scene;
mod script;
mod texts;

use std::{io::Write as _, net::SocketAddr, path::PathBuf};

use anyhow::{Context as _, Result};
use kernel::{DivisionCode, Locale, Message};
use store::DatabaseUrl;

use self::made::Made;
use crate::{
    config::{Common, Log},
    house::House,
    serve,
};

/// The password of everybody in the demo.
const PASSWORD: &str = "caoyuan-2026";

/// The arguments of `lianxin demo`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct DemoArgs {
    /// Where it is served, on this machine only
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Another seed, another year
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Make it anew
    #[arg(long)]
    fresh: bool,
    /// Make it and end
    #[arg(long)]
    no_serve: bool,
    /// The folder of the demo
    #[arg(long, value_name = "DIR", default_value = "demo-data")]
    dir: PathBuf,
    /// zh or en; $LANG
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// Show the style guide
    #[arg(long, hide = true)]
    development: bool,
}

/// Makes the demo unless it is there, and serves it.
///
/// # Errors
/// When it cannot be made or the port is taken.
pub(crate) fn run(args: &DemoArgs) -> Result<()> {
    serve::start_log(Log::Text);
    let house = ready(args)?;
    print_sign_ins(args.port, house.config.locale)?;
    if args.no_serve {
        house.store.close();
        return Ok(());
    }
    serve::serve(house, || Ok(()))
}

/// The demo as it is there, or made. One that was made on another day has aged; it is made anew when nobody has done
/// anything in it, and kept when somebody has.
fn ready(args: &DemoArgs) -> Result<House> {
    let known = Made::read(&args.dir)?.filter(|_| !args.fresh);
    if let Some(known) = known {
        let house = open(args)?;
        let (locale, today) = (house.config.locale, house.ctx().today());
        let verdict = known.verdict(args.seed, today, &made::deeds(&house.store)?);
        if let Some(key) = verdict.key() {
            let line = Message::new(key).with("day", known.day).with("seed", known.seed).say(locale);
            writeln!(std::io::stdout().lock(), "{line}")?;
        }
        if !verdict.is_to_be_made() {
            return Ok(house);
        }
        house.store.close();
    }
    clear(&args.dir)?;
    let house = open(args)?;
    make(&house, args.seed)?;
    Made { seed: args.seed, day: house.ctx().today(), deeds: made::deeds(&house.store)? }.write(&args.dir)?;
    Ok(house)
}

/// Removes an older demo; only what a demo makes.
fn clear(dir: &std::path::Path) -> Result<()> {
    for name in [made::FILE, "lianxin.db", "lianxin.db-wal", "lianxin.db-shm", "lianxin.db.keys"] {
        let path = dir.join(name);
        if path.exists() {
            std::fs::remove_file(&path).with_context(|| path.display().to_string())?;
        }
    }
    let files = dir.join("files");
    if files.exists() {
        std::fs::remove_dir_all(&files).with_context(|| files.display().to_string())?;
    }
    Ok(())
}

fn open(args: &DemoArgs) -> Result<House> {
    let common = Common { lang: args.lang.clone(), ..Common::default() };
    let mut config = Common { config: Some(PathBuf::from("/dev/null")), ..common }.read()?;
    config.database = DatabaseUrl::Sqlite(args.dir.join("lianxin.db"));
    config.keys = args.dir.join("lianxin.db.keys");
    config.data.clone_from(&args.dir);
    config.listen = SocketAddr::from(([127, 0, 0, 1], args.port));
    config.admin = None;
    config.web.secure_cookies = false;
    config.web.development = args.development;
    config.web.place = place::portal();
    config.web.home = DivisionCode::parse(place::BANNER).ok();
    config.web.demo_sign_ins =
        cast::SIGN_INS.iter().map(|one| (one.who.to_owned(), one.login.to_owned(), PASSWORD.to_owned())).collect();
    House::open(config)
}

fn make(house: &House, seed: u64) -> Result<()> {
    let locale = house.config.locale;
    let now = house.clock.now();
    let begin = place::beginning(now);
    let place = place::make(&house.store, begin, seed).map_err(|error| crate::say::error(error, locale))?;
    let cast = cast::make(&house.store, &place, begin, seed).map_err(|error| crate::say::error(error, locale))?;
    rules::make(&house.store, &house.kit, &place, begin, seed).map_err(|error| crate::say::error(error, locale))?;
    rules::answer(&house.store, &house.kit, &place, now, seed).map_err(|error| crate::say::error(error, locale))?;
    let bar = crate::progress::bar(366, &crate::say::say(locale, "cli-demo-playing"));
    let year = play::play(&house.store, &house.kit, place, cast, now, seed, |day| {
        bar.set_position(day.unsigned_abs());
    })
    .map_err(|error| crate::say::error(error, locale))?;
    bar.finish_and_clear();
    for (what, times) in &year.refused {
        tracing::debug!(what, times, "refused");
    }
    let refused: usize = year.refused.values().sum();
    tracing::info!(matters = year.matters, steps = year.done, refused, "the year was played");
    Ok(())
}

fn print_sign_ins(port: u16, locale: Locale) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let line = |key: &str| Message::new(key).with("port", port).with("password", PASSWORD).say(locale);
    writeln!(out, "{}", line("cli-demo-served"))?;
    writeln!(out, "{}", line("cli-demo-sign-ins"))?;
    for sign_in in cast::SIGN_INS {
        writeln!(out, "  {:<14} {}", sign_in.login, sign_in.who)?;
    }
    writeln!(out, "{}", line("cli-demo-invented"))?;
    Ok(())
}
