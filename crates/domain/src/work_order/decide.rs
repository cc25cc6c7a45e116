//! Decide: state, command and surroundings give events, or a refusal that names the rule. Pure.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Refusal, Text, UserId};

use super::{
    events::{Event, Fact, Received},
    model::{Disposition, Stage, WorkOrder},
    transitions::{CommandKind, transition},
};
use crate::{
    case::{Channel, Grade},
    env::Env,
    lifecycle::ClockMove,
};

/// A new work order as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct Receive {
    /// Where it belongs.
    pub division: DivisionCode,
    /// The dispatching centre.
    pub centre: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When; not in the future.
    pub received_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// What is wanted.
    pub facts: Text<20000>,
    /// Who asks.
    pub petitioner: PersonId,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// Category path.
    pub category: Option<Text<120>>,
}

/// A command to an existing work order.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Answer on the spot.
    Answer {
        /// What is said.
        text: Text<2000>,
    },
    /// Tell where it belongs.
    Redirect {
        /// Where.
        disposition: Disposition,
        /// In words.
        text: Text<2000>,
    },
    /// Send to a unit.
    Dispatch {
        /// The unit.
        to: OrgId,
        /// Category path.
        category: Option<Text<120>>,
    },
    /// Ask to return it.
    Object {
        /// Why.
        reason: Text<2000>,
    },
    /// It stays.
    RejectObjection {
        /// Why.
        reason: Text<2000>,
    },
    /// Another unit.
    ApproveObjection {
        /// The new one.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    },
    /// Claim it.
    Claim {
        /// Who does it.
        handler: UserId,
    },
    /// The person was really reached.
    Contact {
        /// What was said.
        note: Text<2000>,
    },
    /// More time, with a definite day.
    Extend {
        /// Days on top.
        days: u32,
        /// Why.
        reason: Text<1000>,
    },
    /// Answer or plan.
    Reply {
        /// What.
        text: Text<5000>,
    },
    /// Done.
    Done {
        /// What was done.
        text: Text<5000>,
    },
    /// Ask the person.
    FollowUp {
        /// Solved, in her words.
        solved: bool,
        /// She was pressed to rate well or withdraw.
        pressed: bool,
        /// What she said.
        note: Text<2000>,
    },
    /// Let it rise.
    Escalate {
        /// To whom.
        to: OrgId,
        /// Why.
        reason: Text<1000>,
    },
    /// Make it a petition.
    Convert {
        /// The petition registered in the same transaction.
        petition: CaseId,
    },
    /// Over.
    Close,
    /// She rates.
    Rate {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    },
    /// A step worth recording.
    Progress {
        /// What.
        note: Text<2000>,
        /// Told to her.
        public: bool,
    },
    /// A clock ran out.
    MarkOverdue {
        /// Which.
        clock: ClockId,
    },
    /// The calendar was published.
    RecomputeClocks,
}

impl Command {
    /// The kind, as the table names it.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        use CommandKind as K;
        match self {
            Self::Answer { .. } => K::Answer,
            Self::Redirect { .. } => K::Redirect,
            Self::Dispatch { .. } => K::Dispatch,
            Self::Object { .. } => K::Object,
            Self::RejectObjection { .. } => K::RejectObjection,
            Self::ApproveObjection { .. } => K::ApproveObjection,
            Self::Claim { .. } => K::Claim,
            Self::Contact { .. } => K::Contact,
            Self::Extend { .. } => K::Extend,
            Self::Reply { .. } => K::Reply,
            Self::Done { .. } => K::Done,
            Self::FollowUp { .. } => K::FollowUp,
            Self::Escalate { .. } => K::Escalate,
            Self::Convert { .. } => K::Convert,
            Self::Close => K::Close,
            Self::Rate { .. } => K::Rate,
            Self::Progress { .. } => K::Progress,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}

impl WorkOrder {
    /// The first event of a new work order.
    ///
    /// # Errors
    /// `received-in-future`.
    pub fn receive(cmd: Receive, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
        crate::petition::rules::received_is_past(cmd.received_at, env.now())?;
        Ok(Event::of(Fact::Received(Box::new(Received {
            id,
            number,
            division: cmd.division,
            centre: cmd.centre,
            channel: cmd.channel,
            received_at: cmd.received_at,
            title: cmd.title,
            facts: cmd.facts,
            petitioner: cmd.petitioner,
            respondent: cmd.respondent,
            category: cmd.category,
        }))))
    }

