//! What an event says: to her dates only, at the desk who and when. Neither says what it is about.

use kernel::{Message, OrgId};

use super::{events::Fact, model::Whistleblow};
use crate::{
    lifecycle::{Fact as _, Recorded, due_of},
    names::key_of,
};

impl Fact {
    /// Whether she sees it: that it was received, sealed, handed over, has arrived, was answered, and what she added.
    #[must_use]
    pub fn is_public(&self) -> bool {
        matches!(
            self,
            Self::Sealed { .. }
                | Self::HandedOver { .. }
                | Self::ReceiptConfirmed { .. }
                | Self::OutcomeNoted
                | Self::Added { .. }
                | Self::PassedOn
        )
    }
}

/// The sentence on her page; `None` for what is internal.
#[must_use]
pub fn timeline(event: &Recorded<Fact>) -> Option<Message> {
    let fact = &event.event.fact;
    fact.is_public().then(|| Message::new(key_of("timeline", fact.kind())))
}

/// The sentence at the sealed desk. `org` gives the name of an organisation; `who` of a member of staff.
pub fn record(
    report: &Whistleblow,
    event: &Recorded<Fact>,
    org: &dyn Fn(OrgId) -> String,
    who: &dyn Fn(kernel::UserId) -> String,
) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of("event", fact.kind()));
    match fact {
        Fact::Received(first) => message.with("number", &first.number).with("unit", org(first.office)),
        Fact::IdentityChosen { identity } => message.with("identity", identity.key()),
        Fact::Opened { with, reason } => {
            let by = event.actor.user().map(who).unwrap_or_default();
            message.with("by", by).with("with", who(*with)).with("reason", reason.key())
        }
        Fact::KeepersSet { keepers } => {
            message.with("who", keepers.iter().map(|user| who(*user)).collect::<Vec<_>>().join(" · "))
        }
        Fact::Sealed { parts } | Fact::Added { parts } => message.with("parts", i64::from(*parts)),
        Fact::ClockOverdue { clock, def } => {
            let message = message.with("clock", format!("clock-{def}"));
            due_of(&report.clocks, *clock).map_or(message.clone(), |due| message.with("due", due))
        }
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        _ => message,
    }
}
