//! `GET /divisions`: the division tree.

use axum::{Json, extract::State};
use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use services::divisions;
use utoipa::{IntoParams, ToSchema};

use crate::api::{problem::Problem, query::Asked, state::Api};

/// Which divisions.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DivisionQuery {
    /// Those directly inside this one; the regions when it is missing.
    parent: Option<String>,
    /// Those whose name or alias begins with this, inside `parent`; at most 50.
    q: Option<String>,
}

/// One division.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DivisionBody {
    /// Its code, also its path.
    code: String,
    /// Its official name.
    name: String,
    /// `REGION`, `PREFECTURE`, `COUNTY`, `TOWNSHIP` or `VILLAGE`.
    level: &'static str,
}

/// The most that a search gives.
const MOST: u32 = 50;

/// Divisions: the children of one, or those with a name.
#[utoipa::path(
    get,
    path = "/divisions",
    operation_id = "list-divisions",
    tag = "reference",
    params(DivisionQuery),
    responses((status = 200, description = "The divisions, by code.", body = Vec<DivisionBody>)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Asked(query): Asked<DivisionQuery>,
) -> Result<Json<Vec<DivisionBody>>, Problem> {
    let parent = query.parent.as_deref().map(DivisionCode::parse).transpose().map_err(|r| r.on("parent"))?;
    let found = api.app.read(move |tx, _, _| {
        Ok(match (&query.q, &parent) {
            (Some(text), Some(within)) => divisions::find(tx, text, within, MOST)?,
            (Some(text), None) => {
                let mut found = vec![];
                for region in divisions::children(tx, None)? {
                    found.extend(divisions::find(tx, text, &region.code, MOST)?);
                }
                found.truncate(MOST as usize);
                found
            }
            (None, parent) => divisions::children(tx, parent.as_ref())?,
        })
    });
    let body = |division: divisions::Division| DivisionBody {
        code: division.code.to_string(),
        level: division.level().name(),
        name: division.name,
    };
    Ok(Json(found.await?.into_iter().map(body).collect()))
}
