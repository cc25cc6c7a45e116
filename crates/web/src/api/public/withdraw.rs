//! `POST /petitions/{number}/withdraw`: take it back.

use axum::{extract::State, response::Response};

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Outcome, petition::Withdraw},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Take the petition back.
#[utoipa::path(
    post,
    path = "/petitions/{number}/withdraw",
    operation_id = "withdraw-petition",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = Withdraw,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(act): Sent<Withdraw>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(act)).await
}
