//! How long the sweeper takes when many clocks fall due in the same minute, how long it holds the writer at a time, and whether
//! each clock was said exactly once, also after the process was killed in the middle: fill, sweep (kill it), sweep again.

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use clap::{Args, ValueEnum};
use domain::case::CaseKind;
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, Fault, FixedClock};
use serde::Serialize;
use services::{
    Error, jobs, oversight,
    petition::{self, By, Door},
};
use store::{Tx, params};

use super::{
    figures::{peak_mb, percentile, round},
    world::{World, form},
};

/// How many, where, and which part of it.
#[derive(Debug, Clone, Args)]
pub(crate) struct SweepArgs {
    /// A database URL; without one a temporary embedded database.
    #[arg(long)]
    database: Option<String>,
    /// Clocks that fall due in the same minute.
    #[arg(long, default_value_t = 100_000)]
    clocks: usize,
    /// Clocks of one transaction, as the server does it.
    #[arg(long, default_value_t = jobs::SWEPT_AT_ONCE)]
    at_once: u32,
    /// Only put the matters in, or only sweep what is there: to kill it between and begin again. Needs a database of its own.
    #[arg(long, value_enum, default_value_t = Part::All)]
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    All,
    Fill,
    Sweep,
}

/// Matters of one transaction while filling.
const BATCH: usize = 1_000;
/// When they came: all in one minute, long enough ago that what they promised has run out.
const CAME: SignedDuration = SignedDuration::from_hours(24 * 200);

/// What came of it, as printed.
#[derive(Debug, Serialize)]
struct Outcome {
    engine: &'static str,
    /// Duty clocks that were due when the sweep began.
    due: usize,
    seconds: f64,
    per_second: f64,
    /// How long one transaction of the sweeper held the writer.
    p50_ms: f64,
    p99_ms: f64,
    /// Clocks still due and unsaid.
    missed: i64,
    /// Clocks whose running out was said more than once.
    twice: i64,
    /// Cases the rules' eye looked at afterwards, and how long that took.
    looked: usize,
    look_seconds: f64,
    peak_mb: u64,
}

pub(super) fn run(args: &SweepArgs) -> anyhow::Result<()> {
    anyhow::ensure!(args.part == Part::All || args.database.is_some(), "a part alone needs --database");
    let world = World::open(args.database.as_deref())?;
    if args.part != Part::Sweep {
        fill(&world, args.clocks)?;
    }
    if args.part != Part::Fill {
        let outcome = sweep(&world, args.at_once)?;
        writeln!(std::io::stdout(), "{}", serde_json::to_string(&outcome)?)?;
    }
    Ok(())
}

/// Registers matters of one minute until `clocks` duties are due by now.
fn fill(world: &World, clocks: usize) -> anyhow::Result<()> {
    let bar = crate::progress::bar(u64::try_from(clocks)?, "");
    let came = world.clock.now() - CAME;
    let mut born = 0_usize;
    loop {
        let (now, kit) = (world.clock.now(), world.kit.clone());
        let due = world.store.read_blocking(move |tx| due(tx, now))?;
        bar.set_position(u64::try_from(due)?);
        let wanted = clocks.saturating_sub(due);
        if wanted == 0 {
            break;
        }
        // Until the first is in, nobody knows how many duties a matter begins with.
        let each = due.checked_div(born).unwrap_or(1).max(1);
        let size = if born == 0 { 1 } else { wanted.div_ceil(each).min(BATCH) };
        let first = born;
        world.store.write_blocking(move |tx| -> Result<(), Error> {
            for i in first..first + size {
                let at = came + SignedDuration::from_millis(i64::try_from(i % 60_000).unwrap_or(0));
                let ctx = Ctx::system(&FixedClock::at(at));
                let new = form(i).parse(Door::Public, ctx.now())?;
                petition::register(tx, &kit, &ctx, &By::Petitioner, &new, None)?;
            }
            Ok(())
        })?;
        born += size;
        anyhow::ensure!(born <= 2 * clocks.max(10), "matters begin with no duty that is over");
    }
    bar.finish_and_clear();
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads the machine's clock")]
fn sweep(world: &World, at_once: u32) -> anyhow::Result<Outcome> {
    let now = world.clock.now();
    let due = world.store.read_blocking(move |tx| due(tx, now))?;
    let begun = Instant::now();
    let mut held: Vec<Duration> = vec![];
    loop {
        let (kit, started) = (world.kit.clone(), Instant::now());
        let swept =
            world.store.write_blocking(move |tx| jobs::sweep(tx, &kit, &Ctx::system(&FixedClock::at(now)), at_once))?;
        held.push(started.elapsed());
        if swept.is_done(at_once) {
            break;
        }
    }
    let took = begun.elapsed();
    let (looked, look_took) = look(world, now, at_once)?;
    held.sort_unstable();
    let (missed, twice) = world.store.read_blocking(move |tx| Ok::<_, Fault>((self::due(tx, now)?, twice(tx)?)))?;
    #[expect(clippy::cast_precision_loss, reason = "a count of clocks is far below 2^52")]
    let rate = due as f64 / took.as_secs_f64();
    Ok(Outcome {
        engine: world.store.engine(),
        due,
        seconds: round(took.as_secs_f64(), 2),
        per_second: round(rate, 0),
        p50_ms: percentile(&held, 50),
        p99_ms: percentile(&held, 99),
        missed: i64::try_from(missed)?,
        twice,
        looked,
        look_seconds: round(look_took.as_secs_f64(), 2),
        peak_mb: peak_mb(),
    })
}

/// What overdue clocks set in motion: the rules look at every case once.
#[expect(clippy::disallowed_methods, reason = "a measurement reads the machine's clock")]
fn look(world: &World, now: Timestamp, at_once: u32) -> anyhow::Result<(usize, Duration)> {
    let begun = Instant::now();
    let mut all = 0;
    loop {
        let kit = world.kit.clone();
        let looked = world
            .store
            .write_blocking(move |tx| oversight::look_due(tx, &kit, &Ctx::system(&FixedClock::at(now)), at_once))?;
        all += looked.looked;
        if looked.looked + looked.left < at_once as usize {
            return Ok((all, begun.elapsed()));
        }
    }
}

/// Duties due by `now` that nobody has said.
fn due(tx: &mut Tx, now: Timestamp) -> Result<usize, Fault> {
    let sql = "SELECT count(*) FROM clock WHERE running AND NOT marked AND NOT is_right AND due_at <= $1 AND kind = $2";
    let count: i64 = tx.query_one(sql, params![now, CaseKind::Petition.name()], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Events that say of a clock what another event of its case had said.
fn twice(tx: &mut Tx) -> Result<i64, Fault> {
    let sql = "SELECT count(*) - count(DISTINCT body) FROM event WHERE kind = 'petition.clock_overdue'";
    tx.query_one(sql, &[], |row| row.get(0))
}
