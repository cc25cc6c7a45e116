//! Agency: who acts for her, under which mandate, who stepped back.

use jiff::Timestamp;
use kernel::Text;

use super::Recorded;
use crate::{
    agency::{Concerned, Declaration, Designation, Mode, Recusal, RecusalRequest},
    mandate::{Ended, Mandate, MandateEnd},
    petition::{events::Fact, model::Petition},
};

impl Petition {
    pub(super) fn apply_agency(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, event.actor.user()) {
            (Fact::MandateGiven(mandate), _) => self.take_up(mandate, event.at),
            (Fact::MandateEnded { end, reason }, _) => self.end_agency(*end, reason.clone(), event.at),
            (Fact::AgentDesignated { agent, org, stand_in, reason }, Some(by)) => {
                self.end_agency(MandateEnd::Replaced, None, event.at);
                self.agent = Some(*agent);
                self.agency.mode = Some(Mode::Designated);
                self.agency.designated =
                    Some(Designation { by, org: *org, stand_in: *stand_in, reason: reason.clone(), at: event.at });
                for request in self.agency.requests.iter_mut().filter(|one| one.of == Concerned::Agent) {
                    request.decided = true;
                }
            }
            (Fact::RecusalAsked { of, user, reason }, _) => self.agency.requests.push(RecusalRequest {
                of: *of,
                user: *user,
                reason: reason.clone(),
                at: event.at,
                decided: false,
            }),
            (Fact::InterestDeclared { ground }, Some(by)) => {
                self.agency.declarations.push(Declaration { by, ground: *ground, at: event.at });
            }
            (Fact::RecusalDecided { user, steps_back, ground, .. }, Some(by)) => {
                for request in self.agency.requests.iter_mut().filter(|one| one.user == *user) {
                    request.decided = true;
                }
                let recusal = Recusal { user: *user, steps_back: *steps_back, ground: *ground, by, at: event.at };
                self.agency.recusals.push(recusal);
            }
            _ => {}
        }
    }

    /// A mandate takes the place of the one before, and of another agent.
    fn take_up(&mut self, mandate: &Mandate, at: Timestamp) {
        let other = self.agent.is_some_and(|agent| agent != mandate.agent);
        if other || self.agency.mandate.is_some() {
            self.end_agency(MandateEnd::Replaced, None, at);
        }
        self.agent = Some(mandate.agent);
        self.agency.mode.get_or_insert(Mode::Entrusted);
        self.agency.mandate = Some(mandate.clone());
    }

    fn end_agency(&mut self, end: MandateEnd, reason: Option<Text<500>>, at: Timestamp) {
        if let Some(agent) = self.agent.take() {
            let mandate = self.agency.mandate.take();
            self.agency.past.push(Ended { agent, mandate, end, reason, at });
        }
    }
}
