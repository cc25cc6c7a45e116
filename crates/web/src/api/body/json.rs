//! From bytes to a body: the right type, the right size, the right shape; what is wrong is told without repeating it.

use axum::{
    body::{Bytes, HttpBody as _},
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
};
use kernel::Refusal;
use serde::de::DeserializeOwned;
use services::error::Collect;

use super::Field;
use crate::api::{problem::Problem, state::Api};

/// The parsed body of a request.
pub(crate) struct Sent<F: Field>(pub(crate) F::Out);

impl<F: Field + DeserializeOwned> FromRequest<Api> for Sent<F> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Problem> {
        let bytes = bytes(request, api).await?;
        Ok(Self(parse::<F>(&bytes)?))
    }
}

/// A body that is JSON, whatever its shape: for routes that learn the shape from the address.
pub(crate) struct Raw<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Api> for Raw<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Problem> {
        let bytes = bytes(request, api).await?;
        let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        serde_json::from_slice(bytes).map(Self).map_err(|_| broken())
    }
}

/// A body as it came.
async fn bytes(request: Request, api: &Api) -> Result<Bytes, Problem> {
    let empty = request.headers().get(header::CONTENT_TYPE).is_none() && request.body().size_hint().exact() == Some(0);
    if !empty && !is_json(request.headers()) {
        let refusal = Refusal::invalid("Content-Type", "api-content-type").with("expected", "application/json");
        return Err(Problem::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, refusal));
    }
    let most = api.app.config.limits.text;
    Bytes::from_request(request, api).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::of(StatusCode::PAYLOAD_TOO_LARGE, Refusal::invalid("", "api-too-large").with("max", most / 1_000))
        }
        _ => broken(),
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

fn broken() -> Problem {
    Problem::of(StatusCode::BAD_REQUEST, Refusal::invalid("", "api-json-broken"))
}

fn parse<F: Field + DeserializeOwned>(bytes: &[u8]) -> Result<F::Out, Problem> {
    // An empty body is an empty object: commands without data need none.
    let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { bytes };
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let body: F = serde_path_to_error::deserialize(&mut json).map_err(|error| match error.inner().classify() {
        serde_json::error::Category::Data => misshapen("", &error).into(),
        _ => broken(),
    })?;
    json.end().map_err(|_| broken())?;
    Ok(finish(body, "")?)
}

/// Reads a body out of a value that was read before; `at` is its path in the request.
pub(crate) fn read<F: Field + DeserializeOwned>(value: serde_json::Value, at: &str) -> Result<F::Out, Vec<Refusal>> {
    let body: F = serde_path_to_error::deserialize(value).map_err(|error| vec![misshapen(at, &error)])?;
    finish(body, at)
}

fn finish<F: Field>(body: F, at: &str) -> Result<F::Out, Vec<Refusal>> {
    let mut errors = Collect::default();
    let parsed = body.parse(at, &mut errors);
    match (errors.finish(), parsed) {
        (Ok(()), Some(parsed)) => Ok(parsed),
        (Err(error), _) => Err(error.refusals().unwrap_or_default().to_vec()),
        (Ok(()), None) => Err(vec![Refusal::invalid(at, "api-json-type")]),
    }
}

/// A value of the wrong shape: which field, and whether it is unknown, missing or of another type. The value itself is not
/// repeated; it may be somebody's telephone number.
fn misshapen(at: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Refusal {
    let said = error.inner().to_string();
    let named = || said.split('`').nth(1).unwrap_or_default().chars().take(60).collect::<String>();
    let path = error.path().to_string().replace('[', ".").replace(']', "");
    let path = match path.trim_start_matches('.') {
        "" => at.to_owned(),
        path => super::join(at, path),
    };
    if said.starts_with("unknown field") {
        let field = if path.ends_with(&named()) { path } else { super::join(&path, &named()) };
        return Refusal::invalid(&field, "api-json-unknown-field").with("name", named());
    }
    if said.starts_with("missing field") {
        return Refusal::invalid(&super::join(&path, &named()), "api-json-missing-field");
    }
    if said.starts_with("unknown variant") {
        return Refusal::invalid(&path, "unknown-choice");
    }
    Refusal::invalid(&path, "api-json-type")
}

#[cfg(test)]
mod tests {
    use kernel::Text;

    use super::*;
    use crate::api::body::{Words, body};

    body! {
        /// A part.
        Part { text: Words<5> } => Text<5>: text
    }
    body! {
        /// A whole.
        Whole { parts: Vec<Part>, count: u32, note: Option<Words<3>> } => (Vec<Text<5>>, u32, Option<Text<3>>): (parts, count, note)
    }

    fn refused(json: &str) -> Vec<(String, String)> {
        let problem = parse::<Whole>(json.as_bytes()).err().unwrap();
        match problem {
            Problem::Refused { refusals, .. } => refusals.into_iter().map(|r| (r.field, r.code)).collect(),
            _ => panic!("not a refusal"),
        }
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn every_field_that_is_wrong_is_told_with_its_path() {
        let json = r#"{"parts":[{"text":"ab"},{"text":"abcdef"},{"text":""}],"count":1,"note":"abcd"}"#;
        let expected = [("parts.1.text", "text-too-long"), ("parts.2.text", "text-empty"), ("note", "text-too-long")];
        assert_eq!(refused(json), pairs(&expected));
    }

    #[test]
    fn shapes_are_refused_without_repeating_what_was_sent() {
        let unknown = r#"{"parts":[{"text":"a","phone":"13800000000"}],"count":1}"#;
        assert_eq!(refused(unknown), pairs(&[("parts.0.phone", "api-json-unknown-field")]));
        assert_eq!(refused(r#"{"parts":[]}"#), pairs(&[("count", "api-json-missing-field")]));
        assert_eq!(refused(r#"{"parts":[],"count":"13800000000"}"#), pairs(&[("count", "api-json-type")]));
        assert_eq!(refused(r#"{"parts":[],"count":-1}"#), pairs(&[("count", "api-json-type")]));
        assert_eq!(refused(r#"{"parts":[]"#), pairs(&[("", "api-json-broken")]));
        assert_eq!(refused(r#"{"parts":[],"count":1} trailing"#), pairs(&[("", "api-json-broken")]));
    }

    #[test]
    fn what_may_be_missing_is_missing() {
        let whole = parse::<Whole>(br#"{"parts":[],"count":1}"#).ok().unwrap();
        assert_eq!(whole, (vec![], 1, None));
    }
}