    pub(super) fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let (row, stage) = (transition(command.kind()), self.stage());
        if !row.from.contains(&stage) {
            let refusal = Refusal::rule("not-at-this-stage", row.rule, "");
            return Err(refusal.with("stage", stage).with("command", command.kind()));
        }
        match command {
            Command::Dispatch { to, category } => {
                self.not_the_respondent(*to)?;
                let fact = Fact::Dispatched { to: *to, category: category.clone() };
                self.with_clocks(fact, command, env)
            }
            Command::Object { reason } => {
                self.may_be_returned(env)?;
                Ok(vec![Event::of(Fact::Objected { reason: reason.clone() })])
            }
            Command::ApproveObjection { to, reason } => self.move_to_another(*to, reason, command, env),
            Command::Claim { handler } => self.with_clocks(Fact::Claimed { handler: *handler }, command, env),
            Command::Extend { days, reason } => self.extend(*days, reason, env),
            Command::Reply { text } => self.with_clocks(Fact::Replied { text: text.clone() }, command, env),
            Command::Done { text } => self.with_clocks(Fact::Done { text: text.clone() }, command, env),
            Command::FollowUp { solved, pressed, note } => self.follow_up(*solved, *pressed, note, env),
            Command::Escalate { to, reason } => {
                self.not_the_respondent(*to)?;
                Ok(vec![Event::of(Fact::Escalated { to: *to, reason: reason.clone() })])
            }
            Command::Convert { petition } => self.with_clocks(Fact::Converted { petition: *petition }, command, env),
            Command::Close => self.with_clocks(Fact::Closed, command, env),
            Command::MarkOverdue { clock } => self.mark_overdue(*clock, env.now()),
            Command::RecomputeClocks => Ok(self.recompute(env)),
            Command::Rate { .. } => self.rate(command, env),
            _ => Ok(vec![Event::of(plain(command))]),
        }
    }

