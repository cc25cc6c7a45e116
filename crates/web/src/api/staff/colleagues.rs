//! `GET /organisations/{id}/staff`: whom to name as handler.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::people::Role;
use kernel::OrgId;
use serde::{Deserialize, Serialize};
use services::people;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::api::{
    auth::Staff,
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// Which members of staff.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ColleagueQuery {
    /// Those with this role there.
    role: String,
}

/// A colleague to choose for a task: no login, no rights.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ColleagueBody {
    /// Who.
    id: Uuid,
    /// Her name.
    name: String,
    /// Her post.
    title: Option<String>,
    /// Her telephone at work.
    phone: Option<String>,
}

/// Who holds a role at an organisation today, to be named as handler.
#[utoipa::path(
    get,
    path = "/organisations/{id}/staff",
    operation_id = "list-colleagues",
    tag = "reference",
    params(("id" = Uuid, Path, description = "The organisation."), ColleagueQuery),
    security(("staff" = [])),
    responses((status = 200, description = "By name.", body = Vec<ColleagueBody>)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    _: Staff,
    Path(id): Path<String>,
    Asked(asked): Asked<ColleagueQuery>,
) -> Result<Json<Vec<ColleagueBody>>, Problem> {
    let org: OrgId = id.parse().map_err(|_| Problem::hidden())?;
    let role = Role::parse(&asked.role).ok_or_else(|| query::wrong("role"))?;
    let found = api.app.read(move |tx, _, ctx| Ok(people::with_role(tx, org, role, ctx.today())?)).await?;
    let body = |colleague: people::Colleague| ColleagueBody {
        id: colleague.id.0,
        name: colleague.name.reveal().to_owned(),
        title: colleague.title,
        phone: colleague.phone,
    };
    Ok(Json(found.into_iter().map(body).collect()))
}
