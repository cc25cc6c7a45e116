//! From the bureau to the unit that has to act: forwarding, objection, dispute. Elapsed time and hops only grow.

use jiff::Timestamp;
use kernel::{OrgId, Refusal};

use super::simple;
use crate::{
    case::DispatchKind,
    env::Env,
    lifecycle::{self, ClockMove, Governed, a_person},
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        rules, simple as track,
        transitions::{CommandKind, transition},
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Forward { to, kind, feedback_days } => forward(petition, *to, *kind, *feedback_days, env),
        Command::ReportUp { to, proposal } => Ok(vec![Event {
            fact: Fact::ReportedUp { from: petition.bureau, to: *to, proposal: proposal.clone() },
            clocks: petition.stop_for(CommandKind::ReportUp, env.now()),
        }]),
        Command::Object { reason, basis } => {
            a_person(env)?;
            rules::objection_in_time_with_reasons(petition, reason.as_str(), env)?;
            Ok(vec![Event {
                fact: Fact::Objected { reason: reason.clone(), basis: basis.clone() },
                clocks: petition.stop_for(CommandKind::Object, env.now()),
            }])
        }
        Command::RejectObjection { reason } => {
            // Whoever is complained of does not keep it, however late it noticed.
            rules::respondent_does_not_handle(petition, petition.holder())?;
            Ok(vec![Event::of(Fact::ObjectionRejected { reason: reason.clone() })])
        }
        Command::ApproveObjection { to, reason } => {
            differs(petition, *to)?;
            rules::further_hops_are_the_superiors(petition, env)?;
            let fact = Fact::ObjectionApproved { to: *to, reason: reason.clone() };
            hand_over(petition, *to, fact, CommandKind::ApproveObjection, env)
        }
        Command::RaiseDispute { superior } => {
            rules::the_superior_is_no_party(petition, *superior)?;
            // Who decides, and by when: she is told both. What runs for her runs on.
            let clocks = vec![ClockMove::Started(env.start_clock("DISPUTE_10D", env.now(), None)?)];
            Ok(vec![Event { fact: Fact::DisputeRaised { superior: *superior }, clocks }])
        }
        Command::DecideDispute { to, reason } => {
            rules::a_dispute_is_decided_by_no_party(petition, env)?;
            let fact = Fact::DisputeDecided { to: *to, reason: reason.clone() };
            hand_over(petition, *to, fact, CommandKind::DecideDispute, env)
        }
        // The other commands go to the other rooms of `decide`.
        _ => Ok(vec![]),
    }
}

fn forward(
    petition: &Petition,
    to: OrgId,
    kind: DispatchKind,
    feedback_days: Option<u32>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    if !petition.fits(transition(CommandKind::Forward)) {
        return Err(petition.not_now(CommandKind::Forward));
    }
    rules::respondent_does_not_handle(petition, to)?;
    let own = to == petition.bureau;
    let feedback = feedback_length(kind, feedback_days, own)?;
    let notify = own.then(|| petition.running("NOTIFY_15D")).flatten();
    let mut clocks: Vec<ClockMove> = petition
        .stop_for(CommandKind::Forward, env.now())
        .into_iter()
        .filter(|stopped| notify.is_none_or(|kept| kept.id != stopped.clock().id))
        .collect();
    if own {
        // Received by the unit itself: its notice is due from the day it was received, and nobody can take it back.
        if notify.is_none() {
            clocks.push(ClockMove::Started(env.start_clock("NOTIFY_15D", received_here(petition), None)?));
        }
    } else {
        for def in ["NOTIFY_15D", "OBJECTION_5WD"] {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
    }
    if let Some(days) = feedback {
        clocks.push(ClockMove::Started(env.start_clock("FEEDBACK_CUSTOM", env.now(), Some(days))?));
    }
    if kind == DispatchKind::Forward {
        clocks.extend(simple::onward(petition, track::ACCEPT, env)?);
    }
    let mut events = vec![Event { fact: Fact::Forwarded { from: petition.bureau, to, kind }, clocks }];
    events.extend(hop_limit_reached(petition, to, env));
    Ok(events)
}

/// When the bureau itself received what it now keeps: when its term to forward began (again after a reopening).
fn received_here(petition: &Petition) -> Timestamp {
    petition.running("FORWARD_15D").map_or(petition.received_at, |clock| clock.started_at)
}

/// an assignment, and only an assignment, has a term for its feedback.
fn feedback_length(kind: DispatchKind, days: Option<u32>, own: bool) -> Result<Option<u32>, Refusal> {
    let refuse = |code: &str, rule: &str, field: &str| Err(Refusal::rule(code, rule, "A22_1").on(field));
    match (kind, days) {
        (DispatchKind::Forward, _) => Ok(None),
        (DispatchKind::ReportForDecision, _) => refuse("report-is-not-forward", "R-031", "kind"),
        (DispatchKind::AssignWithFeedback, _) if own => refuse("assign-to-oneself", "R-033", "kind"),
        (DispatchKind::AssignWithFeedback, Some(days @ 1..)) => Ok(Some(days)),
        (DispatchKind::AssignWithFeedback, _) => refuse("assign-needs-days", "R-033", "feedback_days"),
    }
}

/// Gives the matter to another unit, whose clocks start anew, or leaves it where it is after a decision: then its clocks run
/// on. The elapsed time runs on in either case.
fn hand_over(
    petition: &Petition,
    to: OrgId,
    fact: Fact,
    command: CommandKind,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    rules::respondent_does_not_handle(petition, to)?;
    if petition.dispatch().is_some_and(|dispatch| dispatch.unit == to) {
        let clocks = lifecycle::stop(&petition.clocks, &["DISPUTE_10D"], env.now());
        return Ok(vec![Event { fact, clocks }]);
    }
    let row = transition(command);
    let mut clocks = lifecycle::stop(&petition.clocks, row.stops, env.now());
    for def in row.starts {
        clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
    }
    let mut events = vec![Event { fact, clocks }];
    events.extend(hop_limit_reached(petition, to, env));
    Ok(events)
}

/// §9.1: from this many changes of hands on the matter rises; it is said on the record each time.
fn hop_limit_reached(petition: &Petition, to: OrgId, env: &Env<'_>) -> Option<Event> {
    let hops = petition.hop_count() + usize::from(petition.unit().is_some_and(|unit| unit != to));
    let grows = hops > petition.hop_count();
    let hops = u32::try_from(hops).unwrap_or(u32::MAX);
    (grows && hops as usize >= env.settings.hop_limit).then(|| Event::of(Fact::HopLimitReached { hops }))
}

fn differs(petition: &Petition, to: OrgId) -> Result<(), Refusal> {
    if petition.dispatch().is_some_and(|dispatch| dispatch.unit == to) {
        return Err(Refusal::rule("objection-same-unit", "R-043", "A23_3").on("to"));
    }
    Ok(())
}
