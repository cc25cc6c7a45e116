//! The lists: what waits for the reader, what runs, what is over.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    access::{Action, Bound, list_scope},
    mediation::Stage,
};
use jiff::Timestamp;
use kernel::{Cursor, Refusal};
use serde::Deserialize;
use services::{
    Error,
    mediation::{self, Listed},
};

use crate::{
    desk::{Desk, Here, when},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

const PAGE: usize = 30;
const COLUMNS: [&str; 5] =
    ["mediations-what", "mediations-topic", "mediations-mediator", "mediations-due", "mediations-stage"];

#[derive(Template)]
#[template(path = "desk/supervisions.html")]
struct ListPage {
    t: Frame,
    lead: Line,
    tabs: Tabs,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    next: String,
    button: Option<(String, String)>,
}

/// Which ones.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    cursor: String,
}

/// `GET /desk/mediations`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if list_scope(subject, Action::ReadMediation) == Bound::Never {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let opens = mediation::may_open(subject).is_ok();
    let (over, cursor) = (asked.tab == "over", Cursor::decode(&asked.cursor));
    let found = desk.read(move |tx, _, _, subject| {
        let waiting = mediation::waiting(tx, subject)?;
        Ok((waiting, mediation::list(tx, subject, over, cursor.as_ref(), PAGE)?))
    });
    let (waiting, page) = found.await?;
    let tab = match asked.tab.as_str() {
        "open" => "open",
        "over" => "over",
        "" if waiting.is_empty() => "open",
        _ => "mine",
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let rows = if tab == "mine" { &waiting } else { &page.items };
    let table = (!rows.is_empty()).then(|| table(t, rows, now));
    let next = page.next.filter(|_| tab != "mine").map(|next| format!("?tab={tab}&cursor={}", next.encode()));
    desk.visit.page(&ListPage {
        t: desk.frame("mediations-title", Here::Mediations),
        lead: t.say("mediations-lead").into(),
        tabs: tabs(t, tab, waiting.len()),
        empty: table.is_none().then(|| empty(t, tab)),
        table,
        next: next.unwrap_or_default(),
        button: opens.then(|| ("/desk/mediations/new".to_owned(), t.say("mediations-new").text())),
    })
}

fn tabs(t: Say, here: &str, waiting: usize) -> Tabs {
    let tab = |name: &str| Tab {
        text: t.say(&format!("mediations-tab-{name}")).text(),
        href: format!("/desk/mediations?tab={name}"),
        current: name == here,
        count: (name == "mine" && waiting > 0).then(|| u64::try_from(waiting).unwrap_or_default()),
    };
    Tabs { label: t.say("mediations-title").text(), items: ["mine", "open", "over"].map(tab).into() }
}

fn empty(t: Say, tab: &str) -> EmptyState {
    EmptyState {
        icon: Icon::outline("scale"),
        title: t.say(&format!("mediations-none-{tab}")).into(),
        text: t.say("mediations-none-text").into(),
        link: None,
    }
}

fn table(t: Say, all: &[Listed], now: Timestamp) -> DataTable {
    let row = |(row, state): &Listed| {
        let href = format!("/desk/mediations/{}", row.id());
        let who = if state.asked_other.is_some() {
            t.say("mediations-asked-other").text()
        } else if state.mediator.is_some() {
            t.say("mediations-named").with("count", state.hands().count()).text()
        } else {
            t.say("mediations-unnamed").text()
        };
        let due = match &row.due {
            Some(due) if state.stage() != Stage::Archived => Cell::chip(when::of_due(t, Some(due), now)),
            _ => Cell::text("—"),
        };
        Row {
            cells: vec![
                Cell::title(state.opened.title.as_str(), href).small(state.opened.file.to_string()),
                Cell::text(t.message(&state.opened.topic.message()).text()),
                Cell::text(who),
                due,
                Cell::text(t.message(&state.stage().message()).text()),
            ],
            current: false,
        }
    };
    DataTable {
        caption: t.say("mediations-title").text(),
        columns: COLUMNS.iter().map(|key| Column::new(t.say(key))).collect(),
        groups: vec![RowGroup { rows: all.iter().map(row).collect(), ..RowGroup::default() }],
    }
}
