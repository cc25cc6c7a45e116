//! What people may ask of a petition. Values are parsed before they come here.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClaimId, ClockId, DivisionCode, GridId, NonEmpty, OrgId, PersonId, Text, UserId};

use super::{
    contest::{Care, ReviewNote},
    mediation::MediationNote,
    model::{Elsewhere, FinalBasis, Heard, NotAcceptReason, ReopenReason},
    simple::SimpleGround,
    transitions::CommandKind,
};
use crate::{
    agency::{Concerned, Ground},
    case::{
        Answer, Channel, DispatchKind, FollowUpMethod, Grade, MatterType, Purpose, RatingTarget, ServiceMethod,
        StatutoryRoute,
    },
    device::DeviceTime,
    escalation::Step,
    execution::Reporting,
    mandate::{Give, StandIn},
    remedy::Occasion,
    supervision::Notice,
};

/// A new petition as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// Where it belongs.
    pub division: DivisionCode,
    /// The bureau 信访部门 that registers, or the unit itself when it received it directly.
    pub bureau: OrgId,
    /// Received by a unit with power directly: the notice of article 23 is due, not the forwarding of article 22.
    pub direct_to_unit: bool,
    /// How it came.
    pub channel: Channel,
    /// When it was received; not in the future. Earlier than now for letters, calls and drafts written without signal.
    pub received_at: Timestamp,
    /// What it is about, in one line.
    pub title: Text<120>,
    /// What happened.
    pub facts: Text<20000>,
    /// What she wants, one by one.
    pub claims: NonEmpty<Text<2000>>,
    /// The petitioner.
    pub petitioner: PersonId,
    /// The agent who files for her.
    pub agent: Option<UserId>,
    /// The station whose agent she asks to call her within a day.
    pub station: Option<OrgId>,
    /// The grid of the place where it was registered, when it is known.
    pub grid: Option<GridId>,
    /// The unit complained of, when it is one of ours.
    pub respondent: Option<OrgId>,
    /// People who came or signed, at least 1.
    pub headcount: u32,
    /// Representatives present, for a visit.
    pub representatives: u32,
    /// What type the person or the registrar says it is.
    pub matter_type: MatterType,
    /// What she wants to reach.
    pub purpose: Purpose,
    /// What the device said of the time, when it was taken down on one.
    pub device: Option<DeviceTime>,
}

/// One answer inside a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftAnswer {
    /// The claim answered.
    pub claim: ClaimId,
    /// The answer.
    pub answer: Answer,
}

/// Proof of service as recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Serve {
    /// How.
    pub method: ServiceMethod,
    /// The day that counts; not in the future.
    pub on: Date,
    /// The evidence.
    pub evidence: Text<500>,
    /// Why it is recorded later than it happened; needed when `on` is before today.
    pub late_entry_reason: Option<Text<500>>,
}

/// A call on her afterwards (rules.md 3.4, `AGENCY_FOLLOWUP`).
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// How she was asked.
    pub method: FollowUpMethod,
    /// What she said; `None` when she was not reached, so that the call stays to be made.
    pub heard: Option<Heard>,
    /// In her words, or what happened to the attempt.
    pub note: Text<2000>,
}

