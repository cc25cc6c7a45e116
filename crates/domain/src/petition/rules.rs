//! The legal rules of the petition, each one named function citing its article. A refusal names rule and article.

use jiff::{Timestamp, civil::Date};
use kernel::{Refusal, UserId, beijing_date};

use super::{
    commands::Serve,
    look_back::CLOCKS as LOOK_BACKS,
    model::{Draft, Elsewhere, Extension, FinalBasis, Handling, NotAcceptReason, Petition, Procedure, Served, Stage},
    transitions::CommandKind,
};
use crate::{
    actor::Actor,
    case::{Answer, Claim, OpinionResult, Rating, ServiceMethod, StatutoryRoute},
    env::Env,
    execution::{self, Item},
    mandate::Power,
    review::{Finality, likeness},
};

/// T-09: service by public notice takes effect after this many days.
const PUBLIC_NOTICE_DAYS: i64 = 30;

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

/// nobody represents more people than came.
///
/// # Errors
/// `representatives-more-than-people`.
pub fn representatives_are_among_the_people(representatives: u32, headcount: u32) -> Result<(), Refusal> {
    if representatives <= headcount.max(1) {
        return Ok(());
    }
    Err(Refusal::rule("representatives-more-than-people", "R-008", "A20_3")
        .on("representatives")
        .with("people", headcount.max(1)))
}

