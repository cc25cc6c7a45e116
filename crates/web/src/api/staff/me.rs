//! `GET /me`: who holds the token, and what she may be.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::auth::Staff;

/// Who holds the token.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeBody {
    /// Her id.
    id: Uuid,
    /// The name she signs in with.
    login: String,
    /// Her name.
    name: String,
    /// Her post.
    title: Option<String>,
    /// Her organisation.
    org: Uuid,
    /// Its name.
    org_name: String,
    /// What she may be, today.
    roles: Vec<RoleBody>,
    /// The session behind the token.
    session: Uuid,
    /// Until when the token holds.
    #[schema(format = "date-time")]
    expires_at: String,
}

/// A role that holds today.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoleBody {
    /// What.
    role: &'static str,
    /// For which organisation.
    org: Uuid,
    /// How far it reaches, as a division code.
    division: String,
}

/// Who holds the token, and what she may be.
#[utoipa::path(
    get,
    path = "/me",
    operation_id = "me",
    tag = "session",
    security(("staff" = [])),
    responses((status = 200, description = "Who.", body = MeBody)),
)]
pub(crate) async fn get(staff: Staff) -> Json<MeBody> {
    let me = &staff.signed.me;
    let grants = staff.subject.staff().map(|staff| staff.grants().to_vec()).unwrap_or_default();
    let role = |grant: domain::people::RoleGrant| RoleBody {
        role: grant.role.name(),
        org: grant.org.0,
        division: grant.division.to_string(),
    };
    Json(MeBody {
        id: me.staff.id.0,
        login: me.staff.login.to_string(),
        name: me.staff.name.reveal().to_owned(),
        title: me.staff.title.as_ref().map(ToString::to_string),
        org: me.staff.org.0,
        org_name: me.org_name.clone(),
        roles: grants.into_iter().map(role).collect(),
        session: staff.signed.session.id.0,
        expires_at: staff.signed.session.expires_at.to_string(),
    })
}
