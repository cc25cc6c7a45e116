//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use super::{
    commands::Command,
    events::{Event, Fact, Received},
    model::{Obstruction, Progress},
};
use crate::lifecycle;

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Obstruction as Obstruction, id, Received => begin);

fn begin(fact: &Received, first: &Recorded) -> Obstruction {
    Obstruction {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        place: fact.place.clone(),
        receiver: fact.receiver,
        origin: fact.origin,
        received_at: first.at,
        wrongs: fact.wrongs.clone(),
        named: fact.named.clone(),
        facts: fact.facts.clone(),
        matter: fact.matter.clone(),
        look: fact.look,
        reporter: fact.reporter,
        anonymous: fact.anonymous,
        registrar: first.actor.user(),
        progress: Progress::Received,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Obstruction {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        match (fact, event.actor.user()) {
            (Fact::TakenUp, Some(by)) => self.progress = Progress::TakenUp { by, at: event.at },
            (Fact::Answered { finding, text }, Some(by)) => {
                self.progress = Progress::Answered { by, at: event.at, finding: *finding, text: text.clone() };
            }
            (Fact::Added { .. }, _) => {
                if let Progress::Answered { by, .. } = self.progress {
                    self.progress = Progress::TakenUp { by, at: event.at };
                }
            }
            (Fact::ClockOverdue { clock, .. }, _) => self.overdue.push(*clock),
            _ => {}
        }
    }
}
