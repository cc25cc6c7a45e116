//! What happened, said to people: the public eight facts of R-101 with what else concerns her, and the desk's full record.

use std::collections::{BTreeSet, HashMap};

use domain::{
    actor::Actor,
    case::DispatchKind,
    lifecycle::{Fact as _, Recorded},
    petition, work_order,
};
use jiff::{Timestamp, civil::Date};
use kernel::{Message, OrgId, UserId};

/// One line of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The event's place in the stream.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// The kind of fact, for icons and filters.
    pub kind: &'static str,
    /// In words.
    pub message: Message,
    /// Text that somebody wrote: a reason, a note.
    pub text: Option<String>,
    /// Who, for the desk.
    pub actor: Actor,
    /// The petitioner sees it too.
    pub public: bool,
}

/// Names of organisations, as lines need them.
pub type Names = HashMap<OrgId, String>;

/// Kinds of facts the petitioner is told at once.
const TOLD: &[&str] = &[
    "petition.registered",
    "petition.not_accepted",
    "petition.no_more_accepted",
    "petition.forwarded",
    "petition.reported_up",
    "petition.objected",
    "petition.objection_rejected",
    "petition.objection_approved",
    "petition.dispute_raised",
    "petition.dispute_decided",
    "petition.claim_routed",
    "petition.accepted",
    "petition.handoff_accepted",
    "petition.extension_granted",
    "petition.opinion_issued",
    "petition.served",
    "petition.executed",
    "petition.closed",
    "petition.withdrawn",
    "petition.reopened",
    "petition.clock_overdue",
    "petition.clocks_recomputed",
    "order.received",
    "order.answered",
    "order.redirected",
    "order.dispatched",
    "order.objected",
    "order.objection_approved",
    "order.claimed",
    "order.extended",
    "order.replied",
    "order.done",
    "order.reworked",
    "order.escalated",
    "order.converted",
    "order.closed",
    "order.clock_overdue",
];

/// Facts she sees on her page besides: her own steps, contacts, and progress that was written for her.
const SEEN: &[&str] = &[
    "petition.contacted",
    "petition.material_added",
    "petition.nudged",
    "petition.claim_confirmed",
    "petition.rated",
    "petition.reassigned",
    "order.contacted",
    "order.followed_up",
    "order.rated",
];

/// Whether the petitioner is told of this kind of fact when it happens.
#[must_use]
pub fn is_told(kind: &str) -> bool {
    TOLD.contains(&kind)
}

/// The key of a fact's sentence: `timeline-petition-forwarded` for her, `event-petition-forwarded` for the desk.
fn key(kind: &str, public: bool) -> String {
    let prefix = if public { "timeline" } else { "event" };
    format!("{prefix}-{}", kind.replace(['.', '_'], "-"))
}

/// Organisations that a record speaks of.
#[must_use]
pub fn orgs_in_petition(petition: &petition::Petition) -> BTreeSet<OrgId> {
    let mut orgs: BTreeSet<OrgId> = petition.hops.iter().flat_map(|hop| [hop.from, hop.to]).collect();
    orgs.extend([petition.bureau, petition.holder()]);
    orgs.extend(petition.respondent);
    orgs
}

/// A petition's record, newest first; only what is public when `for_her`.
#[must_use]
pub fn of_petition(events: &[Recorded<petition::Fact>], names: &Names, for_her: bool) -> Vec<Item> {
    let mut holder = None;
    let mut items = vec![];
    for event in events {
        if let Some(unit) = unit_of(&event.event.fact) {
            holder = Some(unit);
        }
        let (fact, kind) = (&event.event.fact, event.event.fact.kind());
        let progress = matches!(fact, petition::Fact::Progressed { public: true, .. });
        let public = is_told(kind) || SEEN.contains(&kind) || progress;
        if for_her && !public {
            continue;
        }
        let mut message = Message::new(key(kind, for_her));
        if let Some(name) = holder.and_then(|org| names.get(&org)) {
            message = message.with("unit", name);
        }
        if let Some(due) = due_of(&event.event.clocks) {
            message = message.with("due", due);
        }
        let (message, text) = details(fact, message, names);
        items.push(Item { seq: event.seq, at: event.at, kind, message, text, actor: event.actor, public });
    }
    items.reverse();
    items
}

/// The unit an event puts in charge.
fn unit_of(fact: &petition::Fact) -> Option<OrgId> {
    use petition::Fact as F;
    match fact {
        F::Registered(registered) => Some(registered.bureau),
        F::Forwarded { to, .. }
        | F::ReportedUp { to, .. }
        | F::ObjectionApproved { to, .. }
        | F::DisputeDecided { to, .. } => Some(*to),
        _ => None,
    }
}

/// The first date an event promises.
fn due_of(clocks: &[domain::lifecycle::ClockMove]) -> Option<Date> {
    let open = clocks.iter().map(domain::lifecycle::ClockMove::clock).filter(|clock| clock.is_open());
    // The longest span is the promise to her; the others are inner reminders (objection, first contact).
    open.max_by_key(|clock| clock.due_at).map(|clock| clock.statutory)
}