    /// The fact with the clocks that the table starts and stops.
    fn with_clocks(&self, fact: Fact, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let row = transition(command.kind());
        let mut clocks = self.stop(row.stops, env.now());
        for def in row.starts {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
        Ok(vec![Event { fact, clocks }])
    }

    fn stop(&self, defs: &[&str], at: Timestamp) -> Vec<ClockMove> {
        self.clocks
            .iter()
            .filter(|clock| clock.is_open() && defs.contains(&clock.def.as_str()))
            .map(|clock| ClockMove::Changed(clock.stop(at)))
            .collect()
    }

    /// S25: the unit complained of never handles it.
    fn not_the_respondent(&self, to: OrgId) -> Result<(), Refusal> {
        if self.respondent == Some(to) {
            return Err(Refusal::rule("respondent-cannot-handle", "S25", "A28_3").on("to"));
        }
        Ok(())
    }

    /// 10.4: returned once at most, and not after it was decided (潍坊 22).
    fn may_be_returned(&self, env: &Env<'_>) -> Result<(), Refusal> {
        let settled = self.work().is_some_and(|work| work.settled);
        if settled || self.returns as usize >= env.settings.order_returns_max {
            return Err(Refusal::rule("objection-settled", "H-11", ""));
        }
        Ok(())
    }

    fn move_to_another(
        &self,
        to: OrgId,
        reason: &Text<2000>,
        command: &Command,
        env: &Env<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.not_the_respondent(to)?;
        if self.work().is_some_and(|work| work.unit == to) {
            return Err(Refusal::rule("objection-same-unit", "H-04", "").on("to"));
        }
        // The person's 72 hours and 7 days run on: only the new unit's claiming starts anew.
        self.with_clocks(Fact::ObjectionApproved { to, reason: reason.clone() }, command, env)
    }

    fn extend(&self, days: u32, reason: &Text<1000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        if env.actor.user().is_none() || env.actor.user() == self.handler() {
            return Err(Refusal::rule("extension-own", "H-07", ""));
        }
        let Some(clock) = self.running("CLOSE_7D") else {
            return Err(Refusal::rule("extension-no-clock", "H-07", ""));
        };
        let extended = clock.extend(days, env.clock_def("CLOSE_7D")?, env.calendar, env.now())?;
        let fact = Fact::Extended { days, reason: reason.clone() };
        Ok(vec![Event { fact, clocks: vec![ClockMove::Changed(extended)] }])
    }

    /// H-09, 互斥: asked by somebody who did not do it; "not solved" sends it back with a new week.
    fn follow_up(&self, solved: bool, pressed: bool, note: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        if env.actor.user().is_none() || env.actor.user() == self.handler() {
            return Err(Refusal::rule("follow-up-own", "H-09", ""));
        }
        let mut events = vec![Event::of(Fact::FollowedUp { solved, pressed, note: note.clone() })];
        if !solved {
            let week = env.start_clock("CLOSE_7D", env.now(), None)?;
            events.push(Event { fact: Fact::Reworked, clocks: vec![ClockMove::Started(week)] });
        }
        Ok(events)
    }

    fn rate(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        crate::petition::rules::rating_changes_in_its_window(self.rating.as_ref(), env)?;
        Ok(vec![Event::of(plain(command))])
    }

    fn mark_overdue(&self, id: ClockId, now: Timestamp) -> Result<Vec<Event>, Refusal> {
        match self.clocks.iter().find(|clock| clock.id == id && clock.is_running()) {
            Some(clock) if clock.due_at <= now => {
                Ok(vec![Event::of(Fact::ClockOverdue { clock: id, def: clock.def.to_string() })])
            }
            _ => Err(Refusal::rule("clock-not-overdue", "H-18", "")),
        }
    }

    fn recompute(&self, env: &Env<'_>) -> Vec<Event> {
        let open = self.clocks.iter().filter(|clock| clock.is_open());
        let clocks: Vec<ClockMove> =
            open.filter_map(|clock| clock.recompute(env.calendar)).map(ClockMove::Changed).collect();
        let Some(first) = clocks.first() else { return vec![] };
        let calendar = first.clock().calendar_version.to_string();
        vec![Event { fact: Fact::ClocksRecomputed { calendar }, clocks }]
    }

    /// Whether it has been done again so often that it has to rise (10.4).
    #[must_use]
    pub fn must_rise(&self, env: &Env<'_>) -> bool {
        self.stage() == Stage::Rework
            && (self.reworks as usize > env.settings.rework_max || self.hop_count() >= env.settings.hop_limit)
    }
}

/// Commands that are recorded as they were given.
fn plain(command: &Command) -> Fact {
    match command {
        Command::Answer { text } => Fact::Answered { text: text.clone() },
        Command::Redirect { disposition, text } => Fact::Redirected { disposition: *disposition, text: text.clone() },
        Command::RejectObjection { reason } => Fact::ObjectionRejected { reason: reason.clone() },
        Command::Contact { note } => Fact::Contacted { note: note.clone() },
        Command::Rate { grade, comment } => Fact::Rated { grade: *grade, comment: comment.clone() },
        Command::Progress { note, public } => Fact::Progressed { note: note.clone(), public: *public },
        // The others never come here: `decide_command` matches them before.
        _ => Fact::Closed,
    }
}
