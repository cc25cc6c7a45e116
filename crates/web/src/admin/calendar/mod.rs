//! `/admin/calendar`: the published years, and a new one, looked at before it is put in force.

pub(super) mod publish;

use std::collections::BTreeMap;

use axum::{extract::Query, response::Response};
use domain::access::actions::AdminCalendar;
use jiff::civil::Date;
use kernel::calendar::{CalendarYear, DayMark, Holiday, WorkCalendar};
use serde::Deserialize;

use super::{Admin, Group, Page, Panel, Section, Spot};
use crate::{
    forms::{Form, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Icon, Notice, NoticeKind, Row, RowGroup, Tab, Tabs},
};

/// What the page asks.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    year: Option<i16>,
    /// How many cases got new dates; after a year was published.
    changed: Option<usize>,
    /// How many could not be recomputed.
    left: Option<usize>,
}

fn page(admin: &Admin, form: &Form, asked: Option<i16>) -> Page {
    let (t, state) = (admin.t(), &admin.desk.visit.state);
    let (calendar, today) = (state.kit.reference().calendar.clone(), state.ctx().today());
    let year = asked.unwrap_or(today.year());
    let years = Section::new("").with(&tabs(t, &calendar, today.year(), year));
    let view = match calendar.year(year) {
        Some(published) => years.text(head(t, published)).with(&table(t, published)),
        None => years.with(&Notice::new(NoticeKind::Caution, t.say("admin-calendar-missing").with("year", year))),
    };
    Page::new(admin, "admin-calendar-title", Spot::Calendar)
        .lead(t.say("admin-calendar-lead"))
        .wrong(form)
        .section(view)
        .section(upload(t, form))
}

fn upload(t: Say, form: &Form) -> Section {
    let panel = Panel::post(form, "/admin/calendar", t, "admin-calendar-check").files().group(Group::of(vec![
        form.files("file", "admin-file").accept(".csv,.json").hint("admin-calendar-file-hint"),
        form.area("text", "admin-calendar-text").optional("admin-calendar-instead"),
    ]));
    Section::new(t.say("admin-calendar-upload").text()).text(t.say("admin-calendar-upload-text")).with(&panel)
}

fn tabs(t: Say, calendar: &WorkCalendar, this: i16, shown: i16) -> Tabs {
    let published = calendar.years().map(CalendarYear::year);
    let mut years: Vec<i16> = published.filter(|year| *year >= this - 2).chain([this, this + 1, shown]).collect();
    years.sort_unstable();
    years.dedup();
    let tab = |year: i16| {
        let key = if calendar.is_published(year) { "admin-calendar-year" } else { "admin-calendar-year-open" };
        Tab {
            text: t.say(key).with("year", year).text(),
            href: format!("/admin/calendar?year={year}"),
            count: None,
            current: year == shown,
        }
    };
    Tabs { label: t.say("admin-calendar-years").text(), items: years.into_iter().map(tab).collect() }
}

fn head(t: Say, year: &CalendarYear) -> crate::i18n::Said {
    t.say("admin-calendar-head").with("version", year.version()).with("source", year.source())
}

/// One row a holiday: its days off, and the weekend days worked for it.
fn table(t: Say, year: &CalendarYear) -> DataTable {
    let mut holidays: Vec<(Holiday, [Vec<Date>; 2])> = vec![];
    for day in year.days() {
        let index = usize::from(day.mark == DayMark::Work);
        if let Some((_, days)) = holidays.iter_mut().find(|(holiday, _)| *holiday == day.holiday) {
            days[index].push(day.date);
        } else {
            let mut days = [vec![], vec![]];
            days[index].push(day.date);
            holidays.push((day.holiday, days));
        }
    }
    let row = |(holiday, [off, work]): &(Holiday, [Vec<Date>; 2])| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(t.say(holiday.key())) },
            Cell::text(days(t, off)).small(t.say("admin-calendar-count").with("count", off.len())),
            Cell::text(days(t, work)),
        ],
        current: false,
    };
    DataTable {
        caption: t.say("admin-calendar-title").text(),
        columns: ["admin-calendar-holiday", "admin-calendar-off", "admin-calendar-work"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup { rows: holidays.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

fn days(t: Say, days: &[Date]) -> String {
    if days.is_empty() { "—".to_owned() } else { kernel::calendar::say_days(t.locale, days) }
}

/// Days whose rest or work would change, by date.
fn differences(before: &WorkCalendar, year: &CalendarYear) -> BTreeMap<Date, bool> {
    let after = before.with_year(year.clone());
    let (first, last) = (year.year() - 1, year.year() + 1);
    let span = Date::new(first, 12, 1).ok().zip(Date::new(last, 1, 31).ok());
    let Some((first, last)) = span else { return BTreeMap::new() };
    let days = first.series(jiff::ToSpan::days(1)).take_while(|day| *day <= last);
    days.filter(|day| before.is_rest_day(*day) != after.is_rest_day(*day))
        .map(|day| (day, after.is_rest_day(day)))
        .collect()
}

/// `GET /admin/calendar`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminCalendar>()?;
    let t = admin.t();
    let done = ask.changed.map(|changed| {
        let text = t.say("admin-calendar-done").with("changed", changed);
        Notice::new(NoticeKind::Info, text).icon(Icon::outline("circle-check"))
    });
    let left = ask
        .left
        .filter(|left| *left > 0)
        .map(|left| Notice::new(NoticeKind::Danger, t.say("admin-calendar-left").with("count", left)));
    page(&admin, &admin.desk.visit.form(), ask.year).notice(done).notice(left).show(&admin)
}

/// `POST /admin/calendar`: reads a year and says what it would change; nothing is kept yet.
pub(super) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    admin.leave.permit::<AdminCalendar>()?;
    publish::look(admin, sent).await
}
