//! What people may ask of a suggestion. Values are parsed before they come here.

use jiff::{Timestamp, civil::Date};
use kernel::{ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text, UserId};
use uuid::Uuid;

use super::{
    model::{MovedFrom, PointAnswer},
    transitions::CommandKind,
};
use crate::{
    case::{Channel, Grade},
    supervision::Notice,
};

/// A new suggestion as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// Where it belongs.
    pub division: DivisionCode,
    /// The bureau that registers it.
    pub bureau: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When it was received; not in the future.
    pub received_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// How things are now, and why they should change.
    pub facts: Text<20000>,
    /// What she proposes, point by point.
    pub points: NonEmpty<Text<2000>>,
    /// Who proposes.
    pub petitioner: PersonId,
    /// The agent who files it for her.
    pub agent: Option<UserId>,
    /// When what the agent may see ends.
    pub agent_until: Option<Timestamp>,
    /// Category path.
    pub category: Option<Text<120>>,
    /// The call under which it came.
    pub call: Option<Uuid>,
    /// The petition it was filed as.
    pub moved_from: Option<MovedFrom>,
    /// It may be published without her name.
    pub publish: bool,
}

/// A command to an existing suggestion.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Send to the unit with the power.
    Forward {
        /// The unit.
        to: OrgId,
        /// Category path.
        category: Option<Text<120>>,
    },
    /// Say that it is not this unit's matter.
    Object {
        /// In detail.
        reason: Text<2000>,
    },
    /// It stays.
    RejectObjection {
        /// Why.
        reason: Text<2000>,
    },
    /// Another unit.
    ApproveObjection {
        /// Which.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    },
    /// Begin to study it; she is told who does.
    TakeUp {
        /// Who studies it.
        handler: UserId,
        /// Why it is simple, when the short time is chosen.
        simple: Option<Text<500>>,
    },
    /// Somebody else studies it.
    Reassign {
        /// Who.
        handler: UserId,
        /// Why.
        reason: Text<500>,
    },
    /// Write the reply.
    SaveDraft {
        /// What the study found.
        findings: Text<5000>,
        /// The points answered so far.
        answers: Vec<PointAnswer>,
        /// Hand it in.
        submit: bool,
    },
    /// Back to whoever wrote it.
    ReturnDraft {
        /// Why.
        reason: Text<1000>,
    },
    /// Sign the reply.
    Sign {
        /// Its number.
        number: Text<60>,
    },
    /// Something that was to be done is done.
    FinishItem {
        /// Which.
        item: u16,
        /// On which day.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    },
    /// It will not be done after all.
    GiveUpItem {
        /// Which.
        item: u16,
        /// Why; she is told.
        reason: Text<1000>,
    },
    /// Say whether she is rewarded.
    ConsiderReward {
        /// She is.
        granted: bool,
        /// With what; or why not.
        text: Text<500>,
    },
    /// Over.
    Close,
    /// Put away.
    Archive,
    /// She takes it back.
    Withdraw {
        /// Why, if she says.
        reason: Option<Text<1000>>,
    },
    /// Something is added.
    AddMaterial {
        /// What.
        note: Text<5000>,
        /// Files.
        files: u32,
    },
    /// She asks where it stands.
    Nudge,
    /// She says whether it may be published without her name.
    SayPublication {
        /// It may.
        allowed: bool,
    },
    /// She rates the unit.
    Rate {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    },
    /// Its unit is supervised.
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
            Self::Forward { .. } => K::Forward,
            Self::Object { .. } => K::Object,
            Self::RejectObjection { .. } => K::RejectObjection,
            Self::ApproveObjection { .. } => K::ApproveObjection,
            Self::TakeUp { .. } => K::TakeUp,
            Self::Reassign { .. } => K::Reassign,
            Self::SaveDraft { .. } => K::SaveDraft,
            Self::ReturnDraft { .. } => K::ReturnDraft,
            Self::Sign { .. } => K::Sign,
            Self::FinishItem { .. } => K::FinishItem,
            Self::GiveUpItem { .. } => K::GiveUpItem,
            Self::ConsiderReward { .. } => K::ConsiderReward,
            Self::Close => K::Close,
            Self::Archive => K::Archive,
            Self::Withdraw { .. } => K::Withdraw,
            Self::AddMaterial { .. } => K::AddMaterial,
            Self::Nudge => K::Nudge,
            Self::SayPublication { .. } => K::SayPublication,
            Self::Rate { .. } => K::Rate,
            Self::NoteSupervision(_) => K::NoteSupervision,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}
