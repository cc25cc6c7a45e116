//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use super::{
    commands::Command,
    events::{Event, Fact, Made, Opened},
    model::{Answer, Listing, Measure, Rung, RungState, Sheet, Supervision, Verdict},
};
use crate::lifecycle::{self, ClockMove};

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Supervision as Supervision, id, Opened => begin);

fn begin(fact: &Opened, first: &Recorded) -> Supervision {
    Supervision {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        case: fact.case,
        case_number: fact.case_number.clone(),
        case_kind: fact.case_kind,
        title: fact.title.clone(),
        issuer: fact.issuer,
        unit: fact.unit,
        handler: fact.handler,
        opened_at: first.at,
        rungs: vec![],
        sheets: vec![],
        listings: vec![],
        measures: vec![],
        closed: None,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Supervision {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        let user = event.actor.user();
        match (fact, user) {
            (Fact::Issued(made), _) => self.add(made, true, event),
            (Fact::Proposed(made), _) => self.add(made, false, event),
            (Fact::Signed { .. } | Fact::Dropped { .. } | Fact::Answered { .. } | Fact::Judged { .. }, _) => {
                self.apply_rung(fact, event);
            }
            (Fact::Verified(finding), Some(by)) => {
                self.sheets.push(Sheet { finding: finding.as_ref().clone(), by, at: event.at });
            }
            (Fact::Listed { leader, due, demands }, _) => self.listings.push(Listing {
                leader: leader.clone(),
                due: *due,
                demands: demands.clone(),
                at: event.at,
                delisted: None,
            }),
            (Fact::Delisted { evidence }, _) => {
                if let Some(listing) = self.listings.iter_mut().rev().find(|listing| listing.delisted.is_none()) {
                    listing.delisted = Some((event.at, evidence.clone()));
                }
            }
            (Fact::Measured { kind, text, liability }, Some(by)) => {
                let (text, at) = (text.clone(), event.at);
                self.measures.push(Measure { kind: *kind, text, liability: *liability, by, at });
            }
            (Fact::Closed { reason }, _) => self.closed = Some((event.at, reason.clone())),
            (Fact::ClockOverdue { clock, .. }, _) => self.overdue.push(*clock),
            _ => {}
        }
    }

    fn add(&mut self, made: &Made, sent: bool, event: &Recorded) {
        let no = u32::try_from(self.rungs.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.rungs.push(Rung {
            no,
            kind: made.kind,
            ground: made.ground,
            origin: made.origin.clone(),
            demands: made.demands.clone(),
            liability: made.liability,
            competent: made.competent,
            reply_days: made.reply_days,
            number: made.number.clone(),
            at: event.at,
            issued_at: sent.then_some(event.at),
            drafted_by: event.actor.user().filter(|_| !sent),
            signed_by: event.actor.user().filter(|_| sent),
            state: if sent { RungState::Issued } else { RungState::Proposed },
            clock: started(event),
            answers: vec![],
        });
    }

    fn apply_rung(&mut self, fact: &Fact, event: &Recorded) {
        let (Fact::Signed { no, .. } | Fact::Dropped { no, .. } | Fact::Answered { no, .. } | Fact::Judged { no, .. }) =
            fact
        else {
            return;
        };
        let Some(rung) = self.rungs.iter_mut().find(|rung| rung.no == *no) else { return };
        let (at, by) = (event.at, event.actor.user());
        match (fact, by) {
            (Fact::Signed { demands, liability, competent, number, .. }, Some(by)) => {
                rung.demands.clone_from(demands);
                (rung.liability, rung.competent, rung.number) = (*liability, *competent, Some(number.clone()));
                (rung.issued_at, rung.signed_by, rung.state) = (Some(at), Some(by), RungState::Issued);
                rung.clock = started(event);
            }
            (Fact::Dropped { reason, .. }, _) => rung.state = RungState::Dropped { reason: reason.clone() },
            (Fact::Answered { text, evidence, .. }, Some(by)) => {
                let answer = Answer { text: text.clone(), evidence: evidence.clone(), by, at };
                rung.answers.push((answer, None));
                rung.state = RungState::Answered;
            }
            (Fact::Judged { accepted, reason, .. }, Some(by)) => {
                if let Some((_, verdict)) = rung.answers.last_mut() {
                    *verdict = Some(Verdict { accepted: *accepted, reason: reason.clone(), by, at });
                }
                rung.state = if *accepted { RungState::Accepted } else { RungState::Issued };
                rung.clock = started(event).or(rung.clock);
            }
            _ => {}
        }
    }
}

fn started(event: &Recorded) -> Option<kernel::ClockId> {
    event.event.clocks.iter().find_map(|moved| match moved {
        ClockMove::Started(clock) => Some(clock.id),
        ClockMove::Changed(_) => None,
    })
}
