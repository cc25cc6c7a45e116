//! `/t/{number}/mandate`: who acts for her, and that it ends when she says so. `/t/{number}/other`: somebody else, please.

use axum::{extract::Path, response::Response};
use domain::{agency::Concerned, mandate::Power, petition::Command, work_order};
use kernel::Text;
use services::mandate::AgencyView;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    i18n::Say,
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Line},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Mandate, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Mandate, sent).await
}

pub(super) async fn other_get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Other, |form| form).await
}

pub(super) async fn other_post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Other, sent).await
}

fn agency(opened: &Opened) -> &AgencyView {
    match &opened.matter {
        Matter::Petition(view) => &view.agency,
        Matter::Order(view) => &view.agency,
    }
}

/// A power inside a sentence about her agent: English says it otherwise than on the form that she ticks.
fn spoken_of(power: Power) -> String {
    power.key().replacen("power", "agent-may", 1)
}

/// What her agent may do, in one sentence; that the mandate is still missing; empty without an agent.
pub(super) fn said(t: Say, opened: &Opened) -> Line {
    let agency = agency(opened);
    if agency.agent.is_none() {
        return Line::default();
    }
    let away = agency
        .stand_in
        .as_ref()
        .map(|(name, _, until)| t.say("standin-hers").with("who", name).with("until", t.moment(*until)).text());
    let said: Line = match (&agency.mandate, agency.missing) {
        (Some(mandate), _) => {
            let powers: Vec<String> = mandate.powers.iter().map(|one| t.say(&spoken_of(one)).text()).collect();
            let said = t.say("mandate-hers").with("powers", powers.join(&t.say("mandate-comma").text()));
            said.with("day", t.date(mandate.until)).into()
        }
        (None, Some((day, false))) => t.say("mandate-hers-missing").with("day", t.date(day)).into(),
        (None, _) => t.say("mandate-hers-over").into(),
    };
    match away {
        Some(away) => t.say("standin-both").with("away", away).with("said", said.to_string()).into(),
        None => said,
    }
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Mandate, "mandate-hers-title", form);
    let who = agency(opened).name.clone();
    page.lead = vec![
        t.say("mandate-hers-who").with("who", who).into(),
        said(t, opened),
        t.say("mandate-hers-revoke-1").into(),
        t.say("mandate-hers-revoke-2").into(),
    ];
    page.fields = vec![Line::drawn(&form.text("reason", "mandate-revoke-reason").optional("portal-optional"))];
    page.buttons = vec![Button::primary(t.say("mandate-hers-revoke"))];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Commands {
    let reason = reader.optional("reason", Text::<500>::parse);
    match &opened.matter {
        Matter::Petition(_) => Commands::Petition(vec![Command::RevokeMandate { reason }]),
        Matter::Order(_) => Commands::Order(vec![work_order::Command::RevokeMandate { reason }]),
    }
}

pub(super) fn other_page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Other, "recusal-hers-title", form);
    page.lead = vec![t.say("recusal-hers-lead").into(), t.say("recusal-hers-once").into()];
    let of = Concerned::ALL.iter().filter(|one| match one {
        Concerned::Agent => agency(opened).agent.is_some(),
        Concerned::Handler => opened.handler.is_some(),
    });
    let of = of.fold(form.choice("of", "recusal-hers-of"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()).text())
    });
    page.fields =
        vec![Line::drawn(&of), Line::drawn(&form.area("reason", "recusal-hers-why").hint("recusal-hers-why-hint"))];
    page.buttons = vec![Button::primary(t.say("recusal-hers-send"))];
    page
}

pub(super) fn other_read(reader: &mut Reader<'_>) -> Option<Commands> {
    let of = reader.required("of", "choose-one", |field, text| {
        Concerned::parse(text).ok_or_else(|| kernel::Refusal::invalid(field, "unknown-choice"))
    });
    let reason = reader.field("reason", Text::<1000>::parse);
    of.zip(reason).map(|(of, reason)| Commands::Petition(vec![Command::AskRecusal { of, reason }]))
}
