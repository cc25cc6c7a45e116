//! `POST /tokens`: from login and password to a bearer token.

use std::net::{IpAddr, SocketAddr};

use axum::{
    Json,
    extract::{ConnectInfo, State},
    http::{StatusCode, request::Parts},
};
use jiff::SignedDuration;
use kernel::{Refusal, RefusalKind};
use serde::Serialize;
use services::{
    Error,
    auth::{self, Cost, Password},
};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::{
    body::{Sent, body},
    problem::Problem,
    state::Api,
};

/// How long a token holds unless told, and at most.
const HOURS: u32 = 12;
const MOST_HOURS: u32 = 24 * 90;

/// Who asks for a token, and for how long.
pub(crate) struct Asked {
    login: String,
    password: Password,
    label: String,
    hours: u32,
}

body! {
    /// Login and password.
    TokenBody {
        /// The name she signs in with.
        login: String,
        /// Her password.
        password: String,
        /// What the token is for, as she will see it in her list of sessions.
        label: Option<String>,
        /// How many hours it holds: 12 unless told, 2160 at most.
        hours: Option<u32>,
    } => Asked: Asked {
        login,
        password: Password::given(&password),
        label: label.unwrap_or_else(|| "API".to_owned()),
        hours: hours.unwrap_or(HOURS),
    }
}

/// A bearer token.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TokenReceipt {
    /// For `Authorization: Bearer …`; told once.
    token: String,
    /// Its id, by which it is revoked.
    session: Uuid,
    /// Until when it holds.
    #[schema(format = "date-time")]
    expires_at: String,
}

/// Get a bearer token. Tries are throttled like sign-ins; an unknown login and a wrong password are not told apart.
#[utoipa::path(
    post,
    path = "/tokens",
    operation_id = "create-token",
    tag = "session",
    request_body = TokenBody,
    responses((status = 201, description = "A token.", body = TokenReceipt)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    parts: Parts,
    Sent(asked): Sent<TokenBody>,
) -> Result<(StatusCode, Json<TokenReceipt>), Problem> {
    if !(1..=MOST_HOURS).contains(&asked.hours) {
        return Err(Refusal::invalid("hours", "api-token-hours").with("max", MOST_HOURS).into());
    }
    let Asked { login, password, label, hours } = asked;
    let address = address_of(&parts);
    let begun = api.app.write(move |tx, kit, ctx| auth::begin(tx, ctx, &kit.keys, &login, &address)).await?;
    let ctx = api.app.ctx();
    let checked = tokio::task::spawn_blocking(move || begun.verify(&ctx, &password, Cost::STRONG)).await;
    let verified = checked.map_err(|_| Problem::Panic)?.map_err(unproven)?;
    let valid = SignedDuration::from_hours(i64::from(hours));
    let write = api.app.write(move |tx, _, ctx| auth::finish_token(tx, ctx, &verified, &label, valid));
    let session = write.await?;
    let receipt = TokenReceipt {
        session: session.id.0,
        expires_at: session.expires_at.to_string(),
        token: session.token.into_revealed(),
    };
    Ok((StatusCode::CREATED, Json(receipt)))
}

/// A wrong password is a failed proof, not a malformed field.
fn unproven(error: Error) -> Problem {
    match error {
        Error::Refused(refusal) if refusal.kind == RefusalKind::Invalid => {
            Problem::of(StatusCode::UNAUTHORIZED, refusal)
        }
        other => other.into(),
    }
}

/// Where a try comes from; of a version 6 address the half that names the network.
fn address_of(parts: &Parts) -> String {
    match parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip()) {
        None => "unknown".into(),
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}
