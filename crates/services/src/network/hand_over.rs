//! 移交: everything an agent has in hand goes to a named successor in one transaction, one event a case.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{ArrangeAgents, HandOver as MayHandOver},
    },
    case::CaseKind,
    network::{HandOver, Handed},
    petition::Petition,
    proactive::Find,
    work_order::WorkOrder,
};
use kernel::{CaseId, Ctx, Fault, Refusal, Text, UserId};
use store::{Tx, params};

use super::agent::find;
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed, Listed},
};

/// What was handed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Handing {
    /// Petitions in which the agent stood beside somebody.
    pub petitions: usize,
    /// Work orders that the agent was doing.
    pub orders: usize,
    /// Finds that the agent saw to.
    pub finds: usize,
}

/// How many open matters `user` has in hand, as agent or as handler.
///
/// # Errors
/// When the database fails.
pub fn in_hand(tx: &mut Tx, user: UserId) -> Result<i64, Fault> {
    // Two questions, so that each has its index.
    let agent: i64 =
        tx.query_one("SELECT count(*) FROM matter WHERE agent_id = $1 AND NOT is_over", params![user], |row| {
            row.get(0)
        })?;
    let handler: i64 = tx.query_one(
        "SELECT count(*) FROM matter WHERE handler_id = $1 AND NOT is_over AND (agent_id IS NULL OR agent_id <> $1)",
        params![user],
        |row| row.get(0),
    )?;
    Ok(agent + handler)
}

/// Hands everything that `from` has in hand as an agent to `to`. The petitioner reads on her page who it is now; the old one's
/// access to these matters ends with this transaction.
///
/// # Errors
/// `agent-unknown`, `hand-over-inactive` (the successor is no agent), `not-permitted`, `hand-over-elsewhere` (a matter outside
/// her jurisdiction: nothing is handed over), or what a matter refuses, by its number.
pub fn hand_over(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    permit: &Permit<ArrangeAgents>,
    (from, to): (UserId, UserId),
    reason: &Text<500>,
) -> Result<Handing, Error> {
    let old = find(tx, ctx, from)?.ok_or_else(|| Refusal::invalid("agent", "agent-unknown").with("name", ""))?;
    permit.within(&old.division)?;
    let successor = find(tx, ctx, to)?.ok_or_else(|| Refusal::invalid("to", "hand-over-inactive"))?;
    permit.within(&successor.division)?;
    let official = successor.file.as_ref().is_some_and(|file| file.official);
    let hand_over = HandOver { from, to, station: successor.org, official, reason: reason.clone() };
    let (mut done, mut elsewhere) = (Handing::default(), 0);
    for (region, id, kind) in cases(tx, from)? {
        let moved = match kind {
            CaseKind::Petition => one::<Petition>(tx, kit, ctx, subject, (&region, id), &hand_over)?,
            CaseKind::WorkOrder => one::<WorkOrder>(tx, kit, ctx, subject, (&region, id), &hand_over)?,
            CaseKind::Find => one::<Find>(tx, kit, ctx, subject, (&region, id), &hand_over)?,
            CaseKind::Obstruction
            | CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Suggestion
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow => Some(false),
        };
        match (moved, kind) {
            (None, _) => elsewhere += 1,
            (Some(true), CaseKind::Petition) => done.petitions += 1,
            (Some(true), CaseKind::Find) => done.finds += 1,
            (Some(true), _) => done.orders += 1,
            (Some(false), _) => {}
        }
    }
    if elsewhere > 0 {
        return Err(Refusal::rule("hand-over-elsewhere", "3.3", "").with("count", elsewhere).into());
    }
    Ok(done)
}

fn cases(tx: &mut Tx, from: UserId) -> Result<Vec<(String, CaseId, CaseKind)>, Fault> {
    let sql = "SELECT region, id, kind FROM matter WHERE agent_id = $1 AND NOT is_over
               UNION SELECT region, id, kind FROM matter WHERE handler_id = $1 AND NOT is_over AND kind = 'WORK_ORDER'
               ORDER BY 1, 2";
    tx.query(sql, params![from], |row| Ok((row.get(0)?, row.get(1)?, row.parse(2, CaseKind::parse)?)))
}

/// `None`: she may not move this one.
fn one<A: Listed + Handed>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (region, id): (&str, CaseId),
    hand_over: &HandOver,
) -> Result<Option<bool>, Error> {
    let Some(loaded) = matter::load_to_change::<A>(tx, region, id)? else { return Ok(Some(false)) };
    let Ok(permit) = access::permit::<MayHandOver>(subject, &loaded.row.facts) else { return Ok(None) };
    let events = loaded.state.hand_over(hand_over)?;
    let moved = !events.is_empty();
    let terms = kit.terms(&loaded.row.facts.division, kernel::beijing_date(loaded.row.registered_at));
    let deed = Deed { actor: permit.actor(), at: ctx.now(), clocks: terms.clocks() };
    matter::record(tx, loaded, events, deed)?;
    Ok(Some(moved))
}
