//! `GET /clocks`: the table of clocks in force somewhere on a day.

use axum::{Json, extract::State};
use jiff::civil::Date;
use kernel::DivisionCode;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::{
    headers::Lang,
    problem::Problem,
    query::{self, Asked},
    state::Api,
    wire::clock::ClockDefBody,
};

/// Where and when.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ClockQuery {
    /// In this division; the whole country when it is missing.
    division: Option<String>,
    /// For a case registered on this day; today when it is missing.
    on: Option<String>,
}

/// A code that no division has: what holds in the whole country.
pub(super) const NATIONWIDE: &str = "00";

/// The clocks in force: what is counted, from what to what, who owes it and by which article.
#[utoipa::path(
    get,
    path = "/clocks",
    operation_id = "list-clocks",
    tag = "reference",
    params(ClockQuery),
    responses((status = 200, description = "The clocks.", body = Vec<ClockDefBody>)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    Asked(asked): Asked<ClockQuery>,
) -> Result<Json<Vec<ClockDefBody>>, Problem> {
    let division = DivisionCode::parse(asked.division.as_deref().unwrap_or(NATIONWIDE))?;
    let on: Option<Date> = query::value("on", asked.on.as_deref())?;
    let set = api.app.kit.reference().clocks.for_case(&division, on.unwrap_or_else(|| api.app.ctx().today()));
    Ok(Json(set.iter().map(|def| ClockDefBody::of(def, locale)).collect()))
}
