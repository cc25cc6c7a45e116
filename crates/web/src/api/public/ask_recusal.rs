//! `POST /petitions/{number}/ask-recusal`: somebody else, please.

use axum::{extract::State, response::Response};

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::Sent,
    commands::{Outcome, petition::AskRecusal},
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

/// Ask for another agent (once) or another handler; a superior decides.
#[utoipa::path(
    post,
    path = "/petitions/{number}/ask-recusal",
    operation_id = "ask-recusal-as-petitioner",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = AskRecusal,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(act): Sent<AskRecusal>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, Wish::petition(act)).await
}
