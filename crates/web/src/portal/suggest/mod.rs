//! `/suggest`: 提一条建议. One page, like the form of a petition but shorter: how things are, what she proposes, who she is, and
//! whether it may be published without her name.

mod call;
mod receipt;
mod track;

use askama::Template;
use axum::{
    Router,
    extract::Query,
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use kernel::Refusal;
use serde::Deserialize;
use services::{
    Error, attachment,
    petition::{self, Access, By, Door, PetitionForm, Receipt},
    suggestion::{self, Filed},
};

use super::{
    cookies,
    kept::{self, Kept, KeptLine, OFFERED},
    place::{self, PlaceField, Places},
};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    state::AppState,
    ui::{Button, Icon, Notice, NoticeKind},
    view::{Frame, Visit},
};

pub(super) use track::{files, papers, track};

/// Rows for points that stand ready without script.
const ROWS: usize = 3;

/// The routes that take what is written.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/suggest", get(show).post(take))
        .route("/calls", get(call::list))
        .route("/calls/{id}", get(call::get))
        .route("/suggest/{number}/receipt", get(receipt::get))
        .route("/t/{number}/suggestion/{what}", post(track::take))
}

#[derive(Template)]
#[template(path = "portal/suggest.html")]
struct SuggestPage {
    t: Frame,
    form: Form,
    seen: Notice,
    place: PlaceField,
    kept: Vec<KeptLine>,
    rows: usize,
    /// What is asked, when it answers a call.
    asked: Option<String>,
    call: String,
    publish: String,
    submit: Button,
}

impl SuggestPage {
    fn spare(&self) -> usize {
        self.rows
    }

    fn offered() -> &'static str {
        OFFERED
    }
}

/// What a link to the form may bring along.
#[derive(Deserialize, Default)]
struct From {
    /// A place: a division code.
    #[serde(default)]
    s: String,
    /// The call that is answered.
    #[serde(default)]
    call: String,
}

async fn places(state: &AppState, at: &str) -> Result<Places, Problem> {
    let (home, at) = (state.config.home.clone(), at.to_owned());
    Ok(state.read(move |tx, _, _| Ok(place::load(tx, home.as_ref(), &at)?)).await?)
}

/// What the call asks under which it comes; nothing without one.
async fn asked(state: &AppState, call: &str) -> Result<Option<String>, Problem> {
    let Ok(id) = call.trim().parse::<uuid::Uuid>() else { return Ok(None) };
    let known = state.read(move |tx, _, _| Ok(suggestion::call::get(tx, id)?)).await?;
    Ok(known.map(|row| row.call.question.to_string()))
}

fn page(
    visit: &Visit,
    form: Form,
    places: Places,
    at: &str,
    (kept, asked): (Vec<KeptLine>, Option<String>),
) -> SuggestPage {
    let t = visit.t;
    let county = kernel::DivisionCode::parse(at).map(|at| at.at(kernel::OrgLevel::County).to_string());
    SuggestPage {
        t: visit.frame("suggest-title").failed(form.has_errors()),
        seen: Notice::new(NoticeKind::Info, t.say("suggest-seen")).icon(Icon::outline("shield-check")),
        place: PlaceField {
            t,
            places,
            county: county.unwrap_or_default(),
            division: at.to_owned(),
            error: form.error("division").to_owned(),
        },
        kept,
        rows: ROWS,
        asked,
        call: form.value("call").to_owned(),
        publish: form.value("publish").to_owned(),
        submit: Button::primary(t.say("suggest-submit")),
        form,
    }
}

/// `GET /suggest`.
async fn show(visit: Visit, Query(from): Query<From>) -> Result<Response, Problem> {
    let form = visit.form().filled("division", from.s.as_str()).filled("call", from.call.as_str());
    let places = places(&visit.state, &from.s).await?;
    let asked = asked(&visit.state, &from.call).await?;
    visit.page(&page(&visit, form, places, &from.s, (vec![], asked)))
}

