//! Everything a decision may look at besides the case and the command.

use jiff::{Span, Timestamp, civil::Date};
use kernel::{ClockId, Ctx, Refusal, calendar::WorkCalendar};

use crate::{
    actor::Actor,
    deadline::{Clock, ClockDef, ClockSet},
    settings::Settings,
};

/// Years beyond which a day that somebody sets is a slip of the hand and no plan.
const REACH_YEARS: i16 = 2;
/// The same for what was promised in an answer: land grows back slowly.
const PROMISE_YEARS: i16 = 5;

/// A day that somebody sets for somebody else lies within two years of `today`.
///
/// # Errors
/// `day-far` on `field`, with the last day that may be set.
pub fn within_reach(field: &str, day: Date, today: Date) -> Result<(), Refusal> {
    not_after(field, day, today, REACH_YEARS)
}

/// A day by which something was promised lies within five years of `today`.
///
/// # Errors
/// `day-far` on `field`.
pub fn promise_within_reach(field: &str, day: Date, today: Date) -> Result<(), Refusal> {
    not_after(field, day, today, PROMISE_YEARS)
}

fn not_after(field: &str, day: Date, today: Date, years: i16) -> Result<(), Refusal> {
    let last = today.saturating_add(Span::new().years(years));
    if day <= last { Ok(()) } else { Err(Refusal::invalid(field, "day-far").with("last", last)) }
}

/// The surroundings of one decision: who, when, by which calendar, clocks and settings.
#[derive(Debug, Clone, Copy)]
pub struct Env<'a> {
    /// Time, ids and randomness.
    pub ctx: &'a Ctx,
    /// Who gives the command.
    pub actor: Actor,
    /// The work calendar in force.
    pub calendar: &'a WorkCalendar,
    /// The clocks of the case's jurisdiction as of its registration.
    pub clocks: &'a ClockSet,
    /// The settings of the case's jurisdiction.
    pub settings: &'a Settings,
}

impl Env<'_> {
    /// The moment of the decision.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.ctx.now()
    }

    /// The definition of clock `id`.
    ///
    /// # Errors
    /// `clock-unknown` when the jurisdiction's table lacks it.
    pub fn clock_def(&self, id: &str) -> Result<&ClockDef, Refusal> {
        self.clocks.get(id).ok_or_else(|| Refusal::invalid("clock", "clock-unknown").with("clock", id))
    }

    /// Starts clock `id` at `at`; `length` where the definition leaves it open.
    ///
    /// # Errors
    /// As [`Env::clock_def`] and [`Clock::start`].
    pub fn start_clock(&self, id: &str, at: Timestamp, length: Option<u32>) -> Result<Clock, Refusal> {
        Clock::start(self.clock_def(id)?, self.ctx.new_id::<ClockId>(), at, self.calendar, length)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_years_ahead_is_a_slip_of_the_hand() {
        let today = date(2026, 11, 22);
        assert_eq!(within_reach("due", date(2028, 11, 22), today), Ok(()));
        let refused = within_reach("due", date(2028, 11, 23), today).unwrap_err();
        assert_eq!((refused.code.as_str(), refused.field.as_str()), ("day-far", "due"));
        assert_eq!(refused.message().say(kernel::Locale::Zh), "这个日子太远了，最晚写到 2028年11月22日（周三）。");
        assert_eq!(promise_within_reach("answers", date(2031, 6, 30), today), Ok(()), "grass grows slowly");
        assert!(promise_within_reach("answers", date(2999, 12, 31), today).is_err());
        let id = uuid::Uuid::from_u128;
        let (agent, deputy) = (id(1).into(), id(2).into());
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (from, until) = (at("2026-11-23T01:00:00Z"), at("2999-01-01T01:00:00Z"));
        let absence = crate::network::Absence { id: id(3).into(), agent, deputy, from, until };
        assert_eq!(absence.validate(at("2026-11-22T01:00:00Z")).unwrap_err().code, "day-far");
    }
}
