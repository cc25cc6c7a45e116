//! `GET /`: the two things one comes for, then the other ways.

use askama::Template;
use axum::response::Response;

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
    /// The frame.
    pub t: Frame,
    /// The primary action.
    pub file: Button,
    /// The second one.
    pub track: Button,
    /// The agent whose station's code was scanned.
    pub agent: Option<AgentCard>,
    /// The other ways.
    pub ways: Links,
    /// The last 90 days, the bad number first.
    pub figures: Option<Figures>,
}

impl HomePage {
    /// The page without agent and figures.
    #[must_use]
    pub(super) fn new(visit: &Visit) -> Self {
        let t = visit.t;
        Self {
            t: visit.frame("portal-home-title"),
            file: Button::primary(t.say("portal-home-file")).icon(Icon::outline("pencil")).href("/file"),
            track: Button::second(t.say("portal-home-track")).icon(Icon::outline("search")).href("/t"),
            agent: None,
            ways: Links { rows: ways(t).into() },
            figures: None,
        }
    }
}

fn ways(t: Say) -> [LinkRow; 4] {
    let row = |href: &str, icon, text, small| LinkRow {
        href: href.into(),
        icon,
        text: Line::from(t.say(text)),
        small: Line::from(t.say(small)),
    };
    [
        row("/how", Icon::outline("route"), "portal-home-how", "portal-home-how-small"),
        row("/agents", Icon::outline("heart-handshake"), "portal-home-agents", "portal-home-agents-small"),
        row("/t", Icon::outline("scale"), "portal-home-review", "portal-home-review-small"),
        row("/obstructed", Icon::outline("hand-stop"), "portal-home-obstructed", "portal-home-obstructed-small"),
    ]
}

/// `GET /`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    visit.page(&HomePage::new(&visit))
}
