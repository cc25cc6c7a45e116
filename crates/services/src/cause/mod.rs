//! Saying what two like matters are to each other: one cause, or not one thing (B9, G2). Both keep their numbers, their clocks
//! and their own answers; the saying stands on both, as an event, and can be taken back.

pub use domain::cause::Said;
use domain::{
    access::{self, Subject, actions::LinkCause},
    case::CaseKind,
    cause::Comparable,
    petition::Petition,
    work_order::WorkOrder,
};
use kernel::{CaseId, Ctx, Fault, Refusal};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed, Listed, MatterRow},
};

/// Most matters one can speak of at once.
pub const MOST: usize = 50;

/// Says that every one of `others` has one cause with `id` (列为同一原因).
///
/// # Errors
/// `not-permitted` unless she may say so of all of them; `cause-itself`, `cause-none`, `cause-too-many`.
pub fn link(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId, others: &[CaseId]) -> Result<(), Error> {
    say(tx, kit, ctx, subject, id, others, Some(Said::SameCause))
}

/// Says that none of `others` is one thing with `id` (都不是一回事): they are not suggested to each other again.
///
/// # Errors
/// As [`link`].
pub fn tell_apart(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    others: &[CaseId],
) -> Result<(), Error> {
    say(tx, kit, ctx, subject, id, others, Some(Said::Different))
}

/// Takes back what was said about `id` and `others`.
///
/// # Errors
/// As [`link`].
pub fn take_back(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    others: &[CaseId],
) -> Result<(), Error> {
    say(tx, kit, ctx, subject, id, others, None)
}

fn say(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    others: &[CaseId],
    said: Option<Said>,
) -> Result<(), Error> {
    if others.is_empty() {
        return Err(Refusal::invalid("other", "cause-none").into());
    }
    if others.len() > MOST {
        return Err(Refusal::invalid("other", "cause-too-many").with("max", MOST).into());
    }
    for other in others {
        say_on(tx, kit, ctx, subject, id, *other, said)?;
        say_on(tx, kit, ctx, subject, *other, id, said)?;
    }
    Ok(())
}

/// One side of a saying: the event on the matter `on`.
fn say_on(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    on: CaseId,
    other: CaseId,
    said: Option<Said>,
) -> Result<(), Error> {
    let row = matter::find_by_id(tx, on)?.ok_or_else(Refusal::not_permitted)?;
    match row.kind() {
        CaseKind::Petition => record::<Petition>(tx, kit, ctx, subject, &row, other, said),
        CaseKind::WorkOrder => record::<WorkOrder>(tx, kit, ctx, subject, &row, other, said),
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Suggestion
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => Err(Refusal::not_permitted().into()),
    }
}

fn record<A: Listed + Comparable>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    row: &MatterRow,
    other: CaseId,
    said: Option<Said>,
) -> Result<(), Error> {
    let loaded = matter::load_to_change::<A>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
    let permit = access::permit::<LinkCause>(subject, &loaded.row.facts)?;
    let events = loaded.state.say(other, said)?;
    let terms = kit.terms(&loaded.row.facts.division, kernel::beijing_date(loaded.row.registered_at));
    let deed = Deed { actor: permit.actor(), at: ctx.now(), clocks: terms.clocks() };
    matter::record(tx, loaded, events, deed).map(drop)
}

/// What was said so far about `id` and other matters.
///
/// # Errors
/// When the database fails.
pub(crate) fn said_of(tx: &mut Tx, region: &str, id: CaseId) -> Result<Vec<(CaseId, Said)>, Fault> {
    let Some(row) = matter::find_by_id(tx, id)? else { return Ok(vec![]) };
    let sayings = match row.kind() {
        CaseKind::Petition => matter::load::<Petition>(tx, region, id)?.map(|loaded| loaded.state.sayings),
        CaseKind::WorkOrder => matter::load::<WorkOrder>(tx, region, id)?.map(|loaded| loaded.state.sayings),
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Suggestion
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => None,
    };
    Ok(sayings.unwrap_or_default().into_iter().map(|saying| (saying.other, saying.said)).collect())
}
