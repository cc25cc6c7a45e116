//! The state of a suggestion: an enum that carries its data.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    case::{CaseKind, Channel, Hop, Rating, Resolution},
    deadline::Clock,
    escalation::{Rises, Rising, Sign},
    names,
};

names! {
    /// What becomes of a point.
    pub enum Adoption in "suggestion-result" {
        /// 采纳
        Adopted = "ADOPTED",
        /// 部分采纳
        Partly = "PARTLY",
        /// 未采纳
        NotAdopted = "NOT_ADOPTED",
        /// 留作参考
        ForReference = "FOR_REFERENCE",
    }
}

impl Adoption {
    /// Whether something is to be done about it.
    #[must_use]
    pub fn is_taken_up(self) -> bool {
        matches!(self, Self::Adopted | Self::Partly)
    }
}

/// What became of the whole: the common result where all points agree, partly where something was taken up, else for reference.
#[must_use]
pub fn whole(answers: &[PointAnswer]) -> Option<Adoption> {
    let first = answers.first()?.result;
    if answers.iter().all(|answer| answer.result == first) {
        return Some(first);
    }
    let some = answers.iter().any(|answer| answer.result.is_taken_up());
    Some(if some { Adoption::Partly } else { Adoption::ForReference })
}

/// One thing she proposes, in her own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// From 1.
    pub no: u16,
    /// In her words.
    pub text: Text<2000>,
}

/// Something that will be done about a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intended {
    /// What.
    pub what: Text<500>,
    /// Which unit does it.
    pub unit: OrgId,
    /// Until which day.
    pub due: Date,
}

/// The answer to one point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointAnswer {
    /// Which point.
    pub point: u16,
    /// Adopted or not.
    pub result: Adoption,
    /// Why: also for what is not adopted (10.2 〔P〕).
    pub reason: Text<2000>,
    /// What will be done; at least one where it is taken up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Intended>,
}

/// How something that was to be done ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ItemEnd {
    /// Done.
    Done {
        /// On which day.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
        /// When it was recorded.
        at: Timestamp,
    },
    /// It will not be done after all; she is told why.
    GivenUp {
        /// Why.
        reason: Text<1000>,
        /// When.
        at: Timestamp,
    },
}

names! {
    /// Where something that is to be done stands.
    pub enum ItemState in "suggestion-item" {
        /// 正在办
        Pending = "PENDING",
        /// 已经办好
        Done = "DONE",
        /// 不办了，说明了原因
        GivenUp = "GIVEN_UP",
    }
}

/// Something that is to be done, with its clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// From 1, over all points.
    pub no: u16,
    /// Of which point.
    pub point: u16,
    /// What, who, until when.
    #[serde(flatten)]
    pub intended: Intended,
    /// Its clock.
    pub clock: ClockId,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<ItemEnd>,
}

impl Item {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> ItemState {
        match self.end {
            None => ItemState::Pending,
            Some(ItemEnd::Done { .. }) => ItemState::Done,
            Some(ItemEnd::GivenUp { .. }) => ItemState::GivenUp,
        }
    }
}

/// The suggestion as a unit has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The unit.
    pub unit: OrgId,
    /// Since when.
    pub since: Timestamp,
    /// It stays here: an objection was decided.
    pub settled: bool,
}

/// A unit says that it is not its matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Why.
    pub reason: Text<2000>,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// How long it may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Track {
    /// The ordinary one.
    Ordinary,
    /// The short one for what is simple, with the unit's reason.
    Simple {
        /// Why it is simple.
        reason: Text<500>,
    },
}

/// The reply as it is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Who wrote it last.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// What the study found.
    pub findings: Text<5000>,
    /// The points answered so far.
    pub answers: Vec<PointAnswer>,
    /// Handed in for the signature.
    pub submitted: bool,
}

/// The study 研究论证.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    /// Where.
    pub work: Work,
    /// Who studies it.
    pub handler: UserId,
    /// Since when.
    pub since: Timestamp,
    /// How long it may take.
    pub track: Track,
    /// The reply so far.
    pub draft: Option<Draft>,
}

