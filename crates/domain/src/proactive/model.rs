//! The state of a find.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, OrgLevel, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::urgent::Urgent;
use crate::{agency::Agency, deadline::Clock, names};

names! {
    /// What was seen; a kind of trouble, never a kind of person.
    pub enum Signal in "find-signal" {
        /// 邻里、家庭
        Neighbours = "NEIGHBOURS",
        /// 物业、供水供热
        Housing = "HOUSING",
        /// 土地、草场边界
        Land = "LAND",
        /// 工资、务工
        Wages = "WAGES",
        /// 生活困难、救助
        Hardship = "HARDSHIP",
        /// 证件、手续、政策
        Papers = "PAPERS",
        /// 其他
        Other = "OTHER",
    }
}

names! {
    /// Who has it in hand, from the village up (rules.md 3.5).
    pub enum Level in "find-level" {
        /// 嘎查村、社区
        Village = "VILLAGE",
        /// 苏木乡镇、街道
        Township = "TOWNSHIP",
        /// 旗县
        County = "COUNTY",
    }
}

impl Level {
    /// The next level up.
    #[must_use]
    pub fn above(self) -> Option<Self> {
        match self {
            Self::Village => Some(Self::Township),
            Self::Township => Some(Self::County),
            Self::County => None,
        }
    }

    /// The same level in the administration.
    #[must_use]
    pub fn office(self) -> OrgLevel {
        match self {
            Self::Village => OrgLevel::Village,
            Self::Township => OrgLevel::Township,
            Self::County => OrgLevel::County,
        }
    }

    /// The clock of handling at this level; the county's is the statutory one, which runs from the first day.
    #[must_use]
    pub fn clock(self) -> Option<&'static str> {
        match self {
            Self::Village => Some("AGENCY_VILLAGE_3WD"),
            Self::Township => Some("AGENCY_TOWNSHIP_7WD"),
            Self::County => None,
        }
    }
}

/// A find as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Find {
    /// Its id, also the name of its event stream.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The village or grid where it was seen.
    pub division: DivisionCode,
    /// Who has it at village, township and county, in this order.
    pub ladder: Vec<OrgId>,
    /// What was seen.
    pub signal: Signal,
    /// When: the first day of every period (rules.md 3.5, informal time counts).
    pub observed_at: Timestamp,
    /// Who saw it.
    pub finder: UserId,
    /// The person, who has no row of her own before she consents.
    pub person: PersonId,
    /// Who handles it for her.
    pub agent: Option<UserId>,
    /// How far it is.
    pub progress: Progress,
    /// Visits after she declined.
    pub revisits: u32,
    /// Dangers that were reported, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgent: Vec<Urgent>,
    /// Mandate, and who has to step back.
    #[serde(default, skip_serializing_if = "Agency::is_empty")]
    pub agency: Agency,
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
    /// Seen; nobody has spoken with her.
    Observed,
    /// She was told what it is about and that she need not.
    Informed {
        /// When.
        at: Timestamp,
    },
    /// She wants it.
    Consented {
        /// When.
        at: Timestamp,
    },
    /// She does not. Kind, place and day stay for a while, nothing else.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Under a mandate.
    Handling {
        /// At which level.
        level: Level,
        /// Since when there.
        at: Timestamp,
    },
    /// Before the people's mediators, with the word of both sides.
    Mediating {
        /// At which level.
        level: Level,
        /// Since when.
        at: Timestamp,
    },
    /// The agent says that it is settled; she has not said so.
    AgentResolved {
        /// At which level.
        level: Level,
        /// What was done.
        what: Text<2000>,
        /// When.
        at: Timestamp,
    },
    /// She said that it is settled.
    Closed {
        /// At which level it was settled.
        level: Level,
        /// When.
        at: Timestamp,
    },
    /// It is a petition now.
    Converted {
        /// Which.
        petition: CaseId,
        /// When.
        at: Timestamp,
    },
    /// The days are over: no list shows it any more.
    Forgotten {
        /// When.
        at: Timestamp,
    },
}

names! {
    /// How far it is, without data.
    pub enum Stage in "stage-find" {
        /// 看到了，还没去说
        Observed = "OBSERVED",
        /// 已告知，等她决定
        Informed = "INFORMED",
        /// 她愿意，等委托书
        Consented = "CONSENTED",
        /// 她不愿意
        Declined = "DECLINED",
        /// 代办中
        Handling = "AGENCY_HANDLING",
        /// 调解中
        Mediation = "MEDIATION",
        /// 代办员说办好了，等她确认
        AgentResolved = "AGENT_RESOLVED",
        /// 她确认解决了
        Closed = "CLOSED",
        /// 已转信访事项
        Converted = "CONVERTED_TO_PETITION",
        /// 已删除
        Forgotten = "FORGOTTEN",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Declined | Self::Closed | Self::Converted | Self::Forgotten)
    }
}

impl Find {
    /// The stage without its data.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self.progress {
            Progress::Observed => Stage::Observed,
            Progress::Informed { .. } => Stage::Informed,
            Progress::Consented { .. } => Stage::Consented,
            Progress::Declined { .. } => Stage::Declined,
            Progress::Handling { .. } => Stage::Handling,
            Progress::Mediating { .. } => Stage::Mediation,
            Progress::AgentResolved { .. } => Stage::AgentResolved,
            Progress::Closed { .. } => Stage::Closed,
            Progress::Converted { .. } => Stage::Converted,
            Progress::Forgotten { .. } => Stage::Forgotten,
        }
    }

    /// The level that has it, once it is handled.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self.progress {
            Progress::Handling { level, .. }
            | Progress::Mediating { level, .. }
            | Progress::AgentResolved { level, .. }
            | Progress::Closed { level, .. } => Some(level),
            _ => None,
        }
    }

    /// Who has it: the point at first, then whoever is that far up.
    #[must_use]
    pub fn holder(&self) -> OrgId {
        let step = self.level().map_or(0, |level| level as usize).min(self.ladder.len().saturating_sub(1));
        self.ladder.get(step).copied().unwrap_or(OrgId(uuid::Uuid::nil()))
    }

    /// Who acts for her, or was the last to.
    #[must_use]
    pub fn last_agent(&self) -> Option<UserId> {
        self.agent.or_else(|| self.agency.past.last().map(|ended| ended.agent))
    }

    /// Until when [`Find::last_agent`] may look.
    #[must_use]
    pub fn agent_until(&self) -> Option<Timestamp> {
        match (self.agent, &self.agency.mandate) {
            (Some(_), Some(mandate)) => Some(mandate.ends_at()),
            (Some(_), None) => None,
            (None, _) => self.agency.past.last().map(|ended| ended.at),
        }
    }

    /// Whoever found it keeps seeing it, unless she acted for her and does not any more.
    #[must_use]
    pub fn finder_still(&self) -> Option<UserId> {
        Some(self.finder).filter(|user| self.agent == Some(*user) || !self.agency.was_agent(*user))
    }
}
