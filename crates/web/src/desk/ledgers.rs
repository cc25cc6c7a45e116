//! `/desk/ledgers`: which ledger, for which days and place; the sheet comes as XLSX, written row by row, and that it was taken out is on
//! record.

use std::io::Read as _;

use askama::Template;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::access::Subject;
use futures_util::stream;
use kernel::{DivisionCode, Refusal};
use services::{
    Error, divisions,
    ledger::{self, Asked, Ledger, TakenOut},
};
use store::Tx;

use super::{Desk, Here};
use crate::{
    forms::{Field, Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::Line,
    view::Frame,
};

/// What one read of the file gives to the browser.
const CHUNK: usize = 64 * 1024;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(Template)]
#[template(path = "desk/ledgers.html")]
struct LedgersPage {
    t: Frame,
    form: Form,
    which: Field,
    places: Vec<(String, String)>,
    mine: Vec<(String, Line)>,
}

struct Loaded {
    places: Vec<(String, String)>,
    mine: Vec<TakenOut>,
}

/// Her own places and what lies directly in them.
fn places(tx: &mut Tx, subject: &Subject) -> Result<Vec<(String, String)>, Error> {
    let Some(staff) = subject.staff() else { return Ok(vec![]) };
    let mut own: Vec<DivisionCode> = staff.grants().iter().map(|grant| grant.division.clone()).collect();
    own.sort();
    own.dedup();
    let mut found: Vec<(String, String)> = vec![];
    for code in own {
        let here = divisions::get(tx, &code)?;
        let within = divisions::children(tx, Some(&code))?;
        for division in here.into_iter().chain(within) {
            let one = (division.code.to_string(), division.name);
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    Ok(found)
}

async fn load(desk: &Desk) -> Result<Loaded, Problem> {
    if !ledger::may(desk.who.subject()) {
        return Err(Refusal::not_permitted().into());
    }
    let user = desk.who.user();
    let loaded = desk.read(move |tx, _, ctx, subject| {
        let since = ctx.now() - jiff::SignedDuration::from_hours(24 * 365);
        let mut mine = ledger::recent(tx, user, since)?;
        mine.truncate(10);
        Ok(Loaded { places: places(tx, subject)?, mine })
    });
    Ok(loaded.await?)
}

fn page(desk: &Desk, loaded: &Loaded, form: Form) -> LedgersPage {
    let t = desk.t();
    let name = |ledger: &Ledger| t.message(&ledger.message()).text();
    let place = |code: &DivisionCode| {
        let known = loaded.places.iter().find(|(known, _)| *known == code.as_str());
        known.map_or_else(|| code.to_string(), |(_, name)| name.clone())
    };
    let line = |taken: &TakenOut| {
        let asked = &taken.asked;
        let days = t.say("ledgers-line").with("from", asked.from).with("to", asked.to);
        let what = days.with("place", place(&asked.division)).text();
        (format!("{} · {}", name(&asked.ledger), t.moment(taken.at)), Line::from(what.as_str()))
    };
    LedgersPage {
        t: desk.frame("ledgers-title", Here::Ledgers).failed(form.has_errors()),
        which: Ledger::ALL.iter().fold(form.choice("ledger", "ledgers-which"), |field, ledger| {
            let about = ledger.key().replacen("ledger-", "ledger-about-", 1);
            field.option_with(ledger.name(), &ledger.key(), &about)
        }),
        places: loaded.places.clone(),
        mine: loaded.mine.iter().map(line).collect(),
        form,
    }
}

/// `GET`: this month, her own place.
pub(crate) async fn get(desk: Desk) -> Result<Response, Problem> {
    let loaded = load(&desk).await?;
    let today = desk.visit.state.ctx().today();
    let place = loaded.places.first().map(|(code, _)| code.clone()).unwrap_or_default();
    let form = desk
        .visit
        .form()
        .filled("ledger", Ledger::Register.name())
        .filled("from", today.first_of_month().to_string())
        .filled("to", today.to_string())
        .filled("division", place);
    desk.visit.page(&page(&desk, &loaded, form))
}

fn read(reader: &mut Reader<'_>) -> Option<Asked> {
    let unknown = |field: &str| Refusal::invalid(field, "unknown-choice");
    let ledger = reader.required("ledger", "choose-one", |f, text| Ledger::parse(text).ok_or_else(|| unknown(f)));
    let (from, to) = (reader.day("from"), reader.day("to"));
    let division = reader.required("division", "choose-one", |_, text| {
        DivisionCode::parse(text).map_err(|refusal| refusal.on("division"))
    });
    Some(Asked { ledger: ledger?, from: from?, to: to?, division: division? })
}

/// `POST`: the sheet.
pub(crate) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let asked = read(&mut reader);
    let taken = match reader.finish(asked) {
        Ok(asked) => desk.write(move |tx, _, ctx, subject| ledger::take(tx, ctx, subject, asked.clone())).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match taken {
        Ok(taken) => {
            let (press, locale, name) = (desk.visit.state.press.clone(), desk.t().locale, taken.file_name());
            let file = desk.read(move |tx, _, ctx, subject| ledger::write(tx, ctx, subject, &taken, locale, &*press));
            Ok(attached(file.await?, &name))
        }
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            let loaded = load(&desk).await?;
            let form = desk.visit.form_again(&sent, errors);
            desk.visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&desk, &loaded, form))
        }
    }
}

/// A file to be saved, read piece by piece.
pub(crate) fn attached(file: std::fs::File, name: &str) -> Response {
    let pieces = stream::try_unfold(file, |mut file| async move {
        let piece = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; CHUNK];
            let read = file.read(&mut piece)?;
            piece.truncate(read);
            Ok::<_, std::io::Error>((piece, file))
        });
        let (piece, file) = piece.await.map_err(std::io::Error::other)??;
        Ok::<_, std::io::Error>((!piece.is_empty()).then_some((piece, file)))
    });
    let mut response = Response::new(Body::from_stream(pieces));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(XLSX));
    headers.insert(header::CONTENT_DISPOSITION, crate::view::disposition("attachment", name));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
