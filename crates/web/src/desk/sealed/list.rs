//! `GET /desk/sealed`: number, age, light, stage; and the keys, so that one that neither officer made is seen.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use kernel::{Cursor, Refusal};
use serde::Deserialize;
use services::sealed::{self, KeyInfo, Listed};

use super::shown;
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
#[template(path = "desk/sealed-list.html")]
struct ListPage {
    t: Frame,
    tabs: Tabs,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    next: String,
    keys: Vec<(String, String)>,
}

/// Which ones.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    cursor: String,
}

/// `GET`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let (t, over) = (desk.t(), asked.tab == "over");
    let cursor = Cursor::decode(&asked.cursor);
    let home = desk.who.division().cloned();
    let found = desk.read(move |tx, _, ctx, subject| {
        // The page does not exist for whoever is never shown a report.
        let waiting = sealed::waiting(tx, subject)?.ok_or_else(Refusal::not_permitted)?;
        let keys = home.as_ref().map(|home| sealed::keys_of(tx, home)).transpose()?.unwrap_or_default();
        Ok((waiting, sealed::list(tx, ctx, subject, over, cursor.as_ref(), PAGE)?, keys))
    });
    let (waiting, page, keys) = found.await?;
    let now = desk.visit.state.clock.now();
    let rows: Vec<Row> = page.items.iter().map(|one| row(t, one, now)).collect();
    let tab = |key, href: &str, current, count| Tab { text: t.say(key).text(), href: href.into(), current, count };
    let next = page.next.map(|next| format!("?tab={}&cursor={}", asked.tab, next.encode())).unwrap_or_default();
    let list = ListPage {
        t: desk.frame("desk-sealed-title", Here::Sealed),
        tabs: Tabs {
            label: t.say("desk-sealed-title").text(),
            items: vec![
                tab("desk-sealed-tab-open", "/desk/sealed", !over, u64::try_from(waiting).ok()),
                tab("desk-sealed-tab-over", "/desk/sealed?tab=over", over, None),
            ],
        },
        empty: rows.is_empty().then(|| empty(t)),
        table: (!rows.is_empty()).then(|| table(t, rows)),
        next,
        keys: keys.iter().map(|key| line(t, key)).collect(),
    };
    shown(&desk, StatusCode::OK, &list)
}

fn line(t: Say, key: &KeyInfo) -> (String, String) {
    let since = t.moment(key.made_at);
    let what = match key.retired_at {
        None => t.say("desk-sealed-key-now").with("since", since),
        Some(until) => t.say("desk-sealed-key-old").with("since", since).with("until", t.moment(until)),
    };
    (key.id.clone(), what.with("parts", key.parts).text())
}

fn empty(t: Say) -> EmptyState {
    EmptyState {
        icon: Icon::outline("lock"),
        title: t.say("desk-sealed-empty").into(),
        text: t.say("desk-sealed-empty-text").into(),
        link: None,
    }
}

fn table(t: Say, rows: Vec<Row>) -> DataTable {
    let columns = ["desk-sealed-number", "desk-sealed-age", "desk-sealed-stage", "desk-sealed-due"];
    DataTable {
        caption: t.say("desk-sealed-title").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn row(t: Say, one: &Listed, now: jiff::Timestamp) -> Row {
    let href = format!("/desk/sealed/{}", one.row.id());
    let due = one.row.due.as_ref().map_or_else(
        || Cell::text("—".to_owned()),
        |due| Cell::chip(when::of_due(t, Some(due), now)).small(when::name(t, due.def.as_str())),
    );
    Row {
        cells: vec![
            Cell::title(one.row.number.to_string(), href),
            Cell::text(t.say("desk-sealed-days").with("days", one.days).text()),
            Cell::text(t.message(&one.state.stage().message()).text()),
            due,
        ],
        current: false,
    }
}
