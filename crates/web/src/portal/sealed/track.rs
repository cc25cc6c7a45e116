//! `/sealed/track`: number and code show steps and dates, in this one response. Nothing stays in the browser.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use kernel::{CaseNumber, Fault, QueryCode, Redacted, Refusal, RefusalKind};
use services::{
    Error,
    petition::{self, Access},
    sealed::{self, Steps, Words},
};

use super::{file::accepted, page};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Button, Icon},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/sealed-track.html")]
struct TrackPage {
    t: Frame,
    form: Form,
    show: Button,
    /// What number and code opened.
    opened: Option<Opened>,
}

struct Opened {
    number: String,
    code: String,
    stage: String,
    steps: Vec<(String, String)>,
    add: Option<Button>,
    added: bool,
}

/// `GET /sealed/track`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    page(&visit, StatusCode::OK, &ask(&visit, visit.form()))
}

fn ask(visit: &Visit, form: Form) -> TrackPage {
    TrackPage {
        t: visit.frame("sealed-track-title").failed(form.has_errors()),
        form,
        show: Button::primary(visit.t.say("sealed-track-show")).icon(Icon::outline("search")),
        opened: None,
    }
}

/// `POST /sealed/track`.
pub(super) async fn post(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    match open(&visit, &sent).await? {
        Ok((access, pair)) => show(&visit, &access, pair, visit.form(), false).await,
        Err(errors) => refused(&visit, &sent, errors),
    }
}

type Pair = (CaseNumber, QueryCode);

/// Proves number and code. A number of anything else is a wrong number here.
async fn open(visit: &Visit, sent: &Submission) -> Result<Result<(Access, Pair), FormErrors>, Problem> {
    let mut reader = sent.reader();
    let number = reader.required("number", "number-empty", |_, text| CaseNumber::parse(text));
    let code = reader.required("code", "code-empty", |_, text| QueryCode::parse(text));
    let pair = match reader.finish(number.zip(code)) {
        Ok(pair) => pair,
        Err(errors) => return Ok(Err(errors)),
    };
    let (number, code) = pair.clone();
    let found = visit.state.write(move |tx, kit, ctx| {
        Ok(match petition::look_up(tx, kit, ctx, &number, &code)? {
            Ok(access) if !sealed::holds(tx, &access)? => Err(Refusal::rule("look-up", "R-100", "A21_2")),
            other => other,
        })
    });
    Ok(found.await?.map(|access| (access, pair)).map_err(FormErrors::from))
}

fn refused(visit: &Visit, sent: &Submission, errors: FormErrors) -> Result<Response, Problem> {
    let waits = errors.refusals().iter().any(|refusal| refusal.kind == RefusalKind::Wait);
    let status = if waits { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(visit, status, &ask(visit, visit.form_again(sent, errors)))
}

async fn show(
    visit: &Visit,
    access: &Access,
    (number, code): Pair,
    form: Form,
    added: bool,
) -> Result<Response, Problem> {
    let (t, access) = (visit.t, access.clone());
    let steps: Steps = visit.state.read(move |tx, _, _| sealed::track(tx, &access)).await?;
    let add = Button::second(t.say("sealed-track-add")).icon(Icon::outline("lock"));
    let opened = Opened {
        number: number.to_string(),
        code: code.reveal().to_owned(),
        stage: t.say(&format!("sealed-track-{}", steps.stage.key())).text(),
        steps: steps.steps.iter().map(|(at, said)| (t.moment(*at), t.message(said).text())).collect(),
        add: steps.open.then_some(add),
        added,
    };
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let ready = TrackPage { opened: Some(opened), ..ask(visit, form) };
    page(visit, status, &ready)
}

/// `POST /sealed/track/add`: what she adds, sealed like the rest.
pub(super) async fn add(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    let (access, pair) = match open(&visit, &sent).await? {
        Ok(opened) => opened,
        Err(errors) => return refused(&visit, &sent, errors),
    };
    let text = sent.raw("text").trim().to_owned();
    let files = sent.reader().files("files");
    if text.is_empty() && files.is_empty() {
        let errors = FormErrors::from(Refusal::invalid("text", "sealed-text-empty"));
        return show(&visit, &access, pair, visit.form_again(&sent, errors), false).await;
    }
    match seal(&visit, &access, text, files).await {
        Ok(()) => show(&visit, &access, pair, visit.form(), true).await,
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            show(&visit, &access, pair, visit.form_again(&sent, errors), false).await
        }
    }
}

async fn seal(
    visit: &Visit,
    access: &Access,
    text: String,
    files: Vec<crate::forms::UploadedFile>,
) -> Result<(), Error> {
    let state = &visit.state;
    let files = accepted(state, files).await?;
    let asked = access.clone();
    let (key, case, from) = state.read(move |tx, _, _| sealed::prepare(tx, &asked)).await?;
    let words = Words { text: Redacted::new(text), ..Words::default() };
    let ctx = state.ctx();
    let work = tokio::task::spawn_blocking(move || sealed::close(&key, &ctx, (case, from), &words, &files));
    let parts = work.await.map_err(|_| Fault::Io("an addition could not be sealed".into()))??;
    let access = access.clone();
    state.write(move |tx, kit, ctx| sealed::add(tx, kit, ctx, &access, &parts)).await
}
