//! `/t/{number}/rate`: the unit and the bureau apart, three equal choices, changeable for some days.

use axum::{extract::Path, response::Response};
use domain::{
    case::{Grade, Rating, RatingTarget},
    petition, work_order,
};
use jiff::civil::Date;
use kernel::{Refusal, Text};

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    i18n::Say,
    portal::{cookies::Ticket, dates},
    problem::Problem,
    ui::{Button, Line, RatingCard},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Rate, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Rate, sent).await
}

/// Whom she can rate, with what she said before.
struct Target {
    of: RatingTarget,
    unit: String,
    before: Option<Rating>,
}

fn targets(opened: &Opened) -> Vec<Target> {
    let target =
        |of, org, before: &Option<Rating>| Target { of, unit: opened.called(org).to_owned(), before: before.clone() };
    match &opened.matter {
        Matter::Petition(view) => {
            let unit = view.unit.map(|unit| target(RatingTarget::Unit, unit, &view.unit_rating));
            unit.into_iter().chain([target(RatingTarget::Bureau, view.bureau, &view.bureau_rating)]).collect()
        }
        Matter::Order(view) => vec![target(RatingTarget::Unit, view.state.holder(), &view.state.rating)],
    }
}

/// The field of a target.
fn field(target: RatingTarget) -> &'static str {
    match target {
        RatingTarget::Unit => "unit",
        RatingTarget::Bureau => "bureau",
    }
}

/// The cards, as the page of the matter shows them too.
pub(super) fn cards(t: Say, opened: &Opened, form: &Form) -> Vec<RatingCard> {
    let card = |target: Target| {
        let name = field(target.of);
        let before = target.before.map(|rating| rating.grade.name().to_lowercase()).unwrap_or_default();
        let sent = form.value(name);
        RatingCard {
            t,
            name: name.into(),
            unit: target.unit,
            role: t.message(&target.of.message()).text(),
            chosen: if sent.is_empty() { before } else { sent.to_owned() },
            error: form.error(name).to_owned(),
        }
    };
    targets(opened).into_iter().map(card).collect()
}

/// Until when it can be changed, or that it can be.
pub(super) fn until(t: Say, opened: &Opened) -> Line {
    let until: Option<Date> = match &opened.matter {
        Matter::Petition(view) => view.rating_until,
        Matter::Order(_) => None,
    };
    match until {
        Some(until) => t.say("portal-rate-until").with("day", dates::day(t, until, opened.now)).into(),
        None => t.say("portal-rate-only-you").into(),
    }
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Rate, "portal-rate-title", form);
    page.lead = vec![until(t, opened), t.say("portal-rate-not").into()];
    for card in cards(t, opened, form) {
        let comment = format!("comment-{}", card.name);
        page.fields.push(Line::drawn(&card));
        page.fields.push(Line::drawn(&form.area(&comment, "portal-rate-comment").optional("portal-optional")));
    }
    page.buttons = vec![Button::primary(t.say("portal-rate-send"))];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let (mut given, mut chosen) = (vec![], false);
    for target in targets(opened) {
        let name = field(target.of);
        let grade = reader.optional(name, |field, text| {
            Grade::parse(&text.to_uppercase()).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
        });
        let comment = reader.optional(&format!("comment-{name}"), Text::<1000>::parse);
        let Some(grade) = grade else { continue };
        chosen = true;
        // What she left as it was is not said again.
        if comment.is_some() || target.before.is_none_or(|before| before.grade != grade) {
            given.push((target.of, grade, comment));
        }
    }
    if !chosen {
        reader.refuse(Refusal::invalid(if opened.matter.unit().is_some() { "unit" } else { "bureau" }, "rating-empty"));
        return None;
    }
    Some(commands(opened, given))
}

fn commands(opened: &Opened, given: Vec<(RatingTarget, Grade, Option<Text<1000>>)>) -> Commands {
    let given = given.into_iter();
    match opened.matter {
        Matter::Petition(_) => Commands::Petition(
            given.map(|(target, grade, comment)| petition::Command::Rate { target, grade, comment }).collect(),
        ),
        Matter::Order(_) => {
            Commands::Order(given.map(|(_, grade, comment)| work_order::Command::Rate { grade, comment }).collect())
        }
    }
}
