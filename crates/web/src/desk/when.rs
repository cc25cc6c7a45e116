//! Clocks of the domain as chips, dates and derivations.

use askama::Template;
use domain::deadline::{Clock, Derivation, Due, Left, StepKind, Unit, Urgency};
use jiff::{Timestamp, civil::Date};

use crate::{
    i18n::Say,
    ui::{self, DateBox, Line, Ruler, UrgencyChip},
};

pub(super) fn state(urgency: Urgency) -> ui::Urgency {
    match urgency {
        Urgency::Overdue(_) => ui::Urgency::Overdue,
        Urgency::DueSoon(_) => ui::Urgency::Soon,
        Urgency::OnTime(_) => ui::Urgency::Enough,
        Urgency::Paused => ui::Urgency::Paused,
        Urgency::Stopped => ui::Urgency::Stopped,
    }
}

fn chip(t: Say, urgency: Urgency) -> UrgencyChip {
    UrgencyChip::new(state(urgency), t.message(&told(urgency).message()))
}

/// Hours count where a few are left or gone; beyond three days nobody reckons in them.
fn told(urgency: Urgency) -> Urgency {
    const MOST: i64 = 72;
    const DAY: i64 = 24;
    let in_days = |left| match left {
        Left::Hours(hours) if hours > MOST => Left::Days(hours / DAY),
        left => left,
    };
    match urgency {
        Urgency::Overdue(left) => Urgency::Overdue(in_days(left)),
        Urgency::DueSoon(left) => Urgency::DueSoon(in_days(left)),
        Urgency::OnTime(left) => Urgency::OnTime(in_days(left)),
        Urgency::Paused | Urgency::Stopped => urgency,
    }
}

/// The chip of a clock of a case.
pub(super) fn of_clock(t: Say, clock: &Clock, now: Timestamp) -> UrgencyChip {
    chip(t, clock.urgency(now))
}

/// The chip of a day that was named: `from` is when it began to run.
pub(super) fn of_day(t: Say, (from, due): (Date, Date), today: Date) -> UrgencyChip {
    let number = |day: Date| i64::from(kernel::calendar::day_number(day));
    let days = |from: Date, to: Date| number(to) - number(from);
    let left = days(today, due);
    let urgency = match ui::Urgency::of(left, days(from, due)) {
        ui::Urgency::Overdue => Urgency::Overdue(Left::Days(-left)),
        ui::Urgency::Soon => Urgency::DueSoon(Left::Days(left)),
        _ => Urgency::OnTime(Left::Days(left)),
    };
    chip(t, urgency)
}

/// The chip of a list's row: of its most urgent clock, or that none runs.
pub(super) fn of_due(t: Say, due: Option<&Due>, now: Timestamp) -> UrgencyChip {
    match due {
        Some(due) => chip(t, due.urgency(now)),
        None => UrgencyChip::new(ui::Urgency::Stopped, t.say("desk-row-no-clock").text()),
    }
}

/// What a clock is called: 书面告知.
pub(super) fn name(t: Say, def: &str) -> String {
    t.say(&format!("clock-{def}")).text()
}

/// The day on which a clock runs out, with the hour where hours count.
pub(super) fn due_day(t: Say, due: &Due) -> String {
    if due.unit == Unit::Hour { t.moment(due.due_at) } else { t.date(due.on) }
}

/// The same of a clock of a case.
pub(crate) fn clock_day(t: Say, clock: &Clock) -> String {
    due_day(t, &Due::of(clock))
}

/// A date that opens where it stands: the summary is the date, the derivation lies over what follows.
#[derive(Template)]
#[template(path = "desk/_date.html")]
struct OpenDate {
    t: Say,
    date: String,
    why: ui::Derivation,
}

/// The date of a clock, opening its derivation.
pub(crate) fn opens(t: Say, clock: &Clock, derivation: &Derivation, today: Date) -> Line {
    Line::drawn(&OpenDate { t, date: clock_day(t, clock), why: why(t, clock, derivation, today) })
}

