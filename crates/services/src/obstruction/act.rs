//! One command on one report: load, ask access, decide, record.

use domain::{
    access::{self, Subject},
    actor::Actor,
    case::CaseKind,
    lifecycle::Aggregate as _,
    obstruction::{Command, CommandKind, Obstruction, transition},
    transition::Who,
};
use kernel::{CaseId, Ctx, Refusal};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed, Loaded},
    petition::Access,
};

/// Carries out what the receiver or the system asks.
///
/// # Errors
/// `not-permitted` (also when the report does not exist), `stale`, or the rule that forbids it.
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    command: &Command,
) -> Result<Obstruction, Error> {
    let region = region_of(tx, id)?;
    let loaded = matter::load_to_change::<Obstruction>(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?;
    let actor = permitted(subject, command.kind(), &loaded)?;
    if let Some(seen) = expected.filter(|seen| *seen != loaded.row.version) {
        return Err(Refusal::stale().with("seen", seen).with("now", loaded.row.version).into());
    }
    let terms = kit.terms(&loaded.state.division, kernel::beijing_date(loaded.state.received_at));
    let events = loaded.state.decide(command, &terms.env(ctx, actor))?;
    matter::record(tx, loaded, events, Deed { actor, at: ctx.now(), clocks: terms.clocks() })
}

/// Carries out what whoever reported asks, proven by number and code.
///
/// # Errors
/// As [`act`]; `not-permitted` for anything that is not hers to ask.
pub fn act_as_reporter(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    expected: Option<i64>,
    command: &Command,
) -> Result<Obstruction, Error> {
    act(tx, kit, ctx, &Subject::Petitioner(access.case()), access.case(), expected, command)
}

/// To read.
pub(super) fn load(tx: &mut Tx, id: CaseId) -> Result<Loaded<Obstruction>, Error> {
    let region = region_of(tx, id)?;
    Ok(matter::load(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// Where a report lies. That there is none is said in the same words as that it is not hers to see.
fn region_of(tx: &mut Tx, id: CaseId) -> Result<String, Error> {
    match matter::place_of(tx, id)? {
        Some((region, CaseKind::Obstruction)) => Ok(region),
        _ => Err(Refusal::not_permitted().into()),
    }
}

pub(super) fn permitted(subject: &Subject, kind: CommandKind, loaded: &Loaded<Obstruction>) -> Result<Actor, Refusal> {
    let row = transition(kind);
    let fits = match subject {
        Subject::Petitioner(case) => *case == loaded.state.id && row.who.contains(&Who::Petitioner),
        Subject::System => row.who.contains(&Who::System),
        Subject::Staff(_) => row.who.contains(&Who::Receiver),
    };
    match (kind.action(), subject) {
        _ if !fits => Err(Refusal::not_permitted()),
        (None, Subject::System) => Ok(Actor::System),
        (None, _) => Err(Refusal::not_permitted()),
        (Some(action), _) => Ok(access::permit_dynamic(subject, action, &loaded.row.facts)?.actor()),
    }
}
