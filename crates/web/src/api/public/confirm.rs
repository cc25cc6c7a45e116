//! `POST /petitions/{number}/confirm`: is a claim solved?

use axum::{extract::State, response::Response};

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Outcome, petition::ConfirmClaim},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Say whether a claim is solved. Only the petitioner can; nobody does it for her.
#[utoipa::path(
    post,
    path = "/petitions/{number}/confirm",
    operation_id = "confirm-claim",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = ConfirmClaim,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(act): Sent<ConfirmClaim>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(act)).await
}
