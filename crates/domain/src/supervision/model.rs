//! The state of a supervision.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::liability::Liability;
use crate::{case::CaseKind, deadline::Clock, names};

names! {
    /// The rungs, from the lightest up (6.1 一单三函).
    pub enum RungKind in "rung" {
        /// 提醒
        Reminder = "REMINDER",
        /// 风险提醒函
        RiskNotice = "RISK_NOTICE",
        /// 督查督办函
        SupervisionLetter = "SUPERVISION_LETTER",
        /// 问责建议函
        AccountabilityAdvice = "ACCOUNTABILITY_ADVICE",
    }
}

impl RungKind {
    /// Whether it is a letter with a number; a reminder is only a line.
    #[must_use]
    pub fn is_letter(self) -> bool {
        self != Self::Reminder
    }

    /// The next one up.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| *kind > self)
    }
}

names! {
    /// What a unit is supervised for: the situations of article 40.1 and what the clocks say (R-036, 6.1).
    pub enum Ground in "ground" {
        /// 违规受理、办理
        ImproperAccept = "IMPROPER_ACCEPT",
        /// 推诿
        Shirk = "SHIRK",
        /// 敷衍
        Perfunctory = "PERFUNCTORY",
        /// 拖延
        Delay = "DELAY",
        /// 弄虚作假
        Fraud = "FRAUD",
        /// 拒不执行处理意见
        RefuseExecute = "REFUSE_EXECUTE",
        /// 超期
        Overdue = "OVERDUE",
        /// 本人不满意
        Dissatisfied = "DISSATISFIED",
        /// 快到期
        DueSoon = "DUE_SOON",
    }
}

names! {
    /// How something was verified 核查方式.
    pub enum Way in "way" {
        /// 现场
        OnSite = "ON_SITE",
        /// 书面
        Paper = "PAPER",
        /// 电话
        Phone = "PHONE",
    }
}

names! {
    /// How a unit that does its duty badly is dealt with (R-111, article 39); listed supervision is a record of its own.
    pub enum MeasureKind in "measure" {
        /// 约谈
        Interview = "INTERVIEW",
        /// 通报
        Circular = "CIRCULAR",
        /// 责令限期整改
        RectifyOrder = "RECTIFY_ORDER",
    }
}

/// What began a rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Origin {
    /// A rule of the jurisdiction.
    Rule {
        /// Its id.
        rule: Text<60>,
        /// The version of its table.
        version: Text<60>,
        /// The clock it looked at, when it looked at one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clock: Option<ClockId>,
        /// That clock's definition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        def: Option<Text<60>>,
        /// By when it had to be done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Date>,
    },
    /// A supervisor.
    Person,
}

/// What the unit answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What it did, and what it will do.
    pub text: Text<5000>,
    /// What shows it: file numbers, minutes, photographs by name.
    pub evidence: Option<Text<1000>>,
    /// Who signed it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// What the supervisor says to an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The answer does what was demanded.
    pub accepted: bool,
    /// Why; the unit reads it.
    pub reason: Text<2000>,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// Where a rung stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RungState {
    /// Drafted by a rule; waits for a supervisor's signature.
    Proposed,
    /// With the unit.
    Issued,
    /// The unit answered; the supervisor has to say something to that.
    Answered,
    /// Accepted.
    Accepted,
    /// Dropped before it was sent.
    Dropped {
        /// Why.
        reason: Text<1000>,
    },
}

/// One rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    /// Its place, from 1.
    pub no: u32,
    /// Which.
    pub kind: RungKind,
    /// What for.
    pub ground: Ground,
    /// What began it.
    pub origin: Origin,
    /// What is demanded.
    pub demands: Text<2000>,
    /// The case of articles 42 to 46, for advice on accountability.
    pub liability: Option<Liability>,
    /// Who decides on accountability.
    pub competent: Option<OrgId>,
    /// Days to answer; none: nothing is to be answered.
    pub reply_days: Option<u32>,
    /// The number of the letter, once it went out.
    pub number: Option<Text<60>>,
    /// When it was made.
    pub at: Timestamp,
    /// When it went out.
    pub issued_at: Option<Timestamp>,
    /// Who drafted it, where a person did; somebody else signs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafted_by: Option<UserId>,
    /// Who signed it; none: the rule sent it.
    pub signed_by: Option<UserId>,
    /// Where it stands.
    pub state: RungState,
    /// The clock of the answer in force.
    pub clock: Option<ClockId>,
    /// Every answer with what was said to it.
    pub answers: Vec<(Answer, Option<Verdict>)>,
}

impl Rung {
    /// Whether the unit still has to answer it.
    #[must_use]
    pub fn awaits_answer(&self) -> bool {
        self.state == RungState::Issued && self.reply_days.is_some()
    }

    /// Whether nothing of it is awaited.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match self.state {
            RungState::Accepted | RungState::Dropped { .. } => true,
            RungState::Issued => self.reply_days.is_none(),
            RungState::Proposed | RungState::Answered => false,
        }
    }

    /// Whether its last answer was not accepted.
    #[must_use]
    pub fn was_rejected(&self) -> bool {
        let verdict = self.answers.last().and_then(|(_, verdict)| verdict.as_ref());
        self.state == RungState::Issued && verdict.is_some_and(|verdict| !verdict.accepted)
    }
}

