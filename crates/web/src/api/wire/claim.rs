//! Claims and their answers.

use domain::case::{Answer, Claim, Promise};
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
    /// Which branch of article 31 it takes, once decided.
    route: Option<Coded>,
    /// Is it solved?
    resolution: Coded,
    /// The answer, once there is one to be read.
    answer: Option<AnswerBody>,
    /// What was promised was reported done.
    done: Option<bool>,
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
            route: claim.route.map(|route| Coded::new(route.name(), &route.message(), locale)),
            resolution: Coded::new(claim.resolution.name(), &claim.resolution.message(), locale),
            answer: claim.answer.as_ref().map(|answer| AnswerBody::of(answer, locale)),
            done: claim.execution.as_ref().map(|execution| execution.done.is_some()),
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
        }
    }
}

impl PromisedBody {
    fn of(promise: &Promise) -> Self {
        Self { obligor: promise.obligor.to_string(), what: promise.what.to_string(), due: day(promise.due) }
    }
}
