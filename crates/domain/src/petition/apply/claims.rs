//! What the desk's reading of the claims and the units that assist do to the state. No claim is ever taken away.

use jiff::Timestamp;
use kernel::{ClaimId, OrgId, Text};

use super::Recorded;
use crate::{
    case::{Assistance, Claim, ClaimOrigin},
    petition::{events::Fact, model::Petition},
};

impl Petition {
    pub(super) fn apply_claims(&mut self, fact: &Fact) {
        match fact {
            Fact::ClaimRead { claim, reading } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.reading.clone_from(reading);
                }
            }
            Fact::ClaimSplit { claim, reading, parts } => self.split(*claim, reading, parts),
            Fact::ClaimJoined { claim, into } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.joined = Some(*into);
                    (claim.route, claim.proposed) = (None, None);
                }
            }
            Fact::ClaimSeparated { claim } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.joined = None;
                }
            }
            Fact::ClaimAdded { claim, words, reading } => {
                self.add_claim(*claim, words.clone(), reading.clone(), ClaimOrigin::Facts);
            }
            _ => {}
        }
    }

    /// The first part stays under the claim's own number; each part carries her words as they were.
    fn split(&mut self, of: ClaimId, reading: &Text<2000>, parts: &[(ClaimId, Text<2000>)]) {
        let Some(claim) = self.claim_mut(of) else { return };
        claim.reading = Some(reading.clone());
        let words = claim.text.clone();
        for (id, part) in parts {
            self.add_claim(*id, words.clone(), Some(part.clone()), ClaimOrigin::Part { of });
        }
    }

    fn add_claim(&mut self, id: ClaimId, words: Text<2000>, reading: Option<Text<2000>>, origin: ClaimOrigin) {
        if self.claims.iter().any(|claim| claim.id == id) {
            return;
        }
        let no = self.claims.iter().map(|claim| claim.no).max().unwrap_or_default().saturating_add(1);
        self.claims.push(Claim { reading, origin: Some(origin), ..Claim::new(id, no, words) });
    }

    pub(super) fn apply_assistance(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::AssistanceAsked { from, unit, claims, task, due } => self.assisting.push(Assistance {
                unit: *unit,
                from: *from,
                claims: claims.clone(),
                task: task.clone(),
                due: *due,
                at: event.at,
                reply: None,
                ended: None,
            }),
            Fact::AssistanceGiven { unit, text } => {
                if let Some(part) = self.assisting.iter_mut().find(|part| part.unit == *unit && part.is_open()) {
                    part.reply = Some((event.at, text.clone()));
                }
            }
            Fact::AssistanceEnded { unit, .. } => self.end_assistance(*unit, event.at),
            _ => {}
        }
    }

    pub(super) fn end_assistance(&mut self, unit: OrgId, at: Timestamp) {
        for part in self.assisting.iter_mut().filter(|part| part.unit == unit && part.is_open()) {
            part.ended = Some(at);
        }
    }
}
