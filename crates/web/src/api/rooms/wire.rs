//! What answers of the rooms look like.

use domain::names::Keyed;
use kernel::Locale;
use serde::Serialize;
use services::{matter::MatterRow, meeting::MeetingView, review::ReviewView, timeline::Names};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::wire::{Allowed, Coded, Organ, clock::OpenClock, timeline::Event};

fn coded<T: Keyed>(one: T, locale: Locale) -> Coded {
    Coded::new(one.name(), &kernel::Message::new(one.key()), locale)
}

/// A case of a room as lists show it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RoomLine {
    /// The case.
    id: Uuid,
    /// Its number.
    number: String,
    /// Its line; empty where a list does not show it.
    title: String,
    /// Where it stands, in codes.
    stage: String,
    /// The procedure has ended.
    is_over: bool,
    /// By when something is due.
    due_at: Option<String>,
    /// The version to name in `If-Match`.
    version: i64,
}

impl RoomLine {
    /// Without its line: for a list of those who may not read the matter itself.
    pub(super) fn untitled(row: &MatterRow) -> Self {
        Self { title: String::new(), ..Self::of(row) }
    }

    pub(super) fn of(row: &MatterRow) -> Self {
        Self {
            id: row.id().0,
            number: row.number.to_string(),
            title: row.title.clone(),
            stage: row.stage.clone(),
            is_over: row.is_over,
            due_at: row.due.as_ref().map(|due| due.due_at.to_string()),
            version: row.version,
        }
    }
}

/// A claim that is contested.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ContestedClaim {
    /// The claim.
    claim: Uuid,
    /// Its number in the petition.
    no: u16,
    /// In her words.
    text: String,
    /// The answer that is contested.
    answer: String,
    /// Why she contests it.
    reason: String,
}

/// A hearing to come.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HearingToCome {
    /// On which day.
    on: String,
    /// Between which hours.
    hours: String,
    /// Where.
    place: String,
    /// Who takes part, by office.
    persons: String,
}

/// A review with everything its office works with; the first file beside it stands under `/matters/{id}`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReviewFull {
    /// The review.
    id: Uuid,
    /// Its number.
    number: String,
    /// Which of the two.
    level: Coded,
    /// Where it stands.
    stage: Coded,
    /// The petition.
    petition: Uuid,
    /// The petition's number.
    petition_number: String,
    /// Whose opinion it will be.
    organ: Organ,
    /// Whose answer is contested.
    unit: Organ,
    /// The number of the opinion contested.
    opinion: String,
    /// How it was handed in.
    lodged: Coded,
    /// What is contested.
    contested: Vec<ContestedClaim>,
    /// The hearing to come.
    hearing: Option<HearingToCome>,
    /// The open clocks.
    clocks: Vec<OpenClock>,
    /// The record, newest first.
    timeline: Vec<Event>,
    /// What can be done now.
    allowed: Vec<Allowed>,
    /// The version to name in `If-Match`.
    version: i64,
}

impl ReviewFull {
    pub(super) fn of(view: &ReviewView, locale: Locale) -> Self {
        let state = &view.state;
        let contested = state.contested.iter().map(|one| ContestedClaim {
            claim: one.claim.0,
            no: one.no,
            text: one.text.to_string(),
            answer: one.answer.text.to_string(),
            reason: one.reason.to_string(),
        });
        let hearing = state.called.as_ref().map(|call| HearingToCome {
            on: call.on.to_string(),
            hours: call.hours.to_string(),
            place: call.place.to_string(),
            persons: call.persons.to_string(),
        });
        Self {
            id: state.id.0,
            number: state.number.to_string(),
            level: coded(state.level, locale),
            stage: coded(state.stage(), locale),
            petition: state.petition.0,
            petition_number: state.petition_number.to_string(),
            organ: Organ::of(state.organ, &view.names),
            unit: Organ::of(state.unit, &view.names),
            opinion: state.opinion.to_string(),
            lodged: coded(state.lodged, locale),
            contested: contested.collect(),
            hearing,
            clocks: view.clocks.iter().map(|(clock, _)| clock).filter(|one| one.is_open()).map(OpenClock::of).collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            allowed: view.allowed.iter().map(|one| Allowed::of(one.row, one.not_yet.as_ref(), locale)).collect(),
            version: view.row.version,
        }
    }
}

/// An item of an agenda.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AgendaItem {
    /// From 1.
    no: u16,
    /// A matter, a dispute, a topic.
    kind: Coded,
    /// What is to be decided.
    text: String,
    /// The number of the matter.
    number: Option<String>,
    /// Why it was taken off undecided.
    dropped: Option<String>,
}

/// A decision of a meeting.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MeetingDecision {
    /// From 1.
    no: u16,
    /// Of which item.
    item: u16,
    /// What.
    text: String,
    /// Who owes it.
    owner: Organ,
    /// By when.
    due: Option<String>,
    /// How it stands.
    state: Coded,
}

/// A meeting with its agenda and what it decided.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MeetingFull {
    /// The meeting.
    id: Uuid,
    /// Its number.
    number: String,
    /// What it is about.
    title: String,
    /// Where it stands.
    stage: Coded,
    /// On which day.
    on: String,
    /// From when.
    from: String,
    /// Where.
    place: String,
    /// Who presides, by office.
    chair: String,
    /// The office that keeps it.
    office: Organ,
    /// Who attends.
    units: Vec<Organ>,
    /// The agenda.
    items: Vec<AgendaItem>,
    /// What was decided.
    decisions: Vec<MeetingDecision>,
    /// The open clocks.
    clocks: Vec<OpenClock>,
    /// The record, newest first.
    timeline: Vec<Event>,
    /// What can be done now.
    allowed: Vec<Allowed>,
    /// The version to name in `If-Match`.
    version: i64,
}

impl MeetingFull {
    pub(super) fn of(view: &MeetingView, locale: Locale) -> Self {
        let (state, names) = (&view.state, &view.names);
        let called = &state.called;
        let readable = |case: &kernel::CaseId| view.readable.contains(case);
        let item = |one: &domain::meeting::Item| AgendaItem {
            no: one.no,
            kind: coded(one.kind, locale),
            text: one.text.to_string(),
            number: one.case.as_ref().filter(|(case, _)| readable(case)).map(|(_, number)| number.to_string()),
            dropped: one.dropped.as_ref().map(ToString::to_string),
        };
        Self {
            id: called.id.0,
            number: called.number.to_string(),
            title: called.title.to_string(),
            stage: coded(state.stage(), locale),
            on: called.on.to_string(),
            from: called.from.to_string(),
            place: called.place.to_string(),
            chair: called.chair.to_string(),
            office: Organ::of(called.office, names),
            units: called.units.iter().map(|org| Organ::of(*org, names)).collect(),
            items: state.items.iter().map(item).collect(),
            decisions: state.decisions.iter().map(|one| decision(one, names, locale)).collect(),
            clocks: view.clocks.iter().map(|(clock, _)| clock).filter(|one| one.is_open()).map(OpenClock::of).collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            allowed: view.allowed.iter().map(|one| Allowed::of(one.row, one.not_yet.as_ref(), locale)).collect(),
            version: view.row.version,
        }
    }
}

fn decision(one: &domain::meeting::Decision, names: &Names, locale: Locale) -> MeetingDecision {
    MeetingDecision {
        no: one.no,
        item: one.resolved.item,
        text: one.resolved.text.to_string(),
        owner: Organ::of(one.resolved.owner, names),
        due: one.due().map(|due| due.to_string()),
        state: coded(one.state(), locale),
    }
}
