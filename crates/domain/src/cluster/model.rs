//! The state of a cluster.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, Text, UserId};
use serde::{Deserialize, Serialize};

use crate::{deadline::Clock, names, owed::Track};

/// The first event: what brings the matters together, and who works on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founded {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The place whose matters it gathers.
    pub division: DivisionCode,
    /// The office that gathers them.
    pub office: OrgId,
    /// What it is about, in one line and without persons.
    pub title: Text<120>,
    /// The cause that they share, as the office sees it; everybody concerned reads it.
    pub cause: Text<2000>,
    /// The unit that leads the task force 牵头单位.
    pub lead: OrgId,
    /// The other units of the task force.
    pub team: Vec<OrgId>,
}

/// One matter of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The matter.
    pub case: CaseId,
    /// Its number, which stays its own.
    pub number: CaseNumber,
    /// Since when it belongs here.
    pub at: Timestamp,
    /// When and why it was taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<(Timestamp, Text<500>)>,
}

/// One step of the shared plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// From 1.
    pub no: u16,
    /// What.
    pub text: Text<1000>,
    /// Which unit owes it.
    pub owner: OrgId,
    /// By when, as it stands now.
    pub due: Date,
    /// What became of it.
    #[serde(flatten)]
    pub track: Track,
    /// Why it was dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Text<500>>,
}

impl Step {
    /// Whether nothing is awaited of it any more.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.dropped.is_some() || self.track.settled_at.is_some()
    }
}

/// The one way to answer, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayText {
    /// What was found out that holds for all of them.
    pub findings: Text<5000>,
    /// How claims of this kind are dealt with.
    pub handling: Text<5000>,
    /// The laws and rules that it rests on.
    pub basis: Text<1000>,
}

/// The one way to answer 统一口径: proposed by one, approved by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// What it says.
    #[serde(flatten)]
    pub text: WayText,
    /// Who proposed it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// Who approved it, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<(UserId, Timestamp)>,
    /// Why it was returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Text<500>>,
}

/// What everybody concerned was told about the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When.
    pub at: Timestamp,
    /// What, without persons.
    pub text: Text<1000>,
}

names! {
    /// What the record of a matter says of its cluster.
    pub enum Noted in "cluster-noted" {
        /// 归入
        Joined = "JOINED",
        /// 移出
        Left = "LEFT",
        /// 进展
        Told = "TOLD",
        /// 全部答复，类案办结
        Closed = "CLOSED",
    }
}

/// What stands of a cluster on the record of one of its matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The cluster.
    pub cluster: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// What happened.
    pub what: Noted,
    /// In words for her: the cause when it joined, why it left, what was told.
    pub text: Text<2000>,
}

/// A cluster as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    /// What it is about and who works on it, as it stands.
    #[serde(flatten)]
    pub founded: Founded,
    /// When it was founded.
    pub founded_at: Timestamp,
    /// Its matters, in the order in which they came; those taken out stay.
    pub members: Vec<Member>,
    /// The shared plan.
    pub steps: Vec<Step>,
    /// Every way to answer that was proposed; the last one counts.
    pub ways: Vec<Way>,
    /// Advice on the policy behind it.
    pub advice: Vec<(CaseId, CaseNumber)>,
    /// What everybody concerned was told.
    pub told: Vec<Told>,
    /// When it ended, and with what.
    pub closed: Option<(Timestamp, Text<2000>)>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

names! {
    /// Where it stands.
    pub enum Stage in "stage-cluster" {
        /// 成组了，还没有方案
        Founded = "FOUNDED",
        /// 按方案办
        Working = "WORKING",
        /// 口径定了，逐件答复落实
        Answering = "ANSWERING",
        /// 办结
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

impl Cluster {
    /// Fewer matters than this are not counted to the people concerned: the figures would say how a neighbour was answered.
    pub const FEWEST_COUNTED: u32 = 5;

    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.closed.is_some() {
            Stage::Closed
        } else if self.way().is_some() {
            Stage::Answering
        } else if self.steps.iter().any(|step| step.dropped.is_none()) {
            Stage::Working
        } else {
            Stage::Founded
        }
    }

    /// The way to answer that is in force.
    #[must_use]
    pub fn way(&self) -> Option<&Way> {
        self.ways.iter().rev().find(|way| way.approved.is_some())
    }

    /// The way that waits for a second person.
    #[must_use]
    pub fn proposed(&self) -> Option<&Way> {
        self.ways.last().filter(|way| way.approved.is_none() && way.returned.is_none())
    }

    /// The matters that belong to it now.
    pub fn current(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.left.is_none())
    }

    /// Whether a matter belongs to it now.
    #[must_use]
    pub fn holds(&self, case: CaseId) -> bool {
        self.current().any(|member| member.case == case)
    }

    /// The step with this number.
    #[must_use]
    pub fn step(&self, no: u16) -> Option<&Step> {
        self.steps.iter().find(|step| step.no == no)
    }

    /// Steps of which something is still awaited.
    pub fn open_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.is_over())
    }

    /// The task force: the unit that leads, then the others, each once.
    #[must_use]
    pub fn units(&self) -> Vec<OrgId> {
        let mut all = vec![self.founded.lead];
        let owners = self.steps.iter().map(|step| step.owner);
        for unit in self.founded.team.iter().copied().chain(owners) {
            if !all.contains(&unit) {
                all.push(unit);
            }
        }
        all
    }
}
