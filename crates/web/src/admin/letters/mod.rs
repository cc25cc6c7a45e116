//! `/admin/letters`: how letters and forms are worded here. Each kind has versions with a day; what went out keeps the wording of its
//! day. No letter is seen here, only wordings.

mod edit;
mod preview;
mod sections;

use axum::{extract::Query, response::Response};
use domain::{
    access::actions::AdminLetters,
    document::{DocType, Layout, Template},
};
use serde::Deserialize;
use services::document;

use super::{Admin, Page, Section, Spot, back, page::done};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Row, RowGroup},
};

pub(super) use edit::{get as get_one, post as post_one};
pub(super) use preview::post as preview;

/// What was just done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Done {
    done: String,
}

/// `GET /admin/letters`: every kind with the wording in force.
pub(super) async fn get(admin: Admin, Query(said): Query<Done>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminLetters>()?;
    let t = admin.t();
    let of = |layout: Layout| {
        let kinds = DocType::ALL.iter().filter(move |kind| kind.spec().layout == layout);
        RowGroup {
            title: t.say(if layout == Layout::Letter { "wordings-letters" } else { "wordings-forms" }).into(),
            rows: kinds.map(|kind| row(&admin, *kind)).collect(),
            ..RowGroup::default()
        }
    };
    let table = DataTable {
        caption: t.say("wordings-title").text(),
        columns: ["wordings-kind", "wordings-mark", "wordings-version", "wordings-from"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![of(Layout::Letter), of(Layout::Form)],
    };
    Page::new(&admin, "wordings-title", Spot::Letters)
        .lead(t.say("wordings-lead"))
        .notice(done(&admin, &said.done))
        .section(Section::new("").with(&table))
        .show(&admin)
}

fn row(admin: &Admin, kind: DocType) -> Row {
    let t = admin.t();
    let (template, own) = in_force(admin, kind);
    Row {
        cells: vec![
            Cell::title(t.message(&kind.message()).text(), format!("/admin/letters/{kind}")),
            Cell::text(template.series()),
            Cell::text(version(t, &template, own)),
            Cell::text(if own { t.full_date(template.effective_from) } else { String::new() }),
        ],
        current: false,
    }
}

/// The wording that holds here today, and whether it is one of this jurisdiction or of one above it.
fn in_force(admin: &Admin, kind: DocType) -> (std::sync::Arc<Template>, bool) {
    let state = &admin.desk.visit.state;
    let template = document::in_force(&state.kit.reference(), kind, admin.place(), state.ctx().today());
    let own = template.division.is_some();
    (template, own)
}

/// `2026-1`, or that it came with the program.
fn version(t: Say, template: &Template, own: bool) -> String {
    if own { template.version.clone() } else { t.say("wordings-shipped").text() }
}

/// The kind that an address names.
fn kind_of(name: &str) -> Result<DocType, Problem> {
    DocType::parse(name).ok_or(Problem::NotFound)
}

/// The way back to the list.
fn to_list() -> (&'static str, String) {
    back("/admin/letters")
}
