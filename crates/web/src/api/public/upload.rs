//! `POST /petitions/{number}/attachments`: files to her case.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use services::matter::act_as_petitioner;

use crate::api::{
    auth::Her,
    headers::{IdempotencyKey, Lang, etag},
    problem::Problem,
    state::Api,
    upload::{self, Upload, UploadForm, UploadReceipt},
};

/// Add files. Their type is looked into, metadata (place, device, author) is removed, and the case tells that they came.
#[utoipa::path(
    post,
    path = "/petitions/{number}/attachments",
    operation_id = "add-own-attachments",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("Idempotency-Key" = String, Header, description = "Made by you, new for every upload."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body(content = UploadForm, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "They are kept.", body = UploadReceipt),
        (status = 200, description = "They were kept before under this key.", body = UploadReceipt),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    IdempotencyKey(key): IdempotencyKey,
    files: Upload,
) -> Result<Response, Problem> {
    let sealed = upload::seal(&api, files, locale).await?;
    let limits = api.app.config.limits;
    let write = api.app.write(move |tx, kit, ctx| {
        let row = her.row(tx)?;
        upload::record(tx, ctx, limits, (&row.region, row.id()), (&sealed, &key, "PETITIONER"), |tx, command| {
            Ok(act_as_petitioner(tx, kit, ctx, &her.access, None, &command)?.version)
        })
    });
    let (receipt, again) = write.await.map_err(|error| Problem::from(error).hide())?;
    let status = if again { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, [etag(receipt.version)], Json(receipt)).into_response())
}
