//! `GET /obstructions/{id}`: one report.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::CaseId;
use services::obstruction::{look, open_report};

use super::wire::ReportFull;
use crate::api::{
    auth::Staff,
    headers::{Lang, etag},
    problem::Problem,
    state::Api,
};

/// The id in a path; one that cannot be is answered like one that is not there.
pub(super) fn id(text: &str) -> Result<CaseId, Problem> {
    text.parse().map_err(|_| Problem::hidden())
}

/// A report over a unit's head. The look is put on record first, and whoever reported can see it.
#[utoipa::path(
    get,
    path = "/obstructions/{id}",
    operation_id = "open-obstruction",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The report.")),
    security(("staff" = [])),
    responses((status = 200, description = "The report.", body = ReportFull, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = self::id(&id)?;
    let opened = api.app.write(move |tx, kit, ctx| {
        let looked = look(tx, ctx, &staff.subject, id)?;
        let view = open_report(tx, kit, &staff.subject, &looked)?;
        Ok((view.row.version, ReportFull::of(&view, locale)))
    });
    let (version, body) = opened.await.map_err(|error| Problem::from(error).hide())?;
    Ok(([etag(version)], Json(body)).into_response())
}
