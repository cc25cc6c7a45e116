//! `/access`: what helps those who read, see, hear or move with difficulty, what does not work yet, and the ways without a
//! screen: by telephone, on paper, through a person.

use askama::Template;
use axum::response::Response;

use crate::{
    problem::Problem,
    ui::{Icon, Line, LinkRow, Links, Notice, NoticeKind},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/access.html")]
struct AccessPage {
    t: Frame,
    works: Vec<(Line, Line)>,
    ways: Vec<Way>,
    not_yet: Vec<Line>,
    tested: Vec<Line>,
    trouble: Notice,
    laws: Links,
}

/// A way to do the same without this site.
struct Way {
    icon: Icon,
    title: Line,
    text: Line,
    /// What to press: text, address.
    go: Vec<(String, String)>,
}

/// `GET /access`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    let frame = visit.frame("portal-access-title");
    let lines = |name: &str, count: u8| (1..=count).map(|no| t.say(&format!("access-{name}-{no}")).into()).collect();
    let pair = |no: u8| {
        let key = format!("access-works-{no}");
        (t.say(&key).into(), t.say(&format!("{key}-text")).into())
    };
    visit.page(&AccessPage {
        works: (1..=6).map(pair).collect(),
        ways: ways(&frame),
        not_yet: lines("not-yet", 4),
        tested: lines("tested", 3),
        trouble: Notice::new(NoticeKind::Neutral, t.say("access-trouble")).titled(t.say("access-trouble-title")),
        laws: Links {
            rows: vec![LinkRow {
                href: "/laws#access".into(),
                icon: Icon::outline("scale"),
                text: t.say("access-laws").into(),
                small: t.say("access-laws-small").into(),
            }],
        },
        t: frame,
    })
}

fn ways(t: &Frame) -> Vec<Way> {
    let call = |number: &str| (number.to_owned(), format!("tel:{number}"));
    let own = (!t.place.phone.is_empty()).then(|| call(&t.place.phone));
    let address = [&t.place.office, &t.place.address].map(String::as_str).join(" ");
    let paper = match address.trim() {
        "" => t.say("access-way-paper-text").into(),
        address => t.say("access-way-paper-to").with("address", address).into(),
    };
    let person = match t.place.hours.as_str() {
        "" => t.say("access-way-person-text").into(),
        hours => t.say("access-way-person-hours").with("hours", hours).into(),
    };
    vec![
        Way {
            icon: Icon::outline("phone"),
            title: t.say("access-way-phone").into(),
            text: t.say("access-way-phone-text").into(),
            go: own.into_iter().chain([call("12345")]).collect(),
        },
        Way { icon: Icon::outline("mail"), title: t.say("access-way-paper").into(), text: paper, go: vec![] },
        Way {
            icon: Icon::outline("heart-handshake"),
            title: t.say("access-way-person").into(),
            text: person,
            go: vec![(t.say("portal-home-agents").text(), "/agents".into())],
        },
    ]
}
