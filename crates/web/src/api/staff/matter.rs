//! `GET /matters/{id}`: one case.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use super::open;
use crate::api::{
    auth::Staff,
    headers::{Lang, etag},
    problem::Problem,
    state::Api,
    wire::view::MatterView,
};

/// One case, as far as you may see it. That you looked is on record, and the petitioner can see it.
#[utoipa::path(
    get,
    path = "/matters/{id}",
    operation_id = "get-matter",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The case.")),
    security(("staff" = [])),
    responses((status = 200, description = "The case.", body = MatterView, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let view = open::open(&api, &staff, open::id(&id)?, locale).await?;
    Ok(([etag(view.matter.version)], Json(view)).into_response())
}
