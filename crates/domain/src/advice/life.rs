//! Commands, events, rules and the one table of advice.

use kernel::{ClockId, Refusal, Text};
use serde::{Deserialize, Serialize};

use super::model::{Adoption, Advice, AdviceKind, Issued, Reply, Stage};
use crate::{
    access::Action,
    env::Env,
    lifecycle::{self, ClockMove, a_person, facts},
    names,
    transition::{self, Who, row},
};

/// An event of a piece of advice.
pub type Event = lifecycle::Event<Fact>;
type Recorded = lifecycle::Recorded<Fact>;

facts! {
    /// The facts of a piece of advice.
    pub enum Fact
    /// It went out.
    Issued(Box<Issued>) = "advice.issued",
    /// The unit has it.
    Received = "advice.received",
    /// The unit answered in writing.
    Replied {
        /// Adopted, in part, or not.
        adoption: Adoption,
        /// What was done, or why not.
        text: Text<5000>,
    } = "advice.replied",
    /// What it says was looked at.
    Verified {
        /// What was found.
        found: Text<2000>,
    } = "advice.verified",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "advice.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "advice.clocks_recomputed",
}

/// A command to existing advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// The unit has it.
    Receive,
    /// The unit answers in writing.
    Reply {
        /// Adopted, in part, or not.
        adoption: Adoption,
        /// What was done, or why not.
        text: Text<5000>,
    },
    /// What the answer says was looked at.
    Verify {
        /// What was found.
        found: Text<2000>,
    },
    /// A clock ran out.
    MarkOverdue {
        /// Which.
        clock: ClockId,
    },
    /// The calendar was published.
    RecomputeClocks,
}

names! {
    /// Commands without their data.
    pub enum CommandKind in "command-advice" {
        /// 签收
        Receive = "RECEIVE",
        /// 书面反馈
        Reply = "REPLY",
        /// 核实
        Verify = "VERIFY",
        /// 超期（系统）
        MarkOverdue = "MARK_OVERDUE",
        /// 重算期限（系统）
        RecomputeClocks = "RECOMPUTE_CLOCKS",
    }
}

impl CommandKind {
    /// The action that access has to permit; `None` for what only the system does.
    #[must_use]
    pub const fn action(self) -> Option<Action> {
        Some(match self {
            Self::Receive | Self::Reply => Action::AnswerAdvice,
            Self::Verify => Action::VerifyAdvice,
            Self::MarkOverdue | Self::RecomputeClocks => return None,
        })
    }
}

impl Command {
    /// The kind, as the table names it.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::Receive => CommandKind::Receive,
            Self::Reply { .. } => CommandKind::Reply,
            Self::Verify { .. } => CommandKind::Verify,
            Self::MarkOverdue { .. } => CommandKind::MarkOverdue,
            Self::RecomputeClocks => CommandKind::RecomputeClocks,
        }
    }
}

/// One row of the table.
pub type Transition = transition::Transition<CommandKind, Stage>;

use CommandKind as K;
use Stage as S;
use Who as W;

const NONE: &[&str] = &[];
const REPLY: &str = "ADVICE_CUSTOM";
const WAITING: &[Stage] = &[S::Issued, S::Received];
const ANSWERED: &[Stage] = &[S::Adopted, S::Partly, S::Rejected];
const OPEN: &[Stage] = &[S::Issued, S::Received, S::Adopted, S::Partly, S::Rejected];

/// Every transition of advice (rules.md 10.8). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Receive, &[S::Issued] => &[S::Received], &[W::Unit], +NONE, -NONE, "R-112" "A40", false),
    row!(Reply, WAITING => ANSWERED, &[W::UnitLeader], +NONE, -&[REPLY], "R-112" "A40", false),
    row!(Verify, ANSWERED => &[S::Verified], &[W::Supervisor], +NONE, -NONE, "R-112" "A40", false),
    row!(MarkOverdue, WAITING => WAITING, &[W::System], +NONE, -NONE, "R-112" "A40", false),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Advice, "table-title-advice", under issued.division since issued_at);

impl Advice {
    /// The first event of new advice; `days` within which the unit answers in writing.
    ///
    /// # Errors
    /// `advice-to-oneself`, `accountability-article`, `accountability-competent`.
    pub fn issue(issued: Issued, days: u32, env: &Env<'_>) -> Result<Event, Refusal> {
        a_person(env)?;
        if issued.to == issued.issuer {
            return Err(Refusal::rule("advice-to-oneself", "R-112", "A40").on("to"));
        }
        if issued.kind == AdviceKind::Accountability {
            let about = issued.about.unwrap_or(issued.to);
            crate::supervision::rules::accountability_is_named(issued.liability.is_some(), Some(issued.to), about)?;
        }
        let clock = env.start_clock(REPLY, env.now(), Some(days))?;
        Ok(Event { fact: Fact::Issued(Box::new(issued)), clocks: vec![ClockMove::Started(clock)] })
    }

    fn decide_command(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        let row = self.row_now(command.kind())?;
        match command {
            Command::Receive => self.by_the_unit(env).map(|()| vec![Event::of(Fact::Received)]),
            Command::Reply { adoption, text } => {
                self.by_the_unit(env)?;
                let clocks = lifecycle::stop(&self.clocks, row.stops, env.now());
                Ok(vec![Event { fact: Fact::Replied { adoption: *adoption, text: text.clone() }, clocks }])
            }
            Command::Verify { found } => {
                a_person(env)?;
                if env.actor.org() == Some(self.issued.to) {
                    return Err(Refusal::rule("advice-verified-by-its-unit", "R-112", "A40"));
                }
                Ok(vec![Event::of(Fact::Verified { found: found.clone() })])
            }
            Command::MarkOverdue { clock } => self.clock_ran_out(*clock, env),
            Command::RecomputeClocks => Ok(self.clocks_anew(env)),
        }
    }

    fn by_the_unit(&self, env: &Env<'_>) -> Result<(), Refusal> {
        a_person(env)?;
        if env.actor.org() == Some(self.issued.to) {
            Ok(())
        } else {
            Err(Refusal::rule("advice-not-the-unit", "R-112", "A40"))
        }
    }
}

lifecycle::aggregate!(Advice as Advice, issued.id, Issued => begin);

fn begin(issued: &Issued, first: &Recorded) -> Advice {
    Advice {
        issued: issued.clone(),
        issued_at: first.at,
        signed_by: first.actor.user(),
        received_at: None,
        reply: None,
        verified: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Advice {
    fn apply_fact(&mut self, fact: &Fact, next: &Recorded) {
        match (fact, next.actor.user()) {
            (Fact::Received, _) => self.received_at = Some(next.at),
            (Fact::Replied { adoption, text }, Some(by)) => {
                self.received_at.get_or_insert(next.at);
                self.reply = Some(Reply { adoption: *adoption, text: text.clone(), by, at: next.at });
            }
            (Fact::Verified { found }, _) => self.verified = Some((next.at, found.clone())),
            (Fact::ClockOverdue { clock, .. }, _) => self.overdue.push(*clock),
            _ => {}
        }
    }
}
