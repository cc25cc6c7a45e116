//! The lists: what the reader's unit owes, the clusters at work, those that are over.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::cluster::Cluster;
use jiff::Timestamp;
use kernel::{Cursor, Refusal};
use serde::Deserialize;
use services::{
    Error,
    cluster::{self, Owed},
    matter::MatterRow,
};

use super::shown;
use crate::{
    desk::{Desk, Here, when},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

const PAGE: usize = 30;
const CLUSTERS: [&str; 5] = ["clusters-what", "clusters-members", "clusters-plan", "clusters-due", "clusters-stage"];
const OWED: [&str; 4] = ["clusters-owed-what", "clusters-of", "clusters-due", "clusters-do"];

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

/// `GET /desk/clusters`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if !shown(subject) {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let founds = cluster::office_of(subject).is_ok();
    let (over, cursor) = (asked.tab == "over", Cursor::decode(&asked.cursor));
    let found = desk.read(move |tx, _, _, subject| {
        let owed = cluster::owed(tx, subject)?;
        let page = cluster::list(tx, subject, over, cursor.as_ref(), PAGE)?;
        Ok((owed, page))
    });
    let (owed, page) = found.await?;
    // Whoever owes something and founds nothing comes to that first.
    let tab = match asked.tab.as_str() {
        "" if !founds && !owed.is_empty() => "owed",
        "" => "open",
        tab => tab,
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let table = match tab {
        "owed" => (!owed.is_empty()).then(|| owed_table(t, &owed, now)),
        _ => (!page.items.is_empty()).then(|| clusters_table(t, &page.items, now)),
    };
    let next = page.next.filter(|_| tab != "owed").map(|next| format!("?tab={tab}&cursor={}", next.encode()));
    desk.visit.page(&ListPage {
        t: desk.frame("clusters-title", Here::Clusters),
        lead: t.say("clusters-lead").into(),
        tabs: tabs(t, tab, owed.len()),
        empty: table.is_none().then(|| empty(t, tab)),
        table,
        next: next.unwrap_or_default(),
        button: founds.then(|| ("/desk/clusters/new".to_owned(), t.say("clusters-found").text())),
    })
}

fn tabs(t: Say, here: &str, owed: usize) -> Tabs {
    let tab = |name: &str| Tab {
        text: t.say(&format!("clusters-tab-{name}")).text(),
        href: format!("/desk/clusters?tab={name}"),
        current: name == here,
        count: (name == "owed" && owed > 0).then(|| u64::try_from(owed).unwrap_or_default()),
    };
    Tabs { label: t.say("clusters-title").text(), items: ["owed", "open", "over"].map(tab).into() }
}

fn empty(t: Say, tab: &str) -> EmptyState {
    EmptyState {
        icon: Icon::outline("users"),
        title: t.say(&format!("clusters-none-{tab}")).into(),
        text: t.say("clusters-none-text").into(),
        link: None,
    }
}

fn table_of(t: Say, columns: &[&str], rows: Vec<Row>) -> DataTable {
    DataTable {
        caption: t.say("clusters-title").text(),
        columns: columns.iter().map(|key| Column::new(t.say(key))).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn clusters_table(t: Say, all: &[(MatterRow, Cluster)], now: Timestamp) -> DataTable {
    let row = |(row, state): &(MatterRow, Cluster)| {
        let href = format!("/desk/clusters/{}", row.id());
        let planned = state.steps.iter().filter(|step| step.dropped.is_none());
        let (done, steps) = planned.fold((0, 0), |(done, all), step| (done + u32::from(step.is_over()), all + 1));
        let due = match &row.due {
            Some(due) => Cell::chip(when::of_due(t, Some(due), now)),
            None => Cell::text("—"),
        };
        Row {
            cells: vec![
                Cell::title(state.founded.title.as_str(), href).small(row.number.to_string()),
                Cell::text(t.say("clusters-count").with("count", state.current().count())),
                Cell::text(t.say("clusters-steps").with("done", done).with("all", steps)),
                due,
                Cell::text(t.message(&state.stage().message()).text()),
            ],
            current: false,
        }
    };
    table_of(t, &CLUSTERS, all.iter().map(row).collect())
}

fn owed_table(t: Say, all: &[Owed], now: Timestamp) -> DataTable {
    let row = |one: &Owed| {
        let no = one.step.no;
        let href = format!("/desk/clusters/{}?do=answer&which={no}#step-{no}", one.row.id());
        let since = kernel::beijing_date(one.row.received_at);
        Row {
            cells: vec![
                Cell::title(one.step.text.as_str(), href.as_str()),
                Cell::text(one.row.title.clone()).small(one.row.number.to_string()),
                Cell::chip(when::of_day(t, (since, one.step.due), kernel::beijing_date(now))),
                Cell::link(t.say("command-cluster-answer"), href),
            ],
            current: false,
        }
    };
    table_of(t, &OWED, all.iter().map(row).collect())
}
