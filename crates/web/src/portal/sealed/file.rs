//! `/sealed/file`: takes a report. Read, looked into, sealed, and only then given to a job.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use domain::whistleblow::{Identity, Level};
use kernel::{CaseId, DivisionCode, Fault, Locale, OrgLevel, Redacted, Refusal, beijing_date};
use services::{
    Error,
    attachment::{self, Accepted},
    sealed::{self, Door, Receipt, Words},
};

use super::{form, page};
use crate::{
    forms::{FormErrors, Submission, UploadedFile},
    portal::{kept, place},
    problem::Problem,
    state::AppState,
    ui::ReceiptBlock,
    view::{Frame, Visit},
};

/// The longest text.
const LONGEST: usize = 20_000;

/// `GET /sealed/file`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    let ready = form::prepare(&visit.state, "").await?;
    page(&visit, StatusCode::OK, &form::page(&visit, visit.form(), ready, &[], false))
}

/// `POST /sealed/file`: the units of another county, or the whole report.
pub(super) async fn post(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    if !sent.raw("do").is_empty() && !sent.is_refused() {
        return again(&visit, &sent, FormErrors::from(vec![]), StatusCode::OK).await;
    }
    let filed = match read(&visit, &sent) {
        Ok(told) => file(&visit, told).await.map_err(FormErrors::try_from),
        Err(errors) => Err(Ok(errors)),
    };
    match filed {
        Ok(receipt) => page(&visit, StatusCode::OK, &receipt_page(&visit, &receipt)),
        Err(errors) => again(&visit, &sent, errors?, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// The form as it was sent. Files are chosen again: nothing of this form is ever put aside.
async fn again(visit: &Visit, sent: &Submission, errors: FormErrors, status: StatusCode) -> Result<Response, Problem> {
    let ready = form::prepare(&visit.state, &place::chosen(sent)).await?;
    let outside = errors.refusals().iter().any(|refusal| refusal.code == OUTSIDE);
    let chosen = form::not_to(sent);
    page(visit, status, &form::page(visit, visit.form_again(sent, errors), ready, &chosen, outside))
}

/// The code of the refusal when nobody here can keep it.
const OUTSIDE: &str = "sealed-nobody-here";

/// A report as it was typed, in memory.
struct Told {
    words: Words,
    identity: Identity,
    place: DivisionCode,
    above: bool,
    not_to: Vec<kernel::OrgId>,
    files: Vec<UploadedFile>,
    key: String,
    language: Locale,
}

/// The form as a report; everything that is wrong at once.
fn read(visit: &Visit, sent: &Submission) -> Result<Told, FormErrors> {
    let mut reader = sent.reader();
    let key = reader.key();
    let text = reader.required("text", "sealed-text-empty", short);
    let whom = reader.optional("whom", short).unwrap_or_default();
    let place = DivisionCode::parse(&place::chosen(sent)).map_err(|_| Refusal::invalid("division", "place-empty"));
    let place = place.map_err(|refusal| reader.refuse(refusal)).ok();
    let named = sent.raw("identity") == Identity::Named.name();
    let (name, reach) = if named {
        (reader.required("name", "sealed-name-empty", short), reader.optional("reach", short).unwrap_or_default())
    } else {
        (Some(String::new()), String::new())
    };
    let files = reader.files("files");
    let told = text.zip(place).zip(name.zip(key)).map(|((text, place), (name, key))| Told {
        words: Words {
            text: Redacted::new(text),
            whom: Redacted::new(whom),
            name: Redacted::new(name),
            reach: Redacted::new(reach),
        },
        identity: if named { Identity::Named } else { Identity::Anonymous },
        place,
        above: sent.raw("level") == Level::Above.name(),
        not_to: form::not_to(sent),
        files,
        key: key.to_string(),
        language: Locale::of_tag(visit.t.lang()).unwrap_or_default(),
    });
    reader.finish(told)
}

fn short(field: &str, text: &str) -> Result<String, Refusal> {
    if text.chars().count() > LONGEST {
        return Err(Refusal::invalid(field, "sealed-text-long").with("max", LONGEST));
    }
    Ok(text.trim().to_owned())
}

/// Looks into the files, finds who keeps it, seals, files.
async fn file(visit: &Visit, told: Told) -> Result<Receipt, Error> {
    let state = &visit.state;
    let Told { words, identity, place, above, not_to, files, key, language } = told;
    let files = accepted(state, files).await?;
    // What the level above manages is its own from the first moment: it goes straight to its desk.
    let from = if above { place.at(OrgLevel::County).parent() } else { Some(place) };
    let (asked, around) = (not_to.clone(), from);
    let desk = state.read(move |tx, _, ctx| match &around {
        Some(place) => Ok(sealed::desk_for(tx, ctx, place, &asked)?),
        None => Ok(None),
    });
    let desk = desk.await?.ok_or_else(|| Refusal::rule(OUTSIDE, "R-035", "A22_2"))?;
    let ctx = state.ctx();
    let case: CaseId = ctx.new_id();
    let sealing = desk.key.clone();
    let work = tokio::task::spawn_blocking(move || sealed::close(&sealing, &ctx, (case, 0), &words, &files));
    let parts = work.await.map_err(|_| Fault::Io("a report could not be sealed".into()))??;
    let door = Door { case, identity, level: Level::Own, not_to, language };
    state.write(move |tx, kit, ctx| sealed::receive(tx, kit, ctx, &desk, &door, (&parts, &key))).await
}

/// The files without their metadata, each refused one by its field. In memory only.
pub(super) async fn accepted(state: &AppState, files: Vec<UploadedFile>) -> Result<Vec<Accepted>, Error> {
    let limits = kept::limits(state.config.limits);
    let work = tokio::task::spawn_blocking(move || {
        let (mut accepted, mut refused): (Vec<Accepted>, Vec<Refusal>) = (vec![], vec![]);
        for file in &files {
            match attachment::accept(&file.name, &file.bytes, &limits) {
                Ok(file) => accepted.push(file),
                Err(refusal) => refused.push(refusal.on("files")),
            }
        }
        if refused.is_empty() { Ok(accepted) } else { Err(Error::Invalid(refused)) }
    });
    work.await.map_err(|_| Fault::Io("files of a report could not be read".into()))?
}

#[derive(Template)]
#[template(path = "portal/sealed-receipt.html")]
struct ReceiptPage {
    t: Frame,
    receipt: ReceiptBlock,
}

fn receipt_page(visit: &Visit, receipt: &Receipt) -> ReceiptPage {
    let t = visit.t;
    let number = receipt.number.to_string();
    let sentence = t
        .say("sealed-receipt-sentence")
        .with("day", t.full_date(beijing_date(receipt.received_at)))
        .with("time", t.time(receipt.received_at));
    ReceiptPage {
        t: visit.frame("sealed-receipt-title"),
        receipt: ReceiptBlock {
            t,
            sentence: sentence.into(),
            code: receipt.code.reveal().to_owned(),
            qr: ReceiptBlock::qr(&number),
            number,
        },
    }
}
