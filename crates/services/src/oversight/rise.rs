//! Rising by a person's reason, the four re-doings, coming down.

use domain::{
    access::Subject,
    case::CaseKind,
    escalation::{Cause, Raised, Redone, Step},
    organisation::{Org, OrgKind},
    petition::Petition,
    work_order::WorkOrder,
};
use kernel::{CaseId, Ctx, Fault, OrgId, Refusal, Text};
use store::Tx;

use super::{look::rules_of, overseen::Overseen};
use crate::{error::Error, kit::Kit, matter, organisation, petition};

/// A person lets a case rise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// To whom.
    pub to: OrgId,
    /// Why; she reads it.
    pub reason: Text<1000>,
}

/// Lets a case rise by hand: levels and what has to be done anew are filled in from the record and the rules.
///
/// # Errors
/// `not-permitted`, `stale`, and the rules of rising.
pub fn raise(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    expected: Option<i64>,
    asked: &Raise,
) -> Result<(), Error> {
    match kind_of(tx, case)? {
        CaseKind::Petition => raise_one::<Petition>(tx, kit, ctx, subject, case, expected, asked),
        CaseKind::WorkOrder => raise_one::<WorkOrder>(tx, kit, ctx, subject, case, expected, asked),
        _ => Err(Refusal::not_permitted().into()),
    }
}

fn raise_one<A: Overseen>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    expected: Option<i64>,
    asked: &Raise,
) -> Result<(), Error> {
    let loaded = matter::open::<A>(tx, case)?;
    let asked = Raised {
        from: asked.to,
        to: asked.to,
        from_level: None,
        level: None,
        cause: Cause::Person,
        reason: Some(asked.reason.clone()),
        needs: vec![],
    };
    let raised = completed(tx, kit, &loaded.state, &asked)?;
    let step = A::step(Step::Raise(Box::new(raised))).ok_or_else(Refusal::not_permitted)?;
    matter::act(tx, kit, ctx, subject, case, expected, &step)?;
    Ok(())
}

/// What a person asks, with the levels of the record and the re-doings of the rules.
///
/// # Errors
/// `rise-same-lead` when there is no such organisation.
pub(crate) fn completed<A: Overseen>(tx: &mut Tx, kit: &Kit, state: &A, asked: &Raised) -> Result<Raised, Error> {
    let lead = state.lead();
    let from = organisation::get(tx, lead)?.map(|stored| stored.value);
    let to = organisation::get(tx, asked.to)?.map(|stored| stored.value);
    let to = to.ok_or_else(|| Refusal::invalid("to", "rise-same-lead"))?;
    Ok(Raised {
        from: lead,
        from_level: from.as_ref().map(Org::level),
        level: Some(to.level()),
        needs: rules_of(kit, state).redoings.clone(),
        ..asked.clone()
    })
}

/// Records one of the four re-doings.
///
/// # Errors
/// `not-permitted`, `stale`, `rise-not-lead`, `redoing-recorded`.
pub fn redo(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    expected: Option<i64>,
    redone: Redone,
) -> Result<(), Error> {
    step(tx, kit, ctx, subject, case, expected, Step::Redo(redone))
}

/// Brings a case down again.
///
/// # Errors
/// `not-permitted`, `stale`, `rise-not-lead`, `rise-redoings-missing`.
pub fn bring_down(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    expected: Option<i64>,
    reason: Text<1000>,
) -> Result<(), Error> {
    step(tx, kit, ctx, subject, case, expected, Step::BringDown { reason })
}

fn step(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    expected: Option<i64>,
    step: Step,
) -> Result<(), Error> {
    match kind_of(tx, case)? {
        CaseKind::Petition => {
            let command = domain::petition::Command::Rise(step);
            petition::act(tx, kit, ctx, subject, case, expected, &command.into()).map(drop)
        }
        CaseKind::WorkOrder => {
            matter::act(tx, kit, ctx, subject, case, expected, &domain::work_order::Command::Rise(step)).map(drop)
        }
        _ => Err(Refusal::not_permitted().into()),
    }
}

fn kind_of(tx: &mut Tx, case: CaseId) -> Result<CaseKind, Error> {
    matter::place_of(tx, case)?.map(|(_, kind)| kind).ok_or_else(|| Refusal::not_permitted().into())
}

/// To whom a case that `lead` leads may rise: whoever coordinates on its level, and the offices one level up.
///
/// # Errors
/// When the database fails.
pub fn targets(tx: &mut Tx, ctx: &Ctx, lead: OrgId) -> Result<Vec<Org>, Fault> {
    let Some(from) = organisation::get(tx, lead)?.map(|stored| stored.value) else { return Ok(vec![]) };
    let directory = organisation::around(tx, std::slice::from_ref(&from.division), ctx.today())?;
    let coordinates = [OrgKind::JointMeetingOffice, OrgKind::Government, OrgKind::Bureau];
    let above = [OrgKind::Bureau, OrgKind::JointMeetingOffice, OrgKind::Government, OrgKind::Center, OrgKind::Station];
    let here = directory.at(&from.division).filter(|org| coordinates.contains(&org.kind));
    let up = from.division.parent();
    let there = up.iter().flat_map(|place| directory.at(place)).filter(|org| above.contains(&org.kind));
    Ok(here.chain(there).filter(|org| org.id != lead).cloned().collect())
}
