//! `GET /desk/finds`.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::proactive::Find;
use kernel::{Cursor, Refusal};
use serde::Deserialize;
use services::{
    matter::MatterRow,
    people,
    proactive::{self, Shelf},
};

use crate::{
    desk::{Desk, Here, when},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

/// How many stand on one page.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "desk/finds.html")]
struct ListPage {
    t: Frame,
    /// Whether the reader may take one down.
    may_write: bool,
    tabs: Tabs,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    next: String,
}

/// Which ones.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    cursor: String,
}

/// The handler.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let t = desk.t();
    let shelf = match asked.tab.as_str() {
        "declined" => Shelf::Declined,
        "over" => Shelf::Over,
        _ => Shelf::Open,
    };
    let cursor = Cursor::decode(&asked.cursor);
    let found = desk.read(move |tx, _, _, subject| {
        let waiting = proactive::waiting(tx, subject)?.ok_or_else(Refusal::not_permitted)?;
        let page = proactive::list(tx, subject, shelf, cursor.as_ref(), PAGE)?;
        let names = people::names(tx, page.items.iter().filter_map(|(_, find)| find.agent))?;
        Ok((waiting, page, names))
    });
    let (waiting, page, names) = found.await?;
    let now = desk.visit.state.clock.now();
    let rows: Vec<Row> = page.items.iter().map(|(row, find)| line(t, row, find, &names, now)).collect();
    let tab =
        |key, href: &str, own, count| Tab { text: t.say(key).text(), href: href.into(), current: own == shelf, count };
    let next = page.next.map(|next| format!("?tab={}&cursor={}", asked.tab, next.encode())).unwrap_or_default();
    desk.visit.page(&ListPage {
        t: desk.frame("find-title", Here::Finds),
        may_write: super::new::home(&desk).is_some(),
        tabs: Tabs {
            label: t.say("find-title").text(),
            items: vec![
                tab("find-tab-open", "/desk/finds", Shelf::Open, u64::try_from(waiting).ok()),
                tab("find-tab-declined", "/desk/finds?tab=declined", Shelf::Declined, None),
                tab("find-tab-over", "/desk/finds?tab=over", Shelf::Over, None),
            ],
        },
        empty: rows.is_empty().then(|| EmptyState {
            icon: Icon::outline("heart-handshake"),
            title: t.say("find-empty").into(),
            text: t.say("find-empty-text").into(),
            link: None,
        }),
        table: (!rows.is_empty()).then(|| table(t, rows)),
        next,
    })
}

fn table(t: Say, rows: Vec<Row>) -> DataTable {
    let columns = ["find-col-what", "find-col-stage", "find-col-due", "find-col-do"];
    DataTable {
        caption: t.say("find-title").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn line(t: Say, row: &MatterRow, find: &Find, names: &people::Names, now: jiff::Timestamp) -> Row {
    let href = format!("/desk/finds/{}", row.id());
    let due = row.due.as_ref().map_or_else(
        || Cell::text(""),
        |due| Cell::chip(when::of_due(t, Some(due), now)).small(when::name(t, due.def.as_str())),
    );
    let seen = t.date(kernel::beijing_date(find.observed_at));
    let who = find.agent.and_then(|agent| names.get(&agent)).cloned().unwrap_or_default();
    Row {
        cells: vec![
            Cell::title(t.message(&find.signal.message()).text(), href.clone())
                .small(format!("{} · {seen}", row.number)),
            Cell::text(t.message(&find.stage().message())).small(who),
            due,
            Cell::link(t.say("find-col-do"), href),
        ],
        current: false,
    }
}
