//! `POST /matters/{id}/reveal`: the petitioner's name, telephone and address in full, with a reason.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::access::{self, actions::RevealIdentity};
use kernel::{Redacted, Refusal, Text};
use serde::Serialize;
use services::{matter, petition};
use utoipa::ToSchema;

use super::open;
use crate::api::{
    auth::Staff,
    body::{Sent, Words, body},
    problem::Problem,
    state::Api,
};

body! {
    /// Why the identity is needed.
    RevealBody {
        /// Why; the petitioner reads it on her page.
        reason: Words<200>,
    } => Text<200>: reason
}

/// Who the petitioner is, in full.
#[derive(Serialize, ToSchema)]
pub(crate) struct IdentityBody {
    /// Empty when she gave no name.
    name: String,
    /// Her telephone.
    phone: Option<String>,
    /// Her address.
    address: Option<String>,
}

/// See the petitioner's name, telephone and address in full. It is on record with your reason, and she is told.
#[utoipa::path(
    post,
    path = "/matters/{id}/reveal",
    operation_id = "reveal-identity",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The case.")),
    security(("staff" = [])),
    request_body = RevealBody,
    responses((status = 200, description = "The identity.", body = IdentityBody)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
    Sent(reason): Sent<RevealBody>,
) -> Result<Json<IdentityBody>, Problem> {
    let id = open::id(&id)?;
    let write = api.app.write(move |tx, kit, ctx| {
        let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        let permit = access::permit::<RevealIdentity>(&staff.subject, &row.facts)?;
        petition::reveal(tx, kit, ctx, &permit, &row, &reason)
    });
    let identity = write.await.map_err(|error| Problem::from(error).hide())?;
    Ok(Json(IdentityBody {
        name: identity.name.into_revealed(),
        phone: identity.phone.map(Redacted::into_revealed),
        address: identity.address.map(Redacted::into_revealed),
    }))
}
