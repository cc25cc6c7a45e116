//! `/desk/supervision/weekly`: 一周一曝光, units only, frozen week by week; and the sheet shared with the discipline body, which
//! holds number, unit, article and dates and nothing that anybody wrote.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::access::{self, Permit, Subject, actions::WeeklyExposure};
use jiff::civil::Date;
use kernel::{DivisionCode, Refusal, Text};
use serde::Deserialize;
use services::{Error, organisation, oversight, timeline::Names};

use super::{
    list::{ListPage, empty, table},
    tabs,
};
use crate::{
    desk::{Desk, Here, case::org_name},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Row, RowGroup, Tabs},
    view::Frame,
};

/// Weeks on the page.
const WEEKS: u32 = 12;
/// Rows of the shared sheet.
const SHARED: usize = 200;

#[derive(Template)]
#[template(path = "desk/weekly.html")]
struct WeeklyPage {
    t: Frame,
    tabs: Tabs,
    weeks: Vec<Week>,
    empty: Option<EmptyState>,
    form: Form,
}

struct Week {
    monday: String,
    title: String,
    frozen: String,
    table: Option<DataTable>,
    notes: Vec<String>,
}

/// The division of the reader's own post over which she sees the week.
fn leave(subject: &Subject) -> Result<Permit<WeeklyExposure>, Error> {
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    let mut places: Vec<DivisionCode> = staff.grants().iter().map(|grant| grant.division.clone()).collect();
    places.sort_by_key(|place| place.as_str().len());
    let mut leaves = places.iter().filter_map(|place| access::permit::<WeeklyExposure>(subject, place).ok());
    Ok(leaves.next().ok_or_else(Refusal::not_permitted)?)
}

/// `GET /desk/supervision/weekly`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let form = desk.visit.form();
    page(&desk, form, StatusCode::OK).await
}

async fn page(desk: &Desk, form: Form, status: StatusCode) -> Result<Response, Problem> {
    let found = desk.read(move |tx, _, _, subject| {
        let weeks = oversight::weeks(tx, &leave(subject)?, WEEKS)?;
        let units = weeks.iter().flat_map(|week| week.units.iter().map(|unit| unit.unit)).collect::<Vec<_>>();
        Ok((weeks, organisation::called(tx, units)?))
    });
    let (weeks, names) = found.await?;
    let t = desk.t();
    let weeks: Vec<Week> = weeks.iter().map(|week| shown(desk, week, &names)).collect();
    let none = || EmptyState {
        icon: Icon::outline("calendar-time"),
        title: t.say("desk-weekly-empty").into(),
        text: t.say("desk-weekly-empty-text").into(),
        link: None,
    };
    desk.visit.page_as(
        status,
        &WeeklyPage {
            t: desk.frame("desk-weekly-title", Here::Supervision).failed(form.has_errors()),
            tabs: tabs(desk, "/desk/supervision/weekly"),
            empty: weeks.is_empty().then(none),
            weeks,
            form,
        },
    )
}

fn shown(desk: &Desk, week: &oversight::Week, names: &Names) -> Week {
    let t = desk.t();
    let row = |unit: &oversight::Exposed| Row {
        cells: vec![
            Cell::text(org_name(names, unit.unit)),
            Cell::text(unit.overdue.to_string()),
            Cell::text(unit.unanswered.to_string()),
            Cell::text(unit.unexecuted.to_string()),
        ],
        current: false,
    };
    let columns = vec![
        Column::new(t.say("desk-supervision-unit").text()),
        Column::number(t.say("desk-weekly-overdue").text()),
        Column::number(t.say("desk-weekly-unanswered").text()),
        Column::number(t.say("desk-weekly-unexecuted").text()),
    ];
    // A unit without anything to expose is not exposed.
    let has_any = |unit: &&oversight::Exposed| unit.overdue + unit.unanswered + unit.unexecuted > 0;
    let rows: Vec<Row> = week.units.iter().filter(has_any).map(row).collect();
    let title = t.say("desk-weekly-week").with("monday", t.date(week.monday)).text();
    Week {
        monday: week.monday.to_string(),
        frozen: t.say("desk-weekly-frozen").with("day", t.date(kernel::beijing_date(week.frozen_at))).text(),
        table: (!rows.is_empty()).then(|| DataTable {
            caption: title.clone(),
            columns,
            groups: vec![RowGroup { rows, ..RowGroup::default() }],
        }),
        title,
        notes: week
            .notes
            .iter()
            .map(|note| format!("{}　{}", t.date(kernel::beijing_date(note.at)), note.text))
            .collect(),
    }
}

/// What address the note is for.
#[derive(Deserialize)]
pub(super) struct Of {
    week: Date,
}

/// `POST /desk/supervision/weekly?week=`: a correction beside a frozen week.
pub(super) async fn post(desk: Desk, Query(of): Query<Of>, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let text = reader.field("note", Text::<1000>::parse);
    let done = match reader.finish(text) {
        Ok(text) => {
            let write =
                desk.write(move |tx, _, ctx, subject| oversight::annotate(tx, ctx, &leave(subject)?, of.week, &text));
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(()) => Ok(Redirect::to("/desk/supervision/weekly").into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            page(&desk, desk.visit.form_again(&sent, errors), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

const SHEET: [&str; 5] = [
    "desk-shared-number",
    "desk-supervision-unit",
    "desk-shared-article",
    "desk-shared-issued",
    "desk-shared-answered",
];

/// `GET /desk/supervision/shared`.
pub(super) async fn shared(desk: Desk) -> Result<Response, Problem> {
    let found = desk.read(move |tx, _, _, subject| {
        let rows = oversight::joint_sheet(tx, subject, SHARED)?.ok_or_else(Refusal::not_permitted)?;
        let names = organisation::called(tx, rows.iter().map(|row| row.unit).collect::<Vec<_>>())?;
        Ok((rows, names))
    });
    let (rows, names) = found.await?;
    let t = desk.t();
    let row = |one: &oversight::JointRow| {
        let article = one.liability.map(|code| t.message(&code.message()).text());
        let due = one.due.map(|due| t.say("desk-shared-due").with("due", t.date(due)).text());
        let due = due.unwrap_or_default();
        let answered = one.answered_at.map(|at| t.date(kernel::beijing_date(at)));
        Row {
            cells: vec![
                Cell::text(one.number.to_string()),
                Cell::text(org_name(&names, one.unit)),
                Cell::text(t.message(&one.rung.message()).text()).small(article.unwrap_or_default()),
                Cell::text(t.date(kernel::beijing_date(one.issued_at))).small(due),
                Cell::text(answered.unwrap_or_else(|| t.say("desk-shared-open").text())),
            ],
            current: false,
        }
    };
    let rows: Vec<Row> = rows.iter().map(row).collect();
    desk.visit.page(&ListPage {
        t: desk.frame("desk-shared-title", Here::Supervision),
        lead: Line::from(t.say("desk-shared-lead")),
        tabs: tabs(&desk, "/desk/supervision/shared"),
        empty: rows.is_empty().then(|| empty(t)),
        table: (!rows.is_empty()).then(|| table(t, SHEET, rows)),
        next: String::new(),
        button: None,
    })
}
