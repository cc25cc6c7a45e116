//! What an event of a work order says: one sentence for the person's timeline, one for the desk.

use kernel::{Message, OrgId};

use super::{events::Fact, model::WorkOrder};
use crate::{
    cluster, escalation, leadership,
    lifecycle::{self, Fact as _, Recorded, due_of, started_due},
    names::key_of,
    supervision, urgent,
};

impl Fact {
    /// Whether the person's timeline shows it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self {
            Self::Progressed { public, .. } => *public,
            // She reads that a danger was reported, in one neutral line; how that goes on is the offices' own.
            Self::UrgentReported { deed } => matches!(deed, urgent::Deed::Reported { .. }),
            Self::Led { deed } => deed.is_public(),
            Self::LookAlikeSaid { .. }
            | Self::InterestDeclared { .. }
            | Self::Redone(_)
            | Self::SupervisionNoted(_) => false,
            _ => true,
        }
    }
}

/// The sentence on the person's timeline; `None` for what is internal. `org` gives the name of an organisation.
pub fn timeline(order: &WorkOrder, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Option<Message> {
    event.event.fact.is_public().then(|| said("timeline", order, event, org))
}

/// The sentence at the desk.
pub fn record(order: &WorkOrder, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", order, event, org)
}

fn said(prefix: &str, order: &WorkOrder, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let unit = match fact {
        Fact::Dispatched { to, .. } | Fact::ObjectionApproved { to, .. } | Fact::Escalated { to, .. } => Some(org(*to)),
        Fact::HandedOver { station, .. } | Fact::AgentChanged { station, .. } => Some(org(*station)),
        Fact::Objected { .. }
        | Fact::Claimed { .. }
        | Fact::Contacted { .. }
        | Fact::Replied { .. }
        | Fact::Done { .. }
        | Fact::Progressed { .. } => lifecycle::author(event.actor, org).or_else(|| Some(org(order.holder()))),
        _ => None,
    };
    let due = match fact {
        Fact::ClockOverdue { clock, .. } => due_of(&order.clocks, *clock),
        Fact::Extended { .. } => event.event.clocks.first().map(|moved| moved.clock().statutory),
        Fact::Dispatched { .. } | Fact::Reworked => started_due(&event.event, "CLOSE_7D"),
        Fact::MandateGiven(mandate) => Some(mandate.until),
        _ => None,
    };
    let mut message = Message::new(key_of(prefix, fact.kind()));
    if let Some(unit) = unit {
        message = message.with("unit", unit);
    }
    if let Some(due) = due {
        message = message.with("due", due);
    }
    match fact {
        Fact::Received(first) => message.with("number", &first.number),
        Fact::Redirected { disposition, .. } => message.with("disposition", disposition.key()),
        Fact::FollowedUp { solved, .. } => message.with("solved", if *solved { "yes" } else { "no" }),
        Fact::Led { deed } => leadership::words::said(prefix, message, deed, org),
        Fact::UrgentReported { deed } => message.with("deed", format!("urgent-deed-{}", deed.slug())),
        Fact::ClusterNoted(note) => cluster::note_said(message, note),
        Fact::LookAlikeSaid { said, .. } => message.with("said", crate::cause::key_of_saying(*said)),
        Fact::MandateGiven(mandate) => crate::mandate::words::given(message, mandate, org),
        Fact::MandateEnded { end, .. } => message.with("end", end.key()),
        Fact::InterestDeclared { ground } => message.with("ground", ground.key()),
        Fact::Rated { grade, .. } => message.with("grade", grade.key()),
        Fact::Raised(raised) => escalation::words::raised(message, raised, org),
        Fact::Redone(redone) => escalation::words::redone(message, redone),
        Fact::BroughtDown(down) => escalation::words::brought_down(message, down, org),
        Fact::Supervised(notice) | Fact::SupervisionNoted(notice) => supervision::words::notice(message, notice, org),
        Fact::ClockOverdue { def, .. } => message.with("clock", format!("clock-{def}")),
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        _ => message,
    }
}
