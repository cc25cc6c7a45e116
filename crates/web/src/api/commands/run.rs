//! Commands carried out, all in one transaction: either every one of them stands or none.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use domain::{
    access::{self, Action, Field as Part, Subject},
    case::CaseKind,
    obstruction as reports, petition as petitions, suggestion as ideas, work_order as orders,
};
use kernel::{CaseId, Ctx, Locale, Refusal};
use serde_json::Value;
use services::{
    Error, Kit,
    matter::{self, MatterRow},
    organisation,
    petition::Act,
    suggestion,
    timeline::{self, Item},
    work_order,
};
use store::Tx;

use super::{
    Born, Outcome, name,
    order::{self, OrderAct},
    petition,
};
use crate::api::{
    problem::{Changed, Problem},
    wire::timeline::Event,
};

type Read<T> = Option<Result<T, Vec<Refusal>>>;

/// A command that was read but does not know yet what kind of case it meets.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    petition: Read<Act>,
    order: Read<OrderAct>,
}

impl Prepared {
    /// Reads the body of the command `slug`; `at` is its path in the request. `None` when there is no such command.
    pub(crate) fn read(slug: &str, body: Value, at: &str) -> Option<Self> {
        let name = name(slug);
        let petition = petitions::CommandKind::parse(&name);
        let order = orders::CommandKind::parse(&name);
        let prepared = Self {
            petition: petition.and_then(|kind| petition::read(kind, body.clone(), at)),
            order: order.and_then(|kind| order::read(kind, body, at)),
        };
        (prepared.petition.is_some() || prepared.order.is_some()).then_some(prepared)
    }

    /// What is wrong with it whatever case it meets.
    pub(crate) fn hopeless(&self) -> Option<Vec<Refusal>> {
        match (&self.petition, &self.order) {
            (Some(Err(refusals)), None | Some(Err(_))) | (None, Some(Err(refusals))) => Some(refusals.clone()),
            _ => None,
        }
    }

    /// The only kind of case that knows it.
    fn only_for(&self) -> Option<CaseKind> {
        match (&self.petition, &self.order) {
            (Some(_), None) => Some(CaseKind::Petition),
            (None, Some(_)) => Some(CaseKind::WorkOrder),
            _ => None,
        }
    }
}

/// Carries out `commands` on a case, in order. `expected` is the version the caller saw.
///
/// # Errors
/// As the use case of each command; a refusal of one among several names it in its field.
pub(crate) fn run(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    commands: &[Prepared],
) -> Result<Outcome, Error> {
    let kind = match commands.iter().find_map(Prepared::only_for) {
        Some(kind) => kind,
        None => matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?.kind(),
    };
    let (mut outcome, mut expected) = (None, expected);
    for (i, command) in commands.iter().enumerate() {
        let done = one(tx, kit, ctx, subject, id, kind, expected, command);
        outcome = Some(done.map_err(|error| if commands.len() > 1 { at(error, i) } else { error })?);
        expected = None;
    }
    outcome.ok_or_else(|| Refusal::invalid("commands", "list-empty").into())
}

fn at(error: Error, i: usize) -> Error {
    match error {
        Error::Refused(refusal) if refusal.field.is_empty() => refusal.on(format!("commands.{i}")).into(),
        other => other,
    }
}

#[expect(clippy::too_many_arguments, reason = "what a use case takes, and the kind of the case")]
fn one(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    kind: CaseKind,
    expected: Option<i64>,
    command: &Prepared,
) -> Result<Outcome, Error> {
    let wrong = |refusals: &Vec<Refusal>| Error::Invalid(refusals.clone());
    match kind {
        CaseKind::Petition => {
            let act = command.petition.as_ref().ok_or_else(Refusal::not_permitted)?.as_ref().map_err(wrong)?;
            if let Act::MoveToSuggestion { category } = act {
                let moved = suggestion::move_here(tx, kit, ctx, subject, id, expected, category.clone())?;
                return became(tx, id, moved.id, moved.number.to_string());
            }
            Ok(Outcome::of(&services::petition::act(tx, kit, ctx, subject, id, expected, act)?))
        }
        CaseKind::WorkOrder => {
            let act = command.order.as_ref().ok_or_else(Refusal::not_permitted)?.as_ref().map_err(wrong)?;
            match act {
                OrderAct::Command(command) => {
                    Ok(Outcome::of(&services::matter::act(tx, kit, ctx, subject, id, expected, command)?))
                }
                OrderAct::Mandate(new) => {
                    Ok(Outcome::of(&work_order::give_mandate(tx, kit, ctx, subject, id, expected, new)?))
                }
                OrderAct::Convert => convert(tx, kit, ctx, subject, id, expected),
            }
        }
        // It has addresses of its own.
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

fn convert(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
) -> Result<Outcome, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let stale = expected.filter(|seen| *seen != row.version);
    let petition = work_order::convert(tx, kit, ctx, subject, id)?;
    if let Some(seen) = stale {
        // Said after the use case allowed it: whoever may not convert learns nothing of versions. The transaction is undone.
        return Err(Refusal::stale().with("seen", seen).with("now", row.version).into());
    }
    became(tx, id, petition.id, petition.number.to_string())
}

/// The case as it stands now, and the one that it went on as.
fn became(tx: &mut Tx, id: CaseId, born: CaseId, number: String) -> Result<Outcome, Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    Ok(Outcome { born: Some(Born { id: born.0, number }), ..Outcome::of_row(&row) })
}

