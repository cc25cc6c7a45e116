//! What may be asked of a review. Values are parsed before they come here.

use jiff::civil::Date;
use kernel::{ClaimId, ClockId, DivisionCode, OrgId, Text, UserId};

use super::{
    model::{Level, Lodged, RejectGround, Ruling},
    transitions::CommandKind,
};
use crate::{case::Grade, petition::Serve, supervision::Notice};

/// A new request. Whether the organ may be chosen and who had a part before was looked up by whoever asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Which of the two.
    pub level: Level,
    /// Where the organ sits.
    pub division: DivisionCode,
    /// Who decides.
    pub organ: OrgId,
    /// The office that works on it.
    pub office: OrgId,
    /// Whom she may choose from.
    pub options: Vec<OrgId>,
    /// What she contests, and why.
    pub claims: Vec<(ClaimId, Text<2000>)>,
    /// Why it comes late, when it does.
    pub late_cause: Option<Text<1000>>,
    /// The day on which a letter was posted (T-04).
    pub posted_on: Option<Date>,
    /// How it came.
    pub lodged: Lodged,
    /// People who had a part before.
    pub involved: Vec<UserId>,
    /// Organisations that answered before.
    pub bodies: Vec<OrgId>,
}

/// The ruling on one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRuling {
    /// Which.
    pub claim: ClaimId,
    /// What.
    pub ruling: Ruling,
}

/// A command to an existing review.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Take it up.
    Accept {
        /// Who examines.
        examiner: UserId,
        /// Why its lateness is excused, when it is late.
        late: Option<Text<1000>>,
    },
    /// Do not take it up.
    Reject {
        /// Why.
        ground: RejectGround,
        /// In words, told to her.
        reason: Text<2000>,
    },
    /// The first body sends its file.
    SendFile {
        /// What it sends and says.
        note: Text<5000>,
    },
    /// Another examiner.
    Reassign {
        /// Whom.
        examiner: UserId,
        /// Why.
        reason: Text<500>,
    },
    /// 听证通知: a hearing is to be held; calling it again moves it.
    CallHearing {
        /// On which day.
        on: Date,
        /// Between which hours: 9:00–11:30.
        hours: Text<20>,
        /// Where.
        place: Text<200>,
        /// Who.
        persons: Text<1000>,
    },
    /// It is not held.
    CancelHearing {
        /// Why; she is told.
        reason: Text<500>,
    },
    /// A hearing begins.
    OpenHearing {
        /// Its first day.
        from: Date,
        /// Where.
        place: Text<200>,
        /// Who.
        persons: Text<1000>,
    },
    /// It ended.
    EndHearing {
        /// Its last day.
        to: Date,
        /// What came out.
        minutes: Text<5000>,
    },
    /// Write on the opinion.
    SaveDraft {
        /// What was found out.
        findings: Text<10000>,
        /// Rulings so far.
        rulings: Vec<DraftRuling>,
        /// Hand it in.
        submit: bool,
    },
    /// First signature.
    Check,
    /// Back to whoever wrote it.
    ReturnDraft {
        /// Why.
        reason: Text<1000>,
    },
    /// Second signature.
    Sign {
        /// The opinion's number.
        number: Text<60>,
    },
    /// It reached her.
    Serve(Serve),
    /// She adds something.
    AddMaterial {
        /// What.
        note: Text<5000>,
        /// Files.
        files: u32,
    },
    /// She takes it back.
    Withdraw {
        /// Why.
        reason: Option<Text<1000>>,
    },
    /// She rates the office that decided.
    Rate {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    },
    /// Its office, or the first body, is supervised.
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
            Self::Accept { .. } => K::Accept,
            Self::Reject { .. } => K::Reject,
            Self::SendFile { .. } => K::SendFile,
            Self::Reassign { .. } => K::Reassign,
            Self::CallHearing { .. } => K::CallHearing,
            Self::CancelHearing { .. } => K::CancelHearing,
            Self::OpenHearing { .. } => K::OpenHearing,
            Self::EndHearing { .. } => K::EndHearing,
            Self::SaveDraft { .. } => K::SaveDraft,
            Self::Check => K::Check,
            Self::ReturnDraft { .. } => K::ReturnDraft,
            Self::Sign { .. } => K::Sign,
            Self::Serve(_) => K::Serve,
            Self::AddMaterial { .. } => K::AddMaterial,
            Self::Withdraw { .. } => K::Withdraw,
            Self::Rate { .. } => K::Rate,
            Self::NoteSupervision(_) => K::NoteSupervision,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}
