//! What happened to a petition, as the log keeps it. Old events are read for ever: fields are only ever added.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClaimId, ClockId, DivisionCode, GridId, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::contest::{Care, ReviewNote};
use super::mediation::MediationNote;
use super::model::{Elsewhere, FinalBasis, Heard, NotAcceptReason, ReopenReason};
use super::simple::{SimpleEnd, SimpleGround};
use crate::{
    agency::{Concerned, Ground},
    case::{
        Answer, Channel, DispatchKind, FollowUpMethod, Grade, MatterType, Purpose, RatingTarget, ServiceMethod,
        StatutoryRoute,
    },
    cause::Said,
    cluster,
    device::DeviceTime,
    escalation::{BroughtDown, Raised, Redone},
    execution::Reporting,
    leadership,
    lifecycle::{self, facts},
    mandate::{Mandate, MandateEnd, StandIn},
    remedy::Occasion,
    review::Finality,
    supervision::Notice,
    urgent,
};

/// An event of a petition.
pub type Event = lifecycle::Event<Fact>;

/// The first event: everything the case begins with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Registered {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// Who registered it.
    pub bureau: OrgId,
    /// Received by the unit itself.
    #[serde(default)]
    pub direct_to_unit: bool,
    /// How it came.
    pub channel: Channel,
    /// When it was received.
    pub received_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// What happened.
    pub facts: Text<20000>,
    /// Claims with their ids, in order.
    pub claims: NonEmpty<(ClaimId, Text<2000>)>,
    /// The petitioner.
    pub petitioner: PersonId,
    /// The agent.
    pub agent: Option<UserId>,
    /// The station whose agent she asks to call her within a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub station: Option<OrgId>,
    /// The grid of the place where it was registered, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<GridId>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// People who came or signed.
    pub headcount: u32,
    /// Representatives of a visit.
    #[serde(default)]
    pub representatives: u32,
    /// Type.
    pub matter_type: MatterType,
    /// Purpose.
    pub purpose: Purpose,
    /// What the device said of the time, when it was taken down on one; the server's own time is the event's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceTime>,
    /// Names of the rules by which whoever registered could not be her agent (rules.md 3.2).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
}

