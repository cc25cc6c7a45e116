//! Scenarios of rules.md §11 and the rules of 10.6, one by one.

use super::*;
use crate::{
    case::Resolution,
    deadline::Clock,
    petition::tests::{found, kept},
    petition::{Command as Ask, CommandKind, DraftAnswer, ReopenReason, Stage as PetitionStage, Standing},
};

fn running<'a>(matter: &'a Matter, def: &str) -> &'a Clock {
    matter.petition.state.running(def).unwrap_or_else(|| panic!("{def} does not run"))
}

fn stage(matter: &Matter) -> PetitionStage {
    matter.petition.state.stage()
}

#[test]
fn s09_the_last_minute_of_the_last_day_is_in_time() {
    let mut matter = Matter::served("2026-01-20T10:00");
    assert_eq!(running(&matter, "REVIEW_REQUEST_30D").statutory.to_string(), "2026-02-24");
    matter.at("2026-02-24T23:59").ask(Level::Review, &[0, 1]);
    assert!(matter.review().late.is_none());
    assert_eq!(stage(&matter), PetitionStage::UnderReview);
    assert!(matter.petition.state.running("REVIEW_REQUEST_30D").is_none(), "both claims are contested");
    assert_eq!(matter.review().term().unwrap().statutory.to_string(), "2026-03-26");
}

#[test]
fn s09_a_day_later_it_takes_a_cause_and_somebody_who_accepts_it() {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.at("2026-02-25T00:01");
    let late = matter.request(Level::Review, &[0]);
    matter.refuses_to_ask(SHE, late.clone(), "review-late-cause-missing");
    matter.asks(Request { late_cause: Some(text("住院到二月二十四日。")), ..late });
    matter.refuses(examiner(), accept(81), "review-late-reason");
    matter.does(examiner(), Command::Accept { examiner: user(81), late: Some(text("有住院证明。")) });
    let accepted = matter.review().late.as_ref().unwrap().accepted.as_ref().unwrap();
    assert_eq!((accepted.0, accepted.2.as_str()), (user(81), "有住院证明。"));
}

#[test]
fn a_late_request_takes_a_closed_petition_up_again_and_a_refusal_lets_it_end() {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.petition.at("2026-02-25T00:01");
    let (done, found) = (kept(matter.claim(0)), found(matter.claim(0)));
    matter.petition.does(handler(), done).does(checker(), found).does(SYSTEM, Ask::Close);
    let late = Request { late_cause: Some(text("不知道可以申请。")), ..matter.request(Level::Review, &[1]) };
    matter.asks(late);
    assert_eq!(stage(&matter), PetitionStage::UnderReview);
    matter.petition.refuses(SYSTEM, Ask::Close, "not-at-this-stage");
    matter.does(examiner(), Command::Reject { ground: RejectGround::Late, reason: text("送达时已当面说过期限。") });
    assert_eq!(matter.review().stage(), Stage::RejectedLate);
    assert!(matter.review().clocks.iter().all(|clock| !clock.is_open()));
    assert_eq!(stage(&matter), PetitionStage::Served);
    matter.petition.does(SYSTEM, Ask::Close);
}

#[test]
fn a_letter_posted_within_the_days_is_in_time() {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.at("2026-02-27T09:00");
    let posted = |day: &str, matter: &Matter| Request {
        lodged: Lodged::OnPaper,
        posted_on: Some(day.parse().unwrap()),
        ..matter.request(Level::Review, &[1])
    };
    let (late, ahead, early) =
        (posted("2026-02-25", &matter), posted("2026-02-28", &matter), posted("2026-02-24", &matter));
    matter.refuses_to_ask(officer(), late, "review-late-cause-missing");
    matter.refuses_to_ask(officer(), ahead, "review-posted");
    matter.refuses_to_ask(SHE, Request { lodged: Lodged::Herself, ..early.clone() }, "review-posted");
    matter.try_ask(officer(), early).unwrap();
    assert!(matter.review().late.is_none() && matter.review().registrar == officer().user());
}

