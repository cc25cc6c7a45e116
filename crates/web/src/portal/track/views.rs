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

/// The newest looks: the unit, never a name; what was seen and why; that it should not have been can be said of each.
pub(super) fn log(t: Say, opened: &Opened, most: usize) -> ViewLog {
    ViewLog { t, views: opened.views.iter().take(most).map(|view| line(t, opened, view)).collect() }
}

/// One look.
pub(super) fn line(t: Say, opened: &Opened, view: &services::matter::View) -> ui::View {
    let seen = match view.seen.as_str() {
        "identity" => t.say("portal-views-identity"),
        "export" => t.say("portal-views-export"),
        "letter" => t.say("portal-views-letter"),
        "own-copy" => {
            return ui::View::new(
                t.say("views-herself"),
                format!("{} · {}", t.moment(view.at), t.say("views-own-copy").text()),
                false,
            );
        }
        _ => t.say("portal-views-material"),
    };
    let mut what = format!("{} · {seen}", t.moment(view.at));
    match (&view.reason, view.seen.as_str()) {
        (Some(paper), "letter") => what = format!("{what} · {}", crate::view::papers::name(t, paper)),
        (Some(reason), _) => what = format!("{what} · {}", t.say("portal-views-reason").with("reason", reason)),
        (None, _) => {}
    }
    let unit = opened.called(view.org);
    let who = match opened.parts.of_user(view.user) {
        Some(part) => t.say("views-unit-part").with("unit", unit).with("part", t.say(part)).text(),
        None => unit.to_owned(),
    };
    let mut line = ui::View::new(who, what, view.seen == "identity");
    let way = |key: &str| Some((t.say(key).text(), format!("/t/{}/views/{}", opened.number, view.id)));
    match opened.about.iter().find(|about| about.look == view.id) {
        Some(about) => {
            line.said = t.say("views-objected").with("unit", opened.name(about.receiver)).into();
            line.way = way("look-follow");
        }
        None => line.way = way("views-object"),
    }
    line
}
