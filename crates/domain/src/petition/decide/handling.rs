//! The unit with power: acceptance, routes, contact, extension.

use kernel::{ClaimId, Refusal, Text, UserId};

use super::simple;
use crate::{
    case::{Claim, StatutoryRoute},
    env::Env,
    lifecycle::{ClockMove, a_person},
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        rules, simple as simple_track,
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
            petition.agency.free_of_interest(*handler, "handler")?;
            rules::the_new_handler_is_free(petition.handling_or_refuse(CommandKind::Reassign)?, *handler)?;
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
    petition.agency.free_of_interest(handler, "handler")?;
    if routes.iter().any(|(id, ..)| petition.live_claims().all(|claim| claim.id != *id)) {
        return Err(Refusal::invalid("routes", "claim-unknown"));
    }
    let (mut events, mut kept) = (vec![], vec![]);
    for claim in petition.live_claims() {
        match routed(claim, routes)? {
            Way::Here => kept.push(claim.id),
            Way::HandedOver => {}
            Way::Leaves(fact) => events.push(Event::of(fact)),
        }
    }
    let mut clocks = petition.stop_for(CommandKind::Accept, env.now());
    if kept.is_empty() {
        events.push(Event { fact: Fact::Routed, clocks });
        return Ok(events);
    }
    for def in ["HANDLE_60D", "FIRST_CONTACT_3WD"] {
        clocks.push(ClockMove::Started(env.start_clock(def, env.now(), None)?));
    }
    if events.is_empty() {
        clocks.extend(simple::onward(petition, simple_track::OPINION, env)?);
    }
    events.push(Event { fact: Fact::Accepted { handler, claims: kept }, clocks });
    Ok(events)
}

enum Way {
    /// Answered by an opinion.
    Here,
    /// Its legal channel has it since an earlier round.
    HandedOver,
    /// Handed to its legal channel now.
    Leaves(Fact),
}

fn routed(claim: &Claim, routes: &[Route]) -> Result<Way, Refusal> {
    let refuse = |code: &str| Err(Refusal::rule(code, "R-023", "A31").on("routes").with("claim", claim.no));
    let accepted = claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_some());
    match routes.iter().find(|(id, ..)| *id == claim.id) {
        None if accepted => Ok(Way::HandedOver),
        None => refuse("claim-without-route"),
        Some((_, StatutoryRoute::PetitionProcedure, _)) => Ok(Way::Here),
        Some((_, _, None)) => refuse("route-without-target"),
        Some((_, route, Some(target))) => {
            Ok(Way::Leaves(Fact::ClaimRouted { claim: claim.id, route: *route, target: target.clone() }))
        }
    }
}

fn extension(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let handling = petition.handling_or_refuse(command.kind())?;
    if let Command::RequestExtension { days, reason } = command {
        a_person(env)?;
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
