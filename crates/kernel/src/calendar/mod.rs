//! The work calendar: which days are rest days, and how sure we are.
//!
//! A year whose holiday arrangement (调休) the State Council has published is a [`CalendarYear`]. Any other year knows only
//! its weekends and those statutory days of the 放假办法 that can be known; whatever touches such a year is *provisional*
//! (rules.md T-11). A [`WorkCalendar`] is an immutable value, cheap to clone and to ask: a bit per day and the number of
//! working days before each word of 64, so rolling is a bit scan and adding working days a binary search.

mod bits;
mod day;
mod parse;
mod say;
mod shipped;
mod year;

use std::{collections::BTreeMap, sync::Arc};

use bits::Bits;
pub use day::{day_number, from_day_number, month_end, weekday_number};
use jiff::civil::Date;
pub use parse::RowError;
pub use say::{list_of_days, say_date, say_day, say_days, say_weekday};
pub(crate) use say::{read_in, teach};
pub use year::{CalendarDay, CalendarYear, DayMark, Holiday, RegionalDays};

use crate::DivisionCode;

/// What a day is, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// Monday to Friday without anything special.
    Workday,
    /// A weekend day on which people work to make up for a holiday 调休上班.
    MakeUpWorkday(Holiday),
    /// Saturday or Sunday.
    Weekend,
    /// A day off of a holiday, the shifted ones included.
    Holiday(Holiday),
    /// A day off that a local government set for a people of its area (放假办法 art. 4).
    Regional,
}

impl DayKind {
    /// Whether nobody is expected to work.
    #[must_use]
    pub fn is_rest(self) -> bool {
        !matches!(self, Self::Workday | Self::MakeUpWorkday(_))
    }
}

#[derive(Debug)]
struct Inner {
    bits: Bits,
    years: BTreeMap<i16, Arc<CalendarYear>>,
    regional: Vec<Arc<RegionalDays>>,
    labels: shipped::Labels,
}

/// An immutable calendar of rest days and working days; clones share it.
#[derive(Debug, Clone)]
pub struct WorkCalendar(Arc<Inner>);

impl WorkCalendar {
    /// The calendar shipped with the program: the State Council's arrangements of 2011 to 2026.
    #[must_use]
    pub fn china() -> Self {
        shipped::CHINA.clone()
    }

    /// A calendar of the given published years and regional days; a later year in the list replaces an earlier one.
    #[must_use]
    pub fn new(
        years: impl IntoIterator<Item = CalendarYear>,
        regional: impl IntoIterator<Item = RegionalDays>,
    ) -> Self {
        let years = years.into_iter().map(|year| (year.year(), Arc::new(year))).collect();
        Self::assemble(years, regional.into_iter().map(Arc::new).collect())
    }

    fn assemble(years: BTreeMap<i16, Arc<CalendarYear>>, regional: Vec<Arc<RegionalDays>>) -> Self {
        let bits = Bits::build(&years, &regional);
        let labels = shipped::Labels::build(&years, &regional);
        Self(Arc::new(Inner { bits, years, regional, labels }))
    }

    /// A new calendar in which `year` is published (or replaced by a later version). The old one stays as it was.
    #[must_use]
    pub fn with_year(&self, year: CalendarYear) -> Self {
        let mut years = self.0.years.clone();
        years.insert(year.year(), Arc::new(year));
        Self::assemble(years, self.0.regional.clone())
    }

    /// A new calendar with a layer of days off that a local government set (放假办法 art. 4).
    #[must_use]
    pub fn with_regional(&self, days: RegionalDays) -> Self {
        let mut regional = self.0.regional.clone();
        regional.retain(|layer| layer.division() != days.division());
        regional.push(Arc::new(days));
        Self::assemble(self.0.years.clone(), regional)
    }

    /// The calendar for a division: only the regional layers of the divisions around it (or itself).
    #[must_use]
    pub fn for_division(&self, division: &DivisionCode) -> Self {
        let wanted: Vec<_> = self.regional_for(division).cloned().collect();
        if wanted.len() == self.0.regional.len() { self.clone() } else { Self::assemble(self.0.years.clone(), wanted) }
    }

