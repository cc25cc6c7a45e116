//! What was promised is carried out (10.1 row 18, R-065): begun when the answer reached her, reported by the unit, checked by
//! somebody else, open again when she says that it was not done.

use kernel::{ClaimId, Refusal, Text};

use crate::{
    case::Promise,
    env::Env,
    execution::{self, Item, Reporting},
    lifecycle::{self, ClockMove, a_person},
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        rules,
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RecordExecution(said) => report(petition, said, env),
        Command::VerifyExecution { claim, item, holds, note } => {
            verify(petition, (*claim, *item), *holds, note.as_ref(), env)
        }
        Command::DisputeExecution { claim, item, reason } => Ok(vec![dispute(petition, (*claim, *item), reason, env)?]),
        // The other commands go to the other rooms of `decide`.
        _ => Ok(vec![]),
    }
}

/// The item asked for, where it stands as it must.
fn item(petition: &Petition, (claim, no): (ClaimId, u16), fits: fn(&Item) -> bool) -> Result<&Item, Refusal> {
    let claim = petition.claims.iter().find(|one| one.id == claim);
    let found = claim.and_then(|claim| claim.execution.item(no)).filter(|item| fits(item));
    found.ok_or_else(|| Refusal::invalid("claim", "claim-nothing-promised"))
}

fn report(petition: &Petition, said: &Reporting, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    item(petition, (said.claim, said.item), Item::awaits_report)?;
    Ok(vec![Event::of(Fact::ExecutionReported(Box::new(said.clone())))])
}

fn verify(
    petition: &Petition,
    at: (ClaimId, u16),
    holds: bool,
    note: Option<&Text<1000>>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    let found = item(petition, at, Item::awaits_check)?;
    rules::another_person_checks_the_report(found, env.actor)?;
    if !holds && note.is_none() {
        return Err(Refusal::invalid("note", "execution-why-not"));
    }
    let settles = holds && found.report.as_ref().is_some_and(|report| report.outcome.settles());
    let clocks = if settles { stopped(petition, found, env) } else { vec![] };
    let fact = Fact::ExecutionVerified { claim: at.0, item: at.1, holds, note: note.cloned() };
    Ok(vec![Event { fact, clocks }])
}

/// She says that it was not done: it is open again, and has a term of its own when its clock had stopped.
pub(super) fn dispute(
    petition: &Petition,
    at: (ClaimId, u16),
    reason: &Text<1000>,
    env: &Env<'_>,
) -> Result<Event, Refusal> {
    let found = item(petition, at, Item::may_be_disputed)?;
    let runs = found.clock.is_some_and(|id| petition.clocks.iter().any(|clock| clock.id == id && clock.is_open()));
    let started = if runs { None } else { Some(env.start_clock(execution::AGAIN, env.now(), None)?) };
    let fact = Fact::ExecutionDisputed {
        claim: at.0,
        item: at.1,
        reason: reason.clone(),
        clock: started.as_ref().map(|clock| clock.id),
    };
    Ok(Event { fact, clocks: started.into_iter().map(ClockMove::Started).collect() })
}

fn stopped(petition: &Petition, item: &Item, env: &Env<'_>) -> Vec<ClockMove> {
    let own = petition.clocks.iter().filter(|clock| clock.is_open() && Some(clock.id) == item.clock);
    own.map(|clock| ClockMove::Changed(clock.stop(env.now()))).collect()
}

/// 10.1 row 18: from the day on which the answer reached her every item has its clock. None when nothing is to be done.
pub(super) fn begin(petition: &Petition, on: jiff::civil::Date, env: &Env<'_>) -> Result<Option<Event>, Refusal> {
    let (mut items, mut clocks) = (vec![], vec![]);
    for claim in petition.live_claims() {
        for item in claim.execution.open().filter(|item| item.clock.is_none()) {
            let clock = started(&item.promise, on, env)?;
            items.push((claim.id, item.no, clock.id));
            clocks.push(ClockMove::Started(clock));
        }
    }
    Ok((!items.is_empty()).then_some(Event { fact: Fact::ExecutionBegun { items }, clocks }))
}

/// Counts to the day that was promised, however late the answer reached her.
fn started(promise: &Promise, on: jiff::civil::Date, env: &Env<'_>) -> Result<crate::deadline::Clock, Refusal> {
    let eve = promise.due.saturating_sub(jiff::Span::new().days(1));
    let from = on.min(eve);
    let days = promise.due.since(from).map_or(1, |span| span.get_days().max(1));
    let at = if from == env.ctx.today() { env.now() } else { kernel::beijing_noon(from) };
    env.start_clock(execution::PROMISED, at, Some(u32::try_from(days).unwrap_or(1)))
}

/// What a new answer to these claims replaces runs no more.
pub(super) fn replaced(petition: &Petition, claims: &[ClaimId], env: &Env<'_>) -> Vec<ClockMove> {
    let open = petition.claims.iter().filter(|claim| claims.contains(&claim.id));
    let own: Vec<_> = open.flat_map(|claim| claim.execution.open()).filter_map(|item| item.clock).collect();
    let moves = lifecycle::stop(&petition.clocks, execution::CLOCKS, env.now());
    moves.into_iter().filter(|moved| own.contains(&moved.clock().id)).collect()
}
