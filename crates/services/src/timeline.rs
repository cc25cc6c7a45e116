//! What happened, said to people: the public eight facts of R-101 with what else concerns her, and the desk's full record.

use std::collections::{BTreeSet, HashMap};

use domain::{
    actor::Actor,
    advice::{self, Advice},
    cluster::{self, Cluster},
    lifecycle::Recorded,
    mediation::{self, Mediation},
    meeting::{self, Meeting},
    obstruction, petition, proactive, review,
    suggestion::{self, Suggestion},
    supervision::{self, Supervision},
    work_order,
};
use jiff::Timestamp;
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
    "petition.settled",
    "petition.withdrawn",
    "petition.agent_changed",
    "petition.reopened",
    "petition.clock_overdue",
    "petition.clocks_recomputed",
    "petition.mandate_given",
    "petition.mandate_ended",
    "petition.agent_designated",
    "petition.recusal_asked",
    "petition.recusal_decided",
    "petition.raised",
    "petition.brought_down",
    "petition.supervised",
    "petition.remedy_noted",
    "petition.term_near",
    "petition.review_noted",
    "petition.finally_answered",
    "petition.moved",
    "suggestion.registered",
    "suggestion.forwarded",
    "suggestion.objected",
    "suggestion.objection_approved",
    "suggestion.taken_up",
    "suggestion.replied",
    "suggestion.item_done",
    "suggestion.item_given_up",
    "suggestion.reward_considered",
    "suggestion.closed",
    "suggestion.withdrawn",
    "suggestion.supervised",
    "suggestion.clock_overdue",
    "order.received",
    "order.answered",
    "order.redirected",
    "order.dispatched",
    "order.objected",
    "order.objection_approved",
    "order.claimed",
    "order.handed_over",
    "order.extended",
    "order.mandate_given",
    "order.mandate_ended",
    "order.replied",
    "order.done",
    "order.reworked",
    "order.escalated",
    "order.converted",
    "order.closed",
    "order.clock_overdue",
    "find.consented",
    "find.mandate_given",
    "find.mandate_ended",
    "find.progressed",
    "find.agent_resolved",
    "find.confirmed",
    "find.not_settled",
    "find.escalated",
    "find.reopened",
    "find.converted",
    "order.raised",
    "order.brought_down",
    "order.supervised",
    "obstruction.received",
    "obstruction.taken_up",
    "obstruction.answered",
    "obstruction.clock_overdue",
];

/// Whether the petitioner is told of this kind of fact when it happens.
#[must_use]
pub fn is_told(kind: &str) -> bool {
    TOLD.contains(&kind)
}

/// Organisations that a record speaks of.
#[must_use]
pub fn orgs_in_petition(petition: &petition::Petition) -> BTreeSet<OrgId> {
    let mut orgs: BTreeSet<OrgId> = petition.hops.iter().flat_map(|hop| [hop.from, hop.to]).collect();
    orgs.extend([petition.bureau, petition.holder(), petition.turn()]);
    orgs.extend(petition.respondent);
    orgs.extend(petition.station);
    orgs.extend(petition.agency.mandate.iter().map(|mandate| mandate.org));
    orgs.extend(petition.agency.designated.iter().map(|named| named.org));
    orgs.extend(petition.agent_station);
    orgs.extend(petition.rises.orgs());
    orgs.extend(petition.leadership.meetings.iter().map(|said| said.owner));
    orgs.extend(petition.contests.list.iter().map(|contest| contest.organ));
    orgs.extend(petition.contests.care.iter().map(|care| care.care.org));
    orgs.extend(petition.assisting.iter().flat_map(|part| [part.unit, part.from]));
    orgs
}

/// A petition's record, newest first; only what is public when `for_her`.
#[must_use]
pub fn of_petition(
    petition: &petition::Petition,
    events: &[Recorded<petition::Fact>],
    names: &Names,
    for_her: bool,
) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<petition::Fact>| {
        if for_her {
            petition::words::timeline(petition, event, &org)
        } else {
            Some(petition::words::record(petition, event, &org))
        }
    };
    let written = |fact: &petition::Fact| match fact {
        petition::Fact::Led { deed } if for_her => deed.written_for_her(),
        fact => written_in_petition(fact),
    };
    items(events, said, petition::Fact::is_public, written)
}

