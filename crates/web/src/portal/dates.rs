//! Dates for her: the chip, the day as said, and why it is that day.

use domain::deadline::{Clock, Derivation, Due, Step, StepKind, Unit, Urgency};
use jiff::{Timestamp, civil::Date};

use super::laws;
use crate::{
    i18n::Say,
    ui::{self, DayStep, Line, Ruler, UrgencyChip},
};

/// How urgent a clock is, with its words.
pub(super) fn chip(t: Say, clock: &Clock, now: Timestamp) -> UrgencyChip {
    let urgency = Due::of(clock).urgency(now);
    let state = match urgency {
        Urgency::Overdue(_) => ui::Urgency::Overdue,
        Urgency::DueSoon(_) => ui::Urgency::Soon,
        Urgency::OnTime(_) => ui::Urgency::Enough,
        Urgency::Paused => ui::Urgency::Paused,
        Urgency::Stopped => ui::Urgency::Stopped,
    };
    UrgencyChip::new(state, t.message(&urgency.message()))
}

/// A day as said; with its year when that is not this one.
pub(super) fn day(t: Say, date: Date, now: Timestamp) -> String {
    if date.year() == kernel::beijing_date(now).year() { t.date(date) } else { t.full_date(date) }
}

/// The last day of a clock, or its last moment when it counts hours.
pub(super) fn due(t: Say, clock: &Clock, now: Timestamp) -> String {
    if clock.unit == Unit::Hour { t.moment(clock.due_at) } else { day(t, clock.judging_date(), now) }
}

/// From the day it began to its last day.
pub(super) fn ruler(t: Say, clock: &Clock, now: Timestamp) -> Option<Ruler> {
    if clock.unit == Unit::Hour {
        return None;
    }
    let (first, last) = (clock.start, clock.judging_date());
    let days = |to: Date| (to - first).get_days();
    Some(Ruler::days(
        t,
        days(kernel::beijing_date(now)),
        days(last),
        t.say("portal-ruler-from").with("day", day(t, first, now)).text(),
        t.say("portal-ruler-to").with("day", day(t, last, now)).text(),
    ))
}

/// Why it is that day: a list of days, then what it rests on.
pub(super) fn why(t: Say, derivation: &Derivation) -> ui::Derivation {
    let hours = derivation.first_counted_day == derivation.start;
    let days = if hours { vec![] } else { days(t, derivation) };
    let told = |kind: StepKind| matches!(kind, StepKind::FirstDay | StepKind::LastMoment | StepKind::Roll);
    // A reminder on the last day itself tells her nothing that the last day does not.
    let late = |step: &Step| step.kind == StepKind::Remind && step.dates.contains(&derivation.dates.statutory);
    let steps = derivation.steps.iter().filter(|step| hours || !told(step.kind)).filter(|step| !late(step));
    let mut basis: Vec<String> = steps.map(|step| t.message(&step.message).text()).collect();
    basis.extend(
        derivation.basis.as_ref().map(|basis| t.say("portal-why-basis").with("basis", t.message(basis)).text()),
    );
    ui::Derivation {
        question: t.say("portal-why").text(),
        days,
        basis: basis.join(gap(t)).into(),
        law: derivation.basis.as_ref().and_then(laws::href).map(|href| (t.say("laws-read").text(), href)),
        ..ui::Derivation::default()
    }
}

/// What stands between two sentences.
fn gap(t: Say) -> &'static str {
    if t.locale.complete() == kernel::Locale::Zh { "" } else { " " }
}

fn days(t: Say, derivation: &Derivation) -> Vec<DayStep> {
    let row = |date: Date, what: Line, told| DayStep { date: t.date(date).into(), what, told };
    let step = |kind| derivation.steps.iter().find(|step| step.kind == kind).map(|step| t.message(&step.message));
    let (raw, due) = (derivation.dates.raw, derivation.dates.statutory);
    let mut rows = vec![
        row(derivation.start, t.say("portal-why-start").into(), false),
        row(derivation.first_counted_day, t.say("portal-why-first").into(), false),
    ];
    if raw != due
        && let Some(roll) = step(StepKind::Roll)
    {
        rows.push(row(raw, roll.into(), false));
    }
    // The day stands before it already.
    rows.push(row(due, step(StepKind::LastMoment).map(|_| t.say("portal-why-last").into()).unwrap_or_default(), true));
    rows
}
