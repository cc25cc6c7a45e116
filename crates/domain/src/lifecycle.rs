//! What every life cycle shares: events with their clock moves, the recorded form, and the aggregate's contract.

use jiff::Timestamp;
use kernel::{CaseId, Refusal};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{actor::Actor, case::CaseKind, deadline::Clock, env::Env};

/// What an event does to one clock. Dates are stored as they were computed, so that replay needs no calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "snake_case")]
pub enum ClockMove {
    /// It starts to run.
    Started(Clock),
    /// It stopped, was extended, paused, resumed or recomputed: the whole clock as it is now.
    Changed(Clock),
}

impl ClockMove {
    /// The clock after the move.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        match self {
            Self::Started(clock) | Self::Changed(clock) => clock,
        }
    }

    /// Carries the move out on a list of clocks. Total: an unknown clock is added.
    pub fn apply_to(&self, clocks: &mut Vec<Clock>) {
        let clock = self.clock();
        match clocks.iter_mut().find(|known| known.id == clock.id) {
            Some(known) => *known = clock.clone(),
            None => clocks.push(clock.clone()),
        }
    }
}

/// A decided event: the fact, and what it does to the clocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event<F> {
    /// What happened.
    #[serde(flatten)]
    pub fact: F,
    /// What it does to the clocks.
    #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "clock_moves")]
    pub clocks: Vec<ClockMove>,
}

impl<F> Event<F> {
    /// A fact that moves no clock.
    pub fn of(fact: F) -> Self {
        Self { fact, clocks: vec![] }
    }
}

/// An event with its place in the stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<F> {
    /// 1 for the first event of a case.
    pub seq: i64,
    /// The server's time.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What.
    pub event: Event<F>,
}

/// A fact that can be stored and named.
pub trait Fact: Serialize + DeserializeOwned + Clone + PartialEq + std::fmt::Debug {
    /// The stable kind, as stored in the log (`petition.forwarded`).
    fn kind(&self) -> &'static str;
}

/// A life cycle: decide, then apply.
pub trait Aggregate: Serialize + DeserializeOwned + Clone + PartialEq + std::fmt::Debug + Sized {
    /// The kind of case.
    const KIND: CaseKind;
    /// Its facts.
    type Fact: Fact;
    /// Its commands.
    type Command;

    /// The case id.
    fn id(&self) -> CaseId;

    /// The number of events behind this state.
    fn version(&self) -> i64;

    /// What the command leads to now, or the rule that forbids it. Pure.
    ///
    /// # Errors
    /// The refusal, with rule and article.
    fn decide(&self, command: &Self::Command, env: &Env<'_>) -> Result<Vec<Event<Self::Fact>>, Refusal>;

    /// The state that a first event begins; `None` when the event cannot be a first one.
    fn begin(first: &Recorded<Self::Fact>) -> Option<Self>;

    /// The state after one more event. Total.
    fn apply(&mut self, next: &Recorded<Self::Fact>);

    /// The state after a whole stream; `None` when its first event begins nothing.
    fn replay<'a>(events: impl IntoIterator<Item = &'a Recorded<Self::Fact>>) -> Option<Self>
    where
        Self::Fact: 'a,
    {
        let mut events = events.into_iter();
        let mut state = Self::begin(events.next()?)?;
        for event in events {
            state.apply(event);
        }
        Some(state)
    }
}
