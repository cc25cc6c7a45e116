//! When the rules of rising and supervision look at a case again. Written by the transaction that gives them something to look
//! at, so that nothing is missed whenever the process dies.

use domain::{
    case::CaseKind,
    lifecycle::{Event, Fact},
};
use jiff::Timestamp;
use kernel::{CaseId, Fault};
use store::{Tx, params};

/// Facts that may make a case rise though they move no clock.
const SIGNS: &[&str] = &[
    "petition.rated",
    "petition.claim_confirmed",
    "petition.followed_up",
    "petition.reopened",
    "petition.hop_limit_reached",
    "petition.clock_overdue",
    "petition.brought_down",
    "order.rated",
    "order.followed_up",
    "order.reworked",
    "order.clock_overdue",
    "order.brought_down",
    "find.clock_overdue",
    "suggestion.clock_overdue",
    "review.clock_overdue",
    "supervision.issued",
    "supervision.clock_overdue",
    "supervision.judged",
    "supervision.verified",
    "supervision.dropped",
    "supervision.delisted",
];

/// Kinds that the rules look at.
const WATCHED: &[CaseKind] = &[
    CaseKind::Petition,
    CaseKind::WorkOrder,
    CaseKind::Supervision,
    CaseKind::Find,
    CaseKind::Suggestion,
    CaseKind::Review,
];

/// Asks for a look when these events give a reason for one.
pub(super) fn note<F: Fact>(
    tx: &mut Tx,
    region: &str,
    case: CaseId,
    kind: CaseKind,
    at: Timestamp,
    mut events: impl Iterator<Item = Event<F>>,
) -> Result<(), Fault> {
    let concerns = |event: Event<F>| !event.clocks.is_empty() || SIGNS.contains(&event.fact.kind());
    if WATCHED.contains(&kind) && events.any(concerns) { look_at(tx, region, case, kind, at) } else { Ok(()) }
}

/// The rules look at the case at `at`.
pub(crate) fn look_at(tx: &mut Tx, region: &str, case: CaseId, kind: CaseKind, at: Timestamp) -> Result<(), Fault> {
    let sql = "INSERT INTO watch (region, case_id, kind, at) VALUES ($1, $2, $3, $4)
               ON CONFLICT (region, case_id) DO UPDATE SET at = excluded.at";
    tx.execute(sql, params![region, case, kind.name(), at]).map(drop)
}

/// Nothing is to come.
pub(crate) fn forget(tx: &mut Tx, region: &str, case: CaseId) -> Result<(), Fault> {
    tx.execute("DELETE FROM watch WHERE region = $1 AND case_id = $2", params![region, case]).map(drop)
}
