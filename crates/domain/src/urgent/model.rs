//! What stands on a matter, and the facts that put it there.

use jiff::Timestamp;
use kernel::Text;
use serde::{Deserialize, Serialize};

use crate::{actor::Actor, deadline::Clock, names};

names! {
    /// What may happen. An event, never a kind of person.
    pub enum Danger in "urgent-danger" {
        /// 可能有很多人聚集
        Gathering = "GATHERING",
        /// 可能动手伤人
        Violence = "VIOLENCE",
        /// 可能伤害自己
        SelfHarm = "SELF_HARM",
        /// 房屋、道路、水电、食品等有危险
        Safety = "SAFETY",
        /// 可能有别的极端事情
        Extreme = "EXTREME",
    }
}

names! {
    /// Who is told.
    pub enum Told in "urgent-told" {
        /// 本级党委政府
        Government = "GOVERNMENT",
        /// 主管部门
        Competent = "COMPETENT",
        /// 联席会议办公室
        JointMeeting = "JOINT_MEETING",
        /// 上一级信访部门
        UpperBureau = "UPPER_BUREAU",
        /// 国家信访局
        NationalBureau = "NATIONAL_BUREAU",
        /// 公安机关（110）
        Police = "POLICE",
        /// 急救（120）
        Ambulance = "AMBULANCE",
    }
}

names! {
    /// How it ended.
    pub enum Outcome in "urgent-outcome" {
        /// 处置完了，危险没有了
        Settled = "SETTLED",
        /// 公安、应急等部门接过去了
        TakenOver = "TAKEN_OVER",
        /// 核实过，没有危险
        Unfounded = "UNFOUNDED",
    }
}

/// Somebody was told by telephone or face to face.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// Who was told.
    pub whom: Told,
    /// When.
    pub at: Timestamp,
    /// Who wrote it down.
    pub by: Actor,
}

/// The report in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// To whom.
    pub to: Vec<Told>,
    /// What.
    pub text: Text<5000>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// What a recipient answered, or how it went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Whose answer it is; `None`: how it went on 续报.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Told>,
    /// What.
    pub text: Text<2000>,
    /// When.
    pub at: Timestamp,
    /// Who wrote it down.
    pub by: Actor,
}

/// The end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How.
    pub outcome: Outcome,
    /// In words.
    pub text: Text<2000>,
    /// When.
    pub at: Timestamp,
    /// Who said so.
    pub by: Actor,
}

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// From 1.
    pub no: u16,
    /// What may happen.
    pub danger: Danger,
    /// When somebody came to know of it: both clocks run from here.
    pub known_at: Timestamp,
    /// Where.
    pub place: Text<100>,
    /// What was seen or heard.
    pub what: Text<1000>,
    /// Who reported it.
    pub by: Actor,
    /// When it was put on record.
    pub at: Timestamp,
    /// The clock of the call; stopped by the last call that is owed.
    pub oral: Clock,
    /// The clock of the report in writing.
    pub written_by: Clock,
    /// Who was told by voice.
    pub called: Vec<Called>,
    /// The report in writing, once it went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Written>,
    /// Answers and how it went on, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Said>,
    /// The end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

impl Report {
    /// Whether it is going on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether `whom` was told by voice.
    #[must_use]
    pub fn was_called(&self, whom: Told) -> bool {
        self.called.iter().any(|one| one.whom == whom)
    }

