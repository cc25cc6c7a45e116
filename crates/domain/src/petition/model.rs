//! The petition's state: an enum that carries its data. No nullable `accepted_at` beside a status string.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClaimId, ClockId, DivisionCode, GridId, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    agency::Agency,
    case::{Answer, Assistance, Channel, Claim, DispatchKind, Grade, Hop, MatterType, Purpose, Rating, ServiceMethod},
    cause::Saying,
    deadline::Clock,
    device::DeviceTime,
    escalation::Rises,
    leadership::Leadership,
    names,
    petition::{contest::Contests, look_back::LookBack, mediation::Mediated, simple::Simple},
    urgent::Urgent,
};

/// A petition as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Petition {
    /// Its id, also the name of its event stream.
    pub id: CaseId,
    /// Its number: one matter, one number, for ever.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The bureau 信访部门 or unit that registered it.
    pub bureau: OrgId,
    /// A unit with power received it itself (article 23.1): no forwarding is due, its notice is.
    #[serde(default)]
    pub direct_to_unit: bool,
    /// How it reached us.
    pub channel: Channel,
    /// When it was received (T-08: the actual day, also on a holiday).
    pub received_at: Timestamp,
    /// When the server registered it; never back-dated.
    pub registered_at: Timestamp,
    /// What it is about, in one line.
    pub title: Text<120>,
    /// What happened.
    pub facts: Text<20000>,
    /// The petitioner, known here only by id.
    pub petitioner: PersonId,
    /// The agent who files or accompanies.
    pub agent: Option<UserId>,
    /// Where the agent sits who took over from the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_station: Option<OrgId>,
    /// The station whose agent she asked to call her within a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub station: Option<OrgId>,
    /// The grid of the place where it was registered, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<GridId>,
    /// The member of staff who took it down; `None` when she filed herself.
    pub registrar: Option<UserId>,
    /// The unit complained of, when it is one of ours.
    pub respondent: Option<OrgId>,
    /// How many people came or signed.
    pub headcount: u32,
    /// Representatives of a visit, at most five.
    #[serde(default)]
    pub representatives: u32,
    /// Legal type, once triaged.
    pub matter_type: MatterType,
    /// Statistical purpose, once triaged.
    pub purpose: Purpose,
    /// What the device said of the time, when it was taken down on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceTime>,
    /// Category path (`城乡建设/供热`), once triaged.
    pub category: Option<Text<120>>,
    /// What she wants, one by one.
    pub claims: NonEmpty<Claim>,
    /// The procedure axis.
    pub procedure: Procedure,
    /// Every dispatch so far. Never reset.
    pub hops: Vec<Hop>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted, so that the sweeper notes each once.
    #[serde(default)]
    pub overdue: Vec<ClockId>,
    /// When she last got an answer that can be rated.
    #[serde(default)]
    pub answered_at: Option<Timestamp>,
    /// When somebody uninvolved last reached her and asked how it is; `None` while nobody did since the last answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<Timestamp>,
    /// Her rating of the bureau.
    pub bureau_rating: Option<Rating>,
    /// Her rating of the unit.
    pub unit_rating: Option<Rating>,
    /// Units that help the one that leads, in the order in which they were asked; those whose part ended stay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assisting: Vec<Assistance>,
    /// Rights of hers of whose end she was told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminded: Vec<ClockId>,
    /// What was said about matters like this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sayings: Vec<Saying>,
    /// The clusters 类案 that it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<(CaseId, CaseNumber)>,
    /// Who acts for her, under which mandate, and who has to step back.
    #[serde(default, skip_serializing_if = "Agency::is_empty")]
    pub agency: Agency,
    /// Every time it rose. Rising changes who leads, nothing else.
    #[serde(default, skip_serializing_if = "Rises::is_empty")]
    pub rises: Rises,
    /// What leaders did on it.
    #[serde(default, skip_serializing_if = "Leadership::is_empty")]
    pub leadership: Leadership,
    /// Dangers that were reported beside it.
    #[serde(default, skip_serializing_if = "Urgent::is_empty")]
    pub urgent: Urgent,
    /// Reviews of its answer, and what they led to.
    #[serde(default, skip_serializing_if = "Contests::is_empty")]
    pub contests: Contests,
    /// Mediations beside it, and what they led to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mediations: Vec<Mediated>,
    /// That it went the simple way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simple: Option<Simple>,
    /// Look-backs that became due since the procedure last ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub look_backs: Vec<LookBack>,
    /// The number of events behind this state; the optimistic lock.
    pub version: i64,
}

