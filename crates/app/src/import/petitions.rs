//! `lianxin import petitions`: in batches, with a progress bar, resumable at any moment.

use std::{
    fs::File,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, Result, anyhow, bail};
use domain::access::{self, Subject, actions};
use kernel::{Clock as _, Ctx, Digest, DivisionCode, Locale, Message, Sm3, SystemClock, SystemEntropy};
use services::{
    import::{self, Mapping, Report, RowError},
    import_petitions::{self as petitions, Batch, Office, Prepared, Run},
};

use crate::{
    config::Common,
    house::House,
    progress,
    say::{self, say},
};

/// Rows of one transaction: few enough not to hold the writer for long, many enough to be fast.
const BATCH: usize = 100;

/// The arguments of `lianxin import petitions`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct PetitionArgs {
    #[command(flatten)]
    common: Common,
    /// The table
    file: PathBuf,
    /// Which column means what (TOML); chosen by the columns unless given
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Where rows belong that name no division
    #[arg(long, value_name = "CODE")]
    division: Option<String>,
    /// Try everything, keep nothing
    #[arg(long)]
    dry_run: bool,
    /// Go on where an import was cut off; rows that are there are passed over with or without it
    #[arg(long)]
    resume: bool,
    /// At most so many rows
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// What was not taken and why, as a table
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Everything a batch needs.
struct Import<'a> {
    house: &'a House,
    run: Arc<Run>,
    office: Arc<Office>,
}

/// What the whole import did.
#[derive(Default)]
struct Total {
    rows: u64,
    imported: u64,
    answered: u64,
    skipped: u64,
    errors: u64,
}

/// Imports the file.
///
/// # Errors
/// When the file or mapping cannot be read, or the division is unknown. Rows that were not taken are told, not failed on.
pub(crate) fn run(args: &PetitionArgs) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let begun = SystemClock.now();
    let mapping = args.mapping.as_deref().map(|path| read_mapping(path, locale)).transpose()?;
    let division = division(args, mapping.as_ref(), locale)?;
    let run = Run { id: house.ctx().new_id(), file: digest(&args.file)?, division, dry_run: args.dry_run };
    let office = prepare(&house, &run)?;
    let import = Import { house: &house, run: Arc::new(run), office: Arc::new(office) };
    let mut report = args.report.as_deref().map(|path| Report::create(path, locale)).transpose()?;
    let total = import.all(args, mapping, &mut |errors| {
        let Some(report) = &mut report else { return Ok(()) };
        errors.iter().try_for_each(|error| report.add(error))
    })?;
    if let Some(report) = report {
        report.finish()?;
    }
    house.store.close();
    let seconds = SystemClock.now().duration_since(begun).as_secs_f64();
    tell(args, &total, seconds, locale)
}

fn read_mapping(path: &Path, locale: Locale) -> Result<Mapping> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Mapping::parse(&text).map_err(|refusal| say::refusals(&[refusal], locale))
}

/// The flag, or what the mapping says for every row.
fn division(args: &PetitionArgs, mapping: Option<&Mapping>, locale: Locale) -> Result<DivisionCode> {
    let constant = mapping.and_then(|mapping| mapping.constants.division.clone());
    let Some(code) = args.division.clone().or(constant) else { bail!(say(locale, "cli-import-division-missing")) };
    DivisionCode::parse(&code).map_err(|refusal| say::refusals(&[refusal], locale))
}

/// Names the file in the event log, whatever it is called.
fn digest(path: &Path) -> Result<Digest> {
    let mut file = File::open(path).with_context(|| path.display().to_string())?;
    let (mut hash, mut block) = (Sm3::new(), vec![]);
    // Blocks of one size, however much a single read gives: the digest is the file's.
    while (&mut file).take(1 << 16).read_to_end(&mut block)? > 0 {
        hash = hash.field(&block);
        block.clear();
    }
    Ok(hash.finish())
}

fn prepare(house: &House, run: &Run) -> Result<Office> {
    let (clock, division) = (Arc::clone(&house.clock), run.division.clone());
    let made = house.store.write_blocking(move |tx| petitions::prepare(tx, &Ctx::system(&*clock), &division));
    made.map_err(|error| say::error(error, house.config.locale))
}

impl Import<'_> {
    fn all(
        &self,
        args: &PetitionArgs,
        mapping: Option<Mapping>,
        keep: &mut dyn FnMut(&[RowError]) -> Result<(), kernel::Fault>,
    ) -> Result<Total> {
        let locale = self.house.config.locale;
        let mut rows = import::read(&args.file, mapping, SystemClock.now()).map_err(|error| match error {
            import::ImportError::Refused(refusal) => say::refusals(&[refusal], locale),
            import::ImportError::Fault(fault) => anyhow!(fault),
        })?;
        let bar = progress::spinner(&say(locale, "cli-import-reading"));
        let (mut total, mut batch) = (Total::default(), vec![]);
        let mut book = |total: &mut Total, done: Batch| {
            total.imported += done.imported;
            total.answered += done.answered;
            total.skipped += done.skipped;
            total.errors += done.errors.len() as u64;
            bar.set_position(total.rows);
            keep(&done.errors)
        };
        while args.limit.is_none_or(|limit| total.rows < limit) {
            let Some(row) = rows.next_row()? else { break };
            total.rows += 1;
            match row.and_then(|row| Prepared::new(row, &self.run)) {
                Ok(row) => batch.push(row),
                Err(errors) => book(&mut total, Batch { errors, ..Batch::default() })?,
            }
            if batch.len() == BATCH {
                book(&mut total, self.write(std::mem::take(&mut batch))?)?;
            }
        }
        book(&mut total, self.write(batch)?)?;
        bar.finish_and_clear();
        Ok(total)
    }

    fn write(&self, rows: Vec<Prepared>) -> Result<Batch> {
        if rows.is_empty() {
            return Ok(Batch::default());
        }
        let (kit, clock) = (self.house.kit.clone(), Arc::clone(&self.house.clock));
        let (run, office) = (Arc::clone(&self.run), Arc::clone(&self.office));
        let written = self.house.store.write_blocking(move |tx| {
            let permit = access::permit::<actions::ImportMatters>(&Subject::System, &run.division)?;
            let at = |moment| Ctx::new(moment, Box::new(SystemEntropy));
            petitions::import(tx, &kit, &Ctx::system(&*clock), &at, &permit, &run, &office, &rows)
        });
        written.map_err(|error| say::error(error, self.house.config.locale))
    }
}

fn tell(args: &PetitionArgs, total: &Total, seconds: f64, locale: Locale) -> Result<()> {
    let mut out = std::io::stdout();
    let done = Message::new("cli-import-done")
        .with("rows", total.rows)
        .with("imported", total.imported)
        .with("answered", total.answered)
        .with("skipped", total.skipped)
        .with("errors", total.errors)
        .with("seconds", format!("{seconds:.1}"))
        .with("rate", format!("{:.0}", f64::from(u32::try_from(total.rows).unwrap_or(u32::MAX)) / seconds.max(0.001)))
        .with("memory", peak_memory().map_or_else(|| "?".into(), |kib| (kib / 1024).to_string()));
    writeln!(out, "{}", done.say(locale))?;
    if args.dry_run {
        writeln!(out, "{}", say(locale, "cli-import-dry"))?;
    }
    if let Some(report) = args.report.as_ref().filter(|_| total.errors > 0) {
        writeln!(out, "{}", Message::new("cli-import-report").with("file", report.display()).say(locale))?;
    }
    Ok(())
}

/// The most memory this process ever held, in KiB, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
