//! `/desk/calls`: 人民建议征集. An office asks for proposals about a question, sees what became of what came, and says so at the end.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Permit, Subject, actions::RunCampaign},
    suggestion::call::Share,
};
use kernel::{DivisionCode, Refusal, Text};
use serde::Deserialize;
use services::{
    Error, divisions,
    suggestion::call::{self, CallForm, CallRow},
};
use uuid::Uuid;

use crate::{
    desk::{Desk, Here},
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Line, Notice, NoticeKind, Row, RowGroup},
    view::Frame,
};

/// Calls in the list.
const MOST: u32 = 100;

/// The largest place for which she may ask.
fn home(subject: &Subject) -> Option<DivisionCode> {
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<RunCampaign>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

/// Whether the room stands in the navigation.
pub(in crate::desk) fn shown(subject: &Subject) -> bool {
    home(subject).is_some()
}

#[derive(Template)]
#[template(path = "desk/suggestion_calls.html")]
struct ListPage {
    t: Frame,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
    form: Form,
    places: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/suggestion_call.html")]
struct OnePage {
    t: Frame,
    lead: String,
    done: Option<Notice>,
    background: Vec<Line>,
    kinds: Vec<String>,
    table: DataTable,
    report: Vec<Line>,
    href: String,
    form: Option<Form>,
    action: String,
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
}

/// `GET /desk/calls`.
pub(super) async fn list(desk: Desk) -> Result<Response, Problem> {
    let today = kernel::beijing_date(desk.visit.state.clock.now()).to_string();
    let form = desk.visit.form().filled("first", today);
    show(&desk, form, StatusCode::OK).await
}

async fn show(desk: &Desk, form: Form, status: StatusCode) -> Result<Response, Problem> {
    let known = desk.read(move |tx, _, _, subject| {
        let home = home(subject).ok_or_else(Refusal::not_permitted)?;
        let mut all = vec![];
        for row in call::list(tx, Some(&home), MOST)? {
            let (whole, _) = call::progress(tx, &row)?;
            all.push((row, whole));
        }
        let inside = divisions::children(tx, Some(&home))?;
        let here = divisions::get(tx, &home)?.into_iter().chain(inside);
        let places: Vec<(String, String)> = here.map(|one| (one.code.to_string(), one.name)).collect();
        Ok((all, places))
    });
    let (all, places) = known.await?;
    let t = desk.t();
    let page = ListPage {
        t: desk.frame("calls-title", Here::Calls).failed(form.has_errors()),
        empty: all.is_empty().then(|| EmptyState {
            icon: Icon::outline("messages"),
            title: t.say("calls-none").into(),
            text: t.say("calls-none-text").into(),
            link: None,
        }),
        table: (!all.is_empty()).then(|| table(t, &all)),
        form,
        places,
    };
    desk.visit.page_as(status, &page)
}

fn table(t: Say, all: &[(CallRow, Share)]) -> DataTable {
    let row = |(one, share): &(CallRow, Share)| Row {
        cells: vec![
            Cell::title(one.call.question.as_str(), format!("/desk/calls/{}", one.id)).small(span(t, one)),
            Cell::text(share.received.to_string()),
            Cell::text(share.studied.to_string()),
            Cell::text(share.adopted.to_string()),
            Cell::text(share.realised.to_string()),
        ],
        current: false,
    };
    columns(t, "calls-question", all.iter().map(row).collect())
}

fn columns(t: Say, first: &str, rows: Vec<Row>) -> DataTable {
    let keys = [first, "calls-received", "calls-studied", "calls-adopted", "calls-realised"];
    DataTable {
        caption: t.say("calls-title").text(),
        columns: keys.iter().map(|key| Column::new(t.say(key))).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
    }
}

fn span(t: Say, one: &CallRow) -> String {
    let said = t.say("calls-span").with("first", t.date(one.call.first)).with("last", t.date(one.call.last)).text();
    if one.closed_at.is_some() { format!("{said} · {}", t.say("calls-closed")) } else { said }
}

/// `POST /desk/calls`: opens one.
pub(super) async fn open(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = CallForm {
        division: raw("division"),
        question: raw("question"),
        background: raw("background"),
        asked: raw("asked"),
        first: raw("first"),
        last: raw("last"),
        kinds: raw("kinds"),
    };
    let done = match sent.reader().finish(Some(())) {
        Ok(()) => {
            let write = desk.write(move |tx, _, ctx, subject| {
                let place = home(subject).ok_or_else(Refusal::not_permitted)?;
                let permit: Permit<RunCampaign> = access::permit(subject, &place)?;
                let office = permit.actor().org().ok_or_else(Refusal::not_permitted)?;
                let new = form.parse(office, ctx.today())?;
                call::open(tx, ctx, &permit, &new)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/desk/calls/{id}?done=opened")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            show(&desk, desk.visit.form_again(&sent, errors), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// A call, what became of what came, and whether she may close it.
type One = (CallRow, Share, Vec<Share>, bool);

async fn one(desk: &Desk, id: &str) -> Result<One, Problem> {
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let found = desk.read(move |tx, _, _, subject| {
        let row = call::get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        let may: Permit<RunCampaign> = access::permit(subject, &row.call.division)?;
        let (whole, each) = call::progress(tx, &row)?;
        let closes = may.within(&row.call.division).is_ok() && row.closed_at.is_none();
        Ok((row, whole, each, closes))
    });
    Ok(found.await?)
}

/// `GET /desk/calls/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let one = one(&desk, &id).await?;
    let t = desk.t();
    let key = match asked.done.as_str() {
        "opened" => Some("calls-done-opened"),
        "closed" => Some("calls-done-closed"),
        _ => None,
    };
    let done = key.map(|key| Notice::new(NoticeKind::Info, t.say(key)).icon(Icon::outline("circle-check")));
    desk.visit.page(&page(&desk, &one, desk.visit.form(), done))
}

fn page(desk: &Desk, (row, whole, each, closes): &One, form: Form, done: Option<Notice>) -> OnePage {
    let t = desk.t();
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect();
    OnePage {
        t: desk.frame_titled(row.call.question.to_string(), Here::Calls).failed(form.has_errors()),
        lead: format!("{} · {}", span(t, row), row.call.asked),
        done,
        background: lines(row.call.background.as_str()),
        kinds: row.call.kinds.iter().map(ToString::to_string).collect(),
        table: shares_table(t, whole, each),
        report: row.report.as_ref().map(|report| lines(report.as_str())).unwrap_or_default(),
        href: format!("/calls/{}", row.id),
        form: closes.then_some(form),
        action: format!("/desk/calls/{}", row.id),
    }
}

/// What became of all and of each kind. Nobody is named by it, so small numbers stay as they are.
fn shares_table(t: Say, whole: &Share, each: &[Share]) -> DataTable {
    let row = |name: String, share: &Share| Row {
        cells: vec![
            Cell::text(name),
            Cell::text(share.received.to_string()),
            Cell::text(share.studied.to_string()),
            Cell::text(share.adopted.to_string()),
            Cell::text(share.realised.to_string()),
        ],
        current: false,
    };
    let name = |share: &Share| {
        if share.category.is_empty() { t.say("calls-no-category").text() } else { share.category.clone() }
    };
    let mut rows = vec![row(t.say("calls-all").text(), whole)];
    rows.extend(each.iter().map(|share| row(name(share), share)));
    columns(t, "calls-category", rows)
}

/// `POST /desk/calls/{id}`: closes it with what was proposed and done.
pub(super) async fn close(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let known = one(&desk, &id).await?;
    let mut reader = sent.reader();
    let report = reader.field("report", Text::<5000>::parse);
    let (call_id, division) = (known.0.id, known.0.call.division.clone());
    let done = match reader.finish(report) {
        Ok(report) => {
            let write = desk.write(move |tx, _, ctx, subject| {
                let permit: Permit<RunCampaign> = access::permit(subject, &division)?;
                call::close(tx, ctx, &permit, call_id, &report)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/calls/{id}?done=closed")).into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            desk.visit.page_failed(&page(&desk, &known, form, None))
        }
    }
}