/// A work order's record, newest first; only what is public when `for_her`.
#[must_use]
pub fn of_order(
    order: &work_order::WorkOrder,
    events: &[Recorded<work_order::Fact>],
    names: &Names,
    for_her: bool,
) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<work_order::Fact>| {
        if for_her {
            work_order::words::timeline(order, event, &org)
        } else {
            Some(work_order::words::record(order, event, &org))
        }
    };
    let written = |fact: &work_order::Fact| match fact {
        work_order::Fact::Led { deed } if for_her => deed.written_for_her(),
        fact => written_in_order(fact),
    };
    items(events, said, work_order::Fact::is_public, written)
}

/// A report's record, newest first; only what whoever reported may see when `for_her`.
#[must_use]
pub fn of_report(
    report: &obstruction::Obstruction,
    events: &[Recorded<obstruction::Fact>],
    names: &Names,
    for_her: bool,
) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<obstruction::Fact>| {
        if for_her {
            obstruction::words::timeline(report, event, &org)
        } else {
            Some(obstruction::words::record(report, event, &org))
        }
    };
    items(events, said, obstruction::Fact::is_public, written_in_report)
}

/// A find's record, newest first; only what she may read when `for_her`.
#[must_use]
pub fn of_find(
    find: &proactive::Find,
    events: &[Recorded<proactive::Fact>],
    names: &Names,
    for_her: bool,
) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<proactive::Fact>| {
        if for_her {
            proactive::words::timeline(find, event, &org)
        } else {
            Some(proactive::words::record(find, event, &org))
        }
    };
    items(events, said, proactive::Fact::is_public, written_in_find)
}

fn written_in_find(fact: &proactive::Fact) -> Option<String> {
    use proactive::Fact as F;
    match fact {
        F::Progressed { note } | F::Reopened { note } => Some(note.to_string()),
        F::AgentResolved { what } => Some(what.to_string()),
        F::MandateEnded { reason, .. } => reason.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// A review's record, newest first; only what is public when `for_her`.
#[must_use]
pub fn of_review(state: &review::Review, events: &[Recorded<review::Fact>], names: &Names, for_her: bool) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<review::Fact>| {
        if for_her {
            review::words::timeline(state, event, &org)
        } else {
            Some(review::words::record(state, event, &org))
        }
    };
    items(events, said, review::Fact::is_public, written_in_review)
}

fn written_in_review(fact: &review::Fact) -> Option<String> {
    use review::Fact as F;
    match fact {
        F::Accepted { late, .. } => late.as_ref().map(ToString::to_string),
        F::Rejected { reason, .. } => Some(reason.to_string()),
        F::FileSent { note, .. } | F::MaterialAdded { note, .. } => Some(note.to_string()),
        F::HearingEnded { minutes, .. } => Some(minutes.to_string()),
        F::DraftReturned { reason } => Some(reason.to_string()),
        F::Reassigned { reason, .. } => Some(reason.to_string()),
        F::Withdrawn { reason } => reason.as_ref().map(ToString::to_string),
        F::Rated { comment, .. } => comment.as_ref().map(ToString::to_string),
        F::Served { late_entry_reason, .. } => late_entry_reason.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// A suggestion's record, newest first; only what is public when `for_her`.
#[must_use]
pub fn of_suggestion(
    state: &Suggestion,
    events: &[Recorded<suggestion::Fact>],
    names: &Names,
    for_her: bool,
) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<suggestion::Fact>| {
        if for_her {
            suggestion::words::timeline(state, event, &org)
        } else {
            Some(suggestion::words::record(state, event, &org))
        }
    };
    items(events, said, suggestion::Fact::is_public, written_in_suggestion)
}

fn written_in_suggestion(fact: &suggestion::Fact) -> Option<String> {
    use suggestion::Fact as F;
    match fact {
        F::Objected { reason } | F::ObjectionRejected { reason } | F::ObjectionApproved { reason, .. } => {
            Some(reason.to_string())
        }
        F::TakenUp { simple, .. } => simple.as_ref().map(ToString::to_string),
        F::Reassigned { reason, .. } => Some(reason.to_string()),
        F::DraftReturned { reason } | F::ItemGivenUp { reason, .. } => Some(reason.to_string()),
        F::ItemDone { evidence, .. } => Some(evidence.to_string()),
        F::RewardConsidered { text, .. } => Some(text.to_string()),
        F::Withdrawn { reason } => reason.as_ref().map(ToString::to_string),
        F::MaterialAdded { note, .. } => Some(note.to_string()),
        F::Rated { comment, .. } => comment.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// The record of a supervision, newest first.
#[must_use]
pub fn of_supervision(state: &Supervision, events: &[Recorded<supervision::Fact>], names: &Names) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<supervision::Fact>| Some(supervision::words::record(state, event, &org));
    items(events, said, |_| false, written_in_supervision)
}

/// The record of a piece of advice, newest first.
#[must_use]
pub fn of_advice(state: &Advice, events: &[Recorded<advice::Fact>], names: &Names) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<advice::Fact>| Some(advice::words::record(state, event, &org));
    let written = |fact: &advice::Fact| match fact {
        advice::Fact::Issued(first) => Some(first.advice.to_string()),
        advice::Fact::Replied { text, .. } => Some(text.to_string()),
        advice::Fact::Verified { found } => Some(found.to_string()),
        _ => None,
    };
    items(events, said, |_| false, written)
}

/// The record of a meeting, newest first.
#[must_use]
pub fn of_meeting(state: &Meeting, events: &[Recorded<meeting::Fact>], names: &Names) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<meeting::Fact>| Some(meeting::words::record(state, event, &org));
    // Nothing of it is hidden from anybody who may open it: no line says that it is internal.
    items(events, said, |_| true, meeting::words::written)
}

/// The record of a mediation, newest first: as the desk keeps it, or as one of its parties reads it.
#[must_use]
pub fn of_mediation(
    state: &Mediation,
    events: &[Recorded<mediation::Fact>],
    names: &Names,
    party: Option<u16>,
) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<mediation::Fact>| match party {
        Some(no) => mediation::words::timeline(state, event, no, &org),
        None => Some(mediation::words::record(state, event, &org)),
    };
    // Public is what every party reads.
    let is_public = |fact: &mediation::Fact| state.parties.iter().all(|party| fact.is_for(state, party.no));
    items(events, said, is_public, mediation::words::written)
}

