//! The state of a review: an enum that carries its data.

use std::sync::LazyLock;

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClaimId, ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    case::{Answer, CaseKind, Rating},
    deadline::{Clock, ClockSet},
    escalation::{Rises, Rising, Sign},
    names,
    petition::Served,
};

names! {
    /// Which of the two.
    pub enum Level in "review-level" {
        /// 复查
        Review = "REVIEW",
        /// 复核
        Recheck = "RECHECK",
    }
}

impl Level {
    /// The clock within which she may ask.
    #[must_use]
    pub const fn window(self) -> &'static str {
        match self {
            Self::Review => "REVIEW_REQUEST_30D",
            Self::Recheck => "RECHECK_REQUEST_30D",
        }
    }

    /// The clock within which it is decided.
    #[must_use]
    pub const fn decide(self) -> &'static str {
        match self {
            Self::Review => "REVIEW_DECIDE_30D",
            Self::Recheck => "RECHECK_DECIDE_30D",
        }
    }

    /// The article behind it.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::Review => "A35",
            Self::Recheck => "A36",
        }
    }
}

names! {
    /// What is decided of one claim.
    pub enum ReviewResult in "review-result" {
        /// 维持
        Uphold = "UPHOLD",
        /// 撤销
        Revoke = "REVOKE",
        /// 变更
        Change = "CHANGE",
        /// 责令限期重新办理
        Remand = "REMAND",
    }
}

impl ReviewResult {
    /// Whether the first unit has to answer anew.
    #[must_use]
    pub fn sends_back(self) -> bool {
        matches!(self, Self::Revoke | Self::Remand)
    }
}

names! {
    /// How a matter is finally answered. Which of them count is the jurisdiction's.
    pub enum Finality in "finality" {
        /// 协议已履行
        AgreementPerformed = "AGREEMENT_PERFORMED",
        /// 期限内没有申请复查复核
        ReviewWaived = "REVIEW_WAIVED",
        /// 已复核
        Rechecked = "RECHECKED",
    }
}

names! {
    /// Why a request is not taken up.
    pub enum RejectGround in "review-reject" {
        /// 超过期限，又没有正当理由
        Late = "LATE",
        /// 不属于复查复核的范围
        Scope = "SCOPE",
    }
}

names! {
    /// How it reached the office.
    pub enum Lodged in "review-lodged" {
        /// 本人在网上
        Herself = "HERSELF",
        /// 代办员代递
        ByAgent = "BY_AGENT",
        /// 本人在窗口或者寄来
        OnPaper = "ON_PAPER",
    }
}

names! {
    /// Where it stands (10.6).
    pub enum Stage in "stage-review" {
        /// 收到了，等审查
        Requested = "REQUESTED",
        /// 受理了，等原单位交卷
        Accepted = "ACCEPTED",
        /// 审查中
        Examining = "EXAMINING",
        /// 听证中
        Hearing = "HEARING",
        /// 意见待审核
        Drafted = "DRAFTED",
        /// 意见待签发
        Checked = "CHECKED",
        /// 意见待送达
        Issued = "ISSUED",
        /// 已送达
        Served = "SERVED",
        /// 逾期，不予受理
        RejectedLate = "REJECTED_LATE",
        /// 不属于范围，不予受理
        RejectedScope = "REJECTED_SCOPE",
        /// 本人撤回
        Withdrawn = "WITHDRAWN",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Served | Self::RejectedLate | Self::RejectedScope | Self::Withdrawn)
    }
}

/// One claim contested, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contested {
    /// The claim.
    pub claim: ClaimId,
    /// Its number in the petition.
    pub no: u16,
    /// What she asks for there, as the petition says it.
    pub text: Text<2000>,
    /// The answer that she contests.
    pub answer: Answer,
    /// Why she does not agree.
    pub reason: Text<2000>,
}

/// It came after its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// Until when she could have asked; none when no window was known.
    pub due: Option<Date>,
    /// Why it was not possible before, in her words.
    pub cause: Text<1000>,
    /// Who accepted the cause, when, and why.
    pub accepted: Option<(UserId, Timestamp, Text<1000>)>,
}

/// What the first unit sent of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSent {
    /// Which body.
    pub org: OrgId,
    /// What it sends and says.
    pub note: Text<5000>,
    /// When.
    pub at: Timestamp,
}

