//! The state of a work order.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, GridId, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    agency::Agency,
    case::{CaseKind, Channel, Grade, Hop, Rating, Resolution},
    cause::Saying,
    deadline::Clock,
    escalation::{Rises, Rising, Sign, Trigger},
    leadership::Leadership,
    names,
    urgent::Urgent,
};

/// A work order as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkOrder {
    /// Its id, also the name of its event stream.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The centre that dispatches it.
    pub centre: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When it was received.
    pub received_at: Timestamp,
    /// When the server registered it.
    pub registered_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// What is wanted.
    pub facts: Text<20000>,
    /// Who asks; known only by id.
    pub petitioner: PersonId,
    /// The grid of the place where it was registered, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<GridId>,
    /// The member of staff who took it down; `None` when she filed herself.
    pub registrar: Option<UserId>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// Category path.
    pub category: Option<Text<120>>,
    /// The procedure axis.
    pub order: Order,
    /// The substance axis.
    pub resolution: Resolution,
    /// Every dispatch.
    pub hops: Vec<Hop>,
    /// How often it was returned for another unit.
    pub returns: u32,
    /// How often it was done again.
    pub reworks: u32,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted, so that the sweeper notes each once.
    #[serde(default)]
    pub overdue: Vec<ClockId>,
    /// When she last got an answer that can be rated.
    #[serde(default)]
    pub answered_at: Option<Timestamp>,
    /// Her rating.
    pub rating: Option<Rating>,
    /// What was said about matters like this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sayings: Vec<Saying>,
    /// The clusters 类案 that it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<(CaseId, CaseNumber)>,
    /// Every time it rose.
    #[serde(default, skip_serializing_if = "Rises::is_empty")]
    pub rises: Rises,
    /// What leaders did on it.
    #[serde(default, skip_serializing_if = "Leadership::is_empty")]
    pub leadership: Leadership,
    /// The agent who files or goes along for her; none when it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<UserId>,
    /// Where the agent sits to whom it was handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_station: Option<OrgId>,
    /// What the order knows of its agency.
    #[serde(default, skip_serializing_if = "Agency::is_empty")]
    pub agency: Agency,
    /// Dangers that were reported beside it.
    #[serde(default, skip_serializing_if = "Urgent::is_empty")]
    pub urgent: Urgent,
    /// The number of events behind this state.
    pub version: i64,
}

/// The procedure axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Order {
    /// At the desk.
    Received,
    /// Answered on the spot.
    Answered {
        /// When.
        at: Timestamp,
    },
    /// Told where it belongs instead.
    Redirected {
        /// Where.
        disposition: Disposition,
        /// When.
        at: Timestamp,
    },
    /// With a unit.
    Dispatched(Work),
    /// The unit wants it returned.
    Objected {
        /// The work.
        work: Work,
        /// The objection.
        objection: Objection,
    },
    /// Claimed by a handler.
    Claimed(Work),
    /// The handler really reached the person.
    Contacted(Work),
    /// A substantial answer or plan was given.
    Replied(Work),
    /// The unit says it is done; nobody has asked the person yet.
    Done(Work),
    /// Not solved: to be done again.
    Rework(Work),
    /// Risen to a higher level.
    Escalated(Work),
    /// Asked, and solved or explained.
    FollowedUp(Work),
    /// Over.
    Closed {
        /// The last work.
        work: Option<Work>,
        /// When.
        at: Timestamp,
    },
    /// Became a petition.
    Converted {
        /// Which.
        petition: CaseId,
        /// When.
        at: Timestamp,
    },
}

/// The work as a unit has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The unit.
    pub unit: OrgId,
    /// Since when.
    pub since: Timestamp,
    /// Assigned after an objection was decided: may not be returned.
    pub settled: bool,
    /// Who does it, once claimed.
    pub handler: Option<UserId>,
}

/// A unit's request to return an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Why.
    pub reason: Text<2000>,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

names! {
    /// What happens at intake instead of a dispatch (H-03).
    pub enum Disposition in "disposition" {
        /// 紧急：110、119、120、122
        EmergencyTransfer = "EMERGENCY_TRANSFER",
        /// 应走诉讼、仲裁、纪检、复议、信息公开或已入信访
        LegalChannel = "LEGAL_CHANNEL",
        /// 办理中或已办结且无新情况：告知进展
        DuplicateInform = "DUPLICATE_INFORM",
        /// 涉密、隐私：解释
        SecretExplain = "SECRET_EXPLAIN",
        /// 超出职责：市场、社会渠道
        OutOfScope = "OUT_OF_SCOPE",
        /// 违法悖俗：劝导
        Dissuade = "DISSUADE",
    }
}

