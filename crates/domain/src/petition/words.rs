//! What an event says: one sentence for the petitioner's timeline, one for the desk. Keys with arguments; the reader's
//! language comes last. What people wrote themselves (reasons, notes) stands beside the sentence, never inside it.

use kernel::{Message, OrgId};

use super::{
    contest::{ReviewNote, ReviewStep},
    events::Fact,
    mediation::MediationStep,
    model::Petition,
};
use crate::{
    cluster, escalation, leadership,
    lifecycle::{self, Fact as _, Recorded, due_of, started_due},
    names::key_of,
    supervision, urgent,
};

impl Fact {
    /// Whether the petitioner's timeline shows it: the eight facts of R-101, contacts, public progress, and what she did
    /// herself.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self {
            Self::Progressed { public, .. } => *public,
            // She reads that it was reported, in one neutral line; how that goes on is the offices' own.
            Self::UrgentReported { deed } => matches!(deed, urgent::Deed::Reported { .. }),
            Self::Led { deed } => deed.is_public(),
            Self::Triaged { .. }
            | Self::FinalityProposed { .. }
            | Self::FinalityDropped
            | Self::Reassigned { .. }
            | Self::ExtensionRequested { .. }
            | Self::ExtensionDeclined { .. }
            | Self::DraftSaved { .. }
            | Self::DraftChecked
            | Self::DraftReturned { .. }
            | Self::ClosingReported { .. }
            | Self::LookAlikeSaid { .. }
            | Self::InterestDeclared { .. }
            | Self::Redone(_)
            | Self::SupervisionNoted(_)
            | Self::CareRecorded(_)
            | Self::AssistanceGiven { .. }
            | Self::LookBackDue { .. }
            | Self::Archived => false,
            _ => true,
        }
    }
}

/// The sentence on the petitioner's timeline; `None` for what is internal. `org` gives the name of an organisation.
pub fn timeline(petition: &Petition, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Option<Message> {
    event.event.fact.is_public().then(|| said("timeline", petition, event, org))
}

/// The sentence at the desk.
pub fn record(petition: &Petition, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    said("event", petition, event, org)
}

fn said(prefix: &str, petition: &Petition, event: &Recorded<Fact>, org: &dyn Fn(OrgId) -> String) -> Message {
    let message = Message::new(key_of(prefix, event.event.fact.kind()));
    let message = match lifecycle::author(event.actor, org).or_else(|| petition.unit().map(org)) {
        Some(unit) if speaks_of_its_author(&event.event.fact) => message.with("unit", unit),
        _ => message,
    };
    let message = with_due(message, petition, event);
    with_facts(message, prefix, petition, &event.event.fact, org)
}

/// Whether the unit in the sentence is the one that acted.
fn speaks_of_its_author(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Objected { .. }
            | Fact::Accepted { .. }
            | Fact::Contacted { .. }
            | Fact::Progressed { .. }
            | Fact::OpinionIssued { .. }
            | Fact::ExecutionReported(_)
            | Fact::ExecutionVerified { .. }
            | Fact::SimpleChosen { .. }
    )
}

fn with_due(message: Message, petition: &Petition, event: &Recorded<Fact>) -> Message {
    let due = match &event.event.fact {
        Fact::ClockOverdue { clock, .. } => due_of(&petition.clocks, *clock),
        Fact::ExtensionGranted => event.event.clocks.first().map(|moved| moved.clock().statutory),
        Fact::Accepted { .. } => started_due(&event.event, "HANDLE_60D"),
        Fact::Forwarded { .. } | Fact::ObjectionApproved { .. } | Fact::DisputeDecided { .. } => {
            // A clock that ran on was not started here: the last one with that name is it.
            let running = || petition.clocks.iter().rev().find(|clock| clock.def == "NOTIFY_15D");
            started_due(&event.event, "NOTIFY_15D").or_else(|| running().map(|clock| clock.statutory))
        }
        _ => lifecycle::first_started_due(&event.event),
    };
    // Disputes on record from before the superior had a term name no day.
    let message = match event.event.fact {
        Fact::DisputeRaised { .. } => message.with("timed", if due.is_some() { "yes" } else { "no" }),
        _ => message,
    };
    match due {
        Some(due) => message.with("due", due),
        None => message,
    }
}

