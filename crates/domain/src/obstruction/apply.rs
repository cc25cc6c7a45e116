//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use kernel::{CaseId, Refusal};

use super::{
    commands::Command,
    events::{Event, Fact, Received},
    model::{Obstruction, Progress},
};
use crate::{
    case::CaseKind,
    env::Env,
    lifecycle::{self, Aggregate},
};

type Recorded = lifecycle::Recorded<Fact>;

impl Aggregate for Obstruction {
    const KIND: CaseKind = CaseKind::Obstruction;
    type Fact = Fact;
    type Command = Command;

    fn id(&self) -> CaseId {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn decide(&self, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
        self.decide_command(command, env)
    }

    fn begin(first: &Recorded) -> Option<Self> {
        match &first.event.fact {
            Fact::Received(received) => Some(begin(received, first)),
            _ => None,
        }
    }

    fn apply(&mut self, next: &Recorded) {
        for clock_move in &next.event.clocks {
            clock_move.apply_to(&mut self.clocks);
        }
        self.apply_fact(&next.event.fact, next);
        self.version = next.seq;
    }
}

fn begin(fact: &Received, first: &Recorded) -> Obstruction {
    let mut clocks = vec![];
    for clock_move in &first.event.clocks {
        clock_move.apply_to(&mut clocks);
    }
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
        clocks,
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
