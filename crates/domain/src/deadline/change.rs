//! What may happen to a running clock: extension, pause and resumption (T-10).

use jiff::{Timestamp, civil::Date};
use kernel::{Refusal, beijing_date, calendar::WorkCalendar};

use super::{
    clock::{Clock, ClockState, Pause},
    def::{ClockDef, PauseReason},
};

impl Clock {
    /// Extends it by `days` of its unit, decided at `now`. The span is counted again from the start with the longer length,
    /// never from a rolled date. Who may approve and the reason are the caller's to check.
    ///
    /// # Errors
    /// `clock-stopped`, `extension-not-allowed`, `extension-days` (zero), `extension-second-time`, `extension-too-long`,
    /// `extension-after-expiry`.
    pub fn extend(&self, days: u32, def: &ClockDef, calendar: &WorkCalendar, now: Timestamp) -> Result<Self, Refusal> {
        self.refuse_stopped()?;
        let refuse = |code: &str| Refusal::rule(code, "R-067", &def.article).on("days").with("clock", &self.def);
        let rule = def.extension.as_ref().ok_or_else(|| refuse("extension-not-allowed"))?;
        let total = self.extension_days.saturating_add(days);
        if days == 0 {
            return Err(refuse("extension-days"));
        }
        if let Some(times) = rule.times.filter(|times| self.extension_times >= *times) {
            return Err(refuse("extension-second-time").with("times", times));
        }
        if let Some(max) = rule.days.filter(|max| total > *max) {
            return Err(refuse("extension-too-long").with("days", total).with("max", max));
        }
        if self.is_overdue(now) {
            return Err(refuse("extension-after-expiry").with("due", self.judging_date()));
        }
        let extended =
            Self { extension_days: total, extension_times: self.extension_times.saturating_add(1), ..self.clone() };
        Ok(extended.computed(calendar))
    }

    /// Stops counting from the day of `at` on, for `reason`. The dates stay as they are until it resumes.
    ///
    /// # Errors
    /// `pause-not-allowed` where the definition does not list the reason (T-10), `clock-stopped`, `pause-open`,
    /// `pause-after-expiry`.
    pub fn pause(&self, reason: PauseReason, at: Timestamp, def: &ClockDef) -> Result<Self, Refusal> {
        self.refuse_stopped()?;
        refuse_reason(reason, def)?;
        let refuse = |code: &str| Refusal::rule(code, "T-10", &def.article).on("pause");
        if !self.is_running() {
            return Err(refuse("pause-open"));
        }
        if at >= self.due_at {
            return Err(refuse("pause-after-expiry").with("due", self.judging_date()));
        }
        let mut paused = self.clone();
        paused.pauses.push(Pause { reason, from: beijing_date(at), to: None });
        paused.state = ClockState::Paused { since: at };
        Ok(paused)
    }

    /// Counts on after the day of `at`, which is the last one that does not count.
    ///
    /// # Errors
    /// `pause-not-open` when it is not paused, `pause-order` when `at` lies before the pause.
    pub fn resume(&self, at: Timestamp, calendar: &WorkCalendar) -> Result<Self, Refusal> {
        let refuse = |code: &str| Refusal::rule(code, "T-10", "A36_2").on("pause");
        let ClockState::Paused { since } = self.state else {
            return Err(refuse("pause-not-open"));
        };
        if at < since {
            return Err(refuse("pause-order"));
        }
        let mut resumed = self.clone();
        if let Some(open) = resumed.pauses.iter_mut().find(|pause| pause.to.is_none()) {
            open.to = Some(beijing_date(at));
        }
        resumed.state = ClockState::Running;
        Ok(resumed.computed(calendar))
    }

    /// Notes a pause that is over, from its first to its last day, both included.
    ///
    /// # Errors
    /// As [`Clock::pause`] and [`Clock::resume`]; `pause-before-start` when it begins before the first counted day.
    pub fn with_pause(
        &self,
        reason: PauseReason,
        (from, to): (Date, Date),
        def: &ClockDef,
        calendar: &WorkCalendar,
    ) -> Result<Self, Refusal> {
        self.refuse_stopped()?;
        refuse_reason(reason, def)?;
        let refuse = |code: &str| Refusal::rule(code, "T-10", &def.article).on("pause");
        if from > to {
            return Err(refuse("pause-order"));
        }
        if from <= self.start {
            return Err(refuse("pause-before-start").with("start", self.start));
        }
        if from > self.judging_date() {
            return Err(refuse("pause-after-expiry").with("due", self.judging_date()));
        }
        let mut longer = self.clone();
        let at = longer.pauses.partition_point(|pause| pause.from <= from);
        longer.pauses.insert(at, Pause { reason, from, to: Some(to) });
        Ok(longer.computed(calendar))
    }

    fn refuse_stopped(&self) -> Result<(), Refusal> {
        if self.is_open() { Ok(()) } else { Err(Refusal::rule("clock-stopped", "", "").with("clock", &self.def)) }
    }
}

fn refuse_reason(reason: PauseReason, def: &ClockDef) -> Result<(), Refusal> {
    if def.pauses.contains(&reason) {
        return Ok(());
    }
    Err(Refusal::rule("pause-not-allowed", "T-10", "A36_2")
        .on("pause")
        .with("reason", reason.name())
        .with("clock", &def.id))
}
