//! `/admin/units`: the organisations of a division.

pub(super) mod edit;
pub(super) mod import;

use std::collections::BTreeMap;

use axum::{extract::Query, response::Response};
use domain::{
    access::actions::AdminUnits,
    organisation::{Org, OrgKind},
};
use kernel::{Cursor, DivisionCode, Page as Rows};
use serde::Deserialize;
use services::organisation::{self, OrgQuery, Stored};

use super::{Admin, Page, Section, Spot, page::done, resolve};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, FilterBar, FilterSelect, Line, Pagination, Row, RowGroup},
};

/// What a list asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    at: String,
    kind: String,
    after: String,
    done: String,
}

const ROWS: u32 = 50;

/// `GET /admin/units`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let at = admin.spot(&ask.at);
    let query = OrgQuery {
        within: at.clone(),
        kind: OrgKind::parse(&ask.kind),
        on: None,
        after: (!ask.after.is_empty()).then(|| Cursor { key: 0, id: ask.after.clone() }),
        limit: ROWS,
    };
    let (rows, places, title) = admin
        .read(move |tx, _, _, leave| {
            leave.permit::<AdminUnits>()?;
            let rows = organisation::list(tx, &query)?;
            let mut places = BTreeMap::new();
            for stored in &rows.items {
                let code = &stored.value.division;
                if !places.contains_key(code) {
                    places.insert(code.clone(), resolve::division_words(tx, code)?);
                }
            }
            let title = resolve::division_words(tx, &query.within)?;
            Ok((rows, places, title))
        })
        .await?;
    let t = admin.t();
    let list = Section::new(title).with(&filter(t, &at, &ask.kind)).with(&table(t, &rows, &places));
    let list = if rows.items.is_empty() { list.text(t.say("admin-units-none")) } else { list };
    Page::new(&admin, "admin-units-title", Spot::Units)
        .action("admin-unit-new", format!("/admin/units/new?at={at}"))
        .lead(t.say("admin-units-lead"))
        .notice(done(&admin, &ask.done))
        .section(list.with(&pages(t, &at, &ask, rows.next.as_ref())))
        .section(Section::new("").with(&format!(
            "<a class=\"lx-way\" href=\"/admin/units/import\">{}</a>",
            Line::from(t.say("admin-go-import"))
        )))
        .show(&admin)
}

fn filter(t: Say, at: &DivisionCode, kind: &str) -> FilterBar {
    let mut options = vec![(String::new(), t.say("admin-any").text())];
    options.extend(OrgKind::ALL.iter().map(|kind| (kind.name().to_owned(), t.message(&kind.message()).text())));
    FilterBar {
        t,
        action: "/admin/units".into(),
        hidden: vec![("at".into(), at.to_string())],
        selects: vec![FilterSelect {
            name: "kind".into(),
            label: t.say("admin-unit-kind").text(),
            options,
            chosen: kind.to_owned(),
        }],
    }
}

fn table(t: Say, rows: &Rows<Stored<Org>>, places: &BTreeMap<DivisionCode, String>) -> DataTable {
    let row = |org: &Org| {
        let ended = org.active_to.map(|day| Line::from(t.say("admin-unit-ended").with("day", t.full_date(day))));
        let short = || org.short_name.as_ref().map(|short| Line::from(short.as_str()));
        let contact = [&org.address, &org.hours].into_iter().flatten().map(ToString::to_string).collect::<Vec<_>>();
        Row {
            cells: vec![
                Cell::title(org.name.as_str(), format!("/admin/units/{}", org.id))
                    .small(ended.or_else(short).unwrap_or_default()),
                Cell::text(t.message(&org.kind.message())),
                Cell::text(places.get(&org.division).map_or(org.division.as_str(), String::as_str)),
                Cell::text(org.phone.as_ref().map_or("—", |phone| phone.as_str())).small(contact.join(" · ")),
            ],
            current: false,
        }
    };
    DataTable {
        caption: t.say("admin-units-title").text(),
        columns: ["admin-name", "admin-unit-kind", "admin-unit-division", "admin-unit-contact"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup { rows: rows.items.iter().map(|org| row(&org.value)).collect(), ..RowGroup::default() }],
    }
}

fn pages(t: Say, at: &DivisionCode, ask: &Ask, next: Option<&Cursor>) -> Pagination {
    let address = |after: &str| {
        let query = [("at", at.as_str()), ("kind", &ask.kind), ("after", after)];
        format!("/admin/units?{}", serde_urlencoded::to_string(query).unwrap_or_default())
    };
    Pagination { t, first: (!ask.after.is_empty()).then(|| address("")), next: next.map(|cursor| address(&cursor.id)) }
}
