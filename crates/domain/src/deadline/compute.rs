//! The arithmetic: from terms, start, extension and pauses to the three dates. No allocation, no steps.

use std::sync::{Arc, LazyLock};

use jiff::{Timestamp, civil::Date};
use kernel::{
    beijing_date,
    calendar::{WorkCalendar, day_number, from_day_number, month_end},
};
use serde::{Deserialize, Serialize};

use super::{
    clock::{Clock, Pause},
    def::{DueView, Roll, Unit},
};

/// Days from the Unix epoch to 1 January 2000.
const UNIX_DAYS: i64 = 10_957;
const DAY: i64 = 86_400;
/// Beijing is eight hours ahead, all year (T-13).
const OFFSET: i64 = 8 * 3_600;
/// Reminders go out at nine in the morning.
const REMINDER_HOUR: i64 = 9;

/// The moment at which `date` begins in Beijing.
#[must_use]
pub fn beijing_midnight(date: Date) -> Timestamp {
    instant(day_number(date), 0)
}

/// `hour` o'clock Beijing time on a day number; the last moment that can be told when it lies beyond.
fn instant(day: i32, hour: i64) -> Timestamp {
    let seconds = (i64::from(day) + UNIX_DAYS) * DAY + hour * 3_600 - OFFSET;
    Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// The three dates of a clock and what follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDates {
    /// The span counted out.
    pub raw: Date,
    /// Rolled forward from a rest day.
    pub statutory: Date,
    /// The last working day not after raw.
    pub conservative: Date,
}

impl DueDates {
    /// The date of a view.
    #[must_use]
    pub fn view(&self, view: DueView) -> Date {
        match view {
            DueView::Raw => self.raw,
            DueView::Statutory => self.statutory,
            DueView::Conservative => self.conservative,
        }
    }
}

/// Everything computed for a clock.
pub(super) struct Computed {
    pub dates: DueDates,
    pub due_at: Timestamp,
    pub remind_at: Timestamp,
    /// The first and last day whose being a rest day was asked; `None` when the calendar was not needed.
    pub asked: Option<(Date, Date)>,
}

impl Computed {
    pub(super) fn provisional(&self, calendar: &WorkCalendar) -> bool {
        self.asked.is_some_and(|(first, last)| !(first.year()..=last.year()).all(|year| calendar.is_published(year)))
    }

    /// The years asked; empty when none was.
    pub(super) fn version(&self, calendar: &WorkCalendar) -> Arc<str> {
        static NONE: LazyLock<Arc<str>> = LazyLock::new(Arc::default);
        self.asked.map_or_else(|| NONE.clone(), |(first, last)| calendar.version(first.year(), last.year()))
    }
}

/// `count` units after `start`, without pauses, extension or roll.
pub(super) fn count_out(unit: Unit, start: Date, count: u32, calendar: &WorkCalendar) -> Date {
    match unit {
        Unit::CalendarDay | Unit::Hour => from_day_number(day_number(start).saturating_add_unsigned(count)),
        Unit::Workday => calendar.add_workdays(start, count),
        Unit::Month => month_end(start, count),
    }
}

/// The part of a pause that lies inside the span and is not counted twice: its first and last day number.
fn effective(pause: &Pause, not_before: i32, raw: Date) -> Option<(i32, i32)> {
    let (from, to) = (day_number(pause.from), day_number(pause.to?));
    let from = from.max(not_before);
    (from <= to && from <= day_number(raw)).then_some((from, to))
}

/// Shifts `raw` by the pauses that lie inside the span, telling each shift to `seen`. Pauses are in order of their start.
pub(super) fn shift(
    unit: Unit,
    start: Date,
    mut raw: Date,
    pauses: &[Pause],
    calendar: &WorkCalendar,
    mut seen: impl FnMut(&Pause, u32, Date),
) -> Date {
    let mut not_before = day_number(start) + 1;
    for pause in pauses {
        let Some((from, to)) = effective(pause, not_before, raw) else {
            continue;
        };
        let days = match unit {
            Unit::Workday => calendar.count_workdays(from_day_number(from - 1), from_day_number(to)),
            _ => u32::try_from(to - from + 1).unwrap_or_default(),
        };
        raw = match unit {
            Unit::Workday => calendar.add_workdays(raw, days),
            _ => from_day_number(day_number(raw).saturating_add_unsigned(days)),
        };
        not_before = to + 1;
        seen(pause, days, raw);
    }
    raw
}

/// Computes a clock from its terms.
pub(super) fn compute(clock: &Clock, calendar: &WorkCalendar) -> Computed {
    if clock.unit == Unit::Hour {
        return compute_hours(clock, calendar);
    }
    let count = clock.length.saturating_add(clock.extension_days);
    let counted = count_out(clock.unit, clock.start, count, calendar);
    let raw = shift(clock.unit, clock.start, counted, &clock.pauses, calendar, |_, _, _| {});
    let statutory = match clock.roll {
        Roll::Forward => calendar.workday_on_or_after(raw),
        Roll::None => raw,
    };
    let dates = DueDates { raw, statutory, conservative: calendar.workday_on_or_before(raw) };
    let first_asked = match clock.unit {
        Unit::Workday => from_day_number(day_number(clock.start) + 1),
        _ => dates.conservative,
    };
    let warn_day = day_number(dates.view(clock.warned_by)).saturating_sub_unsigned(clock.remind);
    Computed {
        dates,
        due_at: instant(day_number(dates.view(clock.judged_by)) + 1, 0),
        remind_at: instant(warn_day, REMINDER_HOUR).max(clock.started_at),
        asked: Some((first_asked, statutory)),
    }
}

/// Hours run from moment to moment and never roll (T-01).
fn compute_hours(clock: &Clock, calendar: &WorkCalendar) -> Computed {
    let hours = i64::from(clock.length) + i64::from(clock.extension_days);
    let unpaused = after_hours(clock.started_at, hours);
    let last = beijing_date(unpaused);
    let shifted = shift(Unit::Hour, clock.start, last, &clock.pauses, calendar, |_, _, _| {});
    let due_at = after_hours(unpaused, i64::from(day_number(shifted) - day_number(last)) * 24);
    let raw = beijing_date(due_at);
    Computed {
        dates: DueDates { raw, statutory: raw, conservative: raw },
        due_at,
        remind_at: after_hours(due_at, -i64::from(clock.remind)).max(clock.started_at),
        asked: None,
    }
}

fn after_hours(at: Timestamp, hours: i64) -> Timestamp {
    at.checked_add(jiff::SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MAX)
}
