//! A clock as a case keeps it: its terms, its dates, its state. Immutable: every change gives a new value.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use kernel::{ClockId, Refusal, beijing_date, calendar::WorkCalendar};
use serde::{Deserialize, Serialize};

use super::{
    compute::{DueDates, compute},
    def::{ClockDef, DefId, DueView, PauseReason, Roll, Unit},
};

/// The longest span a clock may have, in its unit: a hundred years of days.
const LONGEST: u32 = 36_525;

/// Days on which a clock stood still, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// The first day that does not count.
    pub from: Date,
    /// The last day that does not count; `None` while it lasts.
    pub to: Option<Date>,
}

/// Whether a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ClockState {
    /// It runs.
    Running,
    /// It stands still since a moment.
    Paused {
        /// Since when.
        since: Timestamp,
    },
    /// It has stopped: what was owed has been done, or is owed no more.
    Stopped {
        /// When.
        at: Timestamp,
        /// Whether that was before it ran out.
        in_time: bool,
    },
}

/// The trace of a recomputation after a calendar was published (T-11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recomputation {
    /// The dates before.
    pub old: DueDates,
    /// The dates after.
    pub new: DueDates,
    /// The calendar before.
    pub old_version: Arc<str>,
    /// The calendar after.
    pub new_version: Arc<str>,
}

/// One clock of a case. Its terms are copied from the definition, so the case keeps the rules it was registered under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Its id.
    pub id: ClockId,
    /// Which definition it follows.
    pub def: DefId,
    /// The version of the table the definition came from.
    pub def_version: Arc<str>,
    /// The moment that started it.
    pub started_at: Timestamp,
    /// The Beijing day of that moment: the day that does not count (T-01, T-08).
    pub start: Date,
    /// What is counted.
    pub unit: Unit,
    /// How many.
    pub length: u32,
    /// What happens on a rest day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub roll: Roll,
    /// Which date decides whether it is overdue.
    #[serde(default, skip_serializing_if = "is_default")]
    pub judged_by: DueView,
    /// Which date reminds.
    pub warned_by: DueView,
    /// How long before that date the reminder goes out: days, for hour clocks hours.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remind: u32,
    /// By how much it was extended in all, in its unit; counted from the start, never from a rolled date.
    #[serde(default, skip_serializing_if = "is_default")]
    pub extension_days: u32,
    /// How often it was extended.
    #[serde(default, skip_serializing_if = "is_default")]
    pub extension_times: u8,
    /// Days on which it stood still, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// The span counted out.
    pub raw: Date,
    /// Rolled forward from a rest day: the date told to people.
    pub statutory: Date,
    /// The last working day not after raw.
    pub conservative: Date,
    /// The first moment at which it is overdue: 24:00 Beijing time of the judging date, or the exact hour.
    pub due_at: Timestamp,
    /// When the reminder goes out.
    pub remind_at: Timestamp,
    /// Whether a date rests on a year whose calendar is not published.
    pub provisional: bool,
    /// The versions of the calendar years that were asked; empty for hours, which ask none.
    pub calendar_version: Arc<str>,
    /// What recomputations changed, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recomputed: Vec<Recomputation>,
    /// Whether it runs.
    pub state: ClockState,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Clock {
    /// Starts a clock of definition `def` at `started_at`; `length` only where the definition leaves it open.
    ///
    /// # Errors
    /// `clock-length-missing`, `clock-length-fixed` or `clock-length-range`, all on field `length`.
    pub fn start(
        def: &ClockDef,
        id: ClockId,
        started_at: Timestamp,
        calendar: &WorkCalendar,
        length: Option<u32>,
    ) -> Result<Self, Refusal> {
        let length = chosen_length(def, length)?;
        let start = beijing_date(started_at);
        let clock = Self {
            id,
            def: def.id.clone(),
            def_version: def.version.clone(),
            started_at,
            start,
            unit: def.unit,
            length,
            roll: def.roll,
            judged_by: def.judged_by,
            warned_by: def.warn_view(),
            remind: def.remind,
            extension_days: 0,
            extension_times: 0,
            pauses: vec![],
            raw: start,
            statutory: start,
            conservative: start,
            due_at: started_at,
            remind_at: started_at,
            provisional: false,
            calendar_version: def.version.clone(),
            recomputed: vec![],
            state: ClockState::Running,
        };
        Ok(clock.computed(calendar))
    }

    /// The same clock with its dates computed from its terms.
    #[must_use]
    pub(super) fn computed(mut self, calendar: &WorkCalendar) -> Self {
        let computed = compute(&self, calendar);
        self.provisional = computed.provisional(calendar);
        self.calendar_version = computed.version(calendar);
        self.raw = computed.dates.raw;
        self.statutory = computed.dates.statutory;
        self.conservative = computed.dates.conservative;
        self.due_at = computed.due_at;
        self.remind_at = computed.remind_at;
        self
    }

    /// The three dates together.
    #[must_use]
    pub fn dates(&self) -> DueDates {
        DueDates { raw: self.raw, statutory: self.statutory, conservative: self.conservative }
    }

    /// The date that decides whether it is overdue.
    #[must_use]
    pub fn judging_date(&self) -> Date {
        self.dates().view(self.judged_by)
    }

    /// Whether it runs: neither paused nor stopped.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state, ClockState::Running)
    }

    /// Whether it has not stopped: it runs or is paused.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, ClockState::Stopped { .. })
    }

    /// Whether it runs and has run out at `now`.
    #[must_use]
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.is_running() && now >= self.due_at
    }

    /// Stops it at `at` (for something sent by post: when it was posted, T-04). A stopped clock stays as it is.
    #[must_use]
    pub fn stop(&self, at: Timestamp) -> Self {
        let in_time = match self.state {
            ClockState::Stopped { .. } => return self.clone(),
            // It was paused before it ran out, and paused days do not count.
            ClockState::Paused { .. } => true,
            ClockState::Running => at < self.due_at,
        };
        Self { state: ClockState::Stopped { at, in_time }, ..self.clone() }
    }

    /// Computes it again by another calendar: the new clock with a trace when a date changed or is no longer (or newly)
    /// provisional, else `None`. A stopped clock never changes.
    #[must_use]
    pub fn recompute(&self, calendar: &WorkCalendar) -> Option<Self> {
        if !self.is_open() {
            return None;
        }
        let mut new = self.clone().computed(calendar);
        let same = new.dates() == self.dates() && new.due_at == self.due_at && new.provisional == self.provisional;
        if same {
            return None;
        }
        new.recomputed.push(Recomputation {
            old: self.dates(),
            new: new.dates(),
            old_version: self.calendar_version.clone(),
            new_version: new.calendar_version.clone(),
        });
        Some(new)
    }
}

fn chosen_length(def: &ClockDef, given: Option<u32>) -> Result<u32, Refusal> {
    let named = |code: &str| Refusal::invalid("length", code).with("clock", &def.id);
    let length = match (def.length, given) {
        (Some(fixed), None) => fixed,
        (Some(fixed), Some(given)) if fixed == given => fixed,
        (Some(fixed), Some(_)) => return Err(named("clock-length-fixed").with("length", fixed)),
        (None, Some(given)) => given,
        (None, None) => return Err(named("clock-length-missing")),
    };
    if (1..=LONGEST).contains(&length) { Ok(length) } else { Err(named("clock-length-range").with("max", LONGEST)) }
}
