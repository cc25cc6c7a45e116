//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use super::{
    commands::Command,
    events::{Event, Fact, Requested},
    model::{Draft, Examination, FileSent, Hearing, HearingCall, Issued, Late, Lodged, Procedure, Review},
};
use crate::{case::Rating, lifecycle, petition::Served};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Review as Review, id, Requested => begin);

fn begin(fact: &Requested, first: &Recorded) -> Review {
    let by = |lodged: Lodged| first.actor.user().filter(|_| fact.lodged == lodged);
    Review {
        id: fact.id,
        number: fact.number.clone(),
        level: fact.level,
        division: fact.division.clone(),
        organ: fact.organ,
        office: fact.office,
        petition: fact.petition,
        petition_number: fact.petition_number.clone(),
        title: fact.title.clone(),
        petitioner: fact.petitioner,
        unit: fact.unit,
        opinion: fact.opinion.clone(),
        opinion_served: fact.opinion_served,
        earlier: fact.earlier,
        bodies: fact.bodies.clone(),
        involved: fact.involved.clone(),
        contested: fact.contested.clone(),
        lodged: fact.lodged,
        agent: by(Lodged::ByAgent),
        registrar: by(Lodged::OnPaper),
        received_at: fact.received_at,
        late: fact.late.clone().map(|(due, cause)| Late { due, cause, accepted: None }),
        materials: 0,
        file: vec![],
        called: None,
        hearings: vec![],
        procedure: Procedure::Requested,
        rating: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Review {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        let (user, at) = (event.actor.user(), event.at);
        match (fact, user) {
            (Fact::Accepted { examiner, late }, Some(by)) => {
                if let (Some(known), Some(reason)) = (&mut self.late, late) {
                    known.accepted = Some((by, at, reason.clone()));
                }
                let examination = Examination { examiner: *examiner, accepted_by: by, accepted_at: at, draft: None };
                self.procedure = Procedure::Examining(examination);
            }
            (Fact::Rejected { ground, reason }, Some(by)) => {
                self.procedure = Procedure::Rejected { ground: *ground, reason: reason.clone(), by, at };
            }
            (Fact::Withdrawn { .. }, _) => self.procedure = Procedure::Withdrawn { at },
            (Fact::FileSent { org, note }, _) => self.file.push(FileSent { org: *org, note: note.clone(), at }),
            (Fact::MaterialAdded { .. }, _) => self.materials = self.materials.saturating_add(1),
            (Fact::ClockOverdue { clock, .. }, _) => self.overdue.push(*clock),
            (Fact::HearingCalled { on, hours, place, persons }, _) => {
                let (hours, place, persons) = (hours.clone(), place.clone(), persons.clone());
                self.called = Some(HearingCall { on: *on, hours, place, persons, at });
            }
            (Fact::HearingCancelled { .. }, _) => self.called = None,
            (Fact::HearingOpened { .. } | Fact::HearingEnded { .. }, _) => self.apply_hearing(fact),
            (Fact::Rated { grade, comment }, _) => {
                let first_at = self.rating.as_ref().map_or(at, |rating| rating.first_at);
                self.rating = Some(Rating { grade: *grade, comment: comment.clone(), first_at, at });
            }
            (Fact::Issued { .. } | Fact::Served { .. }, _) => self.apply_opinion(fact, event),
            _ => self.apply_writing(fact, event),
        }
    }

    fn apply_hearing(&mut self, fact: &Fact) {
        match fact {
            Fact::HearingOpened { from, place, persons } => {
                let (from, place, persons) = (*from, place.clone(), persons.clone());
                self.called = None;
                self.hearings.push(Hearing { from, place, persons, ended: None });
            }
            Fact::HearingEnded { to, minutes } => {
                if let Some(hearing) = self.hearings.iter_mut().find(|hearing| hearing.ended.is_none()) {
                    hearing.ended = Some((*to, minutes.clone()));
                }
            }
            _ => {}
        }
    }

    fn apply_writing(&mut self, fact: &Fact, event: &Recorded) {
        let (Procedure::Examining(examination), Some(by)) = (&mut self.procedure, event.actor.user()) else { return };
        match (fact, &mut examination.draft) {
            (Fact::Reassigned { examiner, .. }, _) => examination.examiner = *examiner,
            (Fact::DraftSaved { findings, rulings, submitted }, draft) => {
                let (findings, rulings) = (findings.clone(), rulings.clone());
                *draft = Some(Draft { by, at: event.at, findings, rulings, submitted: *submitted, checked: None });
            }
            (Fact::DraftChecked, Some(draft)) => draft.checked = Some((by, event.at)),
            (Fact::DraftReturned { .. }, Some(draft)) => (draft.submitted, draft.checked) = (false, None),
            _ => {}
        }
    }

    fn apply_opinion(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, self.procedure.clone()) {
            (Fact::Issued { number }, Procedure::Examining(examination)) => {
                let Some(draft) = examination.draft.clone() else { return };
                let (Some((checked_by, _)), Some(signed_by)) = (draft.checked, event.actor.user()) else { return };
                let issued = Issued {
                    number: number.clone(),
                    findings: draft.findings,
                    rulings: draft.rulings,
                    drafted_by: draft.by,
                    checked_by,
                    signed_by,
                    at: event.at,
                };
                self.procedure = Procedure::Issued { examination, issued };
            }
            (Fact::Served { method, on, evidence, .. }, Procedure::Issued { examination, issued }) => {
                let served = Served { method: *method, on: *on, recorded_at: event.at, evidence: evidence.clone() };
                self.procedure = Procedure::Served { examination, issued, served };
            }
            _ => {}
        }
    }
}
