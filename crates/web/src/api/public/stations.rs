//! `GET /stations`: where the agency network helps, when, in which languages; public by law.

use axum::{Json, extract::State};
use domain::{
    names::Keyed,
    network::{Language, Now, clock},
    organisation::OrgKind,
};
use kernel::{Ctx, DivisionCode, calendar::WorkCalendar};
use serde::{Deserialize, Serialize};
use services::network::{self, StationQuery, StationRow};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::api::{
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// Which stations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct StationsQuery {
    /// Inside this division.
    within: String,
    /// Only of this kind: `CENTER`, `STATION`, `POINT`, `MOBILE` or `STUDIO`.
    kind: Option<String>,
    /// Only where this language is spoken.
    language: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// A stop of a mobile window.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StopBody {
    /// Where.
    place: String,
    /// When, in words.
    hours: String,
}

/// A station.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StationBody {
    /// Its id.
    id: Uuid,
    /// What it is.
    kind: &'static str,
    /// Its name.
    name: String,
    /// Where it works.
    division: String,
    /// Public telephone.
    phone: Option<String>,
    /// Where to go.
    address: Option<String>,
    /// When somebody is there, in words.
    hours: Option<String>,
    /// Whether somebody is there now; absent when the hours are not known.
    open: Option<bool>,
    /// Until when today (`17:30`, Beijing time), while it is open.
    open_until: Option<String>,
    /// Languages spoken.
    languages: Vec<&'static str>,
    /// Somebody comes when one cannot walk.
    home_visits: bool,
    /// What makes it reachable.
    barrier_free: Vec<&'static str>,
    /// The stops of a mobile window.
    stops: Vec<StopBody>,
    /// Who runs a studio, by office.
    host: Option<String>,
    /// Who works in it together, by office.
    members: Vec<String>,
    /// How many agents sit there today.
    agents: i64,
}

/// A page of stations.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StationPage {
    /// In the order of division and name.
    items: Vec<StationBody>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

fn body(row: StationRow, ctx: &Ctx, calendar: &WorkCalendar) -> StationBody {
    let now = row.facts.hours.as_ref().map(|hours| hours.at(ctx.now(), calendar));
    let hours = row.facts.hours.as_ref().map(domain::network::OpeningHours::words);
    let stop = |stop: &domain::network::Stop| StopBody { place: stop.place.to_string(), hours: stop.hours.words() };
    StationBody {
        id: row.id.0,
        kind: row.kind.name(),
        name: row.name,
        division: row.division.to_string(),
        phone: row.phone,
        address: row.address,
        hours: hours.or(row.hours),
        open: now.map(|now| matches!(now, Now::Open { .. })),
        open_until: now.and_then(|now| match now {
            Now::Open { until } => Some(clock(until)),
            Now::Closed { .. } => None,
        }),
        languages: names(&row.facts.languages),
        home_visits: row.facts.home_visits,
        barrier_free: names(&row.facts.barrier_free),
        stops: row.facts.stops.iter().map(stop).collect(),
        host: row.facts.host.map(|host| host.to_string()),
        members: row.facts.members.iter().map(ToString::to_string).collect(),
        agents: row.agents,
    }
}

pub(super) fn names<T: Keyed>(values: &[T]) -> Vec<&'static str> {
    values.iter().map(|value| value.name()).collect()
}

/// Centres, stations, points, mobile windows and studios that exist today.
#[utoipa::path(
    get,
    path = "/stations",
    operation_id = "list-stations",
    tag = "reference",
    params(StationsQuery),
    responses((status = 200, description = "A page.", body = StationPage)),
)]
pub(crate) async fn get(
    State(api): State<Api>,
    Asked(asked): Asked<StationsQuery>,
) -> Result<Json<StationPage>, Problem> {
    let ctx = api.app.ctx();
    let query = StationQuery {
        within: DivisionCode::parse(&asked.within).map_err(|refusal| refusal.on("within"))?,
        kind: query::choice("kind", asked.kind.as_deref(), |name| OrgKind::parse(name).filter(|kind| kind.helps()))?,
        language: query::choice("language", asked.language.as_deref(), Language::parse)?,
        on: ctx.today(),
        after: query::cursor(asked.cursor.as_deref())?,
        limit: query::size(asked.size)?,
    };
    let calendar = api.app.kit.reference().calendar.clone();
    let page = api.app.read(move |tx, _, _| Ok(network::stations(tx, &query)?)).await?;
    let next = page.next.map(|next| next.encode());
    Ok(Json(StationPage { items: page.items.into_iter().map(|row| body(row, &ctx, &calendar)).collect(), next }))
}
