//! The lists: what the reader's unit owes, the meetings that run, those that are over.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    access::{Action, Bound, list_scope},
    meeting::{Meeting, Stage},
    owed::State,
};
use jiff::Timestamp;
use kernel::{Cursor, Refusal};
use serde::Deserialize;
use services::{
    Error,
    matter::MatterRow,
    meeting::{self, Owed},
};

use crate::{
    desk::{Desk, Here, when},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

const PAGE: usize = 30;
const MEETINGS: [&str; 5] = ["meetings-what", "meetings-day", "meetings-decided", "meetings-due", "meetings-stage"];
const OWED: [&str; 4] = ["meetings-owed-what", "meetings-of", "meetings-due", "meetings-do"];

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

/// `GET /desk/meetings`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if list_scope(subject, Action::ReadMeeting) == Bound::Never {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let calls = meeting::office_of(subject).is_ok();
    let (over, cursor) = (asked.tab == "over", Cursor::decode(&asked.cursor));
    let found = desk.read(move |tx, _, _, subject| {
        let owed = meeting::owed(tx, subject)?;
        let page = meeting::list(tx, subject, over, cursor.as_ref(), PAGE)?;
        Ok((owed, page))
    });
    let (owed, page) = found.await?;
    // Whoever owes something and calls nothing comes to that first.
    let tab = match asked.tab.as_str() {
        "" if !calls && !owed.is_empty() => "owed",
        "" => "open",
        tab => tab,
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let table = match tab {
        "owed" => (!owed.is_empty()).then(|| owed_table(t, &owed, now)),
        _ => (!page.items.is_empty()).then(|| meetings_table(t, &page.items, now)),
    };
    let next = page.next.filter(|_| tab != "owed").map(|next| format!("?tab={tab}&cursor={}", next.encode()));
    desk.visit.page(&ListPage {
        t: desk.frame("meetings-title", Here::Meetings),
        lead: t.say("meetings-lead").into(),
        tabs: tabs(t, tab, owed.len()),
        empty: table.is_none().then(|| empty(t, tab, calls)),
        table,
        next: next.unwrap_or_default(),
        button: calls.then(|| ("/desk/meetings/new".to_owned(), t.say("meetings-call").text())),
    })
}

fn tabs(t: Say, here: &str, owed: usize) -> Tabs {
    let tab = |name: &str| Tab {
        text: t.say(&format!("meetings-tab-{name}")).text(),
        href: format!("/desk/meetings?tab={name}"),
        current: name == here,
        count: (name == "owed" && owed > 0).then(|| u64::try_from(owed).unwrap_or_default()),
    };
    Tabs { label: t.say("meetings-title").text(), items: ["owed", "open", "over"].map(tab).into() }
}

fn empty(t: Say, tab: &str, calls: bool) -> EmptyState {
    let text = if calls && tab == "open" { "meetings-none-call" } else { "meetings-none-text" };
    EmptyState {
        icon: Icon::outline("users"),
        title: t.say(&format!("meetings-none-{tab}")).into(),
        text: t.say(text).into(),
        link: None,
    }
}

fn table_of(t: Say, columns: &[&str], rows: Vec<Row>) -> DataTable {
    DataTable {
        caption: t.say("meetings-title").text(),
        columns: columns.iter().map(|key| Column::new(t.say(key))).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn meetings_table(t: Say, all: &[(MatterRow, Meeting)], now: Timestamp) -> DataTable {
    let row = |(row, state): &(MatterRow, Meeting)| {
        let href = format!("/desk/meetings/{}", row.id());
        let settled = state.decisions.iter().filter(|one| one.state() == State::Settled).count();
        let decided = match state.stage() {
            Stage::Called => t.say("meetings-items").with("count", state.items.len()),
            _ => t.say("meetings-settled").with("done", settled).with("all", state.decisions.len()),
        };
        let due = match &row.due {
            Some(due) => Cell::chip(when::of_due(t, Some(due), now)),
            None => Cell::text("—"),
        };
        Row {
            cells: vec![
                Cell::title(state.called.title.as_str(), href).small(row.number.to_string()),
                Cell::text(t.full_date(state.called.on)).small(state.called.place.to_string()),
                Cell::text(decided),
                due,
                Cell::text(t.message(&state.stage().message()).text()),
            ],
            current: false,
        }
    };
    table_of(t, &MEETINGS, all.iter().map(row).collect())
}

fn owed_table(t: Say, all: &[Owed], now: Timestamp) -> DataTable {
    let row = |one: &Owed| {
        let no = one.decision.no;
        let href = format!("/desk/meetings/{}?do=answer&which={no}#decision-{no}", one.row.id());
        let since = kernel::beijing_date(one.decision.at);
        let due = one.decision.due().map(|day| when::of_day(t, (since, day), kernel::beijing_date(now)));
        Row {
            cells: vec![
                Cell::title(one.decision.resolved.text.as_str(), href.as_str()),
                Cell::text(one.row.title.clone()).small(one.row.number.to_string()),
                due.map_or_else(|| Cell::text("—"), Cell::chip),
                Cell::link(t.say("command-meeting-answer"), href),
            ],
            current: false,
        }
    };
    table_of(t, &OWED, all.iter().map(row).collect())
}
