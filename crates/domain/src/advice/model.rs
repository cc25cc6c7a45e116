//! The state of a piece of advice.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{deadline::Clock, names, supervision::Liability};

names! {
    /// The three kinds (article 40.2–40.4).
    pub enum AdviceKind in "advice-kind" {
        /// 改进工作
        ImproveWork = "IMPROVE_WORK",
        /// 完善政策
        ImprovePolicy = "IMPROVE_POLICY",
        /// 追究责任
        Accountability = "ACCOUNTABILITY",
    }
}

names! {
    /// What the unit does with it.
    pub enum Adoption in "adoption" {
        /// 采纳
        Adopted = "ADOPTED",
        /// 部分采纳
        Partly = "PARTLY",
        /// 不采纳
        Rejected = "REJECTED",
    }
}

/// The first event: everything that was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Issued {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The letter's number 文号.
    pub letter: Text<60>,
    /// Where it belongs.
    pub division: DivisionCode,
    /// Which kind.
    pub kind: AdviceKind,
    /// Who advises.
    pub issuer: OrgId,
    /// Whom.
    pub to: OrgId,
    /// What it is about, in one line.
    pub title: Text<120>,
    /// What is so: facts, without persons.
    pub facts: Text<5000>,
    /// What is advised.
    pub advice: Text<5000>,
    /// What it rests on.
    pub basis: Text<500>,
    /// The case of articles 42 to 46, for accountability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability: Option<Liability>,
    /// The unit it is about, for accountability; `to` is then the body that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<OrgId>,
    /// The matter it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<(CaseId, CaseNumber)>,
    /// The supervision it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervision: Option<CaseId>,
}

/// The unit's answer in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Adopted, in part, or not.
    pub adoption: Adoption,
    /// What was or will be done; the reasons when not adopted.
    pub text: Text<5000>,
    /// Who signed it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// A piece of advice as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// Everything that was written.
    #[serde(flatten)]
    pub issued: Issued,
    /// When.
    pub issued_at: Timestamp,
    /// Who signed it.
    pub signed_by: Option<UserId>,
    /// When the unit received it.
    pub received_at: Option<Timestamp>,
    /// Its answer.
    pub reply: Option<Reply>,
    /// What was verified of it, and when.
    pub verified: Option<(Timestamp, Text<2000>)>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

names! {
    /// Where it stands (10.8).
    pub enum Stage in "stage-advice" {
        /// 发出了
        Issued = "ISSUED",
        /// 收到了
        Received = "RECEIVED",
        /// 采纳
        Adopted = "ADOPTED",
        /// 部分采纳
        Partly = "PARTLY",
        /// 不采纳，说了理由
        Rejected = "REJECTED",
        /// 核实过
        Verified = "VERIFIED",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        self == Self::Verified
    }
}

impl Advice {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match (&self.verified, &self.reply, self.received_at) {
            (Some(_), _, _) => Stage::Verified,
            (_, Some(reply), _) => match reply.adoption {
                Adoption::Adopted => Stage::Adopted,
                Adoption::Partly => Stage::Partly,
                Adoption::Rejected => Stage::Rejected,
            },
            (_, _, Some(_)) => Stage::Received,
            _ => Stage::Issued,
        }
    }

    /// Whose move it is.
    #[must_use]
    pub fn turn(&self) -> OrgId {
        if self.reply.is_some() { self.issued.issuer } else { self.issued.to }
    }
}
