//! What a practice says.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{DivisionCode, OrgLevel, Text};
use serde::{Deserialize, Serialize};

use super::Term;
use crate::{campaign::CampaignPlan, dispatch::Dated, names, people::Role};

names! {
    /// The part of a level in a matter (托克托: 代办、协办、主办).
    pub enum Part in "practice-part" {
        /// 代办
        Agent = "AGENT",
        /// 协办
        Assist = "ASSIST",
        /// 主办
        Lead = "LEAD",
    }
}

names! {
    /// How often something is done.
    pub enum Every in "every" {
        /// 每日
        Day = "DAY",
        /// 每周
        Week = "WEEK",
        /// 每半月
        HalfMonth = "HALF_MONTH",
        /// 每月
        Month = "MONTH",
        /// 每年
        Year = "YEAR",
    }
}

/// What a place calls a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The thing.
    pub term: Term,
    /// Its name there, in Chinese.
    pub said: Text<30>,
    /// In English; the standard word when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english: Option<Text<60>>,
}

/// The duty of a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelDuty {
    /// Which level.
    pub level: OrgLevel,
    /// Its part.
    pub part: Part,
    /// Which body bears it: 村（社区）“两委”.
    pub body: Text<60>,
    /// Who answers for it first, by post: 村（社区）党组织书记. Never a name.
    pub first: Text<60>,
    /// What it does.
    pub what: Text<200>,
}

/// What is done again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cycle {
    /// On which level.
    pub level: OrgLevel,
    /// How often.
    pub every: Every,
    /// What.
    pub what: Text<120>,
    /// Whose it is.
    pub owner: Role,
}

/// Matters that are handed out under a name of their own, with a promise (固阳 红色工单: 15 日响应、60 日办结).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Its name.
    pub name: Text<30>,
    /// Who takes it on, by post: 人大代表.
    pub by: Text<60>,
    /// Days within which the unit says that it has it; never more than article 23 gives.
    pub respond_days: u32,
    /// Days within which the result is reported (article 22, paragraph 1, item 3); never more than article 34 gives.
    pub close_days: u32,
}

impl Assignment {
    /// Article 23: within 15 days of receipt.
    pub const RESPOND_MOST: u32 = 15;
    /// Article 34: within 60 days of acceptance.
    pub const CLOSE_MOST: u32 = 60;
}

/// The practice of a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Whose.
    pub division: DivisionCode,
    /// Its name: `2026-1`.
    pub version: String,
    /// The first day.
    pub effective_from: Date,
    /// The pack that it began with.
    pub pack: Text<30>,
    /// What things are called.
    #[serde(default)]
    pub words: Vec<Word>,
    /// Who does what on each level.
    #[serde(default)]
    pub duties: Vec<LevelDuty>,
    /// What is done every day, week, month.
    #[serde(default)]
    pub cycles: Vec<Cycle>,
    /// What is handed out by name.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// Campaigns that the place begins again and again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<CampaignPlan>,
    /// The pack as it was put in force, file by file: what a county changed since is told against it.
    #[serde(default)]
    pub base: BTreeMap<String, String>,
}

impl Practice {
    /// The words that stand in the faces, by the key of the standard one.
    #[must_use]
    pub fn said(&self) -> BTreeMap<&'static str, &Word> {
        self.words.iter().flat_map(|word| word.term.keys().iter().map(move |key| (*key, word))).collect()
    }
}

impl Dated for Practice {
    fn division(&self) -> Option<&DivisionCode> {
        Some(&self.division)
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}
