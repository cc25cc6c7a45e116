//! `GET /matters/{id}/suggestions` and `…/same-person`: what the program would propose to the desk, each with its reasons. A
//! person decides; nothing here changes a case.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::dispatch::{CategoryPath, Duty};
use kernel::{CaseId, Locale, Message, OrgId};
use serde::{Deserialize, Serialize};
use services::{
    similar::{SamePerson, same_person_as},
    suggest::{self, Barred, Candidate, LookAlike, RouteGuess, Suggestion},
};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::api::{
    auth::Staff,
    headers::Lang,
    problem::Problem,
    query::{self, Asked},
    state::Api,
    wire::Coded,
};

/// How many matters of the same person are given.
const SAME: usize = 20;

/// What was chosen already.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SuggestionQuery {
    /// The category that the units follow; the one on record, or the best guess, when left out.
    category: Option<String>,
    /// The unit complained of, which is never suggested; that of the matter when left out.
    respondent: Option<String>,
}

/// A guess with how sure it is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GuessBody {
    /// What.
    value: Coded,
    /// 0 to 1: the share of what speaks for it.
    confidence: f64,
    /// Why.
    reason: String,
}

/// The branch of article 31 for one claim.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RouteGuessBody {
    /// The claim's number.
    claim: u16,
    /// The branch.
    route: Coded,
    /// Why.
    reason: String,
}

/// A unit that could have the matter.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CandidateBody {
    /// The unit.
    id: Uuid,
    /// Its name.
    name: String,
    /// It would lead, or could assist.
    duty: Coded,
    /// 0 to 1.
    confidence: f64,
    /// Why, in full sentences.
    reasons: Vec<String>,
}

/// Somebody who may not have the matter.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BarredBody {
    /// The unit; `null` when it is none of ours.
    id: Option<Uuid>,
    /// Its name.
    name: String,
    /// Why.
    reason: String,
}

/// A matter that is like this one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LookAlikeBody {
    /// The case.
    id: Uuid,
    /// Its number.
    number: String,
    /// What it is about.
    title: String,
    /// Where.
    division: String,
    /// When it was received.
    received_at: String,
    /// Who has it.
    holder: String,
    /// Where it stands, in words.
    stage: String,
    /// The procedure has ended.
    is_over: bool,
    /// How like it is: 0 to 1.
    likeness: f64,
    /// Why it is thought to be like.
    why: Vec<String>,
}

/// What is suggested for one matter.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuggestionBody {
    /// Its legal type.
    matter_type: Option<GuessBody>,
    /// The way of each claim.
    routes: Vec<RouteGuessBody>,
    /// Categories, best first.
    categories: Vec<GuessBody>,
    /// Units, best first; never who is complained of.
    units: Vec<CandidateBody>,
    /// Who came up and may not have it.
    forbidden: Vec<BarredBody>,
    /// Matters like it, most like first; only those you may read.
    similar: Vec<LookAlikeBody>,
    /// Several matters of one place in few days, in words.
    wave: Option<String>,
    /// The version of the dispatch catalogue; `null` where the jurisdiction keeps none.
    catalogue_version: Option<String>,
}

/// Another matter of whoever filed this one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SamePersonBody {
    /// The case.
    id: Uuid,
    /// Its number.
    number: String,
    /// What it is about.
    title: String,
    /// When it was received.
    received_at: String,
    /// Where it stands.
    stage: String,
}

fn said(messages: &[Message], locale: Locale) -> Vec<String> {
    messages.iter().map(|message| message.say(locale)).collect()
}

impl RouteGuessBody {
    fn of(guess: &RouteGuess, locale: Locale) -> Self {
        Self {
            claim: guess.claim,
            route: Coded::new(guess.route.name(), &guess.route.message(), locale),
            reason: guess.reason.say(locale),
        }
    }
}

impl CandidateBody {
    fn of(unit: &Candidate, locale: Locale) -> Self {
        Self {
            id: unit.org.0,
            name: unit.name.clone(),
            duty: Coded::new(Duty::name(unit.duty), &unit.duty.message(), locale),
            confidence: unit.confidence,
            reasons: said(&unit.reasons, locale),
        }
    }
}

