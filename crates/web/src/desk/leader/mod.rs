//! `/desk/leader`: the matters for which somebody answers herself, what of them is due next; and `/desk/matters/{id}/lead`, where
//! it is done: duties, instructions, visits, advice. Made for a telephone.

mod page;
mod read;

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use services::leadership::{self, Own};

pub(super) use page::{get, post};

use super::{Desk, Here, rows, when};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Row, RowGroup},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/leader.html")]
struct LeaderPage {
    t: Frame,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
}

/// `GET /desk/leader`.
pub(super) async fn list(desk: Desk) -> Result<Response, Problem> {
    let own = desk.read(|tx, _, _, subject| Ok(leadership::own(tx, subject)?)).await?;
    let t = desk.t();
    let today = desk.visit.state.ctx().today();
    let table = (!own.is_empty()).then(|| table(t, &own, desk.who.user(), today));
    let empty = own.is_empty().then(|| EmptyState {
        icon: Icon::outline("folder-check"),
        title: t.say("leaders-none").into(),
        text: t.say("leaders-none-text").into(),
        link: None,
    });
    desk.visit.page(&LeaderPage { t: desk.frame("leaders-mine", Here::Leader), table, empty })
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
