//! `/admin/divisions`: the tree, a search over names and aliases.

pub(super) mod import;

use axum::{extract::Query, response::Response};
use domain::access::actions::AdminDivisions;
use kernel::DivisionCode;
use serde::Deserialize;
use services::divisions::{self, Division};

use super::{Admin, Group, Page, Panel, Section, Spot};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Line, Notice, NoticeKind, Row, RowGroup},
};

/// What a list asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    at: String,
    q: String,
}

struct Found {
    path: Vec<Division>,
    children: Vec<Division>,
    hits: Vec<Division>,
}

/// Most hits of a search.
const HITS: u32 = 50;

/// `GET /admin/divisions`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let (at, q) = (admin.spot(&ask.at), ask.q.trim().to_owned());
    let words = q.clone();
    let found = admin
        .read(move |tx, _, _, leave| {
            let permit = leave.permit::<AdminDivisions>()?;
            Ok(Found {
                path: divisions::path(tx, &at)?,
                children: divisions::children(tx, Some(&at))?,
                hits: divisions::find(tx, &words, permit.place(), HITS)?,
            })
        })
        .await?;
    let t = admin.t();
    let search = admin.desk.visit.form().filled("q", q.clone());
    let panel = Panel::get("/admin/divisions", t, "admin-search")
        .group(Group::of(vec![search.text("q", "admin-division-search").hint("admin-division-search-hint")]));
    let mut page = Page::new(&admin, "admin-divisions-title", Spot::Divisions)
        .lead(t.say("guide-divisions-lead"))
        .action("admin-go-import", "/admin/divisions/import")
        .section(Section::new("").with(&panel));
    if !q.is_empty() {
        page = page.section(section(t, t.say("admin-division-hits").with("q", &q).text(), &found.hits));
    }
    let title = found.path.last().map_or_else(|| admin.place().to_string(), |last| last.name.clone());
    let browse = section(t, title, &found.children);
    page.section(crumbs(&admin, browse, &found.path)).show(&admin)
}

fn section(t: Say, title: String, divisions: &[Division]) -> Section {
    let section = Section::new(title).note(t.say("admin-division-count").with("count", divisions.len()));
    if divisions.is_empty() { section.text(t.say("admin-division-none")) } else { section.with(&table(t, divisions)) }
}

/// The way up, as far as she administers.
fn crumbs(admin: &Admin, section: Section, path: &[Division]) -> Section {
    let above: Vec<String> = path
        .iter()
        .rev()
        .skip(1)
        .filter(|division| admin.place().contains(&division.code))
        .map(|division| {
            format!("<a class=\"lx-way\" href=\"{}\">{}</a>", href(&division.code), Line::from(&*division.name))
        })
        .collect();
    if above.is_empty() { section } else { section.with(&above.join(" ")) }
}

fn href(code: &DivisionCode) -> String {
    format!("/admin/divisions?at={code}")
}

fn table(t: Say, divisions: &[Division]) -> DataTable {
    let row = |division: &Division| Row {
        cells: vec![
            Cell::title(division.name.as_str(), href(&division.code)),
            Cell::text(division.code.as_str()),
            Cell::text(t.say(&format!("admin-level-{}", division.level().name().to_lowercase()))),
            Cell::link(t.say("admin-tab-units"), format!("/admin/units?at={}", division.code)),
        ],
        current: false,
    };
    DataTable {
        caption: t.say("admin-divisions-title").text(),
        columns: ["admin-name", "admin-code", "admin-level", "admin-tab-units"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup { rows: divisions.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// The notice of what an import did.
fn imported(t: Say, rows: u64, changed: u64, clean: bool) -> Notice {
    let kind = if clean { NoticeKind::Info } else { NoticeKind::Caution };
    Notice::new(kind, t.say("admin-division-imported").with("rows", rows).with("changed", changed))
}
