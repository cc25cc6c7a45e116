//! `/t/{number}/reopen`: the same matter, the same number; the days run on.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::petition::{Command, ReopenReason, Stage};
use kernel::{Refusal, Text};
use serde::Deserialize;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Line},
    view::Visit,
};

/// What a link brings along.
#[derive(Deserialize, Default)]
pub(super) struct Why {
    #[serde(default)]
    reason: String,
}

pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    Query(why): Query<Why>,
) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Reopen, |form| form.filled("reason", why.reason)).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Reopen, sent).await
}

/// The reasons that fit: what was not accepted opens by new facts only.
fn reasons(opened: &Opened) -> &'static [ReopenReason] {
    match &opened.matter {
        Matter::Petition(view) if matches!(view.stage, Stage::NotAccepted | Stage::NoMoreAccepted) => {
            &[ReopenReason::NewFacts]
        }
        _ => ReopenReason::ALL,
    }
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Reopen, "portal-reopen-title", form);
    page.lead = vec![t.say("portal-reopen-lead").into()];
    let field = reasons(opened).iter().fold(form.choice("reason", "portal-reopen-reason"), |field, reason| {
        field.option_named(reason.name(), t.message(&reason.message()).text())
    });
    page.fields = vec![
        Line::drawn(&field),
        Line::drawn(&form.area("text", "portal-reopen-text").hint("portal-reopen-text-hint")),
    ];
    page.buttons = vec![Button::primary(t.say("portal-reopen-send"))];
    page
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Commands> {
    let reason = reader.required("reason", "reason-not-chosen", |field, text| {
        ReopenReason::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let text = reader.field("text", Text::<2000>::parse);
    let (reason, text) = reason.zip(text)?;
    Some(Commands::Petition(vec![Command::Reopen { reason, text }]))
}
