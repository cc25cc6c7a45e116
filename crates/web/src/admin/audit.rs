//! `/admin/audit`: what administrators changed, who looked at which case number, and how far the record is covered. Nothing of
//! what a case says.

use axum::{extract::Query, response::Response};
use domain::{access::actions::ReadAuditLog, actor::Actor, people::Role};
use jiff::Timestamp;
use kernel::UserId;
use serde::Deserialize;
use services::{
    administration::{self, AdminEvent, Change, Look, RecordState},
    people::{self, Names},
};

use super::{Admin, Page, Section, Spot};
use crate::{
    desk::Desk,
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Notice, NoticeKind, Pagination, Row, RowGroup},
};

/// What the page asks: only what is older than these moments, in microseconds.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    changes: Option<i64>,
    looks: Option<i64>,
}

const ROWS: u32 = 50;

struct Found {
    changes: Vec<AdminEvent>,
    looks: Vec<Look>,
    record: RecordState,
    names: Names,
}

/// `GET /admin/audit`.
pub(super) async fn get(desk: Desk, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let admin = Admin::with_role(desk, &[Role::Auditor, Role::Dpo])?;
    let moment = |micros: Option<i64>| micros.and_then(|micros| Timestamp::from_microsecond(micros).ok());
    let (changes, looks) = (moment(ask.changes), moment(ask.looks));
    let found = admin
        .read(move |tx, _, _, leave| {
            let permit = leave.permit::<ReadAuditLog>()?;
            let changes = administration::changes(tx, &permit, changes, ROWS)?;
            let looks = administration::looks(tx, &permit, looks, ROWS)?;
            let mut users: Vec<UserId> = looks.iter().map(|look| look.user).collect();
            users.extend(changes.iter().filter_map(|change| change.actor.user()));
            users.sort_unstable();
            users.dedup();
            let names = if users.is_empty() { Names::default() } else { people::names(tx, users)? };
            Ok(Found { record: administration::record_state(tx, &permit)?, changes, looks, names })
        })
        .await?;
    let t = admin.t();
    let older = |name: &str, rows: usize, last: Option<Timestamp>| Pagination {
        t,
        first: (ask.changes.or(ask.looks).is_some()).then(|| "/admin/audit".to_owned()),
        next: last.filter(|_| rows == ROWS as usize).map(|at| format!("/admin/audit?{name}={}", at.as_microsecond())),
    };
    let changes = Section::new(t.say("admin-audit-changes").text()).with(&changes_table(t, &found)).with(&older(
        "changes",
        found.changes.len(),
        found.changes.last().map(|one| one.at),
    ));
    let looks = Section::new(t.say("admin-audit-looks").text())
        .text(t.say("admin-audit-looks-text"))
        .with(&looks_table(t, &found))
        .with(&older("looks", found.looks.len(), found.looks.last().map(|one| one.at)));
    Page::new(&admin, "admin-audit-title", Spot::Audit)
        .lead(t.say("admin-audit-lead"))
        .notice(record(t, &found.record))
        .section(changes)
        .section(looks)
        .show(&admin)
}

/// The last checkpoint: number, time and hash, to compare with what was printed or published.
fn record(t: Say, state: &RecordState) -> Notice {
    let Some(last) = &state.last else {
        return Notice::new(NoticeKind::Caution, t.say("admin-audit-no-checkpoint").with("count", state.uncovered));
    };
    let text = t
        .say("admin-audit-checkpoint")
        .with("number", last.number)
        .with("at", t.moment(last.at))
        .with("hash", last.hash)
        .with("count", state.uncovered);
    Notice::new(NoticeKind::Info, text)
}

fn who(t: Say, names: &Names, user: Option<UserId>) -> String {
    let name = user.and_then(|user| names.get(&user).cloned());
    name.unwrap_or_else(|| t.say("admin-audit-machine").text())
}

fn changes_table(t: Say, found: &Found) -> DataTable {
    let row = |event: &AdminEvent| {
        let (Change::Org(what) | Change::Staff(what) | Change::Reference(what)) = &event.change;
        let actor: &Actor = &event.actor;
        Row {
            cells: vec![
                Cell::text(t.moment(event.at)),
                Cell::text(who(t, &found.names, actor.user())),
                Cell { title: true, ..Cell::text(t.say(&format!("admin-event-{}", event.kind))) },
                Cell::text(what.as_str()),
            ],
            current: false,
        }
    };
    table(
        t,
        "admin-audit-changes",
        &["admin-audit-when", "admin-audit-who", "admin-audit-did", "admin-audit-to"],
        found.changes.iter().map(row).collect(),
    )
}

fn looks_table(t: Say, found: &Found) -> DataTable {
    let row = |look: &Look| {
        let number = look.number.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
        let reason = if look.reasoned { t.say("admin-audit-reasoned").text() } else { String::new() };
        Row {
            cells: vec![
                Cell::text(t.moment(look.at)),
                Cell::text(who(t, &found.names, Some(look.user))),
                Cell { title: true, ..Cell::text(number) },
                Cell::text(t.say(&format!("admin-seen-{}", look.seen))).small(reason),
            ],
            current: false,
        }
    };
    table(
        t,
        "admin-audit-looks",
        &["admin-audit-when", "admin-audit-who", "admin-audit-number", "admin-audit-seen"],
        found.looks.iter().map(row).collect(),
    )
}

fn table(t: Say, caption: &str, columns: &[&str], rows: Vec<Row>) -> DataTable {
    DataTable {
        caption: t.say(caption).text(),
        columns: columns.iter().map(|key| Column::new(t.say(key).text())).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}
