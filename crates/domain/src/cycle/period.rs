//! Spans of days that follow on one another without gap or overlap.

use jiff::{Timestamp, ToSpan, civil::Date};

use crate::{deadline::beijing_midnight, names};

names! {
    /// How often an office looks back and ahead.
    pub enum Cadence in "cadence" {
        /// 每日
        Day = "DAY",
        /// 每周，周一至周日
        Week = "WEEK",
        /// 每半月，1 日至 15 日、16 日至月末
        HalfMonth = "HALF_MONTH",
        /// 每月
        Month = "MONTH",
    }
}

/// One span of a cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Of which cadence.
    pub cadence: Cadence,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

impl Period {
    /// The span in which `day` lies.
    #[must_use]
    pub fn around(cadence: Cadence, day: Date) -> Self {
        let (first, last) = match cadence {
            Cadence::Day => (day, day),
            Cadence::Week => {
                let monday = day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
                (monday, monday.saturating_add(6.days()))
            }
            Cadence::HalfMonth if day.day() <= 15 => (day.first_of_month(), on(day, 15)),
            Cadence::HalfMonth => (on(day, 16), day.last_of_month()),
            Cadence::Month => (day.first_of_month(), day.last_of_month()),
        };
        Self { cadence, first, last }
    }

    /// The span before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::around(self.cadence, self.first.saturating_sub(1.days()))
    }

    /// The span after.
    #[must_use]
    pub fn after(self) -> Self {
        Self::around(self.cadence, self.last.saturating_add(1.days()))
    }

    /// Its first moment.
    #[must_use]
    pub fn begins(self) -> Timestamp {
        beijing_midnight(self.first)
    }

    /// The first moment that no longer belongs to it.
    #[must_use]
    pub fn ends(self) -> Timestamp {
        beijing_midnight(self.last.saturating_add(1.days()))
    }

    /// Whether `day` is one of its days.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// The day `number` of the month of `day`; every month has a 15th and a 16th.
fn on(day: Date, number: i8) -> Date {
    Date::new(day.year(), day.month(), number).unwrap_or(day)
}
