//! A year on its way: what it would change, then in force, with the open clocks computed again.

use axum::response::{IntoResponse, Redirect, Response};
use domain::access::actions::AdminCalendar;
use kernel::calendar::{CalendarYear, RowError as CalendarError};
use services::{
    organisation::RowError,
    reference::{self, Place, Recomputed},
};

use super::{differences, head, page, table};
use crate::{
    admin::{
        Admin, Page, Panel, Section, Spot, back,
        clocks::{put_in_force, text_of},
        report,
    },
    forms::{FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Notice, NoticeKind, Row, RowGroup},
};

/// Cases that are tried before a year is published; enough to see what it does.
const TRIED: u32 = 500;

/// Cases of one transaction: the one writer is not held for long.
const BATCH: u32 = 100;

/// What the form carries: the file, or the text that was pasted or carried along.
fn text(sent: &Submission) -> Result<String, kernel::Refusal> {
    if sent.file_count() == 0 && !sent.raw("text").trim().is_empty() {
        // A form sends its line breaks as CR LF; the file had none, and the text kept is the one that was looked at.
        return Ok(sent.raw("text").replace("\r\n", "\n"));
    }
    text_of(sent)
}

/// The page that says what a year would change, or what is wrong with it.
pub(super) async fn look(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let text = reader.field("file", |_, _| text(&sent));
    let text = match reader.finish(text) {
        Ok(text) => text,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors), None).show(&admin),
    };
    match CalendarYear::parse(&text) {
        Ok(year) => preview(&admin, &text, year).await,
        Err(errors) => {
            let wrong = FormErrors::from(kernel::Refusal::invalid("file", "calendar-file").with("count", errors.len()));
            let page = page(&admin, &admin.desk.visit.form_again(&sent, wrong), None);
            report::errors(admin.t(), &rows(errors)).into_iter().fold(page, Page::section).show(&admin)
        }
    }
}

fn rows(errors: Vec<CalendarError>) -> Vec<RowError> {
    errors.into_iter().map(|error| RowError { line: error.line as u64, refusal: error.refusal }).collect()
}

async fn preview(admin: &Admin, text: &str, year: CalendarYear) -> Result<Response, Problem> {
    let tried = year.clone();
    let would = admin.write(move |tx, kit, ctx, leave| {
        leave.permit::<AdminCalendar>()?;
        Ok(reference::preview(tx, kit, ctx, tried.clone(), TRIED)?)
    });
    let would = would.await?;
    let t = admin.t();
    let form = admin.desk.visit.form();
    let confirm = Panel::post(&form, "/admin/calendar/publish", t, "admin-calendar-publish").carry("text", text);
    let changes = differences(&admin.desk.visit.state.kit.reference().calendar, &year);
    let days = Section::new(t.say("admin-calendar-changes").text())
        .note(t.say("admin-calendar-changes-count").with("count", changes.len()));
    let days = if changes.is_empty() {
        days.text(t.say("admin-calendar-changes-none"))
    } else {
        days.with(&changed_days(t, changes))
    };
    Page::titled(admin, t.say("admin-calendar-preview").with("year", year.year()).text(), Spot::Calendar)
        .back(back("/admin/calendar"))
        .notice(clocks_notice(t, &would))
        .section(
            Section::new(t.say("admin-calendar-confirm").text())
                .text(t.say("admin-calendar-confirm-text"))
                .with(&confirm),
        )
        .section(days)
        .section(
            Section::new(t.say("admin-calendar-year").with("year", year.year()).text())
                .text(head(t, &year))
                .with(&table(t, &year)),
        )
        .show(admin)
}

fn clocks_notice(t: Say, would: &Recomputed) -> Notice {
    let key = if would.next.is_some() { "admin-calendar-would-more" } else { "admin-calendar-would" };
    Notice::new(NoticeKind::Caution, t.say(key).with("changed", would.changed).with("looked", would.looked_at))
}

fn changed_days(t: Say, changes: std::collections::BTreeMap<jiff::civil::Date, bool>) -> DataTable {
    let word = |rests: bool| if rests { "admin-calendar-becomes-off" } else { "admin-calendar-becomes-work" };
    let row = |(day, rests): (jiff::civil::Date, bool)| Row {
        cells: vec![Cell { title: true, ..Cell::text(t.full_date(day)) }, Cell::text(t.say(word(rests)))],
        current: false,
    };
    DataTable {
        caption: t.say("admin-calendar-changes").text(),
        columns: ["admin-calendar-day", "admin-calendar-becomes"].map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: changes.into_iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// `POST /admin/calendar/publish`: keeps the year, puts it in force, and computes the open clocks again, each with its trace.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let text = reader.field("text", |_, _| text(&sent));
    let text = match reader.finish(text) {
        Ok(text) => text,
        Err(errors) => return page(&admin, &admin.desk.visit.form_again(&sent, errors), None).show(&admin),
    };
    let kept =
        admin.write(move |tx, _, ctx, leave| reference::load_year(tx, ctx, &leave.permit::<AdminCalendar>()?, &text));
    let year = kept.await?.year();
    put_in_force(&admin).await?;
    let (changed, left) = recompute(&admin, year).await?;
    let address = format!("/admin/calendar?year={year}&changed={changed}&left={left}");
    Ok(Redirect::to(&address).into_response())
}

/// Every case that the year touches, batch by batch; how many changed and how many could not be computed.
async fn recompute(admin: &Admin, year: i16) -> Result<(usize, usize), Problem> {
    let (mut changed, mut left) = (0, 0);
    let mut after: Option<Place> = None;
    loop {
        let from = after.take();
        let batch =
            admin.write(move |tx, kit, ctx, _| Ok(reference::recompute(tx, kit, ctx, year, from.as_ref(), BATCH)?));
        let batch = batch.await?;
        changed += batch.changed;
        left += batch.left;
        match batch.next {
            Some(next) => after = Some(next),
            None => return Ok((changed, left)),
        }
    }
}
