//! `GET /desk/obstructions`: what waits for an answer, most urgent first; what was answered, newest first.

use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Cursor, Refusal};
use serde::Deserialize;
use services::{
    obstruction::{self, Listed},
    organisation,
    timeline::Names,
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
#[template(path = "desk/obstructions.html")]
struct ListPage {
    t: Frame,
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

/// `GET /desk/obstructions`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let (t, over) = (desk.t(), asked.tab == "over");
    let cursor = Cursor::decode(&asked.cursor);
    let found = desk.read(move |tx, _, _, subject| {
        // The page does not exist for whoever is never shown a report.
        let waiting = obstruction::waiting(tx, subject)?.ok_or_else(Refusal::not_permitted)?;
        let page = obstruction::list(tx, subject, over, cursor.as_ref(), PAGE)?;
        let names = organisation::called(tx, page.items.iter().filter_map(|one| one.state.named.org))?;
        Ok((waiting, page, names))
    });
    let (waiting, page, names) = found.await?;
    let now = desk.visit.state.clock.now();
    let rows: Vec<Row> = page.items.iter().map(|one| row(t, one, &names, now)).collect();
    let tab = |key, href: &str, current, count| Tab { text: t.say(key).text(), href: href.into(), current, count };
    let next = page.next.map(|next| format!("?tab={}&cursor={}", asked.tab, next.encode())).unwrap_or_default();
    desk.visit.page(&ListPage {
        t: desk.frame("desk-obstructions-title", Here::Obstructions),
        tabs: Tabs {
            label: t.say("desk-obstructions-title").text(),
            items: vec![
                tab("desk-obstructions-tab-open", "/desk/obstructions", !over, u64::try_from(waiting).ok()),
                tab("desk-obstructions-tab-over", "/desk/obstructions?tab=over", over, None),
            ],
        },
        empty: rows.is_empty().then(|| empty(t, over)),
        table: (!rows.is_empty()).then(|| table(t, rows)),
        next,
    })
}

fn empty(t: Say, over: bool) -> EmptyState {
    let title = if over { "desk-obstructions-empty-over" } else { "desk-obstructions-empty" };
    EmptyState {
        icon: Icon::outline("shield-check"),
        title: t.say(title).into(),
        text: t.say("desk-obstructions-empty-text").into(),
        link: None,
    }
}

fn table(t: Say, rows: Vec<Row>) -> DataTable {
    let columns =
        ["desk-obstructions-what", "desk-obstructions-named", "desk-obstructions-due", "desk-obstructions-do"];
    DataTable {
        caption: t.say("desk-obstructions-title").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn row(t: Say, one: &Listed, names: &Names, now: jiff::Timestamp) -> Row {
    let (row, state) = (&one.row, &one.state);
    let href = format!("/desk/obstructions/{}", row.id());
    let wrongs: Vec<String> = state.wrongs.iter().map(|wrong| t.message(&wrong.message()).text()).collect();
    let due = row.due.as_ref().map_or_else(
        || Cell::text(t.message(&state.stage().message())),
        |due| Cell::chip(when::of_due(t, Some(due), now)).small(when::name(t, due.def.as_str())),
    );
    Row {
        cells: vec![
            Cell::title(state.title().to_owned(), href.clone()).small(format!(
                "{} · {}",
                row.number,
                wrongs.join(" · ")
            )),
            Cell::text(named(t, state, names)),
            due,
            Cell::link(t.say("desk-obstructions-open"), href),
        ],
        current: false,
    }
}

/// Whom the report names: the unit from the list, and what she wrote.
pub(super) fn named(t: Say, state: &domain::obstruction::Obstruction, names: &Names) -> String {
    let unit = state.named.org.and_then(|org| names.get(&org)).cloned();
    let words = state.named.words.as_ref().map(ToString::to_string);
    let both: Vec<String> = unit.into_iter().chain(words).collect();
    if both.is_empty() { t.say("desk-obstructions-none-named").text() } else { both.join(" · ") }
}
