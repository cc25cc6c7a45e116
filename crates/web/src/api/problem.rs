//! What the API answers when it cannot: `application/problem+json` (RFC 9457), said in the caller's language.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kernel::{Fault, Locale, Message, Refusal, RefusalKind};
use serde::Serialize;
use utoipa::ToSchema;

use super::{headers::Lang, state::Api, wire::timeline::Event};
use crate::problem::failure_id;

/// Why there is no answer. Handlers return it by `?`; [`faces`] gives it words.
#[derive(Debug)]
pub(crate) enum Problem {
    /// Rules refused; at least one refusal.
    Refused {
        /// The status, where the refusal alone does not say it.
        status: Option<StatusCode>,
        /// What was refused.
        refusals: Vec<Refusal>,
    },
    /// The case changed since the caller saw it.
    Stale(Box<Changed>),
    /// The machine failed.
    Fault(Fault),
    /// A broken invariant.
    Panic,
}

/// What changed since the version that the caller named.
#[derive(Debug)]
pub(crate) struct Changed {
    /// The version it named.
    pub(crate) seen: i64,
    /// The version now.
    pub(crate) now: i64,
    /// What happened in between, as far as the caller may see it.
    pub(crate) events: Vec<Event>,
}

/// The body of every answer that is a problem.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemBody {
    /// Names the problem; stable.
    #[schema(example = "urn:lianxin:problem:stale")]
    r#type: String,
    /// What kind of problem it is, in the caller's language.
    title: String,
    /// The HTTP status again.
    status: u16,
    /// What cannot be done, why, and what to do instead, in the caller's language.
    detail: String,
    /// The code of the refusal; stable.
    #[schema(example = "extension-after-expiry")]
    code: String,
    /// The rule that speaks, when one stands behind it.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(example = "R-067")]
    rule: String,
    /// The article that speaks, as a code.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(example = "A34")]
    article: String,
    /// The article in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
    /// The field concerned, as a path with dots.
    #[serde(skip_serializing_if = "String::is_empty")]
    field: String,
    /// Everything that is wrong, when more than one thing or a field is concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ErrorBody>,
    /// The number under which our own failure is logged.
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
    /// The version of the case now, when it changed since the caller saw it.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    /// What happened in between.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Event>>,
}

/// One thing that is wrong.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemError)]
pub(crate) struct ErrorBody {
    /// The code; stable.
    code: String,
    /// In words.
    detail: String,
    /// The field, as a path with dots: `claims.2`.
    #[serde(skip_serializing_if = "String::is_empty")]
    field: String,
    /// The rule.
    #[serde(skip_serializing_if = "String::is_empty")]
    rule: String,
    /// The article.
    #[serde(skip_serializing_if = "String::is_empty")]
    article: String,
}

impl Problem {
    /// A refusal under a status of its own.
    pub(crate) fn of(status: StatusCode, refusal: Refusal) -> Self {
        Self::Refused { status: Some(status), refusals: vec![refusal] }
    }

    /// No such case, or not hers to see: nobody can tell which.
    pub(crate) fn hidden() -> Self {
        Self::of(StatusCode::NOT_FOUND, Refusal::not_permitted())
    }

    /// The same, with everything that is merely not permitted hidden: for routes that name a case.
    pub(crate) fn hide(self) -> Self {
        match &self {
            Self::Refused { refusals, .. } if refusals.iter().any(|r| r.kind == RefusalKind::NotPermitted) => {
                Self::hidden()
            }
            _ => self,
        }
    }

    /// The first refusal.
    pub(crate) fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused { refusals, .. } => refusals.first(),
            _ => None,
        }
    }

    /// The HTTP status.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Refused { status: Some(status), .. } => *status,
            Self::Refused { refusals, .. } => refusals.first().map_or(StatusCode::CONFLICT, |first| match first.kind {
                RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
                RefusalKind::Rule | RefusalKind::Stale => StatusCode::CONFLICT,
                RefusalKind::NotPermitted => StatusCode::FORBIDDEN,
                RefusalKind::NotSignedIn => StatusCode::UNAUTHORIZED,
                RefusalKind::Wait => StatusCode::TOO_MANY_REQUESTS,
            }),
            Self::Stale(_) => StatusCode::PRECONDITION_FAILED,
            Self::Fault(Fault::Closed) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) | Self::Panic => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn wait_seconds(&self) -> Option<u64> {
        let refusal = self.refusal().filter(|refusal| refusal.kind == RefusalKind::Wait)?;
        refusal.args.iter().find(|(name, _)| name == "seconds")?.1.parse().ok()
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { status: None, refusals: vec![refusal] }
    }
}

