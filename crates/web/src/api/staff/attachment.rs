//! `GET /matters/{id}/attachments/{attachment}`: one file of a case.

use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{AttachmentId, Refusal};
use services::attachment;

use super::{attachments::readable, open};
use crate::api::{auth::Staff, problem::Problem, state::Api, upload};

/// One file, as it was cleaned and kept.
#[utoipa::path(
    get,
    path = "/matters/{id}/attachments/{attachment}",
    operation_id = "get-attachment",
    tag = "matters",
    params(
        ("id" = uuid::Uuid, Path, description = "The case."),
        ("attachment" = uuid::Uuid, Path, description = "The file."),
    ),
    security(("staff" = [])),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    staff: Staff,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id = open::id(&id)?;
    let file: AttachmentId = file.parse().map_err(|_| Problem::hidden())?;
    let write = api.app.write(move |tx, _, ctx| {
        let row = readable(tx, ctx, &staff.subject, id)?;
        Ok(attachment::load(tx, &row.region, id, file)?.ok_or_else(Refusal::not_permitted)?)
    });
    let file = write.await.map_err(|error| Problem::from(error).hide())?;
    upload::give(&api, file).await
}
