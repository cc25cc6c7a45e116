//! `/desk/filters`: the lists she keeps under a name: keeping, renaming, forgetting. Nobody sees another's.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Refusal, SavedFilterId, Text};
use services::{
    Error,
    saved_filter::{self, SavedFilter},
};

use super::{Desk, Here, asked::Asked};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/filters.html")]
struct FiltersPage {
    t: Frame,
    form: Form,
    rows: Vec<Kept>,
    /// A list that was not kept yet, because its name did not do: its query.
    unsaved: String,
}

/// A kept list.
struct Kept {
    id: String,
    name: String,
    href: String,
    /// What stands in its field: what was typed, where that was refused.
    typed: String,
}

async fn page(desk: &Desk, form: Form) -> Result<Response, Problem> {
    let user = desk.who.user();
    let all = desk.read(move |tx, _, _, _| Ok(saved_filter::list(tx, user)?)).await?;
    let failed = form.has_errors();
    let row = |one: &SavedFilter| {
        let (id, name) = (one.id.to_string(), one.name.to_string());
        let typed = if failed && form.value("id") == id { form.value("name").to_owned() } else { name.clone() };
        Kept { href: Asked::parse(&one.query).address(&[]), id, name, typed }
    };
    let unsaved = if failed && form.value("id").is_empty() { form.value("query").to_owned() } else { String::new() };
    let page = FiltersPage {
        t: desk.frame("desk-saved", Here::Inbox).failed(failed),
        rows: all.iter().map(row).collect(),
        unsaved,
        form,
    };
    if failed { desk.visit.page_failed(&page) } else { desk.visit.page(&page) }
}

/// `GET /desk/filters`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    page(&desk, desk.visit.form()).await
}

/// What is asked of a kept list.
#[derive(Clone)]
enum Deed {
    Save(Text<20>, String),
    Rename(SavedFilterId, Text<20>),
    Remove(SavedFilterId),
}

/// `POST /desk/filters`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let deed = match read(&sent) {
        Ok(deed) => deed,
        Err(errors) => return page(&desk, desk.visit.form_again(&sent, errors)).await,
    };
    let (user, wanted) = (desk.who.user(), deed.clone());
    let done = desk.write(move |tx, _, ctx, _| match &wanted {
        Deed::Save(name, query) => saved_filter::save(tx, ctx, user, name, query),
        Deed::Rename(id, name) => saved_filter::rename(tx, user, *id, name),
        Deed::Remove(id) => saved_filter::remove(tx, user, *id),
    });
    match (done.await, deed) {
        (Ok(()), Deed::Save(_, query)) => {
            Ok(Redirect::to(&Asked::parse(&query).address(&[("done", "saved")])).into_response())
        }
        (Ok(()), _) => Ok(Redirect::to("/desk/filters").into_response()),
        (Err(Error::Fault(fault)), _) => Err(fault.into()),
        (Err(Error::Refused(refusal)), _) => page(&desk, desk.visit.form_again(&sent, refusal.into())).await,
        (Err(Error::Invalid(refusals)), _) => page(&desk, desk.visit.form_again(&sent, refusals.into())).await,
    }
}

fn read(sent: &Submission) -> Result<Deed, FormErrors> {
    let mut reader = sent.reader();
    let id = (!sent.raw("id").is_empty())
        .then(|| reader.field("id", |field, text| text.parse().map_err(|_| Refusal::invalid(field, "unknown-choice"))));
    let deed = match (id, sent.raw("do")) {
        (Some(id), "remove") => id.map(Deed::Remove),
        (Some(id), _) => id.zip(reader.field("name", Text::parse)).map(|(id, name)| Deed::Rename(id, name)),
        // The query is read and written anew, so that only what a list knows is kept.
        (None, _) => {
            reader.field("name", Text::parse).map(|name| Deed::Save(name, Asked::parse(sent.raw("query")).carried()))
        }
    };
    reader.finish(deed)
}
