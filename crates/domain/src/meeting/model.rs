//! The state of a meeting.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, OrgLevel, Text};
use serde::{Deserialize, Serialize};

use crate::{
    deadline::Clock,
    names,
    owed::{State, Track},
};

names! {
    /// What an item is about.
    pub enum ItemKind in "meeting-item" {
        /// 一件信访事项
        Matter = "MATTER",
        /// 管辖争议（条例第 24 条）
        Dispute = "DISPUTE",
        /// 面上的问题，没有件号
        Topic = "TOPIC",
    }
}

/// The first event: who is called where and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The jurisdiction whose meeting it is.
    pub division: DivisionCode,
    /// The office that calls it and keeps its record 联席会议办公室.
    pub office: OrgId,
    /// What it is about, in one line.
    pub title: Text<120>,
    /// On which day.
    pub on: Date,
    /// From when, as people write it: `9:00`.
    pub from: Text<20>,
    /// Where.
    pub place: Text<100>,
    /// Who presides, by office and never by name 召集人.
    pub chair: Text<60>,
    /// The units that attend.
    pub units: Vec<OrgId>,
}

/// One item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// From 1.
    pub no: u16,
    /// What it is about.
    pub kind: ItemKind,
    /// What is to be decided, without persons.
    pub text: Text<500>,
    /// The matter, unless it is a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<(CaseId, CaseNumber)>,
    /// Why it was taken off undecided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Text<500>>,
}

/// What the meeting decides of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved {
    /// Which item.
    pub item: u16,
    /// What.
    pub text: Text<1000>,
    /// Which unit owes it.
    pub owner: OrgId,
    /// By when; none where a dispute was decided, because the matter has its own clocks from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// A decision and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// From 1.
    pub no: u16,
    /// What was decided.
    #[serde(flatten)]
    pub resolved: Resolved,
    /// When.
    pub at: Timestamp,
    /// What became of it.
    #[serde(flatten)]
    pub track: Track,
}

impl Decision {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        self.track.state()
    }

    /// By when the unit answers, as the date stands now.
    #[must_use]
    pub fn due(&self) -> Option<Date> {
        self.resolved.due
    }
}

/// A meeting as it stands after its events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// Who was called where and when, as it stands.
    #[serde(flatten)]
    pub called: Called,
    /// When it was called.
    pub called_at: Timestamp,
    /// The agenda, in order.
    pub items: Vec<Item>,
    /// What was decided, in order.
    pub decisions: Vec<Decision>,
    /// When the minutes were closed.
    pub minuted_at: Option<Timestamp>,
    /// Why it was called off.
    pub called_off: Option<Text<500>>,
    /// Every clock that ever ran.
    pub clocks: Vec<Clock>,
    /// Clocks that ran out and were noted.
    pub overdue: Vec<ClockId>,
    /// The number of events behind this state.
    pub version: i64,
}

names! {
    /// Where it stands.
    pub enum Stage in "stage-meeting" {
        /// 通知了，议题和决定都还可以写
        Called = "CALLED",
        /// 纪要定了，逐项盯办
        Following = "FOLLOWING",
        /// 定的事都办到了
        Done = "DONE",
        /// 不开了
        CalledOff = "CALLED_OFF",
    }
}

impl Stage {
    /// Whether nothing is awaited any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::CalledOff)
    }
}

impl Meeting {
    /// Of which level.
    #[must_use]
    pub fn level(&self) -> OrgLevel {
        self.called.division.level()
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.called_off.is_some() {
            Stage::CalledOff
        } else if self.minuted_at.is_none() {
            Stage::Called
        } else if self.decisions.iter().all(|one| one.state() == State::Settled) {
            Stage::Done
        } else {
            Stage::Following
        }
    }

    /// The item with this number.
    #[must_use]
    pub fn item(&self, no: u16) -> Option<&Item> {
        self.items.iter().find(|item| item.no == no)
    }

    /// The decision with this number.
    #[must_use]
    pub fn decision(&self, no: u16) -> Option<&Decision> {
        self.decisions.iter().find(|one| one.no == no)
    }

    /// What was decided of an item.
    pub fn decided(&self, item: u16) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(move |one| one.resolved.item == item)
    }

    /// Items about which nothing was said yet.
    pub fn open_items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.dropped.is_none() && self.decided(item.no).next().is_none())
    }

    /// The decisions that a unit still has to answer.
    pub fn owed_by(&self, unit: OrgId) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(move |one| one.resolved.owner == unit && one.state() == State::Owed)
    }

    /// Whose move it is: the office's while it writes and wherever an answer waits for it, else the unit's that is due first.
    #[must_use]
    pub fn turn(&self) -> OrgId {
        let waits = self.decisions.iter().any(|one| one.state() == State::Answered);
        let owed = self.decisions.iter().filter(|one| one.state() == State::Owed);
        match owed.min_by_key(|one| (one.due(), one.no)) {
            Some(first) if self.minuted_at.is_some() && !waits => first.resolved.owner,
            _ => self.called.office,
        }
    }

    /// Whoever attends or owes something, each once, in the order of the record.
    #[must_use]
    pub fn units(&self) -> Vec<OrgId> {
        let mut all: Vec<OrgId> = vec![];
        let owners = self.decisions.iter().map(|one| one.resolved.owner);
        for unit in self.called.units.iter().copied().chain(owners) {
            if !all.contains(&unit) {
                all.push(unit);
            }
        }
        all
    }
}
