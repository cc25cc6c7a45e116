//! `/desk/errands`: 政务代办. An errand that is no grievance is handed to the service window and noted: what, to which window, by which
//! point. No name, no number, and no matter of petition.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Subject, actions::NoteErrand},
    errand::{ErrandKind, Handed},
};
use kernel::{DivisionCode, Refusal};
use serde::Deserialize;
use services::{
    Error, divisions,
    errand::{self, ErrandForm, ErrandRow},
    organisation,
};
use store::idempotency;

use super::{Desk, Here, register};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, Icon, Notice, NoticeKind, Row, RowGroup},
    view::Frame,
};

/// So many days are shown and counted.
const BACK: i64 = 30;
/// As many as anybody reads.
const MOST: u32 = 200;

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
}

/// The widest division over which one of her roles lets her note errands.
fn home(subject: &Subject) -> Option<DivisionCode> {
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<NoteErrand>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

#[derive(Template)]
#[template(path = "desk/errands.html")]
struct ErrandsPage {
    t: Frame,
    done: Option<Notice>,
    apart: Notice,
    form: Form,
    places: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    handed: Vec<(String, String)>,
    counts: Option<DataTable>,
    list: Option<DataTable>,
}

struct Known {
    places: Vec<(String, String)>,
    counts: Vec<(ErrandKind, i64)>,
    rows: Vec<(ErrandRow, String, String)>,
}

async fn known(desk: &Desk) -> Result<Known, Problem> {
    let home = home(desk.who.subject()).ok_or_else(Refusal::not_permitted)?;
    let known = desk.read(move |tx, _, ctx, _| {
        let from = ctx.today().saturating_sub(jiff::Span::new().days(BACK));
        let all = errand::list(tx, &home, from, MOST)?;
        let offices = organisation::called(tx, all.iter().map(|row| row.org))?;
        let places = divisions::names(tx, all.iter().map(|row| row.division.clone()))?;
        let named = |row: ErrandRow| {
            let office = offices.get(&row.org).cloned().unwrap_or_default();
            let place = places.get(&row.division).cloned().unwrap_or_default();
            (row, office, place)
        };
        Ok(Known {
            places: register::places(tx, &home)?,
            counts: errand::counts(tx, &home, from)?,
            rows: all.into_iter().map(named).collect(),
        })
    });
    Ok(known.await?)
}

/// `GET /desk/errands`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let known = known(&desk).await?;
    let first = known.places.first().map(|(code, _)| code.clone()).unwrap_or_default();
    let form = desk.visit.form().filled("division", first).filled("handed", Handed::Delivered.name());
    let done = (asked.done == "noted")
        .then(|| Notice::new(NoticeKind::Info, desk.t().say("errand-done")).icon(Icon::outline("circle-check")));
    desk.visit.page(&page(&desk, known, form, done))
}

fn page(desk: &Desk, known: Known, form: Form, done: Option<Notice>) -> ErrandsPage {
    let t = desk.t();
    ErrandsPage {
        t: desk.frame("errand-title", Here::Register).failed(form.has_errors()),
        done,
        apart: Notice::new(NoticeKind::Neutral, t.say("errand-apart"))
            .icon(Icon::outline("route"))
            .link(t.say("errand-is-grievance"), "/desk/register"),
        form,
        places: known.places,
        kinds: ErrandKind::ALL.iter().map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
        handed: Handed::ALL.iter().map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
        counts: (!known.counts.is_empty()).then(|| counts(t, &known.counts)),
        list: (!known.rows.is_empty()).then(|| list(t, &known.rows)),
    }
}

fn counts(t: Say, counts: &[(ErrandKind, i64)]) -> DataTable {
    let row = |(kind, count): &(ErrandKind, i64)| Row {
        cells: vec![Cell::text(t.message(&kind.message())), Cell::text(count.to_string())],
        current: false,
    };
    DataTable {
        caption: t.say("errand-counts").text(),
        columns: vec![Column::new(t.say("errand-kind").text()), Column::number(t.say("errand-count").text())],
        groups: vec![RowGroup { rows: counts.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

fn list(t: Say, rows: &[(ErrandRow, String, String)]) -> DataTable {
    let row = |(row, office, place): &(ErrandRow, String, String)| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(t.message(&row.errand.kind.message())) }
                .small(row.errand.note.as_ref().map(ToString::to_string).unwrap_or_default()),
            Cell::text(row.errand.window.as_str()).small(t.message(&row.errand.handed.message()).text()),
            Cell::text(office.as_str()).small(place.as_str()),
            Cell::text(t.full_date(row.on)),
        ],
        current: false,
    };
    let columns = ["errand-kind", "errand-window", "errand-office", "errand-day"];
    DataTable {
        caption: t.say("errand-list").text(),
        columns: columns.map(|key| Column::new(t.say(key).text())).into(),
        groups: vec![RowGroup { rows: rows.iter().map(row).collect(), ..RowGroup::default() }],
    }
}

/// `POST /desk/errands`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let key = reader.key();
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = ErrandForm {
        division: raw("division"),
        kind: raw("kind"),
        handed: raw("handed"),
        window: raw("window"),
        note: raw("note"),
    };
    let done = match (form.parse(), reader.finish(key)) {
        (Ok(new), Ok(key)) => write(&desk, new, key.to_string()).await,
        (Err(error), Ok(_)) => Err(error),
        (_, Err(errors)) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(()) => Ok(Redirect::to("/desk/errands?done=noted").into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            let known = known(&desk).await?;
            desk.visit.page_failed(&page(&desk, known, form, None))
        }
    }
}

/// Notes it; the same form sent twice notes once.
async fn write(desk: &Desk, (division, new): (DivisionCode, domain::errand::Errand), key: String) -> Result<(), Error> {
    let org = desk.who.me.staff.org;
    desk.write(move |tx, kit, ctx, subject| {
        let scope = "desk/errand";
        let digest = kit.keys.blind_index(scope, &format!("{division} {new:?}"));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(_) => return Ok(()),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        let permit = access::permit::<NoteErrand>(subject, &division)?;
        let id = errand::note(tx, ctx, &permit, (&division, org), &new)?;
        idempotency::record(tx, scope, &key, &digest, &id.to_string(), ctx.now())?;
        Ok(())
    })
    .await
}
