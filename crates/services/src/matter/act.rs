//! One command on one case of any life cycle: load, ask access, decide, record.

use domain::{
    access::{self, Subject},
    actor::Actor,
    case::CaseKind,
    lifecycle::{Ask, Governed},
    transition::{Transition, Who},
};
use kernel::{CaseId, Ctx, Refusal};
use store::Tx;

use super::{
    Deed, Listed, Loaded,
    load::{self, place_of},
    record,
};
use crate::{
    document,
    error::Error,
    kit::{Kit, Terms},
    petition::Access,
};

/// Carries out what a member of staff, an agent, the petitioner or the system asks. `expected` is the version the form was made
/// from.
///
/// # Errors
/// `not-permitted` (also when the case does not exist or is of another kind), `stale` with the versions, or the rule that
/// forbids it.
pub fn act<C: Ask<Of: Listed>>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    command: &C,
) -> Result<C::Of, Error> {
    let loaded = open_to_change::<C::Of>(tx, id)?;
    let actor = permitted(subject, C::Of::kind_of(command), &loaded)?;
    fresh(expected, &loaded)?;
    carry_out(tx, kit, ctx, actor, loaded, command)
}

/// Carries out what the petitioner asks, proven by number and code.
///
/// # Errors
/// As [`act`]; `not-permitted` for anything that is not hers to ask.
pub fn act_as_petitioner<C: Ask<Of: Listed>>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    expected: Option<i64>,
    command: &C,
) -> Result<C::Of, Error> {
    act(tx, kit, ctx, &Subject::Petitioner(access.case()), access.case(), expected, command)
}

/// Decides and records a command on a case that was loaded to change, by somebody who may give it.
///
/// # Errors
/// The rule that forbids it.
pub(crate) fn carry_out<A: Listed + Governed>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    loaded: Loaded<A>,
    command: &A::Command,
) -> Result<A, Error> {
    let terms = terms(kit, &loaded.state);
    let events = loaded.state.decide(command, &terms.env(ctx, actor))?;
    let region = loaded.row.region.clone();
    let state = record(tx, loaded, events, Deed { actor, at: ctx.now(), clocks: terms.clocks() })?;
    // What the decision says on paper is part of it; a letter that cannot be made now is made later.
    document::make_due_of(tx, kit, ctx, &region, state.id())?;
    Ok(state)
}

/// The rules that `state` is under.
#[must_use]
pub fn terms<A: Governed>(kit: &Kit, state: &A) -> Terms {
    kit.terms(state.jurisdiction(), kernel::beijing_date(state.ruled_from()))
}

/// A case to read.
///
/// # Errors
/// `not-permitted` when there is none of this kind.
pub(crate) fn open<A: Listed>(tx: &mut Tx, id: CaseId) -> Result<Loaded<A>, Error> {
    let region = region_of(tx, id, A::KIND)?;
    Ok(load::load(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// A case to change.
///
/// # Errors
/// As [`open`].
pub(crate) fn open_to_change<A: Listed>(tx: &mut Tx, id: CaseId) -> Result<Loaded<A>, Error> {
    let region = region_of(tx, id, A::KIND)?;
    Ok(load::load_to_change(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// Where a case of this kind lies. That there is none is said in the same words as that it is not hers to see.
fn region_of(tx: &mut Tx, id: CaseId, kind: CaseKind) -> Result<String, Error> {
    match place_of(tx, id)? {
        Some((region, found)) if found == kind => Ok(region),
        _ => Err(Refusal::not_permitted().into()),
    }
}

/// Asks access, and that the table lets this kind of person give the command at all.
///
/// # Errors
/// `not-permitted`.
pub(crate) fn permitted<A: Listed + Governed>(
    subject: &Subject,
    kind: A::Kind,
    loaded: &Loaded<A>,
) -> Result<Actor, Refusal> {
    let who = A::row(kind).who;
    let fits = match subject {
        Subject::Petitioner(case) => *case == loaded.state.id() && who.contains(&Who::Petitioner),
        Subject::System => who.contains(&Who::System),
        Subject::Staff(_) => who.iter().any(|who| !matches!(who, Who::Petitioner | Who::System)),
    };
    if !fits {
        return Err(Refusal::not_permitted());
    }
    match (A::action_of(kind), subject) {
        // What only the system does needs no leave of anybody.
        (None, Subject::System) => Ok(Actor::System),
        (None, _) => Err(Refusal::not_permitted()),
        (Some(action), _) => Ok(access::permit_dynamic(subject, action, &loaded.row.facts)?.actor()),
    }
}

/// Refuses a form that was made from an older version.
///
/// # Errors
/// `stale` with both versions.
pub(crate) fn fresh<A>(expected: Option<i64>, loaded: &Loaded<A>) -> Result<(), Refusal> {
    match expected {
        Some(seen) if seen != loaded.row.version => {
            Err(Refusal::stale().with("seen", seen).with("now", loaded.row.version))
        }
        _ => Ok(()),
    }
}

/// A command that fits the stage and the person, with the rule that still stands against it, if any.
#[derive(Debug, Clone)]
pub struct Possible<A: Governed> {
    /// The row of the table.
    pub row: &'static Transition<A::Kind, A::Stage>,
    /// Why not yet.
    pub not_yet: Option<Refusal>,
}

/// What `subject` may do with a case now; commands without data are tried, so that "not yet" comes with its reason.
#[must_use]
pub fn allowed<A: Listed + Governed>(
    loaded: &Loaded<A>,
    subject: &Subject,
    terms: &Terms,
    ctx: &Ctx,
) -> Vec<Possible<A>> {
    let mut possible = vec![];
    for row in loaded.state.allowed_now() {
        let Ok(actor) = permitted(subject, row.command, loaded) else { continue };
        if !loaded.state.is_his(row.command, actor) {
            continue;
        }
        let out = loaded.state.keeps_out(row.command, actor).err();
        let tried =
            || A::bare(row.command).and_then(|command| loaded.state.decide(&command, &terms.env(ctx, actor)).err());
        let not_yet = out.or_else(tried);
        possible.push(Possible { row, not_yet });
    }
    possible
}
