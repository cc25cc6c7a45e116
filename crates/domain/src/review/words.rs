//! What an event of a review says: at the desk, and to her.

use kernel::{Message, OrgId};

use super::{events::Fact, model::Review};
use crate::{
    lifecycle::{Fact as _, Recorded, due_of, first_started_due},
    names::key_of,
    supervision,
};

/// The sentence on her page; `None` for what is the office's own.
pub fn timeline(review: &Review, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Option<Message> {
    event.event.fact.is_public().then(|| said("timeline", review, event, org))
}

/// The sentence at the desk.
pub fn record(review: &Review, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", review, event, org)
}

fn said(prefix: &str, review: &Review, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of(prefix, fact.kind()))
        .with("organ", org(review.organ))
        .with("unit", org(review.unit))
        .with("level", review.level.key());
    let due = match fact {
        Fact::ClockOverdue { clock, .. } => due_of(&review.clocks, *clock),
        Fact::Accepted { .. } | Fact::HearingEnded { .. } => review.term().map(|clock| clock.statutory),
        _ => first_started_due(&event.event),
    };
    let message = match due {
        Some(due) => message.with("due", due),
        None => message,
    };
    match fact {
        Fact::Requested(first) => {
            message.with("count", first.contested.len()).with("late", if first.late.is_some() { "yes" } else { "no" })
        }
        Fact::Accepted { late, .. } => message.with("late", if late.is_some() { "yes" } else { "no" }),
        Fact::Rejected { ground, .. } => message.with("ground", ground.key()),
        Fact::FileSent { org: body, .. } => message.with("body", org(*body)),
        Fact::HearingCalled { on, hours, place, .. } => {
            message.with("day", on).with("hours", hours).with("place", place)
        }
        Fact::Supervised(notice) | Fact::SupervisionNoted(notice) => supervision::words::notice(message, notice, org),
        Fact::HearingOpened { from, place, .. } => message.with("day", from).with("place", place),
        Fact::HearingEnded { to, .. } => message.with("day", to),
        Fact::Issued { number } => message.with("number", number),
        Fact::Served { method, .. } => message.with("method", method.key()),
        Fact::MaterialAdded { files, .. } => message.with("files", files),
        Fact::Rated { grade, .. } => message.with("grade", grade.key()),
        Fact::ClockOverdue { def, .. } => message.with("clock", format!("clock-{def}")),
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        _ => message,
    }
}
