//! What the keepers do with a report: say who may handle it, hand it over, follow it.

use domain::{
    access::Subject,
    organisation::Directory,
    people::Role,
    whistleblow::{Command, Whistleblow},
};
use kernel::{CaseId, Ctx, Fault, OrgId, Refusal, UserId};
use store::Tx;

use super::{
    Envelope,
    desk::{Officer, officers},
    keys, marks, part,
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow},
    organisation,
    people::grants_of,
    secrets::envelope::SealingKey,
};

/// Whom a report concerns, as the two officers mark it after reading.
#[derive(Debug, Clone, Default)]
pub struct Concerned {
    /// Offices: everybody in them and below them is out.
    pub orgs: Vec<OrgId>,
    /// People: they are out, and everybody in an office that they lead.
    pub users: Vec<UserId>,
}

/// Roles that make somebody the superior of an office's people.
const LEADS: &[Role] = &[Role::UnitLeader, Role::StationLead];

/// Takes whoever is concerned from the keepers, and marks the offices for the hand-over.
///
/// # Errors
/// `sealed-two-needed` when fewer than two officers would remain; nothing is marked then.
pub fn set_keepers(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    concerned: &Concerned,
) -> Result<Whistleblow, Error> {
    let (row, loaded) = gate(tx, kit, ctx, subject, id)?;
    let directory = organisation::directory(tx, ctx.today())?;
    let mut orgs = concerned.orgs.clone();
    for user in &concerned.users {
        let leads = grants_of(tx, *user)?.into_iter().filter(|grant| LEADS.contains(&grant.role));
        orgs.extend(leads.map(|grant| grant.org));
    }
    let free = |officer: &Officer| !officer.is_concerned(&directory, &orgs) && !concerned.users.contains(&officer.user);
    // Who was out stays out; who came into office since may come in, unless marked.
    let place = (row.region.as_str(), id);
    let mut keepers = vec![];
    for officer in officers(tx, ctx, &loaded.division)?.into_iter().filter(free) {
        if !was_marked(tx, kit, place, &directory, &officer)? {
            keepers.push(officer.user);
        }
    }
    let state = matter::act(tx, kit, ctx, subject, id, None, &Command::SetKeepers { keepers })?;
    marks::put(tx, kit, place, &orgs, &concerned.users)?;
    Ok(state)
}

fn was_marked(
    tx: &mut Tx,
    kit: &Kit,
    place: (&str, CaseId),
    directory: &Directory,
    officer: &Officer,
) -> Result<bool, Fault> {
    for org in [officer.office, officer.home] {
        if marks::reaches(tx, kit, place, directory, org)? {
            return Ok(true);
        }
    }
    marks::is_marked(tx, kit, place, officer.user)
}

/// Hands it to the office with this code.
///
/// # Errors
/// `sealed-office-unknown`, `sealed-office-excluded` when the office is concerned or lies below one that is, `sealed-unread`,
/// `sealed-belongs-above`.
pub fn hand_over(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    code: &str,
) -> Result<Whistleblow, Error> {
    let (row, state) = gate(tx, kit, ctx, subject, id)?;
    let rules = kit.sealed_rules(&state.division, ctx.today());
    let office = rules.office(code).ok_or_else(|| Refusal::invalid("office", "sealed-office-unknown"))?;
    // The office of this level that keeps the desk is the one that its list names without saying which.
    let own = (!office.above && code == OWN).then_some(state.office);
    if let Some(org) = office.org.or(own) {
        let directory = organisation::directory(tx, ctx.today())?;
        if marks::reaches(tx, kit, (&row.region, id), &directory, org)? {
            return Err(Refusal::rule("sealed-office-excluded", "R-022", "A30_3").on("office").into());
        }
    }
    let straight = office.above;
    matter::act(tx, kit, ctx, subject, id, None, &Command::HandOver { office: office.code.clone(), straight })
}

/// The code of the discipline body of this level in the shipped list.
const OWN: &str = "DISCIPLINE";

/// What needs no more than being said.
#[derive(Debug, Clone)]
pub enum Step {
    /// It belongs above.
    SendUp,
    /// The office has it, with its number sealed if it gave one.
    ConfirmReceipt(Option<Envelope>),
    /// It was answered.
    NoteOutcome,
    /// Put away.
    Archive,
    /// What she added went to the office too.
    PassOn,
}

/// Carries out a step.
///
/// # Errors
/// The rule that forbids it.
pub fn step(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    step: &Step,
) -> Result<Whistleblow, Error> {
    let (row, _) = gate(tx, kit, ctx, subject, id)?;
    let command = match step {
        Step::SendUp => Command::SendUp,
        Step::ConfirmReceipt(number) => Command::ConfirmReceipt { numbered: number.is_some() },
        Step::NoteOutcome => Command::NoteOutcome,
        Step::Archive => Command::Archive,
        Step::PassOn => Command::PassOn,
    };
    let state = matter::act(tx, kit, ctx, subject, id, None, &command)?;
    if let Step::ConfirmReceipt(Some(number)) = step {
        part::store_parts(tx, ctx, (&row.region, id), std::slice::from_ref(number))?;
    }
    Ok(state)
}

/// The key under which to seal one more part, and its number.
///
/// # Errors
/// `not-permitted`, `sealed-no-key`.
pub fn next_part(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<(SealingKey, u32), Error> {
    let (_, state) = gate(tx, kit, ctx, subject, id)?;
    let key = keys::current(tx, &state.division)?.ok_or_else(|| Refusal::rule("sealed-no-key", "10.3", ""))?;
    Ok((key, state.parts))
}

/// The report, for somebody who keeps it and is not concerned.
fn gate(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<(MatterRow, Whistleblow), Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    domain::access::permit::<domain::access::actions::ReadSealed>(subject, &row.facts)?;
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    marks::not_concerned(tx, kit, ctx, (&row.region, id), staff)?;
    let loaded = matter::open::<Whistleblow>(tx, id)?;
    Ok((row, loaded.state))
}
