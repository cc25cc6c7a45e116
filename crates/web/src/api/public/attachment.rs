//! `GET /petitions/{number}/attachments/{attachment}`: one file of her case.

use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{AttachmentId, Refusal};
use services::attachment;

use crate::api::{auth::Her, problem::Problem, state::Api, upload};

/// One file, as it was cleaned and kept.
#[utoipa::path(
    get,
    path = "/petitions/{number}/attachments/{attachment}",
    operation_id = "get-own-attachment",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("attachment" = uuid::Uuid, Path, description = "The file."),
    ),
    security(("case" = []), ("query_code" = [])),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    her: Her,
    Path((_number, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let file: AttachmentId = file.parse().map_err(|_| Problem::hidden())?;
    let read = api.app.read(move |tx, _, _| {
        let row = her.row(tx)?;
        Ok(attachment::load(tx, &row.region, row.id(), file)?.ok_or_else(Refusal::not_permitted)?)
    });
    let file = read.await.map_err(|error| Problem::from(error).hide())?;
    upload::give(&api, file).await
}
