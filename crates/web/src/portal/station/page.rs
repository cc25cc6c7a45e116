//! `GET /s/{code}/about`: the station itself. The agent on top, what one comes for, then 一亮三知晓: who, what, until
//! when, and whom to complain to.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::{Station, find, list, said_now, text};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{AgentCard, Button, Icon, Line, LinkRow, Links},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/station.html")]
struct StationPage {
    t: Frame,
    name: String,
    agent: AgentCard,
    /// Nobody is here: where somebody is, when, and the telephone.
    nobody: Option<Place>,
    file: Button,
    track: Button,
    /// Whether somebody is there now, and in whose place.
    now: String,
    in_place_of: String,
    /// What makes it reachable, its stops, who works in it together.
    reach: Vec<(String, String)>,
    can: Vec<Line>,
    cannot: Vec<Line>,
    dates: Vec<Line>,
    bureau: Option<Place>,
    ways: Links,
}

/// Where one can go or call.
pub(super) struct Place {
    pub name: String,
    pub address: String,
    pub hours: String,
    pub phone: String,
}

impl Place {
    pub(super) fn of(org: &domain::organisation::Org) -> Self {
        Self {
            name: org.name.to_string(),
            address: text(org.address.as_ref()),
            hours: text(org.hours.as_ref()),
            phone: text(org.phone.as_ref()),
        }
    }
}

/// What an agent may do for her, and what only she herself can (rules.md §3.2).
pub(super) const CAN: [&str; 3] = ["station-can-1", "station-can-2", "station-can-3"];
pub(super) const CANNOT: [&str; 3] = ["station-cannot-1", "station-cannot-2", "station-cannot-3"];

pub(in crate::portal) async fn get(visit: Visit, Path(code): Path<String>) -> Result<Response, Problem> {
    match find(&visit.state, &code).await? {
        Some(station) => visit.page(&page(&visit, &station)),
        None => visit.page_as(axum::http::StatusCode::NOT_FOUND, &list::nobody(&visit)),
    }
}

fn page(visit: &Visit, station: &Station) -> StationPage {
    let t = visit.t;
    let code = &station.org.division;
    let lines = |keys: [&str; 3]| keys.into_iter().map(|key| t.say(key).into()).collect();
    let mut frame = visit.frame("portal-home-agent");
    frame.title = station.org.name.to_string();
    StationPage {
        t: frame,
        name: station.org.name.to_string(),
        agent: station.card(t),
        nobody: station.above.as_ref().filter(|_| station.agent.is_none() && station.phone.is_empty()).map(Place::of),
        file: Button::primary(t.say("portal-home-file")).icon(Icon::outline("pencil")).href(format!("/file?s={code}")),
        track: Button::second(t.say("portal-home-track")).icon(Icon::outline("search")).href("/t"),
        now: said_now(t, station.now, visit.state.ctx().today()),
        in_place_of: station.in_place_of.clone().unwrap_or_default(),
        reach: reach(t, &station.facts),
        can: lines(CAN),
        cannot: lines(CANNOT),
        dates: dates(visit, station),
        bureau: station.bureau.as_ref().map(Place::of),
        ways: Links { rows: ways(t, code.as_str()) },
    }
}

/// Facts of the station, each under its name; what nobody entered is left out.
fn reach(t: Say, facts: &domain::network::StationFacts) -> Vec<(String, String)> {
    let comma = if t.lang() == "en" { ", " } else { "、" };
    let mut lines = vec![];
    let mut add = |key: &str, words: Vec<String>| {
        if !words.is_empty() {
            lines.push((t.say(key).text(), words.join(comma)));
        }
    };
    add("network-language", facts.languages.iter().map(|one| t.say(&one.key()).text()).collect());
    add("network-barrier-free", facts.barrier_free.iter().map(|one| t.say(&one.key()).text()).collect());
    add("network-host", facts.host.iter().map(ToString::to_string).collect());
    add("network-members", facts.members.iter().map(ToString::to_string).collect());
    for stop in &facts.stops {
        lines.push((stop.place.to_string(), stop.hours.words()));
    }
    lines
}

/// Until when: from the clocks of the place, not from this page.
fn dates(visit: &Visit, station: &Station) -> Vec<Line> {
    let t = visit.t;
    let terms = visit.state.kit.terms(&station.org.division, visit.state.ctx().today());
    let length = |def: &str| terms.clocks().get(def).and_then(|def| def.length);
    let contact = length("AGENCY_VILLAGE_CONTACT_24H").map(|hours| t.say("station-date-contact").with("hours", hours));
    let send = length("FORWARD_15D").map(|days| t.say("station-date-send").with("days", days));
    let answer = length("HANDLE_60D").map(|days| t.say("station-date-answer").with("days", days));
    [contact, send, answer].into_iter().flatten().map(Line::from).collect()
}

fn ways(t: Say, code: &str) -> Vec<LinkRow> {
    let row = |href: String, icon, key: &str, small: &str| LinkRow {
        href,
        icon,
        text: t.say(key).into(),
        small: t.say(small).into(),
    };
    vec![
        row("/obstructed".into(), Icon::outline("hand-stop"), "portal-home-obstructed", "portal-home-obstructed-small"),
        row("/how".into(), Icon::outline("route"), "portal-home-how", "portal-home-how-small"),
        row(format!("/s/{code}/sign"), Icon::outline("printer"), "station-sign", "station-sign-small"),
    ]
}
