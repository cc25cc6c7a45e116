//! What happened to a work order, as the log keeps it.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, GridId, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::model::Disposition;
use crate::{
    agency::Ground,
    case::{Channel, FollowUpMethod, Grade},
    cause::Said,
    cluster,
    escalation::{BroughtDown, Raised, Redone},
    leadership,
    lifecycle::{self, facts},
    mandate::{Mandate, MandateEnd},
    supervision::Notice,
    urgent,
};

/// An event of a work order.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The centre.
    pub centre: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When.
    pub received_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// What is wanted.
    pub facts: Text<20000>,
    /// Who asks.
    pub petitioner: PersonId,
    /// The grid of the place where it was registered, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<GridId>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// Category path.
    pub category: Option<Text<120>>,
    /// The agent who files it for her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<UserId>,
    /// Names of the rules by which whoever took it down could not be her agent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
}

facts! {
    /// The facts of a work order.
    pub enum Fact
    /// At the desk.
    Received(Box<Received>) = "order.received",
    /// Answered on the spot.
    Answered {
        /// What was said.
        text: Text<2000>,
    } = "order.answered",
    /// Told where it belongs.
    Redirected {
        /// Where.
        disposition: Disposition,
        /// In words: way, address, term.
        text: Text<2000>,
    } = "order.redirected",
    /// Sent to a unit.
    Dispatched {
        /// The unit.
        to: OrgId,
        /// Category path.
        category: Option<Text<120>>,
    } = "order.dispatched",
    /// The unit wants it returned.
    Objected {
        /// Why.
        reason: Text<2000>,
    } = "order.objected",
    /// It stays.
    ObjectionRejected {
        /// Why.
        reason: Text<2000>,
    } = "order.objection_rejected",
    /// Another unit.
    ObjectionApproved {
        /// The new unit; may not return it.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    } = "order.objection_approved",
    /// Claimed.
    Claimed {
        /// Who does it.
        handler: UserId,
    } = "order.claimed",
    /// Somebody else does it from now on: whoever had it left, or is away for long.
    HandedOver {
        /// Who had it.
        from: UserId,
        /// Who has it now.
        to: UserId,
        /// Where the new one sits.
        station: OrgId,
        /// Why, in words.
        reason: Text<500>,
    } = "order.handed_over",
    /// The person was really reached.
    Contacted {
        /// What was said.
        note: Text<2000>,
    } = "order.contacted",
    /// More time, with a definite day.
    Extended {
        /// Days on top.
        days: u32,
        /// Why; told to the person.
        reason: Text<1000>,
    } = "order.extended",
    /// Answer or plan.
    Replied {
        /// What.
        text: Text<5000>,
    } = "order.replied",
    /// Done, says the unit.
    Done {
        /// What was done.
        text: Text<5000>,
    } = "order.done",
    /// Somebody uninvolved asked the person.
    FollowedUp {
        /// Is it solved, in her words.
        solved: bool,
        /// She was asked to rate well or to withdraw.
        pressed: bool,
        /// How she finds it, when she says; not the rating she gives with her code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grade: Option<Grade>,
        /// How she was asked; none in records from before this was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        method: Option<FollowUpMethod>,
        /// What she said.
        note: Text<2000>,
    } = "order.followed_up",
    /// Somebody uninvolved called and did not reach her; it still waits for the call.
    CallMissed {
        /// How.
        method: FollowUpMethod,
        /// What whoever called wrote down.
        note: Text<2000>,
    } = "order.call_missed",
    /// To be done again.
    Reworked = "order.reworked",
    /// Risen.
    Escalated {
        /// To whom.
        to: OrgId,
        /// Why.
        reason: Text<1000>,
    } = "order.escalated",
    /// Became a petition.
    Converted {
        /// Which.
        petition: CaseId,
    } = "order.converted",
    /// Over.
    Closed = "order.closed",
    /// She rated.
    Rated {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    } = "order.rated",
    /// Somebody said what another matter is to this one, or took it back.
    LookAlikeSaid {
        /// The other matter.
        other: CaseId,
        /// What it is; `None`: taken back.
        said: Option<Said>,
    } = "order.look_alike_said",
    /// 类案: it belongs to one, or something was told of it.
    ClusterNoted(Box<cluster::Note>) = "order.cluster_noted",
    /// A leader took charge, instructed, visited, or an expert advised.
    Led {
        /// What was done.
        deed: leadership::Deed,
    } = "order.led",
    /// A danger was reported beside it, or such a report went on.
    UrgentReported {
        /// What was done.
        deed: urgent::Deed,
    } = "order.urgent_reported",
    /// 委托书: an agent acts for her.
    MandateGiven(Box<Mandate>) = "order.mandate_given",
    /// Nobody acts for her any more.
    MandateEnded {
        /// Why.
        end: MandateEnd,
        /// In words.
        reason: Option<Text<500>>,
    } = "order.mandate_ended",
    /// Somebody said of herself that she is concerned.
    InterestDeclared {
        /// How.
        ground: Ground,
    } = "order.interest_declared",
    /// Another agent stands beside her from now on.
    AgentChanged {
        /// Who did.
        from: UserId,
        /// Who does now.
        to: UserId,
        /// Where the new one sits.
        station: OrgId,
        /// Why, in words.
        reason: Text<500>,
    } = "order.agent_changed",
    /// A step worth recording.
    Progressed {
        /// What.
        note: Text<2000>,
        /// Told to her.
        public: bool,
    } = "order.progressed",
    /// It rose: somebody else leads.
    Raised(Box<Raised>) = "order.raised",
    /// One of the four re-doings was done.
    Redone(Box<Redone>) = "order.redone",
    /// It came down again.
    BroughtDown(Box<BroughtDown>) = "order.brought_down",
    /// Its unit was told to act: she is told too.
    Supervised(Box<Notice>) = "order.supervised",
    /// Its unit was reminded, or advice on accountability went out.
    SupervisionNoted(Box<Notice>) = "order.supervision_noted",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "order.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "order.clocks_recomputed",
}
