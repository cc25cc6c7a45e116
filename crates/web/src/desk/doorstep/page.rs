//! The page: a plain form and list for whoever is signed in, and the same page empty, as the shell that a device keeps.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    access::{self, Subject, actions::RegisterOnBehalf},
    people::Role,
};
use jiff::Timestamp;
use kernel::Refusal;
use services::{Error, attachment, network};
use uuid::Uuid;

use super::{
    form::{self, Filled},
    row::{self, RowBody},
    taken, words, worker,
};
use crate::{
    desk::{Desk, Here, register},
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    portal::kept::{self, Kept, KeptLine},
    problem::Problem,
    state::AppState,
    ui::{Notice, NoticeKind, RefusalBox},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "desk/doorstep.html")]
struct DoorstepPage {
    t: Frame,
    form: Form,
    /// Whether somebody is signed in behind this page; otherwise it is the shell.
    live: bool,
    /// Whether a mandate can be given to her.
    agent: bool,
    places: Vec<(String, String)>,
    grids: Vec<(String, String)>,
    rows: Vec<RowBody>,
    /// Who helps where she works, when it is not herself.
    helper: String,
    time: String,
    files: Vec<KeptLine>,
    refusal: Option<RefusalBox>,
    sealed: Notice,
    words: Vec<(&'static str, String)>,
}

/// What the database says about the page.
#[derive(Default)]
struct Ready {
    places: Vec<(String, String)>,
    grids: Vec<(String, String)>,
    rows: Vec<RowBody>,
    helper: String,
}

async fn ready(desk: &Desk) -> Result<Ready, Problem> {
    let home = register::home(desk).ok_or_else(Refusal::not_permitted)?;
    let (t, own, tab, now) = (desk.t(), desk.who.me.staff.org, row::tab(desk), desk.visit.state.clock.now());
    let (is_agent, me) = (desk.who.has(Role::Agent), desk.who.user());
    let read = desk.read(move |tx, _, ctx, subject| {
        let helper = if is_agent { None } else { network::helper_for(tx, ctx, &home, None)? };
        let helper = helper.and_then(|helper| Some((helper.station.name.to_string(), helper.now()?.clone())));
        let helper = helper.filter(|(_, agent)| agent.id != me).map(|(station, agent)| {
            let said = t.say("doorstep-helper").with("name", agent.name.reveal()).with("station", station);
            said.with("phone", agent.phone.unwrap_or_else(|| "none".into())).text()
        });
        Ok(Ready {
            places: register::places(tx, &home)?,
            grids: register::grids(tx, &home)?.into_iter().map(|grid| (grid.id, grid.name)).collect(),
            rows: row::list(tx, subject, (t, own), tab, now)?,
            helper: helper.unwrap_or_default(),
        })
    });
    Ok(read.await?)
}

fn page(t: Frame, form: Form, ready: Ready, now: Option<Timestamp>) -> DoorstepPage {
    let say = t.say_in();
    DoorstepPage {
        sealed: Notice::new(NoticeKind::Sealed, say.say("doorstep-sealed"))
            .link(say.say("sealed-card-link"), "/sealed/card"),
        words: words::all(say),
        time: now.map(|now| say.time(now)).unwrap_or_default(),
        live: now.is_some(),
        agent: now.is_none(),
        places: ready.places,
        grids: ready.grids,
        rows: ready.rows,
        helper: ready.helper,
        files: vec![],
        refusal: None,
        t,
        form,
    }
}

fn live(desk: &Desk, form: Form, ready: Ready) -> DoorstepPage {
    let frame = desk.frame("doorstep-title", Here::Register).failed(form.has_errors());
    let mut page = page(frame, form, ready, Some(desk.visit.state.clock.now()));
    page.agent = desk.who.has(Role::Agent);
    page
}

/// `GET /desk/doorstep`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let ready = ready(&desk).await?;
    let first = ready.places.first().map(|(code, _)| code.clone()).unwrap_or_default();
    let form = desk.visit.form().filled("division", first).filled("kind", domain::case::CaseKind::Petition.name());
    desk.visit.page(&live(&desk, form, ready))
}

/// `GET /desk/doorstep/shell`: the page as the device keeps it, marked with the version it belongs to.
pub(super) async fn shell(State(state): State<AppState>, visit: Visit) -> Result<Response, Problem> {
    let frame = visit.frame("doorstep-title");
    let form = blank(visit.t, state.config.limits);
    let html = page(frame, form, Ready::default(), None).render();
    let html = html.map_err(|error| kernel::Fault::Io(format!("template: {error}")))?;
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (worker::VERSION, worker::version(&state)),
    ];
    Ok((headers, html).into_response())
}

/// The empty form of a device: a petition until somebody says that it is an order.
fn blank(t: Say, limits: crate::state::Limits) -> Form {
    Form::blank(t, String::new(), Uuid::nil(), limits).filled("kind", domain::case::CaseKind::Petition.name())
}

/// The shell in one language with nothing of the visitor's in it, to tell one version from another.
pub(super) fn empty_shell(state: &AppState, t: Say) -> String {
    let frame = Frame {
        say: t,
        title: String::new(),
        failed: false,
        large: false,
        mongolian: false,
        here: String::new(),
        place: state.config.place.clone(),
        desk: None,
        draft_done: String::new(),
    };
    let form = blank(t, state.config.limits);
    page(frame, form, Ready::default(), None).render().unwrap_or_default()
}

/// `POST /desk/doorstep`: the form without script, with its files.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let (files, refused) = kept::gather(&desk.visit, &sent, (0, 0)).await?;
    let filled = match form::read(&desk, &sent, refused) {
        Ok(read) => read,
        Err(errors) => return again(&desk, &sent, errors, &files).await,
    };
    match register(&desk, filled, files.clone()).await {
        Ok(registered) => register::give(&desk, &registered),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(error) => again(&desk, &sent, FormErrors::try_from(error)?, &files).await,
    }
}

async fn register(desk: &Desk, filled: Filled, files: Vec<Kept>) -> Result<register::Registered, Error> {
    desk.write(move |tx, kit, ctx, subject: &Subject| {
        let permit = access::permit::<RegisterOnBehalf>(subject, &filled.new.division)?;
        let taken = taken::take_down(tx, kit, ctx, (subject, &permit), &filled)?;
        for file in files.iter().filter(|_| !taken.again) {
            attachment::record(tx, &filled.new.division.region(), taken.id, &file.staged(), "STAFF", ctx.now())?;
        }
        taken::with_mandate(tx, kit, ctx, subject, taken, &filled)
    })
    .await
}

/// The form as it was sent, files included; what concerns no field stands in a box.
async fn again(desk: &Desk, sent: &Submission, errors: FormErrors, files: &[Kept]) -> Result<Response, Problem> {
    let (general, fields): (Vec<_>, Vec<_>) = errors.refusals().iter().cloned().partition(|r| r.field.is_empty());
    let form = desk.visit.form_again(sent, fields.into());
    let key = form.key();
    let mut page = live(desk, form, ready(desk).await?);
    page.files = files.iter().map(|file| file.line(&desk.visit.state, key)).collect::<Result<_, _>>()?;
    page.refusal = general.first().map(|refusal| RefusalBox::of(desk.t(), refusal));
    desk.visit.page_failed(&page)
}
