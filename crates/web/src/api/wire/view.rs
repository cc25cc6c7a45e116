//! A case as its page at the desk shows it: as far as the reader may see it.

use domain::{access::Field, petition::Petition};
use kernel::Locale;
use serde::Serialize;
use services::{
    petition::{CaseView, MaskedIdentity},
    work_order::OrderView,
};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Allowed, Organ,
    claim::{AnswerBody, ClaimBody},
    clock::ClockBody,
    matter::MatterBody,
    timeline::{Event, Look},
    track::RatingBody,
};

/// A case in full, as far as the reader may see it: what she may not see is absent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MatterView {
    /// As lists show it.
    #[serde(flatten)]
    pub(crate) matter: MatterBody,
    /// What happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<String>,
    /// What she wants, one by one; none on a work order.
    #[serde(skip_serializing_if = "Option::is_none")]
    claim_list: Option<Vec<ClaimBody>>,
    /// The petitioner, masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    petitioner: Option<Masked>,
    /// `reveal` may be asked for, with a reason.
    may_reveal: bool,
    /// The unit complained of.
    #[serde(skip_serializing_if = "Option::is_none")]
    respondent: Option<Organ>,
    /// Every dispatch so far.
    dispatches: Vec<HopBody>,
    /// The opinion as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<DraftBody>,
    /// Clocks, open ones first, with how their dates came about.
    clocks: Vec<ClockBody>,
    /// Ratings, as far as they are shown.
    ratings: Vec<RatingBody>,
    /// The record, newest first.
    pub(crate) timeline: Vec<Event>,
    /// Who looked, when the reader may see it.
    looks: Vec<Look>,
    /// What the reader can do now.
    allowed: Vec<Allowed>,
}

/// A person with the middle of her name and number masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Masked {
    /// Empty when she gave no name.
    name: String,
    /// If she gave one.
    phone: Option<String>,
}

impl From<&MaskedIdentity> for Masked {
    fn from(identity: &MaskedIdentity) -> Self {
        Self { name: identity.name.clone(), phone: identity.phone.clone() }
    }
}

/// One dispatch.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HopBody {
    /// Who sent it.
    from: Organ,
    /// Who received it.
    to: Organ,
    /// `FORWARD`, `ASSIGN_WITH_FEEDBACK` or `REPORT_FOR_DECISION`.
    kind: &'static str,
    /// When.
    #[schema(format = "date-time")]
    at: String,
}

/// The opinion as it is written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DraftBody {
    /// Who wrote it last.
    by: Uuid,
    /// Facts found.
    findings: String,
    /// The answers so far.
    answers: Vec<DraftAnswerBody>,
    /// Handed in for checking.
    submitted: bool,
    /// Who signed it first.
    checked_by: Option<Uuid>,
}

/// An answer inside a draft.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DraftAnswerBody {
    /// The claim answered.
    claim: Uuid,
    /// The answer.
    answer: AnswerBody,
}

impl MatterView {
    pub(crate) fn petition(view: &CaseView, locale: Locale) -> Self {
        let (state, names) = (&view.state, &view.names);
        let shows = |field: Field| view.fields.shows(field);
        Self {
            matter: MatterBody::of(&view.row, view.fields, names, locale),
            facts: shows(Field::Content).then(|| state.facts.to_string()),
            claim_list: shows(Field::Content).then(|| claims(state, shows(Field::InternalNotes), locale)),
            petitioner: view.petitioner.as_ref().map(Masked::from),
            may_reveal: view.may_reveal,
            respondent: state.respondent.filter(|_| shows(Field::Respondent)).map(|org| Organ::of(org, names)),
            dispatches: state.hops.iter().map(|hop| HopBody::of(hop, names)).collect(),
            draft: draft(state, locale).filter(|_| shows(Field::InternalNotes)),
            clocks: view
                .clocks
                .iter()
                .map(|clock| ClockBody::of(&clock.clock, &clock.derivation, clock.is_right, locale))
                .collect(),
            ratings: if shows(Field::RatingText) || shows(Field::RatingAnonymous) {
                ratings(state, locale)
            } else {
                vec![]
            },
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            looks: view.views.iter().map(|look| Look::of(look, names)).collect(),
            allowed: view.allowed.iter().map(|possible| Allowed::possible(possible, locale)).collect(),
        }
    }

    pub(crate) fn order(view: &OrderView, may_reveal: bool, locale: Locale) -> Self {
        let (state, names) = (&view.state, &view.names);
        let shows = |field: Field| view.fields.shows(field);
        let rating = state.rating.as_ref().filter(|_| shows(Field::RatingText) || shows(Field::RatingAnonymous));
        Self {
            matter: MatterBody::of(&view.row, view.fields, names, locale),
            facts: shows(Field::Content).then(|| state.facts.to_string()),
            claim_list: None,
            petitioner: view.petitioner.as_ref().map(Masked::from),
            may_reveal,
            respondent: state.respondent.filter(|_| shows(Field::Respondent)).map(|org| Organ::of(org, names)),
            dispatches: state.hops.iter().map(|hop| HopBody::of(hop, names)).collect(),
            draft: None,
            clocks: view.clocks.iter().map(|(clock, how)| ClockBody::of(clock, how, false, locale)).collect(),
            ratings: rating.map(|rating| RatingBody::of("ORDER", rating, locale)).into_iter().collect(),
            timeline: view.timeline.iter().map(|item| Event::of(item, locale)).collect(),
            looks: vec![],
            allowed: view.allowed.iter().map(|possible| Allowed::possible(possible, locale)).collect(),
        }
    }
}

/// The claims; answers that are not served yet only for those who see drafts.
fn claims(state: &Petition, internal: bool, locale: Locale) -> Vec<ClaimBody> {
    let shown = state.claims.iter().map(|claim| {
        let mut claim = claim.clone();
        if !internal && !state.has_reached_her(&claim) {
            claim.answer = None;
        }
        ClaimBody::of(&claim, locale)
    });
    shown.collect()
}

fn draft(state: &Petition, locale: Locale) -> Option<DraftBody> {
    let draft = state.handling()?.draft.as_ref()?;
    let answers = draft.answers.iter();
    Some(DraftBody {
        by: draft.by.0,
        findings: draft.findings.to_string(),
        answers: answers
            .map(|(claim, answer)| DraftAnswerBody { claim: claim.0, answer: AnswerBody::of(answer, locale) })
            .collect(),
        submitted: draft.submitted,
        checked_by: draft.checked.map(|(by, _)| by.0),
    })
}

fn ratings(state: &Petition, locale: Locale) -> Vec<RatingBody> {
    let both = [("BUREAU", &state.bureau_rating), ("UNIT", &state.unit_rating)];
    let given = both.into_iter().filter_map(|(target, rating)| Some((target, rating.as_ref()?)));
    given.map(|(target, rating)| RatingBody::of(target, rating, locale)).collect()
}

impl HopBody {
    fn of(hop: &domain::case::Hop, names: &services::timeline::Names) -> Self {
        Self {
            from: Organ::of(hop.from, names),
            to: Organ::of(hop.to, names),
            kind: hop.kind.name(),
            at: hop.at.to_string(),
        }
    }
}
