//! Commands, events and the one table of meetings.

use jiff::civil::Date;
use kernel::{ClockId, Text};
use serde::{Deserialize, Serialize};

use super::model::{Called, Item, Meeting, Resolved, Stage};
use crate::{
    access::Action,
    lifecycle::{self, facts},
    names,
    transition::{self, Who, row},
};

/// An event of a meeting.
pub type Event = lifecycle::Event<Fact>;

facts! {
    /// The facts of a meeting.
    pub enum Fact
    /// It was called.
    Called(Box<Called>) = "meeting.called",
    /// It takes place on another day or elsewhere.
    Moved {
        /// On which day.
        on: Date,
        /// From when.
        from: Text<20>,
        /// Where.
        place: Text<100>,
    } = "meeting.moved",
    /// Something was put on the agenda.
    ItemPut(Box<Item>) = "meeting.item_put",
    /// It was taken off undecided.
    ItemDropped {
        /// Which.
        item: u16,
        /// Why.
        reason: Text<500>,
    } = "meeting.item_dropped",
    /// Something was decided.
    Decided(Box<Resolved>) = "meeting.decided",
    /// The minutes stand; from here it is followed up.
    Minuted = "meeting.minuted",
    /// The unit says what it did.
    Answered {
        /// Which decision.
        decision: u16,
        /// On which day it was done.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    } = "meeting.answered",
    /// It is settled.
    Accepted {
        /// Which decision.
        decision: u16,
    } = "meeting.accepted",
    /// It is not enough; the unit goes on.
    Returned {
        /// Which decision.
        decision: u16,
        /// Why.
        reason: Text<500>,
        /// By when now.
        due: Date,
    } = "meeting.returned",
    /// The unit was asked for what is late.
    Reminded {
        /// Which decision.
        decision: u16,
    } = "meeting.reminded",
    /// It does not take place.
    CalledOff {
        /// Why.
        reason: Text<500>,
    } = "meeting.called_off",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "meeting.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "meeting.clocks_recomputed",
}

/// A command to an existing meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Another day or place.
    Move {
        /// On which day.
        on: Date,
        /// From when.
        from: Text<20>,
        /// Where.
        place: Text<100>,
    },
    /// Put something on the agenda; its number is given.
    PutItem(Box<Item>),
    /// Take it off undecided.
    DropItem {
        /// Which.
        item: u16,
        /// Why.
        reason: Text<500>,
    },
    /// Record what was decided.
    Decide(Box<Resolved>),
    /// Close the minutes.
    CloseMinutes,
    /// The unit says what it did.
    Answer {
        /// Which decision.
        decision: u16,
        /// On which day it was done.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    },
    /// It is settled.
    Accept {
        /// Which decision.
        decision: u16,
    },
    /// It is not enough.
    Return {
        /// Which decision.
        decision: u16,
        /// Why.
        reason: Text<500>,
        /// By when now.
        due: Date,
    },
    /// Ask for what is late.
    Remind {
        /// Which decision.
        decision: u16,
    },
    /// It does not take place.
    CallOff {
        /// Why.
        reason: Text<500>,
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
    pub enum CommandKind in "command-meeting" {
        /// 改时间、地点
        Move = "MOVE",
        /// 加议题
        PutItem = "PUT_ITEM",
        /// 撤议题
        DropItem = "DROP_ITEM",
        /// 记决定
        Decide = "DECIDE",
        /// 定纪要
        CloseMinutes = "CLOSE_MINUTES",
        /// 单位回报
        Answer = "ANSWER",
        /// 认可
        Accept = "ACCEPT",
        /// 退回再办
        Return = "RETURN",
        /// 催办
        Remind = "REMIND",
        /// 不开了
        CallOff = "CALL_OFF",
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
            Self::Answer => Action::AnswerMeeting,
            Self::MarkOverdue | Self::RecomputeClocks => return None,
            _ => Action::KeepMeeting,
        })
    }
}

impl Command {
    /// The kind, as the table names it.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::Move { .. } => CommandKind::Move,
            Self::PutItem(_) => CommandKind::PutItem,
            Self::DropItem { .. } => CommandKind::DropItem,
            Self::Decide(_) => CommandKind::Decide,
            Self::CloseMinutes => CommandKind::CloseMinutes,
            Self::Answer { .. } => CommandKind::Answer,
            Self::Accept { .. } => CommandKind::Accept,
            Self::Return { .. } => CommandKind::Return,
            Self::Remind { .. } => CommandKind::Remind,
            Self::CallOff { .. } => CommandKind::CallOff,
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
/// The clock of a decision.
pub(super) const DECISION: &str = "MEETING_CUSTOM";
const CALLED: &[Stage] = &[S::Called];
const MINUTED: &[Stage] = &[S::Following, S::Done];
const FOLLOWING: &[Stage] = &[S::Following];
const OPEN: &[Stage] = &[S::Called, S::Following];

/// Every transition of a meeting. One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(Move, CALLED => CALLED, &[W::Bureau], +NONE, -NONE, "R-114" "A11", false),
    row!(PutItem, CALLED => CALLED, &[W::Bureau], +NONE, -NONE, "R-114" "A12", false),
    row!(DropItem, CALLED => CALLED, &[W::Bureau], +NONE, -NONE, "R-114" "A12", false),
    row!(Decide, CALLED => CALLED, &[W::Bureau], +&[DECISION], -NONE, "R-114" "A12", true),
    row!(CloseMinutes, CALLED => MINUTED, &[W::Bureau], +NONE, -NONE, "R-114" "A12", false),
    row!(Answer, OPEN => OPEN, &[W::Unit], +NONE, -&[DECISION], "R-114" "A12", false),
    row!(Accept, OPEN => &[S::Called, S::Following, S::Done], &[W::Bureau], +NONE, -NONE, "R-114" "A12", false),
    row!(Return, OPEN => OPEN, &[W::Bureau], +&[DECISION], -NONE, "R-114" "A12", false),
    row!(Remind, FOLLOWING => FOLLOWING, &[W::Bureau], +NONE, -NONE, "R-114" "A12", false),
    row!(CallOff, CALLED => &[S::CalledOff], &[W::Bureau], +NONE, -NONE, "R-114" "A11", false),
    row!(MarkOverdue, OPEN => OPEN, &[W::System], +NONE, -NONE, "R-114" "", false),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Meeting, "table-title-meeting", under called.division since called_at, bare bare);

/// The commands that need no data, to be tried out.
fn bare(kind: CommandKind) -> Option<Command> {
    (kind == CommandKind::CloseMinutes).then_some(Command::CloseMinutes)
}
