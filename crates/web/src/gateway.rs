//! `/gateway/sms/{secret}`: what a short-message gateway says afterwards of the messages it was given. Gateways push in forms of
//! their own and know no tokens of ours, so the address itself holds the secret; it stands in no log, which keep the pattern of a
//! route and not its path.

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use domain::notice::Channel;
use serde_json::{Map, Value};
use services::outbox::{self, Receipt};
use subtle::ConstantTimeEq as _;

use crate::{
    problem::Problem,
    state::{AppState, Receipts},
};

/// More receipts than one push holds.
const MOST: usize = 1_000;

/// The routes; outside the session and the forms.
pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/gateway/sms/{secret}", post(sms))
}

async fn sms(
    State(state): State<AppState>,
    Path(secret): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let form = state.config.receipts.clone().filter(|form| knows(form, &secret)).ok_or(Problem::NotFound)?;
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(receipts) = read(&form, kind, &body) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let count = receipts.len();
    let done = state.write(move |tx, _, ctx| Ok(outbox::receive(tx, ctx, Channel::Sms, &receipts)?)).await?;
    tracing::info!(receipts = count, changed = done, "receipts of a gateway");
    let json = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
    Ok((json, form.answer).into_response())
}

fn knows(form: &Receipts, secret: &str) -> bool {
    form.secret.reveal().as_bytes().ct_eq(secret.as_bytes()).into()
}

/// The receipts of a push: JSON, one or several, or the fields of a form. `None` for what is neither.
fn read(form: &Receipts, kind: &str, body: &[u8]) -> Option<Vec<Receipt>> {
    let value = if kind.starts_with("application/x-www-form-urlencoded") {
        let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(body).ok()?;
        Value::Object(fields.into_iter().map(|(name, text)| (name, Value::String(text))).collect::<Map<_, _>>())
    } else {
        serde_json::from_slice(body).ok()?
    };
    let receipt = |one: &Value| {
        let state = plain(one.pointer(&form.state)?);
        Some(Receipt { key: plain(one.pointer(&form.key)?), arrived: form.arrived.contains(&state) })
    };
    Some(each(&value).into_iter().take(MOST).filter_map(receipt).collect())
}

/// One by one: a list, the list inside an envelope, or the one thing itself.
fn each(value: &Value) -> Vec<&Value> {
    let envelope = value.as_object().and_then(|map| map.values().find_map(Value::as_array));
    match value.as_array().or(envelope) {
        Some(all) => all.iter().collect(),
        None => vec![value],
    }
}

/// A value as it is written in a configuration: `0`, `DELIVRD`.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use kernel::Redacted;

    use super::*;

    fn form() -> Receipts {
        Receipts {
            secret: Redacted::new("a-secret-that-nobody-guesses".into()),
            key: "/msgid".into(),
            state: "/status".into(),
            arrived: vec!["DELIVRD".into(), "0".into()],
            answer: "{\"code\":0}".into(),
        }
    }

    fn told(kind: &str, body: &str) -> Option<Vec<(String, bool)>> {
        let all = read(&form(), kind, body.as_bytes())?;
        Some(all.into_iter().map(|one| (one.key, one.arrived)).collect())
    }

    #[test]
    fn receipts_come_one_by_one_in_lists_in_envelopes_and_as_forms() {
        let (yes, no) = (("7".to_owned(), true), ("8".to_owned(), false));
        let json = "application/json";
        assert_eq!(told(json, r#"{"msgid": "7", "status": "DELIVRD"}"#), Some(vec![yes.clone()]));
        assert_eq!(
            told(json, r#"[{"msgid": 7, "status": 0}, {"msgid": 8, "status": "UNDELIV"}]"#),
            Some(vec![yes.clone(), no.clone()])
        );
        assert_eq!(told(json, r#"{"total": 1, "list": [{"msgid": 8, "status": 3}]}"#), Some(vec![no]));
        assert_eq!(told("application/x-www-form-urlencoded; charset=utf-8", "msgid=7&status=DELIVRD"), Some(vec![yes]));
        assert_eq!(told(json, r#"{"other": 1}"#), Some(vec![]), "what names no message is none");
        assert_eq!(told(json, "hello"), None);
    }

    #[test]
    fn only_the_whole_secret_opens() {
        assert!(knows(&form(), "a-secret-that-nobody-guesses"));
        assert!(!knows(&form(), "a-secret-that-nobody") && !knows(&form(), ""));
    }
}
