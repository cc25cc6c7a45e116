//! Rows of a list: grouped by urgency, each with the one thing to do.

use domain::{
    access::{self, Field, Subject, actions::ReadMatter},
    deadline::{Left, Urgency},
};
use jiff::Timestamp;
use kernel::OrgId;
use services::{matter::MatterRow, timeline::Names};

use super::when;
use crate::{
    i18n::Say,
    ui::{Cell, Column, DataTable, Line, Row, RowGroup},
};

/// Whether `subject` may read what the case is about, or only where it stands.
pub(super) fn shows_content(subject: &Subject, row: &MatterRow) -> bool {
    access::permit::<ReadMatter>(subject, &row.facts).is_ok_and(|permit| permit.shows(Field::Content))
}

/// The groups, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Overdue,
    Today,
    Week,
    Later,
    Still,
}

impl Group {
    const ALL: [Self; 5] = [Self::Overdue, Self::Today, Self::Week, Self::Later, Self::Still];

    fn key(self) -> &'static str {
        match self {
            Self::Overdue => "desk-group-overdue",
            Self::Today => "desk-group-today",
            Self::Week => "desk-group-week",
            Self::Later => "desk-group-later",
            Self::Still => "desk-group-still",
        }
    }

    fn of(row: &MatterRow, now: Timestamp) -> Self {
        match row.due.as_ref().map(|due| due.urgency(now)) {
            None | Some(Urgency::Paused | Urgency::Stopped) => Self::Still,
            Some(Urgency::Overdue(_)) => Self::Overdue,
            Some(Urgency::DueSoon(left) | Urgency::OnTime(left)) => match left {
                Left::Days(0) | Left::Hours(..=24) => Self::Today,
                Left::Days(1..=7) | Left::Hours(..=168) => Self::Week,
                Left::Days(_) | Left::Hours(_) => Self::Later,
            },
        }
    }
}

/// The table. `select` gives the address that shows a row in the preview.
pub(super) fn table(
    t: Say,
    own: OrgId,
    rows: &[MatterRow],
    names: &Names,
    now: Timestamp,
    selected: &str,
    select: impl Fn(&str) -> String,
) -> DataTable {
    let columns = ["desk-col-urgency", "desk-col-matter", "desk-col-holder", "desk-col-due", "desk-col-do"];
    let groups = Group::ALL.into_iter().filter_map(|group| {
        let inside: Vec<&MatterRow> = rows.iter().filter(|row| Group::of(row, now) == group).collect();
        let title = t.say(group.key()).into();
        let note = t.say("desk-group-count").with("count", inside.len()).into();
        let rows: Vec<Row> = inside.into_iter().map(|one| row(t, own, one, names, now, selected, &select)).collect();
        (!rows.is_empty()).then_some(RowGroup { title, note, rows })
    });
    DataTable {
        caption: t.say("desk-table-caption").with("count", rows.len()).text(),
        groups: groups.collect(),
        columns: columns.map(|key| Column::new(t.say(key))).into(),
    }
}

fn row(
    t: Say,
    own: OrgId,
    row: &MatterRow,
    names: &Names,
    now: Timestamp,
    selected: &str,
    select: &impl Fn(&str) -> String,
) -> Row {
    let (id, page) = (row.id().to_string(), place(row));
    let look = Line::drawn(&format!(
        "<a class=\"lx-wide\" href=\"{}#preview\">{}</a>",
        select(&id).replace('&', "&amp;"),
        t.say("desk-row-preview")
    ));
    let due = match &row.due {
        Some(due) => {
            let name = when::name(t, due.def.as_str());
            Cell::text(when::due_day(t, due)).small(name)
        }
        None => Cell::text("—"),
    };
    Row {
        cells: vec![
            Cell::chip(when::of_due(t, row.due.as_ref(), now)).small(look),
            Cell::title(title(t, row), &page).small(meta(t, row)),
            Cell::text(holder(t, own, row, names)).small(t.say(&stage_key(row))),
            due,
            verb(t, row, &page),
        ],
        current: id == selected,
    }
}

/// Who has it; 我们 for her own organisation.
fn holder(t: Say, own: OrgId, row: &MatterRow, names: &Names) -> String {
    if row.turn == own { t.say("desk-row-us").text() } else { names.get(&row.turn).cloned().unwrap_or_default() }
}