#[expect(clippy::too_many_lines, reason = "one table: what each fact says of itself")]
fn with_facts(
    message: Message,
    prefix: &str,
    petition: &Petition,
    fact: &Fact,
    org: &dyn Fn(OrgId) -> String,
) -> Message {
    let no = |id| petition.claims.iter().find(|claim| claim.id == id).map_or(0, |claim| claim.no);
    match fact {
        Fact::Registered(first) => {
            message.with("number", &first.number).with("station", first.station.map_or_else(|| "none".into(), org))
        }
        Fact::Triaged { matter_type, .. } => message.with("matter", matter_type.key()),
        Fact::Moved { number, .. } => message.with("number", number),
        Fact::NotAccepted { reason, .. } => message.with("reason", reason.key()),
        Fact::Forwarded { to, kind, .. } => message.with("unit", org(*to)).with("kind", kind.key()),
        Fact::ReportedUp { to, .. } | Fact::ObjectionApproved { to, .. } | Fact::DisputeDecided { to, .. } => {
            message.with("unit", org(*to))
        }
        Fact::AgentChanged { station, .. } => message.with("unit", org(*station)),
        Fact::AgentDesignated { org: station, stand_in, .. } => {
            crate::mandate::words::stood_in(message.with("unit", org(*station)), *stand_in, org)
        }
        Fact::MandateGiven(mandate) => crate::mandate::words::given(message, mandate, org),
        Fact::ClaimRead { claim, reading } => {
            message.with("claim", no(*claim)).with("taken", if reading.is_some() { "no" } else { "yes" })
        }
        Fact::ClaimSplit { claim, parts, .. } => message.with("claim", no(*claim)).with("count", parts.len() + 1),
        Fact::ClaimJoined { claim, into } => message.with("claim", no(*claim)).with("into", no(*into)),
        Fact::AssistanceAsked { unit, claims, due, .. } => {
            let numbers: Vec<String> = claims.iter().map(|id| no(*id).to_string()).collect();
            message.with("unit", org(*unit)).with("claims", numbers.join("、")).with("due", due)
        }
        Fact::AssistanceGiven { unit, .. } | Fact::AssistanceEnded { unit, .. } => message.with("unit", org(*unit)),
        Fact::DisputeRaised { superior } => message.with("unit", org(*superior)),
        Fact::HopLimitReached { hops } => message.with("hops", hops),
        Fact::ClaimRouted { claim, route, target } => {
            message.with("claim", no(*claim)).with("route", route.key()).with("target", target)
        }
        Fact::HandoffAccepted { claim, number } => message.with("claim", no(*claim)).with("number", number),
        Fact::ExtensionRequested { days, .. } => message.with("days", days),
        Fact::OpinionIssued { number, .. } => message.with("number", number),
        Fact::Served { method, .. } => message.with("method", method.key()),
        Fact::Executed { claim, .. } | Fact::ClaimSeparated { claim } | Fact::ClaimAdded { claim, .. } => {
            message.with("claim", no(*claim))
        }
        Fact::ExecutionBegun { items } => message.with("count", items.len()),
        Fact::ExecutionReported(said) => {
            message.with("claim", no(said.claim)).with("item", said.item).with("outcome", said.outcome.key())
        }
        Fact::ExecutionVerified { claim, item, holds, .. } => {
            message.with("claim", no(*claim)).with("item", item).with("holds", if *holds { "yes" } else { "no" })
        }
        Fact::ExecutionDisputed { claim, item, .. } => message.with("claim", no(*claim)).with("item", item),
        Fact::SimpleChosen { ground } => message.with("ground", ground.key()),
        Fact::SimpleEnded { why, .. } => message.with("why", why.key()),
        Fact::Led { deed } => leadership::words::said(prefix, message, deed, org),
        Fact::UrgentReported { deed } => message.with("deed", format!("urgent-deed-{}", deed.slug())),
        Fact::ClusterNoted(note) => cluster::note_said(message, note),
        Fact::LookAlikeSaid { said, .. } => message.with("said", crate::cause::key_of_saying(*said)),
        Fact::MaterialAdded { files, .. } => message.with("files", files),
        Fact::ClaimConfirmed { claim, solved } => {
            message.with("claim", no(*claim)).with("solved", if *solved { "yes" } else { "no" })
        }
        Fact::Rated { target, grade, .. } => message.with("target", target.key()).with("grade", grade.key()),
        Fact::FollowedUp { heard, .. } => {
            let solved = heard.iter().flat_map(|heard| &heard.claims).filter(|(_, solved)| *solved).count();
            let asked = heard.as_ref().map_or(0, |heard| heard.claims.len());
            message
                .with("reached", if heard.is_some() { "yes" } else { "no" })
                .with("solved", solved)
                .with("asked", asked)
        }
        Fact::Reopened { reason, .. } => message.with("reason", reason.key()),
        Fact::Raised(raised) => escalation::words::raised(message, raised, org),
        Fact::Redone(redone) => escalation::words::redone(message, redone),
        Fact::BroughtDown(down) => escalation::words::brought_down(message, down, org),
        Fact::MediationNoted(note) => {
            let message = message.with("unit", org(note.committee)).with("step", note.step.word());
            match note.step {
                MediationStep::Agreed { on } => message.with("day", on),
                _ => message,
            }
        }
        Fact::ReviewNoted(note) => noted(message, note, org),
        Fact::FinallyAnswered { how } => message.with("how", how.key()),
        Fact::CareRecorded(care) => message.with("unit", org(care.org)).with("day", care.from).with("due", care.until),
        Fact::Supervised(notice) | Fact::SupervisionNoted(notice) => supervision::words::notice(message, notice, org),
        Fact::ClockOverdue { def, .. } => message.with("clock", format!("clock-{def}")),
        Fact::MandateEnded { end, .. } => message.with("end", end.key()),
        Fact::RecusalAsked { of, .. } => message.with("of", of.key()),
        Fact::InterestDeclared { ground } => message.with("ground", ground.key()),
        Fact::RecusalDecided { steps_back, ground, .. } => {
            message.with("back", if *steps_back { "yes" } else { "no" }).with("ground", ground.key())
        }
        Fact::RemedyNoted { claim, occasion, known, .. } => {
            message.with("claim", no(*claim)).with("occasion", occasion.key()).with("known", known)
        }
        Fact::RemedyTaken { claim, on, place, .. } => {
            message.with("claim", no(*claim)).with("on", on).with("place", place)
        }
        Fact::RemedyDropped { claim, occasion, .. } => {
            message.with("claim", no(*claim)).with("occasion", occasion.key())
        }
        Fact::TermNear { def, due, .. } | Fact::LookBackDue { def, due, .. } => {
            message.with("clock", format!("clock-{def}")).with("due", due)
        }
        Fact::ClocksRecomputed { calendar } => message.with("calendar", calendar),
        _ => message,
    }
}

/// What happened to a review of the answer; `step` chooses the sentence.
fn noted(message: Message, note: &ReviewNote, org: &dyn Fn(OrgId) -> String) -> Message {
    let message = message.with("unit", org(note.organ)).with("level", note.level.key()).with("number", &note.number);
    match &note.step {
        ReviewStep::Requested { claims, .. } => message.with("step", "requested").with("count", claims.len()),
        ReviewStep::Accepted { due: Some(due) } => message.with("step", "accepted").with("due", due),
        ReviewStep::Accepted { due: None } => message.with("step", "taken"),
        ReviewStep::Refused { ground, .. } => message.with("step", "refused").with("ground", ground.key()),
        ReviewStep::Withdrawn => message.with("step", "withdrawn"),
        ReviewStep::Served { rulings, .. } => {
            let back = rulings.iter().filter(|(_, ruling)| ruling.result.sends_back()).count();
            message.with("step", if back > 0 { "sent_back" } else { "served" }).with("count", back)
        }
    }
}