    fn regional_for<'a>(&'a self, division: &'a DivisionCode) -> impl Iterator<Item = &'a Arc<RegionalDays>> {
        self.0.regional.iter().filter(|layer| layer.division().contains(division))
    }

    /// The published arrangement of `year`.
    #[must_use]
    pub fn year(&self, year: i16) -> Option<&CalendarYear> {
        self.0.years.get(&year).map(AsRef::as_ref)
    }

    /// All published years, in order.
    pub fn years(&self) -> impl Iterator<Item = &CalendarYear> {
        self.0.years.values().map(AsRef::as_ref)
    }

    /// Whether the arrangement of `year` is published; if not, everything that touches it is provisional.
    #[must_use]
    pub fn is_published(&self, year: i16) -> bool {
        self.0.labels.is_published(year)
    }

    /// The versions of the years from `first` to `last`, e.g. `2025-1+2026-1`; an unpublished year is `2027-0`.
    #[must_use]
    pub fn version(&self, first: i16, last: i16) -> Arc<str> {
        self.0.labels.version(first, last)
    }

    /// Whether `date` is a rest day: a weekend or holiday on which people do not work.
    #[must_use]
    pub fn is_rest_day(&self, date: Date) -> bool {
        self.0.bits.is_rest(day_number(date))
    }

    /// Whether people work on `date`, make-up days included (T-05).
    #[must_use]
    pub fn is_workday(&self, date: Date) -> bool {
        !self.is_rest_day(date)
    }

    /// What `date` is, and why. Not for hot paths.
    #[must_use]
    pub fn day_kind(&self, date: Date) -> DayKind {
        if self.0.regional.iter().any(|layer| layer.contains(date)) {
            return DayKind::Regional;
        }
        // The arrangement of next year may speak about the last days of December.
        let marked =
            [date.year() + 1, date.year(), date.year() - 1].iter().find_map(|year| self.year(*year)?.day(date));
        match (marked, self.is_rest_day(date)) {
            (Some(day), true) => DayKind::Holiday(day.holiday),
            (Some(day), false) => DayKind::MakeUpWorkday(day.holiday),
            (None, false) => DayKind::Workday,
            (None, true) => match shipped::statutory_holiday(date) {
                Some(holiday) if !self.is_published(date.year()) => DayKind::Holiday(holiday),
                _ => DayKind::Weekend,
            },
        }
    }

    /// `date` itself when people work on it, else the next day on which they do: the roll of 民法典 art. 203.
    #[must_use]
    pub fn workday_on_or_after(&self, date: Date) -> Date {
        from_day_number(self.0.bits.work_on_or_after(day_number(date)))
    }

    /// `date` itself when people work on it, else the last day before on which they did.
    #[must_use]
    pub fn workday_on_or_before(&self, date: Date) -> Date {
        from_day_number(self.0.bits.work_on_or_before(day_number(date)))
    }

    /// The first working day after `date`.
    #[must_use]
    pub fn next_workday(&self, date: Date) -> Date {
        from_day_number(self.0.bits.work_on_or_after(day_number(date) + 1))
    }

    /// The last working day before `date`.
    #[must_use]
    pub fn prev_workday(&self, date: Date) -> Date {
        from_day_number(self.0.bits.work_on_or_before(day_number(date) - 1))
    }

    /// The `count`-th working day after `start`, which does not count itself (T-01); `start` when `count` is 0.
    #[must_use]
    pub fn add_workdays(&self, start: Date, count: u32) -> Date {
        from_day_number(self.0.bits.add_work(day_number(start), count))
    }

    /// How many working days lie after `start`, up to and including `end`; 0 when `end` is not after `start`.
    #[must_use]
    pub fn count_workdays(&self, start: Date, end: Date) -> u32 {
        self.0.bits.count_work(day_number(start), day_number(end))
    }

    /// The rest days from `first` to `last`, both included.
    pub fn rest_days(&self, first: Date, last: Date) -> impl Iterator<Item = Date> {
        (day_number(first)..=day_number(last)).filter(|day| self.0.bits.is_rest(*day)).map(from_day_number)
    }
}

impl Default for WorkCalendar {
    fn default() -> Self {
        Self::china()
    }
}

#[cfg(test)]
mod tests;
