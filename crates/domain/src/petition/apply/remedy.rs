//! What the periods of other laws leave in the state: a claim keeps each occasion with its day and what became of it.

use super::Recorded;
use crate::{
    petition::{events::Fact, model::Petition},
    remedy::{Pursued, Taken},
};

impl Petition {
    pub(super) fn apply_remedy(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::RemedyNoted { claim, occasion, known, clocks } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.remedies.retain(|one| one.occasion != *occasion);
                    let noted = Pursued { occasion: *occasion, known: *known, clocks: clocks.clone(), taken: None };
                    claim.remedies.push(noted);
                }
            }
            Fact::RemedyTaken { claim, occasion, on, place } => {
                let taken = Taken { at: event.at, on: *on, place: place.clone() };
                let claim = self.claim_mut(*claim);
                if let Some(one) =
                    claim.and_then(|claim| claim.remedies.iter_mut().find(|one| one.occasion == *occasion))
                {
                    one.taken = Some(taken);
                }
            }
            Fact::RemedyDropped { claim, occasion, .. } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.remedies.retain(|one| one.occasion != *occasion);
                }
            }
            Fact::TermNear { clock, .. } if !self.reminded.contains(clock) => self.reminded.push(*clock),
            _ => {}
        }
    }
}