/// The record of a cluster, newest first.
#[must_use]
pub fn of_cluster(state: &Cluster, events: &[Recorded<cluster::Fact>], names: &Names) -> Vec<Item> {
    let org = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = |event: &Recorded<cluster::Fact>| Some(cluster::words::record(state, event, &org));
    items(events, said, |_| true, cluster::words::written)
}

fn written_in_supervision(fact: &supervision::Fact) -> Option<String> {
    use supervision::Fact as F;
    match fact {
        F::Issued(made) | F::Proposed(made) => Some(made.demands.to_string()),
        F::Signed { demands, .. } | F::Listed { demands, .. } => Some(demands.to_string()),
        F::Dropped { reason, .. } | F::Closed { reason } => Some(reason.to_string()),
        F::Answered { text, .. } => Some(text.to_string()),
        F::Judged { reason, .. } => Some(reason.to_string()),
        F::Verified(finding) => Some(finding.substance.to_string()),
        F::Delisted { evidence } => Some(evidence.to_string()),
        F::Measured { text, .. } => Some(text.to_string()),
        _ => None,
    }
}

fn items<F: domain::lifecycle::Fact>(
    events: &[Recorded<F>],
    said: impl Fn(&Recorded<F>) -> Option<Message>,
    is_public: impl Fn(&F) -> bool,
    written: impl Fn(&F) -> Option<String>,
) -> Vec<Item> {
    let item = |event: &Recorded<F>| {
        let fact = &event.event.fact;
        Some(Item {
            seq: event.seq,
            at: event.at,
            kind: fact.kind(),
            message: said(event)?,
            text: written(fact),
            actor: event.actor,
            public: is_public(fact),
        })
    };
    events.iter().rev().filter_map(item).collect()
}

