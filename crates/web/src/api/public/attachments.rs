//! `GET /petitions/{number}/attachments`: the files of her case.

use axum::{Json, extract::State};

use crate::api::{
    auth::Her,
    problem::Problem,
    state::Api,
    upload::{self, AttachmentBody},
};

/// The files of the case.
#[utoipa::path(
    get,
    path = "/petitions/{number}/attachments",
    operation_id = "list-own-attachments",
    tag = "petitioner",
    params(("number" = String, Path, description = "The number from the receipt.")),
    security(("case" = []), ("query_code" = [])),
    responses((status = 200, description = "The files.", body = Vec<AttachmentBody>)),
)]
pub(crate) async fn get(State(api): State<Api>, her: Her) -> Result<Json<Vec<AttachmentBody>>, Problem> {
    let read = api.app.read(move |tx, kit, _| {
        let row = her.row(tx)?;
        upload::list(tx, kit, &row.region, row.id())
    });
    read.await.map(Json).map_err(|error| Problem::from(error).hide())
}