facts! {
    /// The facts of a petition.
    pub enum Fact
    /// Registered: it has a number and cannot disappear.
    Registered(Box<Registered>) = "petition.registered",
    /// Type, purpose and category as the desk sees them.
    Triaged {
        /// Type.
        matter_type: MatterType,
        /// Purpose.
        purpose: Purpose,
        /// Category path.
        category: Option<Text<120>>,
        /// The unit complained of.
        respondent: Option<OrgId>,
        /// The branch of article 31 that the desk saw for claims.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        routes: Vec<(ClaimId, StatutoryRoute)>,
    } = "petition.triaged",
    /// Not accepted.
    NotAccepted {
        /// Why.
        reason: NotAcceptReason,
        /// In words.
        explanation: Text<2000>,
        /// Where to go instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        elsewhere: Option<Box<Elsewhere>>,
    } = "petition.not_accepted",
    /// First of two: finally answered before.
    FinalityProposed {
        /// The recheck opinion, in one line.
        recheck: Text<200>,
        /// The same by its parts; none in records from before they were asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<FinalBasis>,
        /// In what the facts and reasons are the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        same: Option<Text<2000>>,
    } = "petition.finality_proposed",
    /// The second did not agree.
    FinalityDropped = "petition.finality_dropped",
    /// Two agreed: no more accepted.
    NoMoreAccepted = "petition.no_more_accepted",
    /// Forwarded or assigned to a unit.
    Forwarded {
        /// From.
        from: OrgId,
        /// To.
        to: OrgId,
        /// Forward or assign.
        kind: DispatchKind,
    } = "petition.forwarded",
    /// Reported up for decision.
    ReportedUp {
        /// From.
        from: OrgId,
        /// To.
        to: OrgId,
        /// What is proposed.
        proposal: Text<2000>,
    } = "petition.reported_up",
    /// The unit objects.
    Objected {
        /// Why.
        reason: Text<2000>,
        /// Which document says so.
        basis: Option<Text<500>>,
    } = "petition.objected",
    /// The sender does not agree.
    ObjectionRejected {
        /// Why.
        reason: Text<2000>,
    } = "petition.objection_rejected",
    /// The sender agrees: another unit.
    ObjectionApproved {
        /// The new unit.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    } = "petition.objection_approved",
    /// The common superior has to decide.
    DisputeRaised {
        /// Who decides.
        superior: OrgId,
    } = "petition.dispute_raised",
    /// It decided.
    DisputeDecided {
        /// The unit.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    } = "petition.dispute_decided",
    /// It changed hands so often that it has to rise (rules.md §9.1).
    HopLimitReached {
        /// How often.
        hops: u32,
    } = "petition.hop_limit_reached",
    /// A claim was handed to its legal channel.
    ClaimRouted {
        /// The claim.
        claim: ClaimId,
        /// Which branch of article 31.
        route: StatutoryRoute,
        /// To whom.
        target: Text<100>,
    } = "petition.claim_routed",
    /// Every claim was routed.
    Routed = "petition.routed",
    /// Accepted for handling.
    Accepted {
        /// Who handles it.
        handler: UserId,
        /// The claims answered by an opinion.
        claims: Vec<ClaimId>,
    } = "petition.accepted",
    /// The target of a hand-off accepted.
    HandoffAccepted {
        /// The claim.
        claim: ClaimId,
        /// The target's number.
        number: Text<60>,
    } = "petition.handoff_accepted",
    /// Another handler.
    Reassigned {
        /// The new one.
        handler: UserId,
        /// Why.
        reason: Text<500>,
    } = "petition.reassigned",
    /// The handler spoke with her.
    Contacted {
        /// What was said.
        note: Text<2000>,
    } = "petition.contacted",
    /// A step.
    Progressed {
        /// What.
        note: Text<2000>,
        /// Told to her.
        public: bool,
    } = "petition.progressed",
    /// More time asked for.
    ExtensionRequested {
        /// Days.
        days: u32,
        /// Why.
        reason: Text<1000>,
    } = "petition.extension_requested",
    /// Granted and told to her.
    ExtensionGranted = "petition.extension_granted",
    /// Not granted.
    ExtensionDeclined {
        /// Why.
        reason: Text<1000>,
    } = "petition.extension_declined",
    /// The opinion was written on.
    DraftSaved {
        /// Facts found.
        findings: Text<10000>,
        /// Answers so far.
        answers: Vec<(ClaimId, Answer)>,
        /// Handed in.
        submitted: bool,
    } = "petition.draft_saved",
    /// First signature.
    DraftChecked = "petition.draft_checked",
    /// Back to the drafter.
    DraftReturned {
        /// Why.
        reason: Text<1000>,
    } = "petition.draft_returned",
    /// Second signature: the opinion is in force.
    OpinionIssued {
        /// Its number.
        number: Text<60>,
        /// In what it differs from the answer that a review sent back, where the two look alike.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        differs: Option<Text<1000>>,
    } = "petition.opinion_issued",
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
    } = "petition.served",
    /// The closing report of an assignment.
    ClosingReported {
        /// The report.
        text: Text<5000>,
    } = "petition.closing_reported",
    /// What has to be done for her has begun to count, item by item.
    ExecutionBegun {
        /// Claim, item, and its clock.
        items: Vec<(ClaimId, u16, ClockId)>,
    } = "petition.execution_begun",
    /// The unit says what became of an item.
    ExecutionReported(Box<Reporting>) = "petition.execution_reported",
    /// Somebody else looked.
    ExecutionVerified {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// It is as reported.
        holds: bool,
        /// What was found.
        note: Option<Text<1000>>,
    } = "petition.execution_verified",
    /// She says that it was not done.
    ExecutionDisputed {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// What is missing.
        reason: Text<1000>,
        /// The clock that began for it, where the earlier one had stopped.
        clock: Option<ClockId>,
    } = "petition.execution_disputed",
    /// Onto the simple track.
    SimpleChosen {
        /// Under which condition.
        ground: SimpleGround,
    } = "petition.simple_chosen",
    /// On by the ordinary procedure.
    SimpleEnded {
        /// Why.
        why: SimpleEnd,
        /// In words.
        reason: Option<Text<1000>>,
    } = "petition.simple_ended",
    /// A look-back became due.
    LookBackDue {
        /// Its clock.
        clock: ClockId,
        /// The clock's definition.
        def: String,
        /// Its day.
        due: Date,
    } = "petition.look_back_due",
    /// A promise was kept. Kept for records from before each item was reported and checked.
    Executed {
        /// The claim.
        claim: ClaimId,
        /// The evidence.
        evidence: Text<1000>,
    } = "petition.executed",
    /// The procedure is over.
    Closed = "petition.closed",
    /// Archived.
    Archived = "petition.archived",
    /// She took it back.
    Withdrawn {
        /// Why.
        reason: Option<Text<1000>>,
    } = "petition.withdrawn",
    /// More material.
    MaterialAdded {
        /// What.
        note: Text<5000>,
        /// Files.
        files: u32,
    } = "petition.material_added",
    /// Somebody said what another matter is to this one, or took it back.
    LookAlikeSaid {
        /// The other matter.
        other: CaseId,
        /// What it is; `None`: taken back.
        said: Option<Said>,
    } = "petition.look_alike_said",
    /// 类案: it belongs to one, or something was told of it.
    ClusterNoted(Box<cluster::Note>) = "petition.cluster_noted",
    /// Another agent stands beside her from now on: the old one left, or is away for long.
    AgentChanged {
        /// Who it was.
        from: UserId,
        /// Who it is now.
        to: UserId,
        /// Where the new one sits.
        station: OrgId,
        /// Why, in words.
        reason: Text<500>,
    } = "petition.agent_changed",
    /// A leader took charge, instructed, visited, or an expert advised.
    Led {
        /// What was done.
        deed: leadership::Deed,
    } = "petition.led",
    /// A danger was reported beside it, or such a report went on.
    UrgentReported {
        /// What was done.
        deed: urgent::Deed,
    } = "petition.urgent_reported",
    /// She asked how it stands.
    Nudged = "petition.nudged",
    /// She said whether a claim is solved.
    ClaimConfirmed {
        /// The claim.
        claim: ClaimId,
        /// Solved.
        solved: bool,
    } = "petition.claim_confirmed",
    /// She rated.
    Rated {
        /// Whom.
        target: RatingTarget,
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    } = "petition.rated",
    /// Somebody who had no part in it asked her.
    FollowedUp {
        /// How.
        method: FollowUpMethod,
        /// What she said; `None` when she was not reached.
        heard: Option<Heard>,
        /// In her words, or what happened to the attempt.
        note: Text<2000>,
    } = "petition.followed_up",
    /// Open again.
    Reopened {
        /// Why.
        reason: ReopenReason,
        /// In words.
        text: Text<2000>,
    } = "petition.reopened",
    /// It rose: somebody else leads.
    Raised(Box<Raised>) = "petition.raised",
    /// One of the four re-doings was done.
    Redone(Box<Redone>) = "petition.redone",
    /// It came down again.
    BroughtDown(Box<BroughtDown>) = "petition.brought_down",
    /// Its unit was told to act: she is told too.
    Supervised(Box<Notice>) = "petition.supervised",
    /// Its unit was reminded, or advice on accountability went out.
    SupervisionNoted(Box<Notice>) = "petition.supervision_noted",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "petition.clock_overdue",
    /// Open clocks were computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "petition.clocks_recomputed",
    /// She let an agent act for her.
    MandateGiven(Box<Mandate>) = "petition.mandate_given",
    /// The agency ended; what was done before stays valid.
    MandateEnded {
        /// Why.
        end: MandateEnd,
        /// In words.
        reason: Option<Text<500>>,
    } = "petition.mandate_ended",
    /// A superior named an agent.
    AgentDesignated {
        /// Whom.
        agent: UserId,
        /// The agent's point or station.
        org: OrgId,
        /// Who stands in for the agent, who was away on that day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stand_in: Option<StandIn>,
        /// Why.
        reason: Text<500>,
    } = "petition.agent_designated",
    /// She asked for somebody else.
    RecusalAsked {
        /// Instead of whom.
        of: Concerned,
        /// The person who was it.
        user: UserId,
        /// Why.
        reason: Text<1000>,
    } = "petition.recusal_asked",
    /// Somebody said of herself that she is concerned.
    InterestDeclared {
        /// How.
        ground: Ground,
    } = "petition.interest_declared",
    /// A superior decided.
    RecusalDecided {
        /// Whom it concerns.
        user: UserId,
        /// Steps back, or goes on.
        steps_back: bool,
        /// On which ground.
        ground: Ground,
        /// Why.
        reason: Text<1000>,
    } = "petition.recusal_decided",
    /// How the desk reads a claim; none when the reading was taken back.
    ClaimRead {
        /// The claim.
        claim: ClaimId,
        /// The reading.
        reading: Option<Text<2000>>,
    } = "petition.claim_read",
    /// One claim turned out to ask for several things.
    ClaimSplit {
        /// The claim, which stays as the first part.
        claim: ClaimId,
        /// The reading of the first part.
        reading: Text<2000>,
        /// The further parts, each a claim of its own.
        parts: Vec<(ClaimId, Text<2000>)>,
    } = "petition.claim_split",
    /// Two claims ask for one thing; the first is answered with the other.
    ClaimJoined {
        /// Which.
        claim: ClaimId,
        /// With which it is answered.
        into: ClaimId,
    } = "petition.claim_joined",
    /// It stands by itself again.
    ClaimSeparated {
        /// Which.
        claim: ClaimId,
    } = "petition.claim_separated",
    /// A claim that stands in her facts and not among her claims.
    ClaimAdded {
        /// Its id.
        claim: ClaimId,
        /// Her words, as they stand in the facts.
        words: Text<2000>,
        /// How the desk reads them.
        reading: Option<Text<2000>>,
    } = "petition.claim_added",
    /// Something happened to a review of its answer.
    ReviewNoted(Box<ReviewNote>) = "petition.review_noted",
    /// Something happened to a mediation beside it.
    MediationNoted(Box<MediationNote>) = "petition.mediation_noted",
    /// An agreement ended it.
    Settled {
        /// The mediation.
        mediation: CaseId,
    } = "petition.settled",
    /// It is finally answered.
    FinallyAnswered {
        /// How.
        how: Finality,
    } = "petition.finally_answered",
    /// What is done for her afterwards.
    CareRecorded(Box<Care>) = "petition.care_recorded",
    /// A unit is asked to assist 协办.
    AssistanceAsked {
        /// Who asks.
        from: OrgId,
        /// Who assists.
        unit: OrgId,
        /// The claims it is concerned with.
        claims: Vec<ClaimId>,
        /// What it is asked to do.
        task: Text<1000>,
        /// Until which day.
        due: Date,
    } = "petition.assistance_asked",
    /// It handed in its part.
    AssistanceGiven {
        /// Who.
        unit: OrgId,
        /// What it found or did.
        text: Text<5000>,
    } = "petition.assistance_given",
    /// Its part ended.
    AssistanceEnded {
        /// Whose.
        unit: OrgId,
        /// Why.
        reason: Text<500>,
    } = "petition.assistance_ended",
    /// Something happened to her that opens periods of another law; they are counted from that day.
    RemedyNoted {
        /// For which claim.
        claim: ClaimId,
        /// What happened.
        occasion: Occasion,
        /// The day that does not count itself.
        known: Date,
        /// The clocks it started.
        clocks: Vec<ClockId>,
    } = "petition.remedy_noted",
    /// She went there.
    RemedyTaken {
        /// For which claim.
        claim: ClaimId,
        /// With what.
        occasion: Occasion,
        /// On which day.
        on: Date,
        /// To whom.
        place: Text<100>,
    } = "petition.remedy_taken",
    /// It was noted by mistake.
    RemedyDropped {
        /// For which claim.
        claim: ClaimId,
        /// What.
        occasion: Occasion,
        /// Why.
        reason: Text<500>,
    } = "petition.remedy_dropped",
    /// A right of hers soon runs out.
    TermNear {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
        /// Her last day.
        due: Date,
    } = "petition.term_near",
    /// It goes on as a suggestion.
    Moved {
        /// The suggestion.
        suggestion: CaseId,
        /// Its number.
        number: CaseNumber,
    } = "petition.moved",
}
