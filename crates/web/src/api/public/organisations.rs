//! `GET /organisations`: who is responsible for what, and how to reach them; public by law.

use axum::{Json, extract::State};
use domain::organisation::{Org, OrgKind};
use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use services::organisation::{self, OrgQuery};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::api::{
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// Which organisations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OrganisationQuery {
    /// Inside this division.
    within: String,
    /// Only of this kind.
    kind: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationBody {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: &'static str,
    /// Full name.
    name: String,
    /// What people call it.
    short_name: Option<String>,
    /// Where it works.
    division: String,
    /// Public telephone.
    phone: Option<String>,
    /// Where to go.
    address: Option<String>,
    /// When somebody is there.
    hours: Option<String>,
    /// It may answer a petition with an opinion of its own.
    accepts_petitions: bool,
    /// What it does.
    functions: Vec<&'static str>,
}

/// A page of organisations.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationPage {
    /// In the order of division and name.
    items: Vec<OrganisationBody>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

impl From<Org> for OrganisationBody {
    fn from(org: Org) -> Self {
        Self {
            id: org.id.0,
            kind: org.kind.name(),
            name: org.name.to_string(),
            short_name: org.short_name.map(|name| name.to_string()),
            division: org.division.to_string(),
            phone: org.phone.map(|phone| phone.to_string()),
            address: org.address.map(|address| address.to_string()),
            hours: org.hours.map(|hours| hours.to_string()),
            accepts_petitions: org.accepts_petitions,
            functions: org.functions.into_iter().map(domain::organisation::OrgFunction::name).collect(),
        }
    }
}

/// Organisations that exist today, with their public telephone, address and hours.
#[utoipa::path(
    get,
    path = "/organisations",
    operation_id = "list-organisations",
    tag = "reference",
    params(OrganisationQuery),
    responses((status = 200, description = "A page.", body = OrganisationPage)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Asked(asked): Asked<OrganisationQuery>,
) -> Result<Json<OrganisationPage>, Problem> {
    let query = OrgQuery {
        within: DivisionCode::parse(&asked.within).map_err(|refusal| refusal.on("within"))?,
        kind: query::choice("kind", asked.kind.as_deref(), OrgKind::parse)?,
        on: Some(api.app.ctx().today()),
        after: query::cursor(asked.cursor.as_deref())?,
        limit: query::size(asked.size)?,
    };
    let page = api.app.read(move |tx, _, _| Ok(organisation::list(tx, &query)?)).await?;
    let page = page.map(|stored| OrganisationBody::from(stored.value));
    Ok(Json(OrganisationPage { items: page.items, next: page.next.map(|next| next.encode()) }))
}
