//! What happened to a work order, as the log keeps it.

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::model::Disposition;
use crate::{
    case::{Channel, Grade},
    lifecycle,
};

/// An event of a work order.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Where it belongs.
    pub division: DivisionCode,
    /// The centre.
    pub centre: OrgId,
    /// How it came.
    pub channel: Channel,
    /// When.
    pub received_at: Timestamp,
    /// One line.
    pub title: Text<120>,
    /// What is wanted.
    pub facts: Text<20000>,
    /// Who asks.
    pub petitioner: PersonId,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// Category path.
    pub category: Option<Text<120>>,
}

/// The facts of a work order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact")]
pub enum Fact {
    /// At the desk.
    #[serde(rename = "order.received")]
    Received(Box<Received>),
    /// Answered on the spot.
    #[serde(rename = "order.answered")]
    Answered {
        /// What was said.
        text: Text<2000>,
    },
    /// Told where it belongs.
    #[serde(rename = "order.redirected")]
    Redirected {
        /// Where.
        disposition: Disposition,
        /// In words: way, address, term.
        text: Text<2000>,
    },
    /// Sent to a unit.
    #[serde(rename = "order.dispatched")]
    Dispatched {
        /// The unit.
        to: OrgId,
        /// Category path.
        category: Option<Text<120>>,
    },
    /// The unit wants it returned.
    #[serde(rename = "order.objected")]
    Objected {
        /// Why.
        reason: Text<2000>,
    },
    /// It stays.
    #[serde(rename = "order.objection_rejected")]
    ObjectionRejected {
        /// Why.
        reason: Text<2000>,
    },
    /// Another unit.
    #[serde(rename = "order.objection_approved")]
    ObjectionApproved {
        /// The new unit; may not return it.
        to: OrgId,
        /// Why.
        reason: Text<2000>,
    },
    /// Claimed.
    #[serde(rename = "order.claimed")]
    Claimed {
        /// Who does it.
        handler: UserId,
    },
    /// The person was really reached.
    #[serde(rename = "order.contacted")]
    Contacted {
        /// What was said.
        note: Text<2000>,
    },
    /// More time, with a definite day.
    #[serde(rename = "order.extended")]
    Extended {
        /// Days on top.
        days: u32,
        /// Why; told to the person.
        reason: Text<1000>,
    },
    /// Answer or plan.
    #[serde(rename = "order.replied")]
    Replied {
        /// What.
        text: Text<5000>,
    },
    /// Done, says the unit.
    #[serde(rename = "order.done")]
    Done {
        /// What was done.
        text: Text<5000>,
    },
    /// Somebody uninvolved asked the person.
    #[serde(rename = "order.followed_up")]
    FollowedUp {
        /// Is it solved, in her words.
        solved: bool,
        /// She was asked to rate well or to withdraw.
        pressed: bool,
        /// What she said.
        note: Text<2000>,
    },
    /// To be done again.
    #[serde(rename = "order.reworked")]
    Reworked,
    /// Risen.
    #[serde(rename = "order.escalated")]
    Escalated {
        /// To whom.
        to: OrgId,
        /// Why.
        reason: Text<1000>,
    },
    /// Became a petition.
    #[serde(rename = "order.converted")]
    Converted {
        /// Which.
        petition: CaseId,
    },
    /// Over.
    #[serde(rename = "order.closed")]
    Closed,
    /// She rated.
    #[serde(rename = "order.rated")]
    Rated {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Text<1000>>,
    },
    /// A step worth recording.
    #[serde(rename = "order.progressed")]
    Progressed {
        /// What.
        note: Text<2000>,
        /// Told to her.
        public: bool,
    },
    /// A clock ran out.
    #[serde(rename = "order.clock_overdue")]
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    },
    /// Computed again with a newer calendar.
    #[serde(rename = "order.clocks_recomputed")]
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    },
}

impl lifecycle::Fact for Fact {
    fn kind(&self) -> &'static str {
        match self {
            Self::Received(_) => "order.received",
            Self::Answered { .. } => "order.answered",
            Self::Redirected { .. } => "order.redirected",
            Self::Dispatched { .. } => "order.dispatched",
            Self::Objected { .. } => "order.objected",
            Self::ObjectionRejected { .. } => "order.objection_rejected",
            Self::ObjectionApproved { .. } => "order.objection_approved",
            Self::Claimed { .. } => "order.claimed",
            Self::Contacted { .. } => "order.contacted",
            Self::Extended { .. } => "order.extended",
            Self::Replied { .. } => "order.replied",
            Self::Done { .. } => "order.done",
            Self::FollowedUp { .. } => "order.followed_up",
            Self::Reworked => "order.reworked",
            Self::Escalated { .. } => "order.escalated",
            Self::Converted { .. } => "order.converted",
            Self::Closed => "order.closed",
            Self::Rated { .. } => "order.rated",
            Self::Progressed { .. } => "order.progressed",
            Self::ClockOverdue { .. } => "order.clock_overdue",
            Self::ClocksRecomputed { .. } => "order.clocks_recomputed",
        }
    }
}
