//! One command on one work order: load, ask access, decide, record.

use domain::{
    access::{self, Subject},
    actor::Actor,
    lifecycle::Aggregate as _,
    petition::Who,
    work_order::{Command, CommandKind, Transition, WorkOrder, allowed_now, transition},
};
use kernel::{CaseId, Ctx, Refusal};
use store::Tx;

use crate::{
    error::Error,
    kit::{Kit, Terms},
    matter::{self, Deed, Loaded},
    petition::Access,
};

/// Carries out what a member of staff, an agent or the system asks.
///
/// # Errors
/// `not-permitted` (also when the case does not exist), `stale`, or the rule that forbids it.
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    command: &Command,
) -> Result<WorkOrder, Error> {
    let loaded = load_to_change(tx, id)?;
    let actor = permitted(subject, command.kind(), &loaded)?;
    if let Some(seen) = expected.filter(|seen| *seen != loaded.row.version) {
        return Err(Refusal::stale().with("seen", seen).with("now", loaded.row.version).into());
    }
    let terms = kit.terms(&loaded.state.division, kernel::beijing_date(loaded.state.registered_at));
    let events = loaded.state.decide(command, &terms.env(ctx, actor))?;
    matter::record(tx, loaded, events, Deed { actor, at: ctx.now(), clocks: terms.clocks() })
}

/// Carries out what the person asks, proven by number and code.
///
/// # Errors
/// As [`act`]; `not-permitted` for anything that is not hers to ask.
pub fn act_as_petitioner(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    expected: Option<i64>,
    command: &Command,
) -> Result<WorkOrder, Error> {
    act(tx, kit, ctx, &Subject::Petitioner(access.case()), access.case(), expected, command)
}

/// A command that fits the stage and the person, with the rule that still stands against it, if any.
#[derive(Debug, Clone)]
pub struct Possible {
    /// The row of the table.
    pub row: &'static Transition,
    /// Why not yet.
    pub not_yet: Option<Refusal>,
}

/// What `subject` may do with the order now.
#[must_use]
pub fn allowed(loaded: &Loaded<WorkOrder>, subject: &Subject, terms: &Terms, ctx: &Ctx) -> Vec<Possible> {
    let mut possible = vec![];
    for row in allowed_now(&loaded.state) {
        let Ok(actor) = permitted(subject, row.command, loaded) else { continue };
        let bare = (row.command == CommandKind::Close).then_some(Command::Close);
        let not_yet = bare.and_then(|command| loaded.state.decide(&command, &terms.env(ctx, actor)).err());
        possible.push(Possible { row, not_yet });
    }
    possible
}

/// To read.
pub(crate) fn load(tx: &mut Tx, id: CaseId) -> Result<Loaded<WorkOrder>, Error> {
    let region = region_of(tx, id)?;
    Ok(matter::load(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// To change.
pub(crate) fn load_to_change(tx: &mut Tx, id: CaseId) -> Result<Loaded<WorkOrder>, Error> {
    let region = region_of(tx, id)?;
    Ok(matter::load_to_change(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// Where a case of this kind lies. That there is none is said in the same words as that it is not hers to see.
fn region_of(tx: &mut Tx, id: CaseId) -> Result<String, Error> {
    match matter::place_of(tx, id)? {
        Some((region, domain::case::CaseKind::WorkOrder)) => Ok(region),
        _ => Err(Refusal::not_permitted().into()),
    }
}

pub(crate) fn permitted(subject: &Subject, kind: CommandKind, loaded: &Loaded<WorkOrder>) -> Result<Actor, Refusal> {
    let row = transition(kind);
    let fits = match subject {
        Subject::Petitioner(case) => *case == loaded.state.id && row.who.contains(&Who::Petitioner),
        Subject::System => row.who.contains(&Who::System),
        Subject::Staff(_) => row.who.iter().any(|who| !matches!(who, Who::Petitioner | Who::System)),
    };
    if !fits {
        return Err(Refusal::not_permitted());
    }
    match (kind.action(), subject) {
        (None, Subject::System) => Ok(Actor::System),
        (None, _) => Err(Refusal::not_permitted()),
        (Some(action), _) => Ok(access::permit_dynamic(subject, action, &loaded.row.facts)?.actor()),
    }
}