/// Whether `error` says that the case changed since `expected`.
fn is_stale(error: &Error) -> bool {
    matches!(error, Error::Refused(refusal) if refusal.kind == kernel::RefusalKind::Stale)
}

/// The problem behind a command that failed: what changed, when the caller's version was old; otherwise the refusal, hidden
/// when the case itself is not the caller's to see.
pub(crate) fn changed_since(
    tx: &mut Tx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    locale: Locale,
    error: Error,
) -> Result<Problem, Error> {
    let row = matter::find_by_id(tx, id)?;
    let reading = |row: &MatterRow| match row.kind() {
        CaseKind::Obstruction => Action::ReadObstruction,
        CaseKind::Find => Action::ReadFind,
        CaseKind::Supervision => Action::ReadSupervision,
        CaseKind::Advice => Action::ReadAdvice,
        CaseKind::Meeting => Action::ReadMeeting,
        CaseKind::Whistleblow => Action::ReadSealed,
        CaseKind::Review => Action::ReadReview,
        CaseKind::Mediation => Action::ReadMediation,
        CaseKind::Petition | CaseKind::WorkOrder | CaseKind::Suggestion => Action::ReadMatter,
        CaseKind::Cluster => Action::ReadCluster,
    };
    let permit = row.as_ref().and_then(|row| access::permit_dynamic(subject, reading(row), &row.facts).ok());
    let (Some(row), Some(permit)) = (row, permit) else { return Ok(Problem::from(error).hide()) };
    let Some(seen) = expected.filter(|_| is_stale(&error)) else { return Ok(error.into()) };
    let for_her = !permit.shows(Part::InternalNotes);
    let items = record(tx, &row, for_her)?;
    let events = items.iter().filter(|item| item.seq > seen).map(|item| Event::brief(item, locale)).collect();
    Ok(Problem::Stale(Box::new(Changed { seen, now: row.version, events })))
}

/// The record of a case, newest first.
fn record(tx: &mut Tx, row: &MatterRow, for_her: bool) -> Result<Vec<Item>, Error> {
    let (region, id) = (&row.region, row.id());
    Ok(match row.kind() {
        CaseKind::Petition => {
            let Some(loaded) = matter::load::<petitions::Petition>(tx, region, id)? else { return Ok(vec![]) };
            let events = matter::history::<petitions::Fact>(tx, region, id)?;
            let names = organisation::names(tx, timeline::orgs_in_petition(&loaded.state))?;
            timeline::of_petition(&loaded.state, &events, &names, for_her)
        }
        CaseKind::WorkOrder => {
            let Some(loaded) = matter::load::<orders::WorkOrder>(tx, region, id)? else { return Ok(vec![]) };
            let events = matter::history::<orders::Fact>(tx, region, id)?;
            let orgs = loaded.state.hops.iter().map(|hop| hop.to).chain([loaded.state.centre, loaded.state.holder()]);
            let orgs = orgs.chain(loaded.state.leadership.meetings.iter().map(|said| said.owner));
            let names = organisation::names(tx, orgs.collect::<BTreeSet<_>>())?;
            timeline::of_order(&loaded.state, &events, &names, for_her)
        }
        CaseKind::Obstruction => {
            let Some(loaded) = matter::load::<reports::Obstruction>(tx, region, id)? else { return Ok(vec![]) };
            let events = matter::history::<reports::Fact>(tx, region, id)?;
            let names = organisation::names(tx, [loaded.state.receiver])?;
            timeline::of_report(&loaded.state, &events, &names, for_her)
        }
        CaseKind::Suggestion => {
            let Some(loaded) = matter::load::<ideas::Suggestion>(tx, region, id)? else { return Ok(vec![]) };
            let events = matter::history::<ideas::Fact>(tx, region, id)?;
            let orgs = loaded.state.hops.iter().map(|hop| hop.to).chain([loaded.state.bureau, loaded.state.holder()]);
            let names = organisation::names(tx, orgs.collect::<BTreeSet<_>>())?;
            timeline::of_suggestion(&loaded.state, &events, &names, for_her)
        }
        // They have addresses of their own.
        CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => vec![],
    })
}

/// No command has this name.
pub(crate) fn unknown(command: &str) -> Problem {
    let name: String = command.chars().take(40).collect();
    Problem::of(StatusCode::NOT_FOUND, Refusal::invalid("command", "api-no-such-command").with("name", name))
}