#[test]
fn s11_and_s12_only_the_recheck_stands_still_for_a_hearing() {
    let mut matter = Matter::served("2026-02-24T10:00");
    matter.at("2026-02-26T09:00").ask(Level::Review, &[0, 1]);
    // In the review a hearing costs its days.
    matter.does(examiner(), accept(81)).at("2026-03-10T09:00");
    let before = matter.review().term().unwrap().statutory;
    let hearing = |from: &str| Command::OpenHearing { from: from.parse().unwrap(), place: words(), persons: words() };
    let over = |to: &str| Command::EndHearing { to: to.parse().unwrap(), minutes: words() };
    matter.does(examiner(), hearing("2026-03-10")).at("2026-03-12T17:00").does(examiner(), over("2026-03-12"));
    assert_eq!(matter.review().term().unwrap().statutory, before);
    matter.at("2026-03-26T10:00").decides(reviewers(), &[ReviewResult::Uphold; 2]);
    assert_eq!(running(&matter, "RECHECK_REQUEST_30D").statutory.to_string(), "2026-04-27", "S11");
    matter.at("2026-04-27T10:00").ask(Level::Recheck, &[0, 1]);
    assert_eq!(matter.review().term().unwrap().statutory.to_string(), "2026-05-27", "S12a");
    matter.does(top(1), accept(91)).at("2026-05-11T09:00").does(top(1), hearing("2026-05-11"));
    assert_eq!(matter.review().stage(), Stage::Hearing);
    matter.refuses(top(1), over("2026-05-10"), "hearing-day");
    matter.at("2026-05-20T18:00").does(top(1), over("2026-05-20"));
    assert_eq!(matter.review().term().unwrap().statutory.to_string(), "2026-06-08", "S12b");
    assert_eq!(matter.review().earlier, Some(matter.reviews[0].state.id));
    assert_eq!(matter.review().opinion.as_str(), "包信查〔2026〕7号");
}

#[test]
fn s33_the_review_at_the_end_of_the_longest_chain() {
    let mut matter = Matter::served("2026-09-29T10:00");
    assert_eq!(running(&matter, "REVIEW_REQUEST_30D").statutory.to_string(), "2026-10-29");
    matter.at("2026-10-29T10:00").ask(Level::Review, &[0, 1]);
    assert_eq!(matter.review().term().unwrap().statutory.to_string(), "2026-11-30", "28 November is a Saturday");
}

#[test]
fn nobody_reviews_an_answer_she_had_a_part_in() {
    let mut matter = Matter::served("2026-01-20T10:00");
    let own = Request { organ: UNIT, office: UNIT, options: vec![UNIT, ABOVE], ..matter.request(Level::Review, &[1]) };
    matter.refuses_to_ask(SHE, own, "review-organ-answered");
    let foreign = Request { organ: OTHER, ..matter.request(Level::Review, &[1]) };
    matter.refuses_to_ask(SHE, foreign, "review-organ-unknown");
    matter.ask(Level::Review, &[1]);
    for n in [21, 22, 23] {
        // Whoever handled, checked or signed, though she works above now.
        matter.refuses(staff(n, ABOVE), accept(81), "reviewer-sat-before");
        matter.refuses(examiner(), accept(n), "reviewer-sat-before");
    }
    matter.refuses(staff(77, UNIT), accept(81), "reviewer-sat-before");
    matter.refuses(staff(77, OTHER), accept(81), "review-not-the-office");
    matter.does(examiner(), accept(81));
    matter.refuses(second(), Command::SendFile { note: words() }, "review-file-foreign");
    matter.does(handler(), Command::SendFile { note: text("案卷一册。") });
    assert!(matter.review().running("REVIEW_FILE_5WD").is_none());
    let draft = matter.draft(&[ReviewResult::Uphold]);
    matter.does(examiner(), draft).refuses(examiner(), Command::Check, "check-own-draft");
    matter.does(second(), Command::Check).refuses(second(), sign(), "sign-twice");
    matter.refuses(examiner(), sign(), "sign-own-draft").does(signer(), sign());
    matter.does(examiner(), Command::Serve(serve("2026-01-20")));
    // Nor does anybody recheck her own review.
    matter.ask(Level::Recheck, &[1]);
    matter.refuses(staff(83, TOP), accept(91), "reviewer-sat-before");
    matter.refuses(signer(), accept(91), "reviewer-sat-before");
}