/// The procedure axis: where the matter stands, with what that stage knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Procedure {
    /// Registered; the bureau has to find its way (article 22). `finality` holds the first of two people who say that the
    /// same facts and reasons were finally answered.
    Registered {
        /// Proposed "no more accepted", waiting for a second person.
        finality: Option<FinalityProposal>,
    },
    /// Not accepted, with the reason and the way to go.
    NotAccepted {
        /// Why.
        reason: NotAcceptReason,
        /// Where to go instead; none on records from before it was asked, and where nothing else is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        elsewhere: Option<Box<Elsewhere>>,
        /// When.
        at: Timestamp,
    },
    /// Finally answered before; new facts reopen.
    NoMoreAccepted {
        /// When.
        at: Timestamp,
    },
    /// Reported to the party committee or government for decision.
    ReportedUp {
        /// To whom.
        to: OrgId,
        /// When.
        at: Timestamp,
    },
    /// With a unit that has to say within 15 days how it goes on.
    Forwarded(Dispatch),
    /// The unit says it is not its matter.
    Objected {
        /// The dispatch objected to.
        dispatch: Dispatch,
        /// The objection.
        objection: Objection,
    },
    /// Units disagree; the common superior decides.
    Disputed {
        /// The dispatch in dispute; its unit keeps the contact until the decision.
        dispatch: Dispatch,
        /// Who decides.
        superior: OrgId,
        /// Since when.
        at: Timestamp,
    },
    /// Every claim went to its legal channel (article 31 (一)–(五)).
    Routed {
        /// The dispatch under which a unit routed it; an assignment still owes its report.
        dispatch: Dispatch,
        /// When.
        at: Timestamp,
    },
    /// Accepted by the unit with power (article 31 (六)).
    Handling(Handling),
    /// Signed; not yet in her hands.
    OpinionIssued {
        /// The unit.
        handling: Handling,
        /// The opinion.
        opinion: Opinion,
    },
    /// In her hands; she may ask for review.
    Served {
        /// The unit.
        handling: Handling,
        /// The opinion.
        opinion: Opinion,
        /// Proof of service.
        served: Served,
    },
    /// The procedure ended. That says nothing about the substance.
    Closed {
        /// The unit, as it handled it.
        handling: Handling,
        /// The opinion in force.
        opinion: Opinion,
        /// Proof of service.
        served: Served,
        /// When.
        at: Timestamp,
    },
    /// Archived.
    Archived {
        /// Where it stood before.
        was: Box<Procedure>,
        /// When.
        at: Timestamp,
    },
    /// Ended by an agreement (article 33).
    Settled {
        /// The unit, as it handled it.
        handling: Handling,
        /// The mediation whose agreement it is.
        mediation: CaseId,
        /// When.
        at: Timestamp,
    },
    /// The petitioner took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// It proposes something and asks for nothing: it goes on as a suggestion (article 29), and this number leads there.
    Moved {
        /// The suggestion.
        suggestion: CaseId,
        /// Its number.
        number: CaseNumber,
        /// When.
        at: Timestamp,
    },
}

/// One dispatch in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// Who sent it.
    pub from: OrgId,
    /// Who has it.
    pub unit: OrgId,
    /// Forwarded or assigned with feedback.
    pub kind: DispatchKind,
    /// When.
    pub at: Timestamp,
    /// An objection was decided against, or a superior decided: it may not be returned again.
    pub settled: bool,
    /// The closing report of an assignment, once handed in.
    pub closing_report: Option<Text<5000>>,
}

