//! The lists: what waits for the office, what is over, whose file is owed.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::access::{Action, Bound, list_scope};
use jiff::Timestamp;
use kernel::Refusal;
use serde::Deserialize;
use services::{
    Error,
    matter::MatterRow,
    review::{self, HearingAhead},
};

use super::calendar;
use crate::{
    desk::{Desk, Here, rows, when},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

const MOST: i64 = 200;
const COLUMNS: [&str; 4] = ["reviews-what", "reviews-level", "reviews-due", "reviews-stage"];

#[derive(Template)]
#[template(path = "desk/reviews.html")]
struct ListPage {
    t: Frame,
    lead: Line,
    tabs: Tabs,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    /// Hearings to come, the next first.
    hearings: Vec<Hearing>,
}

/// A hearing in the calendar of the reviewers.
struct Hearing {
    title: String,
    href: String,
    when: String,
    place: String,
    entry: String,
}

fn hearing(t: Say, one: &HearingAhead) -> Hearing {
    Hearing {
        title: one.row.title.clone(),
        href: format!("{}#hearing", rows::place(&one.row)),
        when: format!("{} {}", t.full_date(one.call.on), one.call.hours),
        place: one.call.place.to_string(),
        entry: calendar::href(one.row.id()),
    }
}

/// Which ones.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    tab: String,
}

/// `GET /desk/reviews`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if [Action::ReadReview, Action::SendReviewFile].iter().all(|one| list_scope(subject, *one) == Bound::Never) {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let found = desk.read(move |tx, _, ctx, subject| {
        let owed = review::files_owed(tx, subject, MOST)?;
        let over = review::waiting(tx, subject, true, MOST)?;
        let ahead = review::hearings_ahead(tx, subject, ctx.today(), MOST)?;
        Ok((owed, review::waiting(tx, subject, false, MOST)?, over, ahead))
    });
    let (owed, open, over, ahead) = found.await?;
    let tab = match asked.tab.as_str() {
        "" if open.is_empty() && !owed.is_empty() => "owed",
        "owed" => "owed",
        "over" => "over",
        _ => "open",
    };
    let shown = match tab {
        "owed" => &owed,
        "over" => &over,
        _ => &open,
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let table = (!shown.is_empty()).then(|| table(t, shown, tab == "owed", now));
    let hearings = ahead.iter().filter(|_| tab == "open").map(|one| hearing(t, one)).collect();
    desk.visit.page(&ListPage {
        hearings,
        t: desk.frame("reviews-nav", Here::Reviews),
        lead: t.say("reviews-lead").into(),
        tabs: tabs(t, tab, owed.len(), open.len()),
        empty: table.is_none().then(|| EmptyState {
            icon: Icon::outline("scale"),
            title: t.say(&format!("reviews-none-{tab}")).into(),
            text: t.say("reviews-none-text").into(),
            link: None,
        }),
        table,
    })
}

fn tabs(t: Say, here: &str, owed: usize, open: usize) -> Tabs {
    let tab = |name: &str| Tab {
        text: t.say(&format!("reviews-tab-{name}")).text(),
        href: format!("/desk/reviews?tab={name}"),
        current: name == here,
        count: match name {
            "owed" => u64::try_from(owed).ok().filter(|count| *count > 0),
            "open" => u64::try_from(open).ok().filter(|count| *count > 0),
            _ => None,
        },
    };
    Tabs { label: t.say("reviews-nav").text(), items: ["open", "owed", "over"].map(tab).into() }
}

fn table(t: Say, all: &[MatterRow], owed: bool, now: Timestamp) -> DataTable {
    let row = |row: &MatterRow| {
        let place = rows::place(row);
        let href = if owed { format!("{place}/file") } else { place };
        let level = domain::names::key_of("review-level", &row.matter_type);
        let due = row.due.as_ref().map(|due| Cell::chip(when::of_due(t, Some(due), now)));
        Row {
            cells: vec![
                Cell::title(row.title.as_str(), href).small(row.number.to_string()),
                Cell::text(t.say(&level)),
                due.unwrap_or_else(|| Cell::text("—")),
                Cell::text(t.say(&rows::stage_key(row)).text()),
            ],
            current: false,
        }
    };
    DataTable {
        caption: t.say("reviews-nav").text(),
        columns: COLUMNS.iter().map(|key| Column::new(t.say(key))).collect(),
        groups: vec![RowGroup { rows: all.iter().map(row).collect(), ..RowGroup::default() }],
    }
}
