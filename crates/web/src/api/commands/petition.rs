//! The commands to a petition: one body each, named as the transition table names them.

use domain::{
    agency::{Concerned, Ground},
    case::{
        Answer, DispatchKind, FollowUpMethod, Grade, MatterType, OpinionResult, Promise, Purpose, RatingTarget,
        ServiceMethod, StatutoryRoute,
    },
    escalation::{Cause, Raised, Redoing, Redone, Step},
    execution::{Outcome, Reporting},
    mandate::{Capacity, Consents, Power, Way},
    petition::{
        Care, Command, CommandKind, DraftAnswer, Elsewhere, FollowUp as Call, Heard, NotAcceptReason, ReopenReason,
        Serve as Service, SimpleGround,
    },
    remedy::Occasion,
};
use jiff::civil::Date;
use kernel::{ClaimId, OrgId, PersonName, Text, UserId};
use services::{
    mandate::{NewMandate, Proof},
    petition::{Act, RestsOn},
};

use super::commands;
use crate::api::body::{Words, body};

body! {
    /// The branch of article 31 that the desk sees for one claim.
    ProposedRoute {
        /// The claim.
        claim: ClaimId,
        /// Its branch.
        route: StatutoryRoute,
    } => (ClaimId, StatutoryRoute): (claim, route)
}
body! {
    /// Type, purpose, category, the unit complained of and the way of each claim, as the desk sees them.
    Triage {
        /// Legal type.
        matter_type: MatterType,
        /// Purpose.
        purpose: Purpose,
        /// Category path.
        category: Option<Words<120>>,
        /// The unit complained of.
        respondent: Option<OrgId>,
        /// The ways of the claims; those left out stay open. The unit with power decides.
        routes: Option<Vec<ProposedRoute>>,
    } => Act: Command::Triage {
        matter_type,
        purpose,
        category,
        respondent,
        routes: routes.unwrap_or_default(),
    }.into()
}
body! {
    /// How the desk reads a claim, beside her words.
    RephraseClaim {
        /// The claim.
        claim: ClaimId,
        /// The reading; left out to take it back.
        reading: Option<Words<2000>>,
    } => Act: Command::RephraseClaim { claim, reading }.into()
}
body! {
    /// One claim asks for several things.
    SplitClaim {
        /// The claim; the first part stays under its number.
        claim: ClaimId,
        /// The things it asks for, two or more.
        parts: Vec<Words<2000>>,
    } => Act: Command::SplitClaim { claim, parts }.into()
}
body! {
    /// Two claims ask for one thing; none is lost.
    JoinClaims {
        /// The claim that is answered with another.
        claim: ClaimId,
        /// With which.
        into: ClaimId,
    } => Act: Command::JoinClaims { claim, into }.into()
}
body! {
    /// A joined claim stands by itself again.
    SeparateClaim {
        /// Which.
        claim: ClaimId,
    } => Act: Command::SeparateClaim { claim }.into()
}
body! {
    /// A claim that stands in her facts and not among her claims.
    AddClaim {
        /// Her words, copied from the facts.
        words: Words<2000>,
        /// How the desk reads them.
        reading: Option<Words<2000>>,
    } => Act: Command::AddClaim { words, reading }.into()
}
body! {
    /// Ask a unit to assist with a part of the matter.
    AskAssistance {
        /// Which unit.
        unit: OrgId,
        /// The claims of its part, one or more; it sees no others.
        claims: Vec<ClaimId>,
        /// What it is asked to do.
        task: Words<1000>,
        /// Until which day.
        due: Date,
    } => Act: Command::AskAssistance { unit, claims, task, due }.into()
}
body! {
    /// The assisting unit hands in its part.
    GiveAssistance {
        /// What it found or did.
        text: Words<5000>,
    } => Act: Command::GiveAssistance { text }.into()
}
body! {
    /// The part of an assisting unit ends.
    EndAssistance {
        /// Which unit.
        unit: OrgId,
        /// Why.
        reason: Words<500>,
    } => Act: Command::EndAssistance { unit, reason }.into()
}
body! {
    /// From which day a period of another law counts for a claim: reconsideration, arbitration, suit, appeal.
    NoteRemedy {
        /// For which claim.
        claim: ClaimId,
        /// What happened to her.
        occasion: Occasion,
        /// The day on which she learned of it or received it; it does not count itself.
        known: Date,
    } => Act: Command::NoteRemedy { claim, occasion, known }.into()
}
body! {
    /// She went there: nothing is counted any more.
    TakeRemedy {
        /// For which claim.
        claim: ClaimId,
        /// With what.
        occasion: Occasion,
        /// On which day.
        on: Date,
        /// To whom.
        place: Words<100>,
    } => Act: Command::TakeRemedy { claim, occasion, on, place }.into()
}
body! {
    /// It was noted by mistake.
    DropRemedy {
        /// For which claim.
        claim: ClaimId,
        /// What.
        occasion: Occasion,
        /// Why.
        reason: Words<500>,
    } => Act: Command::DropRemedy { claim, occasion, reason }.into()
}
body! {
    /// Where to go instead.
    ElsewhereBody {
        /// The way, such as an arbitration.
        way: Option<Words<300>>,
        /// The organ, by its full name.
        organ: Words<100>,
        /// Its public telephone.
        phone: Option<Words<40>>,
        /// Until when.
        until: Words<200>,
    } => Elsewhere: Elsewhere { way, organ, phone, until }
}
body! {
    /// Not accepted, with reason and way to go.
    NotAccept {
        /// Why.
        reason: NotAcceptReason,
        /// In words, with the fact of this case.
        explanation: Words<2000>,
        /// Where to go instead; must be there when another body or only a legal way is competent.
        elsewhere: Option<ElsewhereBody>,
    } => Act: Command::NotAccept { reason, explanation, elsewhere: elsewhere.map(Box::new) }.into()
}
body! {
    /// The first of two people says that it was finally answered before.
    ProposeFinality {
        /// The number of a petition in this house that was rechecked; otherwise organ, opinion and day of a recheck on paper.
        number: Option<Words<40>>,
        /// Who rechecked, by office.
        organ: Option<Words<60>>,
        /// The number of the recheck opinion.
        opinion: Option<Words<60>>,
        /// Its day.
        on: Option<Date>,
        /// In what the facts and reasons are the same.
        same: Words<2000>,
    } => Act: Act::ProposeFinality { rests_on: RestsOn { number, organ, opinion, on }, same }
}
body! {
    /// Forward or assign to a unit.
    Forward {
        /// The unit.
        to: OrgId,
        /// Forward, or assign with feedback.
        kind: DispatchKind,
        /// Days for the feedback of an assignment.
        feedback_days: Option<u32>,
    } => Act: Command::Forward { to, kind, feedback_days }.into()
}
body! {
    /// Report to the party committee or government.
    ReportUp {
        /// To whom.
        to: OrgId,
        /// What is proposed.
        proposal: Words<2000>,
    } => Act: Command::ReportUp { to, proposal }.into()
}
body! {
    /// "Not ours", with reasons.
    ObjectPetition {
        /// In detail.
        reason: Words<2000>,
        /// The document that says whose it is.
        basis: Option<Words<500>>,
    } => Act: Command::Object { reason, basis }.into()
}
body! {
    /// The sender does not agree: it stays with the unit.
    RejectObjection {
        /// Why.
        reason: Words<2000>,
    } => Act: Command::RejectObjection { reason }.into()
}
body! {
    /// The sender agrees: another unit.
    ApproveObjection {
        /// The new unit.
        to: OrgId,
        /// Why.
        reason: Words<2000>,
    } => Act: Command::ApproveObjection { to, reason }.into()
}
body! {
    /// Units disagree: the common superior decides.
    RaiseDispute {
        /// Who decides.
        superior: OrgId,
    } => Act: Command::RaiseDispute { superior }.into()
}
body! {
    /// The superior decides.
    DecideDispute {
        /// The unit that handles it.
        to: OrgId,
        /// Why.
        reason: Words<2000>,
    } => Act: Command::DecideDispute { to, reason }.into()
}
body! {
    /// The route of one claim.
    ClaimRoute {
        /// The claim.
        claim: ClaimId,
        /// Its branch of article 31.
        route: StatutoryRoute,
        /// The body it is handed to, for a claim that leaves the petition procedure.
        target: Option<Words<100>>,
    } => (ClaimId, StatutoryRoute, Option<Text<100>>): (claim, route, target)
}
body! {
    /// Accept, or route claims to their legal channels.
    Accept {
        /// Who handles it.
        handler: UserId,
        /// The route of every claim.
        routes: Vec<ClaimRoute>,
    } => Act: Command::Accept { handler, routes }.into()
}
body! {
    /// The target of a hand-off accepted.
    HandoffAccepted {
        /// The claim.
        claim: ClaimId,
        /// The target's own number.
        number: Words<60>,
    } => Act: Command::HandoffAccepted { claim, number }.into()
}
body! {
    /// Another handler.
    Reassign {
        /// The new one.
        handler: UserId,
        /// Why.
        reason: Words<500>,
    } => Act: Command::Reassign { handler, reason }.into()
}
body! {
    /// The handler spoke with the petitioner.
    ContactPetitioner {
        /// What was said.
        note: Words<2000>,
    } => Act: Command::Contact { note }.into()
}
body! {
    /// A step worth recording.
    ProgressPetition {
        /// What.
        note: Words<2000>,
        /// Told to the petitioner.
        public: Option<bool>,
    } => Act: Command::Progress { note, public: public.unwrap_or(false) }.into()
}
body! {
    /// More time is needed.
    RequestExtension {
        /// Days on top, at most 30.
        days: u32,
        /// Why; told to the petitioner.
        reason: Words<1000>,
    } => Act: Command::RequestExtension { days, reason }.into()
}
body! {
    /// The leader does not grant it.
    DeclineExtension {
        /// Why.
        reason: Words<1000>,
    } => Act: Command::DeclineExtension { reason }.into()
}
body! {
    /// Who must do what until when, for a claim that is supported.
    PromisePart {
        /// Who must do it, by name.
        obligor: Words<100>,
        /// What.
        what: Words<1000>,
        /// Until which day.
        due: Date,
    } => Promise: Promise { obligor, what, due }
}
body! {
    /// The answer to one claim.
    AnswerPart {
        /// The claim.
        claim: ClaimId,
        /// What is decided.
        result: OpinionResult,
        /// Findings and decision, in words.
        text: Words<5000>,
        /// The laws it rests on.
        basis: Words<1000>,
        /// What is promised.
        promise: Option<PromisePart>,
        /// What is promised besides.
        more: Option<Vec<PromisePart>>,
    } => DraftAnswer: DraftAnswer { claim, answer: Answer { result, text, basis, promise, more: more.unwrap_or_default() } }
}
body! {
    /// The opinion as it is written; may be incomplete until it is submitted.
    SaveDraft {
        /// Facts found.
        findings: Words<10000>,
        /// Answers so far.
        answers: Vec<AnswerPart>,
        /// Hand it in for checking.
        submit: Option<bool>,
    } => Act: Command::SaveDraft { findings, answers, submit: submit.unwrap_or(false) }.into()
}
body! {
    /// Back to the drafter.
    ReturnDraft {
        /// Why.
        reason: Words<1000>,
    } => Act: Command::ReturnDraft { reason }.into()
}
body! {
    /// It reached her.
    Serve {
        /// How.
        method: ServiceMethod,
        /// The day that counts.
        on: Date,
        /// The evidence.
        evidence: Words<500>,
        /// Why it is recorded later than it happened.
        late_entry_reason: Option<Words<500>>,
    } => Act: Command::Serve(Service { method, on, evidence, late_entry_reason }).into()
}
body! {
    /// The closing report of an assignment.
    ClosingReport {
        /// Investigation, answer, service, execution, her view.
        text: Words<5000>,
    } => Act: Command::ClosingReport { text }.into()
}
body! {
    /// What became of a thing that was promised.
    RecordExecution {
        /// The claim.
        claim: ClaimId,
        /// The item of the claim; the first when it is not named.
        item: Option<u16>,
        /// What; done when it is not named.
        outcome: Option<Outcome>,
        /// The evidence, or why it was not done.
        evidence: Words<1000>,
    } => Act: {
        let done = Reporting::done(claim, item.unwrap_or(1), evidence);
        let outcome = outcome.unwrap_or(Outcome::Done);
        Command::RecordExecution(Box::new(Reporting { outcome, ..done })).into()
    }
}
body! {
    /// Somebody else looked whether it is so.
    VerifyExecution {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// It is as reported.
        holds: bool,
        /// What was found; needed when it is not.
        note: Option<Words<1000>>,
    } => Act: Command::VerifyExecution { claim, item, holds, note }.into()
}
body! {
    /// She says that it was not done.
    DisputeExecution {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// What is missing.
        reason: Words<1000>,
    } => Act: Command::DisputeExecution { claim, item, reason }.into()
}
body! {
    /// Onto the simple track.
    ChooseSimple {
        /// Under which of the five conditions.
        ground: SimpleGround,
    } => Act: Command::ChooseSimple { ground }.into()
}
body! {
    /// On by the ordinary procedure.
    EndSimple {
        /// Why; she need not say.
        reason: Option<Words<1000>>,
    } => Act: Command::EndSimple { reason }.into()
}
body! {
    /// The petitioner takes it back.
    Withdraw {
        /// Why, if she says.
        reason: Option<Words<1000>>,
    } => Act: Command::Withdraw { reason }.into()
}
body! {
    /// More material, in words; files go to `attachments`.
    AddMaterial {
        /// What it is.
        note: Words<5000>,
    } => Act: Command::AddMaterial { note, files: 0 }.into()
}
body! {
    /// She says whether a claim is solved.
    ConfirmClaim {
        /// The claim.
        claim: ClaimId,
        /// Solved or not.
        solved: bool,
    } => Act: Command::ConfirmClaim { claim, solved }.into()
}
body! {
    /// She rates the bureau or the unit.
    RatePetition {
        /// Whom.
        target: RatingTarget,
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Words<1000>>,
    } => Act: Command::Rate { target, grade, comment }.into()
}
body! {
    /// What she says of one claim.
    HeardClaim {
        /// The claim.
        claim: ClaimId,
        /// Solved or not.
        solved: bool,
    } => (ClaimId, bool): (claim, solved)
}
body! {
    /// What she says of one thing that had to be done.
    HeardItem {
        /// The claim.
        claim: ClaimId,
        /// The item.
        item: u16,
        /// Done or not.
        done: bool,
    } => (ClaimId, u16, bool): (claim, item, done)
}
body! {
    /// What she said when asked.
    HeardPart {
        /// Claim by claim.
        claims: Vec<HeardClaim>,
        /// She was pressed to rate well or withdraw.
        pressed: Option<bool>,
        /// How she finds it, when she says.
        grade: Option<Grade>,
        /// Thing by thing, where something had to be done.
        items: Option<Vec<HeardItem>>,
    } => Heard: Heard { claims, pressed: pressed.unwrap_or(false), grade, items: items.unwrap_or_default() }
}
body! {
    /// Somebody who had no part in it asked her.
    FollowUpPetition {
        /// How.
        method: FollowUpMethod,
        /// What she said; left out when she was not reached.
        heard: Option<HeardPart>,
        /// In her words, or what happened to the attempt.
        note: Words<2000>,
    } => Act: Command::FollowUp(Call { method, heard, note }).into()
}
body! {
    /// Open again.
    Reopen {
        /// Why.
        reason: ReopenReason,
        /// In words.
        text: Words<2000>,
    } => Act: Command::Reopen { reason, text }.into()
}

