//! `/t/{number}` when the number is a find's: who helps her with what until when, whether it is settled, and the way straight into
//! the petition procedure.

use askama::Template;
use axum::{Router, extract::Path, http::StatusCode, response::Response, routing::post};
use domain::proactive::{Command, CommandKind as K};
use kernel::{CaseNumber, Refusal, Text};
use services::{
    Error,
    petition::Access,
    proactive::{Done, FindView, Step, step_as_petitioner, track_find},
};
use store::idempotency;

use super::{
    cookies::{self, Ticket},
    dates, look_up,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    state::AppState,
    ui::{Line, Notice, NoticeKind, Place, Timeline, TimelineItem, UrgencyChip},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/find.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each button that the page may show")]
struct FindPage {
    t: Frame,
    number: String,
    title: String,
    done: Option<Notice>,
    stage: Line,
    chip: Option<UrgencyChip>,
    agent: String,
    may: Line,
    words: String,
    free: Notice,
    timeline: Timeline,
    form: Form,
    confirms: bool,
    revokes: bool,
    converts: bool,
    reopens: bool,
    /// The new number and code of the petition it became, shown once.
    paper: Option<(String, String)>,
}

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/t/{number}/find/{what}", post(take))
}

/// The page, when `access` opens a find with this number.
pub(super) async fn track(
    visit: &Visit,
    access: Option<Access>,
    number: &str,
    done: &str,
) -> Result<Option<Response>, Problem> {
    match open(visit, access, number).await? {
        Some((_, view)) => Ok(Some(visit.page(&page(visit, &view, visit.form(), done == "find", None))?)),
        None => Ok(None),
    }
}

async fn open(visit: &Visit, access: Option<Access>, number: &str) -> Result<Option<(Access, FindView)>, Problem> {
    let (Some(access), Ok(number)) = (access, CaseNumber::parse(number)) else { return Ok(None) };
    let opened = visit.state.read(move |tx, kit, _| match track_find(tx, kit, &access) {
        Ok(view) if view.state.number == number => Ok(Some((access.clone(), view))),
        Ok(_) | Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    });
    Ok(opened.await?)
}

async fn take(
    visit: Visit,
    ticket: Ticket,
    Path((number, what)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let Some((access, view)) = open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let mut reader = sent.reader();
    let key = reader.key();
    let asked = match what.as_str() {
        "solved" => Some(Step::Command(Command::Confirm { solved: true })),
        "not" => Some(Step::Command(Command::Confirm { solved: false })),
        "revoke" => Some(Step::Command(Command::RevokeMandate { reason: None })),
        "convert" => Some(Step::Convert),
        "reopen" => reader.field("note", Text::parse).map(|note| Step::Command(Command::Reopen { note })),
        _ => return Err(Problem::NotFound),
    };
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => give(&visit, &access, what, asked, key.to_string()).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(Done::Petition(_, number, code)) => {
            let paper = Some((number.to_string(), code.grouped()));
            visit.page(&page(&visit, &view, visit.form(), false, paper))
        }
        Ok(_) => Ok(cookies::see(&format!("/t/{number}?done=find"))),
        Err(error) => {
            let form = visit.form_again(&sent, FormErrors::try_from(error)?);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, &view, form, false, None))
        }
    }
}

/// What is sent twice acts once.
async fn give(visit: &Visit, access: &Access, what: String, asked: Step, key: String) -> Result<Done, Error> {
    let access = access.clone();
    let write = visit.state.write(move |tx, kit, ctx| {
        let scope = "portal/find";
        let digest = kit.keys.blind_index(scope, &format!("{} {what}", access.case()));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(_) => return Ok(Done::Recorded),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        let done = step_as_petitioner(tx, kit, ctx, &access, &asked)?;
        idempotency::record(tx, scope, &key, &digest, "", ctx.now())?;
        Ok(done)
    });
    write.await
}

fn page(visit: &Visit, view: &FindView, form: Form, done: bool, paper: Option<(String, String)>) -> FindPage {
    let (t, now, state) = (visit.t, visit.state.clock.now(), &view.state);
    let may = |kind: K| paper.is_none() && view.allowed.contains(&kind);
    let powers = state.agency.mandate.as_ref().map(|mandate| {
        let powers: Vec<String> = mandate.powers.iter().map(|one| t.message(&one.message()).text()).collect();
        let said = t.say("mandate-hers").with("powers", powers.join(&t.say("mandate-comma").text()));
        Line::from(said.with("day", t.date(mandate.until)))
    });
    let item = |(index, item): (usize, &services::timeline::Item)| {
        let place = if index == 0 { Place::Now } else { Place::Past };
        let mut line = TimelineItem::new(place, t.moment(item.at), t.message(&item.message));
        line.small = item.text.as_deref().map(Line::from).unwrap_or_default();
        line
    };
    FindPage {
        t: visit.frame("find-hers-title").failed(form.has_errors()),
        number: state.number.to_string(),
        title: t.message(&state.signal.message()).text(),
        done: done.then(|| Notice::new(NoticeKind::Info, t.say("find-done"))),
        stage: t.message(&state.stage().message()).into(),
        chip: view.clocks.first().map(|(clock, _)| dates::chip(t, clock, now)),
        agent: state.agent.and_then(|agent| view.staff.get(&agent)).cloned().unwrap_or_default(),
        may: powers.unwrap_or_default(),
        words: view.text.clone(),
        free: Notice::new(NoticeKind::Info, t.say("find-free")),
        timeline: Timeline { t, elapsed: Line::default(), items: view.timeline.iter().enumerate().map(item).collect() },
        confirms: may(K::Confirm),
        revokes: may(K::RevokeMandate),
        converts: may(K::Convert),
        reopens: may(K::Reopen),
        form,
        paper,
    }
}
