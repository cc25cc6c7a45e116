//! Apply: total. Nothing panics and nothing is refused, so that any log can be read.

use super::{
    commands::Command,
    events::{Event, Fact, Received},
    model::{Level, Opening, Progress, Whistleblow},
};
use crate::lifecycle;

type Recorded = lifecycle::Recorded<Fact>;

lifecycle::aggregate!(Whistleblow as Whistleblow, id, Received => begin);

fn begin(fact: &Received, first: &Recorded) -> Whistleblow {
    Whistleblow {
        id: fact.id,
        number: fact.number.clone(),
        division: fact.division.clone(),
        office: fact.office,
        received_at: first.at,
        reporter: fact.reporter,
        identity: None,
        level: fact.level,
        keepers: fact.keepers.clone(),
        parts: 0,
        unread: 0,
        openings: vec![],
        progress: Progress::SealedIntake,
        clocks: vec![],
        overdue: vec![],
        version: first.seq,
    }
}

impl Whistleblow {
    fn apply_fact(&mut self, fact: &Fact, event: &Recorded) {
        match fact {
            Fact::IdentityChosen { identity } => {
                self.identity = Some(*identity);
                self.progress = Progress::IdentityChoice;
            }
            Fact::Sealed { parts } => {
                self.parts = *parts;
                self.progress = Progress::Sealed;
            }
            Fact::Opened { with, reason } => {
                if let Some(by) = event.actor.user() {
                    self.openings.push(Opening { at: event.at, by, with: *with, reason: *reason });
                }
            }
            Fact::KeepersSet { keepers } => self.keepers.clone_from(keepers),
            Fact::SentUp => self.level = Level::Above,
            Fact::Added { parts } => {
                self.parts = self.parts.saturating_add(*parts);
                self.unread = self.unread.saturating_add(*parts);
            }
            Fact::PassedOn => self.unread = 0,
            Fact::ClockOverdue { clock, .. } => self.overdue.push(*clock),
            Fact::Received(_) | Fact::ClocksRecomputed { .. } => {}
            _ => self.apply_way(fact, event),
        }
    }

    /// From the hand-over on.
    fn apply_way(&mut self, fact: &Fact, event: &Recorded) {
        let at = event.at;
        let next = match (fact, &self.progress) {
            (Fact::HandedOver { office, straight }, _) => {
                // What she added before goes along.
                self.unread = 0;
                Some(Progress::HandedOver { office: office.clone(), at, straight: *straight })
            }
            (Fact::ReceiptConfirmed { numbered }, Progress::HandedOver { office, at: handed_at, .. }) => {
                self.parts = self.parts.saturating_add(u32::from(*numbered));
                Some(Progress::ReceiptConfirmed { office: office.clone(), handed_at: *handed_at, at })
            }
            (Fact::WentOutside, Progress::ReceiptConfirmed { office, handed_at, at: received_at }) => {
                let (office, handed_at, received_at) = (office.clone(), *handed_at, *received_at);
                Some(Progress::External { office, handed_at, received_at })
            }
            (Fact::OutcomeNoted, Progress::External { office, .. }) => {
                Some(Progress::OutcomeNoted { office: office.clone(), at })
            }
            (Fact::Archived, _) => Some(Progress::SealedArchive { at }),
            _ => None,
        };
        if let Some(next) = next {
            self.progress = next;
        }
    }
}
