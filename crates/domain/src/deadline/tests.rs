//! The scenarios of rules.md section 11, the shared vectors, the properties, and the words.

use jiff::{Timestamp, civil::Date};
use kernel::{ClockId, DivisionCode, Locale, calendar::WorkCalendar};

use super::*;

mod change;
mod properties;
mod scenarios;
mod table;
mod urgency;
mod words;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Nine in the morning, Beijing time.
fn at(text: &str) -> Timestamp {
    beijing_midnight(day(text)) + jiff::SignedDuration::from_hours(9)
}

fn clocks() -> ClockSet {
    ClockRules::national().for_case(&DivisionCode::parse("150223").unwrap(), day("2026-01-05"))
}

fn started(id: &str, start: &str) -> Clock {
    started_by(clocks().get(id).unwrap(), at(start), None)
}

fn started_by(def: &ClockDef, at: Timestamp, length: Option<u32>) -> Clock {
    Clock::start(def, clock_id(), at, &WorkCalendar::china(), length).unwrap()
}

fn clock_id() -> ClockId {
    "01990000-0000-7000-8000-000000000001".parse().unwrap()
}

fn said(clock: &Clock, locale: Locale) -> Vec<String> {
    let def = clocks().get(clock.def.as_str()).cloned().unwrap_or_else(|| ClockDef::custom("CUSTOM", clock.unit, None));
    clock.derivation(&def, &WorkCalendar::china()).say(locale).collect()
}
