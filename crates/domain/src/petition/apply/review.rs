//! What the notes of reviews do to the state. The substance axis is nobody's here but where an answer was changed.

use jiff::Timestamp;
use kernel::ClaimId;

use super::{Recorded, answers::told};
use crate::{
    case::{Answer, Resolution},
    petition::{
        contest::{AnsweredBefore, CareOnRecord, Contest, ContestState, Redo, ReviewNote, ReviewStep},
        events::Fact,
        model::{Petition, Procedure},
    },
    review::Ruling,
};

impl Petition {
    pub(super) fn apply_review(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, event.actor.user()) {
            (Fact::ReviewNoted(note), _) => self.apply_note(note, event.at),
            (Fact::FinallyAnswered { how }, _) => self.contests.finality = Some((*how, event.at)),
            (Fact::CareRecorded(care), Some(by)) => {
                self.contests.care.push(CareOnRecord { care: care.as_ref().clone(), by, at: event.at });
            }
            _ => {}
        }
    }

    /// Also asked by the decision itself, which looks one step ahead.
    pub(in crate::petition) fn apply_note(&mut self, note: &ReviewNote, at: Timestamp) {
        if let ReviewStep::Requested { claims, .. } = &note.step {
            self.contests.list.push(Contest {
                review: note.review,
                number: note.number.clone(),
                level: note.level,
                organ: note.organ,
                claims: claims.clone(),
                at,
                state: ContestState::Requested,
            });
            self.open_again();
            return;
        }
        if let ReviewStep::Served { rulings, .. } = &note.step {
            self.apply_rulings(rulings, at);
        }
        let Some(contest) = self.contests.list.iter_mut().find(|contest| contest.review == note.review) else { return };
        contest.state = match &note.step {
            ReviewStep::Requested { .. } => ContestState::Requested,
            ReviewStep::Accepted { due } => ContestState::Accepted { due: *due },
            ReviewStep::Refused { .. } => ContestState::Refused,
            ReviewStep::Withdrawn => ContestState::Withdrawn,
            ReviewStep::Served { number, on, rulings } => ContestState::Served {
                number: number.clone(),
                on: *on,
                results: rulings.iter().map(|(claim, ruling)| (*claim, ruling.result)).collect(),
            },
        };
    }

    /// A review is never open beside a petition that is over: a late request takes it up again.
    fn open_again(&mut self) {
        if let Procedure::Closed { handling, opinion, served, .. } = &self.procedure {
            let (handling, opinion, served) = (handling.clone(), opinion.clone(), served.clone());
            self.procedure = Procedure::Served { handling, opinion, served };
        }
    }

    fn apply_rulings(&mut self, rulings: &[(ClaimId, Ruling)], at: Timestamp) {
        let mut back = vec![];
        for (id, ruling) in rulings {
            if let Some(answer) = &ruling.instead {
                self.change(*id, answer, at);
            }
            if !ruling.result.sends_back() {
                continue;
            }
            if let Some(claim) = self.claims.iter_mut().find(|claim| claim.id == *id) {
                back.extend(claim.answer.take().map(|answer| (*id, answer.text)));
                claim.execution.renew(std::iter::empty(), at);
            }
        }
        if !back.is_empty() {
            self.send_back(back, at);
        }
    }

    /// The answer that stands from now on, with what has to be done.
    fn change(&mut self, id: ClaimId, answer: &Answer, at: Timestamp) {
        let Some(claim) = self.claims.iter_mut().find(|claim| claim.id == id) else { return };
        claim.execution.renew(answer.promises(), at);
        if let Some(due) = answer.promised_until() {
            told(claim, Resolution::Promised { due });
        }
        claim.answer = Some(answer.clone());
    }

    /// Back with the unit, which answers these claims anew.
    fn send_back(&mut self, mut back: Vec<(ClaimId, kernel::Text<5000>)>, at: Timestamp) {
        if let Some(redo) = &self.contests.redo {
            back.extend(
                redo.claims.iter().filter(|(id, _)| back.iter().all(|(new, _)| new != id)).cloned().collect::<Vec<_>>(),
            );
        }
        self.contests.redo = Some(Redo { claims: back, at });
        match self.procedure.clone() {
            Procedure::Served { mut handling, opinion, served } => {
                self.contests.before = Some(AnsweredBefore { number: opinion.number, on: served.on });
                (handling.draft, handling.extension) = (None, None);
                self.procedure = Procedure::Handling(handling);
            }
            Procedure::Handling(mut handling) => {
                if let Some(draft) = &mut handling.draft {
                    (draft.submitted, draft.checked) = (false, None);
                }
                self.procedure = Procedure::Handling(handling);
            }
            _ => {}
        }
    }
}
