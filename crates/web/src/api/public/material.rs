//! `POST /petitions/{number}/material`: more material, in words.

use axum::{extract::State, response::Response};

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Outcome, petition::AddMaterial},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Add material in words; files go to `attachments`.
#[utoipa::path(
    post,
    path = "/petitions/{number}/material",
    operation_id = "add-material",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = AddMaterial,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(act): Sent<AddMaterial>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(act)).await
}
