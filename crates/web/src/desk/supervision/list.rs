//! `GET /desk/supervision`: the supervisor's desk, most urgent first. What is overdue, since when and with whom, which rung is
//! next and why, and one link to the drafted letter.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    access::{self, Subject, actions::Supervise},
    supervision::{Rung, Supervision},
};
use jiff::Timestamp;
use kernel::{CaseId, Cursor, Message, Refusal};
use serde::Deserialize;
use services::{
    Error,
    matter::MatterRow,
    organisation,
    oversight::{self, Listed, Stuck},
    timeline::Names,
};
use store::Tx;

use super::tabs;
use crate::{
    desk::{
        Desk, Here,
        case::org_name,
        rows::{place, stage_key},
        when,
    },
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tabs},
    view::Frame,
};

/// How many stand on one page.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "desk/supervisions.html")]
pub(super) struct ListPage {
    pub t: Frame,
    pub lead: Line,
    pub tabs: Tabs,
    pub table: Option<DataTable>,
    pub empty: Option<EmptyState>,
    pub next: String,
    pub button: Option<(String, String)>,
}

/// Which ones.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    cursor: String,
}

/// `GET /desk/supervision`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let here = if asked.tab.is_empty() {
        "/desk/supervision".to_owned()
    } else {
        format!("/desk/supervision?tab={}", asked.tab)
    };
    let tabs = tabs(&desk, &here);
    if tabs.items.is_empty() {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let first = tabs.items.first().is_some_and(|tab| tab.href == "/desk/supervision");
    // Whoever is supervised and supervises nobody comes to what is asked of her unit.
    let tab = if asked.tab.is_empty() && !first { "running".to_owned() } else { asked.tab };
    let (t, cursor) = (desk.t(), Cursor::decode(&asked.cursor));
    let now = desk.visit.state.clock.now();
    let (rows, next) = if tab.is_empty() {
        let found = desk.read(move |tx, kit, ctx, subject| {
            let page = oversight::stuck(tx, kit, ctx, subject, cursor.as_ref(), PAGE)?;
            let orgs = page.items.iter().flat_map(|one| [one.row.facts.holder, one.lead]).flatten();
            let names = organisation::called(tx, orgs.collect::<Vec<_>>())?;
            Ok((page, names))
        });
        let (page, names) = found.await?;
        (page.items.iter().map(|one| stuck_row(t, one, &names, now)).collect::<Vec<_>>(), page.next)
    } else {
        let (over, listed) = (tab == "over", tab == "listed");
        let found = desk.read(move |tx, _, _, subject| {
            let mut page = oversight::supervisions(tx, subject, over, cursor.as_ref(), PAGE)?;
            if listed {
                page.items = oversight::listed_matters(tx, subject, 200)?;
                page.next = None;
            }
            let names = organisation::called(tx, page.items.iter().map(|one| one.state.unit).collect::<Vec<_>>())?;
            Ok((page, names))
        });
        let (page, names) = found.await?;
        (page.items.iter().map(|one| row(t, one, &names, now)).collect(), page.next)
    };
    let next = next.map(|next| format!("?tab={tab}&cursor={}", next.encode())).unwrap_or_default();
    let head = if tab.is_empty() { STUCK } else { RUNNING };
    desk.visit.page(&ListPage {
        t: desk.frame("desk-supervision-title", Here::Supervision),
        lead: t.say("desk-supervision-lead").into(),
        tabs,
        empty: rows.is_empty().then(|| empty(t)),
        table: (!rows.is_empty()).then(|| table(t, head, rows)),
        next,
        button: None,
    })
}

const STUCK: [&str; 5] = [
    "desk-supervision-matter",
    "desk-supervision-where",
    "desk-supervision-due",
    "desk-supervision-next",
    "desk-supervision-do",
];
const RUNNING: [&str; 5] = [
    "desk-supervision-matter",
    "desk-supervision-unit",
    "desk-supervision-due",
    "desk-supervision-rung",
    "desk-supervision-do",
];

