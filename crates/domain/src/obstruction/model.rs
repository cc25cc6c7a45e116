//! The state of a report.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{case::Resolution, deadline::Clock, names};

names! {
    /// What was done to the person.
    pub enum Wrong in "wrong" {
        /// 不给登记
        RefusedRegistration = "REFUSED_REGISTRATION",
        /// 被拦
        Hindered = "HINDERED",
        /// 被要求撤回或者评满意
        Pressed = "PRESSED",
        /// 被报复
        Retaliation = "RETALIATION",
        /// 姓名、电话、写的内容漏给了被反映的人
        Leaked = "LEAKED",
    }
}

names! {
    /// How the report came about.
    pub enum Origin in "obstruction-origin" {
        /// 本人在网上
        Web = "WEB",
        /// 回访时说的
        FollowUp = "FOLLOW_UP",
        /// 从查看记录里提出
        ViewLog = "VIEW_LOG",
    }
}

names! {
    /// What the superior found.
    pub enum Finding in "finding" {
        /// 查实，已经纠正
        Corrected = "CORRECTED",
        /// 转给有权机关（纪检监察、公安）
        HandedOn = "HANDED_ON",
        /// 查了，没有查实
        NotFound = "NOT_FOUND",
    }
}

impl Finding {
    /// How it stands on the axis of substance: nothing but the person herself confirms.
    #[must_use]
    pub fn resolution(self) -> Resolution {
        match self {
            Self::Corrected => Resolution::ResolvedUnconfirmed,
            Self::HandedOn => Resolution::RoutedPending,
            Self::NotFound => Resolution::NotSupportedExplained,
        }
    }
}

/// Who is named: the unit from the list, or in the person's own words; both may be missing words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The organisation.
    pub org: Option<OrgId>,
    /// In her own words: a unit that is not in the list, a person.
    pub words: Option<Text<200>>,
}

/// A report as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Obstruction {
    /// Its id, also the name of its event stream.
    pub id: CaseId,
    /// Its number: one of the receiver's, so that the numbers of the unit's own place have no gap that tells.
    pub number: CaseNumber,
    /// The receiver's division: jurisdictions below it do not hold it.
    pub division: DivisionCode,
    /// Where it happened.
    pub place: DivisionCode,
    /// The bureau above the unit named.
    pub receiver: OrgId,
    /// How it came about.
    pub origin: Origin,
    /// When the server took it in.
    pub received_at: Timestamp,
    /// What was done.
    pub wrongs: NonEmpty<Wrong>,
    /// By whom.
    pub named: Named,
    /// What happened, in her own words.
    pub facts: Text<5000>,
    /// The number of the matter it is about, as she wrote it; whether it exists is nobody's to learn here.
    pub matter: Option<Text<40>>,
    /// The entry of the view log it is about.
    pub look: Option<Uuid>,
    /// Who reports; known only by id.
    pub reporter: PersonId,
    /// She left no name and no telephone: number and query code are the way back.
    pub anonymous: bool,
    /// The member of staff who took it down from her.
    pub registrar: Option<UserId>,
    /// How far it is.
    pub progress: Progress,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted, so that the sweeper notes each once.
    #[serde(default)]
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Progress {
    /// At the receiver; nobody has it yet.
    Received,
    /// Somebody has it.
    TakenUp {
        /// Who.
        by: UserId,
        /// Since when.
        at: Timestamp,
    },
    /// She was told what was done.
    Answered {
        /// Who.
        by: UserId,
        /// When.
        at: Timestamp,
        /// What was found.
        finding: Finding,
        /// What was done, as she is told.
        text: Text<5000>,
    },
}

names! {
    /// How far it is, without its data.
    pub enum Stage in "stage-obstruction" {
        /// 收到了
        Received = "RECEIVED",
        /// 有人在查
        TakenUp = "TAKEN_UP",
        /// 答复了
        Answered = "ANSWERED",
    }
}

impl Obstruction {
    /// The stage without its data.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self.progress {
            Progress::Received => Stage::Received,
            Progress::TakenUp { .. } => Stage::TakenUp,
            Progress::Answered { .. } => Stage::Answered,
        }
    }

    /// Who has it in hand, or answered it.
    #[must_use]
    pub fn handler(&self) -> Option<UserId> {
        match self.progress {
            Progress::Received => None,
            Progress::TakenUp { by, .. } | Progress::Answered { by, .. } => Some(by),
        }
    }

    /// How it stands on the axis of substance.
    #[must_use]
    pub fn resolution(&self) -> Resolution {
        match self.progress {
            Progress::Answered { finding, .. } => finding.resolution(),
            _ => Resolution::Unknown,
        }
    }

    /// One line for lists: the beginning of what she wrote.
    #[must_use]
    pub fn title(&self) -> &str {
        let line = self.facts.as_str().lines().next().unwrap_or_default();
        line.char_indices().nth(60).map_or(line, |(end, _)| &line[..end])
    }

    /// The running clock with definition `def`.
    #[must_use]
    pub fn running(&self, def: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.def == def && clock.is_running())
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        self == Self::Answered
    }
}