/// A hearing that is to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HearingCall {
    /// On which day.
    pub on: Date,
    /// Between which hours: 9:00–11:30.
    pub hours: Text<20>,
    /// Where.
    pub place: Text<200>,
    /// Who hears and who is invited, by office.
    pub persons: Text<1000>,
    /// When everybody was told.
    pub at: Timestamp,
}

/// A hearing (article 36.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// Its first day.
    pub from: Date,
    /// Where.
    pub place: Text<200>,
    /// Who hears and who is invited, by office.
    pub persons: Text<1000>,
    /// Its last day and what came out, once over.
    pub ended: Option<(Date, Text<5000>)>,
}

/// What is decided of one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Uphold, revoke, change, remand.
    pub result: ReviewResult,
    /// Why; for a remand also what has to be looked at again.
    pub text: Text<5000>,
    /// The laws it rests on.
    pub basis: Text<1000>,
    /// The answer that stands from now on; with a change, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Answer>,
}

/// The opinion while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Who wrote it last.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// What was found out.
    pub findings: Text<10000>,
    /// The rulings so far.
    pub rulings: Vec<(ClaimId, Ruling)>,
    /// Handed in for checking.
    pub submitted: bool,
    /// The first signature.
    pub checked: Option<(UserId, Timestamp)>,
}

/// Looking into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    /// Who examines.
    pub examiner: UserId,
    /// Who accepted it.
    pub accepted_by: UserId,
    /// When.
    pub accepted_at: Timestamp,
    /// The draft.
    pub draft: Option<Draft>,
}

/// The opinion in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Its document number.
    pub number: Text<60>,
    /// What was found out.
    pub findings: Text<10000>,
    /// What is decided, claim by claim.
    pub rulings: Vec<(ClaimId, Ruling)>,
    /// Who wrote it.
    pub drafted_by: UserId,
    /// First signature.
    pub checked_by: UserId,
    /// Second signature.
    pub signed_by: UserId,
    /// When.
    pub at: Timestamp,
}

/// The procedure, with what each stage knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Procedure {
    /// It came; somebody looks whether it is in time and in scope.
    Requested,
    /// Not taken up.
    Rejected {
        /// Why.
        ground: RejectGround,
        /// In words, as told to her.
        reason: Text<2000>,
        /// Who.
        by: UserId,
        /// When.
        at: Timestamp,
    },
    /// Looked into.
    Examining(Examination),
    /// Signed; not yet in her hands.
    Issued {
        /// How it was looked into.
        examination: Examination,
        /// The opinion.
        issued: Issued,
    },
    /// In her hands.
    Served {
        /// How it was looked into.
        examination: Examination,
        /// The opinion.
        issued: Issued,
        /// Proof of service.
        served: Served,
    },
    /// She took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// A review as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Which of the two.
    pub level: Level,
    /// Where it belongs: the place of the organ that decides.
    pub division: DivisionCode,
    /// Whose opinion it will be; she chose it where there was a choice.
    pub organ: OrgId,
    /// The office that works on it for the organ; the organ itself where it has reviewers.
    pub office: OrgId,
    /// The petition.
    pub petition: CaseId,
    /// Its number.
    pub petition_number: CaseNumber,
    /// Its line.
    pub title: Text<120>,
    /// Who asks.
    pub petitioner: PersonId,
    /// The unit whose answer is contested.
    pub unit: OrgId,
    /// The number of the opinion contested: the unit's, or that of the review.
    pub opinion: Text<60>,
    /// When that reached her.
    pub opinion_served: Date,
    /// The review before a recheck.
    pub earlier: Option<CaseId>,
    /// Organisations that answered before: none of their people has a part here.
    pub bodies: Vec<OrgId>,
    /// People who had a part in the answer before.
    pub involved: Vec<UserId>,
    /// What is contested.
    pub contested: NonEmpty<Contested>,
    /// How it came.
    pub lodged: Lodged,
    /// The agent who delivered it.
    pub agent: Option<UserId>,
    /// Who took it down at a window.
    pub registrar: Option<UserId>,
    /// When it was received.
    pub received_at: Timestamp,
    /// Asked after the window.
    pub late: Option<Late>,
    /// What she added.
    pub materials: u32,
    /// The file of the first body, as it came.
    pub file: Vec<FileSent>,
    /// The hearing that is to be held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<HearingCall>,
    /// Hearings, in order.
    pub hearings: Vec<Hearing>,
    /// The procedure.
    pub procedure: Procedure,
    /// Her rating of the office that decided.
    pub rating: Option<Rating>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

