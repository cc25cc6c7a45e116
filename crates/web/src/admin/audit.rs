//! `/admin/audit`: what administrators changed, who looked at which case number, and how far the record is covered. Nothing of
//! what a case says.

use std::collections::{BTreeSet, HashMap};

use axum::{extract::Query, response::Response};
use domain::{access::actions::ReadAuditLog, actor::Actor, document::DocType, people::Role};
use jiff::Timestamp;
use kernel::{DivisionCode, UserId, i18n};
use serde::Deserialize;
use services::{
    administration::{self, AdminEvent, Change, Look, RecordState},
    divisions,
    file::{self, Many},
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
    many: Vec<Many>,
    changes: Vec<AdminEvent>,
    looks: Vec<Look>,
    record: RecordState,
    names: Names,
    /// The places that the changed rules are of, by code.
    places: HashMap<String, String>,
}

/// The parts of a key of reference data: place, version, kind of letter, day.
fn parts(key: &str) -> impl Iterator<Item = &str> {
    key.split([' ', '/', '@']).filter(|part| !part.is_empty())
}

/// The places named in a change of reference data.
fn codes(event: &AdminEvent) -> Vec<DivisionCode> {
    let Change::Reference(key) = &event.change else { return vec![] };
    parts(key).filter_map(|part| DivisionCode::parse(part).ok()).collect()
}

/// What was changed, in words: the kind of rule first, then its place, its version or day, the kind of its letter.
fn said(t: Say, found: &Found, key: &str) -> String {
    let mut parts = parts(key);
    let kind = parts.next().unwrap_or_default();
    let word = |part: &str| {
        let place = found.places.get(part).cloned();
        let letter = || DocType::parse(part).map(|kind| t.message(&kind.message()).text());
        let day = || part.parse::<jiff::civil::Date>().ok().map(|day| t.full_date(day));
        place.or_else(letter).or_else(day).unwrap_or_else(|| part.to_owned())
    };
    let rest: Vec<String> = parts.map(word).collect();
    let name = format!("audit-ref-{kind}");
    let kind = if i18n::knows(t.locale, &name) { t.say(&name).text() } else { t.say("audit-ref-other").text() };
    if rest.is_empty() { kind } else { t.say("audit-ref").with("kind", kind).with("rest", rest.join(" · ")).text() }
}

/// What an administrator did; a deed without a word of its own is a change.
fn deed(t: Say, kind: &str) -> String {
    let key = format!("admin-event-{kind}");
    t.say(if i18n::knows(t.locale, &key) { &key } else { "admin-event-other" }).text()
}

/// `GET /admin/audit`.
pub(super) async fn get(desk: Desk, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    let admin = Admin::with_role(desk, &[Role::Auditor, Role::Dpo])?;
    let moment = |micros: Option<i64>| micros.and_then(|micros| Timestamp::from_microsecond(micros).ok());
    let (changes, looks) = (moment(ask.changes), moment(ask.looks));
    let found = admin
        .read(move |tx, kit, ctx, leave| {
            let permit = leave.permit::<ReadAuditLog>()?;
            let changes = administration::changes(tx, &permit, changes, ROWS)?;
            let looks = administration::looks(tx, &permit, looks, ROWS)?;
            let mut users: Vec<UserId> = looks.iter().map(|look| look.user).collect();
            let many = file::alarms(tx, kit, ctx, &permit)?;
            users.extend(many.iter().map(|one| one.user));
            users.extend(changes.iter().filter_map(|change| change.actor.user()));
            users.extend(changes.iter().filter_map(|change| change.about));
            users.sort_unstable();
            users.dedup();
            let names = if users.is_empty() { Names::default() } else { people::names(tx, users)? };
            let codes: BTreeSet<DivisionCode> = changes.iter().flat_map(codes).collect();
            let places =
                divisions::names(tx, codes)?.into_iter().map(|(code, name)| (code.to_string(), name)).collect();
            Ok(Found { many, record: administration::record_state(tx, &permit)?, changes, looks, names, places })
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
    let alarm = admin.desk.visit.state.kit.retention_rules(admin.place(), admin.desk.visit.state.ctx().today()).alarm;
    let names = Section::new(t.say("audit-many-title").text())
        .text(t.say("audit-many-text").with("people", alarm.people).with("hours", alarm.hours))
        .with(&many_table(t, &found));
    Page::new(&admin, "admin-audit-title", Spot::Audit)
        .lead(t.say("admin-audit-lead"))
        .notice(record(t, &found.record))
        .section(names)
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
        let what = match &event.change {
            Change::Org(name) => name.clone(),
            Change::Staff(login) => match event.about.and_then(|user| found.names.get(&user)) {
                Some(name) => t.say("audit-person").with("name", name).with("login", login).text(),
                None => login.clone(),
            },
            Change::Reference(key) => said(t, found, key),
        };
        let actor: &Actor = &event.actor;
        Row {
            cells: vec![
                Cell::text(t.moment(event.at)),
                Cell::text(who(t, &found.names, actor.user())),
                Cell { title: true, ..Cell::text(deed(t, &event.kind)) },
                Cell::text(what),
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

/// Who opened many names in a short time. Counts of matters, never whose.
fn many_table(t: Say, found: &Found) -> DataTable {
    let row = |many: &Many| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(who(t, &found.names, Some(many.user))) },
            Cell::text(t.say("audit-many-count").with("count", many.people)),
            Cell::text(t.moment(many.from)),
            Cell::text(t.moment(many.to)),
        ],
        current: false,
    };
    let mut rows: Vec<Row> = found.many.iter().map(row).collect();
    if rows.is_empty() {
        rows.push(Row { cells: vec![Cell::text(t.say("audit-many-none"))], current: false });
    }
    table(t, "audit-many-title", &["admin-audit-who", "audit-many-names", "audit-many-from", "audit-many-to"], rows)
}

fn looks_table(t: Say, found: &Found) -> DataTable {
    let row = |look: &Look| {
        let number = look.number.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
        let reason = if look.reasoned { t.say("admin-audit-reasoned").text() } else { String::new() };
        Row {
            cells: vec![
                Cell::text(t.moment(look.at)),
                Cell::text(if look.seen == "own-copy" {
                    t.say("audit-herself").text()
                } else {
                    who(t, &found.names, Some(look.user))
                }),
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

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::*;

    #[test]
    fn what_was_changed_is_said_without_a_machine_word() {
        let state = RecordState { last: None, uncovered: 0 };
        let places = HashMap::from([("150203".to_owned(), "昆都仑区".to_owned())]);
        let found =
            Found { many: vec![], changes: vec![], looks: vec![], record: state, names: Names::default(), places };
        let t = Say::new(Locale::Zh);
        assert_eq!(said(t, &found, "oversight 150203@2025-1"), "提级和督办的规则：昆都仑区 · 2025-1");
        assert_eq!(
            said(t, &found, "letters AGENCY_ACK/150203/2025-1"),
            "文书的措辞：代办受理告知单 · 昆都仑区 · 2025-1"
        );
        assert!(!said(t, &found, "something 150203").contains("something"));
        for kind in
            ["reception-opened", "campaign-opened", "answer-published", "network-change-planned", "nothing-known"]
        {
            for locale in Locale::ALL {
                assert!(!deed(Say::new(locale), kind).contains('⟨'), "{kind}");
            }
        }
    }
}
