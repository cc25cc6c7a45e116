//! What an event of a suggestion says: at the desk, and to her.

use kernel::{Message, OrgId};

use super::{
    events::Fact,
    model::{Suggestion, whole},
};
use crate::{
    lifecycle::{self, Fact as _, Recorded, due_of, started_due},
    names::key_of,
    supervision,
};

/// The sentence on her page; `None` for what is the offices' own.
pub fn timeline(state: &Suggestion, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Option<Message> {
    event.event.fact.is_public().then(|| said("timeline", state, event, org))
}

/// The sentence at the desk.
pub fn record(state: &Suggestion, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", state, event, org)
}

fn said(prefix: &str, state: &Suggestion, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let unit = match fact {
        Fact::Forwarded { to, .. } | Fact::ObjectionApproved { to, .. } => org(*to),
        _ => lifecycle::author(event.actor, org).unwrap_or_else(|| org(state.holder())),
    };
    let due = match fact {
        Fact::ClockOverdue { clock, .. } => due_of(&state.clocks, *clock),
        Fact::Registered(_) => started_due(&event.event, "FORWARD_15D"),
        Fact::Forwarded { .. } => started_due(&event.event, super::transitions::ORDINARY),
        Fact::TakenUp { .. } => started_due(&event.event, super::transitions::SIMPLE)
            .or_else(|| state.clocks.iter().rev().find(|clock| is_reply(clock)).map(|clock| clock.statutory)),
        _ => None,
    };
    let mut message = Message::new(key_of(prefix, fact.kind())).with("unit", unit);
    if let Some(due) = due {
        message = message.with("due", due);
    }
    about(message, state, fact, org)
}

fn is_reply(clock: &crate::deadline::Clock) -> bool {
    super::transitions::REPLY.contains(&clock.def.as_str())
}

fn about(message: Message, state: &Suggestion, fact: &Fact, org: &dyn Fn(OrgId) -> String) -> Message {
    match fact {
        Fact::Registered(first) => message
            .with("number", &first.number)
            .with("count", first.points.len())
            .with("from", first.moved_from.as_ref().map_or_else(|| "no".to_owned(), |from| from.number.to_string())),
        Fact::TakenUp { simple, .. } => message.with("simple", if simple.is_some() { "yes" } else { "no" }),
        Fact::DraftSaved { answers, submitted, .. } => {
            message.with("count", answers.len()).with("submitted", if *submitted { "yes" } else { "no" })
        }
        Fact::Replied { number, items } => {
            let answers = state.answered().map(|answered| answered.reply.answers.as_slice());
            let result = answers
                .and_then(whole)
                .map_or_else(|| "suggestion-result-for-reference".to_owned(), super::model::Adoption::key);
            message.with("number", number).with("result", result).with("items", items.len())
        }
        Fact::ItemDone { item, on, .. } => message.with("item", item).with("day", on),
        Fact::ItemGivenUp { item, .. } => message.with("item", item),
        Fact::RewardConsidered { granted, .. } => message.with("granted", if *granted { "yes" } else { "no" }),
        Fact::MaterialAdded { files, .. } => message.with("files", files),
        Fact::PublicationSaid { allowed } => message.with("allowed", if *allowed { "yes" } else { "no" }),
        Fact::Rated { grade, .. } => message.with("grade", grade.key()),
        Fact::Supervised(notice) | Fact::SupervisionNoted(notice) => supervision::words::notice(message, notice, org),
        Fact::ClockOverdue { def, .. } => message.with("clock", format!("clock-{def}")),
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        _ => message,
    }
}