body! {
    /// 委托书: she lets an agent act for her. Names of guardian and witnesses are sealed.
    GiveMandate {
        /// To whom; the agent of the case, or you, when left out.
        agent: Option<UserId>,
        /// What the agent may do. Settling and waiving rights cannot be given.
        powers: Vec<Power>,
        /// The last day; the jurisdiction's default when left out.
        until: Option<Date>,
        /// Whether she can give it herself.
        capacity: Option<Capacity>,
        /// The guardian who gives it for her.
        guardian: Option<String>,
        /// How it was given.
        way: Way,
        /// It was read to her and she said that it is so.
        read_back: Option<bool>,
        /// The recording handed in last proves an oral mandate; otherwise two witnesses do.
        recorded: Option<bool>,
        /// The names of the witnesses.
        witnesses: Option<Vec<String>>,
        /// She agrees to pass her details to an agent who is no official.
        consent_passing_on: Option<bool>,
        /// Consent to what is sensitive.
        consent_sensitive: Option<bool>,
    } => Act: Act::Mandate(Box::new(NewMandate {
        agent,
        powers,
        until,
        capacity: capacity.unwrap_or(Capacity::Full),
        guardian: guardian.as_deref().and_then(|name| PersonName::parse("guardian", name).ok()),
        way,
        read_back: read_back.unwrap_or(false),
        proof: proof(way, recorded, witnesses),
        consents: Consents {
            passing_on: consent_passing_on.unwrap_or(false),
            sensitive: consent_sensitive.unwrap_or(false),
        },
    }))
}
body! {
    /// She takes the mandate back: it ends at once, and the agent sees nothing more.
    RevokeMandate {
        /// Why, if she says.
        reason: Option<Words<500>>,
    } => Act: Command::RevokeMandate { reason }.into()
}
body! {
    /// 指定代办: name an agent.
    Designate {
        /// Whom.
        agent: UserId,
        /// Why; told to the petitioner.
        reason: Words<500>,
    } => Act: Act::Designate { agent, reason }
}
body! {
    /// She asks for somebody else.
    AskRecusal {
        /// Instead of whom.
        of: Concerned,
        /// Why.
        reason: Words<1000>,
    } => Act: Command::AskRecusal { of, reason }.into()
}
body! {
    /// You say of yourself that you are concerned.
    DeclareInterest {
        /// How.
        ground: Ground,
    } => Act: Command::DeclareInterest { ground }.into()
}
body! {
    /// Who steps back.
    DecideRecusal {
        /// Whom it concerns.
        user: UserId,
        /// Steps back, or goes on.
        steps_back: bool,
        /// On which ground.
        ground: Ground,
        /// Why; told to the petitioner.
        reason: Words<1000>,
    } => Act: Command::DecideRecusal { user, steps_back, ground, reason }.into()
}

