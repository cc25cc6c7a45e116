//! What the petitioner herself does: withdraw, add, nudge, confirm, rate, reopen. Nobody can do it for her; only somebody who
//! had no part in it may ask her afterwards and write down what she says.

use kernel::{ClaimId, Refusal, Text};

use super::{agency, execution};
use crate::{
    case::{Claim, RatingTarget, Resolution},
    env::Env,
    execution::Item,
    lifecycle::ClockMove,
    mandate::Power,
    petition::{
        commands::{Command, FollowUp},
        events::{Event, Fact},
        model::{Heard, Petition, ReopenReason, Stage},
        rules,
        transitions::CommandKind,
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Withdraw { reason } => Ok(vec![Event {
            fact: Fact::Withdrawn { reason: reason.clone() },
            clocks: petition.stop_for(CommandKind::Withdraw, env.now()),
        }]),
        Command::AddMaterial { note, files } => {
            rules::the_agent_keeps_within_the_mandate(petition, Power::Deliver, env)?;
            Ok(vec![Event::of(Fact::MaterialAdded { note: note.clone(), files: *files })])
        }
        Command::Nudge => {
            rules::the_agent_keeps_within_the_mandate(petition, Power::Enquire, env)?;
            Ok(vec![Event::of(Fact::Nudged)])
        }
        Command::ConfirmClaim { claim, solved } => {
            if !petition.live_claims().any(|c| c.id == *claim) {
                return Err(Refusal::invalid("claim", "claim-unknown"));
            }
            Ok(vec![Event::of(Fact::ClaimConfirmed { claim: *claim, solved: *solved })])
        }
        Command::Rate { target, grade, comment } => {
            if *target == RatingTarget::Unit {
                rules::only_a_unit_that_acted_is_rated(petition)?;
            }
            rules::rating_changes_in_its_window(petition.rating(*target), petition.answered_at, env)?;
            Ok(vec![Event::of(Fact::Rated { target: *target, grade: *grade, comment: comment.clone() })])
        }
        Command::FollowUp(call) => follow_up(petition, call, env),
        Command::Reopen { reason, text } => reopen(petition, *reason, text, env),
        _ => Ok(vec![]),
    }
}

/// H-09, 互斥: asked by somebody who had no part in it, who writes down what she says of each claim.
fn follow_up(petition: &Petition, call: &FollowUp, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    rules::asked_by_somebody_uninvolved(petition, env.actor)?;
    let said = call.heard.iter().flat_map(|heard| &heard.claims);
    for (id, _) in said.clone() {
        if petition.live_claims().all(|claim| claim.id != *id)
            || said.clone().filter(|(other, _)| other == id).count() > 1
        {
            return Err(Refusal::invalid("claims", "claim-unknown"));
        }
    }
    let fact = Fact::FollowedUp { method: call.method, heard: call.heard.clone(), note: call.note.clone() };
    let mut events = vec![Event::of(fact)];
    if let Some(heard) = &call.heard {
        events.extend(what_follows(petition, heard, &call.note, env)?);
    }
    Ok(events)
}

/// 10.1 row 22: what was promised and is not done is open again, and where the procedure had ended the matter is; so it is where
/// something that was supported is not solved, or not any more. What was not supported stays answered.
fn what_follows(petition: &Petition, heard: &Heard, note: &Text<2000>, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let items = |claim: ClaimId, no: u16| {
        petition.claims.iter().find(|one| one.id == claim).and_then(|claim| claim.execution.item(no))
    };
    for (i, (claim, no, _)) in heard.items.iter().enumerate() {
        let twice = heard.items[..i].iter().any(|(other, at, _)| (other, at) == (claim, no));
        if twice || items(*claim, *no).is_none() {
            return Err(Refusal::invalid("claims", "claim-unknown"));
        }
    }
    let broken = heard.items.iter().filter(|(.., done)| !done);
    if petition.stage() == Stage::Closed {
        let reason = if broken.count() > 0 { Some(ReopenReason::NotExecuted) } else { not_solved(petition, heard) };
        return reason.map_or(Ok(vec![]), |reason| reopen(petition, reason, note, env));
    }
    let disputed = broken.filter(|(claim, no, _)| items(*claim, *no).is_some_and(Item::may_be_disputed));
    let reason = Text::parse("note", &note.as_str().chars().take(1000).collect::<String>())?;
    disputed.map(|(claim, no, _)| execution::dispute(petition, (*claim, *no), &reason, env)).collect()
}

/// Why a matter that had ended opens again, when something that was supported is not solved in her words.
fn not_solved(petition: &Petition, heard: &Heard) -> Option<ReopenReason> {
    let supported = |claim: &Claim| claim.answer.as_ref().is_some_and(|answer| answer.promise.is_some());
    let open = |claim: &&Claim| supported(claim) && heard.claims.contains(&(claim.id, false));
    let found: Vec<&Claim> = petition.live_claims().filter(open).collect();
    let before = |claim: &&Claim| claim.resolution == Resolution::ResolvedConfirmed;
    let came_back = found.iter().any(before);
    let reason = if came_back { ReopenReason::CameBack } else { ReopenReason::FalselyClosed };
    (!found.is_empty()).then_some(reason)
}

/// 10.1 row 22: new clocks, the same number, and the elapsed days run on.
fn reopen(
    petition: &Petition,
    reason: ReopenReason,
    text: &kernel::Text<2000>,
    env: &Env<'_>,
) -> Result<Vec<Event>, Refusal> {
    let refused = matches!(petition.stage(), Stage::NotAccepted | Stage::NoMoreAccepted);
    if refused && reason != ReopenReason::NewFacts {
        return Err(Refusal::rule("reopen-needs-new-facts", "R-083", "A36_3").on("reason"));
    }
    // Back with the unit that had it, or where it was registered.
    let unit = matches!(petition.stage(), Stage::Routed | Stage::Closed | Stage::Settled) || petition.direct_to_unit;
    let clock = if unit { "NOTIFY_15D" } else { "FORWARD_15D" };
    let mut clocks = petition.stop_for(CommandKind::Reopen, env.now());
    clocks.push(ClockMove::Started(env.start_clock(clock, env.now(), None)?));
    // A mandate that still holds goes on with the matter.
    if let Some(mandate) = petition.agency.mandate.as_ref().filter(|mandate| mandate.holds(env.now())) {
        clocks.push(agency::term(mandate, env)?);
    }
    Ok(vec![Event { fact: Fact::Reopened { reason, text: text.clone() }, clocks }])
}
