//! One letter: the sheet, and what can be done to it: sign, drop, declare void, take out.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{Action, Subject},
    actor::Actor,
    document::{Paper, PaperStage},
};
use kernel::{LetterId, Refusal, Text};
use serde::Deserialize;
use services::{
    Error,
    document::{self, Opened},
    matter, people,
};

use crate::{
    desk::{Desk, Here, rows::place_at},
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Fact, Notice, NoticeKind, RefusalBox, SheetPaper},
    view::Frame,
};

/// What was just done.
#[derive(Deserialize, Default)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "desk/letter.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each button that the page may show")]
struct LetterPage {
    t: Frame,
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
    form: Form,
    id: LetterId,
    back: String,
    paper: SheetPaper,
    facts: Vec<Fact>,
    may_sign: bool,
    /// Why not by her.
    not_sign: Option<RefusalBox>,
    may_drop: bool,
    may_void: bool,
    may_print: bool,
    check: String,
}

/// What the page needs.
struct Read {
    opened: Opened,
    /// The page of its case.
    case: Option<String>,
    names: people::Names,
    sign: Option<Result<(), Refusal>>,
    drops: bool,
    voids: bool,
    prints: bool,
}

/// `GET /desk/letters/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Done>) -> Result<Response, Problem> {
    let id: LetterId = id.parse().map_err(|_| Problem::NotFound)?;
    let read = read(&desk, id).await?;
    let form = desk.visit.form();
    let notice = match said.done.as_str() {
        done @ ("drafted" | "revised" | "signed" | "dropped" | "voided") => {
            Some(Notice::new(NoticeKind::Info, desk.t().say(&format!("letters-done-{done}"))))
        }
        _ => None,
    };
    desk.visit.page(&page(&desk, &read, form, notice, None))
}

async fn read(desk: &Desk, id: LetterId) -> Result<Read, Problem> {
    let read = desk.read(move |tx, kit, _, subject| {
        let opened = document::open(tx, kit, subject, id, Action::ReadMatter)?.masked();
        let row = opened.row.clone();
        let mut may = |action| document::may(tx, subject, &row, action).ok();
        let (signer, drafter) = (may(Action::SignLetter), may(Action::DraftLetter));
        let (voider, printer) = (may(Action::VoidLetter), may(Action::PrintLetter));
        let paper = document::paper_of(tx, &row)?;
        let holds = |actor: &Option<Actor>, rule: &dyn Fn(&Paper, Actor) -> Result<(), Refusal>| {
            matches!((actor, &paper), (Some(actor), Some(paper)) if rule(paper, *actor).is_ok())
        };
        let sign = match (row.stage, signer, &paper) {
            (PaperStage::Draft, Some(actor), Some(paper)) => Some(paper.may_sign(actor)),
            _ => None,
        };
        let kind = row.case.map(|case| matter::find_by_id(tx, case)).transpose()?.flatten().map(|found| found.kind());
        Ok(Read {
            case: kind.zip(row.case).map(|(kind, case)| place_at(kind, &case.to_string())),
            names: people::names(tx, row.drafter.into_iter().chain(row.signer))?,
            sign,
            drops: holds(&drafter, &|paper, actor| paper.may_revise(actor)),
            voids: holds(&voider, &|paper, actor| paper.may_void(actor)),
            prints: printer.is_some(),
            opened,
        })
    });
    Ok(read.await?)
}

fn page(desk: &Desk, read: &Read, form: Form, notice: Option<Notice>, refusal: Option<RefusalBox>) -> LetterPage {
    let t = desk.t();
    let row = &read.opened.row;
    let title = t.message(&row.kind.message()).to_string();
    let back = read.case.as_deref().map_or_else(|| "/desk/letters".to_owned(), |place| format!("{place}#papers"));
    LetterPage {
        t: desk.frame_titled(title, Here::Letters),
        notice,
        refusal,
        form,
        id: row.id,
        back,
        facts: facts(t, read),
        may_sign: matches!(read.sign, Some(Ok(()))),
        not_sign: match &read.sign {
            Some(Err(refusal)) => Some(RefusalBox::of(t, refusal)),
            _ => None,
        },
        may_drop: read.drops,
        may_void: read.voids,
        may_print: read.prints,
        check: row.code.as_ref().map(|code| format!("/d/{code}")).unwrap_or_default(),
        paper: SheetPaper { t, sheet: read.opened.sheet(&desk.visit.state.config.public_url) },
    }
}

fn facts(t: Say, read: &Read) -> Vec<Fact> {
    let row = &read.opened.row;
    let who = |id: Option<kernel::UserId>| id.and_then(|id| read.names.get(&id).cloned());
    let mut facts = vec![Fact::new(t.say("letters-stage"), t.message(&row.stage.message()).to_string())];
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            facts.push(Fact::new(t.say(key), value));
        }
    };
    let drafted = if row.seq.is_some() { None } else { who(row.drafter) };
    add("letters-drafted", Some(drafted.unwrap_or_else(|| t.say("letters-by-event").text())));
    add("letters-signed", row.issued_at.map(|at| format!("{} {}", who(row.signer).unwrap_or_default(), t.moment(at))));
    add("letters-code", row.code.clone());
    add("letters-digest", row.issued_at.map(|_| row.digest.to_string()));
    add("letters-file-digest", row.printed.map(|digest| digest.to_string()));
    add("letters-void-since", row.ended_at.map(|at| t.moment(at)));
    add("letters-void-reason", row.reason.clone());
    facts
}

/// `POST /desk/letters/{id}/sign`.
pub(super) async fn sign(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    act(desk, &id, sent, "signed", |tx, kit, ctx, subject, id, _| document::sign(tx, kit, ctx, subject, id).map(drop))
        .await
}

/// `POST /desk/letters/{id}/drop`.
pub(super) async fn drop_draft(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    act(desk, &id, sent, "dropped", |tx, _, ctx, subject, id, _| document::drop_draft(tx, ctx, subject, id)).await
}

/// `POST /desk/letters/{id}/void`, with the reason.
pub(super) async fn void(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    act(desk, &id, sent, "voided", |tx, _, ctx, subject, id, written| {
        let reason = Text::parse("reason", written)?;
        document::void(tx, ctx, subject, id, &reason)
    })
    .await
}

async fn act<F>(desk: Desk, id: &str, sent: Submission, done: &'static str, work: F) -> Result<Response, Problem>
where
    F: Fn(&mut store::Tx, &services::Kit, &kernel::Ctx, &Subject, LetterId, &str) -> Result<(), Error> + Send + 'static,
{
    let id: LetterId = id.parse().map_err(|_| Problem::NotFound)?;
    let outcome = match sent.reader().finish(Some(())) {
        Ok(()) => {
            let written = sent.raw("reason").to_owned();
            desk.write(move |tx, kit, ctx, subject| work(tx, kit, ctx, subject, id, &written)).await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/desk/letters/{id}?done={done}")).into_response()),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(error) => {
            let refusals = error.refusals().unwrap_or_default().to_vec();
            if refusals.iter().any(|refusal| refusal.kind == kernel::RefusalKind::NotPermitted) {
                return Err(refusals.into());
            }
            let refusal = refusals.first().map(|refusal| RefusalBox::of(desk.t(), refusal));
            let form = desk.visit.form_again(&sent, FormErrors::from(refusals));
            let read = read(&desk, id).await?;
            desk.visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&desk, &read, form, None, refusal))
        }
    }
}
