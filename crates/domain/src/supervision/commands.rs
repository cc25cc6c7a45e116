//! What people and rules may ask of a supervision. Values are parsed before they come here.

use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, Text, UserId};

use super::{
    liability::Liability,
    model::{Finding, Ground, MeasureKind, Origin, RungKind},
    transitions::CommandKind,
};
use crate::case::CaseKind;

/// A new supervision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Where the case belongs.
    pub division: DivisionCode,
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub case_number: CaseNumber,
    /// Its kind.
    pub case_kind: CaseKind,
    /// Its line.
    pub title: Text<120>,
    /// Who supervises.
    pub issuer: OrgId,
    /// Whom.
    pub unit: OrgId,
    /// Who handles the case.
    pub handler: Option<UserId>,
}

/// A rung to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRung {
    /// Which.
    pub kind: RungKind,
    /// What for.
    pub ground: Ground,
    /// What begins it.
    pub origin: Origin,
    /// What is demanded.
    pub demands: Text<2000>,
    /// The case of articles 42 to 46.
    pub liability: Option<Liability>,
    /// Who decides on accountability.
    pub competent: Option<OrgId>,
    /// Days to answer.
    pub reply_days: Option<u32>,
    /// The number of the letter; none for a reminder and for a draft.
    pub number: Option<Text<60>>,
}

/// A command to an existing supervision.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin and send a rung.
    Issue(Box<NewRung>),
    /// Draft a rung; a person has to sign it.
    Propose(Box<NewRung>),
    /// Sign a drafted rung and send it.
    Sign {
        /// Which.
        no: u32,
        /// What is demanded, as signed.
        demands: Text<2000>,
        /// The case of articles 42 to 46, for advice on accountability.
        liability: Option<Liability>,
        /// Who decides on accountability.
        competent: Option<OrgId>,
        /// The letter's number.
        number: Text<60>,
    },
    /// Drop a drafted rung.
    Drop {
        /// Which.
        no: u32,
        /// Why.
        reason: Text<1000>,
    },
    /// The unit answers.
    Answer {
        /// Which rung.
        no: u32,
        /// What it did.
        text: Text<5000>,
        /// What shows it.
        evidence: Option<Text<1000>>,
    },
    /// The supervisor accepts an answer or does not.
    Judge {
        /// Which rung.
        no: u32,
        /// Accepted.
        accepted: bool,
        /// Why.
        reason: Text<2000>,
    },
    /// A verification sheet.
    Verify {
        /// What was found.
        finding: Box<Finding>,
        /// How many have to verify, as the jurisdiction rules.
        least: u32,
    },
    /// Put it on the list.
    List {
        /// The leader in charge, by office.
        leader: Text<60>,
        /// By when.
        due: Date,
        /// What has to be done.
        demands: Text<2000>,
    },
    /// Take it off the list.
    Delist {
        /// What shows that it is done.
        evidence: Text<2000>,
    },
    /// 约谈、通报、责令整改.
    Measure {
        /// Which.
        kind: MeasureKind,
        /// In words.
        text: Text<2000>,
        /// Which case of articles 42 to 46.
        liability: Option<Liability>,
    },
    /// Over.
    Close {
        /// Why.
        reason: Text<1000>,
    },
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
            Self::Issue(_) => K::Issue,
            Self::Propose(_) => K::Propose,
            Self::Sign { .. } => K::Sign,
            Self::Drop { .. } => K::Drop,
            Self::Answer { .. } => K::Answer,
            Self::Judge { .. } => K::Judge,
            Self::Verify { .. } => K::Verify,
            Self::List { .. } => K::List,
            Self::Delist { .. } => K::Delist,
            Self::Measure { .. } => K::Measure,
            Self::Close { .. } => K::Close,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}
