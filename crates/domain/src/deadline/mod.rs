//! Deadlines: a deadline is a value. From a start, a length, pauses and a calendar follow three due dates and the
//! derivation that people read (rules.md section 7).
//!
//! * *raw* – the span counted out; the starting day does not count (T-01).
//! * *statutory* – raw, rolled to the next working day when it is a rest day (T-03): past it, the clock is overdue.
//! * *conservative* – the last working day not after raw: the day on which an authority is reminded.
//!
//! Clocks are data ([`ClockRules`]) per jurisdiction and effective date; a running one is a [`Clock`], which carries its
//! own terms, so a case keeps the rules under which it was registered. Urgency is computed, never set.

mod change;
mod clock;
mod compute;
mod def;
mod derivation;
mod due;
mod rules;
mod urgency;

pub use clock::{Clock, ClockState, Pause, Recomputation};
pub use compute::{DueDates, beijing_midnight};
pub use def::{ClockDef, Confidence, DefId, DueView, Extension, OwedBy, PauseReason, Roll, Unit};
pub use derivation::{Derivation, Step, StepKind};
pub use due::Due;
pub use rules::{ClockRules, ClockSet};
pub use urgency::{Left, Urgency, most_urgent};

#[cfg(test)]
mod tests;
