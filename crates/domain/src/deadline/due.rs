//! What a list keeps of a clock: enough to tell how urgent it is, without the rest of the case.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    clock::Clock,
    def::{DefId, Unit},
    urgency::{Urgency, urgency_of},
};

/// The terms of one open clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Which definition it follows.
    pub def: DefId,
    /// What is counted.
    pub unit: Unit,
    /// The moment that started it.
    pub started_at: Timestamp,
    /// The day that does not count.
    pub start: Date,
    /// The span counted out.
    pub raw: Date,
    /// The date that decides whether it is overdue: the one told to people.
    pub on: Date,
    /// The first moment at which it is overdue.
    pub due_at: Timestamp,
    /// It stands still.
    #[serde(default)]
    pub paused: bool,
}

impl Due {
    /// The terms of an open clock.
    #[must_use]
    pub fn of(clock: &Clock) -> Self {
        Self {
            def: clock.def.clone(),
            unit: clock.unit,
            started_at: clock.started_at,
            start: clock.start,
            raw: clock.raw,
            on: clock.judging_date(),
            due_at: clock.due_at,
            paused: !clock.is_running(),
        }
    }

    /// How urgent it is at `now`.
    #[must_use]
    pub fn urgency(&self, now: Timestamp) -> Urgency {
        if self.paused { Urgency::Paused } else { urgency_of(self, now) }
    }
}
