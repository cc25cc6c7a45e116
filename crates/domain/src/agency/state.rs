//! What a case knows of its agency; part of its state, changed by its events only.

use jiff::Timestamp;
use kernel::{OrgId, Refusal, Text, UserId};
use serde::{Deserialize, Serialize};

use super::{
    mode::Mode,
    recusal::{Concerned, Declaration, Recusal, RecusalRequest},
};
use crate::{
    actor::Actor,
    mandate::{Ended, Mandate, StandIn},
};

/// A superior named somebody, with a reason (rules.md 3.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// Who named.
    pub by: UserId,
    /// The point or station the agent belongs to.
    pub org: OrgId,
    /// Who stands in for the agent, who was away on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<StandIn>,
    /// Why; told to the petitioner.
    pub reason: Text<500>,
    /// When.
    pub at: Timestamp,
}

/// Agency as it stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agency {
    /// The mode; none while nobody acts for her.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Names of the rules by which whoever registered could not be her agent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
    /// The mandate in force, or run out and not yet noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Agencies that are over, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Ended>,
    /// The last designation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub designated: Option<Designation>,
    /// What people said of themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub declarations: Vec<Declaration>,
    /// What she asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<RecusalRequest>,
    /// What was decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recusals: Vec<Recusal>,
}

impl Agency {
    /// Nothing to keep: nobody ever acted for her.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether `user` has to stay out: what she said of herself counts at once, until a superior decides; then the decision.
    #[must_use]
    pub fn bars(&self, user: UserId) -> bool {
        let declared = self.declarations.iter().rev().find(|one| one.by == user);
        let decided = self.recusals.iter().rev().find(|one| one.user == user);
        match (declared, decided) {
            (Some(declared), Some(decided)) if declared.at > decided.at => true,
            (_, Some(decided)) => decided.steps_back,
            (Some(_), None) => true,
            (None, None) => false,
        }
    }

    /// Everybody about whom a decision is awaited.
    #[must_use]
    pub fn undecided(&self) -> Vec<UserId> {
        let settled =
            |user: UserId, since: Timestamp| self.recusals.iter().any(|one| one.user == user && one.at >= since);
        let declared = self.declarations.iter().filter(|one| !settled(one.by, one.at)).map(|one| one.by);
        let asked = self.requests.iter().filter(|one| !one.decided).map(|one| one.user);
        let mut all: Vec<UserId> = declared.chain(asked).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Article 28.3: whoever is concerned neither handles, decides nor acts for her.
    ///
    /// # Errors
    /// `person-recused`, on `field`.
    pub fn free_of_interest(&self, user: UserId, field: &str) -> Result<(), Refusal> {
        if self.bars(user) { Err(Refusal::rule("person-recused", "R-061", "A28_3").on(field)) } else { Ok(()) }
    }

    /// The same for whoever asks what she herself may do: nothing, since she stepped back.
    ///
    /// # Errors
    /// `recused-yourself`.
    pub fn lets_act(&self, actor: Actor) -> Result<(), Refusal> {
        match actor.user() {
            Some(user) if self.bars(user) => Err(Refusal::rule("recused-yourself", "R-061", "A28_3")),
            _ => Ok(()),
        }
    }

    /// Who stands in for the agent, as it was said when that agent was chosen and while it holds at `now`.
    #[must_use]
    pub fn stand_in(&self, now: Timestamp) -> Option<StandIn> {
        let said = self.mandate.as_ref().map(|mandate| mandate.stand_in);
        said.unwrap_or_else(|| self.designated.as_ref().and_then(|named| named.stand_in)).filter(|one| now < one.until)
    }

    /// Whether `user` once acted for her and does not any more.
    #[must_use]
    pub fn was_agent(&self, user: UserId) -> bool {
        self.past.iter().any(|ended| ended.agent == user)
    }

    /// rules.md 3.3: she may ask for another agent once.
    ///
    /// # Errors
    /// `other-agent-once`.
    pub fn another_agent_is_asked_for_once(&self, of: Concerned) -> Result<(), Refusal> {
        if of == Concerned::Agent && self.requests.iter().any(|one| one.of == Concerned::Agent) {
            return Err(Refusal::rule("other-agent-once", "3.3", ""));
        }
        Ok(())
    }
}
