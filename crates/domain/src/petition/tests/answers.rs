//! Acceptance, extension, opinion, service, closing, rating, reopening.

use super::*;
use crate::{
    case::{FollowUpMethod, Grade, RatingTarget, Resolution, ServiceMethod},
    petition::{FollowUp, Heard, ReopenReason, Serve, Stage},
};

fn more(days: u32) -> Command {
    Command::RequestExtension { days, reason: words() }
}

#[test]
fn s05_s06_sixty_days_and_thirty_more_counted_from_the_start() {
    let mut case = accepted("2025-12-10T09:00", "2025-12-19T15:00");
    let clock = case.state.running("HANDLE_60D").unwrap();
    assert_eq!(clock.raw.to_string(), "2026-02-17");
    assert_eq!(clock.statutory.to_string(), "2026-02-24");
    assert_eq!(clock.conservative.to_string(), "2026-02-14");
    case.at("2026-02-10T10:00").refuses(handler(), more(31), "extension-days-range");
    case.refuses(leader(), Command::GrantExtension, "extension-not-asked").does(handler(), more(30));
    case.refuses(handler(), more(5), "extension-once").refuses(handler(), Command::GrantExtension, "extension-own");
    case.refuses(SYSTEM, Command::GrantExtension, "extension-own");
    case.at("2026-02-25T00:00").refuses(leader(), Command::GrantExtension, "extension-after-expiry");
    case.at("2026-02-10T11:00").does(leader(), Command::GrantExtension);
    let clock = case.state.running("HANDLE_60D").unwrap();
    assert_eq!((clock.raw.to_string(), clock.statutory.to_string()), ("2026-03-19".into(), "2026-03-19".into()));
    case.refuses(handler(), more(1), "extension-once");
}

#[test]
fn whoever_asked_does_not_grant_after_the_handler_changed() {
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    case.does(handler(), more(10));
    case.refuses(leader(), Command::Reassign { handler: user(21), reason: words() }, "reassign-same");
    case.does(leader(), Command::Reassign { handler: user(24), reason: words() });
    case.refuses(handler(), Command::GrantExtension, "extension-own");
    case.refuses(staff(24, UNIT), Command::GrantExtension, "extension-own");
    case.does(leader(), Command::DeclineExtension { reason: words() }).does(staff(24, UNIT), more(10));
}

#[test]
fn an_expired_term_is_not_extended() {
    let mut case = accepted("2025-12-10T09:00", "2025-12-19T15:00");
    case.at("2026-02-25T09:00").refuses(handler(), more(10), "extension-after-expiry");
}

#[test]
fn s39_the_sixtieth_day_in_the_festival() {
    let case = accepted("2026-07-20T09:00", "2026-07-27T09:00");
    let clock = case.state.running("HANDLE_60D").unwrap();
    assert_eq!(clock.statutory.to_string(), "2026-09-28");
    assert_eq!(clock.conservative.to_string(), "2026-09-24");
}