impl From<Vec<Refusal>> for Problem {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Refused { status: None, refusals }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<services::Error> for Problem {
    fn from(error: services::Error) -> Self {
        match error {
            services::Error::Refused(refusal) => refusal.into(),
            services::Error::Invalid(refusals) => refusals.into(),
            services::Error::Fault(fault) => fault.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The layer around the API: gives problems their words and every answer its language.
pub(super) async fn faces(State(api): State<Api>, request: Request, next: Next) -> Response {
    let Lang(locale) = Lang::of(request.headers());
    let mut response = next.run(request).await;
    if let Some(problem) = response.extensions_mut().remove::<Arc<Problem>>() {
        response = face(&problem, locale, &api);
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.tag()));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language, accept-encoding"));
    // Answers hold personal data or tokens; no cache on the way keeps them.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn face(problem: &Problem, locale: Locale, api: &Api) -> Response {
    let status = problem.status();
    let failure = failure(problem, api);
    let body = body_of(problem, locale, failure);
    let mut response = (status, serde_json::to_string(&body).unwrap_or_default()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(seconds) = problem.wait_seconds() {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// Our own failures are logged in full under a short number; the caller gets the number.
fn failure(problem: &Problem, api: &Api) -> Option<String> {
    let id = matches!(problem, Problem::Fault(_) | Problem::Panic).then(|| failure_id(&api.app.ctx()))?;
    if let Problem::Fault(fault) = problem {
        tracing::error!(failure = %id, %fault, "a request failed");
    } else {
        tracing::error!(failure = %id, "a request panicked");
    }
    Some(id)
}

fn body_of(problem: &Problem, locale: Locale, failure: Option<String>) -> ProblemBody {
    let stale;
    let refusals: &[Refusal] = match problem {
        Problem::Refused { refusals, .. } => refusals,
        Problem::Stale(changed) => {
            stale = [Refusal::stale().with("seen", changed.seen).with("now", changed.now)];
            &stale
        }
        Problem::Fault(_) | Problem::Panic => &[],
    };
    let status = problem.status();
    let title = Message::new(format!("api-title-{}", status.as_u16())).say(locale);
    let first = refusals.first();
    let (version, changes) = match problem {
        Problem::Stale(changed) => (Some(changed.now), Some(changed.events.clone())),
        _ => (None, None),
    };
    let ours = || Message::new("api-failure").with("id", failure.as_deref().unwrap_or("—")).say(locale);
    let code = first.map_or_else(|| "failure".to_owned(), |refusal| refusal.code.clone());
    let worth_listing = refusals.len() > 1 || first.is_some_and(|refusal| !refusal.field.is_empty());
    ProblemBody {
        r#type: format!("urn:lianxin:problem:{code}"),
        title,
        status: status.as_u16(),
        detail: first.map_or_else(ours, |refusal| refusal.message().say(locale)),
        code,
        rule: first.map(|refusal| refusal.rule.clone()).unwrap_or_default(),
        article: first.map(|refusal| refusal.article.clone()).unwrap_or_default(),
        basis: first.and_then(|refusal| basis(&refusal.article, locale)),
        field: first.map(|refusal| refusal.field.clone()).unwrap_or_default(),
        errors: if worth_listing { refusals.iter().map(|refusal| error(refusal, locale)).collect() } else { vec![] },
        failure,
        version,
        changes,
    }
}

fn error(refusal: &Refusal, locale: Locale) -> ErrorBody {
    ErrorBody {
        code: refusal.code.clone(),
        detail: refusal.message().say(locale),
        field: refusal.field.clone(),
        rule: refusal.rule.clone(),
        article: refusal.article.clone(),
    }
}

/// An article code in words, when they are known.
pub(super) fn basis(article: &str, locale: Locale) -> Option<String> {
    let key = format!("basis-{article}");
    (!article.is_empty() && kernel::i18n::knows(Locale::Zh, &key)).then(|| Message::new(key).say(locale))
}
