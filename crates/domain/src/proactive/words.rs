//! What an event of a find says.

use kernel::{Message, OrgId};

use super::{events::Fact, model::Find, urgent::Told};
use crate::{
    lifecycle::{self, Fact as _, Recorded, due_of},
    names::key_of,
};

impl Fact {
    /// Whether she reads it on her page: everything from her consent on.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::Observed(_)
                | Self::Assigned { .. }
                | Self::Informed
                | Self::Declined
                | Self::Revisited
                | Self::UrgentReported { .. }
                | Self::Forgotten
        )
    }
}

/// The sentence on her page; `None` for what is internal.
pub fn timeline(find: &Find, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Option<Message> {
    event.event.fact.is_public().then(|| said("timeline", find, event, org))
}

/// The sentence at the desk.
pub fn record(find: &Find, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", find, event, org)
}

fn said(prefix: &str, find: &Find, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of(prefix, fact.kind()));
    let due = match fact {
        Fact::ClockOverdue { clock, .. } => due_of(&find.clocks, *clock),
        Fact::MandateGiven(mandate) => Some(mandate.until),
        _ => lifecycle::first_started_due(&event.event),
    };
    let message = match due {
        Some(due) => message.with("due", due),
        None => message,
    };
    match fact {
        Fact::Observed(seen) => message.with("signal", seen.signal.key()),
        Fact::Assigned { org: point, .. } | Fact::AgentChanged { station: point, .. } => {
            message.with("unit", org(*point))
        }
        Fact::MandateGiven(mandate) => crate::mandate::words::given(message, mandate, org),
        Fact::MandateEnded { end, .. } => message.with("end", end.key()),
        Fact::Escalated { to, rule, .. } => {
            let why = rule.as_ref().map_or_else(|| "none".to_owned(), |rule| rule.trigger.key());
            let measured = rule.as_ref().map_or(0, |rule| rule.measured);
            message.with("level", to.key()).with("why", why).with("measured", measured)
        }
        Fact::MediationEnded { agreed } => message.with("agreed", if *agreed { "yes" } else { "no" }),
        Fact::UrgentReported { danger, told } => {
            let knows = |one: Told| if told.contains(&one) { "yes" } else { "no" };
            let message = message.with("danger", danger.key()).with("police", knows(Told::Police));
            let message = message.with("ambulance", knows(Told::Ambulance)).with("government", knows(Told::Government));
            message.with("bureau", knows(Told::Bureau))
        }
        Fact::ClockOverdue { def, .. } => message.with("clock", format!("clock-{def}")),
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        _ => message,
    }
}