impl BarredBody {
    fn of(barred: &Barred, locale: Locale) -> Self {
        Self { id: barred.org.map(|org| org.0), name: barred.name.clone(), reason: barred.reason.say(locale) }
    }
}

impl LookAlikeBody {
    fn of(like: &LookAlike, locale: Locale) -> Self {
        Self {
            id: like.id.0,
            number: like.number.to_string(),
            title: like.title.clone(),
            division: like.division.to_string(),
            received_at: like.received_at.to_string(),
            holder: like.holder_name.clone(),
            stage: like.stage.say(locale),
            is_over: like.is_over,
            likeness: like.likeness,
            why: said(&like.why, locale),
        }
    }
}

impl SuggestionBody {
    fn of(suggestion: &Suggestion, locale: Locale) -> Self {
        let matter_type = suggestion.matter_type.as_ref().map(|guess| GuessBody {
            value: Coded::new(guess.value.name(), &guess.value.message(), locale),
            confidence: guess.confidence,
            reason: guess.reason.say(locale),
        });
        let categories = suggestion.categories.iter().map(|guess| GuessBody {
            value: Coded { code: guess.value.to_string(), text: guess.value.to_string() },
            confidence: guess.confidence,
            reason: guess.reason.say(locale),
        });
        Self {
            matter_type,
            categories: categories.collect(),
            routes: suggestion.routes.iter().map(|guess| RouteGuessBody::of(guess, locale)).collect(),
            units: suggestion.units.iter().map(|unit| CandidateBody::of(unit, locale)).collect(),
            forbidden: suggestion.forbidden.iter().map(|barred| BarredBody::of(barred, locale)).collect(),
            similar: suggestion.similar.iter().map(|like| LookAlikeBody::of(like, locale)).collect(),
            wave: suggestion.wave.as_ref().map(|wave| wave.message().say(locale)),
            catalogue_version: suggestion.catalogue_version.clone(),
        }
    }
}

impl From<SamePerson> for SamePersonBody {
    fn from(one: SamePerson) -> Self {
        Self {
            id: one.id.0,
            number: one.number.to_string(),
            title: one.title,
            received_at: one.received_at.to_string(),
            stage: one.stage,
        }
    }
}

/// Type, ways, category, units with their reasons, and look-alikes, for whoever triages the matter.
#[utoipa::path(
    get,
    path = "/matters/{id}/suggestions",
    operation_id = "suggest-for-matter",
    tag = "matters",
    params(("id" = Uuid, Path, description = "The case."), SuggestionQuery),
    security(("staff" = [])),
    responses((status = 200, description = "What the program would propose; a person decides.", body = SuggestionBody)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    Asked(asked): Asked<SuggestionQuery>,
) -> Result<Json<SuggestionBody>, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::hidden())?;
    let category =
        asked.category.as_deref().map(CategoryPath::parse).transpose().map_err(|_| query::wrong("category"))?;
    let respondent: Option<OrgId> =
        asked.respondent.as_deref().map(str::parse).transpose().map_err(|_| query::wrong("respondent"))?;
    let asked = suggest::Asked { category, respondent };
    let found = api.app.read(move |tx, kit, ctx| suggest::suggest(tx, kit, ctx, &staff.subject, id, &asked));
    Ok(Json(SuggestionBody::of(&found.await?, locale)))
}

/// The other open matters of whoever filed this one, by the telephone given there; only those you may read. It is never a
/// reason to refuse one.
#[utoipa::path(
    get,
    path = "/matters/{id}/same-person",
    operation_id = "same-person",
    tag = "matters",
    params(("id" = Uuid, Path, description = "The case.")),
    security(("staff" = [])),
    responses((status = 200, description = "Newest first.", body = Vec<SamePersonBody>)),
)]
pub(crate) async fn same_person(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<Vec<SamePersonBody>>, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::hidden())?;
    let found = api.app.read(move |tx, _, _| Ok(same_person_as(tx, &staff.subject, id, SAME)?)).await?;
    Ok(Json(found.into_iter().map(SamePersonBody::from).collect()))
}