/// The reply as signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Its number.
    pub number: Text<60>,
    /// What the study found.
    pub findings: Text<5000>,
    /// Every point answered.
    pub answers: Vec<PointAnswer>,
    /// Who wrote it.
    pub drafted_by: UserId,
    /// Who signed it.
    pub signed_by: UserId,
    /// When.
    pub at: Timestamp,
}

/// Whether she is rewarded for what she contributed (article 29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reward {
    /// She is.
    pub granted: bool,
    /// With what; or why not.
    pub text: Text<500>,
    /// Who considered it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// What follows the reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The unit.
    pub unit: OrgId,
    /// Who studied it, and sees to what was promised.
    pub handler: UserId,
    /// The reply.
    pub reply: Reply,
    /// What is to be done.
    pub items: Vec<Item>,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// When it was put away.
    pub archived: Option<Timestamp>,
}

/// The procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Course {
    /// At the desk.
    Registered,
    /// With a unit that has not taken it up.
    Forwarded(Work),
    /// The unit wants it returned.
    Objected {
        /// The work.
        work: Work,
        /// The objection.
        objection: Objection,
    },
    /// Being studied.
    Studying(Study),
    /// Replied to.
    Answered(Answered),
    /// Taken back by her.
    Withdrawn {
        /// Where it was.
        unit: Option<OrgId>,
        /// When.
        at: Timestamp,
    },
}

/// A petition that turned out to be a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedFrom {
    /// The petition.
    pub petition: CaseId,
    /// Its number, which leads here.
    pub number: CaseNumber,
}

/// A suggestion as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Its id, also the name of its event stream.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The bureau that registered it and finds its way.
    pub bureau: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When it was received: by the bureau first, also when it was moved here.
    pub received_at: Timestamp,
    /// When the server registered it.
    pub registered_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// How things are now, and why they should change.
    pub facts: Text<20000>,
    /// What she proposes, point by point.
    pub points: NonEmpty<Point>,
    /// Who proposes; known only by id.
    pub petitioner: PersonId,
    /// The member of staff who took it down.
    pub registrar: Option<UserId>,
    /// The agent who files it for her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<UserId>,
    /// When what the agent may see ends, as it stood when it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_until: Option<Timestamp>,
    /// Category path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Text<120>>,
    /// The call for suggestions 人民建议征集 under which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<Uuid>,
    /// The petition it was filed as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<MovedFrom>,
    /// Whether it may be published without her name: hers to say, and to take back.
    pub publish: bool,
    /// Where it stands.
    pub course: Course,
    /// Every dispatch.
    pub hops: Vec<Hop>,
    /// Whether a reward was considered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reward: Option<Reward>,
    /// Her rating of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// When she last asked where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nudged_at: Option<Timestamp>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    #[serde(default)]
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

names! {
    /// Where it stands, without its data.
    pub enum Stage in "stage-suggestion" {
        /// 已登记，还没有转出去
        Registered = "REGISTERED",
        /// 转给单位了
        Forwarded = "FORWARDED",
        /// 单位说不归它，等转出的部门定
        Objected = "OBJECTED",
        /// 正在研究
        Studying = "STUDYING",
        /// 回复写好了，等签发
        Drafted = "DRAFTED",
        /// 已经回复
        Replied = "REPLIED",
        /// 采纳了，正在落实
        Tracked = "TRACKED",
        /// 办结
        Closed = "CLOSED",
        /// 归档
        Archived = "ARCHIVED",
        /// 本人撤回
        Withdrawn = "WITHDRAWN",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Archived | Self::Withdrawn)
    }
}

