//! The commands to a review, one body each, named as the transition table names them.

use domain::{
    case::{Answer, OpinionResult, Promise, ServiceMethod},
    petition::Serve,
    review::{Command, CommandKind, DraftRuling, RejectGround, ReviewResult, Ruling},
};
use jiff::civil::Date;
use kernel::{ClaimId, OrgId, Text, UserId};
use services::review::Act;

use crate::api::{
    body::{Words, body},
    commands::commands,
};

body! {
    /// Take it up.
    AcceptReview {
        /// Who examines.
        examiner: UserId,
        /// Why its lateness is excused, when it is late.
        late: Option<Words<1000>>,
    } => Act: Command::Accept { examiner, late }.into()
}
body! {
    /// Do not take it up.
    RejectReview {
        /// Why.
        ground: RejectGround,
        /// In words, told to her.
        reason: Words<2000>,
    } => Act: Command::Reject { ground, reason }.into()
}
body! {
    /// The body that answered sends its file.
    SendReviewFile {
        /// What it sends and says.
        note: Words<5000>,
    } => Act: Command::SendFile { note }.into()
}
body! {
    /// Another examiner.
    ReassignReview {
        /// Whom.
        examiner: UserId,
        /// Why.
        reason: Words<500>,
    } => Act: Command::Reassign { examiner, reason }.into()
}
body! {
    /// Give notice of a hearing; a second notice moves it.
    CallHearing {
        /// On which day, tomorrow at the earliest.
        on: Date,
        /// Between which hours: `9:00–11:30`.
        hours: Words<20>,
        /// Where.
        place: Words<200>,
        /// Who takes part, by office.
        persons: Words<1000>,
    } => Act: Command::CallHearing { on, hours, place, persons }.into()
}
body! {
    /// The hearing is not held.
    CancelHearing {
        /// Why; she is told.
        reason: Words<500>,
    } => Act: Command::CancelHearing { reason }.into()
}
body! {
    /// A hearing begins.
    OpenHearing {
        /// Its first day.
        from: Date,
        /// Where.
        place: Words<200>,
        /// Who takes part, by office.
        persons: Words<1000>,
    } => Act: Command::OpenHearing { from, place, persons }.into()
}
body! {
    /// A hearing ended.
    EndHearing {
        /// Its last day.
        to: Date,
        /// What came out.
        minutes: Words<5000>,
    } => Act: Command::EndHearing { to, minutes }.into()
}
body! {
    /// What stands instead of an answer.
    ReviewInstead {
        /// How it is answered now.
        result: OpinionResult,
        /// In words.
        text: Words<5000>,
        /// Who keeps what is promised.
        obligor: Option<Words<100>>,
        /// What is promised.
        what: Option<Words<1000>>,
        /// By when.
        due: Option<Date>,
    } => Instead: Instead {
        result,
        text,
        promise: obligor.zip(what).zip(due).map(|((obligor, what), due)| Promise { obligor, what, due }),
    }
}
body! {
    /// What is decided of one claim.
    ReviewRuling {
        /// The claim.
        claim: ClaimId,
        /// Uphold, revoke, change, remand.
        result: ReviewResult,
        /// Why; for a remand what has to be looked at again.
        text: Words<5000>,
        /// On which provisions.
        basis: Words<1000>,
        /// What stands instead, of a change.
        instead: Option<ReviewInstead>,
    } => DraftRuling: DraftRuling { claim, ruling: ruling(result, text, basis, instead) }
}
body! {
    /// Write on the opinion.
    DraftReviewOpinion {
        /// What was found out.
        findings: Words<10000>,
        /// What is decided, claim by claim.
        rulings: Vec<ReviewRuling>,
        /// Hand it in for checking.
        submit: Option<bool>,
    } => Act: Command::SaveDraft { findings, rulings, submit: submit.unwrap_or_default() }.into()
}
body! {
    /// Back to whoever wrote it.
    ReturnReviewOpinion {
        /// Why.
        reason: Words<1000>,
    } => Act: Command::ReturnDraft { reason }.into()
}
body! {
    /// It reached her.
    ServeReviewOpinion {
        /// How.
        method: ServiceMethod,
        /// The day that counts.
        on: Date,
        /// The evidence.
        evidence: Words<500>,
        /// Why it is recorded later than it happened.
        late_entry_reason: Option<Words<500>>,
    } => Act: Command::Serve(Serve { method, on, evidence, late_entry_reason }).into()
}
body! {
    /// She adds something, by her agent or at a window.
    AddReviewMaterial {
        /// What.
        note: Words<5000>,
    } => Act: Command::AddMaterial { note, files: 0 }.into()
}

/// An answer in place of another.
#[derive(Debug, Clone)]
pub(crate) struct Instead {
    result: OpinionResult,
    text: Text<5000>,
    promise: Option<Promise>,
}

fn ruling(result: ReviewResult, text: Text<5000>, basis: Text<1000>, instead: Option<Instead>) -> Ruling {
    let instead = instead.map(|one| Answer {
        result: one.result,
        text: one.text,
        basis: basis.clone(),
        promise: one.promise,
        more: vec![],
    });
    Ruling { result, text, basis, instead }
}

body! {
    /// A claim with why she contests its answer.
    ContestClaim {
        /// The claim.
        claim: ClaimId,
        /// Why, in her words.
        reason: Words<2000>,
    } => (ClaimId, Text<2000>): (claim, reason)
}
body! {
    /// A request for review or recheck, handed in for her.
    AskReview {
        /// Which of the two.
        level: domain::review::Level,
        /// Whom she chose.
        organ: OrgId,
        /// What she contests.
        claims: Vec<ContestClaim>,
        /// Why it comes late, when it does.
        late_cause: Option<Words<1000>>,
        /// The day a letter was posted.
        posted_on: Option<Date>,
    } => services::review::NewRequest: services::review::NewRequest { level, organ, claims, late_cause, posted_on }
}

commands! {
    /// The review's.
    CommandKind => Act {
        Accept: AcceptReview,
        Reject: RejectReview,
        SendFile: SendReviewFile,
        Reassign: ReassignReview,
        CallHearing: CallHearing,
        CancelHearing: CancelHearing,
        OpenHearing: OpenHearing,
        EndHearing: EndHearing,
        SaveDraft: DraftReviewOpinion,
        Check = Command::Check.into(),
        ReturnDraft: ReturnReviewOpinion,
        Sign = Act::Sign,
        Serve: ServeReviewOpinion,
        AddMaterial: AddReviewMaterial,
        Withdraw,
        Rate,
        NoteSupervision,
        MarkOverdue,
        RecomputeClocks,
    }
}
