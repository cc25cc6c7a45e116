//! Claims and their answers.

use domain::{
    case::{Answer, Claim, ClaimOrigin, Promise},
    execution::Item,
};
use kernel::Locale;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Coded, day};

/// One thing the person wants.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ClaimBody {
    /// Its id.
    id: Uuid,
    /// Its number inside the case, from 1.
    no: u16,
    /// In her own words.
    text: String,
    /// How the desk reads it, when it wrote that beside her words.
    reading: Option<String>,
    /// How it came to stand by itself, when she did not bring it so: `PART` of another claim, or found in her `FACTS`.
    origin: Option<&'static str>,
    /// The claim of which it is a part.
    part_of: Option<Uuid>,
    /// The claim with which it is answered; it stays under its own number.
    joined_to: Option<Uuid>,
    /// Which branch of article 31 it takes, once decided.
    route: Option<Coded>,
    /// Is it solved?
    resolution: Coded,
    /// The answer, once there is one to be read.
    answer: Option<AnswerBody>,
    /// What was promised was reported done.
    done: Option<bool>,
    /// What has to be done, item by item.
    items: Vec<ItemBody>,
}

/// One thing that has to be done.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ItemBody {
    /// Its number under the claim.
    no: u16,
    /// Who, what, until when.
    promised: PromisedBody,
    /// Where it stands.
    state: Coded,
    /// What was reported last: evidence or reason.
    evidence: Option<String>,
    /// The SM3 digests of the files that show it.
    files: Vec<String>,
}

/// The answer to one claim.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AnswerBody {
    /// What is decided.
    result: Coded,
    /// Findings and decision, in words.
    text: String,
    /// The laws it rests on.
    basis: String,
    /// What is promised.
    promise: Option<PromisedBody>,
    /// What is promised besides.
    more: Vec<PromisedBody>,
}

/// What a supported claim promises.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PromisedBody {
    /// Who must do it, by name.
    obligor: String,
    /// What.
    what: String,
    /// Until which day.
    #[schema(format = "date")]
    due: String,
}

impl ClaimBody {
    pub(crate) fn of(claim: &Claim, locale: Locale) -> Self {
        Self {
            id: claim.id.0,
            no: claim.no,
            text: claim.text.to_string(),
            reading: claim.reading.as_ref().map(ToString::to_string),
            origin: claim.origin.map(|origin| match origin {
                ClaimOrigin::Part { .. } => "PART",
                ClaimOrigin::Facts => "FACTS",
            }),
            part_of: claim.origin.and_then(|origin| match origin {
                ClaimOrigin::Part { of } => Some(of.0),
                ClaimOrigin::Facts => None,
            }),
            joined_to: claim.joined.map(|into| into.0),
            route: claim.route.map(|route| Coded::new(route.name(), &route.message(), locale)),
            resolution: Coded::new(claim.resolution.name(), &claim.resolution.message(), locale),
            answer: claim.answer.as_ref().map(|answer| AnswerBody::of(answer, locale)),
            done: (!claim.execution.items().is_empty()).then(|| !claim.execution.is_open()),
            items: claim.execution.items().iter().map(|item| ItemBody::of(item, locale)).collect(),
        }
    }
}

impl ItemBody {
    fn of(item: &Item, locale: Locale) -> Self {
        let report = item.report.as_ref();
        let state = item.state();
        Self {
            no: item.no,
            promised: PromisedBody::of(&item.promise),
            state: Coded::new(state.name(), &state.message(), locale),
            evidence: report.map(|report| report.evidence.to_string()),
            files: report.iter().flat_map(|report| &report.files).map(|file| file.digest.to_string()).collect(),
        }
    }
}

impl AnswerBody {
    pub(crate) fn of(answer: &Answer, locale: Locale) -> Self {
        Self {
            result: Coded::new(answer.result.name(), &answer.result.message(), locale),
            text: answer.text.to_string(),
            basis: answer.basis.to_string(),
            promise: answer.promise.as_ref().map(PromisedBody::of),
            more: answer.more.iter().map(PromisedBody::of).collect(),
        }
    }
}

impl PromisedBody {
    fn of(promise: &Promise) -> Self {
        Self { obligor: promise.obligor.to_string(), what: promise.what.to_string(), due: day(promise.due) }
    }
}
