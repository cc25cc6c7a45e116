//! What its reviews do to the petition (10.1 row 19, 10.6), and care afterwards.

use kernel::{ClaimId, Refusal};

use super::execution;
use crate::{
    env::Env,
    lifecycle::{self, ClockMove, a_person},
    petition::{
        contest::{Care, ReviewNote, ReviewStep},
        events::{Event, Fact},
        look_back,
        model::{Petition, Procedure},
        rules,
    },
    review::{Finality, Level},
};

/// Within which what was sent back is answered anew 〔P〕.
pub(super) const REDO: &str = "REMAND_REDO_30D";

/// A note of a review in the petition's own log.
pub(super) fn note(petition: &Petition, note: &ReviewNote, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    let fact = Fact::ReviewNoted(Box::new(note.clone()));
    match &note.step {
        ReviewStep::Requested { claims, .. } => {
            crate::review::rules::the_claims_may_be_contested(petition, note.level, claims)?;
            // Whatever she did not contest she still may, as long as the days last.
            let rest = petition.contestable(note.level).any(|claim| !claims.contains(&claim.id));
            let mut clocks = if rest { vec![] } else { stop(petition, &[note.level.window()], env) };
            // It is open again, so nobody looks back at it.
            clocks.extend(stop(petition, look_back::CLOCKS, env));
            Ok(vec![Event { fact, clocks }])
        }
        ReviewStep::Accepted { .. } => Ok(vec![Event::of(fact)]),
        ReviewStep::Refused { .. } | ReviewStep::Withdrawn => {
            Ok(vec![Event { fact, clocks: window_again(petition, note, env)? }])
        }
        ReviewStep::Served { on, rulings, .. } => {
            let back = rulings.iter().any(|(_, ruling)| ruling.result.sends_back());
            if back && matches!(petition.procedure, Procedure::OpinionIssued { .. }) {
                return Err(Refusal::rule("review-opinion-unserved", "10.6", note.level.article()));
            }
            let stays = rulings.iter().any(|(_, ruling)| !ruling.result.sends_back());
            let mut clocks = vec![];
            if back {
                clocks.extend(redo_clock(petition, env)?);
            }
            if stays && note.level == Level::Review {
                clocks.extend(stop(petition, &[Level::Recheck.window()], env));
                let at = if *on == env.ctx.today() { env.now() } else { kernel::beijing_noon(*on) };
                clocks.push(ClockMove::Started(env.start_clock(Level::Recheck.window(), at, None)?));
            }
            let changed: Vec<ClaimId> = rulings
                .iter()
                .filter(|(_, r)| r.result.sends_back() || r.instead.is_some())
                .map(|(id, _)| *id)
                .collect();
            clocks.extend(execution::replaced(petition, &changed, env));
            let served = Event { fact, clocks };
            let mut events = vec![served];
            let mut after = petition.clone();
            after.apply_note(note, env.now());
            events.extend(execution::begin(&after, *on, env)?);
            events.extend(final_by_recheck(petition, note, env));
            Ok(events)
        }
    }
}

fn stop(petition: &Petition, defs: &[&str], env: &Env<'_>) -> Vec<ClockMove> {
    lifecycle::stop(&petition.clocks, defs, env.now())
}

/// One clock for all that has to be answered anew: a second remand begins it again.
fn redo_clock(petition: &Petition, env: &Env<'_>) -> Result<Vec<ClockMove>, Refusal> {
    let mut clocks = stop(petition, &[REDO, "HANDLE_60D"], env);
    clocks.push(ClockMove::Started(env.start_clock(REDO, env.now(), None)?));
    Ok(clocks)
}

/// A request that was not taken up, or that she took back, costs her none of the days that are left.
fn window_again(petition: &Petition, note: &ReviewNote, env: &Env<'_>) -> Result<Vec<ClockMove>, Refusal> {
    let def = note.level.window();
    let Some(last) = petition.clocks.iter().rev().find(|clock| clock.def == def) else { return Ok(vec![]) };
    if last.is_open() || last.due_at <= env.now() {
        return Ok(vec![]);
    }
    Ok(vec![ClockMove::Started(env.start_clock(def, last.started_at, None)?)])
}

/// What the recheck left standing is finally answered (article 36.3), once nothing else of the matter is open.
fn final_by_recheck(petition: &Petition, note: &ReviewNote, env: &Env<'_>) -> Option<Event> {
    let mut after = petition.clone();
    after.apply_note(note, env.now());
    after.is_rechecked(env.now()).then(|| Event::of(Fact::FinallyAnswered { how: Finality::Rechecked }))
}

/// R-070, article 37.3: whoever was finally answered is not left alone. Written down is what is done.
pub(super) fn care(petition: &Petition, care: &Care, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    rules::care_follows_finality(petition, care)?;
    Ok(vec![Event::of(Fact::CareRecorded(Box::new(care.clone())))])
}
