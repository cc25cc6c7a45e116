//! Onto the simple track and off it. The ordinary clocks run beside it all the time, so leaving it starts nothing anew.

use kernel::{Refusal, Text};

use crate::{
    env::Env,
    lifecycle::{self, ClockMove},
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::{Petition, Stage},
        simple::{self, SimpleEnd, SimpleGround},
        transitions::CommandKind,
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::ChooseSimple { ground } => choose(petition, *ground, env),
        Command::EndSimple { reason } => end(petition, reason.as_ref(), env),
        // The other commands go to the other rooms of `decide`.
        _ => Ok(vec![]),
    }
}

fn choose(petition: &Petition, ground: SimpleGround, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    lifecycle::a_person(env)?;
    simple::may_go_the_simple_way(petition, env)?;
    let from = match petition.dispatch() {
        Some(dispatch) => Some((simple::ACCEPT, dispatch.at)),
        None if petition.direct_to_unit => None,
        None => Some((simple::HOP, petition.received_at)),
    };
    let clock = from.map(|(def, at)| env.start_clock(def, at, None)).transpose()?;
    // A step whose short day is over already is simply not counted short.
    let clocks = clock.filter(|clock| env.now() < clock.due_at).map(ClockMove::Started).into_iter().collect();
    Ok(vec![Event { fact: Fact::SimpleChosen { ground }, clocks }])
}

/// She asks for it, or an office finds that it does not fit. After the answer only she does.
fn end(petition: &Petition, reason: Option<&Text<1000>>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let hers = env.actor.user().is_none();
    if !petition.may_go_ordinary(env.now()) || (petition.stage() == Stage::Served && !hers) {
        return Err(Refusal::rule("simple-too-late", "2.9", "SIMPLE_2016"));
    }
    if !hers && reason.is_none() {
        return Err(Refusal::invalid("reason", "simple-why"));
    }
    let why = if hers { SimpleEnd::HerWish } else { SimpleEnd::Office };
    let mut event = ended(petition, why, reason, env);
    if petition.stage() == Stage::Served {
        event.clocks.extend(
            petition
                .stop_for(CommandKind::EndSimple, env.now())
                .into_iter()
                .filter(|moved| !simple::CLOCKS.contains(&moved.clock().def.as_str())),
        );
        // From the day of acceptance, as if it had never been short: nothing begins anew.
        let accepted = petition.handling_or_refuse(CommandKind::EndSimple)?.accepted_at;
        event.clocks.push(ClockMove::Started(env.start_clock("HANDLE_60D", accepted, None)?));
    }
    Ok(vec![event])
}

/// The end of the simple track, told to her.
fn ended(petition: &Petition, why: SimpleEnd, reason: Option<&Text<1000>>, env: &Env<'_>) -> Event {
    let clocks = lifecycle::stop(&petition.clocks, simple::CLOCKS, env.now());
    Event { fact: Fact::SimpleEnded { why, reason: reason.cloned() }, clocks }
}

/// What a command leads to besides: the end of the simple track, when the matter is on it.
pub(super) fn leaving(petition: &Petition, why: Option<SimpleEnd>, env: &Env<'_>) -> Option<Event> {
    let answered = matches!(petition.stage(), Stage::OpinionIssued | Stage::Served | Stage::UnderReview);
    why.filter(|_| petition.is_simple() && !answered).map(|why| ended(petition, why, None, env))
}

/// Why what a command does cannot go the simple way.
pub(super) fn outgrows(command: &Command) -> Option<SimpleEnd> {
    match command {
        Command::Object { .. } => Some(SimpleEnd::NotOurs),
        Command::AskAssistance { .. } => Some(SimpleEnd::SeveralUnits),
        Command::RequestExtension { .. } => Some(SimpleEnd::MoreTime),
        Command::Forward { kind: crate::case::DispatchKind::AssignWithFeedback, .. } => Some(SimpleEnd::HandedDown),
        Command::Accept { routes, .. } => routes
            .iter()
            .any(|(_, route, _)| *route != crate::case::StatutoryRoute::PetitionProcedure)
            .then_some(SimpleEnd::LegalRoute),
        Command::SaveDraft { answers, .. } => {
            answers.iter().any(|one| simple::leaves(one.answer.result)).then_some(SimpleEnd::NotSupported)
        }
        _ => None,
    }
}

/// Clocks of the simple track that a step onward starts, beside the ordinary ones.
pub(super) fn onward(petition: &Petition, def: &str, env: &Env<'_>) -> Result<Option<ClockMove>, Refusal> {
    if !petition.is_simple() {
        return Ok(None);
    }
    Ok(Some(ClockMove::Started(env.start_clock(def, env.now(), None)?)))
}
