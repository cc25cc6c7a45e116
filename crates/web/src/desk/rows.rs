//! Rows of a list: grouped by urgency, each with the one thing that its reader can do.

use domain::{
    access::{self, Action, Field, Subject, actions::ReadMatter},
    case::CaseKind,
    deadline::{Left, Urgency},
};
use jiff::Timestamp;
use kernel::{DivisionCode, OrgId, OrgLevel};
use services::{divisions, matter::MatterRow, timeline::Names};
use std::collections::HashMap;
use store::Tx;

use super::{asked::Asked, when};
use crate::{
    i18n::Say,
    ui::{Cell, Column, DataTable, Line, Row, RowGroup, RowMark},
};

/// Names of places, by code.
pub(super) type Places = HashMap<DivisionCode, String>;

/// Whether `subject` may read what the case is about, or only where it stands.
pub(super) fn shows_content(subject: &Subject, row: &MatterRow) -> bool {
    access::permit::<ReadMatter>(subject, &row.facts).is_ok_and(|permit| permit.shows(Field::Content))
}

/// The place a row names: a township, or what lies above it.
fn place_of(row: &MatterRow) -> DivisionCode {
    row.facts.division.at(OrgLevel::Township)
}

/// The names of the places of `rows`, in one query.
pub(super) fn places(tx: &mut Tx, rows: &[MatterRow]) -> Result<Places, kernel::Fault> {
    let mut codes: Vec<DivisionCode> = rows.iter().map(place_of).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() { Ok(Places::new()) } else { divisions::names(tx, codes) }
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

/// What a table of rows is made of.
pub(super) struct Listed<'a> {
    pub t: Say,
    pub subject: &'a Subject,
    /// The reader's own organisation.
    pub own: OrgId,
    pub rows: &'a [MatterRow],
    pub names: &'a Names,
    pub places: &'a Places,
    /// The reader's own division: that a matter lies in it goes without saying.
    pub home: Option<DivisionCode>,
    pub now: Timestamp,
    pub asked: &'a Asked,
    /// The row whose preview is shown.
    pub selected: String,
    /// How many stand on the pages before.
    pub before: usize,
    /// Whether more follow.
    pub more: bool,
}

impl Listed<'_> {
    /// The table.
    pub(super) fn table(&self) -> DataTable {
        DataTable {
            caption: self.t.say("desk-table-caption").with("count", self.rows.len()).text(),
            columns: self.columns(),
            groups: if self.asked.is_newest() { vec![self.newest()] } else { self.by_urgency() },
        }
    }

    /// Two orders have an index and so a link: by urgency, and by when it came. Nothing that is over is urgent.
    fn columns(&self) -> Vec<Column> {
        let t = self.t;
        let newest = self.asked.is_newest();
        let matter = if newest { "desk-col-matter-newest" } else { "desk-col-matter" };
        let link = |key: &str, sort: &str| Column {
            href: (!self.asked.is_over()).then(|| self.asked.address(&[("sort", sort)])),
            ..Column::new(t.say(key).text())
        };
        vec![
            Column { sorted: (!newest).then_some("ascending"), ..link("desk-col-urgency", "urgency") },
            Column { sorted: newest.then_some("descending"), ..link(matter, "newest") },
            Column::new(t.say("desk-col-holder")),
            Column::new(t.say("desk-col-due")),
            Column::new(t.say("desk-col-do")),
        ]
    }

    fn newest(&self) -> RowGroup {
        let rows = self.rows.iter().enumerate().map(|(at, one)| self.row(at, one)).collect();
        RowGroup { rows, ..RowGroup::default() }
    }

    fn by_urgency(&self) -> Vec<RowGroup> {
        let group = |group: Group| {
            let inside = |(_, row): &(usize, &MatterRow)| Group::of(row, self.now) == group;
            let rows: Vec<Row> =
                self.rows.iter().enumerate().filter(inside).map(|(at, one)| self.row(at, one)).collect();
            let note = self.note(group, rows.len());
            (!rows.is_empty()).then(|| RowGroup { title: self.t.say(group.key()).into(), note, rows })
        };
        Group::ALL.into_iter().filter_map(group).collect()
    }

    /// How many; of the group that the page cuts, how many on this page; of the overdue ones, by how much.
    fn note(&self, group: Group, count: usize) -> Line {
        let t = self.t;
        let cut = self.more && self.rows.last().is_some_and(|row| Group::of(row, self.now) == group);
        let key = if cut { "desk-group-count-page" } else { "desk-group-count" };
        let longest = self.rows.first().and_then(|row| row.due.as_ref()).map(|due| due.urgency(self.now));
        let count = t.say(key).with("count", count).text();
        match (group, longest) {
            (Group::Overdue, Some(Urgency::Overdue(Left::Days(days)))) if self.before == 0 => {
                format!("{count} · {}", t.say("desk-group-longest").with("days", days)).into()
            }
            _ => count.into(),
        }
    }

    fn row(&self, at: usize, row: &MatterRow) -> Row {
        let (t, id) = (self.t, row.id().to_string());
        let page = self.asked.leading_to(&place(row));
        let due = match &row.due {
            Some(due) => Cell::text(when::due_day(t, due)).small(when::name(t, due.def.as_str())),
            None => Cell::text("—"),
        };
        let verb = verb(self.subject, row);
        let href = if verb.slug.is_empty() { page.clone() } else { verb.href(row) };
        let title = title(t, row);
        let look = self.asked.here(&[("sel", &id)]);
        let tick = t.say("desk-row-tick").with("title", &title).text();
        let current = id == self.selected;
        let mark = RowMark { id, version: row.version, place: self.before + at + 1, tick };
        Row {
            cells: vec![
                Cell::chip(when::of_due(t, row.due.as_ref(), self.now)).mark(mark),
                Cell::title(title, &page).look(format!("{look}#preview")).small(self.meta(row)),
                Cell::text(holder(t, self.own, row, self.names)).small(t.say(&stage_key(row))),
                due,
                Cell::link(t.say(verb.key), href),
            ],
            current,
        }
    }

    fn meta(&self, row: &MatterRow) -> String {
        let place = Some(place_of(row)).filter(|place| self.home.as_ref() != Some(place));
        match place.and_then(|place| self.places.get(&place)) {
            Some(place) => format!("{place} · {}", meta(self.t, row)),
            None => meta(self.t, row),
        }
    }
}