/// Its office is supervised like any other. It never rises: whoever is above is asked by a recheck.
impl Rising for Review {
    fn case_kind(&self) -> CaseKind {
        CaseKind::Review
    }

    fn rises(&self) -> &Rises {
        static NONE: LazyLock<Rises> = LazyLock::new(Rises::default);
        &NONE
    }

    fn in_hand(&self) -> OrgId {
        self.office
    }

    fn complained_of(&self) -> Option<OrgId> {
        Some(self.unit)
    }

    fn signs(&self) -> Vec<Sign> {
        vec![]
    }

    fn clocks(&self) -> &[Clock] {
        &self.clocks
    }

    fn all_signs(&self, _: Timestamp, _: &ClockSet) -> Vec<Sign> {
        vec![]
    }
}

impl Review {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.procedure {
            Procedure::Requested => Stage::Requested,
            Procedure::Rejected { ground: RejectGround::Late, .. } => Stage::RejectedLate,
            Procedure::Rejected { ground: RejectGround::Scope, .. } => Stage::RejectedScope,
            Procedure::Examining(_) if self.hearing().is_some() => Stage::Hearing,
            Procedure::Examining(examination) => match &examination.draft {
                Some(draft) if draft.checked.is_some() => Stage::Checked,
                Some(draft) if draft.submitted => Stage::Drafted,
                None if self.file.is_empty() => Stage::Accepted,
                _ => Stage::Examining,
            },
            Procedure::Issued { .. } => Stage::Issued,
            Procedure::Served { .. } => Stage::Served,
            Procedure::Withdrawn { .. } => Stage::Withdrawn,
        }
    }

    /// The hearing that has begun and not ended.
    #[must_use]
    pub fn hearing(&self) -> Option<&Hearing> {
        self.hearings.iter().find(|hearing| hearing.ended.is_none())
    }

    /// How it is looked into, once accepted.
    #[must_use]
    pub fn examination(&self) -> Option<&Examination> {
        match &self.procedure {
            Procedure::Examining(examination)
            | Procedure::Issued { examination, .. }
            | Procedure::Served { examination, .. } => Some(examination),
            _ => None,
        }
    }

    /// The opinion, once signed.
    #[must_use]
    pub fn issued(&self) -> Option<&Issued> {
        match &self.procedure {
            Procedure::Issued { issued, .. } | Procedure::Served { issued, .. } => Some(issued),
            _ => None,
        }
    }

    /// How and when the opinion reached her.
    #[must_use]
    pub fn served(&self) -> Option<&Served> {
        match &self.procedure {
            Procedure::Served { served, .. } => Some(served),
            _ => None,
        }
    }

    /// The draft while it is written.
    #[must_use]
    pub fn draft(&self) -> Option<&Draft> {
        match &self.procedure {
            Procedure::Examining(examination) => examination.draft.as_ref(),
            _ => None,
        }
    }

    /// The claim contested under this id.
    #[must_use]
    pub fn contest(&self, claim: ClaimId) -> Option<&Contested> {
        self.contested.iter().find(|contested| contested.claim == claim)
    }

    /// The running clock with definition `def`.
    #[must_use]
    pub fn running(&self, def: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.def == def && clock.is_open())
    }

    /// The clock within which it is decided, running or stopped.
    #[must_use]
    pub fn term(&self) -> Option<&Clock> {
        self.clocks.iter().rev().find(|clock| clock.def == self.level.decide())
    }

    /// Everybody who had a part in it: barred from a recheck.
    #[must_use]
    pub fn people(&self) -> Vec<UserId> {
        let mut people = vec![];
        people.extend(self.examination().map(|examination| examination.accepted_by));
        people.extend(self.examination().map(|examination| examination.examiner));
        people.extend(self.draft().map(|draft| draft.by));
        people.extend(self.issued().into_iter().flat_map(|i| [i.drafted_by, i.checked_by, i.signed_by]));
        people
    }
}
