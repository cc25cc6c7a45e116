//! `/s/{code}` and `/agents`: who helps near her. What stations are, where and when they are open is public by law.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    organisation::{Org, OrgKind},
    people::Role,
};
use kernel::{DivisionCode, OrgId, UserId};
use serde::Deserialize;
use services::{
    Error,
    organisation::{self, OrgQuery},
    people,
};
use store::Tx;

use super::{
    home::HomePage,
    place::{self, PlaceField},
    scanned,
};
use crate::{
    i18n::Say,
    problem::Problem,
    state::AppState,
    ui::{AgentCard, EmptyState, Icon},
    view::{Frame, Visit},
};

/// A station, and who sits there.
#[derive(Debug, Clone)]
pub(super) struct Station {
    org: Org,
    /// The agent, when there is exactly one way to be sure who it is.
    pub agent: Option<UserId>,
    name: String,
    phone: String,
}

/// How many stations one page shows.
const MOST: u32 = 200;

/// The station that works at the place with this code; codes on signs are those of the division.
pub(super) async fn find(state: &AppState, code: &str) -> Result<Option<Station>, Problem> {
    let Ok(place) = DivisionCode::parse(code) else { return Ok(None) };
    Ok(state.read(move |tx, _, ctx| at(tx, &place, ctx.today())).await?)
}

/// The station nearest to a place: its own, or that of the township or county around it.
pub(super) async fn nearest(state: &AppState, place: &DivisionCode) -> Result<Option<Station>, Problem> {
    let place = place.clone();
    let found = state.read(move |tx, _, ctx| {
        let mut area = Some(place.clone());
        while let Some(place) = area {
            if let Some(station) = at(tx, &place, ctx.today())? {
                return Ok(Some(station));
            }
            area = place.parent().filter(|up| up.level() <= kernel::OrgLevel::County);
        }
        Ok(None)
    });
    Ok(found.await?)
}

fn at(tx: &mut Tx, place: &DivisionCode, day: jiff::civil::Date) -> Result<Option<Station>, Error> {
    for kind in [OrgKind::Point, OrgKind::Station, OrgKind::Center] {
        let query = OrgQuery { within: place.clone(), kind: Some(kind), on: Some(day), after: None, limit: 1 };
        let first = organisation::list(tx, &query)?.items.into_iter().next();
        if let Some(org) = first.map(|stored| stored.value).filter(|org| org.division == *place) {
            return staffed(tx, org, day).map(Some);
        }
    }
    Ok(None)
}

fn staffed(tx: &mut Tx, org: Org, day: jiff::civil::Date) -> Result<Station, Error> {
    let agents = people::with_role(tx, org.id, Role::Agent, day)?;
    let agent = agents.first();
    let phone = agent.and_then(|agent| agent.phone.clone()).or_else(|| org.phone.as_ref().map(ToString::to_string));
    Ok(Station {
        agent: agent.map(|agent| agent.id),
        name: agent.map_or_else(|| org.called().to_owned(), |agent| agent.name.reveal().to_owned()),
        phone: phone.unwrap_or_default(),
        org,
    })
}

impl Station {
    /// The organisation.
    pub(super) fn id(&self) -> OrgId {
        self.org.id
    }

    /// The code of its place, as its sign carries it.
    pub(super) fn place_code(&self) -> &DivisionCode {
        &self.org.division
    }

    /// What people call it.
    pub(super) fn called(&self) -> &str {
        self.org.called()
    }

