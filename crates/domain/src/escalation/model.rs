//! What is known of every time a case rose.

use jiff::Timestamp;
use kernel::{OrgId, OrgLevel, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{actor::Actor, names};

names! {
    /// Why a case rises by itself (rules.md 3.3, 10.4; the three of Huaibei: 超期未办结、办结不满意、群众不息访).
    pub enum Trigger in "rise-trigger" {
        /// 超期没有办完
        Overdue = "OVERDUE",
        /// 办完了，本人评价不满意
        Dissatisfied = "DISSATISFIED",
        /// 本人说没有解决，或者又重新打开
        Unsettled = "UNSETTLED",
        /// 转手次数到了
        Hops = "HOPS",
        /// 重办次数到了
        Rework = "REWORK",
        /// 主动发现的事，过了这一级的天数
        FindPastDays = "FIND_PAST_DAYS",
        /// 主动发现的事，从看到那天起满了天数
        FindDays = "FIND_DAYS",
    }
}

names! {
    /// The four re-doings 四重 of a case that rose.
    pub enum Redoing in "redoing" {
        /// 力量重组
        Forces = "FORCES",
        /// 诉求重研
        Demands = "DEMANDS",
        /// 问题重查
        Problems = "PROBLEMS",
        /// 结论重审
        Conclusions = "CONCLUSIONS",
    }
}

/// The rule by which a case rose, as it stood then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByRule {
    /// The rule's id.
    pub id: Text<60>,
    /// The version of the table it stands in.
    pub version: Text<60>,
    /// What it looks at.
    pub trigger: Trigger,
    /// From how much on: days, times, hops.
    pub threshold: u32,
    /// How much it was.
    pub measured: u32,
    /// Which occasion it was (a clock, a rating, a count): the same one never raises twice from one level.
    pub occasion: Text<80>,
}

/// What raised it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Cause {
    /// A rule of the jurisdiction.
    Rule(ByRule),
    /// A person, with a reason.
    Person,
}

impl Cause {
    /// The rule, if it was one.
    #[must_use]
    pub fn rule(&self) -> Option<&ByRule> {
        match self {
            Self::Rule(rule) => Some(rule),
            Self::Person => None,
        }
    }
}

/// The case rose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// Who led before.
    pub from: OrgId,
    /// Who leads now.
    pub to: OrgId,
    /// The level it rose from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_level: Option<OrgLevel>,
    /// The level that leads now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<OrgLevel>,
    /// What raised it.
    pub cause: Cause,
    /// In words; a person always gives some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text<1000>>,
    /// What has to be done anew before it comes down or is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Redoing>,
}

/// One of the four was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redone {
    /// Which.
    pub what: Redoing,
    /// What was done, and what was found.
    pub found: Text<2000>,
}

/// It came down again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtDown {
    /// Who leads again.
    pub to: OrgId,
    /// Why.
    pub reason: Text<1000>,
}

/// A re-doing on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// What.
    #[serde(flatten)]
    pub redone: Redone,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// How it came down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Down {
    /// Why.
    pub reason: Text<1000>,
    /// Who said so.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// One time the case rose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rise {
    /// From where, to where, why.
    #[serde(flatten)]
    pub raised: Raised,
    /// When.
    pub at: Timestamp,
    /// Who raised it.
    pub by: Actor,
    /// What was done anew.
    #[serde(default)]
    pub redone: Vec<Done>,
    /// How it came down; `None` while it is up.
    pub down: Option<Down>,
}

impl Rise {
    /// What has to be done anew and is not on record.
    #[must_use]
    pub fn missing(&self) -> Vec<Redoing> {
        let done = |what: &Redoing| self.redone.iter().any(|done| done.redone.what == *what);
        self.raised.needs.iter().copied().filter(|what| !done(what)).collect()
    }
}

/// Every time a case rose, oldest first. It may rise further before it came down; it then comes down step by step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rises(Vec<Rise>);

impl Rises {
    /// Whether it never rose.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rise> {
        self.0.iter()
    }

    /// The one in force: the last that has not come down.
    #[must_use]
    pub fn in_force(&self) -> Option<&Rise> {
        self.0.iter().rev().find(|rise| rise.down.is_none())
    }

    /// Who leads because it rose.
    #[must_use]
    pub fn lead(&self) -> Option<OrgId> {
        self.in_force().map(|rise| rise.raised.to)
    }

    /// The organisations that the record speaks of.
    pub fn orgs(&self) -> impl Iterator<Item = OrgId> {
        self.0.iter().flat_map(|rise| [rise.raised.from, rise.raised.to])
    }

    /// Whether this occasion has raised it from this level before.
    #[must_use]
    pub fn covers(&self, trigger: Trigger, occasion: &str, level: Option<OrgLevel>) -> bool {
        self.0.iter().filter(|rise| rise.raised.from_level == level).any(|rise| {
            rise.raised.cause.rule().is_some_and(|rule| rule.trigger == trigger && rule.occasion.as_str() == occasion)
        })
    }

    /// It rose.
    pub fn raise(&mut self, raised: &Raised, at: Timestamp, by: Actor) {
        self.0.push(Rise { raised: raised.clone(), at, by, redone: vec![], down: None });
    }

    /// One of the four was done.
    pub fn redo(&mut self, redone: &Redone, at: Timestamp, by: Actor) {
        if let (Some(rise), Some(by)) = (self.in_force_mut(), by.user()) {
            rise.redone.push(Done { redone: redone.clone(), by, at });
        }
    }

    /// It came down.
    pub fn bring_down(&mut self, down: &BroughtDown, at: Timestamp, by: Actor) {
        if let (Some(rise), Some(by)) = (self.in_force_mut(), by.user()) {
            rise.down = Some(Down { reason: down.reason.clone(), by, at });
        }
    }

    /// Whether `org` leads because it rose there.
    #[must_use]
    pub fn is_led_by(&self, org: Option<OrgId>) -> bool {
        org.is_some() && self.in_force().map(|rise| rise.raised.to) == org
    }

    fn in_force_mut(&mut self) -> Option<&mut Rise> {
        self.0.iter_mut().rev().find(|rise| rise.down.is_none())
    }
}

/// A step of rising: the command that every kind of case takes as its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Let it rise.
    Raise(Box<Raised>),
    /// One of the four was done.
    Redo(Redone),
    /// Bring it down.
    BringDown {
        /// Why.
        reason: Text<1000>,
    },
}
