//! The clocks of a case as the sweeper sees them: only open ones have a row.

use domain::deadline::{Clock, ClockSet};
use kernel::{CaseId, Fault};
use store::{Tx, Value, params};

pub(crate) const COLUMNS: &[&str] = &[
    "region",
    "id",
    "case_id",
    "kind",
    "def",
    "due_at",
    "remind_at",
    "running",
    "is_right",
    "provisional",
    "marked",
    "reminded",
];

/// Brings the rows of `clocks` (those an event moved) up to date.
pub(super) fn write(
    tx: &mut Tx,
    region: &str,
    case: CaseId,
    kind: &'static str,
    clocks: &[Clock],
    set: &ClockSet,
) -> Result<(), Fault> {
    for clock in clocks.iter().filter(|clock| !clock.is_open()) {
        tx.execute("DELETE FROM clock WHERE region = $1 AND id = $2", params![region, clock.id])?;
    }
    let rows: Vec<Vec<Value>> =
        clocks.iter().filter(|clock| clock.is_open()).map(|clock| values(region, case, kind, clock, set)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    // An extended or recomputed clock may run out a second time, so `marked` begins anew with its new date.
    tx.insert_many_or(
        "clock",
        COLUMNS,
        &rows,
        "ON CONFLICT (region, id) DO UPDATE SET due_at = excluded.due_at, remind_at = excluded.remind_at, \
         running = excluded.running, provisional = excluded.provisional, marked = excluded.marked, reminded = excluded.reminded",
    )?;
    Ok(())
}

/// The row of an open clock, in the order of [`COLUMNS`]; what `verify` holds the stored row against.
pub(crate) fn values(region: &str, case: CaseId, kind: &'static str, clock: &Clock, set: &ClockSet) -> Vec<Value> {
    vec![
        region.into(),
        clock.id.into(),
        case.into(),
        kind.into(),
        clock.def.as_str().into(),
        clock.due_at.into(),
        clock.remind_at.into(),
        clock.is_running().into(),
        is_right(clock, set).into(),
        clock.provisional.into(),
        false.into(),
        false.into(),
    ]
}

/// Whether the clock measures a right or a possibility, which nobody can be late with, rather than a duty.
pub(super) fn is_right(clock: &Clock, set: &ClockSet) -> bool {
    set.get(clock.def.as_str()).is_some_and(|def| !def.is_duty())
}

/// The sweeper looks at this clock once more: what kept it from closing the procedure is settled.
pub(crate) fn unmark(tx: &mut Tx, region: &str, clock: kernel::ClockId) -> Result<(), Fault> {
    tx.execute("UPDATE clock SET marked = $3 WHERE region = $1 AND id = $2", params![region, clock, false]).map(drop)
}

/// The sweeper has said that this clock ran out; once.
pub(crate) fn mark(tx: &mut Tx, region: &str, clock: kernel::ClockId) -> Result<(), Fault> {
    tx.execute("UPDATE clock SET marked = $3 WHERE region = $1 AND id = $2", params![region, clock, true]).map(drop)
}
