//! What a unit owes by a day: it reports what it did, whoever asked for it accepts that or returns it with a new day, and what is
//! late is asked for once a day. Decisions of a meeting and steps of a shared plan are owed in this way.

use jiff::{Timestamp, civil::Date};
use kernel::{ClockId, OrgId, Refusal, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    deadline::Clock,
    env::Env,
    lifecycle::{ClockMove, a_person},
    names,
};

/// What the unit says it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// On which day it was done.
    pub on: Date,
    /// What was done, and what shows it.
    pub evidence: Text<2000>,
    /// Who wrote it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

names! {
    /// Where it stands.
    pub enum State in "owed" {
        /// 等单位回报
        Owed = "OWED",
        /// 单位回报了，等人看
        Answered = "ANSWERED",
        /// 办到了
        Settled = "SETTLED",
    }
}

/// What became of it so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// The clocks of the unit's reports, the one that counts last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockId>,
    /// Its reports, each with why it was not enough, when it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<(Report, Option<Text<500>>)>,
    /// When it was last asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded_at: Option<Timestamp>,
    /// When it was settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<Timestamp>,
}

/// The rule and the article that a refusal names.
#[derive(Debug, Clone, Copy)]
pub struct Under(pub &'static str, pub &'static str);

impl Under {
    fn broken(self, code: &str) -> Refusal {
        Refusal::rule(code, self.0, self.1)
    }
}

/// Days until which something may be due: whoever writes more has mistaken the year.
const LONGEST: u32 = 1_100;

/// The clock `def` from today until the end of the day that was named.
///
/// # Errors
/// `owed-due` for today, a day before it, or one too far off.
pub fn clock_until(def: &str, due: Date, env: &Env<'_>) -> Result<Clock, Refusal> {
    let days = env.ctx.today().until(due).map_or(0, |span| span.get_days());
    let days = u32::try_from(days).ok().filter(|days| (1..=LONGEST).contains(days));
    let days = days.ok_or_else(|| Refusal::invalid("due", "owed-due"))?;
    env.start_clock(def, env.now(), Some(days))
}

impl Track {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.settled_at, self.answers.last()) {
            (Some(_), _) => State::Settled,
            (None, Some((_, None))) => State::Answered,
            _ => State::Owed,
        }
    }

    /// Whether the unit may report that it was done on the day `on`.
    ///
    /// # Errors
    /// `owed-not-the-unit`; `owed-answered`; `leader-future`.
    pub fn may_be_reported(&self, owner: OrgId, on: Date, under: Under, env: &Env<'_>) -> Result<(), Refusal> {
        a_person(env)?;
        if env.actor.org() != Some(owner) {
            return Err(under.broken("owed-not-the-unit"));
        }
        if self.state() != State::Owed {
            return Err(under.broken("owed-answered"));
        }
        if on > env.ctx.today() {
            return Err(Refusal::invalid("on", "leader-future"));
        }
        Ok(())
    }

    /// Whether a report waits to be accepted or returned. Nobody finds her own good enough.
    ///
    /// # Errors
    /// `owed-own-answer`; `owed-unanswered`.
    pub fn may_be_judged(&self, owner: OrgId, under: Under, env: &Env<'_>) -> Result<(), Refusal> {
        a_person(env)?;
        if env.actor.org() == Some(owner) {
            return Err(under.broken("owed-own-answer"));
        }
        if self.state() == State::Answered { Ok(()) } else { Err(under.broken("owed-unanswered")) }
    }

    /// Whether it can be asked for today: it is late, and was not asked for yet.
    ///
    /// # Errors
    /// `owed-not-late`; `owed-reminded`.
    pub fn may_be_asked_for(&self, due: Option<Date>, under: Under, env: &Env<'_>) -> Result<(), Refusal> {
        a_person(env)?;
        let today = env.ctx.today();
        if self.state() != State::Owed || due.is_none_or(|due| due >= today) {
            return Err(under.broken("owed-not-late"));
        }
        if self.reminded_at.is_some_and(|at| kernel::beijing_date(at) == today) {
            return Err(under.broken("owed-reminded"));
        }
        Ok(())
    }

    /// The moves that stop its running clock.
    #[must_use]
    pub fn stopped(&self, clocks: &[Clock], at: Timestamp) -> Vec<ClockMove> {
        let running = clocks.iter().filter(|clock| clock.is_open() && Some(&clock.id) == self.clocks.last());
        running.map(|clock| ClockMove::Changed(clock.stop(at))).collect()
    }

    /// The last report was not enough; it is owed again, under another clock.
    pub fn hand_back(&mut self, reason: &Text<500>, clock: Option<ClockId>) {
        if let Some((_, why)) = self.answers.last_mut() {
            *why = Some(reason.clone());
        }
        self.clocks.extend(clock);
    }
}