    /// Who is still to be told by voice.
    pub fn to_call(&self) -> impl Iterator<Item = Told> + '_ {
        super::must_be_called(self.danger).iter().copied().filter(|whom| !self.was_called(*whom))
    }

    /// The clock that is looked at now: of the call, then of the report in writing; none when both were done.
    #[must_use]
    pub fn next_clock(&self) -> Option<&Clock> {
        [&self.oral, &self.written_by].into_iter().filter(|clock| clock.is_open()).min_by_key(|clock| clock.due_at)
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// A danger was reported, and both clocks run.
    Reported {
        /// What may happen.
        danger: Danger,
        /// When somebody came to know of it.
        known_at: Timestamp,
        /// Where.
        place: Text<100>,
        /// What was seen or heard.
        what: Text<1000>,
        /// Who has been told by voice already.
        told: Vec<Told>,
        /// The clock of the call.
        oral: Box<Clock>,
        /// The clock of the report in writing.
        written_by: Box<Clock>,
    },
    /// Somebody was told by voice.
    Called {
        /// Who.
        told: Vec<Told>,
        /// When.
        at: Timestamp,
    },
    /// The report in writing went out.
    Written {
        /// To whom.
        to: Vec<Told>,
        /// What.
        text: Text<5000>,
    },
    /// A recipient answered.
    Answered {
        /// Who.
        from: Told,
        /// What.
        text: Text<2000>,
    },
    /// How it went on 续报.
    Continued {
        /// What.
        text: Text<2000>,
    },
    /// It is over 终报.
    Ended {
        /// How.
        outcome: Outcome,
        /// In words.
        text: Text<2000>,
    },
}

impl Deed {
    /// Its name, for the sentence that says it.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Reported { .. } => "reported",
            Self::Called { .. } => "called",
            Self::Written { .. } => "written",
            Self::Answered { .. } => "answered",
            Self::Continued { .. } => "continued",
            Self::Ended { .. } => "ended",
        }
    }
}

/// Every report of a matter; at most one is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Urgent {
    reports: Vec<Report>,
}

impl Urgent {
    /// Whether nothing was ever reported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reports.is_empty()
    }

    /// Every report, oldest first.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The one that is going on.
    #[must_use]
    pub fn open(&self) -> Option<&Report> {
        self.reports.iter().find(|report| report.is_open())
    }

    /// Since when a danger has been known that is not over; nothing stays marked with it afterwards.
    #[must_use]
    pub fn since(&self) -> Option<Timestamp> {
        self.open().map(|report| report.known_at)
    }

    /// The state after one more deed. Total: what fits nothing changes nothing.
    pub(crate) fn apply(&mut self, deed: &Deed, at: Timestamp, by: Actor) {
        if let Deed::Reported { danger, known_at, place, what, told, oral, written_by } = deed {
            let called = told.iter().map(|whom| Called { whom: *whom, at, by }).collect();
            let no = u16::try_from(self.reports.len() + 1).unwrap_or(u16::MAX);
            self.reports.push(Report {
                no,
                danger: *danger,
                known_at: *known_at,
                place: place.clone(),
                what: what.clone(),
                by,
                at,
                oral: (**oral).clone(),
                written_by: (**written_by).clone(),
                called,
                written: None,
                said: vec![],
                ended: None,
            });
        } else if let Some(open) = self.reports.iter_mut().find(|report| report.is_open()) {
            open.go_on(deed, at, by);
        }
        if let Some(open) = self.reports.iter_mut().find(|report| report.is_open()) {
            open.stop_the_call();
        }
    }
}

impl Report {
    fn go_on(&mut self, deed: &Deed, at: Timestamp, by: Actor) {
        match deed.clone() {
            Deed::Reported { .. } => {}
            Deed::Called { told, at } => self.called.extend(told.into_iter().map(|whom| Called { whom, at, by })),
            Deed::Written { to, text } => {
                self.written_by = self.written_by.stop(at);
                self.written = Some(Written { to, text, at, by });
            }
            Deed::Answered { from, text } => self.said.push(Said { from: Some(from), text, at, by }),
            Deed::Continued { text } => self.said.push(Said { from: None, text, at, by }),
            Deed::Ended { outcome, text } => {
                self.written_by =
                    if self.written_by.is_open() { self.written_by.stop(at) } else { self.written_by.clone() };
                self.ended = Some(Ended { outcome, text, at, by });
            }
        }
    }

    /// The clock of the call stops when the last who must be told has been.
    fn stop_the_call(&mut self) {
        if self.oral.is_open() && self.to_call().next().is_none() {
            let last = self.called.iter().map(|one| one.at).max().unwrap_or(self.at);
            self.oral = self.oral.stop(last);
        }
    }
}