/// `POST /suggest`: one more row, the villages of a county, or the whole suggestion.
async fn take(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    let (files, refused) = kept::gather(&visit, &sent, (0, 0)).await?;
    if !sent.raw("do").is_empty() && !sent.is_refused() {
        return again(&visit, &sent, FormErrors::from(refused), &files, StatusCode::OK).await;
    }
    let outcome = match read(&visit, &sent, refused) {
        Ok((new, key)) => file(&visit.state, new, key, files.clone()).await.map_err(FormErrors::try_from),
        Err(errors) => Err(Ok(errors)),
    };
    match outcome {
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
    let form = visit.form_again(sent, errors);
    let key = form.key();
    let lines = files.iter().map(|file| file.line(&visit.state, key)).collect::<Result<Vec<_>, _>>()?;
    let at = place::chosen(sent);
    let asked = asked(&visit.state, sent.raw("call")).await?;
    let mut page = page(visit, form, places(&visit.state, &at).await?, &at, (lines, asked));
    let before = sent.raw("rows").parse().unwrap_or(ROWS).clamp(ROWS, 50);
    page.rows = before + usize::from(sent.raw("do") == "row");
    visit.page_as(status, &page)
}

/// The form as a suggestion, with its key; everything that is wrong at once.
fn read(visit: &Visit, sent: &Submission, refused: Vec<Refusal>) -> Result<(Filed, String), FormErrors> {
    let mut reader = sent.reader();
    let key = reader.key();
    let publish = reader.required("publish", "choose-one", |field, text| match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Refusal::invalid(field, "unknown-choice")),
    });
    let texts = PetitionForm {
        title: sent.raw("title").to_owned(),
        facts: sent.raw("facts").to_owned(),
        claims: reader.list("claims", |_, text| Ok(text.to_owned())),
        name: sent.raw("name").to_owned(),
        phone: sent.raw("phone").to_owned(),
        address: sent.raw("address").to_owned(),
        division: place::chosen(sent),
        language: visit.t.lang().to_owned(),
        // She proposes: there is nothing to swear to.
        truth: true,
        ..PetitionForm::default()
    };
    let form = match texts.parse(Door::Public, visit.state.clock.now()) {
        Ok(form) => Some(form),
        Err(error) => {
            error.refusals().unwrap_or_default().iter().cloned().map(on_its_field).for_each(|r| reader.refuse(r));
            None
        }
    };
    for refusal in refused {
        reader.refuse(refusal);
    }
    let call = sent.raw("call").trim().parse().ok();
    let new = form.zip(publish).map(|(form, publish)| Filed { form, publish, category: None, call });
    reader.finish(new.zip(key.map(|key| key.to_string())))
}

/// The form's names for what the parser calls otherwise, and a sentence for what was simply left empty.
fn on_its_field(refusal: Refusal) -> Refusal {
    match (refusal.field.as_str(), refusal.code.as_str()) {
        ("facts", "text-empty") => Refusal::invalid("facts", "suggest-facts-empty"),
        ("claims", "list-empty") => Refusal::invalid("claims", "suggest-points-empty"),
        ("division", "division-code") => Refusal::invalid("division", "place-empty"),
        (field, _) => match field.strip_prefix("claims.").and_then(|n| n.parse::<usize>().ok()) {
            Some(index) => refusal.on(format!("claims-{}", index + 1)),
            None => refusal,
        },
    }
}

/// Number, person, points and files in one transaction; the second time, the first receipt.
async fn file(state: &AppState, new: Filed, key: String, files: Vec<Kept>) -> Result<(Receipt, Option<Access>), Error> {
    state
        .write(move |tx, kit, ctx| {
            let receipt = suggestion::file(tx, kit, ctx, &By::Petitioner, &new, Some(&key))?;
            if !receipt.again {
                for file in &files {
                    let region = new.form.division.region();
                    attachment::record(tx, &region, receipt.id, &file.staged(), "PETITIONER", ctx.now())?;
                }
            }
            let access = petition::look_up(tx, kit, ctx, &receipt.number, &receipt.code)?.ok();
            Ok((receipt, access))
        })
        .await
}

fn done(visit: &Visit, receipt: &Receipt, access: Option<&Access>) -> Result<Response, Problem> {
    let mut response = cookies::see(&format!("/suggest/{}/receipt", receipt.number));
    if let Some(access) = access {
        let now = visit.state.clock.now();
        let filed = cookies::Filed::new(receipt.number.clone(), &receipt.code, receipt.again, now);
        cookies::remember(visit, &mut response, access);
        cookies::remember_receipt(visit, &mut response, access, &filed)?;
    }
    Ok(response)
}
