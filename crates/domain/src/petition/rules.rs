//! The legal rules of the petition, each one named function citing its article. A refusal names rule and article.

use jiff::Timestamp;
use kernel::{Refusal, UserId, beijing_date};

use super::model::{Extension, Handling, Petition, Served, Stage};
use crate::{
    actor::Actor,
    case::{Rating, StatutoryRoute},
    env::Env,
};

/// R-008, article 20.3: a visit of many elects at most five representatives. Joint signatures are not limited.
///
/// # Errors
/// `visit-representatives`.
pub fn at_most_five_represent_a_visit(is_visit: bool, representatives: u32, env: &Env<'_>) -> Result<(), Refusal> {
    let most = env.settings.visit_representatives_max;
    if is_visit && representatives as usize > most {
        return Err(Refusal::rule("visit-representatives", "R-008", "A20_3").on("representatives").with("max", most));
    }
    Ok(())
}

/// Article 30.3 and R-022: reports of wrongdoing do not enter this platform; the person is shown where to go.
///
/// # Errors
/// `whistleblow-sealed`.
pub fn reports_of_wrongdoing_stay_out(matter: crate::case::MatterType) -> Result<(), Refusal> {
    if matter == crate::case::MatterType::Whistleblow {
        return Err(Refusal::rule("whistleblow-sealed", "R-022", "A30_3").on("matter_type"));
    }
    Ok(())
}

/// Nothing is received in the future, and nothing is back-dated beyond what the law knows (rules.md §9.8).
///
/// # Errors
/// `received-in-future`.
pub fn received_is_past(received: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if received > now {
        return Err(Refusal::rule("received-in-future", "T-08", "A22_1").on("received_at"));
    }
    Ok(())
}

/// R-043, article 23.3: an objection within five working days, with detailed reasons.
///
/// # Errors
/// `objection-settled`, `objection-late` or `objection-reason-short`.
pub fn objection_in_time_with_reasons(petition: &Petition, reason: &str, env: &Env<'_>) -> Result<(), Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "R-043", "A23_3");
    if petition.dispatch().is_some_and(|dispatch| dispatch.settled) {
        return Err(refuse("objection-settled"));
    }
    let clock = petition.clocks.iter().rev().find(|clock| clock.def == "OBJECTION_5WD");
    match clock {
        Some(clock) if clock.is_running() && env.now() < clock.due_at => {}
        Some(clock) => return Err(refuse("objection-late").with("due", clock.statutory)),
        None => return Err(refuse("objection-settled")),
    }
    let (written, least) = (reason.chars().count(), env.settings.objection_reason_min);
    if written < least {
        return Err(refuse("objection-reason-short").on("reason").with("min", least).with("length", written));
    }
    Ok(())
}

/// rules.md S25: the unit complained of never handles the matter itself.
///
/// # Errors
/// `respondent-cannot-handle`.
pub fn respondent_does_not_handle(petition: &Petition, to: kernel::OrgId) -> Result<(), Refusal> {
    if petition.respondent == Some(to) {
        return Err(Refusal::rule("respondent-cannot-handle", "S25", "A28_3").on("to"));
    }
    Ok(())
}

/// Article 34, T-10: at most 30 days on top in all.
///
/// # Errors
/// `extension-days`.
pub fn extension_at_most_thirty_days(days: u32) -> Result<(), Refusal> {
    if (1..=30).contains(&days) { Ok(()) } else { Err(Refusal::rule("extension-days", "R-067", "A34").on("days")) }
}

/// rules.md 〔P〕: one extension only.
///
/// # Errors
/// `extension-once`.
pub fn extension_only_once(handling: &Handling) -> Result<(), Refusal> {
    match handling.extension {
        None => Ok(()),
        Some(_) => Err(Refusal::rule("extension-once", "R-067", "A34")),
    }
}

/// rules.md 〔P〕: an extension is asked for and decided before the term ends.
///
/// # Errors
/// `extension-after-expiry`.
pub fn extension_before_expiry(petition: &Petition, now: Timestamp) -> Result<(), Refusal> {
    match petition.running("HANDLE_60D") {
        Some(clock) if now < clock.due_at => Ok(()),
        Some(clock) => Err(Refusal::rule("extension-after-expiry", "R-067", "A34").with("due", clock.statutory)),
        None => Err(Refusal::rule("extension-no-clock", "R-067", "A34")),
    }
}

/// Article 34: approved by the leader of the unit, who is neither the handler nor the one who asked.
///
/// # Errors
/// `extension-own`.
pub fn extension_not_approved_by_the_handler(
    handling: &Handling,
    extension: &Extension,
    actor: Actor,
) -> Result<(), Refusal> {
    let user = actor.user();
    if user.is_none() || user == Some(handling.handler) || user == Some(extension.asked_by) {
        return Err(Refusal::rule("extension-own", "R-067", "A34"));
    }
    Ok(())
}

/// Article 32 and the courts: an opinion answers every claim it is about, each with its legal basis.
///
/// # Errors
/// `claims-unanswered` with the numbers of the claims.
pub fn every_claim_is_answered(petition: &Petition, answered: &[kernel::ClaimId]) -> Result<(), Refusal> {
    let open: Vec<String> = petition
        .claims
        .iter()
        .filter(|claim| claim.route == Some(StatutoryRoute::PetitionProcedure) && !answered.contains(&claim.id))
        .map(|claim| claim.no.to_string())
        .collect();
    if open.is_empty() {
        return Ok(());
    }
    Err(Refusal::rule("claims-unanswered", "R-064", "A32").on("answers").with("claims", open.join("、")))
}

