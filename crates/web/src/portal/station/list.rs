//! `GET /agents`: the agents and stations around a place that is chosen, never measured.

use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::civil::Date;
use kernel::{Ctx, Cursor, DivisionCode, OrgLevel, Page};
use serde::Deserialize;
use services::{
    Kit,
    network::{self, AgentRow, StationRow},
};

use super::{called, language_tags, said_now};
use crate::{
    i18n::Say,
    portal::place::{self, PlaceField},
    problem::Problem,
    ui::{EmptyState, Icon, Pagination, Tag},
    view::{Frame, Visit},
};

/// How many stations one page shows.
const MOST: u32 = 20;

/// The stations of one place.
#[derive(Template)]
#[template(path = "portal/agents.html")]
pub(super) struct AgentsPage {
    t: Frame,
    place: PlaceField,
    /// Where somebody sits, the nearest first.
    stations: Vec<StationLine>,
    empty: Option<EmptyState>,
    /// No place was chosen yet.
    asks: bool,
    pages: Option<Pagination>,
}

/// One station of the list.
struct StationLine {
    name: String,
    agent: String,
    tags: Vec<Tag>,
    address: String,
    hours: String,
    now: String,
    open: bool,
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
    #[serde(default)]
    after: String,
}

type Found = Page<(StationRow, Vec<AgentRow>)>;

/// `GET /agents`: the place first, then who is near, the nearest first.
pub(in crate::portal) async fn list(visit: Visit, Query(asked): Query<Where>) -> Result<Response, Problem> {
    let t = visit.t;
    let at = if asked.division.is_empty() { asked.county } else { asked.division };
    let (home, place) = (visit.state.config.home.clone(), at.clone());
    let after = (!asked.after.is_empty()).then(|| Cursor { key: 0, id: asked.after.clone() });
    let (places, found, lines) = visit
        .state
        .read(move |tx, kit, ctx| {
            let chosen = DivisionCode::parse(&place).ok().filter(|chosen| chosen.level() <= OrgLevel::County);
            let found = chosen.map(|chosen| network::near(tx, ctx, &chosen, after.as_ref(), MOST)).transpose()?;
            let lines = found.as_ref().map(|found| lines(t, kit, ctx, found)).unwrap_or_default();
            Ok((place::load(tx, home.as_ref(), &place)?, found, lines))
        })
        .await?;
    let county = DivisionCode::parse(&at).map(|at| at.at(OrgLevel::County).to_string()).unwrap_or_default();
    let address = |after: &str| {
        let query = serde_urlencoded::to_string([("division", at.as_str()), ("after", after)]).unwrap_or_default();
        format!("/agents?{query}")
    };
    let pages = found.as_ref().map(|found| Pagination {
        t,
        first: (!asked.after.is_empty()).then(|| address("")),
        next: found.next.as_ref().map(|next| address(&next.id)),
    });
    visit.page(&AgentsPage {
        t: visit.frame("portal-home-agents"),
        empty: (found.is_some() && lines.is_empty()).then(|| none_here(t)),
        asks: found.is_none(),
        stations: lines,
        pages: pages.filter(|pages| pages.first.is_some() || pages.next.is_some()),
        place: PlaceField { t, places, county, division: at, error: String::new() },
    })
}

fn lines(t: Say, kit: &Kit, ctx: &Ctx, found: &Found) -> Vec<StationLine> {
    let calendar = kit.reference().calendar.clone();
    let today: Date = ctx.today();
    let line = |(row, agents): &(StationRow, Vec<AgentRow>)| {
        let agent = agents.first();
        let now = row.facts.hours.as_ref().map(|hours| hours.at(ctx.now(), &calendar));
        let hours = row.facts.hours.as_ref().map(domain::network::OpeningHours::words);
        let languages =
            agent.and_then(|agent| agent.file.as_ref()).map_or(&row.facts.languages, |file| &file.languages);
        StationLine {
            name: row.name.clone(),
            agent: agent.map(called).unwrap_or_default(),
            tags: language_tags(t, languages, row.facts.home_visits),
            address: row.address.clone().unwrap_or_default(),
            hours: hours.or_else(|| row.hours.clone()).unwrap_or_default(),
            now: said_now(t, now, today),
            open: matches!(now, Some(domain::network::Now::Open { .. })),
            phone: agent.and_then(|agent| agent.phone.clone()).or_else(|| row.phone.clone()).unwrap_or_default(),
            page: format!("/s/{}/about", row.division),
        }
    };
    found.items.iter().map(line).collect()
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
        asks: false,
        pages: None,
    }
}
