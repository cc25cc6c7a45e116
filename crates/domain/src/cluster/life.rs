//! Commands, events and the one table of clusters.

use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, ClockId, OrgId, Text};
use serde::{Deserialize, Serialize};

use super::model::{Cluster, Founded, Stage, WayText};
use crate::{
    access::Action,
    lifecycle::{self, facts},
    names,
    transition::{self, Who, row},
};

/// An event of a cluster.
pub type Event = lifecycle::Event<Fact>;

facts! {
    /// The facts of a cluster.
    pub enum Fact
    /// It was founded.
    Founded(Box<Founded>) = "cluster.founded",
    /// The task force is another one.
    TeamSet {
        /// Who leads it.
        lead: OrgId,
        /// The other units.
        team: Vec<OrgId>,
    } = "cluster.team_set",
    /// A matter belongs to it.
    Joined {
        /// The matter.
        case: CaseId,
        /// Its number.
        number: CaseNumber,
    } = "cluster.joined",
    /// It does not belong here.
    Left {
        /// The matter.
        case: CaseId,
        /// Why.
        reason: Text<500>,
    } = "cluster.left",
    /// A step of the shared plan.
    StepPut {
        /// What.
        text: Text<1000>,
        /// Which unit owes it.
        owner: OrgId,
        /// By when.
        due: Date,
    } = "cluster.step_put",
    /// A step was dropped.
    StepDropped {
        /// Which.
        step: u16,
        /// Why.
        reason: Text<500>,
    } = "cluster.step_dropped",
    /// The unit says what it did.
    Answered {
        /// Which step.
        step: u16,
        /// On which day it was done.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    } = "cluster.answered",
    /// The step is done.
    Accepted {
        /// Which.
        step: u16,
    } = "cluster.accepted",
    /// It is not enough.
    Returned {
        /// Which step.
        step: u16,
        /// Why.
        reason: Text<500>,
        /// By when now.
        due: Date,
    } = "cluster.returned",
    /// The unit was asked for what is late.
    Reminded {
        /// Which step.
        step: u16,
    } = "cluster.reminded",
    /// One way to answer was proposed.
    WayProposed(Box<WayText>) = "cluster.way_proposed",
    /// A second person approved it.
    WayApproved = "cluster.way_approved",
    /// A second person returned it.
    WayReturned {
        /// Why.
        reason: Text<500>,
    } = "cluster.way_returned",
    /// Advice on the policy behind it.
    AdviceLinked {
        /// The advice.
        advice: CaseId,
        /// Its number.
        number: CaseNumber,
    } = "cluster.advice_linked",
    /// Everybody concerned was told.
    Told {
        /// What.
        text: Text<1000>,
    } = "cluster.told",
    /// Each of them was answered.
    Closed {
        /// With what.
        summary: Text<2000>,
    } = "cluster.closed",
    /// It goes on.
    Reopened {
        /// Why.
        reason: Text<500>,
    } = "cluster.reopened",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "cluster.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "cluster.clocks_recomputed",
}

/// A command to an existing cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Another task force.
    SetTeam {
        /// Who leads it.
        lead: OrgId,
        /// The other units.
        team: Vec<OrgId>,
    },
    /// A matter belongs to it.
    AddMember {
        /// The matter.
        case: CaseId,
        /// Its number.
        number: CaseNumber,
    },
    /// It does not belong here.
    RemoveMember {
        /// The matter.
        case: CaseId,
        /// Why; she reads it.
        reason: Text<500>,
    },
    /// A step of the shared plan.
    PutStep {
        /// What.
        text: Text<1000>,
        /// Which unit owes it.
        owner: OrgId,
        /// By when.
        due: Date,
    },
    /// Drop a step.
    DropStep {
        /// Which.
        step: u16,
        /// Why.
        reason: Text<500>,
    },
    /// The unit says what it did.
    Answer {
        /// Which step.
        step: u16,
        /// On which day it was done.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    },
    /// The step is done.
    Accept {
        /// Which.
        step: u16,
    },
    /// It is not enough.
    Return {
        /// Which step.
        step: u16,
        /// Why.
        reason: Text<500>,
        /// By when now.
        due: Date,
    },
    /// Ask for what is late.
    Remind {
        /// Which step.
        step: u16,
    },
    /// Propose one way to answer.
    ProposeWay(Box<WayText>),
    /// Approve it, as a second person.
    ApproveWay,
    /// Return it, as a second person.
    ReturnWay {
        /// Why.
        reason: Text<500>,
    },
    /// Advice on the policy behind it.
    LinkAdvice {
        /// The advice.
        advice: CaseId,
        /// Its number.
        number: CaseNumber,
    },
    /// Tell everybody concerned.
    Tell {
        /// What.
        text: Text<1000>,
    },
    /// End it.
    Close {
        /// With what.
        summary: Text<2000>,
        /// How many of its matters have no answer yet, as their own records say.
        unanswered: u32,
    },
    /// Go on.
    Reopen {
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
    pub enum CommandKind in "command-cluster" {
        /// 调整专班
        SetTeam = "SET_TEAM",
        /// 归入一件
        AddMember = "ADD_MEMBER",
        /// 移出一件
        RemoveMember = "REMOVE_MEMBER",
        /// 加一步
        PutStep = "PUT_STEP",
        /// 撤一步
        DropStep = "DROP_STEP",
        /// 单位回报
        Answer = "ANSWER",
        /// 认可
        Accept = "ACCEPT",
        /// 退回再办
        Return = "RETURN",
        /// 催办
        Remind = "REMIND",
        /// 提出统一口径
        ProposeWay = "PROPOSE_WAY",
        /// 同意口径
        ApproveWay = "APPROVE_WAY",
        /// 退回口径
        ReturnWay = "RETURN_WAY",
        /// 关联完善政策建议
        LinkAdvice = "LINK_ADVICE",
        /// 告知进展
        Tell = "TELL",
        /// 办结类案
        Close = "CLOSE",
        /// 重新办
        Reopen = "REOPEN",
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
            Self::Answer | Self::ProposeWay => Action::WorkOnCluster,
            Self::MarkOverdue | Self::RecomputeClocks => return None,
            _ => Action::KeepCluster,
        })
    }
}

