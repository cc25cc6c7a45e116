//! `/file`: the one-page form. `GET` shows it, `POST` takes it: every step on the way back shows what was typed.

pub(super) mod alike;
mod caution;
mod form;
pub(super) mod receipt;

use axum::{extract::Query, http::StatusCode, response::Response};
use domain::case::MatterType;
use kernel::{OrgId, Refusal, UserId};
use serde::Deserialize;
use services::{
    Error, attachment,
    petition::{self, Access, By, Door, NewPetition, PetitionForm, Receipt},
};

use self::alike::Alike;
use super::{
    cookies::{self, Filed},
    kept::{self, Kept},
    place,
    scanned::Scanned,
    station,
};
use crate::{
    forms::{FormErrors, Submission},
    problem::Problem,
    state::AppState,
    view::Visit,
};

/// What a link to the form may bring along.
#[derive(Deserialize, Default)]
pub(super) struct From {
    /// The place whose code was scanned.
    #[serde(default)]
    s: String,
}

/// `GET /file`.
pub(super) async fn get(visit: Visit, Scanned(place): Scanned, Query(from): Query<From>) -> Result<Response, Problem> {
    let scanned = if from.s.is_empty() { place.map(|place| place.to_string()).unwrap_or_default() } else { from.s };
    let form = visit.form().filled("division", scanned.as_str()).filled("s", scanned.as_str());
    let ready = form::prepare(&visit.state, &scanned, &scanned).await?;
    visit.page(&form::page(&visit, form, ready, vec![]))
}

/// `POST /file`: one more row, the villages of a county, or the whole matter.
pub(super) async fn post(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    if MatterType::parse(sent.raw("matter_type").trim()) == Some(MatterType::Whistleblow) {
        return told_away(&visit, &sent).await;
    }
    let (files, refused) = kept::gather(&visit, &sent, (0, 0)).await?;
    if !sent.raw("do").is_empty() && !sent.is_refused() {
        return again(&visit, &sent, FormErrors::from(refused), &files, StatusCode::OK).await;
    }
    match read(&visit, &sent, &files, refused) {
        Ok((new, key)) => {
            let (station, agent) = help(&visit.state, &sent, &new).await?.unzip();
            let new = NewPetition { station, agent: agent.flatten(), ..new };
            match register(&visit.state, new, key, files.clone()).await {
                Ok((receipt, access)) => done(&visit, &receipt, access.as_ref()),
                Err(error) => refuse(&visit, &sent, FormErrors::try_from(error)?, &files).await,
            }
        }
        Err(errors) => refuse(&visit, &sent, errors, &files).await,
    }
}

/// A report of wrongdoing stops here: nothing is stored, and the way it should go stands on top.
async fn told_away(visit: &Visit, sent: &Submission) -> Result<Response, Problem> {
    let refusal = Refusal::rule("whistleblow-not-here", "R-022", "A30_3");
    refuse(visit, sent, refusal.into(), &[]).await
}

