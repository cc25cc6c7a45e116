//! The headers that mean something here: language, idempotency key, expected version.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
};
use kernel::{Locale, Refusal};

use super::{problem::Problem, state::Api};

/// The language of the answer, from `Accept-Language`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lang(pub(crate) Locale);

impl Lang {
    /// As the headers say.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self(Locale::negotiate(wanted.unwrap_or_default()))
    }
}

impl FromRequestParts<Api> for Lang {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers))
    }
}

/// `Idempotency-Key`: the same create sent twice happens once. 1 to 100 visible characters, made by the caller.
#[derive(Debug, Clone)]
pub(crate) struct IdempotencyKey(pub(crate) String);

const IDEMPOTENCY_KEY: &str = "idempotency-key";
const LONGEST_KEY: usize = 100;

impl FromRequestParts<Api> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Problem> {
        let refused = |code| Problem::of(StatusCode::BAD_REQUEST, Refusal::invalid("Idempotency-Key", code));
        let value = parts.headers.get(IDEMPOTENCY_KEY).ok_or_else(|| refused("api-key-missing"))?;
        let key = value.to_str().map(str::trim).unwrap_or_default();
        let fits = (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { Ok(Self(key.to_owned())) } else { Err(refused("api-key-form")) }
    }
}

/// `If-Match`: the version of the case that the caller saw, or `*` for "as it stands".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IfMatch(pub(crate) Option<i64>);

impl IfMatch {
    fn read(headers: &HeaderMap) -> Result<Option<Self>, Problem> {
        let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
        let text = value.to_str().map(str::trim).unwrap_or_default();
        if text == "*" {
            return Ok(Some(Self(None)));
        }
        let version = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).and_then(|v| v.parse().ok());
        let wrong = || Problem::of(StatusCode::BAD_REQUEST, Refusal::invalid("If-Match", "api-if-match-form"));
        version.map(|version| Some(Self(Some(version)))).ok_or_else(wrong)
    }
}

impl FromRequestParts<Api> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Problem> {
        let missing =
            || Problem::of(StatusCode::PRECONDITION_REQUIRED, Refusal::invalid("If-Match", "api-if-match-missing"));
        Self::read(&parts.headers)?.ok_or_else(missing)
    }
}

/// `If-Match` where it may be left out: a petitioner who does not name a version means the case as it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MaybeIfMatch(pub(crate) Option<i64>);

impl FromRequestParts<Api> for MaybeIfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Problem> {
        Ok(Self(IfMatch::read(&parts.headers)?.and_then(|IfMatch(version)| version)))
    }
}

/// The version of a case as an entity tag.
pub(crate) fn etag(version: i64) -> (header::HeaderName, HeaderValue) {
    let value = HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""));
    (header::ETAG, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_strong_tags_only() {
        let read = |text: &'static str| {
            let headers = HeaderMap::from_iter([(header::IF_MATCH, HeaderValue::from_static(text))]);
            IfMatch::read(&headers).map_err(|problem| problem.status().as_u16())
        };
        assert_eq!(read("\"7\""), Ok(Some(IfMatch(Some(7)))));
        assert_eq!(read("*"), Ok(Some(IfMatch(None))));
        for wrong in ["7", "W/\"7\"", "\"a\"", "\"1\", \"2\""] {
            assert_eq!(read(wrong), Err(400), "{wrong}");
        }
        assert!(matches!(IfMatch::read(&HeaderMap::new()), Ok(None)));
    }
}
