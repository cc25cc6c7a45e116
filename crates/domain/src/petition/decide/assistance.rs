//! Units that help the one that leads 协办: asked by name for a part, with a day; what they find is on record.

use jiff::civil::Date;
use kernel::{ClaimId, OrgId, Refusal, Text};

use crate::{
    env::Env,
    lifecycle::a_person,
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        rules,
    },
};

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    let fact = match command {
        Command::AskAssistance { unit, claims, task, due } => ask(petition, *unit, claims, task, *due, env)?,
        Command::GiveAssistance { text } => give(petition, text, env)?,
        Command::EndAssistance { unit, reason } => {
            if petition.assisting().all(|part| part.unit != *unit) {
                return Err(Refusal::invalid("unit", "assistance-not-asked"));
            }
            Fact::AssistanceEnded { unit: *unit, reason: reason.clone() }
        }
        // The other commands go to the other rooms of `decide`.
        _ => return Ok(vec![]),
    };
    Ok(vec![Event::of(fact)])
}

fn ask(
    petition: &Petition,
    unit: OrgId,
    claims: &[ClaimId],
    task: &Text<1000>,
    due: Date,
    env: &Env<'_>,
) -> Result<Fact, Refusal> {
    rules::respondent_does_not_handle(petition, unit).map_err(|refusal| refusal.on("unit"))?;
    let refuse = |code: &str| Err(Refusal::invalid("unit", code));
    if petition.holder() == unit {
        return refuse("assistance-by-the-lead");
    }
    if petition.assisting().any(|part| part.unit == unit) {
        return refuse("assistance-asked-already");
    }
    if claims.is_empty() {
        return Err(Refusal::invalid("claims", "assistance-without-part"));
    }
    let live = |id: &ClaimId| petition.live_claims().any(|claim| claim.id == *id);
    if !claims.iter().all(live) {
        return Err(Refusal::invalid("claims", "claim-unknown"));
    }
    if due < env.ctx.today() {
        return Err(Refusal::invalid("due", "assistance-due-past"));
    }
    crate::env::within_reach("due", due, env.ctx.today())?;
    let from = env.actor.org().unwrap_or(petition.bureau);
    Ok(Fact::AssistanceAsked { from, unit, claims: claims.to_vec(), task: task.clone(), due })
}

/// Only the unit that was asked hands in its part.
fn give(petition: &Petition, text: &Text<5000>, env: &Env<'_>) -> Result<Fact, Refusal> {
    let asked = env.actor.org().filter(|org| petition.assisting().any(|part| part.unit == *org));
    let unit = asked.ok_or_else(|| Refusal::rule("assistance-not-yours", "§3.2", ""))?;
    Ok(Fact::AssistanceGiven { unit, text: text.clone() })
}
