//! `/desk/answers`: the answers the bureau published 公开答复 (A9), for those who may publish: what stands before the public, what
//! was taken back, and the way to write one.

mod write;

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::access::{self, Permit, Subject, actions::PublishAnswer};
use kernel::{Cursor, DivisionCode, Page, Refusal};
use serde::Deserialize;
use services::answers::{self, Answer};
use uuid::Uuid;

use super::{Desk, Here};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{EmptyState, Icon, Notice, NoticeKind, Tag, Tone},
    view::Frame,
};

pub(super) use write::{change, new, open, publish};

/// Answers on one page.
const MOST: u32 = 50;

/// What an address may say.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    after: String,
    /// What was just done: `published`, `changed`, `withdrawn`.
    #[serde(default)]
    done: String,
}

struct Row {
    id: Uuid,
    version: i64,
    question: String,
    /// Where everybody reads it; empty when it was taken back.
    public: String,
    small: String,
    withdrawn: Option<Tag>,
}

#[derive(Template)]
#[template(path = "desk/answers.html")]
struct AnswersPage {
    t: Frame,
    notice: Option<Notice>,
    form: Form,
    rows: Vec<Row>,
    more: String,
    empty: Option<EmptyState>,
}

/// The widest division in which she may publish.
pub(super) fn home(subject: &Subject) -> Option<DivisionCode> {
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<PublishAnswer>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

/// Her permit over all of it.
fn permit(subject: &Subject) -> Result<Permit<PublishAnswer>, Refusal> {
    let home = home(subject).ok_or_else(Refusal::not_permitted)?;
    access::permit(subject, &home)
}

/// `GET /desk/answers`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let form = desk.visit.form();
    page(&desk, &asked, form).await
}

async fn page(desk: &Desk, asked: &Asked, form: Form) -> Result<Response, Problem> {
    let t = desk.t();
    let after = (!asked.after.is_empty()).then(|| Cursor { key: 0, id: asked.after.clone() });
    let found = desk.read(move |tx, _, _, subject| Ok(answers::kept(tx, &permit(subject)?, after.as_ref(), MOST)?));
    let found = found.await?;
    let failed = form.has_errors();
    let page = AnswersPage {
        t: desk.frame("publish-title", Here::Answers).failed(failed),
        notice: done(t, &asked.done),
        form,
        rows: found.items.iter().map(|answer| row(t, answer)).collect(),
        more: next(&found),
        empty: found.items.is_empty().then(|| nothing(t)),
    };
    if failed { desk.visit.page_failed(&page) } else { desk.visit.page(&page) }
}

fn row(t: Say, answer: &Answer) -> Row {
    let parts = [
        answer.unit_name.clone(),
        answer.category.as_ref().map(ToString::to_string).unwrap_or_default(),
        t.date(answer.published_on),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Row {
        id: answer.id,
        version: answer.version,
        question: answer.question.to_string(),
        public: if answer.withdrawn { String::new() } else { format!("/answers/{}", answer.slug) },
        small: parts.join(" · "),
        withdrawn: answer.withdrawn.then(|| Tag::new(Tone::Grey, t.say("publish-withdrawn").text())),
    }
}

fn next(found: &Page<Answer>) -> String {
    let Some(cursor) = &found.next else { return String::new() };
    let query = serde_urlencoded::to_string([("after", &cursor.id)]).unwrap_or_default();
    format!("/desk/answers?{query}")
}

fn nothing(t: Say) -> EmptyState {
    EmptyState {
        icon: Icon::outline("messages"),
        title: t.say("publish-none").into(),
        text: t.say("publish-none-text").into(),
        link: Some((t.say("publish-new").text(), "/desk/answers/new".into())),
    }
}

fn done(t: Say, what: &str) -> Option<Notice> {
    let key = match what {
        "published" => "publish-done",
        "changed" => "publish-done-changed",
        "withdrawn" => "publish-done-withdrawn",
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Info, t.say(key)))
}

/// `POST /desk/answers/{id}/withdraw`: no longer before the public; changing it publishes it again.
pub(super) async fn withdraw(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let version: i64 = sent.raw("version").parse().unwrap_or_default();
    let done = match sent.reader().finish(Some(())) {
        Ok(()) => desk
            .write(move |tx, _, ctx, subject| answers::withdraw(tx, ctx, &permit(subject)?, id, version))
            .await
            .map_err(FormErrors::try_from),
        Err(errors) => Err(Ok(errors)),
    };
    match done {
        Ok(()) => Ok(Redirect::to("/desk/answers?done=withdrawn").into_response()),
        Err(errors) => page(&desk, &Asked::default(), desk.visit.form_again(&sent, errors?)).await,
    }
}
