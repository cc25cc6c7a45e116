//! `/t/{number}/rate-review`: she rates the office that reviewed or rechecked her answer. It is not the unit, and says nothing of
//! whether anything is solved.

use axum::{extract::Path, response::Response};
use domain::{case::Grade, review::Review};
use kernel::{Refusal, Text};

use super::{
    act::{self, ActPage, Commands, Step},
    matter::Opened,
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Line, RatingCard},
    view::Visit,
};

/// The field of the card.
const FIELD: &str = "office";

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::RateReview, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::RateReview, sent).await
}

/// The newest of her reviews whose opinion is in her hands.
fn rateable(opened: &Opened) -> Option<&Review> {
    opened.reviews.iter().rev().find(|review| review.served().is_some())
}

/// Why she cannot rate now, if so.
pub(super) fn refusal(opened: &Opened) -> Option<Refusal> {
    rateable(opened).is_none().then(|| Refusal::rule("review-not-served", "R-102", "A21_2"))
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::RateReview, "review-rate", form);
    let Some(review) = rateable(opened) else { return page };
    let before = review.rating.as_ref().map(|rating| rating.grade.name().to_lowercase()).unwrap_or_default();
    let sent = form.value(FIELD);
    let card = RatingCard {
        t,
        name: FIELD.into(),
        unit: opened.called(review.organ).to_owned(),
        role: t.message(&review.level.message()).text(),
        chosen: if sent.is_empty() { before } else { sent.to_owned() },
        error: form.error(FIELD).to_owned(),
    };
    page.lead = vec![t.say("review-rate-lead").into()];
    page.fields.push(Line::drawn(&card));
    page.fields.push(Line::drawn(&form.area("comment", "portal-rate-comment").optional("portal-optional")));
    page.buttons = vec![Button::primary(t.say("portal-rate-send"))];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let grade = reader.required(FIELD, "rating-empty", |field, text| {
        Grade::parse(&text.to_uppercase()).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let comment = reader.optional("comment", Text::<1000>::parse);
    Some(Commands::RateReview(rateable(opened)?.id, grade?, comment))
}