#[test]
fn what_takes_another_way_has_no_review() {
    use crate::case::StatutoryRoute;
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.petition.state.claims.iter_mut().last().unwrap().route = Some(StatutoryRoute::Arbitration);
    let request = matter.request(Level::Review, &[1]);
    matter.refuses_to_ask(SHE, request, "review-claim-routed");
    let none = Request { claims: vec![], ..matter.request(Level::Review, &[0]) };
    matter.refuses_to_ask(SHE, none, "review-claims-none");
    let early = matter.request(Level::Recheck, &[0]);
    matter.refuses_to_ask(SHE, early, "review-claim-level");
    let twice = matter.request(Level::Review, &[0, 0]);
    matter.refuses_to_ask(SHE, twice, "review-claim-twice");
    let other = matter.request(Level::Review, &[0]);
    matter.refuses_to_ask(handler(), other.clone(), "review-not-hers");
    matter.refuses_to_ask(handler(), Request { lodged: Lodged::ByAgent, ..other }, "review-not-hers");
}

#[test]
fn upheld_changes_nothing_and_the_second_opinion_is_final() {
    let mut matter = Matter::served("2026-01-20T10:00");
    let axis = matter.petition.state.resolution();
    let answers = matter.petition.state.claims.clone();
    matter.at("2026-01-22T09:00").ask(Level::Review, &[0, 1]);
    matter.at("2026-02-03T09:00").decides(reviewers(), &[ReviewResult::Uphold; 2]);
    assert_eq!((stage(&matter), &matter.petition.state.claims), (PetitionStage::Served, &answers));
    matter.at("2026-02-05T09:00").ask(Level::Recheck, &[0, 1]);
    matter.at("2026-02-20T09:00").decides(recheckers(), &[ReviewResult::Uphold; 2]);
    assert_eq!(matter.petition.state.finally_answered(), Some(Finality::Rechecked));
    assert_eq!(matter.petition.state.resolution(), axis, "the procedure says nothing of the substance");
    let again = matter.request(Level::Recheck, &[0]);
    matter.refuses_to_ask(SHE, again, "review-claim-final");
    // A promise that is open keeps it open; then it ends, and new facts still open it.
    matter.petition.refuses(SYSTEM, Ask::Close, "close-promises-open");
    let (done, found) = (kept(matter.claim(0)), found(matter.claim(0)));
    matter.petition.does(handler(), done).does(checker(), found).does(SYSTEM, Ask::Close);
    let care = petition::Care {
        org: BUREAU,
        what: text("每月上门一次，帮助办理供热补贴。"),
        from: "2026-02-20".parse().unwrap(),
        until: "2026-08-20".parse().unwrap(),
    };
    matter.petition.does(officer(), Ask::RecordCare(Box::new(care)));
    assert_eq!(matter.petition.state.contests.care.len(), 1);
    matter.petition.does(SHE, Ask::Reopen { reason: ReopenReason::NewFacts, text: text("三月又停暖五天。") });
    assert_eq!(matter.petition.state.finally_answered(), None);
}

#[test]
fn sent_back_means_a_new_answer_and_not_the_old_one() {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.at("2026-01-22T09:00").ask(Level::Review, &[0, 1]);
    matter.at("2026-02-03T09:00").decides(reviewers(), &[ReviewResult::Uphold, ReviewResult::Remand]);
    assert_eq!(stage(&matter), PetitionStage::Investigating);
    assert_eq!(running(&matter, "REMAND_REDO_30D").statutory.to_string(), "2026-03-05");
    assert!(matter.petition.state.running("RECHECK_REQUEST_30D").is_some(), "the other claim may be rechecked");
    let standing =
        |matter: &Matter, index: usize| matter.petition.state.standing(&matter.petition.state.claims.as_slice()[index]);
    assert_eq!((standing(&matter, 0), standing(&matter, 1)), (Standing::Open(Level::Recheck), Standing::SentBack));
    let answer = |words: &str| Answer {
        result: OpinionResult::Explain,
        text: text(words),
        basis: text("《供热条例》第十条"),
        promise: None,
        more: vec![],
    };
    let draft = |claims: &[(usize, &str)], matter: &Matter| Ask::SaveDraft {
        findings: text("重新测了三天。"),
        answers: claims
            .iter()
            .map(|(index, words)| DraftAnswer { claim: matter.claim(*index), answer: answer(words) })
            .collect(),
        submit: true,
    };
    let (both, same) = (draft(&[(0, "不变"), (1, "新的")], &matter), draft(&[(1, "查明 属实！")], &matter));
    matter.petition.refuses(handler(), both, "claim-not-sent-back").refuses(handler(), same, "redo-same-answer");
    let near = draft(&[(1, "经查明属实。")], &matter);
    matter.petition.does(handler(), near).does(checker(), Ask::Check);
    // Four signs shared of five: not alike enough at 85 of a hundred; at 50 it is.
    matter.petition.around.settings.redo_likeness_percent = 50;
    let sign =
        |differs: Option<&str>| Ask::Sign { number: text("固住建信复〔2026〕9号"), differs: differs.map(text) };
    matter.petition.refuses(leader(), sign(None), "redo-nearly-same");
    matter.petition.does(leader(), sign(Some("补了三天的测温记录。")));
    assert!(matter.petition.state.running("REMAND_REDO_30D").is_none());
    matter.petition.does(handler(), Ask::Serve(serve("2026-02-03")));
    assert_eq!(standing(&matter, 1), Standing::Open(Level::Review), "a new answer may be reviewed anew");
    assert!(matter.petition.state.to_redo().is_none());
    matter.ask(Level::Review, &[1]).ask(Level::Recheck, &[0]);
    assert_eq!(matter.petition.state.contests.open().count(), 2, "each claim in its own review");
}

