//! What an event of a report says: one sentence for whoever reported, one for the receiver's desk.

use kernel::{Message, OrgId};

use super::{events::Fact, model::Obstruction};
use crate::{
    lifecycle::{Fact as _, Recorded, due_of, first_started_due, started_due},
    names::key_of,
};

impl Fact {
    /// Whether whoever reported sees it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !matches!(self, Self::Noted { .. } | Self::ClocksRecomputed { .. })
    }
}

/// The sentence on the reporter's page; `None` for what is internal. `org` gives the name of an organisation.
pub fn timeline(report: &Obstruction, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Option<Message> {
    event.event.fact.is_public().then(|| said("timeline", report, event, org))
}

/// The sentence at the desk.
pub fn record(report: &Obstruction, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", report, event, org)
}

fn said(prefix: &str, report: &Obstruction, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of(prefix, fact.kind()));
    match fact {
        Fact::Received(first) => {
            let due = started_due(&event.event, super::transitions::ANSWER);
            let message = message.with("number", &first.number).with("unit", org(report.receiver));
            due.map_or(message.clone(), |due| message.with("due", due))
        }
        Fact::TakenUp | Fact::Noted { .. } => message.with("unit", org(report.receiver)),
        Fact::Answered { finding, .. } => message.with("unit", org(report.receiver)).with("finding", finding.key()),
        Fact::Added { .. } => match first_started_due(&event.event) {
            Some(due) => message.with("again", "yes").with("due", due),
            None => message.with("again", "no").with("due", ""),
        },
        Fact::ClockOverdue { clock, def } => {
            let message = message.with("clock", format!("clock-{def}"));
            due_of(&report.clocks, *clock).map_or(message.clone(), |due| message.with("due", due))
        }
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
    }
}
