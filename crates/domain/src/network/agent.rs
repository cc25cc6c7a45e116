//! An agent beyond her log-in: of which kind (1+N), in which languages, what she may help with, by whose appointment.
//!
//! Facts of an appointment. No field scores, ranks or counts a person, and none is to be added (rules.md 3.6).

use jiff::Timestamp;
use kernel::{AbsenceId, OrgLevel, Refusal, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::names;

names! {
    /// 1+N: cadres and party members, and everybody beside them who helps.
    pub enum AgentKind in "agent-kind" {
        /// 干部
        Cadre = "CADRE",
        /// 党员
        PartyMember = "PARTY_MEMBER",
        /// 人大代表
        Deputy = "DEPUTY",
        /// 政协委员
        Cppcc = "CPPCC",
        /// 乡贤、老党员、老干部
        Elder = "ELDER",
        /// 志愿者
        Volunteer = "VOLUNTEER",
        /// 律师、法律顾问
        Lawyer = "LAWYER",
        /// 社会工作者
        SocialWorker = "SOCIAL_WORKER",
    }
}

impl AgentKind {
    /// The "1" of 1+N: cadres and party members.
    #[must_use]
    pub fn is_core(self) -> bool {
        matches!(self, Self::Cadre | Self::PartyMember)
    }

    /// Whether such an agent usually holds a public office; otherwise the petitioner agrees to her apart (rules.md 3.4).
    #[must_use]
    pub fn usually_official(self) -> bool {
        self == Self::Cadre
    }
}

names! {
    /// A language in which help is given.
    pub enum Language in "language" {
        /// 汉语
        Mandarin = "MANDARIN",
        /// 蒙古语
        Mongolian = "MONGOLIAN",
        /// 达斡尔语
        Daur = "DAUR",
        /// 鄂温克语
        Ewenki = "EWENKI",
        /// 彝语
        Yi = "YI",
        /// 布依语
        Bouyei = "BOUYEI",
        /// 手语
        Sign = "SIGN",
    }
}

names! {
    /// What an agent may help with; where to turn, not how good.
    pub enum Expertise in "expertise" {
        /// 草场、草畜平衡
        Grassland = "GRASSLAND",
        /// 土地、征拆
        Land = "LAND",
        /// 工资、社保
        Wages = "WAGES",
        /// 房屋、物业
        Housing = "HOUSING",
        /// 供热供水
        Utilities = "UTILITIES",
        /// 家庭、邻里
        Family = "FAMILY",
        /// 低保、救助
        Welfare = "WELFARE",
        /// 医疗、医保
        Medical = "MEDICAL",
        /// 法律问题
        Law = "LAW",
        /// 代写材料
        Writing = "WRITING",
        /// 翻译
        Translation = "TRANSLATION",
    }
}

names! {
    /// The part of a level in a matter (托克托: 代办、协办、主办).
    pub enum Duty in "agency-duty" {
        /// 代办
        Agent = "AGENT",
        /// 协办
        Assist = "ASSIST",
        /// 主办
        Lead = "LEAD",
    }
}

impl Duty {
    /// The part that a level has unless its entry says otherwise: the village acts, the township assists, the county leads.
    #[must_use]
    pub fn usual(level: OrgLevel) -> Self {
        match level {
            OrgLevel::Village => Self::Agent,
            OrgLevel::Township => Self::Assist,
            OrgLevel::County | OrgLevel::Prefecture | OrgLevel::Region => Self::Lead,
        }
    }
}

/// An agent's appointment, beside her entry among the staff. When it begins and ends is her grant of the role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentFile {
    /// Of which kind.
    pub kind: AgentKind,
    /// Holds a public office. When she does not, the petitioner's consent is asked apart.
    pub official: bool,
    /// Languages in which she helps.
    pub languages: Vec<Language>,
    /// What she may help with.
    pub expertise: Vec<Expertise>,
    /// Who appointed her.
    pub appointed_by: Option<Text<80>>,
    /// The part of her level.
    pub duty: Duty,
    /// 第一代办员、第一协办员、第一主办员: the secretary who answers for the level first.
    pub first: bool,
    /// Comes to people who cannot walk.
    pub home_visits: bool,
}

impl AgentFile {
    /// An agent of `kind` at `level` with what is usual.
    #[must_use]
    pub fn usual(kind: AgentKind, level: OrgLevel) -> Self {
        Self {
            kind,
            official: kind.usually_official(),
            languages: vec![Language::Mandarin],
            expertise: vec![],
            appointed_by: None,
            duty: Duty::usual(level),
            first: false,
            home_visits: false,
        }
    }
}

/// Somebody is away, and somebody else stands in. In force from its first moment to its last, by the clock alone. Why she is
/// away is nobody's business here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// Who is away.
    pub agent: UserId,
    /// Who stands in.
    pub deputy: UserId,
    /// From this moment.
    pub from: Timestamp,
    /// Until this moment, which no longer belongs to it.
    pub until: Timestamp,
}

impl Absence {
    /// Whether it holds at `at`.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    /// What must hold of an absence entered at `now`.
    ///
    /// # Errors
    /// `absence-order` when it ends before it begins, `absence-past` when it is over already, `day-far` when it ends years ahead,
    /// `absence-deputy-self`.
    pub fn validate(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.deputy == self.agent {
            return Err(Refusal::invalid("deputy", "absence-deputy-self"));
        }
        if self.until <= self.from {
            return Err(Refusal::invalid("until", "absence-order"));
        }
        if self.until <= now {
            return Err(Refusal::invalid("until", "absence-past"));
        }
        let day = kernel::beijing_date;
        crate::env::within_reach("until", day(self.until), day(now))
    }
}
