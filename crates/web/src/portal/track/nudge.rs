//! `/t/{number}/nudge`: she asks how it stands, and whoever has it is told.

use axum::{extract::Path, response::Response};

use super::{
    act::{self, ActPage, Step},
    matter::Opened,
};
use crate::{
    forms::{Form, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Icon},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Nudge, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Nudge, sent).await
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Nudge, "portal-track-nudge", form);
    let unit = opened.called(opened.matter.turn());
    page.lead = vec![t.say("portal-nudge-lead").with("unit", unit).into(), t.say("portal-nudge-kept").into()];
    page.buttons = vec![Button::primary(t.say("portal-track-nudge")).icon(Icon::outline("bell"))];
    page
}
