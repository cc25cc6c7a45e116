//! `POST /petitions/{number}/revoke-mandate`: the agency ends at once.

use axum::{extract::State, response::Response};

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Outcome, petition::RevokeMandate},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Take the mandate back: your agent sees nothing of the case from this moment. What was done stays valid.
#[utoipa::path(
    post,
    path = "/petitions/{number}/revoke-mandate",
    operation_id = "revoke-mandate-as-petitioner",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = RevokeMandate,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(act): Sent<RevokeMandate>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(act)).await
}
