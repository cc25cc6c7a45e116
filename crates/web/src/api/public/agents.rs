//! `GET /agents`: who helps, where and in which languages. Names, posts and work telephones of agents are public (H3); nothing
//! else about a person is, and nothing here counts what anybody did.

use axum::{Json, extract::State};
use domain::network::{AgentKind, Expertise, Language};
use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use services::network::{self, AgentQuery, AgentRow};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::stations::names;
use crate::api::{
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// Which agents.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AgentsQuery {
    /// Whose station lies inside this division.
    within: String,
    /// Only of this kind.
    kind: Option<String>,
    /// Only who helps in this language.
    language: Option<String>,
    /// Only who helps with this.
    expertise: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// An agent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AgentBody {
    /// Her name.
    name: String,
    /// Her post.
    title: Option<String>,
    /// Her telephone at work.
    phone: Option<String>,
    /// The station where she sits.
    station: Uuid,
    /// What it is called.
    station_name: String,
    /// Its division.
    division: String,
    /// Of which kind; absent when nobody entered it.
    kind: Option<&'static str>,
    /// Holds a public office. When not, the petitioner agrees to her apart.
    official: Option<bool>,
    /// `AGENT`, `ASSIST` or `LEAD`: the part of her level.
    duty: Option<&'static str>,
    /// Languages in which she helps.
    languages: Vec<&'static str>,
    /// What she may help with.
    expertise: Vec<&'static str>,
    /// Away now; call the station.
    away: bool,
}

/// A page of agents.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AgentPage {
    /// In the order of division and name.
    items: Vec<AgentBody>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

impl From<AgentRow> for AgentBody {
    fn from(row: AgentRow) -> Self {
        let file = row.file.as_ref();
        Self {
            name: row.name.reveal().to_owned(),
            station: row.org.0,
            division: row.division.to_string(),
            kind: file.map(|file| file.kind.name()),
            official: file.map(|file| file.official),
            duty: file.map(|file| file.duty.name()),
            languages: file.map(|file| names(&file.languages)).unwrap_or_default(),
            expertise: file.map(|file| names(&file.expertise)).unwrap_or_default(),
            away: row.away.is_some(),
            title: row.title,
            phone: row.phone,
            station_name: row.org_name,
        }
    }
}

/// Agents in office today.
#[utoipa::path(
    get,
    path = "/agents",
    operation_id = "list-agents",
    tag = "reference",
    params(AgentsQuery),
    responses((status = 200, description = "A page.", body = AgentPage)),
)]
pub(crate) async fn get(State(api): State<Api>, Asked(asked): Asked<AgentsQuery>) -> Result<Json<AgentPage>, Problem> {
    let query = AgentQuery {
        within: DivisionCode::parse(&asked.within).map_err(|refusal| refusal.on("within"))?,
        kind: query::choice("kind", asked.kind.as_deref(), AgentKind::parse)?,
        language: query::choice("language", asked.language.as_deref(), Language::parse)?,
        expertise: query::choice("expertise", asked.expertise.as_deref(), Expertise::parse)?,
        away: false,
        after: query::cursor(asked.cursor.as_deref())?,
        limit: query::size(asked.size)?,
    };
    let page = api.app.read(move |tx, _, ctx| Ok(network::agents(tx, ctx, &query)?)).await?;
    let next = page.next.map(|next| next.encode());
    Ok(Json(AgentPage { items: page.items.into_iter().map(AgentBody::from).collect(), next }))
}