async fn refuse(visit: &Visit, sent: &Submission, errors: FormErrors, files: &[Kept]) -> Result<Response, Problem> {
    again(visit, sent, errors, files, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The form as it was sent, files included.
async fn again(
    visit: &Visit,
    sent: &Submission,
    errors: FormErrors,
    files: &[Kept],
    status: StatusCode,
) -> Result<Response, Problem> {
    let form = visit.form_again(sent, errors);
    let key = form.key();
    let lines = files.iter().map(|file| file.line(&visit.state, key)).collect::<Result<Vec<_>, _>>()?;
    let ready = form::prepare(&visit.state, sent.raw("s"), &place::chosen(sent)).await?;
    let asked = sent.raw("do") == "alike";
    let mut page = form::page(visit, form, ready, lines);
    page.alike = Alike::of(visit, &alike::words(sent), asked).await?;
    page.more_rows(sent);
    visit.page_as(status, &page)
}

/// The form as a petition, with its key; everything that is wrong at once.
fn read(
    visit: &Visit,
    sent: &Submission,
    files: &[Kept],
    refused: Vec<Refusal>,
) -> Result<(NewPetition, String), FormErrors> {
    let mut reader = sent.reader();
    let key = reader.key();
    let mut claims = reader.list("claims", |_, text| Ok(text.to_owned()));
    let mut facts = sent.raw("facts").to_owned();
    // A recording alone is enough; what it says is written down later, by a person, and read back to her.
    if files.iter().any(Kept::is_sound) {
        let chinese = |key: &str| kernel::Message::new(key).say(kernel::Locale::Zh);
        if facts.trim().is_empty() {
            facts = chinese("voice-facts");
        }
        if claims.iter().all(|claim| claim.trim().is_empty()) {
            claims = vec![chinese("voice-claim")];
        }
    }
    let texts = PetitionForm {
        facts,
        claims,
        name: sent.raw("name").to_owned(),
        phone: sent.raw("phone").to_owned(),
        address: sent.raw("address").to_owned(),
        division: place::chosen(sent),
        grid: sent.raw("grid").to_owned(),
        language: visit.t.lang().to_owned(),
        truth: reader.ticked("truth"),
        ..PetitionForm::default()
    };
    let new = match texts.parse(Door::Public, visit.state.clock.now()) {
        Ok(new) => Some(new),
        Err(error) => {
            error.refusals().unwrap_or_default().iter().cloned().map(on_its_field).for_each(|r| reader.refuse(r));
            None
        }
    };
    for refusal in refused {
        reader.refuse(refusal);
    }
    reader.finish(new.zip(key.map(|key| key.to_string())))
}

/// The form's names for what the parser calls otherwise, and a sentence for what was simply left empty.
fn on_its_field(refusal: Refusal) -> Refusal {
    match (refusal.field.as_str(), refusal.code.as_str()) {
        ("facts", "text-empty") => Refusal::invalid("facts", "facts-empty"),
        ("claims", "list-empty") => Refusal::invalid("claims", "claims-empty"),
        ("division", "division-code") => Refusal::invalid("division", "place-empty"),
        (field, _) => match field.strip_prefix("claims.").and_then(|n| n.parse::<usize>().ok()) {
            Some(index) => refusal.on(format!("claims-{}", index + 1)),
            None => refusal,
        },
    }
}

/// Whom she asked to call her, and who sits there: the station she scanned, or the nearest to where it happened.
async fn help(
    state: &AppState,
    sent: &Submission,
    new: &NewPetition,
) -> Result<Option<(OrgId, Option<UserId>)>, Problem> {
    if sent.raw("help") != "yes" {
        return Ok(None);
    }
    let station = match station::find(state, sent.raw("s")).await? {
        Some(station) => Some(station),
        None => station::nearest(state, &new.division, new.grid).await?,
    };
    Ok(station.map(|station| (station.id(), station.agent)))
}

/// Number, person, claims and files in one transaction; the second time, the first receipt.
async fn register(
    state: &AppState,
    new: NewPetition,
    key: String,
    files: Vec<Kept>,
) -> Result<(Receipt, Option<Access>), Error> {
    state
        .write(move |tx, kit, ctx| {
            let receipt = petition::register(tx, kit, ctx, &By::Petitioner, &new, Some(&key))?;
            if !receipt.again {
                for file in &files {
                    let region = new.division.region();
                    attachment::record(tx, &region, receipt.id, &file.staged(), "PETITIONER", ctx.now())?;
                }
            }
            let access = petition::look_up(tx, kit, ctx, &receipt.number, &receipt.code)?.ok();
            Ok((receipt, access))
        })
        .await
}

fn done(visit: &Visit, receipt: &Receipt, access: Option<&Access>) -> Result<Response, Problem> {
    let mut response = cookies::see(&format!("/file/{}/receipt", receipt.number));
    if let Some(access) = access {
        let filed = Filed::new(receipt.number.clone(), &receipt.code, receipt.again, visit.state.clock.now());
        cookies::remember(visit, &mut response, access);
        cookies::remember_receipt(visit, &mut response, access, &filed)?;
    }
    Ok(response)
}
