//! `POST /matters/{id}/attachments`: files to a petition.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::Refusal;
use services::{matter, petition};

use super::open;
use crate::api::{
    auth::Staff,
    headers::{IdempotencyKey, Lang, etag},
    problem::Problem,
    state::Api,
    upload::{self, Upload, UploadForm, UploadReceipt},
};

/// Add files to a petition. Their type is looked into and metadata is removed.
#[utoipa::path(
    post,
    path = "/matters/{id}/attachments",
    operation_id = "add-attachments",
    tag = "matters",
    params(
        ("id" = uuid::Uuid, Path, description = "The case."),
        ("Idempotency-Key" = String, Header, description = "Made by you, new for every upload."),
    ),
    security(("staff" = [])),
    request_body(content = UploadForm, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "They are kept.", body = UploadReceipt),
        (status = 200, description = "They were kept before under this key.", body = UploadReceipt),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    IdempotencyKey(key): IdempotencyKey,
    files: Upload,
) -> Result<Response, Problem> {
    let id = open::id(&id)?;
    let sealed = upload::seal(&api, files, locale).await?;
    let (limits, key) = (api.app.config.limits, staff.key(&key));
    let write = api.app.write(move |tx, kit, ctx| {
        let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        upload::record(tx, ctx, limits, (&row.region, id), (&sealed, &key, "STAFF"), |tx, command| {
            Ok(petition::act(tx, kit, ctx, &staff.subject, id, None, &command.into())?.version)
        })
    });
    let (receipt, again) = write.await.map_err(|error| Problem::from(error).hide())?;
    let status = if again { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, [etag(receipt.version)], Json(receipt)).into_response())
}
