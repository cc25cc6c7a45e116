//! Pages that only tell: how it works, what happens to data, accessibility, the sealed channel, no signal.

use askama::Template;
use axum::response::Response;

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Icon, Line, Notice, NoticeKind, Promise, Promises},
    view::{Frame, Visit},
};

fn lines<const N: usize>(t: Say, keys: [&str; N]) -> Vec<Line> {
    keys.into_iter().map(|key| t.say(key).into()).collect()
}

#[derive(Template)]
#[template(path = "portal/how.html")]
struct HowPage {
    t: Frame,
    steps: Vec<(Line, Line)>,
    dates: Promises,
    not_ours: Vec<Line>,
    limits: Notice,
}

/// `GET /how`: how a matter goes, and how long each part takes.
pub(super) async fn how(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    let step = |title: &str, text: &str| (t.say(title).into(), t.say(text).into());
    let date =
        |date: &str, what: &str| Promise { date: t.say(date).into(), chip: None, what: t.say(what).into(), why: None };
    visit.page(&HowPage {
        t: visit.frame("portal-how-title"),
        steps: vec![
            step("portal-how-step-file", "portal-how-step-file-text"),
            step("portal-how-step-send", "portal-how-step-send-text"),
            step("portal-how-step-accept", "portal-how-step-accept-text"),
            step("portal-how-step-answer", "portal-how-step-answer-text"),
            step("portal-how-step-rate", "portal-how-step-rate-text"),
        ],
        dates: Promises {
            items: vec![
                date("portal-how-date-send", "portal-how-date-send-text"),
                date("portal-how-date-answer", "portal-how-date-answer-text"),
                date("portal-how-date-review", "portal-how-date-review-text"),
            ],
        },
        not_ours: lines(t, ["portal-how-not-court", "portal-how-not-other", "portal-how-not-sealed"]),
        limits: Notice::new(NoticeKind::Caution, t.say("portal-how-limits-text")).titled(t.say("portal-how-limits")),
    })
}

#[derive(Template)]
#[template(path = "portal/data.html")]
struct DataPage {
    t: Frame,
    parts: Vec<(Line, Vec<Line>)>,
    obstructed: Notice,
}

/// `GET /data`: who sees what, for what, and for how long.
pub(super) async fn data(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    let part = |title: &str, texts: [&str; 2]| (Line::from(t.say(title)), lines(t, texts));
    visit.page(&DataPage {
        t: visit.frame("portal-data-title"),
        parts: vec![
            part("portal-data-what", ["portal-data-what-1", "portal-data-what-2"]),
            part("portal-data-who", ["portal-data-who-1", "portal-data-who-2"]),
            part("portal-data-not", ["portal-data-not-1", "portal-data-not-2"]),
            part("portal-data-long", ["portal-data-long-1", "portal-data-long-2"]),
            part("portal-data-rights", ["portal-data-rights-1", "portal-data-rights-2"]),
        ],
        obstructed: Notice::new(NoticeKind::Neutral, t.say("portal-data-obstructed"))
            .icon(Icon::outline("hand-stop"))
            .link(t.say("portal-home-obstructed"), "/obstructed"),
    })
}

#[derive(Template)]
#[template(path = "portal/access.html")]
struct AccessPage {
    t: Frame,
    lines: Vec<Line>,
}

/// `GET /access`: what helps those who read, see, hear or move with difficulty.
pub(super) async fn access(visit: Visit) -> Result<Response, Problem> {
    let keys = ["portal-access-1", "portal-access-2", "portal-access-3", "portal-access-4"];
    visit.page(&AccessPage { t: visit.frame("portal-access-title"), lines: lines(visit.t, keys) })
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