#[test]
fn an_opinion_answers_every_claim_after_she_was_heard_and_four_eyes_saw_it() {
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    assert_eq!(due(&case, "FIRST_CONTACT_3WD"), "2026-01-09");
    let whole = |case: &Case| draft(case, "2026-03-01", true);
    let command = whole(&case);
    case.refuses(handler(), command.clone(), "petitioner-not-heard").does(handler(), contact());
    assert!(case.state.running("FIRST_CONTACT_3WD").is_none());
    let Command::SaveDraft { findings, mut answers, .. } = command else { unreachable!() };
    let save = |answers: &[DraftAnswer], submit| Command::SaveDraft {
        findings: findings.clone(),
        answers: answers.to_vec(),
        submit,
    };
    case.refuses(handler(), save(&answers[..1], true), "claims-unanswered");
    case.does(handler(), save(&answers[..1], false)).refuses(checker(), Command::Check, "not-at-this-stage");
    let twice = [answers[0].clone(), answers[0].clone()];
    case.refuses(handler(), save(&twice, false), "claim-answered-twice");
    let kept = answers[0].answer.promise.take();
    case.refuses(handler(), save(&answers, true), "support-needs-promise");
    answers[1].answer.promise.clone_from(&kept);
    answers[0].answer.promise = kept;
    case.refuses(handler(), save(&answers, true), "promise-without-support");
    answers[1].answer.promise = None;
    case.refuses(SYSTEM, save(&answers, true), "not-permitted");
    let late = draft(&case, "2026-01-01", true);
    case.refuses(handler(), late, "promise-in-past").does(handler(), save(&answers, true));
    case.refuses(handler(), Command::Check, "check-own-draft")
        .does(checker(), Command::ReturnDraft { reason: words() });
    assert_eq!(case.state.stage(), Stage::Investigating);
    // Another handler takes the returned draft up; the former one may not check what she wrote for her either.
    case.does(leader(), Command::Reassign { handler: user(24), reason: words() }).does(handler(), save(&answers, true));
    case.refuses(staff(24, UNIT), Command::Check, "check-own-draft").does(checker(), Command::Check);
    case.refuses(leader(), Command::Reassign { handler: user(22), reason: words() }, "reassign-to-checker");
    case.refuses(checker(), sign(), "sign-twice").refuses(handler(), sign(), "sign-own-draft");
    case.refuses(staff(24, UNIT), sign(), "sign-own-draft").refuses(SYSTEM, sign(), "sign-own-draft");
    case.does(leader(), sign());
    assert!(case.state.running("HANDLE_60D").is_none());
    assert_eq!(case.state.claims.first().resolution.name(), "PROMISED");
}

#[test]
fn s09_her_thirty_days_run_from_service_and_closing_waits() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let clock = case.state.running("REVIEW_REQUEST_30D").unwrap();
    assert_eq!((clock.raw.to_string(), clock.statutory.to_string()), ("2026-02-19".into(), "2026-02-24".into()));
    let lapse = Command::MarkOverdue { clock: clock.id };
    case.at("2026-02-24T23:59").refuses(leader(), Command::Close, "close-window-open");
    case.at("2026-02-25T00:00").refuses(SYSTEM, lapse, "clock-not-overdue");
    case.refuses(SYSTEM, Command::Close, "close-promises-open");
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).refuses(handler(), kept(one), "claim-nothing-promised");
    case.refuses(SYSTEM, Command::Close, "close-promises-open").refuses(handler(), found(one), "execution-own-report");
    case.does(checker(), found(one)).does(SYSTEM, Command::Close);
    assert_eq!(case.state.handler(), Some(user(21)));
    let open: Vec<_> =
        case.state.clocks.iter().filter(|clock| clock.is_open()).map(|clock| clock.def.as_str()).collect();
    assert_eq!(open, crate::petition::look_back::CLOCKS, "only the look-backs");
    assert_eq!(case.state.resolution(), Resolution::ResolvedUnconfirmed, "closed says nothing about solved");
}

#[test]
fn service_is_entered_honestly() {
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    case.does(handler(), contact()).at("2026-01-20T10:00");
    let draft = draft(&case, "2026-03-01", true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign()).at("2026-01-26T10:00");
    let by =
        |method, on: &str, why: bool| Command::Serve(Serve { method, late_entry_reason: why.then(words), ..serve(on) });
    case.refuses(handler(), by(ServiceMethod::Post, "2026-01-27", true), "served-in-future");
    case.refuses(handler(), by(ServiceMethod::Post, "2026-01-19", true), "served-before-opinion");
    case.refuses(handler(), by(ServiceMethod::ByAgent, "2026-01-26", true), "served-to-no-agent");
    case.refuses(handler(), by(ServiceMethod::PublicNotice, "2026-01-26", true), "public-notice-days");
    case.refuses(handler(), by(ServiceMethod::Post, "2026-01-22", false), "late-entry-reason");
    case.does(handler(), by(ServiceMethod::Post, "2026-01-22", true));
    let served = case.state.served().unwrap();
    assert!(crate::petition::rules::is_late_entry(served));
    assert_eq!(case.state.running("REVIEW_REQUEST_30D").unwrap().raw.to_string(), "2026-02-21", "from service");
}

