//! What stands on a matter, and the facts that put it there.

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, OrgId, Text, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::owed::Owing;
use crate::{actor::Actor, names};

names! {
    /// In which office somebody takes charge.
    pub enum Post in "post" {
        /// 领导包案
        Leader = "LEADER",
        /// 人大代表领办（红色工单）
        Delegate = "DELEGATE",
    }
}

names! {
    /// 五访.
    pub enum VisitKind in "visit" {
        /// 接访
        Reception = "RECEPTION",
        /// 下访
        Field = "FIELD",
        /// 带案走访
        WithCase = "WITH_CASE",
        /// 约访
        Appointed = "APPOINTED",
        /// 抽查回访
        SpotCheck = "SPOT_CHECK",
    }
}

/// What was done of a duty or an instruction, with its date and evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The day on which it was done.
    pub on: Date,
    /// What was done, and what shows it.
    pub evidence: Text<2000>,
    /// When it was written down.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// One of the duties of whoever takes charge 六包.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// 包调查, 包化解 …
    pub name: Text<20>,
    /// Until when.
    pub due: Date,
    /// Done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Its day passed without one, and that was noted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
}

/// 包案: somebody answers for the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// Who.
    pub leader: UserId,
    /// Of which office.
    pub org: OrgId,
    /// As what.
    pub post: Post,
    /// Since when.
    pub at: Timestamp,
    /// The duties.
    pub duties: Vec<Duty>,
}

/// 批示: who must do what by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// From 1.
    pub no: u16,
    /// Who wrote it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
    /// Who must.
    pub to: OrgId,
    /// What.
    pub text: Text<2000>,
    /// By when.
    pub due: Date,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Its day passed without one, and that was noted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
}

/// One of the five visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Which kind.
    pub kind: VisitKind,
    /// On which day.
    pub on: Date,
    /// Where.
    pub place: Text<100>,
    /// What was found.
    pub findings: Text<2000>,
    /// Who.
    pub by: Actor,
    /// When it was written down.
    pub at: Timestamp,
}

/// What an expert advised. It binds nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The expert, by office: 市住建局总工程师.
    pub expert: Text<60>,
    /// On which day.
    pub on: Date,
    /// What.
    pub text: Text<5000>,
    /// Who put it on record.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A seat at a reception that was booked for the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// Which reception.
    pub reception: Uuid,
    /// On which day.
    pub on: Date,
    /// Between which hours: 9:00–11:30.
    pub hours: Text<20>,
    /// Where.
    pub place: Text<100>,
}

/// What a joint meeting decided of the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingSaid {
    /// Which meeting.
    pub meeting: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// What was decided. She reads it.
    pub text: Text<1000>,
    /// Which unit owes it.
    pub owner: OrgId,
    /// By when; none where the meeting said who handles the matter, which has its own clocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// Somebody took charge.
    ChargeTaken {
        /// Who.
        leader: UserId,
        /// Of which office.
        org: OrgId,
        /// As what.
        post: Post,
        /// The duties with their days.
        duties: Vec<Duty>,
    },
    /// 双包案: a second one answers beside the first.
    SecondTaken {
        /// Who.
        leader: UserId,
        /// Of which office.
        org: OrgId,
        /// The duties with their days.
        duties: Vec<Duty>,
    },
    /// Nobody is in charge any more.
    ChargeEnded {
        /// Why.
        reason: Text<500>,
    },
    /// A duty was done.
    DutyDone {
        /// Its place in the list, from 1.
        duty: u16,
        /// On which day.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    },
    /// An instruction was written.
    Instructed {
        /// Who must.
        to: OrgId,
        /// What.
        text: Text<2000>,
        /// By when.
        due: Date,
    },
    /// An instruction was carried out.
    InstructionDone {
        /// Which.
        no: u16,
        /// On which day.
        on: Date,
        /// What was done.
        evidence: Text<2000>,
    },
    /// A visit.
    Visited {
        /// Which kind.
        kind: VisitKind,
        /// On which day.
        on: Date,
        /// Where.
        place: Text<100>,
        /// What was found.
        findings: Text<2000>,
    },
    /// An expert advised.
    Advised {
        /// The expert, by office.
        expert: Text<60>,
        /// On which day.
        on: Date,
        /// What.
        text: Text<5000>,
    },
    /// A seat at a reception was booked.
    Booked {
        /// Which, when and where.
        booking: Booking,
    },
    /// The seat was given back, or the reception does not take place.
    BookingEnded {
        /// Why, if somebody says.
        reason: Option<Text<500>>,
        /// The reception does not take place.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        cancelled: bool,
    },
    /// The reception is held on another day or elsewhere, and the seat goes along.
    BookingMoved {
        /// When and where now.
        booking: Booking,
        /// Why.
        reason: Text<500>,
    },
    /// The day of a duty or an instruction passed without an answer; noted once, by the system.
    FellDue {
        /// Which.
        what: Owing,
        /// The day.
        due: Date,
    },
    /// A joint meeting decided something.
    MeetingDecided {
        /// What, who and until when.
        said: Box<MeetingSaid>,
    },
}

