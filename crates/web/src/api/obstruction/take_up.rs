//! `POST /obstructions/{id}/take-up`: take a report in hand.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::obstruction::Command;

use super::act::carry_out;
use crate::api::{
    auth::Staff,
    body::Sent,
    commands::Nothing,
    headers::{IfMatch, Lang},
    problem::Problem,
    state::Api,
};

/// Take the report in hand. Whoever reported sees that somebody did.
#[utoipa::path(
    post,
    path = "/obstructions/{id}/take-up",
    operation_id = "take-up-obstruction",
    tag = "commands",
    params(
        ("id" = uuid::Uuid, Path, description = "The report."),
        ("If-Match" = String, Header, description = "The version you saw, in quotes as `ETag` gave it; `*` for the report as it stands."),
    ),
    security(("staff" = [])),
    request_body = Nothing,
    responses((status = 200, description = "How the report stands now.", body = crate::api::commands::Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    IfMatch(expected): IfMatch,
    Sent(()): Sent<Nothing>,
) -> Result<Response, Problem> {
    carry_out(&api, staff, &id, expected, locale, Command::TakeUp).await
}
