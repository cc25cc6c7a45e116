//! `/t/{number}/remedy` and `/t/{number}/went`: from which day a period of another law counts for one of her claims, and that
//! she went there. What is counted stands on the page of her matter.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    case::Claim,
    petition::Command,
    remedy::{self, Occasion, Pursued},
};
use kernel::{ClaimId, Refusal, Text};
use serde::Deserialize;
use services::petition::TrackView;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::{
        cookies::Ticket,
        deadlines::{occasions, read as read_occasion},
        periods::PeriodCard,
    },
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
    act::show(visit, ticket, number, Step::Remedy, |form| form.filled("claim", which.claim)).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Remedy, sent).await
}

pub(super) async fn went_get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Went, |form| form).await
}

pub(super) async fn went_post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Went, sent).await
}

/// What is counted beside the matter, claim by claim.
pub(super) fn cards(visit: &Visit, opened: &Opened) -> Vec<PeriodCard> {
    let Matter::Petition(view) = &opened.matter else { return vec![] };
    let pursued = view.state.claims.iter().flat_map(|claim| claim.remedies.iter().map(move |one| (claim, one)));
    pursued.map(|(claim, one)| card(visit, opened, view, claim, one)).collect()
}

fn card(visit: &Visit, opened: &Opened, view: &TrackView, claim: &Claim, one: &Pursued) -> PeriodCard {
    let (t, now) = (visit.t, opened.now);
    if let Some(taken) = &one.taken {
        return PeriodCard::taken(t, now, claim.no, one.occasion, taken);
    }
    let clocks = one.clocks.iter().filter_map(|id| view.state.clocks.iter().find(|clock| clock.id == *id));
    let counted = remedy::of(one.occasion).terms.iter().zip(clocks).map(|(term, clock)| {
        let why = view.promises.iter().map(|promise| (&promise.def, &promise.derivation));
        let why = why.filter(|(def, why)| *def == clock.def.as_str() && why.start == clock.start);
        (term.way, clock, why.map(|(_, why)| why.clone()).next())
    });
    PeriodCard::new(t, now, Some(claim.no), (one.occasion, one.known), counted.collect())
}

fn claims(opened: &Opened) -> impl Iterator<Item = &Claim> {
    let claims = match &opened.matter {
        Matter::Petition(view) => view.state.claims.as_slice(),
        Matter::Order(_) => &[],
    };
    claims.iter().filter(|claim| claim.is_live())
}

/// What is counted and has not been taken anywhere yet.
fn open(opened: &Opened) -> impl Iterator<Item = (&Claim, &Pursued)> {
    claims(opened)
        .flat_map(|claim| claim.remedies.iter().map(move |one| (claim, one)))
        .filter(|(_, one)| one.taken.is_none())
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Remedy, "remedy-title", form);
    page.lead = vec![t.say("remedy-lead").into()];
    let which = claims(opened).fold(form.choice("claim", "remedy-claim"), |field, claim| {
        field.option_named(&claim.no.to_string(), format!("{}. {}", claim.no, claim.plainly()))
    });
    page.fields = vec![
        Line::drawn(&which),
        Line::drawn(&occasions(form)),
        Line::drawn(&form.date("known", "remedy-known").hint("remedy-known-hint")),
    ];
    page.buttons = vec![Button::primary(t.say("remedy-note")).icon(Icon::outline("calendar-time"))];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let claim = reader.required("claim", "claim-not-chosen", |field, text| {
        let found = claims(opened).find(|claim| claim.no.to_string() == text).map(|claim| claim.id);
        found.ok_or_else(|| Refusal::invalid(field, "claim-unknown"))
    });
    let (claim, (occasion, known)) = claim.zip(read_occasion(reader))?;
    Some(Commands::Petition(vec![Command::NoteRemedy { claim, occasion, known }]))
}

pub(super) fn went_page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Went, "remedy-went-title", form);
    page.lead = vec![t.say("remedy-went-lead").into()];
    let which = open(opened).fold(form.choice("which", "remedy-which"), |field, (claim, one)| {
        let words = t.say("remedy-of-claim").with("no", claim.no).with("occasion", t.message(&one.occasion.message()));
        field.option_named(&name(claim, one), words)
    });
    page.fields = vec![
        Line::drawn(&which),
        Line::drawn(&form.text("place", "remedy-went-place").hint("remedy-went-place-hint")),
        Line::drawn(&form.date("on", "remedy-went-day")),
    ];
    page.buttons = vec![Button::primary(t.say("remedy-went-send")).icon(Icon::outline("check"))];
    page
}

/// One of them, as the form names it.
fn name(claim: &Claim, one: &Pursued) -> String {
    format!("{}-{}", claim.no, one.occasion)
}

pub(super) fn went_read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let which: Option<(ClaimId, Occasion)> = reader.required("which", "choose-one", |field, text| {
        let found = open(opened).find(|(claim, one)| name(claim, one) == text);
        found.map(|(claim, one)| (claim.id, one.occasion)).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let place = reader.field("place", Text::<100>::parse);
    let on = reader.day("on");
    let ((claim, occasion), (place, on)) = which.zip(place.zip(on))?;
    Some(Commands::Petition(vec![Command::TakeRemedy { claim, occasion, on, place }]))
}