#[test]
fn what_she_confirmed_nobody_overrides() {
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    let (one, two) = (claim(&case, 0), claim(&case, 1));
    case.does(handler(), contact()).does(SHE, Command::ConfirmClaim { claim: one, solved: true });
    let draft = draft(&case, "2026-03-01", true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
    assert_eq!(case.state.claims.first().resolution, Resolution::ResolvedConfirmed);
    assert_eq!(case.state.resolution(), Resolution::Partial);
    let stranger = uuid::Uuid::from_u128(1).into();
    case.refuses(SHE, Command::ConfirmClaim { claim: stranger, solved: true }, "claim-unknown");
    case.does(SHE, Command::ConfirmClaim { claim: two, solved: false });
    assert_eq!(case.state.claims.as_slice()[1].resolution, Resolution::Unresolved);
}

#[test]
fn a_rating_changes_for_seven_days_and_a_new_answer_is_rated_anew() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let rate = |grade| Command::Rate { target: RatingTarget::Unit, grade, comment: None };
    case.does(SHE, rate(Grade::Satisfied)).at("2026-01-27T23:00").does(SHE, rate(Grade::Dissatisfied));
    case.at("2026-01-28T00:00").refuses(SHE, rate(Grade::Satisfied), "rating-closed");
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).does(checker(), found(one)).at("2026-02-25T09:00").does(SYSTEM, Command::Close);
    case.does(SHE, Command::Reopen { reason: ReopenReason::FalselyClosed, text: words() });
    assert_eq!((case.state.stage(), case.state.hops.len()), (Stage::Forwarded, 1));
    assert_eq!(case.state.resolution(), Resolution::Reopened);
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-03-12");
    case.refuses(handler(), Command::Object { reason: reasons(), basis: None }, "objection-settled");
    let accept = accept(&case);
    case.does(leader(), accept).does(handler(), contact()).at("2026-03-02T09:00");
    let draft = draft(&case, "2026-03-02", true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
    case.does(handler(), Command::Serve(serve("2026-03-02"))).does(SHE, rate(Grade::Basically));
    case.at("2026-03-09T09:00").does(SHE, rate(Grade::Satisfied)).at("2026-03-10T09:00");
    case.refuses(SHE, rate(Grade::Basically), "rating-closed");
}

#[test]
fn the_archive_waits_for_her_rating_and_keeps_the_answer() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).does(checker(), found(one)).at("2026-02-25T09:00").does(SYSTEM, Command::Close);
    case.does(SHE, Command::Rate { target: RatingTarget::Bureau, grade: Grade::Satisfied, comment: None });
    case.at("2026-03-04T09:00").refuses(SYSTEM, Command::Archive, "archive-rating-open");
    case.at("2026-03-05T09:00").refuses(SYSTEM, Command::Archive, "archive-look-back");
    for (day, def) in ["2026-03-28", "2026-05-27", "2026-08-25"].iter().zip(crate::petition::look_back::CLOCKS) {
        case.at(&format!("{day}T09:00"));
        let clock = case.state.running(def).unwrap().id;
        case.does(SYSTEM, Command::OpenLookBack { clock });
    }
    case.does(SYSTEM, Command::Archive);
    assert!(case.state.opinion().is_some() && case.state.served().is_some());
    assert_eq!((case.state.holder(), case.state.stage()), (UNIT, Stage::Archived));
}

#[test]
fn before_any_unit_only_the_bureau_is_rated() {
    let mut case = registered("2026-01-05T09:00");
    let reason = crate::petition::NotAcceptReason::GoElsewhere;
    case.does(officer(), Command::NotAccept { reason, explanation: words(), elsewhere: Some(Box::new(elsewhere())) });
    let rate = |target| Command::Rate { target, grade: Grade::Dissatisfied, comment: None };
    case.refuses(SHE, rate(RatingTarget::Unit), "rating-no-unit").does(SHE, rate(RatingTarget::Bureau));
}

