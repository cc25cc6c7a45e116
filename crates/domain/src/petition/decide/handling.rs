//! The unit with power: acceptance, routes, contact, extension.

use kernel::{ClaimId, Refusal, Text, UserId};

use crate::{
    case::StatutoryRoute,
    env::Env,
    lifecycle::ClockMove,
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        rules,
        transitions::CommandKind,
    },
};

type Route = (ClaimId, StatutoryRoute, Option<Text<100>>);

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Accept { handler, routes } => accept(petition, *handler, routes, env),
        Command::HandoffAccepted { claim, number } => {
            let known = petition
                .claims
                .iter()
                .any(|c| c.id == *claim && c.handoff.as_ref().is_some_and(|h| h.accepted.is_none()));
            if !known {
                return Err(Refusal::invalid("claim", "claim-not-handed-off"));
            }
            Ok(vec![Event::of(Fact::HandoffAccepted { claim: *claim, number: number.clone() })])
        }
        Command::Reassign { handler, reason } => {
            Ok(vec![Event::of(Fact::Reassigned { handler: *handler, reason: reason.clone() })])
        }
        Command::Contact { note } => Ok(vec![Event {
            fact: Fact::Contacted { note: note.clone() },
            clocks: petition.stop_for(CommandKind::Contact, env.now()),
        }]),
        Command::Progress { note, public } => {
            Ok(vec![Event::of(Fact::Progressed { note: note.clone(), public: *public })])
        }
        _ => extension(petition, command, env),
    }
}

fn accept(petition: &Petition, handler: UserId, routes: &[Route], env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    rules::respondent_does_not_handle(petition, petition.holder())?;
    let mut events = vec![];
    let mut kept = vec![];
    for claim in petition.claims.iter() {
        let Some((_, route, target)) = routes.iter().find(|(id, ..)| *id == claim.id) else {
            return Err(Refusal::rule("claim-without-route", "R-023", "A31").on("routes").with("claim", claim.no));
        };
        match (route, target) {
            (StatutoryRoute::PetitionProcedure, _) => kept.push(claim.id),
            (_, Some(target)) => {
                events.push(Event::of(Fact::ClaimRouted { claim: claim.id, route: *route, target: target.clone() }))
            }
            (_, None) => {
                return Err(Refusal::rule("route-without-target", "R-023", "A31").on("routes").with("claim", claim.no));
            }
        }
    }
    let mut clocks = petition.stop_for(CommandKind::Accept, env.now());
    if kept.is_empty() {
        events.push(Event { fact: Fact::Routed, clocks });
        return Ok(events);
    }
    for def in transition_starts() {
        clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
    }
    events.push(Event { fact: Fact::Accepted { handler, claims: kept }, clocks });
    Ok(events)
}

fn transition_starts() -> &'static [&'static str] {
    crate::petition::transition(CommandKind::Accept).starts
}

fn extension(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let handling = petition.handling_or_refuse()?;
    if let Command::RequestExtension { days, reason } = command {
        rules::extension_at_most_thirty_days(*days)?;
        rules::extension_only_once(handling)?;
        rules::extension_before_expiry(petition, env.now())?;
        return Ok(vec![Event::of(Fact::ExtensionRequested { days: *days, reason: reason.clone() })]);
    }
    let waiting = handling.extension.as_ref().filter(|extension| extension.granted.is_none());
    let Some(asked) = waiting else {
        return Err(Refusal::rule("extension-not-asked", "R-067", "A34"));
    };
    rules::extension_not_approved_by_the_handler(handling, asked, env.actor)?;
    if let Command::DeclineExtension { reason } = command {
        return Ok(vec![Event::of(Fact::ExtensionDeclined { reason: reason.clone() })]);
    }
    rules::extension_before_expiry(petition, env.now())?;
    let Some(clock) = petition.running("HANDLE_60D") else {
        return Err(Refusal::rule("extension-no-clock", "R-067", "A34"));
    };
    let extended = clock.extend(asked.days, env.clock_def("HANDLE_60D")?, env.calendar, env.now())?;
    Ok(vec![Event { fact: Fact::ExtensionGranted, clocks: vec![ClockMove::Changed(extended)] }])
}
