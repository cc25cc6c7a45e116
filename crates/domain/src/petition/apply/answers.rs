//! What an answer and what she says about it do to the state: opinion, service, confirmation, rating.

use super::Recorded;
use crate::{
    case::{Claim, OpinionResult, Rating, RatingTarget, Resolution},
    petition::{
        events::Fact,
        look_back::Asked,
        model::{Handling, Heard, Opinion, Petition, Procedure, Served},
    },
};

impl Petition {
    pub(super) fn apply_answer(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, self.procedure.clone()) {
            (Fact::OpinionIssued { number, .. }, Procedure::Handling(handling)) => self.issue(handling, number, event),
            (Fact::Served { method, on, evidence, .. }, Procedure::OpinionIssued { handling, opinion }) => {
                let served = Served { method: *method, on: *on, recorded_at: event.at, evidence: evidence.clone() };
                self.procedure = Procedure::Served { handling, opinion, served };
                (self.contests.redo, self.contests.before) = (None, None);
                self.answered_at = Some(event.at);
                self.asked_at = None;
            }
            (Fact::Closed, Procedure::Served { handling, opinion, served }) => {
                self.procedure = Procedure::Closed { handling, opinion, served, at: event.at };
                // What nobody looked back at before it was opened again is not owed a second time.
                self.look_backs.retain(|one| one.asked.is_some());
            }
            (Fact::Archived, was) => self.procedure = Procedure::Archived { was: Box::new(was), at: event.at },
            _ => {}
        }
    }

    fn issue(&mut self, handling: Handling, number: &kernel::Text<60>, event: &Recorded) {
        let Some(draft) = handling.draft.clone() else { return };
        let (Some((checked_by, _)), Some(signed_by)) = (draft.checked, event.actor.user()) else {
            return;
        };
        for (id, answer) in draft.answers {
            if let Some(claim) = self.claim_mut(id) {
                let resolution = match (answer.result, answer.promised_until()) {
                    (_, Some(due)) => Resolution::Promised { due },
                    (OpinionResult::Support | OpinionResult::Partial, None) => Resolution::ResolvedUnconfirmed,
                    (OpinionResult::Explain | OpinionResult::NotSupport, None) => Resolution::NotSupportedExplained,
                };
                told(claim, resolution);
                claim.execution.renew(answer.promises(), event.at);
                claim.answer = Some(answer);
            }
        }
        let opinion = Opinion {
            number: number.clone(),
            findings: draft.findings,
            drafted_by: draft.by,
            checked_by,
            signed_by,
            at: event.at,
        };
        self.procedure = Procedure::OpinionIssued { handling, opinion };
    }

    pub(super) fn apply_outcome(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::ClaimConfirmed { claim, solved } => {
                if let Some(claim) = self.claim_mut(*claim) {
                    claim.resolution = if *solved { Resolution::ResolvedConfirmed } else { Resolution::Unresolved };
                }
            }
            // Somebody without a part in it wrote down what she said: her word, as when she says it with her code.
            Fact::FollowedUp { heard: Some(heard), .. } => {
                for (id, solved) in &heard.claims {
                    if let Some(claim) = self.claim_mut(*id) {
                        claim.resolution = if *solved { Resolution::ResolvedConfirmed } else { Resolution::Unresolved };
                    }
                }
                self.asked_at = Some(event.at);
                self.looked_back(heard, event.at);
            }
            Fact::Rated { target, grade, comment } => {
                let slot = match target {
                    RatingTarget::Bureau => &mut self.bureau_rating,
                    RatingTarget::Unit => &mut self.unit_rating,
                };
                // A new answer is rated anew: its seven days begin again.
                let first_at = match slot {
                    Some(rating) if self.answered_at.is_none_or(|answered| answered <= rating.at) => rating.first_at,
                    _ => event.at,
                };
                *slot = Some(Rating { grade: *grade, comment: comment.clone(), first_at, at: event.at });
            }
            _ => {}
        }
    }
}

impl Petition {
    /// One call answers every look-back that waits for it.
    fn looked_back(&mut self, heard: &Heard, at: jiff::Timestamp) {
        let count = |all: usize| u16::try_from(all).unwrap_or(u16::MAX);
        let asked = Asked {
            at,
            claims: (count(heard.claims.len()), count(heard.claims.iter().filter(|(_, solved)| *solved).count())),
            items: (count(heard.items.len()), count(heard.items.iter().filter(|(.., done)| *done).count())),
        };
        for one in self.look_backs.iter_mut().filter(|one| one.asked.is_none()) {
            one.asked = Some(asked);
        }
    }
}

/// What an authority says about a claim. It never overrides what she herself confirmed.
pub(super) fn told(claim: &mut Claim, resolution: Resolution) {
    if claim.resolution != Resolution::ResolvedConfirmed {
        claim.resolution = resolution;
    }
}
