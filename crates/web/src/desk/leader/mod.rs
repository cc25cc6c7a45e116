//! `/desk/leader`: the matters for which somebody answers herself, what of them is due next; and `/desk/matters/{id}/lead`, where
//! it is done: duties, instructions, visits, advice. Made for a telephone.

mod page;
mod read;

use askama::Template;
use axum::response::Response;
use domain::{
    access::{Action, Bound, Subject, list_scope},
    leadership::{Owner, VisitDue},
};
use jiff::civil::Date;
use services::{
    leadership::{self, OwedHere, Own},
    organisation, people,
};

pub(super) use page::{get, post};

use super::{Desk, Here, rows, when};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Row, RowGroup, UrgencyChip},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/leader.html")]
struct LeaderPage {
    t: Frame,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    /// 五访: what is due of her.
    visits: Vec<VisitLine>,
    /// What fell late on the matters for which she names who takes charge.
    late: Option<DataTable>,
}

/// A kind of visit with its light.
struct VisitLine {
    name: String,
    last: String,
    due: String,
    chip: UrgencyChip,
}

/// Whether the page has something for whoever names the leaders.
pub(super) fn names_leaders(subject: &Subject) -> bool {
    list_scope(subject, Action::NameLeader) != Bound::Never
}

/// `GET /desk/leader`.
pub(super) async fn list(desk: Desk) -> Result<Response, Problem> {
    let read = desk.read(|tx, kit, ctx, subject| {
        let own = leadership::own(tx, subject)?;
        let visits = match subject.staff() {
            Some(staff) => leadership::visits_owed(tx, kit, ctx, staff.user(), staff.grants())?,
            None => vec![],
        };
        let late = leadership::fallen_late(tx, subject, ctx.today())?;
        let names = organisation::called(
            tx,
            late.iter().filter_map(|one| match one.owed.owner {
                Owner::Unit(org) => Some(org),
                Owner::Leader(_) => None,
            }),
        )?;
        let people = people::names(
            tx,
            late.iter().filter_map(|one| match one.owed.owner {
                Owner::Leader(user) => Some(user),
                Owner::Unit(_) => None,
            }),
        )?;
        Ok((own, visits, late, names, people))
    });
    let (own, visits, late, names, people) = read.await?;
    let t = desk.t();
    let today = desk.visit.state.ctx().today();
    let called = |owner: Owner| match owner {
        Owner::Unit(org) => names.get(&org).cloned().unwrap_or_default(),
        Owner::Leader(user) => people.get(&user).cloned().unwrap_or_default(),
    };
    let late = (!late.is_empty()).then(|| late_table(&desk, &late, called, today));
    let visits = visits.iter().map(|one| visit_line(t, one, today)).collect();
    let table = (!own.is_empty()).then(|| table(t, &own, desk.who.user(), today));
    let empty = own.is_empty().then(|| EmptyState {
        icon: Icon::outline("folder-check"),
        title: t.say("leaders-none").into(),
        text: t.say("leaders-none-text").into(),
        link: None,
    });
    desk.visit.page(&LeaderPage { t: desk.frame("leaders-mine", Here::Leader), table, empty, visits, late })
}

fn visit_line(t: Say, one: &VisitDue, today: Date) -> VisitLine {
    let last = match one.last {
        Some(day) => t.say("visits-last").with("day", t.full_date(day)).text(),
        None => t.say("visits-none").text(),
    };
    VisitLine {
        name: t.message(&one.kind.message()).text(),
        last: format!("{} · {last}", t.say("visits-every").with("days", one.days).text()),
        due: t.full_date(one.due),
        chip: when::of_day(t, (one.since, one.due), today),
    }
}

fn late_table(desk: &Desk, late: &[OwedHere], called: impl Fn(Owner) -> String, today: Date) -> DataTable {
    let t = desk.t();
    let row = |one: &OwedHere| {
        let lead = format!("/desk/matters/{}/lead", one.row.id());
        let what = t.say(&format!("leaders-owing-{}", one.owed.what.slug())).text();
        let title = if rows::shows_content(desk.who.subject(), &one.row) { one.row.title.as_str() } else { "" };
        let title = if title.is_empty() { one.row.number.to_string() } else { title.to_owned() };
        Row {
            cells: vec![
                Cell::title(title.as_str(), lead.as_str()).small(rows::meta(t, &one.row)),
                Cell::text(one.owed.text.clone()).small(what),
                Cell::text(called(one.owed.owner)),
                Cell::chip(when::of_day(t, (one.owed.since, one.owed.due), today)).small(t.full_date(one.owed.due)),
            ],
            current: false,
        }
    };
    let columns = ["desk-col-matter", "leaders-col-late-what", "leaders-col-late-who", "leaders-col-next"];
    DataTable {
        caption: t.say("leaders-late-title").text(),
        columns: columns.map(|key| Column::new(t.say(key))).into(),
        groups: vec![RowGroup { rows: late.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

fn table(t: Say, own: &[Own], me: kernel::UserId, today: Date) -> DataTable {
    let row = |one: &Own| {
        let charge = one.leadership.charge_of(me);
        let duties = charge.map_or(&[][..], |charge| charge.duties.as_slice());
        let done = duties.iter().filter(|duty| duty.answer.is_some()).count();
        let next = match one.leadership.next_due() {
            Some(day) => {
                let since = charge.map_or(today, |charge| kernel::beijing_date(charge.at));
                Cell::chip(when::of_day(t, (since, day), today)).small(t.full_date(day))
            }
            None => Cell::text(t.say("leaders-next-none")),
        };
        let lead = format!("/desk/matters/{}/lead", one.row.id());
        Row {
            cells: vec![
                Cell::title(one.row.title.as_str(), lead.as_str()).small(rows::meta(t, &one.row)),
                Cell::text(t.say("leaders-done-of").with("done", done).with("all", duties.len())),
                next,
                Cell::link(t.say("leaders-open"), rows::place(&one.row)),
            ],
            current: false,
        }
    };
    let columns = ["desk-col-matter", "leaders-col-duties", "leaders-col-next", "desk-col-do"];
    DataTable {
        caption: t.say("leaders-mine").text(),
        columns: columns.map(|key| Column::new(t.say(key))).into(),
        groups: vec![RowGroup { rows: own.iter().map(row).collect(), ..RowGroup::default() }],
    }
}
