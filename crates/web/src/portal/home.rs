//! `GET /`: the two things one comes for, who helps, the other ways, and how it really goes here.

use askama::Template;
use axum::response::Response;

use super::{
    figures::{self, PlainFigures},
    scanned::Scanned,
    station::{self, Station},
};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{AgentCard, Button, Figures, Icon, Line, LinkRow, Links},
    view::{Frame, Visit},
};

/// The home page.
#[derive(Template)]
#[template(path = "portal/home.html")]
pub(super) struct HomePage {
    t: Frame,
    /// The primary action.
    file: Button,
    /// The second one.
    track: Button,
    /// The agent whose station's code was scanned.
    agent: Option<AgentCard>,
    /// To the page of that station.
    about: String,
    /// To the stations, where none was scanned.
    near: Button,
    /// The other ways.
    ways: Links,
    /// The last 90 days, the bad number first.
    figures: Option<Figures>,
    /// When they were counted.
    counted: Line,
}

impl HomePage {
    /// The page, with the station that was scanned on top.
    pub(super) async fn new(visit: &Visit, station: Option<&Station>) -> Self {
        let t = visit.t;
        let plain = PlainFigures::now(&visit.state).await;
        let form = station.map_or_else(|| "/file".to_owned(), |station| format!("/file?s={}", station.place_code()));
        Self {
            t: visit.frame("portal-home-title"),
            file: Button::primary(t.say("portal-home-file")).icon(Icon::outline("pencil")).href(form),
            track: Button::second(t.say("portal-home-track")).icon(Icon::outline("search")).href("/t"),
            agent: station.map(|station| station.card(t)),
            about: station.map(|station| format!("/s/{}/about", station.place_code())).unwrap_or_default(),
            near: Button::second(t.say("phone-agent-near")).icon(Icon::outline("map-pin")).href("/agents").wide(),
            ways: Links { rows: ways(t).into() },
            figures: plain.as_ref().map(|plain| figures::said(t, plain)),
            counted: plain
                .map(|plain| t.say("phone-figures-counted").with("at", t.moment(plain.at)).into())
                .unwrap_or_default(),
        }
    }
}

fn ways(t: Say) -> [LinkRow; 6] {
    let row = |href: &str, icon, text, small| LinkRow {
        href: href.into(),
        icon,
        text: Line::from(t.say(text)),
        small: Line::from(t.say(small)),
    };
    [
        row("/suggest", Icon::outline("messages"), "suggest-home", "suggest-home-small"),
        row("/calls", Icon::outline("messages"), "calls-title", "calls-home-small"),
        row("/answers", Icon::outline("messages"), "answers-title", "answers-home-small"),
        row("/t", Icon::outline("scale"), "portal-home-review", "portal-home-review-small"),
        row("/obstructed", Icon::outline("hand-stop"), "portal-home-obstructed", "portal-home-obstructed-small"),
        row("/how", Icon::outline("route"), "portal-home-how", "portal-home-how-small"),
    ]
}

/// `GET /`.
pub(super) async fn get(visit: Visit, Scanned(place): Scanned) -> Result<Response, Problem> {
    let station = match &place {
        Some(place) => station::find(&visit.state, place.as_str()).await?,
        None => None,
    };
    visit.page(&HomePage::new(&visit, station.as_ref()).await)
}