/// rules.md 10.1 row 16: the drafter does not check his own draft.
///
/// # Errors
/// `check-own-draft`.
pub fn drafter_does_not_check(drafter: UserId, actor: Actor) -> Result<(), Refusal> {
    if actor.user().is_none_or(|user| user == drafter) {
        return Err(Refusal::rule("check-own-draft", "R-064", "A32"));
    }
    Ok(())
}

/// rules.md 10.1 row 16: two signatures by two people, neither of them the drafter.
///
/// # Errors
/// `sign-own-draft` or `sign-twice`.
pub fn two_people_sign(drafter: UserId, handler: UserId, checker: UserId, actor: Actor) -> Result<(), Refusal> {
    match actor.user() {
        Some(user) if user == checker => Err(Refusal::rule("sign-twice", "R-064", "A32")),
        Some(user) if user != drafter && user != handler => Ok(()),
        _ => Err(Refusal::rule("sign-own-draft", "R-064", "A32")),
    }
}

/// rules.md §9.8: service is recorded on its day, or later with a reason; never before the opinion, never in the future.
///
/// # Errors
/// `served-in-future`, `served-before-opinion` or `late-entry-reason`.
pub fn service_day_is_honest(
    on: jiff::civil::Date,
    signed: Timestamp,
    late_reason: bool,
    now: Timestamp,
) -> Result<(), Refusal> {
    let refuse = |code: &str| Err(Refusal::rule(code, "T-09", "A35").on("on"));
    let today = beijing_date(now);
    match () {
        () if on > today => refuse("served-in-future"),
        () if on < beijing_date(signed) => refuse("served-before-opinion"),
        () if on < today && !late_reason => refuse("late-entry-reason"),
        () => Ok(()),
    }
}

/// 10.1 row 20: closed only when her 30 days are over, what was promised is done and an assignment is reported.
///
/// # Errors
/// `close-window-open`, `close-promises-open`, `close-handoff-open` or `close-report-missing`.
pub fn closing_conditions(petition: &Petition, now: Timestamp) -> Result<(), Refusal> {
    if let Some(clock) = petition.running("REVIEW_REQUEST_30D")
        && now < clock.due_at
    {
        return Err(Refusal::rule("close-window-open", "10.1-20", "A35").with("due", clock.statutory));
    }
    let numbers = |open: &dyn Fn(&crate::case::Claim) -> bool| -> String {
        let numbers: Vec<String> = petition.claims.iter().filter(|c| open(c)).map(|c| c.no.to_string()).collect();
        numbers.join("、")
    };
    let promises = numbers(&|claim| claim.execution.as_ref().is_some_and(|execution| execution.done.is_none()));
    if !promises.is_empty() {
        return Err(Refusal::rule("close-promises-open", "R-065", "A32").with("claims", promises));
    }
    let handoffs = numbers(&|claim| claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_none()));
    if !handoffs.is_empty() {
        return Err(Refusal::rule("close-handoff-open", "10.1-10", "A31").with("claims", handoffs));
    }
    if petition.running("FEEDBACK_CUSTOM").is_some() {
        return Err(Refusal::rule("close-report-missing", "R-033", "A22_1"));
    }
    Ok(())
}

/// R-102, §9.3: a rating may be changed for some days after it was first given.
///
/// # Errors
/// `rating-closed`.
pub fn rating_changes_in_its_window(earlier: Option<&Rating>, env: &Env<'_>) -> Result<(), Refusal> {
    let Some(rating) = earlier else { return Ok(()) };
    let days = env.settings.rating_change_days;
    if beijing_date(env.now()) <= beijing_date(rating.first_at).saturating_add(jiff::Span::new().days(days)) {
        return Ok(());
    }
    Err(Refusal::rule("rating-closed", "R-102", "A21_2").with("days", days))
}

/// the unit is rated once there is an answer of a unit, the bureau once it sent the matter on its way.
///
/// # Errors
/// `rating-no-unit`.
pub fn only_a_unit_that_acted_is_rated(petition: &Petition) -> Result<(), Refusal> {
    if petition.unit().is_some() { Ok(()) } else { Err(Refusal::rule("rating-no-unit", "R-102", "A21_2")) }
}

/// two different people confirm that the same facts were finally answered.
///
/// # Errors
/// `finality-own`.
pub fn finality_takes_two(first: UserId, actor: Actor) -> Result<(), Refusal> {
    if actor.user().is_none_or(|user| user == first) {
        return Err(Refusal::rule("finality-own", "R-083", "A36_3"));
    }
    Ok(())
}

/// 10.1 row 10: a matter whose claims were handed to others is not archived before they accepted.
///
/// # Errors
/// `close-handoff-open`.
pub fn handoffs_are_accepted(petition: &Petition) -> Result<(), Refusal> {
    let open: Vec<String> = petition
        .claims
        .iter()
        .filter(|claim| claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_none()))
        .map(|claim| claim.no.to_string())
        .collect();
    if open.is_empty() || petition.stage() == Stage::Withdrawn {
        return Ok(());
    }
    Err(Refusal::rule("close-handoff-open", "10.1-10", "A31").with("claims", open.join("、")))
}

/// Whether service was recorded later than it happened.
#[must_use]
pub fn is_late_entry(served: &Served) -> bool {
    beijing_date(served.recorded_at) != served.on
}
