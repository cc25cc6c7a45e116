//! What an event of advice says at the desk.

use kernel::{Message, OrgId};

use super::{life::Fact, model::Advice};
use crate::{
    lifecycle::{Fact as _, Recorded, due_of, first_started_due},
    names::key_of,
};

/// The sentence at the desk.
pub fn record(advice: &Advice, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of("event", fact.kind())).with("unit", org(advice.issued.to));
    match fact {
        Fact::Issued(first) => {
            let message = message.with("kind", first.kind.key()).with("letter", &first.letter);
            match first_started_due(&event.event) {
                Some(due) => message.with("due", due),
                None => message,
            }
        }
        Fact::Replied { adoption, .. } => message.with("adoption", adoption.key()),
        Fact::ClockOverdue { clock, .. } => match due_of(&advice.clocks, *clock) {
            Some(due) => message.with("due", due),
            None => message,
        },
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        Fact::Received | Fact::Verified { .. } => message,
    }
}