#[test]
fn withdrawing_stops_every_clock() {
    let mut case = accepted("2026-01-05T09:00", "2026-01-06T09:00");
    case.does(SHE, Command::Withdraw { reason: None });
    assert!(case.state.stage().is_over() && case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.refuses(SHE, Command::Nudge, "not-at-this-stage");
}

#[test]
fn a_claim_that_left_is_not_answered_here_and_blocks_closing_until_taken() {
    let mut case = registered("2026-01-05T09:00");
    case.does(officer(), forward(UNIT));
    let (one, two) = (claim(&case, 0), claim(&case, 1));
    let routes = vec![
        (one, StatutoryRoute::PetitionProcedure, None),
        (two, StatutoryRoute::Arbitration, Some(text("劳动仲裁院"))),
    ];
    case.does(leader(), Command::Accept { handler: user(21), routes }).does(handler(), contact());
    let all = draft(&case, "2026-01-20", true);
    case.refuses(handler(), all.clone(), "claim-routed-elsewhere");
    let Command::SaveDraft { findings, answers, .. } = all else { unreachable!() };
    case.does(handler(), Command::SaveDraft { findings, answers: answers[..1].to_vec(), submit: true });
    case.does(checker(), Command::Check).does(leader(), sign()).does(handler(), Command::Serve(serve("2026-01-05")));
    case.does(handler(), kept(one)).does(checker(), found(one)).at("2026-02-25T09:00");
    case.refuses(SYSTEM, Command::Close, "close-handoff-open");
    case.does(handler(), Command::HandoffAccepted { claim: two, number: text("固劳仲〔2026〕5号") });
    case.does(SYSTEM, Command::Close);
    // Opened again, the claim that its channel has stays there.
    case.does(SHE, Command::Reopen { reason: ReopenReason::NotExecuted, text: words() });
    assert_eq!(case.state.claims.as_slice()[1].resolution, Resolution::RoutedPending);
    let routes = vec![(one, StatutoryRoute::PetitionProcedure, None)];
    case.does(leader(), Command::Accept { handler: user(21), routes });
}

#[test]
fn s33_the_longest_way_as_far_as_it_goes() {
    let mut case = registered("2026-06-01T09:00");
    assert_eq!(due(&case, "FORWARD_15D"), "2026-06-16");
    case.at("2026-06-16T23:00").does(officer(), forward(UNIT));
    assert_eq!(due(&case, "NOTIFY_15D"), "2026-07-01");
    case.at("2026-07-01T20:00");
    let accept = accept(&case);
    case.does(leader(), accept).does(handler(), contact());
    assert_eq!(due(&case, "HANDLE_60D"), "2026-08-31");
    case.at("2026-08-31T20:00").does(handler(), more(30)).does(leader(), Command::GrantExtension);
    assert_eq!(due(&case, "HANDLE_60D"), "2026-09-29");
    case.at("2026-09-29T20:00");
    let draft = draft(&case, "2026-10-20", true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
    case.does(handler(), Command::Serve(serve("2026-09-29")));
    assert_eq!(due(&case, "REVIEW_REQUEST_30D"), "2026-10-29");
    let in_time = |clock: &crate::deadline::Clock| {
        matches!(clock.state, crate::deadline::ClockState::Stopped { in_time: true, .. })
    };
    assert_eq!(
        case.state.clocks.iter().filter(|clock| in_time(clock)).count(),
        4,
        "forwarded, told, heard and answered in time"
    );
}

fn called(heard: Option<Heard>) -> Command {
    Command::FollowUp(FollowUp { method: FollowUpMethod::Phone, heard, note: words() })
}

#[test]
fn who_had_no_part_in_it_asks_her_and_her_word_counts() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    assert!(case.state.awaits_call());
    let said = |claims: Vec<(ClaimId, bool)>| {
        called(Some(Heard { claims, pressed: true, grade: Some(Grade::Basically), items: vec![] }))
    };
    let (first, second) = (claim(&case, 0), claim(&case, 1));
    for involved in [handler(), checker(), leader(), SYSTEM, SHE] {
        case.refuses(involved, said(vec![(first, true)]), "follow-up-own");
    }
    let caller = staff(61, BUREAU);
    let unknown = uuid::Uuid::from_u128(999).into();
    case.refuses(caller, said(vec![(unknown, true)]), "claim-unknown");
    case.refuses(caller, said(vec![(first, true), (first, false)]), "claim-unknown");
    // Nobody answered: the call stays to be made, and nothing is known.
    let before: Vec<_> = case.state.claims.iter().map(|claim| claim.resolution).collect();
    case.does(caller, called(None));
    assert!(case.state.awaits_call());
    assert_eq!(case.state.claims.iter().map(|claim| claim.resolution).collect::<Vec<_>>(), before);
    case.does(caller, said(vec![(first, true), (second, false)]));
    let resolutions: Vec<_> = case.state.claims.iter().map(|claim| claim.resolution).collect();
    assert_eq!(resolutions, [Resolution::ResolvedConfirmed, Resolution::Unresolved]);
    assert!(!case.state.awaits_call() && case.state.unit_rating.is_none(), "a call is no rating");
    // Opened again and answered again, she is asked again.
    case.at("2026-02-25T10:00").does(handler(), kept(first)).does(checker(), found(first));
    case.does(SYSTEM, Command::Close);
    assert!(!case.state.awaits_call(), "asked before the procedure ended");
    case.does(officer(), Command::Reopen { reason: ReopenReason::FalselyClosed, text: words() });
    assert!(case.state.asked_at.is_none());
}

/// A note of a mediation beside it.
fn mediated(n: u128, step: crate::petition::MediationStep) -> Command {
    let mediation = uuid::Uuid::from_u128(n).into();
    Command::NoteMediation(Box::new(crate::petition::MediationNote {
        mediation,
        number: number(),
        committee: THIRD,
        step,
    }))
}

#[test]
fn a_mediation_stops_no_clock_and_only_an_agreement_that_stands_settles_it() {
    use crate::petition::MediationStep as M;
    let mut case = in_handling("2026-01-05T09:00");
    let clocks = case.state.clocks.clone();
    case.refuses(handler(), Command::Settle, "settle-no-agreement");
    case.does(SYSTEM, mediated(1, M::Asked));
    let before = case.state.stage();
    case.does(SYSTEM, mediated(1, M::Began));
    assert_eq!((case.state.stage(), &case.state.clocks), (Stage::Mediating, &clocks), "T-10: the clocks run on");
    case.refuses(handler(), Command::Settle, "settle-no-agreement");
    case.does(SYSTEM, mediated(1, M::Ended { refused: false, ways: vec![] }));
    assert_eq!((case.state.stage(), &case.state.clocks), (before, &clocks), "back to where it was");
    case.does(SYSTEM, mediated(2, M::Began)).does(SYSTEM, mediated(2, M::Agreed { on: jiff::civil::date(2026, 1, 9) }));
    case.does(SYSTEM, mediated(2, M::Broken)).refuses(handler(), Command::Settle, "settle-no-agreement");
    case.does(SYSTEM, mediated(3, M::Began))
        .does(SYSTEM, mediated(3, M::Agreed { on: jiff::civil::date(2026, 1, 12) }));
    case.does(handler(), Command::Settle);
    assert_eq!(case.state.stage(), Stage::Settled);
    assert!(case.state.stage().is_over() && case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.does(SHE, Command::Reopen { reason: ReopenReason::NewFacts, text: words() });
    assert_eq!(case.state.stage(), Stage::Forwarded);
}
