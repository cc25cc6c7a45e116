//! `/deadlines`: until when she can go to arbitration, reconsideration or court, counted from a day she names. No matter, no
//! name, nothing kept: a calculator that stands open to everybody, because a petition prolongs none of these periods.

use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{
    actor::Actor,
    env::Env,
    remedy::{self, Occasion},
};
use jiff::civil::Date;
use kernel::Refusal;
use serde::Deserialize;

use super::periods::PeriodCard;
use crate::{
    forms::{Field, Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::{Button, Icon, LinkRow, Links, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// What happened, and when, as the address brings it.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    occasion: String,
    #[serde(default)]
    known: String,
}

#[derive(Template)]
#[template(path = "portal/deadlines.html")]
struct DeadlinesPage {
    t: Frame,
    form: Form,
    occasion: Field,
    known: Field,
    send: Button,
    card: Option<PeriodCard>,
    notice: Notice,
    help: Links,
}

/// `GET /deadlines?occasion=LABOUR&known=2025-03-10`.
pub(super) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let t = visit.t;
    let sent = Submission::of(&[("occasion", &asked.occasion), ("known", &asked.known)]);
    let fresh = asked.occasion.is_empty() && asked.known.is_empty();
    let counted = if fresh { Ok(None) } else { count(&visit, &sent).map(Some) };
    let (form, card) = match counted {
        Ok(card) => (visit.form_again(&sent, FormErrors::default()), card),
        Err(errors) => (visit.form_again(&sent, errors), None),
    };
    let row = |href: &str, icon, key: &str| LinkRow {
        href: href.into(),
        icon,
        text: t.say(key).into(),
        small: t.say(&format!("{key}-small")).into(),
    };
    visit.page(&DeadlinesPage {
        t: visit.frame("remedy-title").failed(form.has_errors()),
        occasion: occasions(&form),
        known: form.date("known", "remedy-known").hint("remedy-known-hint"),
        send: Button::primary(t.say("remedy-count")).icon(Icon::outline("calendar-time")),
        card,
        notice: Notice::new(NoticeKind::Caution, t.say("remedy-limits-text")).titled(t.say("remedy-limits")),
        help: Links {
            rows: vec![
                row("/agents", Icon::outline("map-pin"), "remedy-help-agents"),
                row("/t", Icon::outline("search"), "remedy-help-track"),
            ],
        },
        form,
    })
}

/// The list of what can have happened.
pub(super) fn occasions(form: &Form) -> Field {
    Occasion::ALL
        .iter()
        .fold(form.choice("occasion", "remedy-occasion"), |field, one| field.option(one.name(), &one.key()))
}

/// What happened, and the day from which it counts; shared with the step of a matter and the desk.
pub(crate) fn read(reader: &mut Reader<'_>) -> Option<(Occasion, Date)> {
    let occasion = reader.required("occasion", "choose-one", |field, text| {
        Occasion::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    occasion.zip(reader.day("known"))
}

fn count(visit: &Visit, sent: &Submission) -> Result<PeriodCard, FormErrors> {
    let mut reader = sent.reader();
    let asked = read(&mut reader);
    let (occasion, known) = reader.finish(asked)?;
    card(visit, occasion, known).map_err(FormErrors::from)
}

fn card(visit: &Visit, occasion: Occasion, known: Date) -> Result<PeriodCard, Refusal> {
    let (ctx, now) = (visit.state.ctx(), visit.state.clock.now());
    // Where the installation has no place of its own the national table holds: these are national laws.
    let home = visit.state.config.home.clone().map_or_else(|| kernel::DivisionCode::parse("15"), Ok)?;
    let terms = visit.state.kit.terms(&home, kernel::beijing_date(now));
    let (clocks, calendar) = (terms.clocks(), terms.calendar());
    let env = Env { ctx: &ctx, actor: Actor::Petitioner, calendar, clocks, settings: terms.settings() };
    let started = remedy::terms(occasion, known, &env)?;
    let counted = started.iter().map(|(way, clock)| {
        let why = clocks.get(clock.def.as_str()).map(|def| clock.derivation(def, calendar));
        (*way, clock, why)
    });
    Ok(PeriodCard::new(visit.t, now, None, (occasion, known), counted.collect()))
}
