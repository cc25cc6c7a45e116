//! `GET /matters`: the cases one may see, the most urgent first.

use axum::{Json, extract::State};
use domain::{
    access::{self, Subject, actions},
    case::CaseKind,
};
use kernel::{DivisionCode, Locale, OrgId, Page};
use serde::{Deserialize, Serialize};
use services::{
    Error,
    matter::{self, Filter, MatterRow, Tab},
    organisation,
    timeline::Names,
};
use store::Tx;
use utoipa::{IntoParams, ToSchema};

use crate::api::{
    auth::Staff,
    headers::Lang,
    problem::Problem,
    query::{self, Asked},
    state::Api,
    wire::matter::MatterBody,
};

/// Which cases.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MatterQuery {
    /// `mine` (my turn), `triage`, `objections`, `sign`, `open` or `over`; `open` when it is missing.
    tab: Option<String>,
    /// Only in this division.
    division: Option<String>,
    /// Only `PETITION` or `WORK_ORDER`.
    kind: Option<String>,
    /// Only in this stage.
    stage: Option<String>,
    /// Only with this organisation.
    holder: Option<String>,
    /// Only past due.
    overdue: Option<bool>,
    /// Only this category or one below it.
    category: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MatterPage {
    /// The cases.
    items: Vec<MatterBody>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

impl MatterQuery {
    fn filter(&self) -> Result<Filter, Problem> {
        let division = self.division.as_deref().map(DivisionCode::parse).transpose();
        let tab =
            query::choice("tab", self.tab.as_deref(), |name| Tab::ALL.into_iter().find(|tab| tab.name() == name))?;
        Ok(Filter {
            tab: tab.unwrap_or(Tab::Open),
            division: division.map_err(|refusal| refusal.on("division"))?,
            kind: query::choice("kind", self.kind.as_deref(), CaseKind::parse)?,
            stage: self.stage.clone(),
            holder: query::value::<OrgId>("holder", self.holder.as_deref())?,
            overdue: self.overdue.unwrap_or(false),
            category: self.category.clone(),
            ..Filter::default()
        })
    }
}

/// The cases you may see: open ones the most urgent first, those that are over the newest first.
#[utoipa::path(
    get,
    path = "/matters",
    operation_id = "list-matters",
    tag = "matters",
    params(MatterQuery),
    security(("staff" = [])),
    responses((status = 200, description = "A page.", body = MatterPage)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Asked(asked): Asked<MatterQuery>,
) -> Result<Json<MatterPage>, Problem> {
    let (filter, cursor) = (asked.filter()?, query::cursor(asked.cursor.as_deref())?);
    let size = query::size(asked.size)?;
    let read = api.app.read(move |tx, _, ctx| {
        let page = matter::list(tx, &staff.subject, &filter, ctx.now(), cursor.as_ref(), size as usize)?;
        shown::<actions::ReadMatter>(tx, &staff.subject, page, locale)
    });
    Ok(Json(read.await?))
}

/// A page as far as each of its cases may be seen by the action `A`.
pub(super) fn shown<A>(
    tx: &mut Tx,
    subject: &Subject,
    page: Page<MatterRow>,
    locale: Locale,
) -> Result<MatterPage, Error>
where
    A: access::Act<Target = access::MatterFacts>,
{
    let mut holders: Vec<OrgId> = page.items.iter().filter_map(|row| row.facts.holder).collect();
    holders.sort_unstable();
    holders.dedup();
    let names = if holders.is_empty() { Names::new() } else { organisation::names(tx, holders)? };
    let mut items = vec![];
    for row in &page.items {
        // What stands in the list is permitted (one rule makes both); this asks which parts of it.
        let fields = access::permit::<A>(subject, &row.facts)?.fields();
        items.push(MatterBody::of(row, fields, &names, locale));
    }
    Ok(MatterPage { items, next: page.next.map(|next| next.encode()) })
}
