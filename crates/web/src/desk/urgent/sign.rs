//! Where a danger is shown first: at the head of the inbox, at the head of its matter.

use askama::Template;
use domain::{
    access::{
        self,
        actions::{FollowUrgent, ReportUrgent},
    },
    deadline::Clock,
    urgent::Urgent,
};
use jiff::Timestamp;
use services::{matter::MatterRow, urgent};

use crate::{
    desk::{Desk, rows, when},
    i18n::Say,
    ui::{Icon, Notice, NoticeKind, Urgency, UrgencyChip},
};

/// What is going on, at the head of the inbox.
#[derive(Debug, Clone, Template)]
#[template(path = "desk/_alarms.html")]
pub(in crate::desk) struct Going {
    title: String,
    count: String,
    icon: Icon,
    lines: Vec<LineOf>,
}

#[derive(Debug, Clone)]
struct LineOf {
    href: String,
    danger: String,
    place: String,
    title: String,
    small: String,
    chip: Option<UrgencyChip>,
}

impl askama::filters::HtmlSafe for Going {}

impl Going {
    /// Nothing while nothing goes on.
    pub(in crate::desk) fn of(desk: &Desk, all: &[urgent::Going], now: Timestamp) -> Option<Self> {
        let t = desk.t();
        let line = |one: &urgent::Going| LineOf {
            href: format!("/desk/matters/{}/urgent", one.row.id()),
            danger: t.message(&one.report.danger.message()).text(),
            place: one.report.place.to_string(),
            title: if rows::shows_content(desk.who.subject(), &one.row) {
                one.row.title.clone()
            } else {
                String::new()
            },
            small: format!("{} · {}", one.row.number, t.moment(one.report.known_at)),
            chip: one.report.next_clock().map(|clock| chip(t, clock, now)),
        };
        (!all.is_empty()).then(|| Self {
            title: t.say("urgent-inbox").text(),
            count: t.say("urgent-inbox-count").with("count", all.len()).text(),
            icon: Icon::filled("alert-circle"),
            lines: all.iter().map(line).collect(),
        })
    }
}

/// Where a danger beside the matter is reported; empty for whoever reports nothing there.
pub(in crate::desk) fn way_to(desk: &Desk, row: &MatterRow) -> String {
    match access::permit::<ReportUrgent>(desk.who.subject(), &row.facts) {
        Ok(_) => format!("/desk/matters/{}/urgent", row.id()),
        Err(_) => String::new(),
    }
}

/// What the page of a matter says of it.
#[derive(Default)]
pub(in crate::desk) struct Alarm {
    /// Red, at the head; only for those with a duty, only while it goes on.
    pub(in crate::desk) notice: Option<Notice>,
    /// Where it is reported and carried on; empty for whoever reports nothing here.
    pub(in crate::desk) way: String,
    /// What the way is called.
    pub(in crate::desk) text: String,
}

impl Alarm {
    /// Of a matter for whoever looks.
    pub(in crate::desk) fn of(desk: &Desk, row: &MatterRow, urgent: &Urgent) -> Self {
        let (t, subject) = (desk.t(), desk.who.subject());
        if access::permit::<ReportUrgent>(subject, &row.facts).is_err() {
            return Self::default();
        }
        let way = format!("/desk/matters/{}/urgent", row.id());
        let follows = access::permit::<FollowUrgent>(subject, &row.facts).is_ok();
        let open = urgent.open().filter(|_| follows);
        let text = if open.is_some() { "urgent-way-open" } else { "urgent-way" };
        Self { notice: open.map(|open| notice(t, open, &way)), way, text: t.say(text).text() }
    }
}

/// The chip of one of the two clocks: with hours to go nothing is ever "enough".
pub(super) fn chip(t: Say, clock: &Clock, now: Timestamp) -> UrgencyChip {
    let mut chip = when::of_clock(t, clock, now);
    if !clock.is_overdue(now) && clock.is_open() {
        chip.state = Urgency::Soon;
    }
    chip
}

fn notice(t: Say, open: &domain::urgent::Report, way: &str) -> Notice {
    let said = t.say("urgent-notice").with("danger", t.message(&open.danger.message()));
    Notice::new(NoticeKind::Danger, said.with("at", t.moment(open.known_at)))
        .titled(t.say("urgent-title"))
        .link(t.say("urgent-way-open").text(), way)
}
