//! One command on a mediation, and what it leads to at its petition.

use domain::{
    access::Subject,
    actor::Actor,
    lifecycle::Governed as _,
    mediation::{Command, Fact, How, Mediation, follow},
    people::Role,
    transition::Who,
};
use kernel::{CaseId, Ctx, Refusal, UserId};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Loaded},
    people,
    petition::Access,
};

/// Carries out what a member of staff asks.
///
/// # Errors
/// `not-permitted`, `stale`, `mediation-not-a-mediator`, or the rule that forbids it.
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    command: &Command,
) -> Result<Mediation, Error> {
    let loaded = matter::open_to_change::<Mediation>(tx, id)?;
    let actor = matter::permitted(subject, command.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let named = match command {
        Command::NameMediator { user, .. } => Some(*user),
        Command::AddHelper(helper) => helper.user,
        _ => None,
    };
    if let Some(user) = named {
        is_a_mediator(tx, ctx, user)?;
    }
    carry_out(tx, kit, ctx, actor, loaded, command)
}

/// Whoever is named can open the case at all: she has the role, somewhere.
fn is_a_mediator(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<(), Error> {
    if !people::holds(tx, user, Role::Mediator, ctx.today())? {
        return Err(Refusal::invalid("user", "mediation-not-a-mediator").into());
    }
    Ok(())
}

/// Carries out what a party asks, proven by her number and code.
///
/// # Errors
/// `not-permitted` for a mediation in which she has no seat, for another's word, and for what is not a party's to ask.
pub fn act_as_party(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    id: CaseId,
    command: &Command,
) -> Result<Mediation, Error> {
    let loaded = matter::open_to_change::<Mediation>(tx, id)?;
    let hers = loaded.state.party_of(access.case()).map(|party| party.no);
    let may = Mediation::row(command.kind()).who.contains(&Who::Party);
    if !may || hers.is_none() || command.word_of() != hers.map(|no| (no, How::Herself)) {
        return Err(Refusal::not_permitted().into());
    }
    carry_out(tx, kit, ctx, Actor::Petitioner, loaded, command)
}

fn carry_out(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    loaded: Loaded<Mediation>,
    command: &Command,
) -> Result<Mediation, Error> {
    let (region, before) = (loaded.row.region.clone(), loaded.state.version);
    let after = matter::carry_out(tx, kit, ctx, actor, loaded, command)?;
    let events = matter::history::<Fact>(tx, &region, after.opened.id)?;
    for event in events.iter().filter(|event| event.seq > before) {
        tell(tx, kit, ctx, &after, &event.event.fact)?;
    }
    Ok(after)
}

/// The petition's own log. A petition that is in the archive is told nothing more, and holds nobody up.
pub(super) fn tell(tx: &mut Tx, kit: &Kit, ctx: &Ctx, after: &Mediation, fact: &Fact) -> Result<(), Error> {
    let Some((note, (petition, _))) = follow::what_follows(after, fact).zip(after.opened.case.clone()) else {
        return Ok(());
    };
    match tx.attempt(|tx| matter::act(tx, kit, ctx, &Subject::System, petition, None, &note)) {
        Ok(_) => Ok(()),
        Err(Error::Refused(refusal)) => {
            tracing::info!(case = %petition, code = %refusal.code, "a mediation was not noted");
            Ok(())
        }
        Err(fault) => Err(fault),
    }
}
