//! What happened to a review, as the log keeps it.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClaimId, ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::model::{Contested, Level, Lodged, RejectGround, Ruling};
use crate::{
    case::{Grade, ServiceMethod},
    lifecycle::{self, facts},
    supervision::Notice,
};

/// An event of a review.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requested {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Which of the two.
    pub level: Level,
    /// Where the organ sits.
    pub division: DivisionCode,
    /// Who decides.
    pub organ: OrgId,
    /// The office that works on it.
    pub office: OrgId,
    /// The petition.
    pub petition: CaseId,
    /// Its number.
    pub petition_number: CaseNumber,
    /// Its line.
    pub title: Text<120>,
    /// Who asks.
    pub petitioner: PersonId,
    /// Whose answer it is.
    pub unit: OrgId,
    /// The number of the opinion contested.
    pub opinion: Text<60>,
    /// When that reached her.
    pub opinion_served: Date,
    /// The review before a recheck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<CaseId>,
    /// Organisations that answered before.
    pub bodies: Vec<OrgId>,
    /// People who had a part before.
    pub involved: Vec<UserId>,
    /// What is contested.
    pub contested: NonEmpty<Contested>,
    /// How it came.
    pub lodged: Lodged,
    /// The day on which it was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<Date>,
    /// When it was received.
    pub received_at: Timestamp,
    /// After its day: until when she could have asked, and why it comes now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<(Option<Date>, Text<1000>)>,
}

facts! {
    /// The facts of a review.
    pub enum Fact
    /// She asked.
    Requested(Box<Requested>) = "review.requested",
    /// Taken up.
    Accepted {
        /// Who examines.
        examiner: UserId,
        /// Why its lateness is excused.
        late: Option<Text<1000>>,
    } = "review.accepted",
    /// Not taken up.
    Rejected {
        /// Why.
        ground: RejectGround,
        /// In words.
        reason: Text<2000>,
    } = "review.rejected",
    /// The first body sent its file.
    FileSent {
        /// Which body.
        org: OrgId,
        /// What.
        note: Text<5000>,
    } = "review.file_sent",
    /// Another examiner.
    Reassigned {
        /// Whom.
        examiner: UserId,
        /// Why.
        reason: Text<500>,
    } = "review.reassigned",
    /// She and whoever else takes part are told of a hearing to come.
    HearingCalled {
        /// On which day.
        on: Date,
        /// Between which hours.
        hours: Text<20>,
        /// Where.
        place: Text<200>,
        /// Who.
        persons: Text<1000>,
    } = "review.hearing_called",
    /// It is not held.
    HearingCancelled {
        /// Why.
        reason: Text<500>,
    } = "review.hearing_cancelled",
    /// A hearing begins.
    HearingOpened {
        /// Its first day.
        from: Date,
        /// Where.
        place: Text<200>,
        /// Who.
        persons: Text<1000>,
    } = "review.hearing_opened",
    /// It ended.
    HearingEnded {
        /// Its last day.
        to: Date,
        /// What came out.
        minutes: Text<5000>,
    } = "review.hearing_ended",
    /// The opinion was written on.
    DraftSaved {
        /// What was found out.
        findings: Text<10000>,
        /// Rulings so far.
        rulings: Vec<(ClaimId, Ruling)>,
        /// Handed in.
        submitted: bool,
    } = "review.draft_saved",
    /// First signature.
    DraftChecked = "review.draft_checked",
    /// Back to whoever wrote it.
    DraftReturned {
        /// Why.
        reason: Text<1000>,
    } = "review.draft_returned",
    /// Second signature.
    Issued {
        /// Its number.
        number: Text<60>,
    } = "review.issued",
    /// It reached her.
    Served {
        /// How.
        method: ServiceMethod,
        /// The day that counts.
        on: Date,
        /// The evidence.
        evidence: Text<500>,
        /// Why it was recorded late.
        late_entry_reason: Option<Text<500>>,
    } = "review.served",
    /// More material.
    MaterialAdded {
        /// What.
        note: Text<5000>,
        /// Files.
        files: u32,
    } = "review.material_added",
    /// She took it back.
    Withdrawn {
        /// Why.
        reason: Option<Text<1000>>,
    } = "review.withdrawn",
    /// She rated.
    Rated {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    } = "review.rated",
    /// The office was told to act: she is told too.
    Supervised(Box<Notice>) = "review.supervised",
    /// It was reminded, or advice on accountability went out.
    SupervisionNoted(Box<Notice>) = "review.supervision_noted",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "review.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "review.clocks_recomputed",
}

impl Fact {
    /// Whether she reads of it: not the drafts and not who works on it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::Reassigned { .. }
                | Self::DraftSaved { .. }
                | Self::DraftChecked
                | Self::DraftReturned { .. }
                | Self::SupervisionNoted(_)
        )
    }
}
