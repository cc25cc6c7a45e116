//! Two pages that only tell: the sealed channel, and no signal.

use askama::Template;
use axum::response::Response;

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Line, Notice, NoticeKind},
    view::{Frame, Visit},
};

fn lines<const N: usize>(t: Say, keys: [&str; N]) -> Vec<Line> {
    keys.into_iter().map(|key| t.say(key).into()).collect()
}

#[derive(Template)]
#[template(path = "portal/sealed.html")]
struct SealedPage {
    t: Frame,
    notice: Notice,
    ways: Vec<(Line, &'static str, Line)>,
    keep: Vec<Line>,
}

/// `GET /sealed`: where to report wrongdoing by officials; nothing is typed or recorded here.
pub(super) async fn sealed(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    let way = |title: &str, number, text: &str| (Line::from(t.say(title)), number, Line::from(t.say(text)));
    visit.page(&SealedPage {
        t: visit.frame("portal-sealed-title"),
        notice: Notice::new(NoticeKind::Sealed, t.say("portal-sealed-notice")),
        ways: vec![
            way("portal-sealed-discipline", "12388", "portal-sealed-discipline-text"),
            way("portal-sealed-hotline", "12345", "portal-sealed-hotline-text"),
        ],
        keep: lines(t, ["portal-sealed-keep-1", "portal-sealed-keep-2", "portal-sealed-keep-3"]),
    })
}

#[derive(Template)]
#[template(path = "errors/offline.html")]
struct OfflinePage {
    t: Frame,
}

/// `GET /offline`: what a device shows that has no signal.
pub(super) async fn offline(visit: Visit) -> Result<Response, Problem> {
    visit.page(&OfflinePage { t: visit.frame("portal-offline-title") })
}
