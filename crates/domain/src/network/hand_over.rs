//! 移交: what an agent has in hand goes to a named successor, case by case, each with its own event.

use kernel::{OrgId, Refusal, Text, UserId};

use crate::{
    lifecycle::{Aggregate, Event},
    petition::{self, Petition},
    proactive::{self, Find},
    work_order::{self, WorkOrder},
};

/// Who hands over to whom, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Who has it.
    pub from: UserId,
    /// Who gets it.
    pub to: UserId,
    /// Where the successor sits.
    pub station: OrgId,
    /// The successor holds a public office.
    pub official: bool,
    /// Why, in words that the petitioner may read.
    pub reason: Text<500>,
}

/// A life cycle whose cases are in the hands of an agent.
pub trait Handed: Aggregate {
    /// Whether `user` has it in hand.
    fn is_in_hand_of(&self, user: UserId) -> bool;

    /// Why the successor may not have this one, if so.
    ///
    /// # Errors
    /// The rule that stands against her.
    fn may_pass(&self, hand_over: &HandOver) -> Result<(), Refusal>;

    /// The fact of it.
    fn handed(hand_over: &HandOver) -> Self::Fact;

    /// The event of the hand-over; none when the case is in other hands.
    ///
    /// # Errors
    /// `hand-over-to-itself`, or what [`Handed::may_pass`] refuses.
    fn hand_over(&self, hand_over: &HandOver) -> Result<Vec<Event<Self::Fact>>, Refusal> {
        if hand_over.from == hand_over.to {
            return Err(Refusal::invalid("to", "hand-over-to-itself"));
        }
        if !self.is_in_hand_of(hand_over.from) {
            return Ok(vec![]);
        }
        self.may_pass(hand_over)?;
        Ok(vec![Event::of(Self::handed(hand_over))])
    }
}

impl Handed for Petition {
    fn is_in_hand_of(&self, user: UserId) -> bool {
        self.agent == Some(user)
    }

    /// Who is complained of, or handles it, does not stand beside her.
    fn may_pass(&self, hand_over: &HandOver) -> Result<(), Refusal> {
        if self.respondent == Some(hand_over.station) {
            return Err(Refusal::rule("hand-over-to-respondent", "R-061", "A28_3").with("number", &self.number));
        }
        if self.handler() == Some(hand_over.to) {
            return Err(Refusal::rule("hand-over-to-handler", "R-061", "A28_3").with("number", &self.number));
        }
        // She agreed to an official; passing her details on to anybody else takes a consent of its own (3.4, PIPL 23).
        if !hand_over.official && self.agency.mandate.as_ref().is_some_and(|mandate| mandate.official) {
            return Err(Refusal::rule("hand-over-unofficial", "3.4", "").with("number", &self.number));
        }
        self.agency.free_of_interest(hand_over.to, "to")
    }

    fn handed(hand_over: &HandOver) -> petition::Fact {
        let HandOver { from, to, station, reason, .. } = hand_over.clone();
        petition::Fact::AgentChanged { from, to, station, reason }
    }
}

impl Handed for Find {
    fn is_in_hand_of(&self, user: UserId) -> bool {
        self.agent == Some(user)
    }

    /// As for a petition: nobody concerned, and no outsider where she agreed to an official.
    fn may_pass(&self, hand_over: &HandOver) -> Result<(), Refusal> {
        if !hand_over.official && self.agency.mandate.as_ref().is_some_and(|mandate| mandate.official) {
            return Err(Refusal::rule("hand-over-unofficial", "3.4", "").with("number", &self.number));
        }
        self.agency.free_of_interest(hand_over.to, "to")
    }

    fn handed(hand_over: &HandOver) -> proactive::Fact {
        let HandOver { from, to, station, reason, .. } = hand_over.clone();
        proactive::Fact::AgentChanged { from, to, station, reason }
    }
}

impl Handed for WorkOrder {
    fn is_in_hand_of(&self, user: UserId) -> bool {
        self.handler() == Some(user) || self.agent == Some(user)
    }

    /// What she stands beside passes like a petition, what she does only inside the unit that has it.
    fn may_pass(&self, hand_over: &HandOver) -> Result<(), Refusal> {
        if self.agent == Some(hand_over.from) {
            self.may_stand_beside(hand_over)?;
        }
        if self.handler() == Some(hand_over.from) && self.holder() != hand_over.station {
            return Err(Refusal::rule("hand-over-outside-unit", "H-05", "").with("number", &self.number));
        }
        Ok(())
    }

    fn handed(hand_over: &HandOver) -> work_order::Fact {
        let HandOver { from, to, station, reason, .. } = hand_over.clone();
        work_order::Fact::HandedOver { from, to, station, reason }
    }

    /// An agent stands beside her or does the work, never both; what it is decides what is said.
    fn hand_over(&self, hand_over: &HandOver) -> Result<Vec<Event<work_order::Fact>>, Refusal> {
        if hand_over.from == hand_over.to {
            return Err(Refusal::invalid("to", "hand-over-to-itself"));
        }
        if !self.is_in_hand_of(hand_over.from) {
            return Ok(vec![]);
        }
        self.may_pass(hand_over)?;
        if self.agent == Some(hand_over.from) {
            let HandOver { from, to, station, reason, .. } = hand_over.clone();
            return Ok(vec![Event::of(work_order::Fact::AgentChanged { from, to, station, reason })]);
        }
        Ok(vec![Event::of(Self::handed(hand_over))])
    }
}

impl WorkOrder {
    /// As for a petition (R-061, 3.4).
    fn may_stand_beside(&self, hand_over: &HandOver) -> Result<(), Refusal> {
        if self.respondent == Some(hand_over.station) {
            return Err(Refusal::rule("hand-over-to-respondent", "R-061", "A28_3").with("number", &self.number));
        }
        if self.handler() == Some(hand_over.to) {
            return Err(Refusal::rule("hand-over-to-handler", "R-061", "A28_3").with("number", &self.number));
        }
        if !hand_over.official && self.agency.mandate.as_ref().is_some_and(|mandate| mandate.official) {
            return Err(Refusal::rule("hand-over-unofficial", "3.4", "").with("number", &self.number));
        }
        self.agency.free_of_interest(hand_over.to, "to")
    }
}
