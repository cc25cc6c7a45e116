//! `GET /matters/search`: by number or words.

use axum::{Json, extract::State};
use domain::access::actions;
use intelligence::text::query_tokens;
use kernel::CaseNumber;
use serde::Deserialize;
use services::matter::{self, Filter};
use utoipa::IntoParams;

use super::matters::{MatterPage, shown};
use crate::api::{
    auth::Staff,
    headers::Lang,
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// What to look for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// A number, or words that must all occur.
    q: String,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// The longest question, in characters.
const LONGEST: usize = 200;

/// Find cases by number or words, open or over, among those you may find; the newest first.
#[utoipa::path(
    get,
    path = "/matters/search",
    operation_id = "search-matters",
    tag = "matters",
    params(SearchQuery),
    security(("staff" = [])),
    responses((status = 200, description = "A page.", body = MatterPage)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Asked(asked): Asked<SearchQuery>,
) -> Result<Json<MatterPage>, Problem> {
    let words = match CaseNumber::parse(&asked.q) {
        Ok(number) => vec![number.as_str().to_owned()],
        Err(_) if asked.q.chars().count() <= LONGEST => query_tokens(&asked.q),
        Err(_) => return Err(query::wrong("q")),
    };
    if words.is_empty() {
        return Err(query::wrong("q"));
    }
    let (filter, cursor) = (Filter { words, ..Filter::default() }, query::cursor(asked.cursor.as_deref())?);
    let size = query::size(asked.size)?;
    let read = api.app.read(move |tx, _, ctx| {
        let page = matter::search(tx, &staff.subject, &filter, ctx.now(), cursor.as_ref(), size as usize)?;
        shown::<actions::SearchMatters>(tx, &staff.subject, page, locale)
    });
    Ok(Json(read.await?))
}
