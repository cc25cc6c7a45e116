//! What an event of a cluster says at the desk.

use kernel::{Message, OrgId};

use super::{life::Fact, model::Cluster};
use crate::{
    lifecycle::{Fact as _, Recorded},
    names::key_of,
};

/// The sentence at the desk.
pub fn record(cluster: &Cluster, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let fact = &event.event.fact;
    let message = Message::new(key_of("event", fact.kind()));
    let owner = |no: u16| cluster.step(no).map(|step| org(step.owner)).unwrap_or_default();
    match fact {
        Fact::Founded(founded) => message.with("unit", org(founded.lead)),
        Fact::TeamSet { lead, team } => message.with("unit", org(*lead)).with("others", team.len()),
        Fact::Joined { number, .. } | Fact::AdviceLinked { number, .. } => message.with("number", number),
        Fact::Left { case, .. } => {
            let member = cluster.members.iter().find(|member| member.case == *case);
            message.with("number", member.map(|member| member.number.to_string()).unwrap_or_default())
        }
        Fact::StepPut { owner, due, .. } => message.with("unit", org(*owner)).with("due", due),
        Fact::StepDropped { step, .. } => message.with("step", step),
        Fact::Answered { step, on, .. } => message.with("step", step).with("unit", owner(*step)).with("day", on),
        Fact::Accepted { step } | Fact::Reminded { step } => message.with("step", step).with("unit", owner(*step)),
        Fact::Returned { step, due, .. } => message.with("step", step).with("unit", owner(*step)).with("due", due),
        Fact::ClockOverdue { clock, .. } => {
            let late = cluster.steps.iter().find(|step| step.track.clocks.contains(clock));
            let unit = late.map(|step| org(step.owner)).unwrap_or_default();
            message.with("step", late.map_or(0, |step| step.no)).with("unit", unit)
        }
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        Fact::WayProposed(_)
        | Fact::WayApproved
        | Fact::WayReturned { .. }
        | Fact::Told { .. }
        | Fact::Closed { .. }
        | Fact::Reopened { .. } => message,
    }
}

/// What somebody wrote; stands beside the sentence.
#[must_use]
pub fn written(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::Founded(founded) => founded.cause.to_string(),
        Fact::StepPut { text, .. } | Fact::Told { text } => text.to_string(),
        Fact::Left { reason, .. }
        | Fact::StepDropped { reason, .. }
        | Fact::Returned { reason, .. }
        | Fact::WayReturned { reason }
        | Fact::Reopened { reason } => reason.to_string(),
        Fact::Answered { evidence, .. } => evidence.to_string(),
        Fact::WayProposed(way) => way.handling.to_string(),
        Fact::Closed { summary } => summary.to_string(),
        _ => return None,
    })
}