#[test]
fn a_change_replaces_the_answer_and_promises_what_must_be_done() {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.at("2026-01-22T09:00").ask(Level::Review, &[1]).does(examiner(), accept(81));
    let mut empty = matter.ruling(ReviewResult::Change);
    empty.instead = None;
    let save = |ruling: Ruling, matter: &Matter| Command::SaveDraft {
        findings: words(),
        rulings: vec![DraftRuling { claim: matter.claim(1), ruling }],
        submit: true,
    };
    let (none, odd) = (save(empty, &matter), {
        let change = matter.ruling(ReviewResult::Change);
        save(Ruling { result: ReviewResult::Uphold, ..change }, &matter)
    });
    matter.refuses(examiner(), none, "review-change-empty");
    matter.refuses(examiner(), odd, "review-instead-without-change");
    matter.decides(reviewers(), &[ReviewResult::Change]);
    let claim = &matter.petition.state.claims.as_slice()[1];
    assert_eq!(claim.answer.as_ref().unwrap().text.as_str(), "退还三个月采暖费。");
    assert!(claim.execution.is_open());
    assert!(matches!(claim.resolution, Resolution::Promised { .. }));
}

#[test]
fn what_she_takes_back_or_is_out_of_scope_costs_her_no_day() {
    let mut matter = Matter::served("2026-01-20T10:00");
    let window = running(&matter, "REVIEW_REQUEST_30D").statutory;
    matter.at("2026-01-22T09:00").ask(Level::Review, &[0, 1]);
    matter.petition.refuses(SHE, Ask::Withdraw { reason: None }, "not-at-this-stage");
    matter.does(SHE, Command::Withdraw { reason: None });
    assert_eq!(running(&matter, "REVIEW_REQUEST_30D").statutory, window);
    matter.ask(Level::Review, &[0, 1]);
    matter.refuses(examiner(), Command::Reject { ground: RejectGround::Late, reason: words() }, "review-not-late");
    matter.does(examiner(), Command::Reject { ground: RejectGround::Scope, reason: words() });
    assert_eq!(running(&matter, "REVIEW_REQUEST_30D").statutory, window);
    assert_eq!(stage(&matter), PetitionStage::Served);
}

#[test]
fn where_the_jurisdiction_says_so_silence_is_final() {
    let close = |counts: i64| {
        let mut matter = Matter::served("2026-01-20T10:00");
        matter.petition.around.settings.waived_is_final = counts;
        let (done, found) = (kept(matter.claim(0)), found(matter.claim(0)));
        matter.petition.does(handler(), done).does(checker(), found).at("2026-02-25T00:01").does(SYSTEM, Ask::Close);
        matter.petition.state.finally_answered()
    };
    assert_eq!((close(0), close(1)), (None, Some(Finality::ReviewWaived)));
    assert_eq!(CommandKind::NoteReview.action(), None, "nobody writes a review's notes by hand");
}
