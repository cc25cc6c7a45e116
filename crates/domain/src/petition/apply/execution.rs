//! What carrying out does to the state: the items of the claims, and the substance axis where it follows from them.

use kernel::ClaimId;

use super::{Recorded, answers::told};
use crate::{
    case::{Claim, Resolution},
    execution::{Contradiction, State},
    petition::{events::Fact, model::Petition},
};

impl Petition {
    pub(super) fn apply_execution(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            // From before there were items: it spoke of everything that was promised for the claim.
            Fact::Executed { claim, evidence } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.execution.recorded(evidence, event.at);
                    told(claim, Resolution::ResolvedUnconfirmed);
                }
            }
            Fact::ExecutionBegun { items } => {
                for (claim, no, clock) in items {
                    self.with_claim(*claim, |claim| claim.execution.begun(*no, *clock));
                }
            }
            Fact::ExecutionReported(said) => {
                let by = event.actor.user();
                self.with_claim(said.claim, |claim| claim.execution.reported(said, by, event.at));
            }
            Fact::ExecutionVerified { claim, item, holds: false, note } => {
                let reason = note.clone().or_else(|| kernel::Text::parse("note", "—").ok());
                let said = reason.map(|reason| Contradiction { hers: false, reason, at: event.at });
                self.with_claim(*claim, |claim| {
                    if let Some(said) = said {
                        claim.execution.contradicted(*item, said, None);
                    }
                });
            }
            Fact::ExecutionVerified { claim, item, .. } => {
                let Some(by) = event.actor.user() else { return };
                self.with_claim(*claim, |claim| {
                    claim.execution.checked(*item, by, event.at);
                    settled(claim);
                });
            }
            Fact::ExecutionDisputed { claim, item, reason, clock } => {
                let said = Contradiction { hers: true, reason: reason.clone(), at: event.at };
                self.with_claim(*claim, |claim| {
                    claim.execution.contradicted(*item, said, *clock);
                    // Her own word.
                    claim.resolution = Resolution::Unresolved;
                });
            }
            _ => {}
        }
    }

    fn with_claim(&mut self, id: ClaimId, how: impl FnOnce(&mut Claim)) {
        if let Some(claim) = self.claim_mut(id) {
            how(claim);
        }
    }
}

/// When the last item of a claim is settled the unit says that it is solved; whether it is, she says.
fn settled(claim: &mut Claim) {
    if claim.execution.is_open() {
        return;
    }
    let elsewhere = claim.execution.current().any(|item| item.state() == State::HandedOver);
    told(claim, if elsewhere { Resolution::RoutedPending } else { Resolution::ResolvedUnconfirmed });
}
