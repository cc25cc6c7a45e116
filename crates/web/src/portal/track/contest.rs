//! `/t/{number}/contest`: she does not agree with the answer, and asks the level above: which claims, why, whom (articles 35, 36).
//! `/t/{number}/uncontest`: she takes the request back.

use axum::{extract::Path, response::Response};
use domain::{
    petition::Standing,
    review::{Level, Review},
};
use kernel::{CaseId, OrgId, Refusal, Text};
use services::review::{self, NewRequest, Offered};
use store::Tx;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::{cookies::Ticket, dates},
    problem::Problem,
    ui::{Button, Line},
    view::Visit,
};

/// Her reviews so far, and what she may ask for.
pub(super) fn offer(
    tx: &mut Tx,
    ctx: &kernel::Ctx,
    access: &services::petition::Access,
    matter: &Matter,
) -> Result<(Option<Offered>, Vec<Review>), services::Error> {
    let Matter::Petition(view) = matter else { return Ok((None, vec![])) };
    review::offered(tx, ctx, access.region(), &view.state)
}

/// Why she cannot ask now, if so.
pub(super) fn refusal(opened: &Opened, step: Step) -> Option<Refusal> {
    let possible = match step {
        Step::Contest => opened.offer.as_ref().is_some_and(|offer| !offer.organs.is_empty()),
        _ => open_review(opened).is_some(),
    };
    let none = opened.offer.is_some() && step == Step::Contest;
    let refuse = |code: &str| Refusal::rule(code, "R-085", "A35");
    match possible {
        true => None,
        false if none => Some(refuse("review-organ-none")),
        false => Some(refuse("review-nothing")),
    }
}

/// The newest of her reviews that she can still take back.
fn open_review(opened: &Opened) -> Option<&Review> {
    opened.reviews.iter().rev().find(|review| !review.stage().is_over() && review.issued().is_none())
}

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Contest, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Contest, sent).await
}

pub(super) async fn back_get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Uncontest, |form| form).await
}

pub(super) async fn back_post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Uncontest, sent).await
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let level = opened.offer.as_ref().map_or(Level::Review, |offer| offer.level);
    let title = if level == Level::Review { "phone-contest-review" } else { "phone-contest-recheck" };
    let mut page = ActPage::new(visit, opened, Step::Contest, title, form);
    let (Some(offer), Matter::Petition(view)) = (&opened.offer, &opened.matter) else { return page };
    let clock = view.state.clocks.iter().rev().find(|clock| clock.def == level.window());
    if let Some(clock) = clock {
        let key = if offer.late { "phone-contest-late" } else { "phone-contest-until" };
        page.lead.push(t.say(key).with("day", dates::due(t, clock, opened.now)).into());
    }
    page.lead.push(t.say("phone-contest-lead").into());
    let organs = offer.organs.iter().fold(form.choice("organ", "phone-contest-organ"), |field, (id, name)| {
        field.option_named(&id.to_string(), name.clone())
    });
    let organs = if offer.organs.len() > 1 { organs.hint("phone-review-choose") } else { organs };
    page.fields.push(Line::drawn(&organs));
    for claim in view.state.contestable(level) {
        let label = t.say("phone-contest-claim").with("no", claim.no).with("claim", claim.plainly().as_str()).text();
        let field = form.area(&format!("reason-{}", claim.no), "phone-contest-why").named(label);
        page.fields.push(Line::drawn(&field.optional("phone-contest-empty").hint("phone-contest-why-hint")));
    }
    let elsewhere = view.state.live_claims().filter(|claim| matches!(view.state.standing(claim), Standing::Routed(_)));
    if elsewhere.count() > 0 {
        page.lead.push(t.say("phone-contest-elsewhere").into());
    }
    if offer.late {
        page.fields.push(Line::drawn(&form.area("late_cause", "phone-contest-cause").hint("phone-contest-cause-hint")));
    }
    page.buttons = vec![Button::primary(t.say("phone-contest-send"))];
    page
}

pub(super) fn back_page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Uncontest, "phone-uncontest-title", form);
    page.lead = vec![t.say("phone-uncontest-lead").into()];
    page.fields = vec![Line::drawn(&form.area("reason", "phone-uncontest-why").optional("phone-uncontest-optional"))];
    page.buttons = vec![Button::primary(t.say("phone-uncontest-send"))];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let (Some(offer), Matter::Petition(view)) = (&opened.offer, &opened.matter) else { return None };
    let organ = reader.required("organ", "choose-one", |field, text| {
        text.parse::<OrgId>().map_err(|_| Refusal::invalid(field, "unknown-choice"))
    });
    let mut claims = vec![];
    for claim in view.state.contestable(offer.level) {
        let reason = reader.optional(&format!("reason-{}", claim.no), Text::<2000>::parse);
        claims.extend(reason.map(|reason| (claim.id, reason)));
    }
    if claims.is_empty() {
        reader.refuse(Refusal::rule("review-claims-none", "R-080", offer.level.article()));
    }
    let late_cause = reader.optional("late_cause", Text::<1000>::parse);
    let new = NewRequest { level: offer.level, organ: organ?, claims, late_cause, posted_on: None };
    Some(Commands::Contest(new))
}

pub(super) fn back_read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let reason = reader.optional("reason", Text::<1000>::parse);
    let id: CaseId = open_review(opened)?.id;
    Some(Commands::Uncontest(id, reason))
}
