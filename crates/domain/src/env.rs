//! Everything a decision may look at besides the case and the command.

use jiff::Timestamp;
use kernel::{ClockId, Ctx, Refusal, calendar::WorkCalendar};

use crate::{
    actor::Actor,
    deadline::{Clock, ClockDef, ClockSet},
    settings::Settings,
};

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
