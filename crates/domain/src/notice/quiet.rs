//! The hours in which no telephone rings.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time, time},
    tz::TimeZone,
};
use kernel::{Refusal, calendar::WorkCalendar};
use serde::{Deserialize, Serialize};

use super::Purpose;

/// The longest row of rest days that is looked through; the longest holiday has nine.
const LONGEST_REST: i64 = 31;

/// Quiet hours of a jurisdiction, in Beijing time. Over midnight: they begin in the evening and end in the morning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quiet {
    /// When they begin.
    pub from: Time,
    /// When they end on a working day.
    pub until: Time,
    /// When they end on a rest day.
    pub until_on_rest_days: Time,
    /// Whether rest days are quiet as a whole.
    pub rest_days_whole: bool,
    /// What goes at any hour.
    pub urgent: Vec<Purpose>,
}

impl Default for Quiet {
    fn default() -> Self {
        Self {
            from: time(21, 0, 0, 0),
            until: time(8, 0, 0, 0),
            until_on_rest_days: time(9, 0, 0, 0),
            rest_days_whole: false,
            urgent: vec![],
        }
    }
}

impl Quiet {
    /// Checks the hours.
    ///
    /// # Errors
    /// `notice-quiet` when an end does not lie before the beginning.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.until < self.from && self.until_on_rest_days < self.from {
            return Ok(());
        }
        Err(Refusal::invalid("quiet_from", "notice-quiet"))
    }

    /// The morning for which a notice of `at` is held; `None` when it may go now. A date of today that would be past by then
    /// makes it urgent: told too late is not told.
    #[must_use]
    pub fn hold(
        &self,
        at: Timestamp,
        calendar: &WorkCalendar,
        purpose: Purpose,
        date: Option<Date>,
    ) -> Option<Timestamp> {
        let local = TimeZone::fixed(jiff::tz::offset(8)).to_datetime(at);
        let (day, hour) = (local.date(), local.time());
        if self.urgent.contains(&purpose) || !self.is_quiet(day, hour, calendar) {
            return None;
        }
        let morning = self.morning_after(day, hour, calendar)?;
        if date.is_some_and(|date| date >= day && date < morning.0) {
            return None;
        }
        TimeZone::fixed(jiff::tz::offset(8)).to_timestamp(morning.0.to_datetime(morning.1)).ok()
    }

    fn until(&self, day: Date, calendar: &WorkCalendar) -> Time {
        if calendar.is_rest_day(day) { self.until_on_rest_days } else { self.until }
    }

    fn is_silent(&self, day: Date, calendar: &WorkCalendar) -> bool {
        self.rest_days_whole && calendar.is_rest_day(day)
    }

    fn is_quiet(&self, day: Date, hour: Time, calendar: &WorkCalendar) -> bool {
        self.is_silent(day, calendar) || hour < self.until(day, calendar) || hour >= self.from
    }

    fn morning_after(&self, day: Date, hour: Time, calendar: &WorkCalendar) -> Option<(Date, Time)> {
        let first = i64::from(hour >= self.until(day, calendar));
        (first..LONGEST_REST)
            .filter_map(|ahead| day.checked_add(ahead.days()).ok())
            .find(|day| !self.is_silent(*day, calendar))
            .map(|day| (day, self.until(day, calendar)))
    }
}
