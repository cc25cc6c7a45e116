//! The state of a sealed report: nothing in it says what was reported or of whom.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{case::Resolution, deadline::Clock, names};

names! {
    /// Whether she says who she is. The name itself lies in the sealed part.
    pub enum Identity in "sealed-identity" {
        /// 实名
        Named = "NAMED",
        /// 匿名
        Anonymous = "ANONYMOUS",
    }
}

names! {
    /// Who has the power over it, by the level at which a cadre is managed (干部管理权限).
    pub enum Level in "sealed-level" {
        /// 本级管
        Own = "OWN",
        /// 上级管：径送，不录内容
        Above = "ABOVE",
    }
}

names! {
    /// Why it is opened: a choice and never words, because words would tell.
    pub enum Reason in "sealed-reason" {
        /// 收到后看由谁管
        Assign = "ASSIGN",
        /// 本人补充了材料
        Added = "ADDED",
        /// 受理机关要核对
        Asked = "ASKED",
        /// 密封后复核
        Checked = "CHECKED",
    }
}

/// One opening by two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// When.
    pub at: Timestamp,
    /// Who signed in.
    pub by: UserId,
    /// Who stood beside.
    pub with: UserId,
    /// Why.
    pub reason: Reason,
}

/// A sealed report as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Whistleblow {
    /// Its id, also the name of its event stream.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The division whose sealed officers keep it.
    pub division: DivisionCode,
    /// The discipline body they sit in.
    pub office: OrgId,
    /// When the server took it in.
    pub received_at: Timestamp,
    /// A person's record without a name: the row of every case has one.
    pub reporter: PersonId,
    /// Whether she says who she is.
    pub identity: Option<Identity>,
    /// Whose matter it is.
    pub level: Level,
    /// The officers who may handle it; whoever is concerned is not among them.
    pub keepers: Vec<UserId>,
    /// How many sealed parts there are: the report, files, additions, the other office's number.
    pub parts: u32,
    /// What she added and nobody has passed on.
    pub unread: u32,
    /// Every opening.
    pub openings: Vec<Opening>,
    /// How far it is.
    pub progress: Progress,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    #[serde(default)]
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Progress {
    /// Taken in; in the same transaction it goes on.
    SealedIntake,
    /// She said whether she gives her name.
    IdentityChoice,
    /// Sealed.
    Sealed,
    /// On its way to the office with the power.
    HandedOver {
        /// Its code in the list of offices of the jurisdiction.
        office: Text<40>,
        /// When.
        at: Timestamp,
        /// Straight to the body above.
        straight: bool,
    },
    /// It has arrived.
    ReceiptConfirmed {
        /// The office.
        office: Text<40>,
        /// When it was handed over.
        handed_at: Timestamp,
        /// When it arrived.
        at: Timestamp,
    },
    /// The office handles it by its own rules.
    External {
        /// The office.
        office: Text<40>,
        /// When it was handed over.
        handed_at: Timestamp,
        /// When it arrived.
        received_at: Timestamp,
    },
    /// The office has answered her. What it answered is not said here.
    OutcomeNoted {
        /// The office.
        office: Text<40>,
        /// When.
        at: Timestamp,
    },
    /// Put away.
    SealedArchive {
        /// When.
        at: Timestamp,
    },
}

names! {
    /// How far it is, without its data (rules.md 10.3).
    pub enum Stage in "stage-sealed" {
        /// 密封收件
        SealedIntake = "SEALED_INTAKE",
        /// 选择实名或匿名
        IdentityChoice = "IDENTITY_CHOICE",
        /// 已密封
        Sealed = "SEALED",
        /// 已移交
        HandedOver = "HANDED_OVER",
        /// 已确认收到
        ReceiptConfirmed = "RECEIPT_CONFIRMED",
        /// 平台外办理
        External = "EXTERNAL",
        /// 已反馈
        OutcomeNoted = "OUTCOME_NOTED",
        /// 密封归档
        SealedArchive = "SEALED_ARCHIVE",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        self == Self::SealedArchive
    }
}

impl Whistleblow {
    /// The stage without its data.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self.progress {
            Progress::SealedIntake => Stage::SealedIntake,
            Progress::IdentityChoice => Stage::IdentityChoice,
            Progress::Sealed => Stage::Sealed,
            Progress::HandedOver { .. } => Stage::HandedOver,
            Progress::ReceiptConfirmed { .. } => Stage::ReceiptConfirmed,
            Progress::External { .. } => Stage::External,
            Progress::OutcomeNoted { .. } => Stage::OutcomeNoted,
            Progress::SealedArchive { .. } => Stage::SealedArchive,
        }
    }

    /// The office it was handed to, by its code.
    #[must_use]
    pub fn target(&self) -> Option<&Text<40>> {
        match &self.progress {
            Progress::HandedOver { office, .. }
            | Progress::ReceiptConfirmed { office, .. }
            | Progress::External { office, .. }
            | Progress::OutcomeNoted { office, .. } => Some(office),
            _ => None,
        }
    }

    /// Whether it was opened at all: nobody assigns what nobody read.
    #[must_use]
    pub fn was_opened(&self) -> bool {
        !self.openings.is_empty()
    }

    /// On the axis of substance nothing is said here but that another office has it.
    #[must_use]
    pub fn resolution(&self) -> Resolution {
        match self.progress {
            Progress::SealedIntake | Progress::IdentityChoice | Progress::Sealed => Resolution::Unknown,
            _ => Resolution::RoutedPending,
        }
    }

    /// The running clock with definition `def`.
    #[must_use]
    pub fn running(&self, def: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.def == def && clock.is_running())
    }
}
