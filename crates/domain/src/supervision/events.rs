//! What happened to a supervision, as the log keeps it; and what the case's own log keeps of it.

use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::{
    liability::Liability,
    model::{Finding, Ground, MeasureKind, Origin, RungKind},
};
use crate::{
    case::CaseKind,
    lifecycle::{self, facts},
};

/// An event of a supervision.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
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

/// A rung as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Which.
    pub kind: RungKind,
    /// What for.
    pub ground: Ground,
    /// What began it.
    pub origin: Origin,
    /// What is demanded.
    pub demands: Text<2000>,
    /// The case of articles 42 to 46.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability: Option<Liability>,
    /// Who decides on accountability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competent: Option<OrgId>,
    /// Days to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_days: Option<u32>,
    /// The number of the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text<60>>,
}

facts! {
    /// The facts of a supervision.
    pub enum Fact
    /// It began.
    Opened(Box<Opened>) = "supervision.opened",
    /// A rung went out.
    Issued(Box<Made>) = "supervision.issued",
    /// A rung was drafted.
    Proposed(Box<Made>) = "supervision.proposed",
    /// A drafted rung was signed and went out.
    Signed {
        /// Which.
        no: u32,
        /// What is demanded.
        demands: Text<2000>,
        /// The case of articles 42 to 46.
        liability: Option<Liability>,
        /// Who decides on accountability.
        competent: Option<OrgId>,
        /// The letter's number.
        number: Text<60>,
    } = "supervision.signed",
    /// A drafted rung was dropped.
    Dropped {
        /// Which.
        no: u32,
        /// Why.
        reason: Text<1000>,
    } = "supervision.dropped",
    /// The unit answered.
    Answered {
        /// Which rung.
        no: u32,
        /// What it did.
        text: Text<5000>,
        /// What shows it.
        evidence: Option<Text<1000>>,
    } = "supervision.answered",
    /// The answer was accepted or not.
    Judged {
        /// Which rung.
        no: u32,
        /// Accepted.
        accepted: bool,
        /// Why.
        reason: Text<2000>,
    } = "supervision.judged",
    /// Something was verified.
    Verified(Box<Finding>) = "supervision.verified",
    /// On the list.
    Listed {
        /// The leader in charge, by office.
        leader: Text<60>,
        /// By when.
        due: Date,
        /// What has to be done.
        demands: Text<2000>,
    } = "supervision.listed",
    /// Off the list.
    Delisted {
        /// On what evidence.
        evidence: Text<2000>,
    } = "supervision.delisted",
    /// 约谈、通报、责令整改.
    Measured {
        /// Which.
        kind: MeasureKind,
        /// In words.
        text: Text<2000>,
        /// Which case of articles 42 to 46.
        liability: Option<Liability>,
    } = "supervision.measured",
    /// Over.
    Closed {
        /// Why.
        reason: Text<1000>,
    } = "supervision.closed",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "supervision.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "supervision.clocks_recomputed",
}

/// What the log of the case keeps of its supervision (10.1 row 21): which rung, of whom, by when an answer is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The supervision.
    pub supervision: CaseId,
    /// Which rung; none: it was put on the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<RungKind>,
    /// What for.
    pub ground: Ground,
    /// The unit.
    pub unit: OrgId,
    /// By when it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}