names! {
    /// The procedure axis without its data.
    pub enum Stage in "stage-order" {
        /// 待派单
        Received = "RECEIVED",
        /// 当场答复
        Answered = "ANSWERED",
        /// 已告知途径
        Redirected = "REDIRECTED",
        /// 待认领
        Dispatched = "DISPATCHED",
        /// 退单待核
        Objected = "OBJECTED",
        /// 已认领
        Claimed = "CLAIMED",
        /// 已联系
        Contacted = "CONTACTED",
        /// 已答复
        Replied = "REPLIED",
        /// 待回访
        Done = "DONE",
        /// 重办
        Rework = "REWORK",
        /// 已提级
        Escalated = "ESCALATED",
        /// 已回访
        FollowedUp = "FOLLOWED_UP",
        /// 程序走完
        Closed = "CLOSED",
        /// 已转信访
        Converted = "CONVERTED_TO_PETITION",
    }
}

impl WorkOrder {
    /// The stage without its data.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.order {
            Order::Received => Stage::Received,
            Order::Answered { .. } => Stage::Answered,
            Order::Redirected { .. } => Stage::Redirected,
            Order::Dispatched(_) => Stage::Dispatched,
            Order::Objected { .. } => Stage::Objected,
            Order::Claimed(_) => Stage::Claimed,
            Order::Contacted(_) => Stage::Contacted,
            Order::Replied(_) => Stage::Replied,
            Order::Done(_) => Stage::Done,
            Order::Rework(_) => Stage::Rework,
            Order::Escalated(_) => Stage::Escalated,
            Order::FollowedUp(_) => Stage::FollowedUp,
            Order::Closed { .. } => Stage::Closed,
            Order::Converted { .. } => Stage::Converted,
        }
    }

    /// The work in force, if a unit has or had it.
    #[must_use]
    pub fn work(&self) -> Option<&Work> {
        match &self.order {
            Order::Dispatched(work)
            | Order::Objected { work, .. }
            | Order::Claimed(work)
            | Order::Contacted(work)
            | Order::Replied(work)
            | Order::Done(work)
            | Order::Rework(work)
            | Order::Escalated(work)
            | Order::FollowedUp(work) => Some(work),
            Order::Closed { work, .. } => work.as_ref(),
            _ => None,
        }
    }

    /// Who has it in its hands, or had it last; access asks this one. Whose move is next says [`WorkOrder::turn`].
    #[must_use]
    pub fn holder(&self) -> OrgId {
        self.work().map_or(self.centre, |work| work.unit)
    }

    /// The work, to change it.
    pub(super) fn work_mut(&mut self) -> Option<&mut Work> {
        match &mut self.order {
            Order::Dispatched(work)
            | Order::Objected { work, .. }
            | Order::Claimed(work)
            | Order::Contacted(work)
            | Order::Replied(work)
            | Order::Done(work)
            | Order::Rework(work)
            | Order::Escalated(work)
            | Order::FollowedUp(work) => Some(work),
            Order::Closed { work, .. } => work.as_mut(),
            _ => None,
        }
    }

    /// Whose move is next: returns are decided, and follow-up is done, by the centre, never by the unit itself.
    #[must_use]
    pub fn turn(&self) -> OrgId {
        match &self.order {
            Order::Objected { .. } | Order::Done(_) | Order::FollowedUp(_) => self.centre,
            _ => self.holder(),
        }
    }

    /// Who handles it.
    #[must_use]
    pub fn handler(&self) -> Option<UserId> {
        self.work().and_then(|work| work.handler)
    }

    /// How often it changed hands between units. The first dispatch is not a change, and nothing ever takes one back.
    #[must_use]
    pub fn hop_count(&self) -> usize {
        self.hops.len().saturating_sub(1)
    }

    /// The running clock with definition `def`.
    #[must_use]
    pub fn running(&self, def: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.def == def && clock.is_running())
    }
}

impl Stage {
    /// Whether the procedure has ended.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Answered | Self::Redirected | Self::Closed | Self::Converted)
    }
}

impl Rising for WorkOrder {
    fn case_kind(&self) -> CaseKind {
        CaseKind::WorkOrder
    }

    fn rises(&self) -> &Rises {
        &self.rises
    }

    fn in_hand(&self) -> OrgId {
        self.holder()
    }

    fn complained_of(&self) -> Option<OrgId> {
        self.respondent
    }

    fn signs(&self) -> Vec<Sign> {
        // Rising and coming down change hands too; that is nobody passing it on.
        let moved: usize = self.rises.iter().map(|rise| 1 + usize::from(rise.down.is_some())).sum();
        let mut signs = vec![
            Sign::of(Trigger::Hops, self.hop_count().saturating_sub(moved), &"hops"),
            Sign::of(Trigger::Rework, self.reworks as usize, &self.reworks),
        ];
        let unhappy = self.rating.as_ref().filter(|rating| rating.grade == Grade::Dissatisfied);
        signs.extend(unhappy.map(|rating| Sign::of(Trigger::Dissatisfied, 1, &rating.at)));
        let answer = self.answered_at.map_or_else(String::new, |at| at.to_string());
        let open = matches!(self.resolution, Resolution::Unresolved | Resolution::Reopened);
        signs.extend(open.then(|| Sign::of(Trigger::Unsettled, 1, &answer)));
        signs
    }

    fn clocks(&self) -> &[Clock] {
        &self.clocks
    }
}
