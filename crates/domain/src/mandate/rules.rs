//! What must hold of a mandate, each rule one named function citing its source.

use jiff::{Span, Timestamp, civil::Date};
use kernel::Refusal;

use super::model::{Capacity, Consents, Giver, Mandate, Power, Signing, Way};
use crate::settings::Settings;

/// rules.md 3.2, Civil Code 27, 28: for a minor and for whoever cannot judge for herself a guardian gives it; nobody gives it
/// for a person who can.
///
/// # Errors
/// `mandate-guardian-missing` or `mandate-guardian-superfluous`.
pub fn a_guardian_gives_it_for_whoever_cannot(giver: &Giver) -> Result<(), Refusal> {
    match (giver.capacity, giver.guardian) {
        (Capacity::Full, None) | (Capacity::Minor | Capacity::Incapable, Some(_)) => Ok(()),
        (Capacity::Full, Some(_)) => Err(Refusal::rule("mandate-guardian-superfluous", "3.2", "").on("guardian")),
        _ => Err(Refusal::rule("mandate-guardian-missing", "3.2", "").on("guardian")),
    }
}

/// rules.md 3.3: what was given by word of mouth is read back to her, she says that it is so, and a recording or two witnesses
/// prove it. The agent herself is no witness.
///
/// # Errors
/// `mandate-not-read-back` or `mandate-unproven`.
pub fn an_oral_mandate_is_read_back_and_proven(signing: &Signing) -> Result<(), Refusal> {
    if signing.way != Way::Oral {
        return Ok(());
    }
    if !signing.read_back {
        return Err(Refusal::rule("mandate-not-read-back", "3.3", "").on("read_back"));
    }
    let two = matches!(signing.witnesses.as_slice(), [first, second, ..] if first != second);
    if signing.recording.is_none() && !two {
        return Err(Refusal::rule("mandate-unproven", "3.3", "").on("witness_1"));
    }
    Ok(())
}

/// P-04, PIPL 23: an agent who is no official is another processor; her details reach him only by a consent of its own.
///
/// # Errors
/// `mandate-consent-passing-on`.
pub fn passing_on_to_no_official_takes_its_own_consent(official: bool, consents: Consents) -> Result<(), Refusal> {
    if official || consents.passing_on {
        return Ok(());
    }
    Err(Refusal::rule("mandate-consent-passing-on", "P-04", "").on("consent_passing_on"))
}

/// P-03, PIPL 28, 29, 31: what concerns a child or somebody's health is sensitive; the guardian agrees to it separately.
///
/// # Errors
/// `mandate-consent-sensitive`.
pub fn what_is_sensitive_takes_its_own_consent(giver: &Giver, consents: Consents) -> Result<(), Refusal> {
    if giver.capacity == Capacity::Full || consents.sensitive {
        return Ok(());
    }
    Err(Refusal::rule("mandate-consent-sensitive", "P-03", "").on("consent_sensitive"))
}

/// rules.md 3.4, Civil Code 165: a mandate has an end. Default and longest term are the jurisdiction's; the last day that counts.
///
/// # Errors
/// `mandate-term-past` or `mandate-term-long`.
pub fn the_term_is_within_bounds(until: Option<Date>, today: Date, settings: &Settings) -> Result<Date, Refusal> {
    let after = |days: i64| today.saturating_add(Span::new().days(days));
    let longest = after(settings.mandate_days_max);
    let until = until.unwrap_or_else(|| after(settings.mandate_days).min(longest));
    if until <= today {
        return Err(Refusal::rule("mandate-term-past", "3.4", "").on("until"));
    }
    if until > longest {
        return Err(Refusal::rule("mandate-term-long", "3.4", "").on("until").with("last", longest));
    }
    Ok(until)
}

/// rules.md 3.3, 3.4: an agent does for her only what she ticked, and only while it holds.
///
/// # Errors
/// `mandate-missing` or `mandate-power-missing`.
pub fn the_agent_keeps_within_it(mandate: Option<&Mandate>, power: Power, now: Timestamp) -> Result<(), Refusal> {
    match mandate.filter(|mandate| mandate.holds(now)) {
        None => Err(Refusal::rule("mandate-missing", "3.3", "").with("power", power.key())),
        Some(mandate) if mandate.powers.has(power) => Ok(()),
        Some(_) => Err(Refusal::rule("mandate-power-missing", "3.4", "").with("power", power.key())),
    }
}
