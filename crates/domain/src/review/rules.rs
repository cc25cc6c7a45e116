//! The legal rules of review and recheck, each one named function citing its article.

use jiff::civil::Date;
use kernel::{ClaimId, OrgId, Refusal, UserId, beijing_date};

use super::{
    commands::Request,
    model::{Draft, Late, Level, Lodged, Review, ReviewResult, Ruling},
};
use crate::{
    actor::Actor,
    env::Env,
    lifecycle::a_person,
    mandate::{Power, rules as mandate_rules},
    petition::{Petition, Standing},
};

/// she asks one of those that stand above the unit; none of them answered before.
///
/// # Errors
/// `review-organ-none`, `review-organ-unknown` or `review-organ-answered`.
pub fn the_organ_stands_above(request: &Request) -> Result<(), Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "R-085", request.level.article()).on("organ");
    if request.options.is_empty() {
        return Err(refuse("review-organ-none"));
    }
    if request.bodies.contains(&request.organ) || request.bodies.contains(&request.office) {
        return Err(refuse("review-organ-answered"));
    }
    if request.options.contains(&request.organ) { Ok(()) } else { Err(refuse("review-organ-unknown")) }
}

/// Articles 34 to 36 speak of the sixth branch of article 31 only; and a claim is in one review at a time, an answer reviewed
/// once, rechecked once.
///
/// # Errors
/// `review-claims-none`, `claim-unknown`, `review-claim-twice`, `review-claim-routed` with the claim and its way,
/// `review-claim-unanswered`, `review-claim-open`, `review-claim-final`, `review-claim-remanded` or `review-claim-level`.
pub fn the_claims_may_be_contested(petition: &Petition, level: Level, claims: &[ClaimId]) -> Result<(), Refusal> {
    if claims.is_empty() {
        return Err(Refusal::rule("review-claims-none", "R-080", level.article()).on("claims"));
    }
    for (i, id) in claims.iter().enumerate() {
        let Some(claim) = petition.live_claims().find(|claim| claim.id == *id) else {
            return Err(Refusal::invalid("claims", "claim-unknown"));
        };
        let refuse = |code: &str| Refusal::rule(code, "R-080", level.article()).on("claims").with("claim", claim.no);
        if claims[..i].contains(id) {
            return Err(refuse("review-claim-twice"));
        }
        match petition.standing(claim) {
            Standing::Routed(route) => {
                let mut refusal = refuse("review-claim-routed").with("route", route.key());
                "10.6".clone_into(&mut refusal.rule);
                return Err(refusal);
            }
            Standing::Unanswered => return Err(refuse("review-claim-unanswered")),
            Standing::Contested(_) => return Err(refuse("review-claim-open")),
            Standing::SentBack => return Err(refuse("review-claim-remanded")),
            Standing::Final => return Err(refuse("review-claim-final")),
            Standing::Open(open) if open != level => return Err(refuse("review-claim-level").with("level", open.key())),
            Standing::Open(_) => {}
        }
    }
    Ok(())
}

/// Article 35, T-04: within thirty days from service; what was posted within them is in time. After that only with a cause, which
/// a person judges (10.1 row 19 〔P〕).
///
/// # Errors
/// `review-posted` for a day of posting that cannot be, `review-late-cause-missing` with the day that is over.
pub fn in_time_or_with_a_cause(petition: &Petition, request: &Request, env: &Env<'_>) -> Result<Option<Late>, Refusal> {
    let refuse = |code: &str| Refusal::rule(code, "R-080", request.level.article());
    let today = beijing_date(env.now());
    if request.posted_on.is_some_and(|day| day > today || request.lodged != Lodged::OnPaper) {
        return Err(Refusal::rule("review-posted", "T-04", "").on("posted_on"));
    }
    let window = petition.clocks.iter().rev().find(|clock| clock.def == request.level.window());
    let running = window.is_some_and(|clock| clock.is_running() && !clock.is_overdue(env.now()));
    let posted = window.zip(request.posted_on).is_some_and(|(clock, day)| day <= clock.statutory);
    if running || posted {
        return Ok(None);
    }
    let due = window.map(|clock| clock.statutory);
    if let Some(cause) = &request.late_cause {
        return Ok(Some(Late { due, cause: cause.clone(), accepted: None }));
    }
    Err(refuse("review-late-cause-missing").on("late_cause").with("due", due.unwrap_or(today)))
}

/// rules.md 3.2: she asks herself. An agent only delivers what she signed, under a mandate that says so; at a window or by letter
/// it is hers, and somebody takes it down.
///
/// # Errors
/// `mandate-missing`, `mandate-power-missing`, `review-not-hers`.
pub fn she_asks_herself(petition: &Petition, lodged: Lodged, env: &Env<'_>) -> Result<(), Refusal> {
    let refuse = || Err(Refusal::rule("review-not-hers", "3.2", "A35"));
    match (lodged, env.actor) {
        (Lodged::Herself, Actor::Petitioner) => Ok(()),
        (Lodged::ByAgent, Actor::Staff { user, .. }) if petition.agent == Some(user) => {
            mandate_rules::the_agent_keeps_within_it(petition.agency.mandate.as_ref(), Power::Deliver, env.now())
        }
        (Lodged::OnPaper, Actor::Staff { user, .. }) if petition.agent != Some(user) => Ok(()),
        _ => refuse(),
    }
}

