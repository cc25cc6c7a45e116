//! What happened to a suggestion, as the log keeps it.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{Item, MovedFrom, PointAnswer};
use crate::{
    case::{Channel, Grade},
    lifecycle::{self, facts},
    supervision::Notice,
};

/// An event of a suggestion.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Registered {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// Who registers it.
    pub bureau: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When it was received.
    pub received_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// How things are now, and why they should change.
    pub facts: Text<20000>,
    /// What she proposes.
    pub points: NonEmpty<Text<2000>>,
    /// Who proposes.
    pub petitioner: PersonId,
    /// The agent who files it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<UserId>,
    /// When what the agent may see ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_until: Option<Timestamp>,
    /// Category path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Text<120>>,
    /// The call under which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<Uuid>,
    /// The petition it was filed as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<MovedFrom>,
    /// It may be published without her name.
    pub publish: bool,
}

facts! {
    /// The facts of a suggestion.
    pub enum Fact
    /// It has a number and cannot disappear.
    Registered(Box<Registered>) = "suggestion.registered",
    /// Sent to a unit.
    Forwarded {
        /// From.
        from: OrgId,
        /// To.
        to: OrgId,
        /// Category path.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        category: Option<Text<120>>,
    } = "suggestion.forwarded",
    /// The unit wants it returned.
    Objected {
        /// Why.
        reason: Text<2000>,
    } = "suggestion.objected",
    /// It stays.
    ObjectionRejected {
        /// Why.
        reason: Text<2000>,
    } = "suggestion.objection_rejected",
    /// Another unit has it.
    ObjectionApproved {
        /// Which.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    } = "suggestion.objection_approved",
    /// The study began.
    TakenUp {
        /// Who studies it.
        handler: UserId,
        /// Why it is simple, when it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        simple: Option<Text<500>>,
    } = "suggestion.taken_up",
    /// Somebody else studies it.
    Reassigned {
        /// Who.
        handler: UserId,
        /// Why.
        reason: Text<500>,
    } = "suggestion.reassigned",
    /// The reply was written on.
    DraftSaved {
        /// What the study found.
        findings: Text<5000>,
        /// Points so far.
        answers: Vec<PointAnswer>,
        /// Handed in.
        submitted: bool,
    } = "suggestion.draft_saved",
    /// Back to whoever wrote it.
    DraftReturned {
        /// Why.
        reason: Text<1000>,
    } = "suggestion.draft_returned",
    /// Signed: she has her answer, and what was promised runs.
    Replied {
        /// Its number.
        number: Text<60>,
        /// What is to be done.
        items: Vec<Item>,
    } = "suggestion.replied",
    /// Something was done.
    ItemDone {
        /// Which.
        item: u16,
        /// On which day.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    } = "suggestion.item_done",
    /// It will not be done.
    ItemGivenUp {
        /// Which.
        item: u16,
        /// Why.
        reason: Text<1000>,
    } = "suggestion.item_given_up",
    /// Whether she is rewarded.
    RewardConsidered {
        /// She is.
        granted: bool,
        /// With what; or why not.
        text: Text<500>,
    } = "suggestion.reward_considered",
    /// Over.
    Closed = "suggestion.closed",
    /// Put away.
    Archived = "suggestion.archived",
    /// She took it back.
    Withdrawn {
        /// Why.
        reason: Option<Text<1000>>,
    } = "suggestion.withdrawn",
    /// More material.
    MaterialAdded {
        /// What.
        note: Text<5000>,
        /// Files.
        files: u32,
    } = "suggestion.material_added",
    /// She asked where it stands.
    Nudged = "suggestion.nudged",
    /// Whether it may be published.
    PublicationSaid {
        /// It may.
        allowed: bool,
    } = "suggestion.publication_said",
    /// She rated.
    Rated {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    } = "suggestion.rated",
    /// Its unit is supervised.
    Supervised(Box<Notice>) = "suggestion.supervised",
    /// A reminder to the unit, or advice on accountability: the offices' own.
    SupervisionNoted(Box<Notice>) = "suggestion.supervision_noted",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "suggestion.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "suggestion.clocks_recomputed",
}

impl Fact {
    /// Whether she reads of it: not the drafts, and not what offices write to each other.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::Reassigned { .. }
                | Self::DraftSaved { .. }
                | Self::DraftReturned { .. }
                | Self::SupervisionNoted(_)
                | Self::Archived
        )
    }
}
