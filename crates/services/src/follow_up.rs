//! Calls on petitioners afterwards (H-09, 回访): what was asked and said, told to nobody of the unit that handled it.
//!
//! What she says of each claim stands on the record; her words, and whether somebody pressed her, are read only by those who
//! may call or supervise. That she suffered for complaining is not kept here at all: it goes over the unit's head as a report
//! of its own.

use domain::{
    access::{self, Subject, actions},
    actor::Actor,
    case::{CaseKind, FollowUpMethod, Grade},
    lifecycle::Recorded,
    petition, work_order,
};
use jiff::Timestamp;
use kernel::Refusal;
use store::Tx;

use crate::{
    error::Error,
    matter::{self, MatterRow},
};

/// One call that was made or tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// How; by telephone where an older record does not say.
    pub method: FollowUpMethod,
    /// She was reached.
    pub reached: bool,
    /// How many of the claims asked about are solved, in her words.
    pub solved: (usize, usize),
    /// She was asked to rate well or to withdraw.
    pub pressed: bool,
    /// How she finds it.
    pub grade: Option<Grade>,
    /// In her words.
    pub note: String,
}

/// The calls made on a case, newest first.
///
/// # Errors
/// `not-permitted` for whoever may neither call nor supervise.
pub fn calls(tx: &mut Tx, subject: &Subject, row: &MatterRow) -> Result<Vec<Call>, Error> {
    let calls = access::permit::<actions::FollowUp>(subject, &row.facts).is_ok();
    if !calls && access::permit::<actions::Supervise>(subject, &row.facts).is_err() {
        return Err(Refusal::not_permitted().into());
    }
    let mut calls: Vec<Call> = match row.kind() {
        CaseKind::Petition => matter::history(tx, &row.region, row.id())?.iter().filter_map(of_petition).collect(),
        CaseKind::WorkOrder => matter::history(tx, &row.region, row.id())?.iter().filter_map(of_order).collect(),
        CaseKind::Obstruction
        | CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Suggestion
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => vec![],
    };
    calls.reverse();
    Ok(calls)
}

fn of_petition(event: &Recorded<petition::Fact>) -> Option<Call> {
    let petition::Fact::FollowedUp { method, heard, note } = &event.event.fact else { return None };
    let claims = heard.as_ref().map(|heard| heard.claims.as_slice()).unwrap_or_default();
    Some(Call {
        at: event.at,
        actor: event.actor,
        method: *method,
        reached: heard.is_some(),
        solved: (claims.iter().filter(|(_, solved)| *solved).count(), claims.len()),
        pressed: heard.as_ref().is_some_and(|heard| heard.pressed),
        grade: heard.as_ref().and_then(|heard| heard.grade),
        note: note.to_string(),
    })
}

fn of_order(event: &Recorded<work_order::Fact>) -> Option<Call> {
    let (method, heard, note) = match &event.event.fact {
        work_order::Fact::FollowedUp { solved, pressed, grade, method, note } => {
            (method.unwrap_or(FollowUpMethod::Phone), Some((*solved, *pressed, *grade)), note)
        }
        work_order::Fact::CallMissed { method, note } => (*method, None, note),
        _ => return None,
    };
    Some(Call {
        at: event.at,
        actor: event.actor,
        method,
        reached: heard.is_some(),
        solved: heard.map_or((0, 0), |(solved, ..)| (usize::from(solved), 1)),
        pressed: heard.is_some_and(|(_, pressed, _)| pressed),
        grade: heard.and_then(|(.., grade)| grade),
        note: note.to_string(),
    })
}
