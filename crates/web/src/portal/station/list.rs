//! `GET /agents`: the agents and stations around a place that is chosen, never measured.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{organisation::Org, people::Role};
use kernel::{DivisionCode, OrgLevel};
use serde::Deserialize;
use services::{
    Error,
    organisation::{self, OrgQuery},
    people,
};
use store::Tx;

use super::{KINDS, called, text};
use crate::{
    i18n::Say,
    portal::place::{self, PlaceField},
    problem::Problem,
    ui::{EmptyState, Icon},
    view::{Frame, Visit},
};

/// How many stations one page shows.
const MOST: u32 = 200;

/// The stations of one place.
#[derive(Template)]
#[template(path = "portal/agents.html")]
pub(super) struct AgentsPage {
    t: Frame,
    place: PlaceField,
    /// Where somebody sits, the nearest first.
    stations: Vec<StationLine>,
    empty: Option<EmptyState>,
}

/// One station of the list.
struct StationLine {
    name: String,
    agent: String,
    address: String,
    hours: String,
    phone: String,
    /// The page of the station.
    page: String,
}

/// Which place is asked for.
#[derive(Deserialize, Default)]
pub(in crate::portal) struct Where {
    #[serde(default)]
    county: String,
    #[serde(default)]
    division: String,
}

/// `GET /agents`.
pub(in crate::portal) async fn list(visit: Visit, Query(asked): Query<Where>) -> Result<Response, Problem> {
    let t = visit.t;
    let at = if asked.division.is_empty() { asked.county } else { asked.division };
    let (home, place) = (visit.state.config.home.clone(), at.clone());
    let (places, stations) = visit
        .state
        .read(move |tx, _, ctx| {
            let within = DivisionCode::parse(&place).ok().or_else(|| home.clone());
            let stations = match within.filter(|within| within.level() <= OrgLevel::County) {
                Some(within) => around(tx, &within, ctx.today())?,
                None => vec![],
            };
            Ok((place::load(tx, home.as_ref(), &place)?, stations))
        })
        .await?;
    let county = DivisionCode::parse(&at).map(|at| at.at(OrgLevel::County).to_string()).unwrap_or_default();
    visit.page(&AgentsPage {
        t: visit.frame("portal-home-agents"),
        empty: stations.is_empty().then(|| none_here(t)),
        stations,
        place: PlaceField { t, places, county, division: at, error: String::new() },
    })
}

/// What is in the place, points first, then the station and the centre that it belongs to: with no agent in the village, the
/// nearest comes right after.
fn around(tx: &mut Tx, within: &DivisionCode, day: jiff::civil::Date) -> Result<Vec<StationLine>, Error> {
    let mut found: Vec<Org> = vec![];
    for kind in KINDS {
        let query = OrgQuery { within: within.clone(), kind: Some(kind), on: Some(day), after: None, limit: MOST };
        found.extend(organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value));
    }
    let directory = organisation::around(tx, std::slice::from_ref(within), day)?;
    let up = std::iter::successors(within.parent(), DivisionCode::parent);
    for place in up.take_while(|place| place.level() <= OrgLevel::County) {
        found.extend(directory.at(&place).filter(|org| KINDS.contains(&org.kind)).cloned());
    }
    let ids: Vec<_> = found.iter().map(|org| org.id).collect();
    let agents = people::with_role_at(tx, &ids, Role::Agent, day)?;
    let line = |org: &Org| {
        let agent = agents.get(&org.id).and_then(|agents| agents.first());
        let phone = agent.and_then(|agent| agent.phone.clone());
        StationLine {
            name: org.name.to_string(),
            agent: agent.map(called).unwrap_or_default(),
            address: text(org.address.as_ref()),
            hours: text(org.hours.as_ref()),
            phone: phone.unwrap_or_else(|| text(org.phone.as_ref())),
            page: format!("/s/{}/about", org.division),
        }
    };
    Ok(found.iter().map(line).collect())
}

fn none_here(t: Say) -> EmptyState {
    EmptyState {
        icon: Icon::outline("map-pin"),
        title: t.say("portal-agents-none").into(),
        text: t.say("portal-agents-none-text").into(),
        link: Some((t.say("portal-home-file").text(), "/file".into())),
    }
}

/// No station has this code: an old sign, or a code that was typed wrong.
pub(super) fn nobody(visit: &Visit) -> AgentsPage {
    let t = visit.t;
    AgentsPage {
        t: visit.frame("portal-home-agents"),
        place: PlaceField {
            t,
            places: place::Places::default(),
            county: String::new(),
            division: String::new(),
            error: String::new(),
        },
        stations: vec![],
        empty: Some(none_here(t)),
    }
}