/// Names as they can be kept; what is none is missed as a witness.
/// What proves it: word of mouth takes a recording or two witnesses.
pub(super) fn proof(way: Way, recorded: Option<bool>, witnesses: Option<Vec<String>>) -> Proof {
    match (way, recorded) {
        (Way::Oral, Some(true)) => Proof::Recording,
        (Way::Oral, _) => Proof::Witnesses(named(&witnesses.unwrap_or_default())),
        _ => Proof::Signature,
    }
}

fn named(names: &[String]) -> Vec<PersonName> {
    names.iter().filter_map(|name| PersonName::parse("witnesses", name).ok()).collect()
}

body! {
    /// Let it rise.
    RaiseMatter {
        /// To whom.
        to: OrgId,
        /// Why; she reads it.
        reason: Words<1000>,
    } => Act: Command::Rise(Step::Raise(Box::new(raised(to, reason)))).into()
}
body! {
    /// One of the four re-doings, by whoever leads.
    RedoMatter {
        /// Which.
        what: Redoing,
        /// What was done and found.
        found: Words<2000>,
    } => Act: Command::Rise(Step::Redo(Redone { what, found })).into()
}
body! {
    /// Bring it down again.
    BringMatterDown {
        /// Why.
        reason: Words<1000>,
    } => Act: Command::Rise(Step::BringDown { reason }).into()
}

