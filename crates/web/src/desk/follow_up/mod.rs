//! `/desk/follow-up`: whom somebody without a part in it still has to ask how it is, and the questions to ask (回访单).

mod ask;

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{access::Action, petition::LookBack};
use jiff::Timestamp;
use kernel::{CaseId, Cursor};
use serde::Deserialize;
use services::{
    matter::{self, MatterRow},
    organisation,
    timeline::Names,
};

pub(super) use ask::{get as ask_get, post as ask_post};

use super::{Desk, Here, page::NavCounts, rows};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Notice, NoticeKind, Row, RowGroup},
    view::Frame,
};

/// Rows on a page.
const PAGE: usize = 40;

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    after: String,
    done: String,
}

#[derive(Template)]
#[template(path = "desk/calls.html")]
struct CallsPage {
    t: Frame,
    notice: Option<Notice>,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    next: String,
}

/// `GET /desk/follow-up`; whoever calls nobody is shown her own inbox.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    if domain::access::list_scope(desk.who.subject(), Action::FollowUp) == domain::access::Bound::Never {
        return Ok(Redirect::to("/desk").into_response());
    }
    let (cursor, now) = (Cursor::decode(&asked.after), desk.visit.state.clock.now());
    let loaded = desk.read(move |tx, _, _, subject| {
        let page = matter::awaiting_call(tx, subject, cursor.as_ref(), PAGE)?;
        let count = matter::count_awaiting_call(tx, subject)?;
        let names = organisation::called(tx, page.items.iter().filter_map(|row| row.facts.holder))?;
        let looks = matter::look_backs(tx, &page.items)?;
        Ok((page, count, names, looks, NavCounts::load(tx, subject, now, None)?))
    });
    let (list, count, names, looks, nav) = loaded.await?;
    let t = desk.t();
    let mut frame = desk.frame("decide-calls", Here::FollowUp);
    nav.put(&mut frame);
    let table = (!list.items.is_empty()).then(|| table(t, &list.items, &names, &looks, (count, now)));
    let notice = match asked.done.as_str() {
        "asked" => Some(Notice::new(NoticeKind::Info, t.say("decide-call-done"))),
        "no-superior" => Some(Notice::new(NoticeKind::Caution, t.say("decide-call-no-superior"))),
        "missed" => Some(Notice::new(NoticeKind::Neutral, t.say("decide-call-missed"))),
        _ => None,
    };
    desk.visit.page(&CallsPage {
        t: frame,
        notice,
        empty: table.is_none().then(|| empty(t)),
        table,
        next: list.next.map(|next| format!("/desk/follow-up?after={}", next.encode())).unwrap_or_default(),
    })
}

fn empty(t: Say) -> EmptyState {
    EmptyState {
        icon: Icon::outline("phone-check"),
        title: t.say("decide-calls-none").into(),
        text: t.say("decide-calls-none-text").into(),
        link: None,
    }
}

fn table(
    t: Say,
    rows: &[MatterRow],
    names: &Names,
    looks: &HashMap<CaseId, LookBack>,
    (count, now): (i64, Timestamp),
) -> DataTable {
    let row = |row: &MatterRow| {
        let days = (kernel::beijing_date(now) - kernel::beijing_date(row.updated_at)).get_days();
        let unit = row.facts.holder.and_then(|holder| names.get(&holder)).cloned().unwrap_or_default();
        let href = format!("/desk/follow-up/{}", row.id());
        Row {
            cells: vec![
                Cell::title(row.title.as_str(), rows::place(row)).small(rows::meta(t, row)),
                Cell::text(unit).small(match looks.get(&row.id()) {
                    Some(look) => {
                        let said = t.say("desk-look-back").with("clock", format!("clock-{}", look.def));
                        said.with("day", t.date(look.due))
                    }
                    None => t.say(&rows::stage_key(row)),
                }),
                Cell::text(t.moment(row.updated_at)).small(t.say("decide-call-waits").with("days", days)),
                Cell::link(t.say("decide-call"), href),
            ],
            current: false,
        }
    };
    let columns = ["desk-col-matter", "decide-col-answered-by", "decide-col-since", "desk-col-do"];
    DataTable {
        caption: t.say("decide-calls-caption").with("count", count).text(),
        columns: columns.map(|key| Column::new(t.say(key))).into(),
        groups: vec![RowGroup {
            title: t.say("decide-calls-group").into(),
            note: t.say("desk-group-count").with("count", rows.len()).into(),
            rows: rows.iter().map(row).collect(),
        }],
    }
}
