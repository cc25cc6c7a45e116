//! `POST /obstructions/{id}/note`: a note beside a report.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::obstruction::Command;
use kernel::Text;

use super::act::carry_out;
use crate::api::{
    auth::Staff,
    body::{Sent, Words, body},
    headers::{IfMatch, Lang},
    problem::Problem,
    state::Api,
};

body! {
    /// A note.
    ReportNote {
        /// What.
        note: Words<2000>,
    } => Text<2000>: note
}

/// Note something for those who may read the report. Whoever reported does not see it.
#[utoipa::path(
    post,
    path = "/obstructions/{id}/note",
    operation_id = "note-obstruction",
    tag = "commands",
    params(
        ("id" = uuid::Uuid, Path, description = "The report."),
        ("If-Match" = String, Header, description = "The version you saw, in quotes as `ETag` gave it; `*` for the report as it stands."),
    ),
    security(("staff" = [])),
    request_body = ReportNote,
    responses((status = 200, description = "How the report stands now.", body = crate::api::commands::Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    IfMatch(expected): IfMatch,
    Sent(note): Sent<ReportNote>,
) -> Result<Response, Problem> {
    carry_out(&api, staff, &id, expected, locale, Command::Note { note }).await
}