/// By a person; levels and re-doings are filled in from the record and the rules.
fn raised(to: OrgId, reason: Text<1000>) -> Raised {
    Raised { from: to, to, from_level: None, level: None, cause: Cause::Person, reason: Some(reason), needs: vec![] }
}

body! {
    /// Second signature; the document number is drawn by it.
    SignOpinion {
        /// What is new, where the answer looks like the one that a review sent back.
        differs: Option<Words<1000>>,
    } => Act: match differs {
        Some(differs) => Act::SignAnew { differs },
        None => Act::Sign,
    }
}
body! {
    /// What is done for her after the matter was finally answered.
    RecordCare {
        /// Which office sees to it.
        org: OrgId,
        /// What is done.
        what: Words<1000>,
        /// From which day.
        from: Date,
        /// Until which day.
        until: Date,
    } => Act: Command::RecordCare(Box::new(Care { org, what, from, until })).into()
}

body! {
    /// It is a suggestion: it goes on as one under a number of its own, and the old number leads there.
    MoveToSuggestion {
        /// Its category, where it is not the petition's.
        category: Option<Words<120>>,
    } => Act: Act::MoveToSuggestion { category }
}

commands! {
    /// The petition's.
    CommandKind => Act {
        Triage: Triage,
        RephraseClaim: RephraseClaim,
        SplitClaim: SplitClaim,
        JoinClaims: JoinClaims,
        SeparateClaim: SeparateClaim,
        AddClaim: AddClaim,
        AskAssistance: AskAssistance,
        GiveAssistance: GiveAssistance,
        EndAssistance: EndAssistance,
        NotAccept: NotAccept,
        ProposeFinality: ProposeFinality,
        ConfirmFinality = Command::ConfirmFinality.into(),
        DropFinality = Command::DropFinality.into(),
        Forward: Forward,
        ReportUp: ReportUp,
        Object: ObjectPetition,
        RejectObjection: RejectObjection,
        ApproveObjection: ApproveObjection,
        RaiseDispute: RaiseDispute,
        DecideDispute: DecideDispute,
        Accept: Accept,
        HandoffAccepted: HandoffAccepted,
        Reassign: Reassign,
        Contact: ContactPetitioner,
        Progress: ProgressPetition,
        RequestExtension: RequestExtension,
        GrantExtension = Command::GrantExtension.into(),
        DeclineExtension: DeclineExtension,
        SaveDraft: SaveDraft,
        Check = Command::Check.into(),
        ReturnDraft: ReturnDraft,
        Sign: SignOpinion,
        Serve: Serve,
        ClosingReport: ClosingReport,
        RecordExecution: RecordExecution,
        VerifyExecution: VerifyExecution,
        DisputeExecution: DisputeExecution,
        ChooseSimple: ChooseSimple,
        EndSimple: EndSimple,
        Close = Command::Close.into(),
        Settle = Command::Settle.into(),
        Archive = Command::Archive.into(),
        Withdraw: Withdraw,
        AddMaterial: AddMaterial,
        Nudge = Command::Nudge.into(),
        ConfirmClaim: ConfirmClaim,
        Rate: RatePetition,
        FollowUp: FollowUpPetition,
        Reopen: Reopen,
        GiveMandate: GiveMandate,
        RevokeMandate: RevokeMandate,
        Designate: Designate,
        AskRecusal: AskRecusal,
        DeclareInterest: DeclareInterest,
        DecideRecusal: DecideRecusal,
        Raise: RaiseMatter,
        Redo: RedoMatter,
        BringDown: BringMatterDown,
        NoteRemedy: NoteRemedy,
        TakeRemedy: TakeRemedy,
        DropRemedy: DropRemedy,
        RecordCare: RecordCare,
        MoveToSuggestion: MoveToSuggestion,
        NoteReview,
        NoteMediation,
        NoteSupervision,
        RemindTerm,
        MarkOverdue,
        RecomputeClocks,
        OpenLookBack,
    }
}