/// R-061, 10.6: whoever had a part in the answer, and the bodies that gave it, have none in its review.
///
/// # Errors
/// `reviewer-sat-before`.
pub fn nobody_reviews_her_own_answer(review: &Review, user: UserId, org: Option<OrgId>) -> Result<(), Refusal> {
    if review.involved.contains(&user) || org.is_some_and(|org| review.bodies.contains(&org)) {
        return Err(Refusal::rule("reviewer-sat-before", "R-061", "A28_3"));
    }
    Ok(())
}

/// As [`nobody_reviews_her_own_answer`], for whoever acts; and nobody outside the organ and its office acts at all.
///
/// # Errors
/// `not-permitted` for the system and the petitioner, `reviewer-sat-before`, `review-not-the-office`.
pub fn the_office_acts(review: &Review, env: &Env<'_>) -> Result<(), Refusal> {
    let user = a_person(env)?;
    let org = env.actor.org();
    nobody_reviews_her_own_answer(review, user, org)?;
    if org == Some(review.organ) || org == Some(review.office) {
        return Ok(());
    }
    Err(Refusal::rule("review-not-the-office", "10.6", review.level.article()))
}

/// 10.6: the file comes from a body that answered before.
///
/// # Errors
/// `review-file-foreign`.
pub fn the_first_body_sends_its_file(review: &Review, env: &Env<'_>) -> Result<OrgId, Refusal> {
    a_person(env)?;
    match env.actor.org() {
        Some(org) if review.bodies.contains(&org) => Ok(org),
        _ => Err(Refusal::rule("review-file-foreign", "10.6", review.level.article())),
    }
}

/// 10.1 row 19: a late request is taken up when a person accepts the cause, with a reason in writing; one in time needs none.
///
/// # Errors
/// `review-late-reason` or `review-not-late`.
pub fn lateness_is_excused_in_writing(late: Option<&Late>, reason: bool) -> Result<(), Refusal> {
    match (late, reason) {
        (Some(_), false) => Err(Refusal::rule("review-late-reason", "R-080", "A35").on("late")),
        (None, true) => Err(Refusal::rule("review-not-late", "R-080", "A35").on("late")),
        _ => Ok(()),
    }
}

/// Article 36.2: a hearing has its days; none lies before the request or after today's.
///
/// # Errors
/// `hearing-day` with the first day possible.
pub fn hearing_days_are_honest(review: &Review, day: Date, least: Date, env: &Env<'_>) -> Result<(), Refusal> {
    let from = least.max(beijing_date(review.received_at));
    if day < from || day > beijing_date(env.now()) {
        return Err(Refusal::rule("hearing-day", "R-082", "A36_2").on("day").with("from", from));
    }
    Ok(())
}

/// 6.1, articles 31 (六) and 36.2: whoever takes part is told before the day.
///
/// # Errors
/// `hearing-called-late` with the first day possible.
pub fn a_hearing_is_called_before_its_day(review: &Review, on: Date, env: &Env<'_>) -> Result<(), Refusal> {
    let first = beijing_date(env.now().max(review.received_at)).saturating_add(jiff::Span::new().days(1));
    if on < first {
        return Err(Refusal::rule("hearing-called-late", "R-082", "A36_2").on("on").with("from", first));
    }
    Ok(())
}

/// a change says what stands instead, anything else does not; what stands instead is not what stood.
///
/// # Errors
/// `review-change-empty`, `review-instead-without-change`, `review-change-same`, or the rule of the promise.
pub fn a_ruling_is_whole(no: u16, before: &str, ruling: &Ruling, today: Date) -> Result<(), Refusal> {
    let refuse = |code: &str| Err(Refusal::rule(code, "R-086", "A35").on("rulings").with("claim", no));
    match (&ruling.instead, ruling.result) {
        (None, ReviewResult::Change) => refuse("review-change-empty"),
        (Some(_), result) if result != ReviewResult::Change => refuse("review-instead-without-change"),
        (Some(answer), _) if super::likeness::same(before, answer.text.as_str()) => refuse("review-change-same"),
        (Some(answer), _) => crate::petition::rules::promise_fits(no, answer, today),
        (None, _) => Ok(()),
    }
}

/// Article 35: every claim contested is decided, once.
///
/// # Errors
/// `review-claims-undecided` with the numbers of the claims.
pub fn every_claim_is_decided(review: &Review, decided: &[ClaimId]) -> Result<(), Refusal> {
    let open: Vec<String> = review
        .contested
        .iter()
        .filter(|contested| !decided.contains(&contested.claim))
        .map(|contested| contested.no.to_string())
        .collect();
    if open.is_empty() {
        return Ok(());
    }
    Err(Refusal::rule("review-claims-undecided", "R-086", "A35").on("rulings").with("claims", open.join("、")))
}

/// who wrote it does not check it.
///
/// # Errors
/// `check-own-draft`.
pub fn the_writer_does_not_check(draft: &Draft, examiner: UserId, actor: Actor) -> Result<(), Refusal> {
    if actor.user().is_none_or(|user| user == draft.by || user == examiner) {
        return Err(Refusal::rule("check-own-draft", "R-086", "A35"));
    }
    Ok(())
}

/// two signatures by two people, neither of whom wrote it.
///
/// # Errors
/// `sign-twice` or `sign-own-draft`.
pub fn two_people_sign(draft: &Draft, examiner: UserId, checker: UserId, actor: Actor) -> Result<(), Refusal> {
    match actor.user() {
        Some(user) if user == checker => Err(Refusal::rule("sign-twice", "R-086", "A35")),
        Some(user) if user != draft.by && user != examiner => Ok(()),
        _ => Err(Refusal::rule("sign-own-draft", "R-086", "A35")),
    }
}