/// A unit's handling of an accepted matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Handling {
    /// How it came.
    pub dispatch: Dispatch,
    /// Who handles it.
    pub handler: UserId,
    /// When it was accepted.
    pub accepted_at: Timestamp,
    /// When the handler first spoke with the petitioner.
    pub contacted_at: Option<Timestamp>,
    /// An extension asked for or granted.
    pub extension: Option<Extension>,
    /// The draft of the opinion.
    pub draft: Option<Draft>,
}

/// The final recheck on which "no more accepted" rests (article 36.3): without one nothing was finally answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum FinalBasis {
    /// Of a petition in this house, which is finally answered.
    Known {
        /// The petition.
        petition: CaseId,
        /// Its number.
        number: CaseNumber,
        /// Who rechecked.
        organ: OrgId,
        /// The number of the recheck opinion.
        opinion: Text<60>,
        /// When that reached her.
        on: Date,
    },
    /// On paper, from elsewhere or from before.
    Named {
        /// Who rechecked, by office.
        organ: Text<60>,
        /// The number of the recheck opinion.
        opinion: Text<60>,
        /// Its day.
        on: Date,
    },
}

impl FinalBasis {
    /// The number of the recheck opinion.
    #[must_use]
    pub fn opinion(&self) -> &Text<60> {
        match self {
            Self::Known { opinion, .. } | Self::Named { opinion, .. } => opinion,
        }
    }

    /// The day of the recheck opinion, or on which it reached her.
    #[must_use]
    pub fn on(&self) -> Date {
        match self {
            Self::Known { on, .. } | Self::Named { on, .. } => *on,
        }
    }

    /// In one line: number and day, and who gave it or in which matter.
    #[must_use]
    pub fn line(&self) -> String {
        let whose = match self {
            Self::Known { number, .. } => format!("件号{number}"),
            Self::Named { organ, .. } => organ.to_string(),
        };
        let on = self.on();
        format!("{}（{whose}，{}年{}月{}日）", self.opinion(), on.year(), on.month(), on.day())
    }
}

/// Two people must agree before a matter is "no more accepted".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalityProposal {
    /// The first.
    pub by: UserId,
    /// The recheck opinion it rests on.
    pub recheck: Text<200>,
    /// The same by its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<FinalBasis>,
    /// In what the facts and reasons are the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same: Option<Text<2000>>,
}

/// An extension of the handling clock (article 34).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Days on top, at most 30 in all.
    pub days: u32,
    /// Why: told to the petitioner.
    pub reason: Text<1000>,
    /// Who asked.
    pub asked_by: UserId,
    /// When.
    pub asked_at: Timestamp,
    /// Who granted it and when; `None` while it waits.
    pub granted: Option<(UserId, Timestamp)>,
}

/// The opinion while it is written: answers claim by claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Who wrote it last.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// What was found out (article 32: facts and reasons).
    pub findings: Text<10000>,
    /// The answers so far; a claim may still lack one.
    pub answers: Vec<(ClaimId, Answer)>,
    /// Handed in for checking.
    pub submitted: bool,
    /// The first signature.
    pub checked: Option<(UserId, Timestamp)>,
}

/// An opinion in force: two signatures under a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Its document number.
    pub number: Text<60>,
    /// What was found out.
    pub findings: Text<10000>,
    /// Who drafted it.
    pub drafted_by: UserId,
    /// First signature.
    pub checked_by: UserId,
    /// Second signature.
    pub signed_by: UserId,
    /// When it was signed.
    pub at: Timestamp,
}

/// Proof that the opinion reached her (T-09): without it no window opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    /// How.
    pub method: ServiceMethod,
    /// The day that counts.
    pub on: Date,
    /// When it was recorded; differs from `on` only with a reason.
    pub recorded_at: Timestamp,
    /// The evidence: receipt number, witness …
    pub evidence: Text<500>,
}

