//! `/t/{number}/reception`: she books a seat at a reception for her matter, or gives it back.

use axum::{extract::Path, response::Response};
use kernel::Refusal;
use services::reception::Reception;
use uuid::Uuid;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::Opened,
};
use crate::{
    forms::{Form, Reader, Submission},
    i18n::Say,
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Icon, Line},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Reception, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Reception, sent).await
}

/// Day, hours, place and who, put into a sentence.
fn said(t: Say, key: &str, one: &Reception) -> String {
    let said = t.say(key).with("day", t.full_date(one.on)).with("hours", &one.hours);
    said.with("place", &one.place).with("host", &one.host).with("free", one.free()).text()
}

/// Her seat in one sentence; empty without one.
pub(super) fn booked(t: Say, opened: &Opened) -> Line {
    match &opened.receptions.booked {
        Some(one) => said(t, "reception-hers-booked", one).into(),
        None => Line::default(),
    }
}

/// What was just done.
pub(super) fn done(t: Say, opened: &Opened) -> Line {
    if opened.receptions.booked.is_some() { booked(t, opened) } else { t.say("reception-done-ended").into() }
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Reception, "reception-hers", form);
    if opened.receptions.booked.is_some() {
        page.lead = vec![booked(t, opened), t.say("reception-hers-end-lead").into()];
        page.buttons = vec![Button::second(t.say("reception-hers-end"))];
        return page;
    }
    if opened.receptions.free.is_empty() {
        page.lead = vec![t.say("reception-hers-none").into()];
        return page;
    }
    page.lead = vec![t.say("reception-hers-lead").into()];
    let choice = form.choice("reception", "reception-hers-which");
    let choice = opened.receptions.free.iter().fold(choice, |field, one| {
        let text = said(t, "reception-hers-option", one);
        let small = said(t, "reception-hers-option-small", one);
        field.option_named(&one.id.to_string(), format!("{text} · {small}"))
    });
    page.fields = vec![Line::drawn(&choice)];
    page.buttons = vec![Button::primary(t.say("reception-hers-book")).icon(Icon::outline("calendar-time"))];
    page
}

/// With a seat she gives it back, without one she takes one.
pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    if opened.receptions.booked.is_some() {
        return Some(Commands::Reception(None));
    }
    let which = reader.required("reception", "choose-one", |field, text| {
        text.parse::<Uuid>().map_err(|_| Refusal::invalid(field, "unknown-choice"))
    });
    which.map(|which| Commands::Reception(Some(which)))
}