/// Who has it; 我们 for her own organisation.
fn holder(t: Say, own: OrgId, row: &MatterRow, names: &Names) -> String {
    if row.turn == own { t.say("desk-row-us").text() } else { names.get(&row.turn).cloned().unwrap_or_default() }
}

/// Its one line, or that it is not hers to read.
pub(super) fn title(t: Say, row: &MatterRow) -> String {
    if row.title.is_empty() { t.say("desk-title-hidden").text() } else { row.title.clone() }
}

/// The page of a case.
pub(super) fn place(row: &MatterRow) -> String {
    place_at(row.kind(), &row.id().to_string())
}

/// The page of a case of this kind.
pub(super) fn place_at(kind: CaseKind, id: &str) -> String {
    let base = match kind {
        CaseKind::Petition => "/desk/matters",
        CaseKind::WorkOrder => "/desk/orders",
        CaseKind::Obstruction => "/desk/obstructions",
        CaseKind::Find => "/desk/finds",
        CaseKind::Supervision => "/desk/supervision",
        CaseKind::Advice => "/desk/advice",
        CaseKind::Meeting => "/desk/meetings",
        CaseKind::Whistleblow => "/desk/sealed",
        CaseKind::Review => "/desk/reviews",
        CaseKind::Suggestion => "/desk/suggestions",
        CaseKind::Mediation => "/desk/mediations",
        CaseKind::Cluster => "/desk/clusters",
    };
    format!("{base}/{id}")
}

/// The key of its stage's name.
pub(super) fn stage_key(row: &MatterRow) -> String {
    row.kind().stage_key(&row.stage)
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

/// What a stage waits for, as its reader can do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// Its word.
    pub key: &'static str,
    /// The command's place in the address; `triage` and `objection` for pages that decide more; empty for the case itself.
    pub slug: &'static str,
}

impl Verb {
    /// Only to look at.
    const LOOK: Self = Self { key: "desk-verb-look", slug: "" };

    /// Where it is done.
    pub(super) fn href(self, row: &MatterRow) -> String {
        match self.slug {
            "" => place(row),
            "triage" => format!("/desk/triage/{}", row.id()),
            "objection" => format!("/desk/objections/{}", row.id()),
            "check" | "sign" | "serve" => format!("/desk/opinions/{}", row.id()),
            // A form on the page of the case itself.
            slug if slug.starts_with('?') => format!("{}{slug}", place(row)),
            slug => format!("{}/do/{slug}", place(row)),
        }
    }
}

