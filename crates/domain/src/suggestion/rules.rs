//! The rules of suggestions, each one named function citing its source.

use jiff::civil::Date;
use kernel::{OrgId, Refusal};

use super::model::{Adoption, Draft, PointAnswer, Study, Suggestion, Work};
use crate::{actor::Actor, env::Env};

/// What is owed of an adopted point may not lie further away than this many days: whoever writes more has mistaken the year.
const LONGEST: u32 = 1_100;

fn broken(code: &str) -> Refusal {
    Refusal::rule(code, "R-062", "A29")
}

/// R-043, article 23.3: "not ours" within five working days, once, with detailed reasons.
///
/// # Errors
/// `objection-settled`, `objection-late`, `objection-reason-short`.
pub fn objection_in_time_with_reasons(
    state: &Suggestion,
    work: &Work,
    reason: &str,
    env: &Env<'_>,
) -> Result<(), Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "R-043", "A23_3");
    if work.settled {
        return Err(refuse("objection-settled"));
    }
    match state.clocks.iter().rev().find(|clock| clock.def == "OBJECTION_5WD") {
        Some(clock) if clock.is_running() && env.now() < clock.due_at => {}
        Some(clock) => return Err(refuse("objection-late").on("reason").with("due", clock.statutory)),
        None => return Err(refuse("objection-settled")),
    }
    let (written, least) = (reason.chars().count(), env.settings.objection_reason_min);
    if written < least {
        return Err(refuse("objection-reason-short").on("reason").with("min", least).with("length", written));
    }
    Ok(())
}

/// Another unit means another one, and not the one that has just said it is not its matter.
///
/// # Errors
/// `suggestion-same-unit`.
pub fn another_unit(work: &Work, to: OrgId) -> Result<(), Refusal> {
    if work.unit == to { Err(broken("suggestion-same-unit").on("to")) } else { Ok(()) }
}

/// 10.2 〔P〕: each answer names a point of hers once; what is taken up says what will be done, by whom and until when; what is not
/// taken up promises nothing.
///
/// # Errors
/// `suggestion-point-unknown`, `suggestion-point-twice`, `suggestion-adopted-without-item`, `suggestion-item-without-adoption`,
/// `suggestion-item-due`.
pub fn answers_are_whole(state: &Suggestion, answers: &[PointAnswer], today: Date) -> Result<(), Refusal> {
    for (i, answer) in answers.iter().enumerate() {
        if !state.points.iter().any(|point| point.no == answer.point) {
            return Err(Refusal::invalid("answers", "suggestion-point-unknown"));
        }
        if answers[..i].iter().any(|other| other.point == answer.point) {
            return Err(broken("suggestion-point-twice").with("point", answer.point));
        }
        if answer.result.is_taken_up() == answer.items.is_empty() {
            let code = if answer.items.is_empty() {
                "suggestion-adopted-without-item"
            } else {
                "suggestion-item-without-adoption"
            };
            return Err(broken(code).on(format!("items-{}", answer.point)).with("point", answer.point));
        }
        for item in &answer.items {
            days_until(item.due, today).map_err(|refusal| refusal.on(format!("items-{}", answer.point)))?;
        }
    }
    Ok(())
}

/// The days that something to be done has.
///
/// # Errors
/// `suggestion-item-due` when the day is not to come.
pub fn days_until(due: Date, today: Date) -> Result<u32, Refusal> {
    let days = today.until(due).map_or(0, |span| span.get_days());
    let days = u32::try_from(days).ok().filter(|days| (1..=LONGEST).contains(days));
    days.ok_or_else(|| broken("suggestion-item-due").on("due").with("day", due))
}

/// no point of hers is left out of the reply.
///
/// # Errors
/// `suggestion-point-unanswered` with its number.
pub fn every_point_is_answered(state: &Suggestion, answers: &[PointAnswer]) -> Result<(), Refusal> {
    let missing = state.points.iter().find(|point| answers.iter().all(|answer| answer.point != point.no));
    match missing {
        Some(point) => Err(broken("suggestion-point-unanswered").on("answers").with("point", point.no)),
        None => Ok(()),
    }
}

/// who wrote the reply, and who studied it, does not sign it.
///
/// # Errors
/// `suggestion-signed-by-its-writer`.
pub fn somebody_else_signs(study: &Study, draft: &Draft, actor: Actor) -> Result<(), Refusal> {
    match actor.user() {
        Some(user) if user != draft.by && user != study.handler => Ok(()),
        _ => Err(Refusal::rule("suggestion-signed-by-its-writer", "R-064", "A32")),
    }
}

/// What was done was done by today.
///
/// # Errors
/// `suggestion-done-later`.
pub fn done_by_today(on: Date, env: &Env<'_>) -> Result<(), Refusal> {
    if on > env.ctx.today() { Err(broken("suggestion-done-later").on("on")) } else { Ok(()) }
}

/// Article 29: where something was taken up, a reward is considered before it is closed.
///
/// # Errors
/// `suggestion-reward-open`.
pub fn a_reward_was_considered(state: &Suggestion) -> Result<(), Refusal> {
    if state.result().is_some_and(Adoption::is_taken_up) && state.reward.is_none() {
        return Err(broken("suggestion-reward-open"));
    }
    Ok(())
}
