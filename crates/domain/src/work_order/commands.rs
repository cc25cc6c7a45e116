//! What people may ask of a work order. Values are parsed before they come here.

use jiff::Timestamp;
use kernel::{CaseId, ClockId, DivisionCode, GridId, OrgId, PersonId, Text, UserId};

use super::{model::Disposition, transitions::CommandKind};
use crate::{
    agency::Ground,
    case::{Channel, FollowUpMethod, Grade},
    escalation::Step,
    mandate::Give,
    supervision::Notice,
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
    /// The grid of the place where it was registered, when it is known.
    pub grid: Option<GridId>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// Category path.
    pub category: Option<Text<120>>,
    /// The agent who files it for her.
    pub agent: Option<UserId>,
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
        /// How she was asked.
        method: FollowUpMethod,
        /// Solved, in her words.
        solved: bool,
        /// She was pressed to rate well or withdraw.
        pressed: bool,
        /// How she finds it, when she says.
        grade: Option<Grade>,
        /// What she said.
        note: Text<2000>,
    },
    /// The person was called and not reached; she is called again.
    Missed {
        /// How.
        method: FollowUpMethod,
        /// What whoever called writes down.
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
    /// 委托书: she lets an agent act for her.
    GiveMandate(Box<Give>),
    /// She takes it back; it ends at once.
    RevokeMandate {
        /// Why, if she says.
        reason: Option<Text<500>>,
    },
    /// 主动回避: somebody says of herself that she is concerned.
    DeclareInterest {
        /// How.
        ground: Ground,
    },
    /// It rises, is done anew, comes down.
    Rise(Step),
    /// Its unit is supervised: kept beside what happened.
    NoteSupervision(Box<Notice>),
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
            Self::FollowUp { .. } | Self::Missed { .. } => K::FollowUp,
            Self::Escalate { .. } | Self::Rise(Step::Raise(_)) => K::Escalate,
            Self::GiveMandate(_) => K::GiveMandate,
            Self::RevokeMandate { .. } => K::RevokeMandate,
            Self::DeclareInterest { .. } => K::DeclareInterest,
            Self::Rise(Step::Redo(_)) => K::Redo,
            Self::Rise(Step::BringDown { .. }) => K::BringDown,
            Self::NoteSupervision(_) => K::NoteSupervision,
            Self::Convert { .. } => K::Convert,
            Self::Close => K::Close,
            Self::Rate { .. } => K::Rate,
            Self::Progress { .. } => K::Progress,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}