pub(super) fn table(t: Say, head: [&str; 5], rows: Vec<Row>) -> DataTable {
    DataTable {
        caption: t.say("desk-supervision-title").text(),
        columns: head.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

pub(super) fn empty(t: Say) -> EmptyState {
    EmptyState {
        icon: Icon::outline("circle-check"),
        title: t.say("desk-supervision-empty").into(),
        text: t.say("desk-supervision-empty-text").into(),
        link: None,
    }
}

/// A matter past its date: where it stands, what comes next and why, and the drafted letter.
fn stuck_row(t: Say, one: &Stuck, names: &Names, now: Timestamp) -> Row {
    let row = &one.row;
    let unit = row.facts.holder.map(|org| org_name(names, org)).unwrap_or_default();
    let lead = one.lead.map(|org| t.say("desk-supervision-led").with("unit", org_name(names, org)).text());
    let stage = t.message(&Message::new(stage_key(row))).text();
    let where_it_is = Cell::text(unit).small(lead.map_or_else(|| stage.clone(), |lead| format!("{stage} · {lead}")));
    let due = Cell::chip(when::of_due(t, row.due.as_ref(), now))
        .small(row.due.as_ref().map(|due| when::name(t, due.def.as_str())).unwrap_or_default());
    let running = one.supervision.as_ref();
    let act = match running {
        Some(running) => Cell::link(t.say("desk-supervision-open").text(), format!("/desk/supervision/{}", running.id)),
        None if one.may_supervise => {
            Cell::link(t.say("desk-supervision-draft").text(), format!("/desk/supervision/new/{}", row.id()))
        }
        None => Cell::text(String::new()),
    };
    Row {
        cells: vec![
            Cell::title(row.title.clone(), place(row)).small(row.number.to_string()),
            where_it_is,
            due,
            next_rung(t, one),
            act,
        ],
        current: false,
    }
}

/// Which rung is next, and the rule that says so.
fn next_rung(t: Say, one: &Stuck) -> Cell {
    let now = one.supervision.as_ref().and_then(Supervision::highest);
    if let Some((rule, clock)) = &one.next {
        let why = t
            .say("desk-supervision-why")
            .with("when", t.message(&rule.when.message()))
            .with("days", rule.count)
            .with("clock", when::name(t, clock.def.as_str()));
        Cell::text(t.message(&rule.rung.message()).text()).small(why.text())
    } else {
        let top = now.map(|kind| t.message(&kind.message()).text());
        Cell::text(top.unwrap_or_else(|| t.say("desk-supervision-no-next").text()))
            .small(t.say("desk-supervision-sent").text())
    }
}

fn row(t: Say, one: &Listed, names: &Names, now: Timestamp) -> Row {
    let (row, state) = (&one.row, &one.state);
    let href = format!("/desk/supervision/{}", row.id());
    let due = match &row.due {
        Some(due) => Cell::chip(when::of_due(t, Some(due), now)).small(when::name(t, due.def.as_str())),
        None => Cell::text(String::from("—")),
    };
    let rung = state.rungs.last().map(|rung| t.message(&rung.kind.message()).text()).unwrap_or_default();
    Row {
        cells: vec![
            Cell::title(state.title.to_string(), href.clone()).small(state.case_number.to_string()),
            Cell::text(org_name(names, state.unit)),
            due,
            Cell::text(rung).small(t.message(&state.stage().message()).text()),
            Cell::link(t.say("desk-supervision-open").text(), href),
        ],
        current: false,
    }
}

/// What the page of a case says of its supervision and of who leads it.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// Each supervision: what stands, and its page.
    pub lines: Vec<(String, String)>,
    /// Where a letter can be drafted; empty when not by the reader.
    pub draft: String,
}

impl Block {
    /// Whether it has nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.draft.is_empty()
    }
}

/// What the block of a case is made of, read with the case.
#[derive(Debug, Default)]
pub(crate) struct Supervised {
    known: Vec<Supervision>,
    names: Names,
    may_draft: bool,
}

impl Supervised {
    /// The supervisions of a case that the reader may see, and whether she may begin one.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn of(tx: &mut Tx, subject: &Subject, row: &MatterRow) -> Result<Self, Error> {
        let known = oversight::of_case(tx, subject, &row.region, row.id())?;
        let names = organisation::names(tx, known.iter().map(|one| one.unit).collect::<Vec<_>>())?;
        let by_hand = access::permit::<Supervise>(subject, &row.facts);
        // Nobody supervises what her own office has.
        let may_draft = !row.is_over && by_hand.is_ok_and(|leave| leave.actor().org() != row.facts.holder);
        Ok(Self { known, names, may_draft })
    }

    /// The block as the page shows it.
    pub(crate) fn block(&self, t: Say, id: CaseId) -> Block {
        let draft = if self.may_draft { format!("/desk/supervision/new/{id}") } else { String::new() };
        Block { lines: self.known.iter().map(|one| self.line(t, one)).collect(), draft }
    }

    fn line(&self, t: Say, one: &Supervision) -> (String, String) {
        let rung: Option<&Rung> = one.rungs.iter().rev().find(|rung| rung.issued_at.is_some());
        let rung = rung.map(|rung| t.message(&rung.kind.message()).text()).unwrap_or_default();
        let stage = t.message(&one.stage().message());
        let listed = if one.listed().is_some() { t.say("desk-supervision-is-listed").text() } else { String::new() };
        let parts = [org_name(&self.names, one.unit), rung, stage.text(), listed];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        (said.join(" · "), format!("/desk/supervision/{}", one.id))
    }
}
