//! `/t/{number}/views`: everybody who looked, when, at what, and why.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::matter::{self, Opened};
use crate::{
    i18n::Say,
    portal::{cookies::Ticket, look_up},
    problem::Problem,
    ui::{self, ViewLog},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/views.html")]
struct ViewsPage {
    t: Frame,
    number: String,
    log: ViewLog,
}

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    visit.page(&ViewsPage {
        t: visit.frame("portal-views-title"),
        number: opened.number.to_string(),
        log: log(visit.t, &opened, usize::MAX),
    })
}

/// The newest looks: the unit, never a name; what was seen and why.
pub(super) fn log(t: Say, opened: &Opened, most: usize) -> ViewLog {
    let view = |view: &services::matter::View| {
        let seen = match view.seen.as_str() {
            "identity" => t.say("portal-views-identity"),
            "export" => t.say("portal-views-export"),
            _ => t.say("portal-views-material"),
        };
        let mut what = format!("{} · {seen}", t.moment(view.at));
        if let Some(reason) = &view.reason {
            what = format!("{what} · {}", t.say("portal-views-reason").with("reason", reason));
        }
        ui::View { who: opened.name(view.org).into(), what: what.into(), identity: view.seen == "identity" }
    };
    ViewLog { t, views: opened.views.iter().take(most).map(view).collect() }
}
