//! What every life cycle shares: events with their clock moves, the recorded form, and the aggregate's contract.

mod frame;

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, ClockId, DivisionCode, OrgId, Refusal, UserId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    access::Action,
    actor::Actor,
    case::CaseKind,
    deadline::{Clock, ClockDef},
    env::Env,
    transition::{self, Transition},
};

/// The facts of a life cycle: an enum tagged with its stable kinds, as stored in the log.
macro_rules! facts {
    ($(#[$edoc:meta])* pub enum $name:ident
     $($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? })? $(($tuple:ty))? = $kind:literal),* $(,)?) => {
        $(#[$edoc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "fact")]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $kind)] $variant $({ $($(#[$fdoc])* $field: $ty),* })? $(($tuple))?),*
        }

        impl $crate::lifecycle::Fact for $name {
            fn kind(&self) -> &'static str {
                match self { $($crate::lifecycle::facts!(@pattern $variant $({ $($field),* })? $(($tuple))?) => $kind),* }
            }
        }

        impl $name {
            /// Every kind of fact that a log can hold.
            pub const KINDS: &'static [&'static str] = &[$($kind),*];
        }
    };
    (@pattern $variant:ident { $($field:ident),* }) => { Self::$variant { .. } };
    (@pattern $variant:ident ($tuple:ty)) => { Self::$variant(_) };
    (@pattern $variant:ident) => { Self::$variant };
}
pub(crate) use facts;
pub(crate) use frame::{aggregate, governed};

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

/// A command, which knows the life cycle it is given to.
pub trait Ask {
    /// The life cycle.
    type Of: Governed<Command = Self>;
}

/// A life cycle whose commands are ruled by one [table](Self::TABLE): who may give which, at which stage.
pub trait Governed: Aggregate {
    /// Its commands without their data.
    type Kind: Copy + PartialEq + std::fmt::Debug + 'static;
    /// Its stages.
    type Stage: Copy + PartialEq + std::fmt::Debug + 'static;

    /// The one table.
    const TABLE: &'static [Transition<Self::Kind, Self::Stage>];

    /// The kind of a command.
    fn kind_of(command: &Self::Command) -> Self::Kind;

    /// The action that access has to permit; `None` for what only the system does.
    fn action_of(kind: Self::Kind) -> Option<Action>;

    /// The command of this kind when it needs no data, to be tried out; `None` when it needs some.
    fn bare(kind: Self::Kind) -> Option<Self::Command> {
        let _ = kind;
        None
    }

    /// The system's note that a clock ran out.
    fn mark_overdue(clock: ClockId) -> Self::Command;

    /// The system's command to compute the open clocks again under another calendar.
    fn recompute_clocks() -> Self::Command;

    /// Whose rules it is under.
    fn jurisdiction(&self) -> &DivisionCode;

    /// Since when: the rules of that day stay in force for it (principle 17).
    fn ruled_from(&self) -> Timestamp;

    /// Whether the stage and what is in force leave room for the command of a row.
    fn fits(&self, row: &Transition<Self::Kind, Self::Stage>) -> bool;

    /// Whether a command is `actor`'s to give as things stand, beyond what access says: who leads a matter that rose gives the
    /// commands of that rise, and nobody else is shown them.
    fn is_his(&self, kind: Self::Kind, actor: Actor) -> bool {
        let _ = (kind, actor);
        true
    }

    /// What stands against every command of `actor` whatever its data: an interest in the matter.
    ///
    /// # Errors
    /// The reason.
    fn keeps_out(&self, kind: Self::Kind, actor: Actor) -> Result<(), Refusal> {
        let _ = (kind, actor);
        Ok(())
    }

