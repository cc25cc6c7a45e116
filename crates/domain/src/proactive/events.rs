//! What happened to a find, as the log keeps it. No text about her and no name stands here: the log is never shortened.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::{
    model::{Level, Signal},
    urgent::{Danger, Told},
};
use crate::{
    escalation::ByRule,
    lifecycle::{self, facts},
    mandate::{Mandate, MandateEnd},
};

/// An event of a find.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Observed {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where.
    pub division: DivisionCode,
    /// Who has it level by level.
    pub ladder: Vec<OrgId>,
    /// What was seen.
    pub signal: Signal,
    /// When.
    pub observed_at: Timestamp,
    /// The person she will be if she consents.
    pub person: PersonId,
}

facts! {
    /// The facts of a find.
    pub enum Fact
    /// Something was seen.
    Observed(Box<Observed>) = "find.observed",
    /// Somebody was named to see to it.
    Assigned {
        /// Who.
        agent: UserId,
        /// Her point.
        org: OrgId,
    } = "find.assigned",
    /// Whoever had it in hand left: somebody else has it now, with the mandate as it is.
    AgentChanged {
        /// Who had it.
        from: UserId,
        /// Who has it.
        to: UserId,
        /// Her point.
        station: OrgId,
        /// Why.
        reason: Text<500>,
    } = "find.agent_changed",
    /// She was told what it is about.
    Informed = "find.informed",
    /// She wants it.
    Consented = "find.consented",
    /// She does not; the text was deleted.
    Declined = "find.declined",
    /// One more visit after she declined.
    Revisited = "find.revisited",
    /// She let the agent act for her.
    MandateGiven(Box<Mandate>) = "find.mandate_given",
    /// The agency ended.
    MandateEnded {
        /// Why.
        end: MandateEnd,
        /// In words.
        reason: Option<Text<500>>,
    } = "find.mandate_ended",
    /// A step.
    Progressed {
        /// What.
        note: Text<2000>,
    } = "find.progressed",
    /// The agent says that it is settled.
    AgentResolved {
        /// What was done.
        what: Text<2000>,
    } = "find.agent_resolved",
    /// She said that it is settled.
    Confirmed = "find.confirmed",
    /// She said that it is not.
    NotSettled = "find.not_settled",
    /// It rose.
    Escalated {
        /// To which level.
        to: Level,
        /// To whom, when it is not the one the ladder names.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        org: Option<OrgId>,
        /// By which rule of the jurisdiction; none when somebody, or her own word, raised it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rule: Option<ByRule>,
    } = "find.escalated",
    /// It went before the people's mediators.
    MediationBegan = "find.mediation_began",
    /// Mediation ended.
    MediationEnded {
        /// Both sides agreed.
        agreed: bool,
    } = "find.mediation_ended",
    /// A danger was reported.
    UrgentReported {
        /// What may happen.
        danger: Danger,
        /// Who was told.
        told: Vec<Told>,
    } = "find.urgent_reported",
    /// It came up again.
    Reopened {
        /// What.
        note: Text<2000>,
    } = "find.reopened",
    /// It is a petition now.
    Converted {
        /// Which.
        petition: CaseId,
    } = "find.converted",
    /// The days are over.
    Forgotten = "find.forgotten",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "find.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "find.clocks_recomputed",
}