/// 6.1, articles 22.3 and 31: who is sent to somebody else is told to whom and until when; by which way, too, where a law has one.
///
/// # Errors
/// `elsewhere-missing` on the field that is empty.
pub fn another_way_is_named(reason: NotAcceptReason, elsewhere: Option<&Elsewhere>) -> Result<(), Refusal> {
    let refuse = |code: &str, field: &str| Err(Refusal::rule(code, "6.1", "A22_3").on(field));
    match (reason, elsewhere) {
        (NotAcceptReason::GoElsewhere | NotAcceptReason::LegalChannelOnly, None) => {
            refuse("elsewhere-missing", "elsewhere.organ")
        }
        (NotAcceptReason::LegalChannelOnly, Some(Elsewhere { way: None, .. })) => {
            refuse("elsewhere-way-missing", "elsewhere.way")
        }
        _ => Ok(()),
    }
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

/// R-020, articles 29 and 31: a suggestion has a life of its own. What the desk sees to be one is moved there, and is not asked the
/// six questions here.
///
/// # Errors
/// `triage-suggestion`.
pub fn a_suggestion_is_moved(petition: &Petition, matter: crate::case::MatterType) -> Result<(), Refusal> {
    if matter == crate::case::MatterType::Suggestion && petition.matter_type != matter {
        return Err(Refusal::rule("triage-suggestion", "R-020", "A29").on("matter_type"));
    }
    Ok(())
}

/// Article 28.3: whoever complains of a unit asks for something, and does not lose her rights by a reading of the desk.
///
/// # Errors
/// `move-complaint`.
pub fn nothing_but_a_proposal_is_moved(petition: &Petition) -> Result<(), Refusal> {
    if petition.respondent.is_some() || petition.finality().is_some() {
        return Err(Refusal::rule("move-complaint", "R-020", "A29").on("matter_type"));
    }
    Ok(())
}

/// Nothing is received in the future, and nothing is back-dated beyond what the law knows (rules.md §9.8).
///
/// # Errors
/// `received-in-future`; `received-long-ago` when it lies further back than the jurisdiction lets anybody enter late.
pub fn received_is_past(received: Timestamp, env: &Env<'_>) -> Result<(), Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "T-08", "A22_1").on("received_at");
    if received > env.now() {
        return Err(refuse("received-in-future"));
    }
    let first = env.ctx.today().saturating_sub(jiff::Span::new().days(env.settings.backdate_days));
    if kernel::beijing_date(received) < first {
        return Err(refuse("received-long-ago").with("first", first));
    }
    Ok(())
}

/// R-043, article 23.3: an objection within five working days, with detailed reasons. A unit that is itself complained of
/// steps back at any time (article 28.3).
///
/// # Errors
/// `objection-to-oneself`, `objection-settled`, `objection-late` or `objection-reason-short`.
pub fn objection_in_time_with_reasons(petition: &Petition, reason: &str, env: &Env<'_>) -> Result<(), Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "R-043", "A23_3");
    if petition.is_direct() {
        return Err(Refusal::rule("objection-to-oneself", "R-040", "A23_1"));
    }
    if petition.dispatch().is_none_or(|dispatch| dispatch.settled) {
        return Err(refuse("objection-settled"));
    }
    let clock = petition.clocks.iter().rev().find(|clock| clock.def == "OBJECTION_5WD");
    match clock {
        _ if petition.is_with_the_respondent() => {}
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

/// Article 24, §9.1: a matter that changed hands as often as the limit goes to no further unit by agreement of two; the
/// common superior decides.
///
/// # Errors
/// `hops-exhausted`.
pub fn further_hops_are_the_superiors(petition: &Petition, env: &Env<'_>) -> Result<(), Refusal> {
    let hops = petition.hop_count();
    if hops < env.settings.hop_limit {
        return Ok(());
    }
    Err(Refusal::rule("hops-exhausted", "R-038", "A24").on("to").with("hops", hops))
}

/// Article 24: who decides a dispute is neither of those who have it.
///
/// # Errors
/// `dispute-superior`.
pub fn the_superior_is_no_party(petition: &Petition, superior: kernel::OrgId) -> Result<(), Refusal> {
    if petition.dispatch().is_some_and(|dispatch| dispatch.unit == superior) {
        return Err(Refusal::rule("dispute-superior", "R-038", "A24").on("superior"));
    }
    Ok(())
}

/// Article 24: neither the unit that has it nor the office that brought it up decides it, unless that office is the superior named.
///
/// # Errors
/// `dispute-by-a-party`.
pub fn a_dispute_is_decided_by_no_party(petition: &Petition, env: &Env<'_>) -> Result<(), Refusal> {
    crate::lifecycle::a_person(env)?;
    let Procedure::Disputed { dispatch, superior, .. } = &petition.procedure else { return Ok(()) };
    let org = env.actor.org();
    let party = org == Some(dispatch.unit) || org == Some(petition.bureau);
    if party && org != Some(*superior) {
        return Err(Refusal::rule("dispute-by-a-party", "R-038", "A24"));
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

/// rules.md R-020: what was answered, handed on or confirmed is not read anew behind the answer's back.
///
/// # Errors
/// `claim-settled`.
pub fn what_was_answered_keeps_its_words(claim: &Claim) -> Result<(), Refusal> {
    if claim.is_settled() {
        return Err(Refusal::rule("claim-settled", "R-020", "A22_1").with("claim", claim.no));
    }
    Ok(())
}

/// rules.md R-020: a claim that the desk adds is copied from what she told; spaces and line breaks do not count.
///
/// # Errors
/// `claim-words-not-hers`.
pub fn her_words_stand_in_her_facts(petition: &Petition, words: &str) -> Result<(), Refusal> {
    let close = |text: &str| text.split_whitespace().collect::<String>();
    if close(petition.facts.as_str()).contains(&close(words)) {
        return Ok(());
    }
    Err(Refusal::rule("claim-words-not-hers", "R-020", "A22_1").on("words"))
}

/// Article 34, T-10: at most 30 days on top in all.
///
/// # Errors
/// `extension-days-range`.
pub fn extension_at_most_thirty_days(days: u32) -> Result<(), Refusal> {
    if (1..=30).contains(&days) {
        Ok(())
    } else {
        Err(Refusal::rule("extension-days-range", "R-067", "A34").on("days"))
    }
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
    let open = petition.numbers(|claim| {
        claim.route == Some(StatutoryRoute::PetitionProcedure)
            && !answered.contains(&claim.id)
            && petition.to_redo().is_none_or(|redo| redo.claims.iter().any(|(id, _)| *id == claim.id))
    });
    if open.is_empty() {
        return Ok(());
    }
    Err(Refusal::rule("claims-unanswered", "R-064", "A32").on("answers").with("claims", open))
}

/// Article 31 (六): before the unit answers it has heard her. Attempts that reached nobody are recorded the same way.
///
/// # Errors
/// `petitioner-not-heard`.
pub fn the_petitioner_was_heard(handling: &Handling) -> Result<(), Refusal> {
    if handling.contacted_at.is_some() {
        return Ok(());
    }
    Err(Refusal::rule("petitioner-not-heard", "10.1-12", "A31_6"))
}

/// rules.md 10.1 row 16: neither the drafter nor the handler checks the draft.
///
/// # Errors
/// `check-own-draft`.
pub fn drafter_does_not_check(drafter: UserId, handler: UserId, actor: Actor) -> Result<(), Refusal> {
    if actor.user().is_none_or(|user| user == drafter || user == handler) {
        return Err(Refusal::rule("check-own-draft", "R-064", "A32"));
    }
    Ok(())
}

/// rules.md 10.1 row 16: two signatures by two people, neither of them the drafter or the handler.
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

/// 10.1 row 16: whoever has signed as checker does not become the handler while that signature stands.
///
/// # Errors
/// `reassign-to-checker` or `reassign-same`.
pub fn the_new_handler_is_free(handling: &Handling, handler: UserId) -> Result<(), Refusal> {
    if handling.handler == handler {
        return Err(Refusal::invalid("handler", "reassign-same"));
    }
    let checker = handling.draft.as_ref().and_then(|draft| draft.checked).map(|(user, _)| user);
    if checker == Some(handler) {
        return Err(Refusal::rule("reassign-to-checker", "R-064", "A32").on("handler"));
    }
    Ok(())
}

/// Article 32.2: what is supported says who does what until when, and that day lies ahead; what is not promises nothing.
///
/// # Errors
/// `support-needs-promise`, `promise-without-support`, `promise-in-past` or `day-far`.
pub fn promise_fits(no: u16, answer: &Answer, today: Date) -> Result<(), Refusal> {
    let refuse = |code: &str| Err(Refusal::rule(code, "R-065", "A32").on("answers").with("claim", no));
    let supported = matches!(answer.result, OpinionResult::Support | OpinionResult::Partial);
    match &answer.promise {
        None if supported => refuse("support-needs-promise"),
        Some(_) if !supported => refuse("promise-without-support"),
        None if !answer.more.is_empty() => refuse("promise-without-support"),
        _ if answer.promises().any(|promise| promise.due < today) => refuse("promise-in-past"),
        _ if answer.more.len() >= execution::MOST => refuse("promises-too-many"),
        _ => answer.promises().try_for_each(|promise| crate::env::promise_within_reach("answers", promise.due, today)),
    }
}

/// R-065, separation of duties: who reported that something was done is not the one who finds that it was.
///
/// # Errors
/// `execution-own-report`.
pub fn another_person_checks_the_report(item: &Item, actor: Actor) -> Result<(), Refusal> {
    let user = crate::lifecycle::a_person_of(actor)?;
    if item.report.as_ref().is_some_and(|report| report.by == Some(user)) {
        return Err(Refusal::rule("execution-own-report", "R-065", "A32"));
    }
    Ok(())
}

/// rules.md §9.8: service is recorded on its day, or later with a reason; never before the opinion, never in the future. A
/// public notice counts 30 days after it was put up (T-09), so never earlier than 30 days after the signature.
///
/// # Errors
/// `served-in-future`, `served-before-opinion`, `public-notice-days`, `served-to-no-agent` or `late-entry-reason`.
pub fn service_is_honest(has_agent: bool, serve: &Serve, signed: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "T-09", "A35").on("on");
    let (today, signed_on) = (beijing_date(now), beijing_date(signed));
    let noticed = signed_on.saturating_add(jiff::Span::new().days(PUBLIC_NOTICE_DAYS));
    match serve.method {
        _ if serve.on > today => Err(refuse("served-in-future")),
        _ if serve.on < signed_on => Err(refuse("served-before-opinion").with("signed", signed_on)),
        ServiceMethod::PublicNotice if serve.on < noticed => Err(refuse("public-notice-days").with("from", noticed)),
        ServiceMethod::ByAgent if !has_agent => Err(refuse("served-to-no-agent").on("method")),
        _ if serve.on < today && serve.late_entry_reason.is_none() => {
            Err(refuse("late-entry-reason").on("late_entry_reason").with("day", serve.on))
        }
        _ => Ok(()),
    }
}

/// 10.1 row 20: closed only when her 30 days are over, everything promised is done and checked, and an assignment is reported.
///
/// # Errors
/// `close-window-open`, `close-promises-open`, `close-handoff-open` or `close-report-missing`.
pub fn closing_conditions(petition: &Petition, now: Timestamp) -> Result<(), Refusal> {
    for def in ["REVIEW_REQUEST_30D", "RECHECK_REQUEST_30D"] {
        if let Some(clock) = petition.running(def)
            && now < clock.due_at
        {
            return Err(Refusal::rule("close-window-open", "10.1-20", "A35").with("due", clock.statutory));
        }
    }
    let promises = petition.numbers(|claim| claim.execution.is_open());
    if !promises.is_empty() {
        return Err(Refusal::rule("close-promises-open", "R-065", "A32").with("claims", promises));
    }
    handoffs_are_accepted(petition)?;
    an_assignment_is_reported(petition)
}

/// 10.1 row 10: a matter whose claims were handed to others has not ended before they accepted.
///
/// # Errors
/// `close-handoff-open`.
pub fn handoffs_are_accepted(petition: &Petition) -> Result<(), Refusal> {
    let open = petition.numbers(|claim| claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_none()));
    if open.is_empty() {
        return Ok(());
    }
    Err(Refusal::rule("close-handoff-open", "10.1-10", "A31").with("claims", open))
}

/// R-033, S13: an assignment does not end without its closing report.
///
/// # Errors
/// `close-report-missing`.
pub fn an_assignment_is_reported(petition: &Petition) -> Result<(), Refusal> {
    if petition.owes_report() { Err(Refusal::rule("close-report-missing", "R-033", "A22_1")) } else { Ok(()) }
}

/// What must be settled before the archive. A withdrawal and a refusal leave nothing to settle; a rating she may still
/// change keeps the matter out.
///
/// # Errors
/// `close-handoff-open`, `close-report-missing`, `archive-look-back` or `archive-rating-open`.
pub fn archive_conditions(petition: &Petition, env: &Env<'_>) -> Result<(), Refusal> {
    if matches!(petition.stage(), Stage::Routed | Stage::Closed | Stage::Settled) {
        handoffs_are_accepted(petition)?;
        an_assignment_is_reported(petition)?;
    }
    let changeable =
        [&petition.bureau_rating, &petition.unit_rating].into_iter().flatten().any(|rating| in_window(rating, env));
    if changeable {
        let days = env.settings.rating_change_days;
        return Err(Refusal::rule("archive-rating-open", "R-102", "A21_2").with("days", days));
    }
    let looks = petition.clocks.iter().filter(|clock| clock.is_open() && LOOK_BACKS.contains(&clock.def.as_str()));
    if let Some(last) = looks.map(|clock| clock.statutory).max() {
        return Err(Refusal::rule("archive-look-back", "§9", "").with("due", last));
    }
    Ok(())
}

fn in_window(rating: &Rating, env: &Env<'_>) -> bool {
    let days = jiff::Span::new().days(env.settings.rating_change_days);
    beijing_date(env.now()) <= beijing_date(rating.first_at).saturating_add(days)
}

/// R-102, §9.3: a rating may be changed for some days after it was first given; a new answer may be rated anew.
///
/// # Errors
/// `rating-closed`.
pub fn rating_changes_in_its_window(
    earlier: Option<&Rating>,
    answered_at: Option<Timestamp>,
    env: &Env<'_>,
) -> Result<(), Refusal> {
    let Some(rating) = earlier else { return Ok(()) };
    if in_window(rating, env) || answered_at.is_some_and(|answered| rating.at < answered) {
        return Ok(());
    }
    Err(Refusal::rule("rating-closed", "R-102", "A21_2").with("days", env.settings.rating_change_days))
}

/// the unit is rated once a unit has had the matter.
///
/// # Errors
/// `rating-no-unit`.
pub fn only_a_unit_that_acted_is_rated(petition: &Petition) -> Result<(), Refusal> {
    if petition.unit().is_some() { Ok(()) } else { Err(Refusal::rule("rating-no-unit", "R-102", "A21_2")) }
}

/// rules.md §14: who asks her afterwards neither handled it nor went with her, nor belongs to the unit that has it.
///
/// # Errors
/// `follow-up-own`.
pub fn asked_by_somebody_uninvolved(petition: &Petition, actor: Actor) -> Result<(), Refusal> {
    let Actor::Staff { user, org } = actor else {
        return Err(Refusal::rule("follow-up-own", "§14", ""));
    };
    let opinion = petition.opinion();
    let wrote =
        opinion.is_some_and(|opinion| [opinion.drafted_by, opinion.checked_by, opinion.signed_by].contains(&user));
    let agent = petition.agent == Some(user) || petition.agency.was_agent(user);
    if wrote || agent || petition.handler() == Some(user) || petition.unit() == Some(org) {
        return Err(Refusal::rule("follow-up-own", "§14", ""));
    }
    Ok(())
}

/// R-061, article 28.3: whoever said of herself that she is concerned, or was found to be, does nothing more in the matter; she
/// may still say so.
///
/// # Errors
/// `person-recused`.
pub fn nobody_acts_in_her_own_matter(petition: &Petition, command: CommandKind, env: &Env<'_>) -> Result<(), Refusal> {
    match env.actor.user() {
        Some(user) if command != CommandKind::DeclareInterest => petition.agency.free_of_interest(user, ""),
        _ => Ok(()),
    }
}

/// rules.md 3.3, 3.4: what her agent does for her stands in the mandate.
///
/// # Errors
/// `mandate-missing` or `mandate-power-missing`.
pub fn the_agent_keeps_within_the_mandate(petition: &Petition, power: Power, env: &Env<'_>) -> Result<(), Refusal> {
    if env.actor.user().is_none_or(|user| petition.agent != Some(user)) {
        return Ok(());
    }
    crate::mandate::rules::the_agent_keeps_within_it(petition.agency.mandate.as_ref(), power, env.now())
}

/// R-083, article 36.3: only what was rechecked before it came is finally answered; another matter's recheck is named, not its own.
///
/// # Errors
/// `finality-own-matter`, `finality-day` for a recheck that came after this matter.
pub fn it_was_finally_answered_before(petition: &Petition, basis: &FinalBasis) -> Result<(), Refusal> {
    let refuse = |code: &str, field: &str| Err(Refusal::rule(code, "R-083", "A36_3").on(field));
    if matches!(basis, FinalBasis::Known { petition: known, .. } if *known == petition.id) {
        return refuse("finality-own-matter", "number");
    }
    if basis.on() > kernel::beijing_date(petition.received_at) {
        return refuse("finality-day", "on");
    }
    Ok(())
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

/// Whether service was recorded later than it happened.
#[must_use]
pub fn is_late_entry(served: &Served) -> bool {
    beijing_date(served.recorded_at) != served.on
}

/// 10.6: while the level above looks at the answer, the petition neither ends nor is taken back; she takes the review back first.
///
/// # Errors
/// `review-open`.
pub fn a_review_is_carried_through(petition: &Petition, command: CommandKind) -> Result<(), Refusal> {
    let ends = matches!(command, CommandKind::Close | CommandKind::Archive | CommandKind::Withdraw);
    match petition.contests.open().next() {
        Some(open) if ends => Err(Refusal::rule("review-open", "10.6", "A35").with("number", &open.number)),
        _ => Ok(()),
    }
}

/// 10.6: what a review did not send back keeps its answer.
///
/// # Errors
/// `claim-not-sent-back`.
pub fn only_what_was_sent_back_is_answered_anew(petition: &Petition, claim: &Claim) -> Result<(), Refusal> {
    match petition.to_redo() {
        Some(redo) if redo.claims.iter().all(|(id, _)| *id != claim.id) => {
            Err(Refusal::rule("claim-not-sent-back", "10.6", "A35").on("answers").with("claim", claim.no))
        }
        _ => Ok(()),
    }
}

/// what was revoked or sent back is not answered with the same words again.
///
/// # Errors
/// `redo-same-answer` with the claim.
pub fn a_new_answer_is_another<'a>(
    petition: &Petition,
    answers: impl Iterator<Item = (kernel::ClaimId, &'a str)>,
) -> Result<(), Refusal> {
    let Some(redo) = petition.to_redo() else { return Ok(()) };
    for (claim, text) in answers {
        let before = redo.claims.iter().find(|(id, _)| *id == claim);
        if before.is_some_and(|(_, before)| likeness::same(before.as_str(), text)) {
            let no = petition.numbers(|known| known.id == claim);
            return Err(Refusal::rule("redo-same-answer", "R-086", "A35").on("answers").with("claim", no));
        }
    }
    Ok(())
}

/// The claims whose new answer looks like the one that was sent back, as the jurisdiction counts (R-086: 基本相同), and how alike
/// they are.
#[must_use]
pub fn nearly_the_same(petition: &Petition, draft: &Draft, env: &Env<'_>) -> Vec<(u16, usize)> {
    let Some(redo) = petition.to_redo() else { return vec![] };
    let alike = |(claim, answer): &(kernel::ClaimId, Answer)| {
        let (_, before) = redo.claims.iter().find(|(id, _)| id == claim)?;
        let percent = likeness::percent(before.as_str(), answer.text.as_str());
        let known = petition.claims.iter().find(|known| known.id == *claim)?;
        (percent >= env.settings.redo_likeness_percent).then_some((known.no, percent))
    };
    draft.answers.iter().filter_map(alike).collect()
}

/// where the new answer looks like the old one, the second signature says what is new in it.
///
/// # Errors
/// `redo-nearly-same` with the claims.
pub fn a_like_answer_says_what_is_new(
    petition: &Petition,
    draft: &Draft,
    differs: Option<&kernel::Text<1000>>,
    env: &Env<'_>,
) -> Result<(), Refusal> {
    let alike = nearly_the_same(petition, draft, env);
    if alike.is_empty() || differs.is_some() {
        return Ok(());
    }
    let claims: Vec<String> = alike.iter().map(|(no, _)| no.to_string()).collect();
    let most = alike.iter().map(|(_, percent)| *percent).max().unwrap_or_default();
    let refusal = Refusal::rule("redo-nearly-same", "R-086", "A35").on("differs");
    Err(refusal.with("claims", claims.join("、")).with("percent", most))
}

/// what was rechecked is final; where the jurisdiction says so, an answer that nobody contested in time is, too.
#[must_use]
pub fn final_at_the_end(petition: &Petition, env: &Env<'_>) -> Option<super::Fact> {
    if petition.finally_answered().is_some() {
        return None;
    }
    if petition.is_rechecked(env.now()) {
        return Some(super::Fact::FinallyAnswered { how: Finality::Rechecked });
    }
    let asked =
        petition.contests.list.iter().any(|contest| matches!(contest.state, super::ContestState::Served { .. }));
    (env.settings.waived_is_final == 1 && !asked)
        .then_some(super::Fact::FinallyAnswered { how: Finality::ReviewWaived })
}

/// care follows finality, and has its days.
///
/// # Errors
/// `care-before-finality` or `care-days`.
pub fn care_follows_finality(petition: &Petition, care: &super::Care) -> Result<(), Refusal> {
    if petition.finally_answered().is_none() {
        return Err(Refusal::rule("care-before-finality", "R-070", "A37_3"));
    }
    if care.until < care.from {
        return Err(Refusal::rule("care-days", "R-070", "A37_3").on("until"));
    }
    Ok(())
}