    /// The row of a command.
    fn row(kind: Self::Kind) -> &'static Transition<Self::Kind, Self::Stage> {
        transition::of(Self::TABLE, kind)
    }

    /// The commands that fit as it stands, whoever asks. What is left out is refused for certain; what is named may still break a
    /// finer rule.
    fn allowed_now(&self) -> impl Iterator<Item = &'static Transition<Self::Kind, Self::Stage>> {
        Self::TABLE.iter().filter(|row| self.fits(row))
    }
}

/// Refuses a command that does not fit the stage. `stage` and `command` are keys of the locale files (see [`crate::names!`]).
pub(crate) fn not_at_this_stage(stage: String, command: String, rule: &str, article: &str) -> Refusal {
    Refusal::rule("not-at-this-stage", rule, article).with("stage", stage).with("command", command)
}

/// The member of staff who signs for a step; neither the system nor the petitioner can.
///
/// # Errors
/// `not-permitted`.
pub(crate) fn a_person(env: &Env<'_>) -> Result<UserId, Refusal> {
    env.actor.user().ok_or_else(Refusal::not_permitted)
}

/// The same of an actor by herself.
///
/// # Errors
/// `not-permitted`.
pub(crate) fn a_person_of(actor: Actor) -> Result<UserId, Refusal> {
    actor.user().ok_or_else(Refusal::not_permitted)
}

/// Stops every open clock with one of these definitions.
pub(crate) fn stop(clocks: &[Clock], defs: &[&str], at: Timestamp) -> Vec<ClockMove> {
    clocks
        .iter()
        .filter(|clock| clock.is_open() && defs.contains(&clock.def.as_str()))
        .map(|clock| ClockMove::Changed(clock.stop(at)))
        .collect()
}

/// The running clock `id`, when it ran out and that was not noted yet. A right that lapses (her 30 days for review, a unit's
/// five days to object) is nobody's delay and is never noted as one.
///
/// # Errors
/// `clock-not-overdue`.
pub(crate) fn ran_out<'a>(
    clocks: &'a [Clock],
    noted: &[ClockId],
    id: ClockId,
    env: &Env<'_>,
) -> Result<&'a Clock, Refusal> {
    let is_duty = |clock: &Clock| env.clocks.get(clock.def.as_str()).is_none_or(ClockDef::is_duty);
    clocks
        .iter()
        .find(|clock| clock.id == id && clock.is_overdue(env.now()) && !noted.contains(&id) && is_duty(clock))
        .ok_or_else(|| Refusal::rule("clock-not-overdue", "R-045", ""))
}

/// Every open clock whose dates a newer calendar changes, with that calendar's version; `None` when nothing changes.
pub(crate) fn recomputed(clocks: &[Clock], env: &Env<'_>) -> Option<(String, Vec<ClockMove>)> {
    let moves: Vec<ClockMove> =
        clocks.iter().filter_map(|clock| clock.recompute(env.calendar)).map(ClockMove::Changed).collect();
    let calendar = moves.first()?.clock().calendar_version.to_string();
    Some((calendar, moves))
}

/// The name of the organisation that acted, for a sentence.
pub(crate) fn author(actor: Actor, org: &dyn Fn(OrgId) -> String) -> Option<String> {
    actor.org().map(org)
}

/// The date told to people of the clock `def` that an event started.
pub(crate) fn started_due<F>(event: &Event<F>, def: &str) -> Option<Date> {
    event.clocks.iter().find_map(|moved| match moved {
        ClockMove::Started(clock) if clock.def == def => Some(clock.statutory),
        _ => None,
    })
}

/// The date told to people of the first clock that an event started.
pub(crate) fn first_started_due<F>(event: &Event<F>) -> Option<Date> {
    event.clocks.iter().find_map(|moved| match moved {
        ClockMove::Started(clock) => Some(clock.statutory),
        ClockMove::Changed(_) => None,
    })
}

/// The date told to people of the clock `id`.
pub(crate) fn due_of(clocks: &[Clock], id: ClockId) -> Option<Date> {
    clocks.iter().find(|clock| clock.id == id).map(|clock| clock.statutory)
}
