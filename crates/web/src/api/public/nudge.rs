//! `POST /petitions/{number}/nudge`: how does it stand?

use axum::{extract::State, response::Response};
use domain::petition::Command;

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Nothing, Outcome},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Ask how it stands. The unit is reminded and has to answer.
#[utoipa::path(
    post,
    path = "/petitions/{number}/nudge",
    operation_id = "nudge",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = Nothing,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(()): Sent<Nothing>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(Command::Nudge.into())).await
}
