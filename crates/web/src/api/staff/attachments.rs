//! `GET /matters/{id}/attachments`: the files of a case.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::access::{self, Field, Subject, actions::ReadMatter};
use kernel::{CaseId, Ctx, Refusal};
use services::{
    Error,
    matter::{self, MatterRow},
};
use store::Tx;

use super::open;
use crate::api::{
    auth::Staff,
    problem::Problem,
    state::Api,
    upload::{self, AttachmentBody},
};

/// The files of a case.
#[utoipa::path(
    get,
    path = "/matters/{id}/attachments",
    operation_id = "list-attachments",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The case.")),
    security(("staff" = [])),
    responses((status = 200, description = "The files.", body = Vec<AttachmentBody>)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<Vec<AttachmentBody>>, Problem> {
    let id = open::id(&id)?;
    let write = api.app.write(move |tx, kit, ctx| {
        let row = readable(tx, ctx, &staff.subject, id)?;
        upload::list(tx, kit, &row.region, id)
    });
    write.await.map(Json).map_err(|error| Problem::from(error).hide())
}

/// The row of a case whose content may be read; the look is put on record.
pub(super) fn readable(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<MatterRow, Error> {
    let looked = matter::look(tx, ctx, subject, id)?;
    let permit = access::permit::<ReadMatter>(subject, &looked.row().facts)?;
    if permit.shows(Field::Content) { Ok(looked.row().clone()) } else { Err(Refusal::not_permitted().into()) }
}