/// "Not ours", with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// In detail.
    pub reason: Text<2000>,
    /// The document that says whose it is.
    pub basis: Option<Text<500>>,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// What she said when somebody uninvolved asked. It is not her rating: that she gives with her own code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// Whether each claim is really solved, in her words; claims she would not speak of are left out.
    pub claims: Vec<(ClaimId, bool)>,
    /// She was asked to rate well or to withdraw.
    pub pressed: bool,
    /// How she finds it, when she says.
    pub grade: Option<Grade>,
    /// Whether each thing that had to be done was done, in her words; those she would not speak of are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<(ClaimId, u16, bool)>,
}

names! {
    /// Why a matter is not accepted.
    pub enum NotAcceptReason in "not-accept" {
        /// 下级正在办理（19.3）
        PendingAtLower = "PENDING_AT_LOWER",
        /// 不是信访事项
        NotPetition = "NOT_PETITION",
        /// 只能走法定途径
        LegalChannelOnly = "LEGAL_CHANNEL_ONLY",
        /// 不属本级，应向有权机关提出
        GoElsewhere = "GO_ELSEWHERE",
    }
}

/// Where somebody who was not accepted has to go instead: what 6.1 asks of the notice beside reason and provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// The way in words, such as an arbitration; the organ alone says it where there is no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<Text<300>>,
    /// The organ that takes it, by its full name.
    pub organ: Text<100>,
    /// Its public telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text<40>>,
    /// Until when, as a day or a period in words.
    pub until: Text<200>,
}

names! {
    /// Why a closed matter opens again (10.1 row 22).
    pub enum ReopenReason in "reopen" {
        /// 答应的没有做到
        NotExecuted = "NOT_EXECUTED",
        /// 回访发现没有解决
        FalselyClosed = "FALSELY_CLOSED",
        /// 有新事实
        NewFacts = "NEW_FACTS",
        /// 解决过，又出现了
        CameBack = "CAME_BACK",
    }
}

names! {
    /// The procedure axis without its data: what lists filter by and tables speak of.
    pub enum Stage in "stage-petition" {
        /// 待甄别
        Registered = "REGISTERED",
        /// 不予受理
        NotAccepted = "NOT_ACCEPTED",
        /// 不再受理
        NoMoreAccepted = "NO_MORE_ACCEPTED",
        /// 已报请
        ReportedUp = "REPORTED_UP",
        /// 已转送、已交办
        Forwarded = "FORWARDED",
        /// 退件待核
        Objected = "OBJECTED",
        /// 管辖争议
        Disputed = "JURISDICTION_DISPUTE",
        /// 已导入法定途径
        Routed = "ROUTED",
        /// 已受理，待联系
        Accepted = "ACCEPTED",
        /// 办理中
        Investigating = "INVESTIGATING",
        /// 调解中，办理期限照算
        Mediating = "MEDIATING",
        /// 答复待审核
        OpinionDrafted = "OPINION_DRAFTED",
        /// 答复待签发
        OpinionChecked = "OPINION_CHECKED",
        /// 答复待送达
        OpinionIssued = "OPINION_ISSUED",
        /// 已送达
        Served = "SERVED",
        /// 复查、复核中
        UnderReview = "UNDER_REVIEW",
        /// 程序走完
        Closed = "CLOSED_PROCEDURAL",
        /// 已归档
        Archived = "ARCHIVED",
        /// 调解达成协议，程序走完
        Settled = "SETTLED",
        /// 本人撤回
        Withdrawn = "WITHDRAWN",
        /// 是建议，已转到建议办理
        Moved = "MOVED",
    }
}

impl Stage {
    /// Whether the procedure has ended: no clock runs, nothing is awaited. A routed matter has not: it is not over before the
    /// legal channel accepted it (10.1 row 10).
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::NotAccepted
                | Self::NoMoreAccepted
                | Self::Closed
                | Self::Settled
                | Self::Archived
                | Self::Withdrawn
                | Self::Moved
        )
    }
}
