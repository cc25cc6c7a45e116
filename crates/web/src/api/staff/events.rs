//! `GET /matters/{id}/events`: what happened to a case.

use axum::{
    Json,
    extract::{Path, State},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::open;
use crate::api::{auth::Staff, headers::Lang, problem::Problem, query::Asked, state::Api, wire::timeline::Event};

/// Which events.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventQuery {
    /// Only those after this one.
    after: Option<i64>,
}

/// The record of a case, oldest first, as far as you may see it.
#[utoipa::path(
    get,
    path = "/matters/{id}/events",
    operation_id = "list-events",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The case."), EventQuery),
    security(("staff" = [])),
    responses((status = 200, description = "The events.", body = Vec<Event>)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    Asked(asked): Asked<EventQuery>,
) -> Result<Json<Vec<Event>>, Problem> {
    let view = open::open(&api, &staff, open::id(&id)?, locale).await?;
    let after = asked.after.unwrap_or(0);
    Ok(Json(view.timeline.into_iter().rev().filter(|event| event.seq > after).collect()))
}
