//! What a petitioner sees of her case.

use domain::{access::Field, case::Rating};
use kernel::Locale;
use serde::Serialize;
use services::{obstruction::ReportView, petition::TrackView, suggestion::SuggestionView, work_order::OrderView};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Allowed, Coded, Organ,
    claim::ClaimBody,
    clock::PromiseBody,
    day,
    timeline::{Event, Look},
};

/// A case as the petitioner sees it: who has it, until when, what she can do; then everything else.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TrackBody {
    /// The case.
    id: Uuid,
    /// `PETITION`, `WORK_ORDER`, `SUGGESTION` or `OBSTRUCTION`.
    kind: &'static str,
    /// Its number.
    number: String,
    /// One line.
    title: String,
    /// What she wrote.
    facts: String,
    /// Her name, masked, so that she knows it is hers.
    name: String,
    /// The procedure axis.
    stage: Coded,
    /// The substance axis.
    resolution: Coded,
    /// Claim by claim; answers once they were served.
    claims: Vec<ClaimBody>,
    /// Who has it now.
    holder: Organ,
    /// The holder's telephone.
    holder_phone: Option<String>,
    /// Who registered it.
    bureau: Organ,
    /// When it was received.
    #[schema(format = "date-time")]
    received_at: String,
    /// Whole days since; never reset.
    days: i64,
    /// How often it changed hands.
    hops: usize,
    /// What is promised until when, and why.
    promises: Vec<PromiseBody>,
    /// The public record, newest first.
    timeline: Vec<Event>,
    /// Who looked, newest first.
    looks: Vec<Look>,
    /// Her ratings.
    ratings: Vec<RatingBody>,
    /// The last day on which ratings may be changed, once given.
    #[schema(format = "date")]
    rating_until: Option<String>,
    /// What she can do now.
    allowed: Vec<Allowed>,
    /// The version, for `If-Match`.
    pub(crate) version: i64,
}

/// One rating.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RatingBody {
    /// Whom: `BUREAU`, `UNIT`, or `ORDER` for a work order.
    target: &'static str,
    /// How.
    grade: Coded,
    /// In words.
    comment: Option<String>,
    /// When it was given or last changed.
    #[schema(format = "date-time")]
    at: String,
}

impl RatingBody {
    pub(crate) fn of(target: &'static str, rating: &Rating, locale: Locale) -> Self {
        Self {
            target,
            grade: Coded::new(rating.grade.name(), &rating.grade.message(), locale),
            comment: rating.comment.as_ref().map(ToString::to_string),
            at: rating.at.to_string(),
        }
    }
}

impl TrackBody {
    pub(crate) fn petition(view: &TrackView, locale: Locale) -> Self {
        let ratings = [("BUREAU", &view.bureau_rating), ("UNIT", &view.unit_rating)];
        let ratings = ratings.into_iter().filter_map(|(target, rating)| Some((target, rating.as_ref()?)));
        Self {
            id: view.state.id.0,
            kind: domain::case::CaseKind::Petition.name(),
            number: view.number.to_string(),
            title: view.title.clone(),
            facts: view.facts.clone(),
            name: view.name.clone(),
            stage: Coded::new(view.stage.name(), &view.stage.message(), locale),
            resolution: Coded::new(view.resolution.name(), &view.resolution.message(), locale),
            claims: view
                .claims
                .iter()
                .map(|claim| &claim.claim)
                .chain(view.state.claims.iter().filter(|claim| !claim.is_live()))
                .map(|claim| ClaimBody::of(claim, locale))
                .collect(),
            holder: Organ::of(view.holder, &view.names),
            holder_phone: view.holder_phone.clone(),
            bureau: Organ::of(view.bureau, &view.names),
            received_at: view.received_at.to_string(),
            days: view.days,
            hops: view.hops,
            promises: view.promises.iter().map(|promise| PromiseBody::of(promise, locale)).collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            looks: view.views.iter().map(|look| Look::of(look, &view.names)).collect(),
            ratings: ratings.map(|(target, rating)| RatingBody::of(target, rating, locale)).collect(),
            rating_until: view.rating_until.map(day),
            allowed: view.allowed.iter().map(|possible| Allowed::possible(possible, locale)).collect(),
            version: view.version,
        }
    }

