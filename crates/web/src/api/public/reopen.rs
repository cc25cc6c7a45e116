//! `POST /petitions/{number}/reopen`: open it again.

use axum::{extract::State, response::Response};

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Outcome, petition::Reopen},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Open a case again: what was promised was not done, it was closed falsely, or there are new facts.
#[utoipa::path(
    post,
    path = "/petitions/{number}/reopen",
    operation_id = "reopen-petition",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = Reopen,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(act): Sent<Reopen>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(act)).await
}
