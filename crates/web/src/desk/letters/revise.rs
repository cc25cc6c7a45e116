//! `/desk/letters/{id}/revise`: a draft is written anew. Whoever does that has drafted it, and another person signs.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::Action,
    document::{Content, DocType, Entry, Field as Part, PaperStage, Value},
};
use kernel::{LetterId, Refusal};
use services::document::{self, Opened};

use super::draft::{contents, fields};
use crate::{
    desk::{Desk, Here},
    forms::{Field, Form, FormErrors, Submission},
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/letter-revise.html")]
struct RevisePage {
    t: Frame,
    id: LetterId,
    kind: String,
    form: Form,
    fields: Vec<Field>,
}

/// The draft, for somebody who may write it anew.
async fn open(desk: &Desk, id: LetterId) -> Result<Opened, Problem> {
    let opened = desk.read(move |tx, kit, _, subject| {
        let opened = document::open(tx, kit, subject, id, Action::DraftLetter)?;
        let actor = document::may(tx, subject, &opened.row, Action::DraftLetter)?;
        if let Some(paper) = document::paper_of(tx, &opened.row)? {
            paper.may_revise(actor)?;
        }
        if opened.row.stage == PaperStage::Draft { Ok(opened) } else { Err(Refusal::not_permitted().into()) }
    });
    Ok(opened.await?)
}

fn page(desk: &Desk, id: LetterId, kind: DocType, form: Form) -> RevisePage {
    RevisePage {
        t: desk.frame("letters-revise", Here::Letters).failed(form.has_errors()),
        id,
        kind: desk.t().message(&kind.message()).text(),
        fields: fields(&form, kind),
        form,
    }
}

/// What stands in a field, as its form has it.
fn written(content: &Content, part: Part) -> String {
    let item = |entry: &Entry| {
        let lines = entry.lines.iter().map(|(label, text)| format!(" {label}：{text}"));
        std::iter::once(entry.head.clone()).chain(lines).collect::<String>().replace('\n', " ")
    };
    match content.get(part) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Day(day)) => day.to_string(),
        Some(Value::Items(items)) => items.iter().map(item).collect::<Vec<_>>().join("\n"),
        None => String::new(),
    }
}

/// `GET /desk/letters/{id}/revise`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: LetterId = id.parse().map_err(|_| Problem::NotFound)?;
    let opened = open(&desk, id).await?;
    let kind = opened.row.kind;
    let form = kind
        .fields()
        .fold(desk.visit.form(), |form, part| form.filled(part.name(), written(&opened.letter.content, part)));
    desk.visit.page(&page(&desk, id, kind, form))
}

/// `POST /desk/letters/{id}/revise`.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: LetterId = id.parse().map_err(|_| Problem::NotFound)?;
    let kind = open(&desk, id).await?.row.kind;
    let mut reader = sent.reader();
    let content = contents(kind, &sent, &mut reader);
    let revised = match reader.finish(Some(content)) {
        Ok(content) => {
            let work =
                desk.write(move |tx, kit, ctx, subject| document::revise(tx, kit, ctx, subject, id, content.clone()));
            work.await.map_err(FormErrors::try_from)
        }
        Err(errors) => Err(Ok(errors)),
    };
    match revised {
        Ok(()) => Ok(Redirect::to(&format!("/desk/letters/{id}?done=revised")).into_response()),
        Err(errors) => {
            let form = desk.visit.form_again(&sent, errors?);
            desk.visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&desk, id, kind, form))
        }
    }
}