    /// A work order, as its page for the person herself.
    pub(crate) fn order(view: &OrderView, days: i64, locale: Locale) -> Self {
        let state = &view.state;
        let open = view.clocks.iter().filter(|(clock, _)| clock.is_open());
        let rating = state.rating.as_ref().filter(|_| view.fields.shows(Field::RatingText));
        Self {
            id: state.id.0,
            kind: domain::case::CaseKind::WorkOrder.name(),
            number: state.number.to_string(),
            title: state.title.to_string(),
            facts: state.facts.to_string(),
            name: view.petitioner.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
            stage: Coded::new(state.stage().name(), &state.stage().message(), locale),
            resolution: Coded::new(state.resolution.name(), &state.resolution.message(), locale),
            claims: vec![],
            holder: Organ::of(state.holder(), &view.names),
            holder_phone: None,
            bureau: Organ::of(state.centre, &view.names),
            received_at: state.received_at.to_string(),
            days,
            hops: state.hop_count(),
            promises: open.map(|(clock, how)| PromiseBody::named(clock.def.as_str(), how, locale)).collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            looks: vec![],
            ratings: rating.map(|rating| RatingBody::of("ORDER", rating, locale)).into_iter().collect(),
            rating_until: None,
            allowed: view.allowed.iter().map(|possible| Allowed::possible(possible, locale)).collect(),
            version: view.row.version,
        }
    }

    /// A suggestion, as its page for the person herself.
    pub(crate) fn suggestion(view: &SuggestionView, days: i64, locale: Locale) -> Self {
        let (state, resolution) = (&view.state, view.state.resolution());
        let open = view.clocks.iter().filter(|(clock, _)| clock.is_open());
        let rating = state.rating.as_ref().filter(|_| view.fields.shows(Field::RatingText));
        Self {
            id: state.id.0,
            kind: domain::case::CaseKind::Suggestion.name(),
            number: state.number.to_string(),
            title: state.title.to_string(),
            facts: state.facts.to_string(),
            name: view.petitioner.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
            stage: Coded::new(state.stage().name(), &state.stage().message(), locale),
            resolution: Coded::new(resolution.name(), &resolution.message(), locale),
            claims: vec![],
            holder: Organ::of(state.holder(), &view.names),
            holder_phone: None,
            bureau: Organ::of(state.bureau, &view.names),
            received_at: state.received_at.to_string(),
            days,
            hops: state.hop_count(),
            promises: open.map(|(clock, how)| PromiseBody::named(clock.def.as_str(), how, locale)).collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            looks: view.views.iter().map(|look| Look::of(look, &view.names)).collect(),
            ratings: rating.map(|rating| RatingBody::of("UNIT", rating, locale)).into_iter().collect(),
            rating_until: None,
            // What she can do stands on her page; there is no address for it here yet.
            allowed: vec![],
            version: view.row.version,
        }
    }

    /// A report over a unit's head, as its page for whoever reported.
    pub(crate) fn report(view: &ReportView, days: i64, locale: Locale) -> Self {
        let (state, resolution) = (&view.state, view.state.resolution());
        let open = view.clocks.iter().filter(|(clock, _)| clock.is_open());
        Self {
            id: state.id.0,
            kind: domain::case::CaseKind::Obstruction.name(),
            number: state.number.to_string(),
            title: state.title().to_owned(),
            facts: state.facts.to_string(),
            name: view.reporter.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
            stage: Coded::new(state.stage().name(), &state.stage().message(), locale),
            resolution: Coded::new(resolution.name(), &resolution.message(), locale),
            claims: vec![],
            holder: Organ::of(state.receiver, &view.names),
            holder_phone: None,
            bureau: Organ::of(state.receiver, &view.names),
            received_at: state.received_at.to_string(),
            days,
            hops: 0,
            promises: open.map(|(clock, how)| PromiseBody::named(clock.def.as_str(), how, locale)).collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            looks: vec![],
            ratings: vec![],
            rating_until: None,
            allowed: view.allowed.iter().map(|row| Allowed::of(row, None, locale)).collect(),
            version: view.row.version,
        }
    }
}