/// Where a date comes from, as the desk shows it: the ruler, the three dates, the steps.
pub(crate) fn why(t: Say, clock: &Clock, derivation: &Derivation, today: Date) -> ui::Derivation {
    let steps = derivation.steps.iter().map(|step| step.message.say(t.locale));
    let basis = derivation.basis.iter().map(|basis| {
        let basis = basis.say(t.locale);
        t.say("desk-why-basis").with("basis", basis).with("version", &derivation.calendar_version).text()
    });
    ui::Derivation {
        question: t.say("desk-why").text(),
        open: false,
        ruler: (clock.unit != Unit::Hour).then(|| ruler(t, derivation, today)),
        boxes: if clock.unit == Unit::Hour { vec![] } else { boxes(t, derivation) },
        days: vec![],
        basis: steps.chain(basis).collect::<Vec<_>>().join(if t.lang() == "en" { " " } else { "" }).into(),
        law: None,
    }
}

/// The span of a list's row as a bar: from its first day to its last. None for a clock of hours, or one that stands.
pub(super) fn short_ruler(t: Say, due: &Due, now: Timestamp) -> Option<Ruler> {
    if due.unit == Unit::Hour || due.paused {
        return None;
    }
    let (passed, span) = (days_between(due.start, kernel::beijing_date(now)), days_between(due.start, due.on));
    let (from, to) = (t.short_date(due.start), t.short_date(due.on));
    let from = t.say("desk-ruler-short-from").with("day", from).with("passed", passed.max(0));
    let rolled = days_between(due.raw, due.on);
    let rest = if rolled > 0 && span > 0 { vec![(share(span - rolled, span), share(rolled, span))] } else { vec![] };
    Some(Ruler { today: String::new(), rest, ..Ruler::days(t, passed, span, from, to) })
}

#[expect(clippy::cast_precision_loss, reason = "days of a deadline, drawn in pixels")]
fn share(days: i32, span: i32) -> f32 {
    days as f32 / span as f32 * 100.0
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn ruler(t: Say, derivation: &Derivation, today: Date) -> Ruler {
    let (start, last) = (derivation.start, derivation.dates.statutory);
    let (passed, span) = (days_between(start, today), days_between(start, last));
    let from = t.say("desk-ruler-from").with("day", t.date(start));
    let to = t.say("desk-ruler-to").with("day", t.date(last));
    Ruler {
        today: t.say("desk-ruler-today").with("n", passed.max(0)).text(),
        rest: rest(derivation, start, span),
        ..Ruler::days(t, passed, span, from, to)
    }
}

/// The rest days at the end, over which the date rolled.
fn rest(derivation: &Derivation, start: Date, span: i32) -> Vec<(f32, f32)> {
    let raw = derivation.dates.raw;
    let rolled = days_between(raw, derivation.dates.statutory);
    if rolled <= 0 || span <= 0 {
        return vec![];
    }
    vec![(share(days_between(start, raw), span), share(rolled, span))]
}

/// Reminder, span counted out, told to the person; those that fall on one day become one box.
fn boxes(t: Say, derivation: &Derivation) -> Vec<DateBox> {
    let dates = derivation.dates;
    let remind = derivation.steps.iter().find(|step| step.kind == StepKind::Remind);
    let remind = remind.and_then(|step| step.dates.first().copied()).unwrap_or(dates.conservative);
    let mut all = [
        (remind, "desk-why-remind", false),
        (dates.raw, "desk-why-raw", false),
        (dates.statutory, "desk-why-told", true),
    ];
    all.sort_by_key(|(day, _, told)| (*day, *told));
    let mut boxes: Vec<(Date, Vec<String>, bool)> = vec![];
    for (day, key, told) in all {
        let what = t.say(key).text();
        match boxes.last_mut().filter(|(last, ..)| *last == day) {
            Some((_, whats, is_told)) => {
                whats.push(what);
                *is_told |= told;
            }
            None => boxes.push((day, vec![what], told)),
        }
    }
    let comma = if t.lang() == "en" { " " } else { "" };
    boxes
        .into_iter()
        .map(|(day, whats, told)| DateBox { date: Line::from(t.date(day)), what: whats.join(comma).into(), told })
        .collect()
}