/// What a verification found 核查报告单.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How.
    pub way: Way,
    /// Who verified: at least two, none of whom handles the matter.
    pub verifiers: Vec<UserId>,
    /// What was found of the procedure 程序.
    pub procedure: Text<2000>,
    /// What was found of the substance 实体. A finding, not a decision: the unit with power decides.
    pub substance: Text<2000>,
    /// What the petitioner says 群众说法.
    pub heard: Text<2000>,
    /// How it differs from the record; none when it does not.
    pub difference: Option<Text<2000>>,
    /// What is advised.
    pub advice: Text<1000>,
    /// The record was made up (弄虚作假).
    pub fraud: bool,
}

/// A finding on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What.
    #[serde(flatten)]
    pub finding: Finding,
    /// Who wrote it down.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// 挂牌督办.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The leader in charge, by office (旗委副书记), not by person.
    pub leader: Text<60>,
    /// By when it has to be done.
    pub due: Date,
    /// What has to be done.
    pub demands: Text<2000>,
    /// Since when.
    pub at: Timestamp,
    /// When it was taken off the list, and on what evidence.
    pub delisted: Option<(Timestamp, Text<2000>)>,
}

/// 约谈、通报、责令限期整改 of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Which.
    pub kind: MeasureKind,
    /// What was said or ordered.
    pub text: Text<2000>,
    /// Which case of articles 42 to 46, where one is meant.
    pub liability: Option<Liability>,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// A supervision as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Supervision {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs: the place of its case.
    pub division: DivisionCode,
    /// The case it is about.
    pub case: CaseId,
    /// That case's number.
    pub case_number: CaseNumber,
    /// That case's kind.
    pub case_kind: CaseKind,
    /// That case's line.
    pub title: Text<120>,
    /// Who supervises.
    pub issuer: OrgId,
    /// The unit supervised.
    pub unit: OrgId,
    /// Who handles the case: verifies nothing here.
    pub handler: Option<UserId>,
    /// When it began.
    pub opened_at: Timestamp,
    /// The rungs, in order.
    pub rungs: Vec<Rung>,
    /// What was verified.
    pub sheets: Vec<Sheet>,
    /// Every listing.
    pub listings: Vec<Listing>,
    /// What was done to the unit.
    pub measures: Vec<Measure>,
    /// When it ended and why.
    pub closed: Option<(Timestamp, Text<1000>)>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

names! {
    /// Where it stands (10.8).
    pub enum Stage in "stage-supervision" {
        /// 开始了，还没有发函
        Open = "OPEN",
        /// 等单位回话
        Notified = "NOTIFIED",
        /// 单位回话了，等督办的部门看
        Responded = "RESPONDED",
        /// 回话没有通过，再等
        Reopened = "REOPENED",
        /// 已经约谈、通报、建议问责
        Escalated = "ESCALATED",
        /// 结束
        Closed = "CLOSED",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        self == Self::Closed
    }
}

impl Supervision {
    /// Where it stands: what waits for the supervisor first, then what waits for the unit.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let any = |test: &dyn Fn(&Rung) -> bool| self.rungs.iter().any(test);
        if self.closed.is_some() {
            Stage::Closed
        } else if any(&|rung| rung.state == RungState::Answered) {
            Stage::Responded
        } else if any(&Rung::was_rejected) {
            Stage::Reopened
        } else if any(&|rung| rung.kind == RungKind::AccountabilityAdvice && rung.issued_at.is_some())
            || !self.measures.is_empty()
        {
            Stage::Escalated
        } else if any(&Rung::awaits_answer) {
            Stage::Notified
        } else {
            Stage::Open
        }
    }

    /// The rung with this place.
    #[must_use]
    pub fn rung(&self, no: u32) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.no == no)
    }

    /// The highest rung that went out.
    #[must_use]
    pub fn highest(&self) -> Option<RungKind> {
        self.rungs.iter().filter(|rung| rung.issued_at.is_some()).map(|rung| rung.kind).max()
    }

    /// The listing in force.
    #[must_use]
    pub fn listed(&self) -> Option<&Listing> {
        self.listings.iter().rev().find(|listing| listing.delisted.is_none())
    }

    /// Whether verification found that the record was made up.
    #[must_use]
    pub fn has_fraud(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.finding.fraud)
    }

    /// Letters whose answer is overdue at `now`.
    pub fn unanswered(&self, now: Timestamp) -> impl Iterator<Item = &Rung> {
        let late = move |rung: &&Rung| {
            let clock = rung.clock.and_then(|id| self.clocks.iter().find(|clock| clock.id == id));
            rung.awaits_answer() && clock.is_some_and(|clock| clock.is_overdue(now))
        };
        self.rungs.iter().filter(late)
    }

    /// Whose move it is.
    #[must_use]
    pub fn turn(&self) -> OrgId {
        match self.stage() {
            Stage::Notified | Stage::Reopened => self.unit,
            Stage::Escalated if self.rungs.iter().any(Rung::awaits_answer) => self.unit,
            _ => self.issuer,
        }
    }
}
