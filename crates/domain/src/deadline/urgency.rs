//! Urgency: computed from the clock and the present, never set (ux.md section 2).

use jiff::Timestamp;
use kernel::{Message, beijing_date, calendar::day_number};
use serde::Serialize;

use super::{
    clock::{Clock, ClockState},
    def::Unit,
    due::Due,
};

/// Days left at and below which a matter turns yellow.
const SOON_DAYS: i64 = 7;
/// The share of the span left at and below which it turns yellow: one in three.
const SOON_SHARE: i64 = 3;

/// An amount of time, in the unit the clock is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "unit", content = "amount", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Left {
    /// Whole days from today to the due date; 0 is today.
    Days(i64),
    /// Begun hours, for clocks that count hours.
    Hours(i64),
}

impl Left {
    /// The bare amount.
    #[must_use]
    pub fn amount(self) -> i64 {
        match self {
            Self::Days(amount) | Self::Hours(amount) => amount,
        }
    }
}

/// How urgent a clock is: red, yellow, green or grey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "urgency", content = "left", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Urgency {
    /// 红: past the statutory date, by this much.
    Overdue(Left),
    /// 黄: at most 7 days or a third of the span is left (hour clocks: a third).
    DueSoon(Left),
    /// 绿: otherwise.
    OnTime(Left),
    /// 灰: paused.
    Paused,
    /// 灰: stopped.
    Stopped,
}

impl Urgency {
    /// 0 for the most urgent; for sorting, before the due time.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Overdue(_) => 0,
            Self::DueSoon(_) => 1,
            Self::OnTime(_) => 2,
            Self::Paused => 3,
            Self::Stopped => 4,
        }
    }

    /// The stable word for CSS classes and filters.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue(_) => "overdue",
            Self::DueSoon(_) => "due-soon",
            Self::OnTime(_) => "on-time",
            Self::Paused => "paused",
            Self::Stopped => "stopped",
        }
    }

    /// The words on the chip: 超期 4 天, 还剩 7 天, 今天到期, 暂停计时, 已停止.
    #[must_use]
    pub fn message(self) -> Message {
        let (key, left) = match self {
            Self::Overdue(left) => ("urgency-overdue", left),
            Self::DueSoon(Left::Days(0)) => return Message::new("urgency-today"),
            Self::DueSoon(left) | Self::OnTime(left) => ("urgency-left", left),
            Self::Paused => return Message::new("urgency-paused"),
            Self::Stopped => return Message::new("urgency-stopped"),
        };
        let unit = match left {
            Left::Days(_) => "days",
            Left::Hours(_) => "hours",
        };
        Message::new(format!("{key}-{unit}")).with("amount", left.amount())
    }
}

/// How urgent a running clock with these terms is: the one rule for cases and for lists.
pub(super) fn urgency_of(due: &Due, now: Timestamp) -> Urgency {
    if due.unit == Unit::Hour { in_hours(due, now) } else { in_days(due, now) }
}

fn in_days(due: &Due, now: Timestamp) -> Urgency {
    let today = day_number(beijing_date(now));
    let left = i64::from(day_number(due.on) - today);
    let span = i64::from(day_number(due.raw) - day_number(due.start));
    if now >= due.due_at {
        Urgency::Overdue(Left::Days(-left))
    } else if left <= SOON_DAYS || left * SOON_SHARE <= span {
        Urgency::DueSoon(Left::Days(left))
    } else {
        Urgency::OnTime(Left::Days(left))
    }
}

fn in_hours(due: &Due, now: Timestamp) -> Urgency {
    const HOUR: i64 = 3_600;
    let left = due.due_at.as_second() - now.as_second();
    let span = due.due_at.as_second() - due.started_at.as_second();
    // A begun hour counts whole: 还剩 1 小时 until the last second, 超期 1 小时 from the first.
    let hours = Left::Hours((left.abs() + HOUR - 1).div_euclid(HOUR).max(1));
    if now >= due.due_at {
        Urgency::Overdue(hours)
    } else if left * SOON_SHARE <= span {
        Urgency::DueSoon(hours)
    } else {
        Urgency::OnTime(hours)
    }
}

impl Clock {
    /// How urgent it is at `now`.
    #[must_use]
    pub fn urgency(&self, now: Timestamp) -> Urgency {
        match self.state {
            ClockState::Stopped { .. } => Urgency::Stopped,
            ClockState::Paused { .. } => Urgency::Paused,
            ClockState::Running => urgency_of(&Due::of(self), now),
        }
    }

    /// The order of urgency: red before yellow before green before grey, then whichever runs out first.
    #[must_use]
    pub fn urgency_key(&self, now: Timestamp) -> (u8, Timestamp) {
        (self.urgency(now).rank(), self.due_at)
    }
}

/// The most urgent of the clocks: what a matter shows. `None` when there is none.
pub fn most_urgent<'a>(clocks: impl IntoIterator<Item = &'a Clock>, now: Timestamp) -> Option<&'a Clock> {
    clocks.into_iter().min_by_key(|clock| clock.urgency_key(now))
}
