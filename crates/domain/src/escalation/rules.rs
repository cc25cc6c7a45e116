//! The rules of rising, each one named function citing its source.

use kernel::Refusal;

use super::{
    model::{Cause, Raised, Redoing, Rise, Rises},
    signs::Rising,
};
use crate::{actor::Actor, env::Env};

/// 3.3: it rises to somebody else, never to a lower level and never to whoever is complained of (article 28.3).
///
/// # Errors
/// `rise-same-lead`, `rise-downwards`, `rise-to-respondent`.
pub fn rises_to_somebody_else(case: &dyn Rising, raised: &Raised) -> Result<(), Refusal> {
    if raised.to == case.lead() || raised.to == raised.from {
        return Err(Refusal::rule("rise-same-lead", "3.3", "").on("to"));
    }
    if matches!((raised.from_level, raised.level), (Some(from), Some(to)) if to < from) {
        return Err(Refusal::rule("rise-downwards", "3.3", "").on("to"));
    }
    if case.complained_of() == Some(raised.to) {
        return Err(Refusal::rule("rise-to-respondent", "S25", "A28_3").on("to"));
    }
    Ok(())
}

/// 3.3: by rule only the system raises, only when the rule's trigger is there, and not twice for one occasion; a person
/// says why.
///
/// # Errors
/// `rise-no-trigger`, `rise-twice`, `rise-needs-reason`, `not-permitted`.
pub fn has_its_cause(case: &dyn Rising, raised: &Raised, env: &Env<'_>) -> Result<(), Refusal> {
    let Cause::Rule(rule) = &raised.cause else {
        crate::lifecycle::a_person(env)?;
        return match &raised.reason {
            Some(_) => Ok(()),
            None => Err(Refusal::rule("rise-needs-reason", "3.3", "").on("reason")),
        };
    };
    if env.actor != Actor::System {
        return Err(Refusal::not_permitted());
    }
    let signs = case.all_signs(env.now(), env.clocks);
    let there = signs.iter().any(|sign| {
        sign.trigger == rule.trigger && sign.occasion == rule.occasion.as_str() && sign.measure >= rule.threshold
    });
    if !there {
        return Err(Refusal::rule("rise-no-trigger", "3.3", "").with("trigger", rule.trigger.key()));
    }
    if case.rises().covers(rule.trigger, rule.occasion.as_str(), raised.from_level) {
        return Err(Refusal::rule("rise-twice", "3.3", "").with("trigger", rule.trigger.key()));
    }
    Ok(())
}

/// 3.3: the level that took it leads: it records the re-doings and brings it down, nobody else.
///
/// # Errors
/// `rise-not-up` when it is not up, `rise-not-lead`.
pub fn by_whoever_leads<'a>(case: &'a dyn Rising, env: &Env<'_>) -> Result<&'a Rise, Refusal> {
    crate::lifecycle::a_person(env)?;
    let rise = case.rises().in_force().ok_or_else(|| Refusal::rule("rise-not-up", "3.3", ""))?;
    if env.actor.org() == Some(rise.raised.to) { Ok(rise) } else { Err(Refusal::rule("rise-not-lead", "3.3", "")) }
}

/// S3: each of the four is recorded once.
///
/// # Errors
/// `redoing-recorded`.
pub fn recorded_once(rise: &Rise, what: Redoing) -> Result<(), Refusal> {
    if rise.redone.iter().any(|done| done.redone.what == what) {
        return Err(Refusal::rule("redoing-recorded", "3.3", "").on("what").with("what", what.key()));
    }
    Ok(())
}

/// S3 四重: what the jurisdiction asks to be done anew is on record before it comes down or is closed.
///
/// # Errors
/// `rise-redoings-missing`, naming the first that lacks and how many do.
pub fn redone_before_it_ends(rises: &Rises) -> Result<(), Refusal> {
    let missing = rises.in_force().map(Rise::missing).unwrap_or_default();
    match missing.first() {
        Some(first) => {
            let refusal = Refusal::rule("rise-redoings-missing", "3.3", "");
            Err(refusal.with("first", first.key()).with("count", missing.len()))
        }
        None => Ok(()),
    }
}
