//! `lianxin ledger`: a ledger as XLSX, as a member of staff may take it out, on record in her name.

use std::{fs::File, io::Write as _, path::PathBuf};

use anyhow::{Context as _, Result, bail};
use jiff::civil::Date;
use kernel::{DivisionCode, Message, Refusal};
use services::{
    Error,
    ledger::{self, Asked, Ledger},
};

use crate::{config::Common, house::House, say};

/// The arguments of `lianxin ledger`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct LedgerArgs {
    #[command(flatten)]
    common: Common,
    /// Which: register, dispatch, overdue, raised, follow-up, find, agency, supervision, letters
    name: String,
    /// The XLSX file to write
    file: PathBuf,
    /// The first day, as 2026-01-01
    #[arg(long, value_name = "DAY")]
    from: Date,
    /// The last day
    #[arg(long, value_name = "DAY")]
    to: Date,
    /// The division
    #[arg(long, value_name = "CODE")]
    within: String,
    /// Whose leave is used: a login name. What she may not read is not in it, and the record says that she took it out
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

/// Writes a ledger.
///
/// # Errors
/// When she may not take it out, or the database or the file fails.
pub(crate) fn run(args: &LedgerArgs) -> Result<()> {
    let config = args.common.read()?;
    let locale = config.locale;
    let name = args.name.to_uppercase().replace('-', "_");
    let Some(ledger) = Ledger::parse(&name) else {
        let known: Vec<String> = Ledger::ALL.iter().map(|one| one.name().to_lowercase().replace('_', "-")).collect();
        bail!("{}: {}", args.name, known.join(", "));
    };
    let refused = |refusal: Refusal| say::refusals(&[refusal], locale);
    let division = DivisionCode::parse(&args.within).map_err(refused)?;
    let asked = Asked { ledger, from: args.from, to: args.to, division };
    let house = House::open(config)?;
    let (ctx, login, press) = (house.ctx(), args.login.clone(), house.press());
    let taken = house.store.write_blocking(move |tx| {
        let subject = ledger::staff(tx, &ctx, &login)?;
        let taken = ledger::take(tx, &ctx, &subject, asked.clone())?;
        Ok::<_, Error>((subject, taken))
    });
    let (subject, taken) = match taken {
        Ok(taken) => taken,
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(Error::Refused(refusal)) => return Err(refused(refusal)),
        Err(Error::Invalid(refusals)) => return Err(say::refusals(&refusals, locale)),
    };
    let ctx = house.ctx();
    let written = house.store.read_blocking(move |tx| ledger::write(tx, &ctx, &subject, &taken, locale, &*press));
    let mut written: File = match written {
        Ok(file) => file,
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(_) => return Err(refused(Refusal::not_permitted())),
    };
    house.store.close();
    let mut file = File::create(&args.file).with_context(|| args.file.display().to_string())?;
    std::io::copy(&mut written, &mut file).with_context(|| args.file.display().to_string())?;
    let told = Message::new("cli-ledger-done").with("ledger", ledger.key()).with("file", args.file.display());
    writeln!(std::io::stdout(), "{}", told.say(locale))?;
    Ok(())
}
