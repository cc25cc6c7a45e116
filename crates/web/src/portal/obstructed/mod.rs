//! `/obstructed`: registration refused, hindered, pressed, retaliated against. One page; it goes to the level above the unit
//! that is named, never to the unit.
//!
//! Nothing of it is kept on the device: the telephone may be a shared one.

mod form;
mod receipt;
mod report;

use axum::{Router, http::StatusCode, response::Response, routing::get};
use kernel::{CaseId, Ctx, Fault, Refusal};
use services::{
    Error, attachment,
    obstruction::{self, By, NewReport, Receipt, ReportForm},
    petition::{self, Access},
};
use store::Tx;

use super::{
    cookies::{self, Filed},
    kept::{self, Kept, KeptLine},
    place,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    state::AppState,
    view::Visit,
};

pub(super) use report::{files, resume, track};

/// The routes that take what is written.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/obstructed", get(show).post(take))
        .route("/obstructed/{number}/receipt", get(receipt::get))
        .route("/obstructed/{number}/add", axum::routing::post(report::add))
}

/// `GET /obstructed`.
async fn show(visit: Visit) -> Result<Response, Problem> {
    let ready = form::prepare(&visit.state, "").await?;
    visit.page(&form::page(&visit, visit.form(), ready, &[], vec![]))
}

/// `POST /obstructed`: the units of another county, or the whole report.
async fn take(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    let (files, refused) = kept::gather(&visit, &sent, (0, 0)).await?;
    if !sent.raw("do").is_empty() && !sent.is_refused() {
        return again(&visit, &sent, refused.into(), &files, StatusCode::OK).await;
    }
    let report = match read(&visit, &sent, refused) {
        Ok((new, key)) => file(&visit.state, new, key, files.clone()).await.map_err(FormErrors::try_from),
        Err(errors) => Err(Ok(errors)),
    };
    match report {
        Ok((receipt, access)) => done(&visit, &receipt, access.as_ref()),
        Err(errors) => again(&visit, &sent, errors?, &files, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// The form as it was sent, files included.
async fn again(
    visit: &Visit,
    sent: &Submission,
    errors: FormErrors,
    files: &[Kept],
    status: StatusCode,
) -> Result<Response, Problem> {
    let ready = form::prepare(&visit.state, &place::chosen(sent)).await?;
    let wrongs: Vec<String> =
        sent.pairs().filter(|(name, _)| *name == "wrongs").map(|(_, value)| value.to_owned()).collect();
    let form = visit.form_again(sent, errors);
    let lines = lines(visit, &form, files)?;
    visit.page_as(status, &form::page(visit, form, ready, &wrongs, lines))
}

/// The files as the form remembers them.
fn lines(visit: &Visit, form: &Form, files: &[Kept]) -> Result<Vec<KeptLine>, Problem> {
    Ok(files.iter().map(|file| file.line(&visit.state, form.key())).collect::<Result<_, _>>()?)
}

/// The form as a report, with its key; everything that is wrong at once.
fn read(visit: &Visit, sent: &Submission, refused: Vec<Refusal>) -> Result<(NewReport, String), FormErrors> {
    let mut reader = sent.reader();
    let key = reader.key();
    let text = |name: &str| sent.raw(name).to_owned();
    let texts = ReportForm {
        wrongs: reader.list("wrongs", |_, text| Ok(text.to_owned())),
        facts: text("facts"),
        division: place::chosen(sent),
        unit: text("unit"),
        words: text("words"),
        matter: text("matter"),
        reach: text("reach"),
        name: text("name"),
        phone: text("phone"),
        language: visit.t.lang().to_owned(),
    };
    let new = match texts.parse() {
        Ok(new) => Some(new),
        Err(error) => {
            for refusal in error.refusals().unwrap_or_default() {
                reader.refuse(refusal.clone());
            }
            None
        }
    };
    for refusal in refused {
        reader.refuse(refusal);
    }
    reader.finish(new.zip(key.map(|key| key.to_string())))
}

/// The report with its files, and the proof that opens it in this browser.
async fn file(
    state: &AppState,
    new: NewReport,
    key: String,
    files: Vec<Kept>,
) -> Result<(Receipt, Option<Access>), Error> {
    state
        .write(move |tx, kit, ctx| {
            let taken = obstruction::file(tx, kit, ctx, &By::Anyone, &new, Some(&key));
            let receipt = taken.map_err(at_its_field)?;
            if !receipt.again {
                record(tx, &receipt.number.as_str()[..4], receipt.id, &files, ctx)?;
            }
            let access = match &receipt.code {
                Some(code) => petition::look_up(tx, kit, ctx, &receipt.number, code)?.ok(),
                None => None,
            };
            Ok((receipt, access))
        })
        .await
}

/// The rows of her files, with the report they belong to.
fn record(tx: &mut Tx, region: &str, report: CaseId, files: &[Kept], ctx: &Ctx) -> Result<(), Fault> {
    for file in files {
        attachment::record(tx, region, report, &file.staged(), "PETITIONER", ctx.now())?;
    }
    Ok(())
}

/// That nothing stands above the unit is said at the unit.
fn at_its_field(error: Error) -> Error {
    match error {
        Error::Refused(refusal) if refusal.field == "named" => Refusal::on(refusal, "unit").into(),
        other => other,
    }
}

fn done(visit: &Visit, receipt: &Receipt, access: Option<&Access>) -> Result<Response, Problem> {
    let mut response = cookies::see(&format!("/obstructed/{}/receipt", receipt.number));
    if let (Some(access), Some(code)) = (access, &receipt.code) {
        let filed = Filed::new(receipt.number.clone(), code, receipt.again, visit.state.clock.now());
        cookies::remember(visit, &mut response, access);
        cookies::remember_receipt(visit, &mut response, access, &filed)?;
    }
    Ok(response)
}
