//! `POST /obstructions/{id}/answer`: what was found and done.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::obstruction::{Command, Finding};

use super::act::carry_out;
use crate::api::{
    auth::Staff,
    body::{Sent, Words, body},
    headers::{IfMatch, Lang},
    problem::Problem,
    state::Api,
};

body! {
    /// What she is told.
    ReportAnswer {
        /// What was found.
        finding: Finding,
        /// What was looked into and done.
        text: Words<5000>,
    } => Command: Command::Answer { finding, text }
}

/// Tell whoever reported what was found and what was done; she reads these words as they are.
#[utoipa::path(
    post,
    path = "/obstructions/{id}/answer",
    operation_id = "answer-obstruction",
    tag = "commands",
    params(
        ("id" = uuid::Uuid, Path, description = "The report."),
        ("If-Match" = String, Header, description = "The version you saw, in quotes as `ETag` gave it; `*` for the report as it stands."),
    ),
    security(("staff" = [])),
    request_body = ReportAnswer,
    responses((status = 200, description = "How the report stands now.", body = crate::api::commands::Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    IfMatch(expected): IfMatch,
    Sent(command): Sent<ReportAnswer>,
) -> Result<Response, Problem> {
    carry_out(&api, staff, &id, expected, locale, command).await
}
