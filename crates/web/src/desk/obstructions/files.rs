//! `GET /desk/obstructions/{id}/files/{file}`: what she handed in with her report, for those who may read it. On record.

use axum::{extract::Path, http::HeaderMap, response::Response};
use domain::access::{self, Field, actions::ReadObstruction};
use kernel::{AttachmentId, CaseId, Refusal};
use services::{attachment, obstruction};

use crate::{
    desk::{Desk, files},
    problem::Problem,
};

pub(super) async fn get(
    desk: Desk,
    Path((id, file)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let file: AttachmentId = file.parse().map_err(|_| Problem::NotFound)?;
    let found = desk.write(move |tx, _, ctx, subject| {
        let looked = obstruction::look(tx, ctx, subject, id)?;
        let permit = access::permit::<ReadObstruction>(subject, &looked.row().facts)?;
        if !permit.shows(Field::Content) {
            return Err(Refusal::not_permitted().into());
        }
        Ok(attachment::load(tx, &looked.row().region, id, file)?)
    });
    let found = found.await?.ok_or_else(Refusal::not_permitted)?;
    files::send(&desk, found, &asked).await
}