impl Suggestion {
    /// The stage without its data.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.course {
            Course::Registered => Stage::Registered,
            Course::Forwarded(_) => Stage::Forwarded,
            Course::Objected { .. } => Stage::Objected,
            Course::Studying(study) if study.draft.as_ref().is_some_and(|draft| draft.submitted) => Stage::Drafted,
            Course::Studying(_) => Stage::Studying,
            Course::Answered(Answered { archived: Some(_), .. }) => Stage::Archived,
            Course::Answered(Answered { closed: Some(_), .. }) => Stage::Closed,
            Course::Answered(answered) if answered.items.iter().any(|item| item.end.is_none()) => Stage::Tracked,
            Course::Answered(_) => Stage::Replied,
            Course::Withdrawn { .. } => Stage::Withdrawn,
        }
    }

    /// The unit with the power that has or had it.
    #[must_use]
    pub fn unit(&self) -> Option<OrgId> {
        match &self.course {
            Course::Registered => None,
            Course::Forwarded(work) | Course::Objected { work, .. } => Some(work.unit),
            Course::Studying(study) => Some(study.work.unit),
            Course::Answered(answered) => Some(answered.unit),
            Course::Withdrawn { unit, .. } => *unit,
        }
    }

    /// Who has it in its hands, or had it last; access asks this one.
    #[must_use]
    pub fn holder(&self) -> OrgId {
        self.unit().unwrap_or(self.bureau)
    }

    /// Whose move is next: an objection waits for the bureau.
    #[must_use]
    pub fn turn(&self) -> OrgId {
        match self.course {
            Course::Objected { .. } => self.bureau,
            _ => self.holder(),
        }
    }

    /// Who studies it, or studied it.
    #[must_use]
    pub fn handler(&self) -> Option<UserId> {
        match &self.course {
            Course::Studying(study) => Some(study.handler),
            Course::Answered(answered) => Some(answered.handler),
            _ => None,
        }
    }

    /// The reply as it is being written.
    #[must_use]
    pub fn draft(&self) -> Option<&Draft> {
        match &self.course {
            Course::Studying(study) => study.draft.as_ref(),
            _ => None,
        }
    }

    /// What followed the reply.
    #[must_use]
    pub fn answered(&self) -> Option<&Answered> {
        match &self.course {
            Course::Answered(answered) => Some(answered),
            _ => None,
        }
    }

    /// What is to be done, and what was.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        self.answered().map_or(&[], |answered| &answered.items)
    }

    /// The item with this number.
    #[must_use]
    pub fn item(&self, no: u16) -> Option<&Item> {
        self.items().iter().find(|item| item.no == no)
    }

    /// The answer to a point.
    #[must_use]
    pub fn answer(&self, point: u16) -> Option<&PointAnswer> {
        self.answered()?.reply.answers.iter().find(|answer| answer.point == point)
    }

    /// What became of the whole, once it was replied to.
    #[must_use]
    pub fn result(&self) -> Option<Adoption> {
        whole(&self.answered()?.reply.answers)
    }

    /// How often it changed hands.
    #[must_use]
    pub fn hop_count(&self) -> usize {
        self.hops.len().saturating_sub(1)
    }

    /// The running clock with definition `def`.
    #[must_use]
    pub fn running(&self, def: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.def == def && clock.is_running())
    }

    /// The clock of the reply.
    #[must_use]
    pub fn term(&self) -> Option<&Clock> {
        super::transitions::REPLY.iter().find_map(|def| self.running(def))
    }

    /// The substance axis: what was taken up is promised until the last day, then done as the unit says.
    #[must_use]
    pub fn resolution(&self) -> Resolution {
        let Some(answered) = self.answered() else { return Resolution::Unknown };
        let pending = answered.items.iter().filter(|item| item.end.is_none()).map(|item| item.intended.due).max();
        match (pending, self.result()) {
            (Some(due), _) => Resolution::Promised { due },
            (None, Some(result)) if result.is_taken_up() => Resolution::ResolvedUnconfirmed,
            _ => Resolution::NotSupportedExplained,
        }
    }
}

/// A suggestion never rises: it is supervised where it stands.
static NEVER: std::sync::LazyLock<Rises> = std::sync::LazyLock::new(Rises::default);

impl Rising for Suggestion {
    fn case_kind(&self) -> CaseKind {
        CaseKind::Suggestion
    }

    fn rises(&self) -> &Rises {
        &NEVER
    }

    fn in_hand(&self) -> OrgId {
        self.holder()
    }

    fn complained_of(&self) -> Option<OrgId> {
        None
    }

    fn signs(&self) -> Vec<Sign> {
        vec![]
    }

    fn clocks(&self) -> &[Clock] {
        &self.clocks
    }
}
