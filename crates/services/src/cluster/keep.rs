//! What the office writes that its matters' own records say as well: a matter joins or leaves, everybody concerned is told, it
//! ends.

use domain::{
    access::{
        self, Subject,
        actions::{KeepCluster, ReadAdvice, ReadMatter},
    },
    actor::Actor,
    case::CaseKind,
    cluster::{Cluster, Command, Gathered, Note, Noted},
    lifecycle::Event,
    petition::Petition,
    work_order::WorkOrder,
};
use kernel::{CaseId, CaseNumber, Ctx, OrgId, Refusal, Text};
use store::Tx;

use super::{found::known_units, members};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed, Listed, MatterRow},
};

/// What can belong to a cluster: what somebody wants answered.
const GATHERED: [CaseKind; 2] = [CaseKind::Petition, CaseKind::WorkOrder];

/// A cluster and the version that the caller saw.
type At = (CaseId, Option<i64>);

/// Takes a matter in. Number, clocks and answer stay its own; it and the cluster both say so.
///
/// # Errors
/// `cluster-number` for a number that is not there or not hers to see; what the cluster refuses.
pub fn add_member(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): At,
    number: &CaseNumber,
) -> Result<Cluster, Error> {
    let actor = keeper(tx, subject, id)?;
    let row = matter_of(tx, subject, number)?;
    let command = Command::AddMember { case: row.id(), number: row.number.clone() };
    let state: Cluster = matter::act(tx, kit, ctx, subject, id, seen, &command)?;
    let cause = state.founded.cause.clone();
    note(tx, kit, ctx, actor, row.id(), said(&state, Noted::Joined, cause))?;
    Ok(state)
}

/// Takes a matter out again.
///
/// # Errors
/// `cluster-unknown` for one that does not belong to it.
pub fn remove_member(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): At,
    (case, reason): (CaseId, Text<500>),
) -> Result<Cluster, Error> {
    let actor = keeper(tx, subject, id)?;
    let text = Text::parse("reason", reason.as_str())?;
    let command = Command::RemoveMember { case, reason };
    let state: Cluster = matter::act(tx, kit, ctx, subject, id, seen, &command)?;
    note(tx, kit, ctx, actor, case, said(&state, Noted::Left, text))?;
    Ok(state)
}

/// Sets another task force.
///
/// # Errors
/// `cluster-units`; `unknown-choice` for a unit that does not exist today.
pub fn set_team(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): At,
    (lead, team): (OrgId, Vec<OrgId>),
) -> Result<Cluster, Error> {
    keeper(tx, subject, id)?;
    known_units(tx, ctx, lead, &team)?;
    matter::act(tx, kit, ctx, subject, id, seen, &Command::SetTeam { lead, team })
}

/// Tells everybody concerned: the words stand on the record of each matter.
///
/// # Errors
/// What the cluster refuses.
pub fn tell(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): At,
    text: Text<1000>,
) -> Result<Cluster, Error> {
    let actor = keeper(tx, subject, id)?;
    let words = Text::parse("text", text.as_str())?;
    let state: Cluster = matter::act(tx, kit, ctx, subject, id, seen, &Command::Tell { text })?;
    everybody(tx, kit, ctx, actor, &state, Noted::Told, &words)?;
    Ok(state)
}

/// Ends it, when each of its matters has its own answer.
///
/// # Errors
/// `cluster-unanswered`; `cluster-step-open`.
pub fn close(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): At,
    summary: &Text<2000>,
) -> Result<Cluster, Error> {
    let actor = keeper(tx, subject, id)?;
    let state = matter::open::<Cluster>(tx, id)?.state;
    let unanswered = members::members(tx, subject, &state)?.1.unanswered;
    let command = Command::Close { summary: summary.clone(), unanswered };
    let state: Cluster = matter::act(tx, kit, ctx, subject, id, seen, &command)?;
    everybody(tx, kit, ctx, actor, &state, Noted::Closed, summary)?;
    Ok(state)
}

/// Links advice on the policy behind it.
///
/// # Errors
/// `cluster-advice` for a number that is not there or not hers to see.
pub fn link_advice(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): At,
    number: &CaseNumber,
) -> Result<Cluster, Error> {
    keeper(tx, subject, id)?;
    let unknown = || Refusal::invalid("number", "cluster-advice");
    let row = matter::find_by_number(tx, number)?.filter(|row| row.kind() == CaseKind::Advice);
    let row = row.filter(|row| access::permit::<ReadAdvice>(subject, &row.facts).is_ok()).ok_or_else(unknown)?;
    let command = Command::LinkAdvice { advice: row.id(), number: row.number };
    matter::act(tx, kit, ctx, subject, id, seen, &command)
}

/// Whoever does not keep the cluster learns nothing about any number.
fn keeper(tx: &mut Tx, subject: &Subject, id: CaseId) -> Result<Actor, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    Ok(access::permit::<KeepCluster>(subject, &row.facts)?.actor())
}

fn matter_of(tx: &mut Tx, subject: &Subject, number: &CaseNumber) -> Result<MatterRow, Error> {
    let row = matter::find_by_number(tx, number)?.filter(|row| GATHERED.contains(&row.kind()));
    let row = row.filter(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok());
    row.ok_or_else(|| Refusal::invalid("number", "cluster-number").into())
}

fn said(state: &Cluster, what: Noted, text: Text<2000>) -> Note {
    Note { cluster: state.founded.id, number: state.founded.number.clone(), what, text }
}

fn everybody(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    state: &Cluster,
    what: Noted,
    text: &Text<2000>,
) -> Result<(), Error> {
    for member in state.current() {
        note(tx, kit, ctx, actor, member.case, said(state, what, text.clone()))?;
    }
    Ok(())
}

/// Puts it on the matter's own record. The keeper holds the permit for the cluster; of the matter it changes nothing.
fn note(tx: &mut Tx, kit: &Kit, ctx: &Ctx, actor: Actor, case: CaseId, note: Note) -> Result<(), Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    match row.kind() {
        CaseKind::Petition => write::<Petition>(tx, kit, ctx, actor, &row, note),
        CaseKind::WorkOrder => write::<WorkOrder>(tx, kit, ctx, actor, &row, note),
        _ => Err(Refusal::not_permitted().into()),
    }
}

fn write<A: Listed + Gathered>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    row: &MatterRow,
    note: Note,
) -> Result<(), Error> {
    let loaded = matter::load_to_change::<A>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
    let terms = kit.terms(&row.facts.division, kernel::beijing_date(row.registered_at));
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::record(tx, loaded, vec![Event::of(A::noted(note))], deed).map(drop)
}