/// Facts for the sentence, and the text somebody wrote.
fn details(fact: &petition::Fact, message: Message, names: &Names) -> (Message, Option<String>) {
    use petition::Fact as F;
    let name = |org: &OrgId| names.get(org).cloned().unwrap_or_default();
    match fact {
        F::Registered(r) => (message.with("number", &r.number), None),
        F::NotAccepted { explanation, .. } => (message, Some(explanation.to_string())),
        F::Forwarded { kind, .. } => (message.with("assigned", *kind == DispatchKind::AssignWithFeedback), None),
        F::DisputeRaised { superior } => (message.with("superior", name(superior)), None),
        F::Objected { reason, .. }
        | F::ObjectionRejected { reason }
        | F::ObjectionApproved { reason, .. }
        | F::DisputeDecided { reason, .. } => (message, Some(reason.to_string())),
        F::HopLimitReached { hops } => (message.with("hops", hops), None),
        F::ClaimRouted { target, .. } => (message.with("target", target), None),
        F::HandoffAccepted { number, .. } | F::OpinionIssued { number } => (message.with("number", number), None),
        F::Contacted { note } | F::Progressed { note, .. } => (message, Some(note.to_string())),
        F::MaterialAdded { note, files } => (message.with("files", files), Some(note.to_string())),
        F::ExtensionRequested { days, reason } => (message.with("days", days), Some(reason.to_string())),
        F::ExtensionDeclined { reason } | F::DraftReturned { reason } => (message, Some(reason.to_string())),
        F::Served { on, late_entry_reason, .. } => {
            (message.with("on", on), late_entry_reason.as_ref().map(ToString::to_string))
        }
        F::Executed { evidence, .. } => (message, Some(evidence.to_string())),
        F::ClaimConfirmed { solved, .. } => (message.with("solved", solved), None),
        F::Rated { target, grade, comment } => {
            (message.with("target", target).with("grade", grade), comment.as_ref().map(ToString::to_string))
        }
        F::Reopened { text, .. } => (message, Some(text.to_string())),
        F::ClockOverdue { def, .. } => (message.with("clock", def), None),
        F::Withdrawn { reason } => (message, reason.as_ref().map(ToString::to_string)),
        _ => (message, None),
    }
}

/// A work order's record, newest first; only what is public when `for_her`.
#[must_use]
pub fn of_order(events: &[Recorded<work_order::Fact>], names: &Names, for_her: bool) -> Vec<Item> {
    let mut holder = None;
    let mut items = vec![];
    for event in events {
        use work_order::Fact as F;
        let fact = &event.event.fact;
        match fact {
            F::Received(received) => holder = Some(received.centre),
            F::Dispatched { to, .. } | F::ObjectionApproved { to, .. } | F::Escalated { to, .. } => holder = Some(*to),
            _ => {}
        }
        let kind = fact.kind();
        let public = is_told(kind) || SEEN.contains(&kind) || matches!(fact, F::Progressed { public: true, .. });
        if for_her && !public {
            continue;
        }
        let mut message = Message::new(key(kind, for_her));
        if let Some(name) = holder.and_then(|org| names.get(&org)) {
            message = message.with("unit", name);
        }
        if let Some(due) = due_of(&event.event.clocks) {
            message = message.with("due", due);
        }
        let (message, text) = order_details(fact, message);
        items.push(Item { seq: event.seq, at: event.at, kind, message, text, actor: event.actor, public });
    }
    items.reverse();
    items
}

fn order_details(fact: &work_order::Fact, message: Message) -> (Message, Option<String>) {
    use work_order::Fact as F;
    match fact {
        F::Received(r) => (message.with("number", &r.number), None),
        F::Answered { text } | F::Redirected { text, .. } => (message, Some(text.to_string())),
        F::Replied { text } | F::Done { text } => (message, Some(text.to_string())),
        F::Objected { reason } | F::ObjectionRejected { reason } | F::ObjectionApproved { reason, .. } => {
            (message, Some(reason.to_string()))
        }
        F::Contacted { note } | F::Progressed { note, .. } => (message, Some(note.to_string())),
        F::FollowedUp { note, solved, .. } => (message.with("solved", solved), Some(note.to_string())),
        F::Extended { days, reason } => (message.with("days", days), Some(reason.to_string())),
        F::Escalated { reason, .. } => (message, Some(reason.to_string())),
        F::Rated { grade, comment } => (message.with("grade", grade), comment.as_ref().map(ToString::to_string)),
        F::ClockOverdue { def, .. } => (message.with("clock", def), None),
        _ => (message, None),
    }
}

/// Members of staff that a record speaks of, for the desk.
pub fn users_in<F>(events: &[Recorded<F>]) -> BTreeSet<UserId> {
    events.iter().filter_map(|event| event.actor.user()).collect()
}
