//! From registration to the unit that has to act: triage, forwarding, objection, dispute.

use kernel::{CaseId, CaseNumber, NonEmpty, OrgId, Refusal};

use crate::{
    case::{Channel, DispatchKind},
    env::Env,
    lifecycle::ClockMove,
    petition::{
        commands::{Command, Register},
        events::{Event, Fact, Registered},
        model::{Petition, Procedure},
        rules,
        transitions::CommandKind,
    },
};

pub(super) fn register(cmd: Register, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
    let visit = cmd.channel.statutory() == Channel::Visit && cmd.channel == Channel::Visit;
    rules::at_most_five_represent_a_visit(visit, cmd.representatives, env)?;
    rules::reports_of_wrongdoing_stay_out(cmd.matter_type)?;
    rules::received_is_past(cmd.received_at, env.now())?;
    let clock = if cmd.direct_to_unit { "NOTIFY_15D" } else { "FORWARD_15D" };
    let clocks = vec![ClockMove::Started(env.start_clock(clock, cmd.received_at, None)?)];
    let claims = cmd.claims.into_vec().into_iter().map(|text| (env.ctx.new_id(), text)).collect();
    let fact = Fact::Registered(Box::new(Registered {
        id,
        number,
        division: cmd.division,
        bureau: cmd.bureau,
        direct_to_unit: cmd.direct_to_unit,
        channel: cmd.channel,
        received_at: cmd.received_at,
        title: cmd.title,
        facts: cmd.facts,
        claims: NonEmpty::parse("claims", claims)?,
        petitioner: cmd.petitioner,
        agent: cmd.agent,
        respondent: cmd.respondent,
        headcount: cmd.headcount.max(1),
        matter_type: cmd.matter_type,
        purpose: cmd.purpose,
    }));
    Ok(Event { fact, clocks })
}

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Triage { matter_type, purpose, category, respondent } => {
            rules::reports_of_wrongdoing_stay_out(*matter_type)?;
            Ok(vec![Event::of(Fact::Triaged {
                matter_type: *matter_type,
                purpose: *purpose,
                category: category.clone(),
                respondent: *respondent,
            })])
        }
        Command::NotAccept { reason, explanation } => Ok(vec![Event {
            fact: Fact::NotAccepted { reason: *reason, explanation: explanation.clone() },
            clocks: petition.stop_for(CommandKind::NotAccept, env.now()),
        }]),
        Command::ProposeFinality { .. } | Command::ConfirmFinality | Command::DropFinality => {
            finality(petition, command, env)
        }
        Command::Forward { to, kind, feedback_days } => forward(petition, *to, *kind, *feedback_days, env),
        Command::ReportUp { to, proposal } => Ok(vec![Event {
            fact: Fact::ReportedUp { from: petition.bureau, to: *to, proposal: proposal.clone() },
            clocks: petition.stop_for(CommandKind::ReportUp, env.now()),
        }]),
        Command::Object { reason, basis } => {
            rules::objection_in_time_with_reasons(petition, reason.as_str(), env)?;
            Ok(vec![Event {
                fact: Fact::Objected { reason: reason.clone(), basis: basis.clone() },
                clocks: petition.stop_for(CommandKind::Object, env.now()),
            }])
        }
        Command::RejectObjection { reason } => Ok(vec![Event::of(Fact::ObjectionRejected { reason: reason.clone() })]),
        Command::ApproveObjection { to, reason } => {
            differs(petition, *to)?;
            let fact = Fact::ObjectionApproved { to: *to, reason: reason.clone() };
            hand_over(petition, *to, fact, &["NOTIFY_15D", "OBJECTION_5WD"], env)
        }
        Command::RaiseDispute { superior } => Ok(vec![Event::of(Fact::DisputeRaised { superior: *superior })]),
        Command::DecideDispute { to, reason } => {
            let fact = Fact::DisputeDecided { to: *to, reason: reason.clone() };
            hand_over(petition, *to, fact, &["NOTIFY_15D"], env)
        }
        _ => Ok(vec![]),
    }
}

fn finality(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let Procedure::Registered { finality } = &petition.procedure else {
        return Err(Refusal::rule("finality-not-proposed", "R-083", "A36_3"));
    };
    match (command, finality) {
        (Command::ProposeFinality { recheck }, _) if env.actor.user().is_some() => {
            Ok(vec![Event::of(Fact::FinalityProposed { recheck: recheck.clone() })])
        }
        (Command::ConfirmFinality, Some(proposal)) => {
            rules::finality_takes_two(proposal.by, env.actor)?;
            let clocks = petition.stop_for(CommandKind::ConfirmFinality, env.now());
            Ok(vec![Event { fact: Fact::NoMoreAccepted, clocks }])
        }
        (Command::DropFinality, Some(_)) => Ok(vec![Event::of(Fact::FinalityDropped)]),
        _ => Err(Refusal::rule("finality-not-proposed", "R-083", "A36_3")),
    }
}

fn forward(
    petition: &Petition,
    to: OrgId,
    kind: DispatchKind,
    feedback_days: Option<u32>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    rules::respondent_does_not_handle(petition, to)?;
    let mut clocks = petition.stop(&["FORWARD_15D"], env.now());
    if to == petition.bureau {
        // Received by the unit itself: the notice is due from the day it was received, and nobody can take it back.
        if petition.running("NOTIFY_15D").is_none() {
            clocks.push(ClockMove::Started(env.start_clock("NOTIFY_15D", petition.received_at, None)?));
        }
    } else {
        clocks.extend(petition.stop(&["NOTIFY_15D"], env.now()));
        for def in ["NOTIFY_15D", "OBJECTION_5WD"] {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
    }
    match (kind, feedback_days) {
        (DispatchKind::AssignWithFeedback, Some(days @ 1..)) => {
            clocks.push(ClockMove::Started(env.start_clock("FEEDBACK_CUSTOM", env.now(), Some(days))?));
        }
        (DispatchKind::AssignWithFeedback, _) => {
            return Err(Refusal::rule("assign-needs-days", "R-033", "A22_1").on("feedback_days"));
        }
        (DispatchKind::ReportForDecision, _) => {
            return Err(Refusal::rule("report-is-not-forward", "R-031", "A22_1").on("kind"));
        }
        (DispatchKind::Forward, _) => {}
    }
    Ok(vec![Event { fact: Fact::Forwarded { from: petition.bureau, to, kind }, clocks }])
}

/// Gives the matter to another unit (or the same, after a decision): its clocks start anew, the elapsed time runs on.
fn hand_over(
    petition: &Petition,
    to: OrgId,
    fact: Fact,
    starts: &[&str],
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    rules::respondent_does_not_handle(petition, to)?;
    let mut clocks = vec![];
    let same = petition.dispatch().is_some_and(|dispatch| dispatch.unit == to);
    if !same {
        clocks.extend(petition.stop(&["NOTIFY_15D", "OBJECTION_5WD"], env.now()));
        for def in starts {
            clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
        }
    }
    let mut events = vec![Event { fact, clocks }];
    let hops = petition.hop_count() + usize::from(!same);
    if !same && hops == env.settings.hop_limit {
        events.push(Event::of(Fact::HopLimitReached { hops: u32::try_from(hops).unwrap_or(u32::MAX) }));
    }
    Ok(events)
}

fn differs(petition: &Petition, to: OrgId) -> Result<(), Refusal> {
    if petition.dispatch().is_some_and(|dispatch| dispatch.unit == to) {
        return Err(Refusal::rule("objection-same-unit", "R-043", "A23_3").on("to"));
    }
    Ok(())
}