/// What somebody wrote: it stands beside the sentence, never inside it.
fn written_in_petition(fact: &petition::Fact) -> Option<String> {
    use petition::Fact as F;
    match fact {
        F::NotAccepted { explanation, .. } => Some(explanation.to_string()),
        F::Objected { reason, .. }
        | F::ObjectionRejected { reason }
        | F::ObjectionApproved { reason, .. }
        | F::DisputeDecided { reason, .. } => Some(reason.to_string()),
        F::ReportedUp { proposal, .. } => Some(proposal.to_string()),
        F::Contacted { note } | F::Progressed { note, .. } => Some(note.to_string()),
        F::MaterialAdded { note, .. } => Some(note.to_string()),
        F::ClusterNoted(note) => Some(note.text.to_string()),
        F::Led { deed } => deed.written(),
        F::ExtensionRequested { reason, .. }
        | F::ExtensionDeclined { reason }
        | F::DraftReturned { reason }
        | F::RecusalAsked { reason, .. }
        | F::RecusalDecided { reason, .. }
        | F::ExecutionDisputed { reason, .. } => Some(reason.to_string()),
        F::Reassigned { reason, .. } | F::AgentDesignated { reason, .. } | F::AssistanceEnded { reason, .. } => {
            Some(reason.to_string())
        }
        F::Served { late_entry_reason, .. } => late_entry_reason.as_ref().map(ToString::to_string),
        F::Executed { evidence, .. } => Some(evidence.to_string()),
        F::ExecutionReported(said) => Some(said.evidence.to_string()),
        F::ExecutionVerified { note, .. } => note.as_ref().map(ToString::to_string),
        F::ReviewNoted(note) => match &note.step {
            petition::ReviewStep::Refused { reason, .. } => Some(reason.to_string()),
            _ => None,
        },
        F::CareRecorded(care) => Some(care.what.to_string()),
        F::OpinionIssued { differs, .. } => differs.as_ref().map(ToString::to_string),
        F::ClosingReported { text } | F::AssistanceGiven { text, .. } => Some(text.to_string()),
        F::Rated { comment, .. } => comment.as_ref().map(ToString::to_string),
        F::Reopened { text, .. } => Some(text.to_string()),
        F::MandateEnded { reason, .. } => reason.as_ref().map(ToString::to_string),
        F::ClaimRead { reading, .. } => reading.as_ref().map(ToString::to_string),
        F::ClaimSplit { reading, parts, .. } => {
            let parts = parts.iter().map(|(_, part)| part.as_str());
            Some(std::iter::once(reading.as_str()).chain(parts).collect::<Vec<_>>().join("；"))
        }
        F::ClaimAdded { words, .. } => Some(words.to_string()),
        F::AssistanceAsked { task, .. } => Some(task.to_string()),
        F::Withdrawn { reason } | F::SimpleEnded { reason, .. } => reason.as_ref().map(ToString::to_string),
        F::Raised(raised) => raised.reason.as_ref().map(ToString::to_string),
        F::Redone(redone) => Some(redone.found.to_string()),
        F::BroughtDown(down) => Some(down.reason.to_string()),
        _ => None,
    }
}

fn written_in_order(fact: &work_order::Fact) -> Option<String> {
    use work_order::Fact as F;
    match fact {
        F::Answered { text } | F::Redirected { text, .. } => Some(text.to_string()),
        F::Replied { text } | F::Done { text } => Some(text.to_string()),
        F::Objected { reason } | F::ObjectionRejected { reason } | F::ObjectionApproved { reason, .. } => {
            Some(reason.to_string())
        }
        // What she said when she was called is for those who call and supervise, not for the unit that handled it.
        F::Contacted { note } | F::Progressed { note, .. } => Some(note.to_string()),
        F::Led { deed } => deed.written(),
        F::ClusterNoted(note) => Some(note.text.to_string()),
        F::MandateEnded { reason, .. } => reason.as_ref().map(ToString::to_string),
        F::Extended { reason, .. } | F::Escalated { reason, .. } => Some(reason.to_string()),
        F::Rated { comment, .. } => comment.as_ref().map(ToString::to_string),
        F::Raised(raised) => raised.reason.as_ref().map(ToString::to_string),
        F::Redone(redone) => Some(redone.found.to_string()),
        F::BroughtDown(down) => Some(down.reason.to_string()),
        _ => None,
    }
}

fn written_in_report(fact: &obstruction::Fact) -> Option<String> {
    use obstruction::Fact as F;
    match fact {
        F::Noted { note } => Some(note.to_string()),
        F::Answered { text, .. } => Some(text.to_string()),
        F::Added { note } => Some(note.to_string()),
        _ => None,
    }
}

/// Members of staff that a record speaks of, for the desk.
pub fn users_in<F>(events: &[Recorded<F>]) -> BTreeSet<UserId> {
    events.iter().filter_map(|event| event.actor.user()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn she_is_told_of_facts_that_exist() {
        for kind in TOLD {
            assert!(
                petition::Fact::KINDS.contains(kind)
                    || work_order::Fact::KINDS.contains(kind)
                    || obstruction::Fact::KINDS.contains(kind)
                    || proactive::Fact::KINDS.contains(kind)
                    || suggestion::Fact::KINDS.contains(kind)
                    || mediation::Fact::KINDS.contains(kind),
                "{kind}"
            );
        }
    }
}
