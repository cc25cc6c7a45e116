//! The rules of supervision, each one named function citing its source.

use kernel::{OrgId, Refusal};

use super::{
    commands::NewRung,
    model::{Finding, Ground, Origin, Rung, RungKind, RungState, Supervision},
};
use crate::{actor::Actor, env::Env, lifecycle::a_person};

/// Article 40: nobody supervises itself.
///
/// # Errors
/// `supervision-of-oneself`.
pub fn not_of_oneself(issuer: OrgId, unit: OrgId) -> Result<(), Refusal> {
    if issuer == unit { Err(Refusal::rule("supervision-of-oneself", "R-036", "A40").on("unit")) } else { Ok(()) }
}

/// 6.1: a rung begins by a rule and then by the system, or by a person; advice on accountability goes out under a person's
/// signature only.
///
/// # Errors
/// `not-permitted`, `rung-needs-signature`.
pub fn begun_by_whom(new: &NewRung, sent: bool, env: &Env<'_>) -> Result<(), Refusal> {
    if sent && new.kind == RungKind::AccountabilityAdvice && env.actor.user().is_none() {
        return Err(Refusal::rule("rung-needs-signature", "6.1", "A40"));
    }
    match new.origin {
        Origin::Rule { .. } if env.actor == Actor::System => Ok(()),
        Origin::Rule { .. } => Err(Refusal::not_permitted()),
        Origin::Person => a_person(env).map(drop),
    }
}

/// 6.1, 10.8: no rung without its trigger. A rule names the clock it looked at; advice on accountability rests on a letter
/// that was not answered in time, on fraud that verification found, or on reminders without effect.
///
/// # Errors
/// `rung-no-trigger`.
pub fn has_its_trigger(supervision: Option<&Supervision>, new: &NewRung, env: &Env<'_>) -> Result<(), Refusal> {
    let there = match (&new.origin, new.kind) {
        (_, RungKind::AccountabilityAdvice) => supervision.is_some_and(|s| accountable(s, new.ground, env)),
        (Origin::Rule { clock, .. }, _) => clock.is_some(),
        (Origin::Person, _) => true,
    };
    if there { Ok(()) } else { Err(Refusal::rule("rung-no-trigger", "6.1", "A40").on("kind")) }
}

fn accountable(supervision: &Supervision, ground: Ground, env: &Env<'_>) -> bool {
    let late = supervision.unanswered(env.now()).any(|rung| rung.kind == RungKind::SupervisionLetter);
    let rejected = supervision.rungs.iter().any(|rung| rung.kind == RungKind::SupervisionLetter && rung.was_rejected());
    let reminders = supervision.rungs.iter().filter(|rung| rung.kind < RungKind::SupervisionLetter).count();
    late || rejected || supervision.has_fraud() || (ground == Ground::Perfunctory && reminders > 2)
}

/// 10.8: one rung of a kind at a time; the next is the answer, or the rung above.
///
/// # Errors
/// `rung-open`.
pub fn one_at_a_time(supervision: &Supervision, kind: RungKind) -> Result<(), Refusal> {
    let open = |rung: &&Rung| rung.kind == kind && kind.is_letter() && !rung.is_settled();
    match supervision.rungs.iter().find(open) {
        Some(rung) => Err(Refusal::rule("rung-open", "10.8", "").on("kind").with("rung", rung.kind.key())),
        None => Ok(()),
    }
}

/// 10.8: a letter has a number and something to answer; a reminder has neither.
///
/// # Errors
/// `rung-number`, `rung-reply-days`.
pub fn is_whole(new: &NewRung, sent: bool) -> Result<(), Refusal> {
    if sent && new.kind.is_letter() != new.number.is_some() {
        return Err(Refusal::rule("rung-number", "6.2", ""));
    }
    let days = new.reply_days;
    if new.kind.is_letter() && !days.is_some_and(|days| (1..=90).contains(&days)) {
        return Err(Refusal::rule("rung-reply-days", "10.8", "").on("reply_days"));
    }
    Ok(())
}

