//! What a mandate says.

use jiff::{Timestamp, civil::Date};
use kernel::{OrgId, PersonId, Refusal, Text, UserId};
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use crate::names;

names! {
    /// What an agent may be let do, each ticked by itself. The list is closed: 代签和解 and 代放弃 are not in it (rules.md 3.4).
    pub enum Power in "power" {
        /// 代递材料
        Deliver = "DELIVER",
        /// 代查询
        Enquire = "ENQUIRE",
        /// 陪访
        Accompany = "ACCOMPANY",
        /// 代签收告知
        ReceiveNotices = "RECEIVE_NOTICES",
    }
}

/// The powers of one mandate: at least one, each once, in the order of [`Power::ALL`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Powers(Vec<Power>);

impl Powers {
    /// Takes what was ticked.
    ///
    /// # Errors
    /// `mandate-powers-empty` on field `powers`.
    pub fn parse(ticked: &[Power]) -> Result<Self, Refusal> {
        let kept: Vec<Power> = Power::ALL.iter().copied().filter(|power| ticked.contains(power)).collect();
        if kept.is_empty() {
            return Err(Refusal::rule("mandate-powers-empty", "3.4", "").on("powers"));
        }
        Ok(Self(kept))
    }

    /// Whether `power` was given.
    #[must_use]
    pub fn has(&self, power: Power) -> bool {
        self.0.contains(&power)
    }

    /// The powers, in order.
    pub fn iter(&self) -> impl Iterator<Item = Power> + '_ {
        self.0.iter().copied()
    }
}

impl<'de> Deserialize<'de> for Powers {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&Vec::<Power>::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

names! {
    /// How it was given.
    pub enum Way in "mandate-way" {
        /// 纸上签名或按指印
        Paper = "PAPER",
        /// 在设备上签
        Electronic = "ELECTRONIC",
        /// 口头说的
        Oral = "ORAL",
    }
}

names! {
    /// Whether she can give a mandate herself, or a guardian gives it for her (rules.md 3.2, 3.1 "监护人代").
    pub enum Capacity in "capacity" {
        /// 本人
        Full = "FULL",
        /// 未成年人
        Minor = "MINOR",
        /// 不能辨认或者不能完全辨认自己行为的成年人
        Incapable = "INCAPABLE",
    }
}

/// Who gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Giver {
    /// Whether she can herself.
    pub capacity: Capacity,
    /// The guardian who gives it for her; known by id, like every person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardian: Option<PersonId>,
}

/// How it was given, and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// On paper, on a device, or by word of mouth.
    pub way: Way,
    /// It was read to her and she said that it is so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_back: bool,
    /// The recording of an oral mandate, a file of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<Uuid>,
    /// The witnesses of an oral mandate; known by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<PersonId>,
}

/// What she agreed to separately from the mandate itself (PIPL 23, 29).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Consents {
    /// Her details may be passed to this agent, who is no official (PIPL 23).
    pub passing_on: bool,
    /// Also what is sensitive: health, a child, an account (PIPL 29).
    pub sensitive: bool,
}

/// 代班: who acts in the agent's place while she is away. Which days those are is asked of the clock at every request; here stands what
/// the person was told when she let that agent act for her.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandIn {
    /// Who.
    pub user: UserId,
    /// Her point or station.
    pub org: OrgId,
    /// She works for an authority.
    pub official: bool,
    /// The moment from which the agent is back.
    pub until: Timestamp,
}

/// A mandate as it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mandate {
    /// To whom.
    pub agent: UserId,
    /// The point or station the agent belongs to.
    pub org: OrgId,
    /// The agent works for an authority; otherwise passing her details on took a consent of its own.
    pub official: bool,
    /// Who stands in for the agent, who was away when it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<StandIn>,
    /// For what.
    pub powers: Powers,
    /// Names of the rules that left powers out ([`crate::agency::Judgement`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub narrowed: Vec<String>,
    /// The first day.
    pub from: Date,
    /// The last day on which it holds.
    pub until: Date,
    /// By whom.
    pub giver: Giver,
    /// How.
    pub signing: Signing,
    /// What she agreed to beside it.
    pub consents: Consents,
}

impl Mandate {
    /// The first moment at which it no longer holds: 24:00 Beijing time of its last day.
    #[must_use]
    pub fn ends_at(&self) -> Timestamp {
        crate::deadline::beijing_midnight(self.until.saturating_add(jiff::Span::new().days(1)))
    }

    /// Whether it holds at `now`.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        now < self.ends_at()
    }
}

names! {
    /// Why it ended. What was done before stays valid in every case (rules.md 3.3).
    pub enum MandateEnd in "mandate-end" {
        /// 本人撤销
        Revoked = "REVOKED",
        /// 期限到了
        Expired = "EXPIRED",
        /// 代办员回避
        SteppedBack = "STEPPED_BACK",
        /// 换了代办员，或者重新委托
        Replaced = "REPLACED",
        /// 代办员离任
        Left = "LEFT",
    }
}

/// An agency that is over: who it was, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// Who was the agent.
    pub agent: UserId,
    /// Under which mandate; `None` when there was none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Why.
    pub end: MandateEnd,
    /// In words, when somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text<500>>,
    /// When: from this moment she sees nothing any more.
    pub at: Timestamp,
}
