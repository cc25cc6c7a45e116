//! `/t/{number}/confirm?claim=1`: whether a claim is solved, which only she can say.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{case::Claim, petition::Command};
use kernel::Refusal;
use serde::Deserialize;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Icon, Line},
    view::Visit,
};

/// Which claim.
#[derive(Deserialize, Default)]
pub(super) struct Which {
    #[serde(default)]
    claim: String,
}

pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Confirm, |form| form.filled("claim", which.claim)).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Confirm, sent).await
}

fn claims(opened: &Opened) -> impl Iterator<Item = &Claim> {
    let claims = match &opened.matter {
        Matter::Petition(view) => view.state.claims.as_slice(),
        Matter::Order(_) => &[],
    };
    claims.iter().filter(|claim| claim.is_live())
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Confirm, "portal-confirm-title", form);
    page.lead = vec![t.say("portal-confirm-lead").into()];
    let field = claims(opened).fold(form.choice("claim", "portal-confirm-which"), |field, claim| {
        field.option_named(&claim.no.to_string(), format!("{}. {}", claim.no, claim.plainly()))
    });
    page.fields = vec![Line::drawn(&field)];
    // Two equal answers: neither is the one we would like to hear.
    page.buttons = vec![
        Button::second(t.say("portal-confirm-yes")).icon(Icon::outline("check")).value("solved", "yes"),
        Button::second(t.say("portal-confirm-no")).icon(Icon::outline("x")).value("solved", "no"),
    ];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let claim = reader.required("claim", "claim-not-chosen", |field, text| {
        let found = claims(opened).find(|claim| claim.no.to_string() == text).map(|claim| claim.id);
        found.ok_or_else(|| Refusal::invalid(field, "claim-unknown"))
    });
    let solved = reader.required("solved", "form-broken", |field, text| match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Refusal::invalid(field, "unknown-choice")),
    });
    let (claim, solved) = claim.zip(solved)?;
    Some(Commands::Petition(vec![Command::ConfirmClaim { claim, solved }]))
}
