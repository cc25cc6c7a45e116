//! What must hold of a find, each rule one named function citing its source.

use kernel::{Refusal, normalize_digits};

use super::model::{Find, Stage};
use crate::{actor::Actor, env::Env, escalation::ByRule};

/// Digits in a row from which a text may name somebody: telephones have 7 to 11, identity cards 18.
const TELLING_DIGITS: usize = 7;

/// 10.5: what is observed holds no identity. A text with a telephone or an identity number in it is not taken down.
///
/// # Errors
/// `find-personal-number` on `text`.
pub fn no_number_of_a_person_stands_in_it(text: &str) -> Result<(), Refusal> {
    let mut run = 0;
    for c in normalize_digits(text).chars() {
        match c {
            '0'..='9' => run += 1,
            ' ' | '-' => {}
            _ => run = 0,
        }
        if run >= TELLING_DIGITS {
            return Err(Refusal::rule("find-personal-number", "10.5", "").on("text"));
        }
    }
    Ok(())
}

/// 10.5: after she declined nobody calls more often than the jurisdiction allows, which is once at most.
///
/// # Errors
/// `find-visited-enough`.
pub fn she_is_left_in_peace(find: &Find, env: &Env<'_>) -> Result<(), Refusal> {
    let most = env.settings.declined_visits_max;
    if (find.revisits as usize) < most {
        return Ok(());
    }
    Err(Refusal::rule("find-visited-enough", "10.5", "").with("max", most))
}

/// 3.5: above the county there is no level of agency; the statutory procedure is the way.
///
/// # Errors
/// `find-no-level-above`.
pub fn there_is_a_level_above(find: &Find) -> Result<super::model::Level, Refusal> {
    find.level().and_then(super::model::Level::above).ok_or_else(|| Refusal::rule("find-no-level-above", "3.5", ""))
}

/// 10.5: only whoever was named, under her mandate, says that it is settled.
///
/// # Errors
/// `mandate-missing`.
pub fn the_agent_has_her_mandate(find: &Find, env: &Env<'_>) -> Result<(), Refusal> {
    let held = find.agency.mandate.as_ref().is_some_and(|mandate| mandate.holds(env.now()));
    let hers = env.actor.user().is_some() && env.actor.user() == find.agent;
    if held && hers {
        return Ok(());
    }
    Err(Refusal::rule("mandate-missing", "3.3", "").with("power", crate::mandate::Power::Deliver.key()))
}

/// 3.3: one mandate for one matter; another one follows when the first has ended.
///
/// # Errors
/// `find-mandate-held`.
pub fn one_mandate_at_a_time(find: &Find) -> Result<(), Refusal> {
    if find.stage() != Stage::Consented && find.agency.mandate.is_some() {
        return Err(Refusal::rule("find-mandate-held", "3.3", ""));
    }
    Ok(())
}

/// 3.3, 3.5: by rule only the system raises, and only while what the rule looks at is there.
///
/// # Errors
/// `not-permitted`, `rise-no-trigger`.
pub fn the_rule_sees_what_it_says(find: &Find, rule: &ByRule, env: &Env<'_>) -> Result<(), Refusal> {
    if env.actor != Actor::System {
        return Err(Refusal::not_permitted());
    }
    let signs = find.signs(env.now());
    let there = signs.iter().any(|sign| {
        sign.trigger == rule.trigger && sign.occasion == rule.occasion.as_str() && sign.measure >= rule.threshold
    });
    if there { Ok(()) } else { Err(Refusal::rule("rise-no-trigger", "3.3", "").with("trigger", rule.trigger.key())) }
}