impl Deed {
    /// Its name, for the sentence that says it.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        match self {
            Self::ChargeTaken { .. } => "charge-taken",
            Self::SecondTaken { .. } => "second-taken",
            Self::ChargeEnded { .. } => "charge-ended",
            Self::DutyDone { .. } => "duty-done",
            Self::Instructed { .. } => "instructed",
            Self::InstructionDone { .. } => "instruction-done",
            Self::Visited { .. } => "visited",
            Self::Advised { .. } => "advised",
            Self::Booked { .. } => "booked",
            Self::BookingEnded { cancelled: true, .. } => "booking-cancelled",
            Self::BookingEnded { .. } => "booking-ended",
            Self::BookingMoved { .. } => "booking-moved",
            Self::FellDue { .. } => "fell-due",
            Self::MeetingDecided { .. } => "meeting-decided",
        }
    }

    /// What somebody wrote; stands beside the sentence.
    #[must_use]
    pub fn written(&self) -> Option<String> {
        match self {
            Self::ChargeTaken { .. } | Self::SecondTaken { .. } | Self::FellDue { .. } => None,
            Self::ChargeEnded { reason } => Some(reason.to_string()),
            Self::DutyDone { evidence, .. } | Self::InstructionDone { evidence, .. } => Some(evidence.to_string()),
            Self::Instructed { text, .. } => Some(text.to_string()),
            Self::Visited { findings, .. } => Some(findings.to_string()),
            Self::Advised { text, .. } => Some(text.to_string()),
            Self::Booked { booking } => Some(format!("{} {} · {}", booking.on, booking.hours, booking.place)),
            Self::BookingEnded { reason, .. } => reason.as_ref().map(ToString::to_string),
            Self::BookingMoved { booking, reason } => {
                Some(format!("{} {} · {}。{reason}", booking.on, booking.hours, booking.place))
            }
            Self::MeetingDecided { said } => Some(said.text.to_string()),
        }
    }

    /// Whether it stands in her own timeline: her seats at a reception, that she was received, and what a meeting decided.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self {
            Self::Booked { .. }
            | Self::BookingEnded { .. }
            | Self::BookingMoved { .. }
            | Self::MeetingDecided { .. } => true,
            Self::Visited { kind, .. } => *kind == VisitKind::Reception,
            _ => false,
        }
    }

    /// What she reads of what was written: what was found at a reception is the office's own note.
    #[must_use]
    pub fn written_for_her(&self) -> Option<String> {
        if self.is_public() && !matches!(self, Self::Visited { .. }) { self.written() } else { None }
    }
}

/// Everything leaders did on a matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Leadership {
    /// Who is in charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
    /// 双包案: who answers beside the first, at the unit that has the matter. Each has her own duties, and goes with the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Charge>,
    /// Instructions, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instructions: Vec<Instruction>,
    /// Visits, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// What experts advised, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// The seat that is booked and not yet used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<Booking>,
    /// What joint meetings decided, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingSaid>,
}

impl Leadership {
    /// Whether nothing stands here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Who is in charge.
    #[must_use]
    pub fn leader(&self) -> Option<UserId> {
        self.charge.as_ref().map(|charge| charge.leader)
    }

    /// Everybody who answers for it, the first first.
    pub fn charges(&self) -> impl Iterator<Item = &Charge> {
        self.charge.iter().chain(&self.second)
    }

    /// What `user` answers for, when she is in charge.
    #[must_use]
    pub fn charge_of(&self, user: UserId) -> Option<&Charge> {
        self.charges().find(|charge| charge.leader == user)
    }

    /// The next day on which something of it is due and not done.
    #[must_use]
    pub fn next_due(&self) -> Option<Date> {
        let duties = self.charges().flat_map(|charge| &charge.duties);
        let duties = duties.filter(|duty| duty.answer.is_none()).map(|duty| duty.due);
        let instructions = self.instructions.iter().filter(|one| one.answer.is_none()).map(|one| one.due);
        duties.chain(instructions).min()
    }

    /// The state after one more deed. Total: what fits nothing changes nothing.
    pub(crate) fn apply(&mut self, deed: &Deed, at: Timestamp, by: Actor) {
        let answer = |on: Date, evidence: &Text<2000>| Some(Answer { on, evidence: evidence.clone(), at, by });
        match deed.clone() {
            Deed::ChargeTaken { leader, org, post, duties } => {
                self.charge = Some(Charge { leader, org, post, at, duties });
            }
            Deed::SecondTaken { leader, org, duties } => {
                self.second = Some(Charge { leader, org, post: Post::Leader, at, duties });
            }
            Deed::ChargeEnded { .. } => (self.charge, self.second) = (None, None),
            Deed::DutyDone { duty, on, evidence } => {
                // Of two each does her own.
                let hers = |charge: &&mut Charge| by.user() == Some(charge.leader);
                let charge = self.second.as_mut().filter(hers).or(self.charge.as_mut());
                let duties = charge.map(|charge| charge.duties.as_mut_slice()).unwrap_or_default();
                if let Some(duty) = duties.get_mut(usize::from(duty).wrapping_sub(1)) {
                    duty.answer = answer(on, &evidence);
                }
            }
            Deed::Instructed { to, text, due } => {
                let no = u16::try_from(self.instructions.len() + 1).unwrap_or(u16::MAX);
                self.instructions.push(Instruction { no, by, at, to, text, due, answer: None, late: false });
            }
            Deed::InstructionDone { no, on, evidence } => {
                if let Some(one) = self.instructions.iter_mut().find(|one| one.no == no) {
                    one.answer = answer(on, &evidence);
                }
            }
            Deed::Visited { kind, on, place, findings } => {
                if kind == VisitKind::Reception {
                    self.booking = None;
                }
                self.visits.push(Visit { kind, on, place, findings, by, at });
            }
            Deed::Advised { expert, on, text } => self.opinions.push(Opinion { expert, on, text, by, at }),
            Deed::Booked { booking } | Deed::BookingMoved { booking, .. } => self.booking = Some(booking),
            Deed::BookingEnded { .. } => self.booking = None,
            Deed::FellDue { what, .. } => self.note(what),
            Deed::MeetingDecided { said } => self.meetings.push(*said),
        }
    }
}