impl Command {
    /// The kind, as the table names it.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::SetTeam { .. } => CommandKind::SetTeam,
            Self::AddMember { .. } => CommandKind::AddMember,
            Self::RemoveMember { .. } => CommandKind::RemoveMember,
            Self::PutStep { .. } => CommandKind::PutStep,
            Self::DropStep { .. } => CommandKind::DropStep,
            Self::Answer { .. } => CommandKind::Answer,
            Self::Accept { .. } => CommandKind::Accept,
            Self::Return { .. } => CommandKind::Return,
            Self::Remind { .. } => CommandKind::Remind,
            Self::ProposeWay(_) => CommandKind::ProposeWay,
            Self::ApproveWay => CommandKind::ApproveWay,
            Self::ReturnWay { .. } => CommandKind::ReturnWay,
            Self::LinkAdvice { .. } => CommandKind::LinkAdvice,
            Self::Tell { .. } => CommandKind::Tell,
            Self::Close { .. } => CommandKind::Close,
            Self::Reopen { .. } => CommandKind::Reopen,
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
/// The clock of a step.
pub(super) const STEP: &str = "CLUSTER_STEP_CUSTOM";
const OPEN: &[Stage] = &[S::Founded, S::Working, S::Answering];
const PLANNED: &[Stage] = &[S::Working, S::Answering];
const CLOSED: &[Stage] = &[S::Closed];

/// Every transition of a cluster (G2). One row per command.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row!(SetTeam, OPEN => OPEN, &[W::Bureau], +NONE, -NONE, "G2" "", false),
    row!(AddMember, OPEN => OPEN, &[W::Bureau], +NONE, -NONE, "G2" "", true),
    row!(RemoveMember, OPEN => OPEN, &[W::Bureau], +NONE, -NONE, "G2" "", true),
    row!(PutStep, OPEN => PLANNED, &[W::Bureau], +&[STEP], -NONE, "G2" "", false),
    row!(DropStep, PLANNED => OPEN, &[W::Bureau], +NONE, -&[STEP], "G2" "", false),
    row!(Answer, PLANNED => PLANNED, &[W::Unit], +NONE, -&[STEP], "G2" "", false),
    row!(Accept, PLANNED => PLANNED, &[W::Bureau], +NONE, -NONE, "G2" "", false),
    row!(Return, PLANNED => PLANNED, &[W::Bureau], +&[STEP], -NONE, "G2" "", false),
    row!(Remind, PLANNED => PLANNED, &[W::Bureau], +NONE, -NONE, "G2" "", false),
    row!(ProposeWay, OPEN => OPEN, &[W::Unit], +NONE, -NONE, "G2" "A32", false),
    row!(ApproveWay, OPEN => &[S::Answering], &[W::Bureau], +NONE, -NONE, "G2" "A32", false),
    row!(ReturnWay, OPEN => OPEN, &[W::Bureau], +NONE, -NONE, "G2" "A32", false),
    row!(LinkAdvice, OPEN => OPEN, &[W::Bureau], +NONE, -NONE, "R-112" "A40", false),
    row!(Tell, OPEN => OPEN, &[W::Bureau], +NONE, -NONE, "G2" "A21_2", true),
    row!(Close, OPEN => CLOSED, &[W::Bureau], +NONE, -NONE, "G2" "", true),
    row!(Reopen, CLOSED => OPEN, &[W::Bureau], +NONE, -NONE, "G2" "", false),
    row!(MarkOverdue, PLANNED => PLANNED, &[W::System], +NONE, -NONE, "G2" "", false),
    row!(RecomputeClocks, OPEN => OPEN, &[W::System], +NONE, -NONE, "T-11" "", false),
];

lifecycle::governed!(Cluster, "table-title-cluster", under founded.division since founded_at, also leaves_room, bare bare);

/// What a row needs beside its stage.
fn leaves_room(cluster: &Cluster, command: CommandKind) -> bool {
    match command {
        K::RemoveMember => cluster.current().next().is_some(),
        K::ApproveWay | K::ReturnWay => cluster.proposed().is_some(),
        K::ProposeWay => cluster.proposed().is_none(),
        _ => true,
    }
}

/// The commands that need no data, to be tried out.
fn bare(kind: CommandKind) -> Option<Command> {
    (kind == K::ApproveWay).then_some(Command::ApproveWay)
}
