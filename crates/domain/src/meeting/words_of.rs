//! What an event of a meeting says at the desk.

use kernel::{Message, OrgId};

use super::{life::Fact, model::Meeting};
use crate::{
    lifecycle::{Fact as _, Recorded},
    names::key_of,
};

/// The sentence at the desk.
pub fn record(meeting: &Meeting, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of("event", fact.kind()));
    let owner = |no: u16| meeting.decision(no).map(|one| org(one.resolved.owner)).unwrap_or_default();
    match fact {
        Fact::Called(called) => {
            message.with("day", called.on).with("place", &called.place).with("chair", &called.chair)
        }
        Fact::Moved { on, place, .. } => message.with("day", on).with("place", place),
        Fact::ItemPut(item) => message.with("item", item.no).with("kind", item.kind.key()),
        Fact::ItemDropped { item, .. } => message.with("item", item),
        Fact::Decided(resolved) => {
            let message = message.with("item", resolved.item).with("unit", org(resolved.owner));
            match resolved.due {
                Some(due) => message.with("timed", "yes").with("due", due),
                None => message.with("timed", "no"),
            }
        }
        Fact::Answered { decision, on, .. } => {
            message.with("decision", decision).with("unit", owner(*decision)).with("day", on)
        }
        Fact::Accepted { decision } | Fact::Reminded { decision } => {
            message.with("decision", decision).with("unit", owner(*decision))
        }
        Fact::Returned { decision, due, .. } => {
            message.with("decision", decision).with("unit", owner(*decision)).with("due", due)
        }
        Fact::ClockOverdue { clock, .. } => {
            let late = meeting.decisions.iter().find(|one| one.track.clocks.contains(clock));
            let unit = late.map(|one| org(one.resolved.owner)).unwrap_or_default();
            message.with("decision", late.map_or(0, |one| one.no)).with("unit", unit)
        }
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        Fact::Minuted | Fact::CalledOff { .. } => message,
    }
}

/// What somebody wrote; stands beside the sentence.
#[must_use]
pub fn written(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Called(called) => Some(called.title.to_string()),
        Fact::ItemPut(item) => Some(item.text.to_string()),
        Fact::ItemDropped { reason, .. } | Fact::CalledOff { reason } | Fact::Returned { reason, .. } => {
            Some(reason.to_string())
        }
        Fact::Decided(resolved) => Some(resolved.text.to_string()),
        Fact::Answered { evidence, .. } => Some(evidence.to_string()),
        _ => None,
    }
}