/// 6.1: whoever drafts a letter does not sign it.
///
/// # Errors
/// `rung-own-draft`.
pub fn another_person_signs(rung: &Rung, env: &Env<'_>) -> Result<(), Refusal> {
    if rung.drafted_by.is_some() && rung.drafted_by == env.actor.user() {
        return Err(Refusal::rule("rung-own-draft", "6.1", "A40").with("rung", rung.kind.key()));
    }
    Ok(())
}

/// The rung asked for, in the state it must be in.
///
/// # Errors
/// `rung-unknown`, `rung-state`.
pub fn rung_in(supervision: &Supervision, no: u32, fits: impl Fn(&Rung) -> bool) -> Result<&Rung, Refusal> {
    let rung = supervision.rung(no).ok_or_else(|| Refusal::invalid("no", "rung-unknown"))?;
    if fits(rung) { Ok(rung) } else { Err(Refusal::rule("rung-state", "10.8", "").with("rung", rung.kind.key())) }
}

/// 6.1 问责建议函: facts, the case of articles 42 to 46, and who decides.
///
/// # Errors
/// `accountability-article`, `accountability-competent`.
pub fn accountability_is_named(liability: bool, competent: Option<OrgId>, unit: OrgId) -> Result<(), Refusal> {
    if !liability {
        return Err(Refusal::rule("accountability-article", "R-115", "A42").on("liability"));
    }
    match competent {
        Some(body) if body != unit => Ok(()),
        _ => Err(Refusal::rule("accountability-competent", "R-115", "A40").on("competent")),
    }
}

/// 10.8: the unit answers, nobody for it.
///
/// # Errors
/// `supervision-not-the-unit`.
pub fn by_the_unit(supervision: &Supervision, env: &Env<'_>) -> Result<(), Refusal> {
    a_person(env)?;
    if env.actor.org() == Some(supervision.unit) {
        Ok(())
    } else {
        Err(Refusal::rule("supervision-not-the-unit", "10.8", "A40"))
    }
}

/// 10.8: the unit supervised neither accepts its own answers nor verifies, lists, signs or closes; nor does whoever handles
/// the matter.
///
/// # Errors
/// `supervision-by-the-unit`.
pub fn not_by_the_unit(supervision: &Supervision, env: &Env<'_>) -> Result<(), Refusal> {
    let handles = env.actor.user().is_some() && env.actor.user() == supervision.handler;
    if env.actor.org() == Some(supervision.unit) || handles {
        return Err(Refusal::rule("supervision-by-the-unit", "10.8", "A40"));
    }
    Ok(())
}

/// 6.1 核查报告单: at least two different people, none of whom handles the matter.
///
/// # Errors
/// `verifiers-too-few`, `verifier-is-handler`.
pub fn verified_by_enough(supervision: &Supervision, finding: &Finding, least: u32) -> Result<(), Refusal> {
    let mut people = finding.verifiers.clone();
    people.sort_unstable();
    people.dedup();
    if supervision.handler.is_some_and(|handler| people.contains(&handler)) {
        return Err(Refusal::rule("verifier-is-handler", "6.1", "").on("verifiers"));
    }
    if people.len() < least.max(2) as usize {
        return Err(Refusal::rule("verifiers-too-few", "6.1", "").on("verifiers").with("least", least.max(2)));
    }
    Ok(())
}

/// 10.8: it is over when every rung is settled and it is off the list.
///
/// # Errors
/// `supervision-unsettled`, `supervision-listed`.
pub fn everything_is_settled(supervision: &Supervision) -> Result<(), Refusal> {
    if let Some(rung) = supervision.rungs.iter().find(|rung| !rung.is_settled()) {
        return Err(Refusal::rule("supervision-unsettled", "10.8", "").with("rung", rung.kind.key()));
    }
    if supervision.listed().is_some() {
        return Err(Refusal::rule("supervision-listed", "R-111", "A39"));
    }
    Ok(())
}

/// A drafted rung.
#[must_use]
pub fn is_draft(rung: &Rung) -> bool {
    rung.state == RungState::Proposed
}
