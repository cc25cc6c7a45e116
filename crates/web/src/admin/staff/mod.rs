//! `/admin/staff`: who may sign in, and as what.

pub(super) mod edit;
mod form;
pub(super) mod import;
pub(super) mod password;

use std::collections::{BTreeMap, btree_map::Entry};

use axum::{extract::Query, response::Response};
use domain::{access::actions::AdminStaff, people::Staff};
use jiff::civil::Date;
use kernel::{Cursor, OrgId, Page as Rows};
use serde::Deserialize;
use services::{
    organisation::{self, Stored},
    people,
};

use super::{Admin, Page, Section, Spot, page::done};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Line, Pagination, Row, RowGroup},
};

/// What a list asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    after: String,
    done: String,
}

const ROWS: u32 = 50;

/// `GET /admin/staff`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let after = (!ask.after.is_empty()).then(|| Cursor { key: 0, id: ask.after.clone() });
    let (rows, units, today) = admin
        .read(move |tx, _, ctx, leave| {
            let rows = people::list(tx, &leave.permit::<AdminStaff>()?, after.as_ref(), ROWS)?;
            let mut units: BTreeMap<OrgId, String> = BTreeMap::new();
            for stored in &rows.items {
                if let Entry::Vacant(unnamed) = units.entry(stored.value.org) {
                    unnamed.insert(organisation::name(tx, stored.value.org)?);
                }
            }
            Ok((rows, units, ctx.today()))
        })
        .await?;
    let t = admin.t();
    let list = Section::new("").with(&table(t, &rows, &units, today));
    let list = if rows.items.is_empty() { list.text(t.say("admin-staff-none")) } else { list };
    let address = |after: &str| {
        let query = serde_urlencoded::to_string([("after", after)]).unwrap_or_default();
        format!("/admin/staff?{query}")
    };
    let pages = Pagination {
        t,
        first: (!ask.after.is_empty()).then(|| "/admin/staff".to_owned()),
        next: rows.next.map(|cursor| address(&cursor.id)),
    };
    let import =
        format!("<a class=\"lx-way\" href=\"/admin/staff/import\">{}</a>", Line::from(t.say("admin-go-import")));
    Page::new(&admin, "admin-staff-title", Spot::Staff)
        .action("admin-staff-new", "/admin/staff/new")
        .lead(t.say("admin-staff-lead"))
        .notice(done(&admin, &ask.done))
        .section(list.with(&pages))
        .section(Section::new("").with(&import))
        .show(&admin)
}

fn table(t: Say, rows: &Rows<Stored<Staff>>, units: &BTreeMap<OrgId, String>, today: Date) -> DataTable {
    let row = |staff: &Staff| Row {
        cells: vec![
            Cell::title(staff.name.reveal(), format!("/admin/staff/{}", staff.id)).small(staff.login.as_str()),
            Cell::text(units.get(&staff.org).map_or("—", String::as_str))
                .small(staff.title.as_ref().map_or("", |title| title.as_str())),
            Cell::text(roles(t, staff, today)),
            Cell::text(t.say(if staff.active { "admin-staff-active" } else { "admin-staff-inactive" })),
        ],
        current: false,
    };
    DataTable {
        caption: t.say("admin-staff-title").text(),
        columns: ["admin-staff-name", "admin-staff-org", "admin-staff-roles", "admin-staff-state"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup {
            rows: rows.items.iter().map(|staff| row(&staff.value)).collect(),
            ..RowGroup::default()
        }],
    }
}

/// The roles that hold today, each once.
fn roles(t: Say, staff: &Staff, today: Date) -> String {
    let mut roles: Vec<_> = staff.grants.iter().filter(|grant| grant.holds_on(today)).map(|grant| grant.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let words: Vec<String> = roles.into_iter().map(|role| t.message(&role.message()).text()).collect();
    if words.is_empty() { "—".to_owned() } else { words.join(if t.lang() == "en" { ", " } else { "、" }) }
}
