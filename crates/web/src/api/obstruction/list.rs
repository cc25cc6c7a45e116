//! `GET /obstructions`: the reports one may read.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use services::{obstruction, organisation};
use utoipa::{IntoParams, ToSchema};

use super::wire::ReportLine;
use crate::api::{
    auth::Staff,
    headers::Lang,
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// Which reports.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReportQuery {
    /// Those that were answered; those that wait when it is missing.
    answered: Option<bool>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// A page of reports.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportPage {
    /// The reports.
    items: Vec<ReportLine>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

/// The reports over units' heads that went to you: those that wait the most urgent first, answered ones the newest first. For
/// whoever is below, or of a unit that is named, there are none.
#[utoipa::path(
    get,
    path = "/obstructions",
    operation_id = "list-obstructions",
    tag = "matters",
    params(ReportQuery),
    security(("staff" = [])),
    responses((status = 200, description = "A page.", body = ReportPage)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Asked(asked): Asked<ReportQuery>,
) -> Result<Json<ReportPage>, Problem> {
    let (cursor, size) = (query::cursor(asked.cursor.as_deref())?, query::size(asked.size)?);
    let answered = asked.answered.unwrap_or_default();
    let read = api.app.read(move |tx, _, _| {
        let page = obstruction::list(tx, &staff.subject, answered, cursor.as_ref(), size as usize)?;
        let names = organisation::names(tx, page.items.iter().filter_map(|one| one.state.named.org))?;
        let items = page.items.iter().map(|one| ReportLine::of(&one.state, &names, locale)).collect();
        Ok(ReportPage { items, next: page.next.map(|next| next.encode()) })
    });
    Ok(Json(read.await?))
}
