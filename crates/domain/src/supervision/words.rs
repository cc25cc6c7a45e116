//! What an event of a supervision says at the desk, and what a notice of it says in the log of its case.

use kernel::{Message, OrgId};

use super::{
    events::{Fact, Notice},
    model::{Origin, Supervision},
};
use crate::{
    lifecycle::{Fact as _, Recorded, due_of, first_started_due},
    names::key_of,
};

/// The sentence at the desk.
pub fn record(supervision: &Supervision, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of("event", fact.kind())).with("unit", org(supervision.unit));
    let message = match first_started_due(&event.event) {
        Some(due) => message.with("due", due).with("clocked", "yes"),
        None => message.with("clocked", "no"),
    };
    let rung = |message: Message, no: u32| {
        message.with("rung", supervision.rung(no).map_or_else(|| "rung-reminder".to_owned(), |rung| rung.kind.key()))
    };
    match fact {
        Fact::Opened(first) => message.with("issuer", org(first.issuer)).with("number", &first.case_number),
        Fact::Issued(made) | Fact::Proposed(made) => {
            let message = message.with("rung", made.kind.key()).with("ground", made.ground.key());
            let message = message.with("letter", made.number.as_ref().map_or("", |number| number.as_str()));
            match &made.origin {
                Origin::Rule { rule, version, .. } => message.with("rule", rule).with("version", version),
                Origin::Person => message.with("rule", "none").with("version", ""),
            }
        }
        Fact::Signed { no, number, .. } => rung(message, *no).with("letter", number),
        Fact::Dropped { no, .. } | Fact::Answered { no, .. } => rung(message, *no),
        Fact::Judged { no, accepted, .. } => rung(message, *no).with("accepted", if *accepted { "yes" } else { "no" }),
        Fact::Verified(finding) => {
            let differs = if finding.difference.is_some() { "yes" } else { "no" };
            message.with("way", finding.way.key()).with("people", finding.verifiers.len()).with("differs", differs)
        }
        Fact::Listed { leader, due, .. } => message.with("leader", leader).with("due", due),
        Fact::Measured { kind, .. } => message.with("measure", kind.key()),
        Fact::ClockOverdue { clock, .. } => match due_of(&supervision.clocks, *clock) {
            Some(due) => message.with("due", due),
            None => message,
        },
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        Fact::Delisted { .. } | Fact::Closed { .. } => message,
    }
}

/// Adds to a sentence of the case which rung its unit is on and by when it answers.
#[must_use]
pub fn notice(message: Message, notice: &Notice, org: &dyn Fn(OrgId) -> String) -> Message {
    let rung = notice.rung.map_or_else(|| "rung-listed".to_owned(), super::model::RungKind::key);
    let message = message.with("unit", org(notice.unit)).with("rung", rung).with("ground", notice.ground.key());
    match notice.due {
        Some(due) => message.with("due", due).with("clocked", "yes"),
        None => message.with("clocked", "no"),
    }
}