/// The verb of a row: what its stage waits for when the reader may do it, and otherwise to look.
pub(super) fn verb(subject: &Subject, row: &MatterRow) -> Verb {
    use Action as A;
    if row.kind() == CaseKind::Suggestion {
        return of_suggestion(subject, row);
    }
    let petition = row.kind() == CaseKind::Petition;
    let (key, slug, action) = match (petition, row.stage.as_str()) {
        (true, "REGISTERED") => ("desk-verb-triage", "triage", A::Triage),
        (true, "FORWARDED") => ("desk-verb-accept", "", A::Accept),
        (true, "OBJECTED") => ("desk-verb-objection", "objection", A::DecideObjection),
        (false, "OBJECTED") => ("desk-verb-objection", "objection", A::DecideOrderObjection),
        (true, "JURISDICTION_DISPUTE") => ("desk-verb-dispute", "", A::DecideDispute),
        (true, "ACCEPTED") | (false, "CLAIMED") => ("desk-verb-contact", "contact", A::Contact),
        (true, "INVESTIGATING") => ("desk-verb-draft", "save-draft", A::DraftOpinion),
        (true, "OPINION_DRAFTED") => ("desk-verb-check", "check", A::CheckOpinion),
        (true, "OPINION_CHECKED") => ("desk-verb-sign", "sign", A::SignOpinion),
        (true, "OPINION_ISSUED") => ("desk-verb-serve", "serve", A::ServeOpinion),
        (true, "ROUTED") => ("desk-verb-handoff", "", A::RouteClaims),
        (false, "RECEIVED") => ("desk-verb-dispatch", "dispatch", A::DispatchOrder),
        (false, "DISPATCHED" | "ESCALATED") => ("desk-verb-claim", "claim", A::ClaimOrder),
        (false, "CONTACTED") => ("desk-verb-reply", "reply", A::ReplyOrder),
        (false, "REPLIED" | "REWORK") => ("desk-verb-done", "done", A::FinishOrder),
        (false, "DONE") => ("desk-verb-follow-up", "follow-up", A::FollowUp),
        _ => return Verb::LOOK,
    };
    if access::permit_dynamic(subject, action, &row.facts).is_ok() { Verb { key, slug } } else { Verb::LOOK }
}

/// What a suggestion waits for.
fn of_suggestion(subject: &Subject, row: &MatterRow) -> Verb {
    use Action as A;
    let (key, slug, action) = match row.stage.as_str() {
        "REGISTERED" => ("command-suggestion-forward", "?do=forward#do", A::Forward),
        "FORWARDED" => ("command-suggestion-take-up", "?do=take-up#do", A::Accept),
        "OBJECTED" => ("desk-verb-objection", "", A::DecideObjection),
        "STUDYING" => ("command-suggestion-save-draft", "?do=save-draft#do", A::DraftOpinion),
        "DRAFTED" => ("command-suggestion-sign", "?do=sign#do", A::SignOpinion),
        "TRACKED" => ("command-suggestion-finish-item", "?do=finish-item#do", A::RecordExecution),
        _ => return Verb::LOOK,
    };
    if access::permit_dynamic(subject, action, &row.facts).is_ok() { Verb { key, slug } } else { Verb::LOOK }
}

/// 先做这 6 件：2 件已超期，1 件今天到期，3 件 7 天内到期. When the page is full of urgent ones, it says so.
pub(super) fn summary(t: Say, rows: &[MatterRow], more: bool, now: Timestamp) -> String {
    let count = |group| rows.iter().filter(|row| Group::of(row, now) == group).count();
    let (overdue, today, week) = (count(Group::Overdue), count(Group::Today), count(Group::Week));
    let urgent = overdue + today + week;
    if urgent == 0 {
        return String::new();
    }
    let part = |key: &str, count: usize| (count > 0).then(|| t.say(key).with("count", count).text());
    let parts =
        [part("desk-summary-overdue", overdue), part("desk-summary-today", today), part("desk-summary-week", week)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let comma = t.say("desk-summary-comma").text();
    let key = if more && urgent == rows.len() { "desk-summary-more-of" } else { "desk-summary-of" };
    t.say(key).with("urgent", urgent).with("parts", parts.join(&comma)).text()
}