    /// Where it is; empty when nobody entered it.
    fn address(&self) -> String {
        self.org.address.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// Its name and, when it is known, its address.
    fn place(&self) -> String {
        self.org.address.as_ref().map_or_else(|| self.org.name.to_string(), |way| format!("{} · {way}", self.org.name))
    }

    /// As a card.
    pub(super) fn card(&self, t: Say) -> AgentCard {
        AgentCard {
            t,
            caption: t.say("portal-station-scanned").text(),
            name: self.name.clone(),
            tags: vec![],
            station: if self.agent.is_some() { self.place() } else { self.address() },
            hours: self.org.hours.as_ref().map(ToString::to_string).unwrap_or_default(),
            phone: self.phone.clone(),
        }
    }
}

/// `GET /s/{code}`: the home page with this agent on top; the browser and the form know the place from now on.
pub(super) async fn get(visit: Visit, Path(code): Path<String>) -> Result<Response, Problem> {
    let Some(station) = find(&visit.state, &code).await? else {
        return visit.page(&nobody(&visit));
    };
    let mut response = visit.page(&HomePage::new(&visit, Some(&station)).await)?;
    scanned::remember(&visit, &mut response, station.place_code());
    Ok(response)
}

/// The stations of one place.
#[derive(Template)]
#[template(path = "portal/agents.html")]
struct AgentsPage {
    t: Frame,
    place: PlaceField,
    stations: Vec<StationLine>,
    empty: Option<EmptyState>,
}

/// One station of the list.
struct StationLine {
    name: String,
    address: String,
    hours: String,
    phone: String,
    file: String,
}

/// Which place is asked for.
#[derive(Deserialize, Default)]
pub(super) struct Where {
    #[serde(default)]
    county: String,
    #[serde(default)]
    division: String,
}

/// `GET /agents`: the stations around a place.
pub(super) async fn list(visit: Visit, Query(asked): Query<Where>) -> Result<Response, Problem> {
    let t = visit.t;
    let at = if asked.division.is_empty() { asked.county } else { asked.division };
    let (home, place) = (visit.state.config.home.clone(), at.clone());
    let (places, orgs) = visit
        .state
        .read(move |tx, _, ctx| {
            let within = DivisionCode::parse(&place).ok().or_else(|| home.clone());
            let orgs = match &within {
                Some(within) => stations(tx, within, ctx.today())?,
                None => vec![],
            };
            Ok((place::load(tx, home.as_ref(), &place)?, orgs))
        })
        .await?;
    let county = DivisionCode::parse(&at).map(|at| at.at(kernel::OrgLevel::County).to_string()).unwrap_or_default();
    visit.page(&AgentsPage {
        t: visit.frame("portal-home-agents"),
        empty: orgs.is_empty().then(|| none_here(t)),
        stations: orgs.iter().map(line).collect(),
        place: PlaceField { t, places, county, division: at, error: String::new() },
    })
}

/// Points first, then the stations and centres around them.
fn stations(tx: &mut Tx, within: &DivisionCode, day: jiff::civil::Date) -> Result<Vec<Org>, Error> {
    let mut found = vec![];
    let mut area = Some(within.clone());
    while let Some(place) = area {
        for kind in [OrgKind::Point, OrgKind::Station, OrgKind::Center] {
            let query = OrgQuery { within: place.clone(), kind: Some(kind), on: Some(day), after: None, limit: MOST };
            found.extend(organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value));
        }
        // Nobody here: the nearest is one level up, but never farther than the county.
        area = place.parent().filter(|up| found.is_empty() && up.level() <= kernel::OrgLevel::County);
    }
    Ok(found)
}

fn line(org: &Org) -> StationLine {
    let text = |text: Option<String>| text.unwrap_or_default();
    StationLine {
        name: org.name.to_string(),
        address: text(org.address.as_ref().map(ToString::to_string)),
        hours: text(org.hours.as_ref().map(ToString::to_string)),
        phone: text(org.phone.as_ref().map(ToString::to_string)),
        file: format!("/file?s={}", org.division),
    }
}

fn none_here(t: Say) -> EmptyState {
    EmptyState {
        icon: Icon::outline("map-pin"),
        title: t.say("portal-agents-none").into(),
        text: t.say("portal-agents-none-text").into(),
        link: Some((t.say("portal-home-file").text(), "/file".into())),
    }
}

fn nobody(visit: &Visit) -> AgentsPage {
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