fn title(t: Say, row: &MatterRow) -> Line {
    if row.title.is_empty() { t.say("desk-title-hidden").into() } else { row.title.as_str().into() }
}

/// The page of a case.
pub(super) fn place(row: &MatterRow) -> String {
    let base = match row.kind() {
        domain::case::CaseKind::Petition => "/desk/matters",
        domain::case::CaseKind::WorkOrder => "/desk/orders",
        domain::case::CaseKind::Obstruction => "/desk/obstructions",
    };
    format!("{base}/{}", row.id())
}

/// The key of its stage's name.
pub(super) fn stage_key(row: &MatterRow) -> String {
    let prefix = match row.kind() {
        domain::case::CaseKind::Petition => "stage-petition",
        domain::case::CaseKind::WorkOrder => "stage-order",
        domain::case::CaseKind::Obstruction => "stage-obstruction",
    };
    domain::names::key_of(prefix, &row.stage)
}

/// Channel, claims, hops: about the matter, never about a person.
pub(super) fn meta(t: Say, row: &MatterRow) -> String {
    let mut parts = vec![t.say(&domain::names::key_of("channel", &row.channel)).text()];
    if row.claims > 1 {
        parts.push(t.say("desk-row-claims").with("count", row.claims).text());
    }
    if row.confirmed > 0 {
        parts.push(t.say("desk-row-confirmed").with("count", row.confirmed).text());
    }
    if row.hops > 0 {
        parts.push(t.say("desk-row-hops").with("count", row.hops).text());
    }
    parts.join(" · ")
}

/// The verb to do: what its stage waits for.
fn verb(t: Say, row: &MatterRow, page: &str) -> Cell {
    let petition = row.kind() == domain::case::CaseKind::Petition;
    let (key, href) = match (petition, row.stage.as_str()) {
        (true, "REGISTERED") => ("desk-verb-triage", format!("/desk/triage/{}", row.id())),
        (true, "FORWARDED") => ("desk-verb-accept", page.to_owned()),
        (_, "OBJECTED") => ("desk-verb-objection", page.to_owned()),
        (true, "JURISDICTION_DISPUTE") => ("desk-verb-dispute", page.to_owned()),
        (true, "ACCEPTED") | (false, "CLAIMED") => ("desk-verb-contact", page.to_owned()),
        (true, "INVESTIGATING") => ("desk-verb-draft", page.to_owned()),
        (true, "OPINION_DRAFTED") => ("desk-verb-check", page.to_owned()),
        (true, "OPINION_CHECKED") => ("desk-verb-sign", page.to_owned()),
        (true, "OPINION_ISSUED") => ("desk-verb-serve", page.to_owned()),
        (true, "ROUTED") => ("desk-verb-handoff", page.to_owned()),
        (false, "RECEIVED") => ("desk-verb-dispatch", page.to_owned()),
        (false, "DISPATCHED" | "ESCALATED") => ("desk-verb-claim", page.to_owned()),
        (false, "CONTACTED") => ("desk-verb-reply", page.to_owned()),
        (false, "REPLIED" | "REWORK") => ("desk-verb-done", page.to_owned()),
        (false, "DONE") => ("desk-verb-follow-up", page.to_owned()),
        _ => ("desk-verb-look", page.to_owned()),
    };
    Cell::link(t.say(key), href)
}

/// 先做这 6 件：2 件已超期，1 件今天到期，3 件 7 天内到期. When the page is full of urgent ones, it says so.
pub(super) fn summary(t: Say, rows: &[MatterRow], more: bool, now: Timestamp) -> String {
    let count = |group| rows.iter().filter(|row| Group::of(row, now) == group).count();
    let (overdue, today, week) = (count(Group::Overdue), count(Group::Today), count(Group::Week));
    let urgent = overdue + today + week;
    if urgent == 0 {
        return String::new();
    }
    let key = if more && urgent == rows.len() { "desk-summary-more" } else { "desk-summary" };
    let said = t.say(key).with("urgent", urgent).with("overdue", overdue).with("today", today).with("week", week);
    said.text()
}