/// A command to an existing petition.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Type, purpose, category and the route of each claim, as the desk sees them.
    Triage {
        /// Legal type.
        matter_type: MatterType,
        /// Purpose.
        purpose: Purpose,
        /// Category path.
        category: Option<Text<120>>,
        /// The unit complained of.
        respondent: Option<OrgId>,
        /// The branch of article 31 that the desk sees for claims; none for those it leaves open.
        routes: Vec<(ClaimId, StatutoryRoute)>,
    },
    /// How the desk reads a claim, beside her words; none takes the reading back.
    RephraseClaim {
        /// The claim.
        claim: ClaimId,
        /// The reading.
        reading: Option<Text<2000>>,
    },
    /// One claim asks for several things.
    SplitClaim {
        /// The claim.
        claim: ClaimId,
        /// The things it asks for, two or more; the first stays under its number.
        parts: Vec<Text<2000>>,
    },
    /// Two claims ask for one thing.
    JoinClaims {
        /// The claim that is answered with another.
        claim: ClaimId,
        /// With which.
        into: ClaimId,
    },
    /// A joined claim stands by itself again.
    SeparateClaim {
        /// Which.
        claim: ClaimId,
    },
    /// A claim that stands in her facts.
    AddClaim {
        /// Her words, copied from the facts.
        words: Text<2000>,
        /// How the desk reads them.
        reading: Option<Text<2000>>,
    },
    /// Ask a unit to assist 协办.
    AskAssistance {
        /// Which unit.
        unit: OrgId,
        /// The claims it is concerned with, one or more; it sees no others.
        claims: Vec<ClaimId>,
        /// What it is asked to do.
        task: Text<1000>,
        /// Until which day.
        due: Date,
    },
    /// The assisting unit hands in its part.
    GiveAssistance {
        /// What it found or did.
        text: Text<5000>,
    },
    /// The part of an assisting unit ends.
    EndAssistance {
        /// Which unit.
        unit: OrgId,
        /// Why.
        reason: Text<500>,
    },
    /// Not accepted, with reason and way to go.
    NotAccept {
        /// Why.
        reason: NotAcceptReason,
        /// In words, with the fact of this case.
        explanation: Text<2000>,
        /// Where to go instead; asked for where the reason is that something else is competent.
        elsewhere: Option<Box<Elsewhere>>,
    },
    /// First of two people: finally answered before.
    ProposeFinality {
        /// The recheck opinion it rests on.
        basis: FinalBasis,
        /// In what the facts and reasons are the same.
        same: Text<2000>,
    },
    /// Something happened to a review of its answer.
    NoteReview(Box<ReviewNote>),
    /// Something happened to a mediation beside it.
    NoteMediation(Box<MediationNote>),
    /// End it under the agreement that a mediation led to.
    Settle,
    /// What is done for her after it was finally answered.
    RecordCare(Box<Care>),
    /// Second of two people agrees.
    ConfirmFinality,
    /// The second person does not agree.
    DropFinality,
    /// Forward or assign to a unit.
    Forward {
        /// The unit.
        to: OrgId,
        /// Forward or assign with feedback.
        kind: DispatchKind,
        /// Days for the feedback of an assignment.
        feedback_days: Option<u32>,
    },
    /// Report to the party committee or government.
    ReportUp {
        /// To whom.
        to: OrgId,
        /// What is proposed.
        proposal: Text<2000>,
    },
    /// "Not ours", within five working days, with reasons.
    Object {
        /// In detail.
        reason: Text<2000>,
        /// The document that says whose it is.
        basis: Option<Text<500>>,
    },
    /// The sender does not agree: it stays, and may not come back.
    RejectObjection {
        /// Why.
        reason: Text<2000>,
    },
    /// The sender agrees: another unit.
    ApproveObjection {
        /// The new unit.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    },
    /// Units disagree: the common superior decides.
    RaiseDispute {
        /// Who decides.
        superior: OrgId,
    },
    /// The superior decides.
    DecideDispute {
        /// The unit that handles it; may not object again.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    },
    /// The unit accepts (article 31 (六)), or routes claims to their legal channels.
    Accept {
        /// Who handles it.
        handler: UserId,
        /// The route of every claim; a target for those that leave.
        routes: Vec<(ClaimId, StatutoryRoute, Option<Text<100>>)>,
    },
    /// The target of a hand-off accepted.
    HandoffAccepted {
        /// The claim.
        claim: ClaimId,
        /// The target's own number.
        number: Text<60>,
    },
    /// Another handler.
    Reassign {
        /// The new one.
        handler: UserId,
        /// Why.
        reason: Text<500>,
    },
    /// The handler spoke with the petitioner.
    Contact {
        /// What was said, for the record.
        note: Text<2000>,
    },
    /// A step worth recording.
    Progress {
        /// What.
        note: Text<2000>,
        /// Told to the petitioner.
        public: bool,
    },
    /// More time is needed.
    RequestExtension {
        /// Days on top.
        days: u32,
        /// Why; told to the petitioner.
        reason: Text<1000>,
    },
    /// The leader grants it.
    GrantExtension,
    /// The leader does not.
    DeclineExtension {
        /// Why.
        reason: Text<1000>,
    },
    /// Write the opinion; may be incomplete until it is submitted.
    SaveDraft {
        /// Facts found.
        findings: Text<10000>,
        /// Answers so far.
        answers: Vec<DraftAnswer>,
        /// Hand it in for checking.
        submit: bool,
    },
    /// First signature.
    Check,
    /// Back to the drafter.
    ReturnDraft {
        /// Why.
        reason: Text<1000>,
    },
    /// Second signature, under a number.
    Sign {
        /// The document number.
        number: Text<60>,
        /// What is new in it, where it looks like the answer that a review sent back.
        differs: Option<Text<1000>>,
    },
    /// It reached her.
    Serve(Serve),
    /// The closing report of an assignment.
    ClosingReport {
        /// Investigation, answer, service, execution, her view.
        text: Text<5000>,
    },
    /// What became of a thing that had to be done.
    RecordExecution(Box<Reporting>),
    /// Somebody else looked whether it is so.
    VerifyExecution {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// It is so.
        holds: bool,
        /// What was found; needed when it is not.
        note: Option<Text<1000>>,
    },
    /// She says that it was not done.
    DisputeExecution {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// What is missing.
        reason: Text<1000>,
    },
    /// Onto the simple track.
    ChooseSimple {
        /// Under which of the five conditions.
        ground: SimpleGround,
    },
    /// On by the ordinary procedure.
    EndSimple {
        /// Why; she need not say.
        reason: Option<Text<1000>>,
    },
    /// A look-back became due (the sweeper).
    OpenLookBack {
        /// Its clock.
        clock: ClockId,
    },
    /// The procedure is over.
    Close,
    /// Into the archive.
    Archive,
    /// The petitioner takes it back.
    Withdraw {
        /// Why, if she says.
        reason: Option<Text<1000>>,
    },
    /// It is a suggestion, registered as one in the same transaction.
    MoveToSuggestion {
        /// The suggestion.
        suggestion: CaseId,
        /// Its number.
        number: CaseNumber,
    },
    /// More material.
    AddMaterial {
        /// What it is.
        note: Text<5000>,
        /// How many files came with it.
        files: u32,
    },
    /// She asks how it stands.
    Nudge,
    /// She says whether a claim is solved.
    ConfirmClaim {
        /// The claim.
        claim: ClaimId,
        /// Solved or not.
        solved: bool,
    },
    /// She rates the bureau or the unit.
    Rate {
        /// Whom.
        target: RatingTarget,
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    },
    /// Somebody who had no part in it asks her how it is.
    FollowUp(FollowUp),
    /// Open again.
    Reopen {
        /// Why.
        reason: ReopenReason,
        /// In words.
        text: Text<2000>,
    },
    /// 委托书: she lets an agent act for her.
    GiveMandate(Box<Give>),
    /// She takes it back; it ends at once.
    RevokeMandate {
        /// Why, if she says.
        reason: Option<Text<500>>,
    },
    /// 指定代办: a superior names an agent.
    Designate {
        /// Whom.
        agent: UserId,
        /// The point or station the agent belongs to.
        org: OrgId,
        /// Who stands in, when the agent is away.
        stand_in: Option<StandIn>,
        /// Why; told to the petitioner.
        reason: Text<500>,
    },
    /// 申请回避、申请换人: she asks for somebody else.
    AskRecusal {
        /// Instead of whom.
        of: Concerned,
        /// Why.
        reason: Text<1000>,
    },
    /// 主动回避: somebody says of herself that she is concerned.
    DeclareInterest {
        /// How.
        ground: Ground,
    },
    /// A superior decides who steps back.
    DecideRecusal {
        /// Whom it concerns.
        user: UserId,
        /// Steps back, or goes on.
        steps_back: bool,
        /// On which ground.
        ground: Ground,
        /// Why; told to the petitioner.
        reason: Text<1000>,
    },
    /// It rises, is done anew, comes down.
    Rise(Step),
    /// Its unit is supervised: kept beside what happened.
    NoteSupervision(Box<Notice>),
    /// Something happened to her that opens a period of another law, and on which day (rules.md 2.5).
    NoteRemedy {
        /// For which claim.
        claim: ClaimId,
        /// What happened.
        occasion: Occasion,
        /// The day on which she learned of it or received it.
        known: Date,
    },
    /// She went there.
    TakeRemedy {
        /// For which claim.
        claim: ClaimId,
        /// With what.
        occasion: Occasion,
        /// On which day.
        on: Date,
        /// To whom.
        place: Text<100>,
    },
    /// It was noted by mistake.
    DropRemedy {
        /// For which claim.
        claim: ClaimId,
        /// What.
        occasion: Occasion,
        /// Why.
        reason: Text<500>,
    },
    /// A right of hers soon runs out (the sweeper).
    RemindTerm {
        /// Which.
        clock: ClockId,
    },
    /// A clock ran out (the sweeper).
    MarkOverdue {
        /// Which.
        clock: ClockId,
    },
    /// The calendar of a year was published: open clocks are computed again (the sweeper).
    RecomputeClocks,
}

impl Command {
    /// The kind, as the transition table names it.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one table: each command's kind")]
    pub fn kind(&self) -> CommandKind {
        use CommandKind as K;
        match self {
            Self::Triage { .. } => K::Triage,
            Self::RephraseClaim { .. } => K::RephraseClaim,
            Self::SplitClaim { .. } => K::SplitClaim,
            Self::JoinClaims { .. } => K::JoinClaims,
            Self::SeparateClaim { .. } => K::SeparateClaim,
            Self::AddClaim { .. } => K::AddClaim,
            Self::AskAssistance { .. } => K::AskAssistance,
            Self::GiveAssistance { .. } => K::GiveAssistance,
            Self::EndAssistance { .. } => K::EndAssistance,
            Self::NotAccept { .. } => K::NotAccept,
            Self::ProposeFinality { .. } => K::ProposeFinality,
            Self::NoteReview(_) => K::NoteReview,
            Self::NoteMediation(_) => K::NoteMediation,
            Self::Settle => K::Settle,
            Self::RecordCare(_) => K::RecordCare,
            Self::ConfirmFinality => K::ConfirmFinality,
            Self::DropFinality => K::DropFinality,
            Self::Forward { .. } => K::Forward,
            Self::ReportUp { .. } => K::ReportUp,
            Self::Object { .. } => K::Object,
            Self::RejectObjection { .. } => K::RejectObjection,
            Self::ApproveObjection { .. } => K::ApproveObjection,
            Self::RaiseDispute { .. } => K::RaiseDispute,
            Self::DecideDispute { .. } => K::DecideDispute,
            Self::Accept { .. } => K::Accept,
            Self::HandoffAccepted { .. } => K::HandoffAccepted,
            Self::Reassign { .. } => K::Reassign,
            Self::Contact { .. } => K::Contact,
            Self::Progress { .. } => K::Progress,
            Self::RequestExtension { .. } => K::RequestExtension,
            Self::GrantExtension => K::GrantExtension,
            Self::DeclineExtension { .. } => K::DeclineExtension,
            Self::SaveDraft { .. } => K::SaveDraft,
            Self::Check => K::Check,
            Self::ReturnDraft { .. } => K::ReturnDraft,
            Self::Sign { .. } => K::Sign,
            Self::Serve(_) => K::Serve,
            Self::ClosingReport { .. } => K::ClosingReport,
            Self::RecordExecution(_) => K::RecordExecution,
            Self::VerifyExecution { .. } => K::VerifyExecution,
            Self::DisputeExecution { .. } => K::DisputeExecution,
            Self::ChooseSimple { .. } => K::ChooseSimple,
            Self::EndSimple { .. } => K::EndSimple,
            Self::OpenLookBack { .. } => K::OpenLookBack,
            Self::Close => K::Close,
            Self::Archive => K::Archive,
            Self::Withdraw { .. } => K::Withdraw,
            Self::MoveToSuggestion { .. } => K::MoveToSuggestion,
            Self::AddMaterial { .. } => K::AddMaterial,
            Self::Nudge => K::Nudge,
            Self::ConfirmClaim { .. } => K::ConfirmClaim,
            Self::Rate { .. } => K::Rate,
            Self::FollowUp(_) => K::FollowUp,
            Self::Reopen { .. } => K::Reopen,
            Self::GiveMandate(_) => K::GiveMandate,
            Self::RevokeMandate { .. } => K::RevokeMandate,
            Self::Designate { .. } => K::Designate,
            Self::AskRecusal { .. } => K::AskRecusal,
            Self::DeclareInterest { .. } => K::DeclareInterest,
            Self::DecideRecusal { .. } => K::DecideRecusal,
            Self::Rise(Step::Raise(_)) => K::Raise,
            Self::Rise(Step::Redo(_)) => K::Redo,
            Self::Rise(Step::BringDown { .. }) => K::BringDown,
            Self::NoteSupervision(_) => K::NoteSupervision,
            Self::NoteRemedy { .. } => K::NoteRemedy,
            Self::TakeRemedy { .. } => K::TakeRemedy,
            Self::DropRemedy { .. } => K::DropRemedy,
            Self::RemindTerm { .. } => K::RemindTerm,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}
