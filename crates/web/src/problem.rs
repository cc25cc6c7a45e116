//! What a handler gives back when it cannot answer: a page for people, `application/problem+json` for programs.

use std::sync::Arc;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ctx, Fault, Refusal, RefusalKind};
use serde::Serialize;

use crate::{
    i18n::Say,
    ui::{Icon, Line},
    view::{Frame, Visit},
};

/// Why there is no answer. Handlers return it by `?`; the face is put on by [`face`] outside, where the language is known.
#[derive(Debug)]
pub enum Problem {
    /// Rules refused; at least one.
    Refused(Vec<Refusal>),
    /// The machine failed.
    Fault(Fault),
    /// A broken invariant; already logged where it broke.
    Panic,
    /// No such address.
    NotFound,
    /// The address exists, the method does not.
    NotAllowed,
    /// More was sent than is taken.
    TooLarge,
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

impl From<Vec<Refusal>> for Problem {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Refused(refusals)
    }
}

impl From<services::Error> for Problem {
    fn from(error: services::Error) -> Self {
        match error {
            services::Error::Refused(refusal) => Self::from(refusal),
            services::Error::Invalid(refusals) => Self::Refused(refusals),
            services::Error::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Problem {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusals) => refusals.first().map_or(StatusCode::CONFLICT, |r| match r.kind {
                RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
                RefusalKind::Rule | RefusalKind::Stale => StatusCode::CONFLICT,
                RefusalKind::NotPermitted => StatusCode::FORBIDDEN,
                RefusalKind::NotSignedIn => StatusCode::UNAUTHORIZED,
                RefusalKind::Wait => StatusCode::TOO_MANY_REQUESTS,
            }),
            Self::Fault(Fault::Closed) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) | Self::Panic => StatusCode::INTERNAL_SERVER_ERROR,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    fn refusals(&self) -> &[Refusal] {
        match self {
            Self::Refused(refusals) => refusals,
            _ => &[],
        }
    }

    fn is_ours(&self) -> bool {
        matches!(self, Self::Fault(_) | Self::Panic)
    }

    /// The problem behind a bare status that axum or a layer gave: unknown path, wrong method, body too large.
    #[must_use]
    pub fn behind(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::NotAllowed),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                Some(Self::Refused(vec![Refusal::invalid("", "form-broken")]))
            }
            _ => None,
        }
    }

    fn title_key(&self) -> &'static str {
        match self {
            Self::Refused(refusals) => match refusals.first().map(|r| r.kind) {
                Some(RefusalKind::NotPermitted) => "portal-problem-not-permitted",
                Some(RefusalKind::NotSignedIn) => "portal-problem-not-signed-in",
                Some(RefusalKind::Wait) => "portal-problem-wait",
                Some(RefusalKind::Stale) => "portal-problem-stale",
                _ => "portal-problem-refused",
            },
            Self::Fault(_) | Self::Panic => "portal-problem-ours",
            Self::NotFound => "portal-problem-not-found",
            Self::NotAllowed => "portal-problem-not-allowed",
            Self::TooLarge => "portal-problem-too-large",
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

/// An id for one failure, as people read it out on the telephone: `F-7K2M`. No letters that sound or look alike.
#[must_use]
pub fn failure_id(ctx: &Ctx) -> String {
    const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let letters = ctx.random::<4>().map(|byte| char::from(ALPHABET[usize::from(byte & 31)]));
    format!("F-{}", letters.iter().collect::<String>())
}

/// Puts a face on a problem: logs what is ours under an id, then answers in the reader's language and form.
#[must_use]
pub fn face(problem: &Problem, visit: &Visit) -> Response {
    let id = told(problem, visit);
    let mut response =
        if visit.wants_json() { json(problem, id.as_deref(), visit.t) } else { page(problem, id, visit) };
    *response.status_mut() = problem.status();
    if let Some(seconds) = wait_seconds(problem) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Logs what is ours under an id of its own: that is what the reader is told of it. `None` for what is not ours.
pub(crate) fn told(problem: &Problem, visit: &Visit) -> Option<String> {
    let id = problem.is_ours().then(|| failure_id(&visit.state.ctx()))?;
    if let Problem::Fault(fault) = problem {
        tracing::error!(failure = %id, %fault, "a request failed");
    } else {
        tracing::error!(failure = %id, "a request panicked");
    }
    Some(id)
}

fn wait_seconds(problem: &Problem) -> Option<u64> {
    let refusal = problem.refusals().iter().find(|r| r.kind == RefusalKind::Wait)?;
    let (_, seconds) = refusal.args.iter().find(|(name, _)| name == "seconds")?;
    seconds.parse().ok()
}

/// One page for every problem; the desk and the portal share it because the reader may not be known.
#[derive(Template)]
#[template(path = "errors/problem.html")]
struct ProblemPage {
    t: Frame,
    icon: Icon,
    lines: Vec<Line>,
    sign_in: bool,
}

fn page(problem: &Problem, id: Option<String>, visit: &Visit) -> Response {
    let t = visit.t;
    let (icon, lines) = match problem {
        Problem::Refused(refusals) => {
            (Icon::outline("hand-stop"), refusals.iter().map(|r| t.message(&r.message()).into()).collect())
        }
        Problem::Fault(_) | Problem::Panic => (
            Icon::outline("tool"),
            vec![
                t.say("portal-problem-ours-text").into(),
                t.say("portal-problem-ours-id").with("id", id.unwrap_or_default()).into(),
            ],
        ),
        Problem::NotFound => (Icon::outline("map-pin"), vec![t.say("portal-problem-not-found-text").into()]),
        Problem::NotAllowed => (Icon::outline("arrow-back-up"), vec![t.say("portal-problem-not-allowed-text").into()]),
        Problem::TooLarge => (Icon::outline("paperclip"), vec![t.say("portal-problem-too-large-text").into()]),
    };
    let page = ProblemPage {
        t: visit.frame(problem.title_key()),
        icon,
        lines,
        sign_in: problem.status() == StatusCode::UNAUTHORIZED,
    };
    // The page of last resort cannot itself become a problem page.
    visit.page_as(problem.status(), &page).unwrap_or_else(|_| problem.status().into_response())
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refusals: Vec<RefusalJson<'a>>,
}

#[derive(Serialize)]
struct RefusalJson<'a> {
    code: &'a str,
    detail: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    field: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    rule: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    article: &'a str,
}

fn json(problem: &Problem, id: Option<&str>, t: Say) -> Response {
    let refusals: Vec<_> = problem
        .refusals()
        .iter()
        .map(|r| RefusalJson {
            code: &r.code,
            detail: t.refusal(r),
            field: &r.field,
            rule: &r.rule,
            article: &r.article,
        })
        .collect();
    let body = ProblemJson {
        r#type: refusals.first().map_or_else(|| "about:blank".into(), |r| format!("urn:lianxin:refusal:{}", r.code)),
        title: t.say(problem.title_key()).text(),
        status: problem.status().as_u16(),
        detail: refusals.first().map_or_else(|| t.say(problem.title_key()).text(), |refusal| refusal.detail.clone()),
        failure: id,
        refusals,
    };
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    (kind, serde_json::to_string(&body).unwrap_or_default()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_id_can_be_read_out() {
        let ctx = Ctx::seeded(jiff::Timestamp::UNIX_EPOCH, 1);
        let id = failure_id(&ctx);
        assert_eq!(id.len(), 6);
        assert!(!id[2..].contains(['0', 'O', '1', 'I']));
        assert_ne!(id, failure_id(&ctx));
    }

    #[test]
    fn refusals_have_their_status() {
        assert_eq!(Problem::from(Refusal::stale()).status(), StatusCode::CONFLICT);
        assert_eq!(Problem::from(Refusal::not_permitted()).status(), StatusCode::FORBIDDEN);
        let wait = Problem::from(Refusal::wait("look-up-often", 90));
        assert_eq!((wait.status(), wait_seconds(&wait)), (StatusCode::TOO_MANY_REQUESTS, Some(90)));
    }
}
