//! `/data`: what happens to what she tells: for what, on which ground, who sees it, for how long, and what she may ask for.

use askama::Template;
use axum::response::Response;

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Fact, Icon, Line, LinkRow, Links, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// What is kept of her.
const KEPT: [&str; 7] = ["person", "words", "files", "rating", "looks", "agent", "device"];
/// What is said of each: texts `data-{what}-{part}` under the label `data-part-{part}`.
const PARTS: [&str; 4] = ["why", "ground", "who", "long"];

struct Part {
    title: Line,
    facts: Vec<Fact>,
}

#[derive(Template)]
#[template(path = "portal/data.html")]
struct DataPage {
    t: Frame,
    short: Vec<Line>,
    parts: Vec<Part>,
    never: Vec<Line>,
    machine: Notice,
    rights: Vec<(Line, Line)>,
    ways: Links,
    responsible: Line,
    obstructed: Notice,
}

/// `GET /data`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    let lines = |name: &str, count: u8| (1..=count).map(|no| t.say(&format!("data-{name}-{no}")).into()).collect();
    let row = |href: &str, icon, key: &str| LinkRow {
        href: href.into(),
        icon,
        text: t.say(key).into(),
        small: t.say(&format!("{key}-small")).into(),
    };
    let frame = visit.frame("portal-data-title");
    let responsible = if frame.place.office.is_empty() { String::new() } else { frame.place.office.clone() };
    visit.page(&DataPage {
        short: lines("short", 3),
        parts: KEPT.iter().map(|what| part(t, what)).collect(),
        never: lines("never", 4),
        machine: Notice::new(NoticeKind::Info, t.say("data-machine")).titled(t.say("data-machine-title")),
        rights: (1..=5).map(|no| right(t, no)).collect(),
        ways: Links {
            rows: vec![
                row("/t", Icon::outline("eye"), "data-way-looks"),
                row("/laws#data", Icon::outline("scale"), "data-way-laws"),
            ],
        },
        responsible: match responsible.as_str() {
            "" => Line::default(),
            office => t.say("data-responsible").with("office", office).into(),
        },
        obstructed: Notice::new(NoticeKind::Neutral, t.say("portal-data-obstructed"))
            .icon(Icon::outline("hand-stop"))
            .link(t.say("portal-home-obstructed"), "/obstructed"),
        t: frame,
    })
}

fn part(t: Say, what: &str) -> Part {
    let fact =
        |part: &&str| Fact::new(t.say(&format!("data-part-{part}")).text(), t.say(&format!("data-{what}-{part}")));
    Part { title: t.say(&format!("data-{what}")).into(), facts: PARTS.iter().map(fact).collect() }
}

fn right(t: Say, no: u8) -> (Line, Line) {
    (t.say(&format!("data-right-{no}")).into(), t.say(&format!("data-right-{no}-text")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_kept_says_for_what_why_who_and_how_long() {
        for what in KEPT {
            for part in PARTS {
                let key = format!("data-{what}-{part}");
                assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
            }
        }
    }
}
