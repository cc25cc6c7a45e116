//! Divisions, organisations and staff: small tables, taken in one go.

use std::{
    fs::File,
    io::{BufReader, Write as _},
    path::PathBuf,
    sync::Arc,
};

use anyhow::{Context as _, Result};
use domain::access::{self, Subject, actions};
use kernel::{Ctx, DivisionCode, Locale, Message, Refusal};
use services::{
    auth::Cost,
    divisions,
    network::{self, SheetKind},
    organisation::{ImportReport, RowError, Sheet, import_units},
    people::{apply_staff, plan_staff},
};

use crate::{config::Common, house::House, say};

/// The arguments of the small tables.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct TableArgs {
    #[command(flatten)]
    common: Common,
    /// The table
    file: PathBuf,
    /// Nothing outside of this division is touched; everything may be unless given (divisions), 15 (the others)
    #[arg(long, value_name = "CODE")]
    within: Option<String>,
    /// Try everything, keep nothing (not for divisions)
    #[arg(long)]
    dry_run: bool,
}

impl TableArgs {
    fn place(&self, locale: Locale) -> Result<DivisionCode> {
        let code = self.within.as_deref().unwrap_or("15");
        DivisionCode::parse(code).map_err(|refusal| say::refusals(&[refusal], locale))
    }

    fn sheet(&self, locale: Locale) -> Result<Sheet> {
        let bytes = std::fs::read(&self.file).with_context(|| self.file.display().to_string())?;
        Sheet::read(&bytes).map_err(|refusal| say::refusals(&[refusal], locale))
    }
}

/// Imports the division tree with the names people use.
///
/// # Errors
/// When the file is no such table.
pub(super) fn divisions(args: &TableArgs) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let places: Vec<DivisionCode> =
        if args.within.is_some() { vec![args.place(locale)?] } else { divisions::regions().collect() };
    let permits = places
        .iter()
        .map(|place| access::permit::<actions::AdminDivisions>(&Subject::System, place))
        .collect::<Result<Vec<_>, Refusal>>()
        .map_err(|refusal| say::refusals(&[refusal], locale))?;
    let file = File::open(&args.file).with_context(|| args.file.display().to_string())?;
    let report = divisions::import_divisions(&house.store, &permits, BufReader::new(file))
        .map_err(|error| say::error(error, locale))?;
    // Names that people use are known for Inner Mongolia only; elsewhere there is none of them to refuse.
    if let Some(permit) = permits.into_iter().find(|permit| permit.place().as_str().starts_with("15")) {
        house
            .store
            .write_blocking(move |tx| divisions::import_aliases(tx, &permit, divisions::COMMON_ALIASES.as_bytes()))
            .map_err(|error| say::error(error, locale))?;
    }
    house.store.close();
    list_errors(&report.errors, locale)?;
    let done = Message::new("cli-import-divisions")
        .with("rows", report.rows)
        .with("divisions", report.divisions)
        .with("changed", report.changed)
        .with("errors", report.errors.len());
    writeln!(std::io::stdout(), "{}", done.say(locale))?;
    Ok(())
}

/// Imports organisations.
///
/// # Errors
/// When the file is no such table.
pub(super) fn units(args: &TableArgs) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let (place, sheet, dry_run) = (args.place(locale)?, args.sheet(locale)?, args.dry_run);
    let clock = Arc::clone(&house.clock);
    let report = house.store.write_blocking(move |tx| {
        let permit = access::permit::<actions::AdminUnits>(&Subject::System, &place)?;
        import_units(tx, &Ctx::system(&*clock), &permit, &sheet, dry_run)
    });
    let report = report.map_err(|error| say::error(error, locale))?;
    house.store.close();
    tell(&report, locale)
}

/// Imports one of the three sheets of the agency network.
///
/// # Errors
/// When the file is no such table.
pub(super) fn network(args: &TableArgs, kind: SheetKind) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let (place, sheet, dry_run) = (args.place(locale)?, args.sheet(locale)?, args.dry_run);
    let clock = Arc::clone(&house.clock);
    let report = house.store.write_blocking(move |tx| {
        let units = access::permit::<actions::AdminUnits>(&Subject::System, &place)?;
        let staff = access::permit::<actions::AdminStaff>(&Subject::System, &place)?;
        network::import(tx, &Ctx::system(&*clock), (&units, &staff), kind, &sheet, dry_run)
    });
    let report = report.map_err(|error| say::error(error, locale))?;
    house.store.close();
    tell(&report, locale)
}

/// Imports staff; passwords that were made are shown once.
///
/// # Errors
/// When the file is no such table.
pub(super) fn staff(args: &TableArgs) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let place = args.place(locale)?;
    let plan =
        plan_staff(args.sheet(locale)?, &house.ctx(), Cost::STRONG).map_err(|error| say::error(error, locale))?;
    let (clock, dry_run) = (Arc::clone(&house.clock), args.dry_run);
    let done = house.store.write_blocking(move |tx| {
        let permit = access::permit::<actions::AdminStaff>(&Subject::System, &place)?;
        apply_staff(tx, &Ctx::system(&*clock), &permit, &plan, dry_run)
    });
    let (report, made) = done.map_err(|error| say::error(error, locale))?;
    house.store.close();
    for initial in made.iter().filter(|_| !dry_run) {
        writeln!(std::io::stdout(), "{}\t{}", initial.login, initial.password.reveal())?;
    }
    tell(&report, locale)
}

fn tell(report: &ImportReport, locale: Locale) -> Result<()> {
    list_errors(&report.errors, locale)?;
    let done = Message::new("cli-import-units")
        .with("rows", report.rows)
        .with("created", report.created)
        .with("updated", report.updated)
        .with("unchanged", report.unchanged)
        .with("errors", report.errors.len());
    writeln!(std::io::stdout(), "{}", done.say(locale))?;
    if report.dry_run {
        writeln!(std::io::stdout(), "{}", say::say(locale, "cli-import-dry"))?;
    }
    Ok(())
}

fn list_errors(errors: &[RowError], locale: Locale) -> Result<()> {
    let mut out = std::io::stderr();
    for error in errors {
        let message = say::refusal(&error.refusal, locale);
        let line = Message::new("cli-import-line").with("line", error.line).with("message", message);
        writeln!(out, "{}", line.say(locale))?;
    }
    Ok(())
}
