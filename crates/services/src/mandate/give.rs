//! From the form to the command: guardian and witnesses become people of the case, sealed like every other.

use domain::{
    access::Subject,
    mandate::{Give, Giver, Signing, StandIn},
    petition::{Command, Petition},
    work_order::WorkOrder,
};
use kernel::{CaseId, Ctx, Fault, Locale, PersonId, PersonName, Refusal, UserId};
use store::{Tx, params};
use uuid::Uuid;

use super::{
    agent::{Acting, may_act},
    form::{NewMandate, Proof},
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Loaded},
    network,
    petition::{Act, Contact, NewPerson, act, insert_person},
};

/// The command that takes the mandate down.
///
/// # Errors
/// `mandate-agent-unknown`, `mandate-recording-unknown`.
pub(crate) fn complete(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    loaded: &Loaded<Petition>,
    by: Option<UserId>,
    new: &NewMandate,
) -> Result<Command, Error> {
    let unknown = || Refusal::rule("mandate-agent-unknown", "3.3", "").on("agent");
    let agent = new.agent.or(loaded.state.agent).or(by).ok_or_else(unknown)?;
    let acting = may_act(tx, agent, ctx.today())?;
    let region = loaded.row.region.clone();
    let recording = match new.proof {
        Proof::Recording => Some(recording(tx, &region, loaded.row.id())?),
        _ => None,
    };
    let guardian = new.guardian.as_ref().map(|name| person(tx, kit, ctx, &region, name)).transpose()?;
    let mut witnesses = vec![];
    if let Proof::Witnesses(names) = &new.proof {
        for name in names {
            witnesses.push(person(tx, kit, ctx, &region, name)?);
        }
    }
    let stand_in = stand_in(tx, ctx, agent, by)?;
    Ok(command(new, agent, acting, Given { guardian, witnesses, recording, stand_in }))
}

/// What was ticked beside a work order, ready to be taken down: the agent of the order, or whoever takes it down, unless another
/// is named.
///
/// # Errors
/// `mandate-agent-unknown`, `mandate-recording-unknown`.
pub(crate) fn give_order(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    loaded: &Loaded<WorkOrder>,
    by: Option<UserId>,
    new: &NewMandate,
) -> Result<Give, Error> {
    let unknown = || Refusal::rule("mandate-agent-unknown", "3.3", "").on("agent");
    let agent = new.agent.or(loaded.state.agent).or(by).ok_or_else(unknown)?;
    let region = &loaded.row.region;
    let recording = match new.proof {
        Proof::Recording => Some(recording(tx, region, loaded.row.id())?),
        _ => None,
    };
    let give = give_for(tx, kit, ctx, region, agent, new)?;
    let stand_in = stand_in(tx, ctx, agent, by)?;
    Ok(Give { signing: Signing { recording, ..give.signing }, stand_in, ..give })
}

/// The same for a case of another kind, which has no recordings.
///
/// # Errors
/// `mandate-agent-unknown`.
pub(crate) fn give_for(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    region: &str,
    agent: UserId,
    new: &NewMandate,
) -> Result<Give, Error> {
    let acting = may_act(tx, agent, ctx.today())?;
    let guardian = new.guardian.as_ref().map(|name| person(tx, kit, ctx, region, name)).transpose()?;
    let mut witnesses = vec![];
    if let Proof::Witnesses(names) = &new.proof {
        for name in names {
            witnesses.push(person(tx, kit, ctx, region, name)?);
        }
    }
    let stand_in = stand_in(tx, ctx, agent, None)?;
    Ok(given(new, agent, acting, Given { guardian, witnesses, recording: None, stand_in }))
}

struct Given {
    guardian: Option<PersonId>,
    witnesses: Vec<PersonId>,
    recording: Option<Uuid>,
    stand_in: Option<StandIn>,
}

/// Who stands in for `agent`; nobody for one who takes it down herself: she is there.
fn stand_in(tx: &mut Tx, ctx: &Ctx, agent: UserId, by: Option<UserId>) -> Result<Option<StandIn>, Fault> {
    if by == Some(agent) { Ok(None) } else { network::stand_in(tx, ctx, agent) }
}

fn command(new: &NewMandate, agent: UserId, acting: Acting, with: Given) -> Command {
    Command::GiveMandate(Box::new(given(new, agent, acting, with)))
}

fn given(new: &NewMandate, agent: UserId, acting: Acting, given: Given) -> Give {
    Give {
        agent,
        org: acting.org,
        official: acting.official,
        stand_in: given.stand_in,
        powers: new.powers.clone(),
        until: new.until,
        giver: Giver { capacity: new.capacity, guardian: given.guardian },
        signing: Signing {
            way: new.way,
            read_back: new.read_back,
            recording: given.recording,
            witnesses: given.witnesses,
        },
        consents: new.consents,
    }
}

/// The command as it would be, for showing what it does before it is done: nobody is written down for that. A recording that is
/// not there yet is found missing when it is done.
#[must_use]
pub fn give_tentatively(new: &NewMandate, agent: UserId, org: kernel::OrgId, ctx: &Ctx) -> Give {
    let witnesses = match &new.proof {
        Proof::Witnesses(names) => names.iter().map(|_| ctx.new_id()).collect(),
        _ => vec![],
    };
    let recording = matches!(new.proof, Proof::Recording).then(|| ctx.new_id());
    let guardian = new.guardian.as_ref().map(|_| ctx.new_id());
    given(new, agent, Acting { org, official: false }, Given { guardian, witnesses, recording, stand_in: None })
}

/// A guardian or witness: a name and nothing else.
fn person(tx: &mut Tx, kit: &Kit, ctx: &Ctx, region: &str, name: &PersonName) -> Result<PersonId, Fault> {
    let contact = Contact { name: Some(name.clone()), phone: None, address: None, language: Locale::default() };
    let id = ctx.new_id();
    insert_person(tx, kit, ctx, region, &NewPerson { id, contact: &contact, source_key: None })?;
    Ok(id)
}

/// The recording that was handed in last.
fn recording(tx: &mut Tx, region: &str, case: CaseId) -> Result<Uuid, Error> {
    let sql = "SELECT id FROM attachment WHERE region = $1 AND case_id = $2 AND media_type LIKE 'audio/%' \
               ORDER BY uploaded_at DESC, id DESC LIMIT 1";
    let found = tx.query_opt(sql, params![region, case], |row| row.get(0))?;
    Ok(found.ok_or_else(|| Refusal::rule("mandate-recording-unknown", "3.3", "").on("proof"))?)
}

/// The mandate that came with a registration, after its files were handed in. Nothing happens where the one who registered may
/// not act for her ([`Petition::agency`] says why): the registration stands.
///
/// # Errors
/// The rule that the mandate breaks; the registration is then undone with it and the form comes back.
pub fn with_registration(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    new: &NewMandate,
) -> Result<(), Error> {
    if matter::open::<Petition>(tx, id)?.state.agent.is_none() {
        return Ok(());
    }
    act(tx, kit, ctx, subject, id, None, &Act::Mandate(Box::new(new.clone()))).map(drop)
}

/// The same for a work order that was taken down under a mandate.
///
/// # Errors
/// The rule that the mandate breaks; what was taken down is then undone with it and the form comes back.
pub fn with_order(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    new: &NewMandate,
) -> Result<(), Error> {
    if matter::open::<WorkOrder>(tx, id)?.state.agent.is_none() {
        return Ok(());
    }
    crate::work_order::give_mandate(tx, kit, ctx, subject, id, None, new).map(drop)
}
