//! The periods of other laws that run beside the petition: noted for a claim, pursued by her, said in time.

use jiff::civil::Date;
use kernel::{ClaimId, ClockId, Refusal, Text};

use crate::{
    actor::Actor,
    env::Env,
    lifecycle::ClockMove,
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
    },
    remedy::{self, Occasion, Pursued},
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::NoteRemedy { claim, occasion, known } => note(petition, *claim, *occasion, *known, env)?,
        Command::TakeRemedy { claim, occasion, on, place } => take(petition, *claim, *occasion, *on, place, env)?,
        Command::DropRemedy { claim, occasion, reason } => {
            somebody(env)?;
            let dropped = pursued(petition, *claim, *occasion)?;
            let fact = Fact::RemedyDropped { claim: *claim, occasion: *occasion, reason: reason.clone() };
            Event { fact, clocks: stopped(petition, dropped, env) }
        }
        Command::RemindTerm { clock } => remind(petition, *clock, env)?,
        // The other commands go to the other rooms of `decide`.
        _ => return Ok(vec![]),
    };
    Ok(vec![event])
}

/// Counts from the day told; told anew, the earlier day counts no more.
fn note(petition: &Petition, claim: ClaimId, occasion: Occasion, known: Date, env: &Env<'_>) -> Result<Event, Refusal> {
    somebody(env)?;
    let found = petition.claims.iter().find(|one| one.id == claim).ok_or_else(unknown)?;
    if !found.is_live() {
        return Err(Refusal::invalid("claim", "claim-joined"));
    }
    let before = found.remedies.iter().find(|one| one.occasion == occasion);
    if before.is_some_and(|one| one.known == known && one.taken.is_none()) {
        return Err(Refusal::invalid("known", "remedy-noted-already"));
    }
    let mut moves = before.map_or_else(Vec::new, |before| stopped(petition, before, env));
    let started = remedy::terms(occasion, known, env)?;
    let clocks = started.iter().map(|(_, clock)| clock.id).collect();
    moves.extend(started.into_iter().map(|(_, clock)| ClockMove::Started(clock)));
    Ok(Event { fact: Fact::RemedyNoted { claim, occasion, known, clocks }, clocks: moves })
}

/// She went there on that day: the period is kept, or was missed, and is counted no more.
fn take(
    petition: &Petition,
    claim: ClaimId,
    occasion: Occasion,
    on: Date,
    place: &Text<100>,
    env: &Env<'_>,
) -> Result<Event, Refusal> {
    somebody(env)?;
    let taken = pursued(petition, claim, occasion)?;
    if on > env.ctx.today() {
        return Err(Refusal::invalid("on", "remedy-day-future"));
    }
    if on < taken.known {
        return Err(Refusal::invalid("on", "remedy-day-before").with("known", taken.known));
    }
    let fact = Fact::RemedyTaken { claim, occasion, on, place: place.clone() };
    Ok(Event { fact, clocks: stopped(petition, taken, env) })
}

/// A right of hers soon runs out: she is told once.
fn remind(petition: &Petition, id: ClockId, env: &Env<'_>) -> Result<Event, Refusal> {
    let hers = |def: &str| env.clocks.get(def).is_some_and(|def| def.owed_by.is_right());
    let clock = petition.clocks.iter().find(|clock| {
        clock.id == id && clock.is_running() && hers(clock.def.as_str()) && !petition.reminded.contains(&id)
    });
    let near = clock.filter(|clock| clock.remind_at <= env.now() && !clock.is_overdue(env.now()));
    let clock = near.ok_or_else(|| Refusal::invalid("clock", "clock-not-near"))?;
    Ok(Event::of(Fact::TermNear { clock: id, def: clock.def.to_string(), due: clock.statutory }))
}

fn pursued(petition: &Petition, claim: ClaimId, occasion: Occasion) -> Result<&Pursued, Refusal> {
    let claim = petition.claims.iter().find(|one| one.id == claim).ok_or_else(unknown)?;
    let open = claim.remedies.iter().find(|one| one.occasion == occasion && one.taken.is_none());
    open.ok_or_else(|| Refusal::invalid("occasion", "remedy-not-noted"))
}

/// She herself or whoever stands beside her: a day is told by a person, never guessed by the system.
fn somebody(env: &Env<'_>) -> Result<(), Refusal> {
    if env.actor == Actor::System { Err(Refusal::not_permitted()) } else { Ok(()) }
}

fn unknown() -> Refusal {
    Refusal::invalid("claim", "claim-unknown")
}

fn stopped(petition: &Petition, pursued: &Pursued, env: &Env<'_>) -> Vec<ClockMove> {
    let open = petition.clocks.iter().filter(|clock| clock.is_open() && pursued.clocks.contains(&clock.id));
    open.map(|clock| ClockMove::Changed(clock.stop(env.now()))).collect()
}
