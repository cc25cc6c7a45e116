//! Registration and triage, refusal of what does not belong here.

use kernel::{CaseId, CaseNumber, NonEmpty, Refusal, Text, UserId};

use super::agency;
use crate::{
    agency::{Inquiry, judge},
    case::Channel,
    env::Env,
    lifecycle::{ClockMove, a_person},
    mandate::MandateEnd,
    petition::{
        commands::{Command, Register},
        events::{Event, Fact, Registered},
        model::Petition,
        rules,
        transitions::CommandKind,
    },
};

pub(super) fn register(cmd: Register, id: CaseId, number: CaseNumber, env: &Env<'_>) -> Result<Event, Refusal> {
    rules::at_most_five_represent_a_visit(cmd.channel == Channel::Visit, cmd.representatives, env)?;
    rules::representatives_are_among_the_people(cmd.representatives, cmd.headcount)?;
    rules::reports_of_wrongdoing_stay_out(cmd.matter_type)?;
    rules::received_is_past(cmd.received_at, env)?;
    let clock = if cmd.direct_to_unit { "NOTIFY_15D" } else { "FORWARD_15D" };
    let clocks = vec![ClockMove::Started(env.start_clock(clock, cmd.received_at, None)?)];
    let (agent, declined) = an_agent_who_may(&cmd, env);
    let mut clocks = clocks;
    if agent.is_some() {
        // The mandate is asked for from the moment somebody here acts for her, whenever she first said it.
        clocks.push(ClockMove::Started(env.start_clock(agency::MISSING, env.now(), None)?));
    }
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
        agent,
        station: cmd.station,
        grid: cmd.grid,
        respondent: cmd.respondent,
        headcount: cmd.headcount.max(1),
        representatives: cmd.representatives,
        matter_type: cmd.matter_type,
        purpose: cmd.purpose,
        device: cmd.device,
        declined,
    }));
    Ok(Event { fact, clocks })
}

/// R-010, rules.md 3.2: nobody's matter goes unregistered because the one at the door may not act for her. It is registered
/// without an agent, and the rules that say so are kept.
fn an_agent_who_may(cmd: &Register, env: &Env<'_>) -> (Option<UserId>, Vec<String>) {
    let Some(agent) = cmd.agent else { return (None, vec![]) };
    let agents_org = env.actor.org().filter(|_| env.actor.user() == Some(agent));
    let judged = judge(&Inquiry::at_registration(cmd.matter_type, cmd.respondent, agents_org));
    if judged.allows_an_agent().is_ok() { (Some(agent), vec![]) } else { (None, judged.names()) }
}

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Triage { matter_type, purpose, category, respondent, routes } => {
            rules::reports_of_wrongdoing_stay_out(*matter_type)?;
            rules::a_suggestion_is_moved(petition, *matter_type)?;
            if routes.iter().any(|(id, _)| petition.live_claims().all(|claim| claim.id != *id)) {
                return Err(Refusal::invalid("routes", "claim-unknown"));
            }
            let mut events = vec![Event::of(Fact::Triaged {
                matter_type: *matter_type,
                purpose: *purpose,
                category: category.clone(),
                respondent: *respondent,
                routes: routes.clone(),
            })];
            // Article 28.3: it turns out that the agent's own organisation is complained of.
            let mandate = petition.agency.mandate.as_ref();
            if respondent.is_some() && mandate.is_some_and(|mandate| Some(mandate.org) == *respondent) {
                events.push(agency::ended(petition, MandateEnd::SteppedBack, None, env));
            }
            Ok(events)
        }
        Command::MoveToSuggestion { suggestion, number } => {
            rules::nothing_but_a_proposal_is_moved(petition)?;
            let fact = Fact::Moved { suggestion: *suggestion, number: number.clone() };
            Ok(vec![Event { fact, clocks: petition.stop_for(CommandKind::MoveToSuggestion, env.now()) }])
        }
        Command::NotAccept { reason, explanation, elsewhere } => {
            rules::another_way_is_named(*reason, elsewhere.as_deref())?;
            let (reason, explanation, elsewhere) = (*reason, explanation.clone(), elsewhere.clone());
            let clocks = petition.stop_for(CommandKind::NotAccept, env.now());
            Ok(vec![Event { fact: Fact::NotAccepted { reason, explanation, elsewhere }, clocks }])
        }
        _ => finality(petition, command, env),
    }
}

fn finality(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let refuse = |code: &str| Err(Refusal::rule(code, "R-083", "A36_3"));
    match (command, petition.finality()) {
        (Command::ProposeFinality { .. }, Some(_)) => refuse("finality-proposed"),
        (Command::ProposeFinality { basis, same }, None) => {
            a_person(env)?;
            rules::it_was_finally_answered_before(petition, basis)?;
            let recheck = Text::parse("opinion", &basis.line())?;
            let (basis, same) = (Some(basis.clone()), Some(same.clone()));
            Ok(vec![Event::of(Fact::FinalityProposed { recheck, basis, same })])
        }
        (Command::ConfirmFinality, Some(proposal)) => {
            rules::finality_takes_two(proposal.by, env.actor)?;
            let clocks = petition.stop_for(CommandKind::ConfirmFinality, env.now());
            Ok(vec![Event { fact: Fact::NoMoreAccepted, clocks }])
        }
        (Command::DropFinality, Some(_)) => Ok(vec![Event::of(Fact::FinalityDropped)]),
        _ => refuse("finality-not-proposed"),
    }
}
