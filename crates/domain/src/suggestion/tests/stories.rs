//! Every row of 10.2, with its days.

use super::*;
use crate::{
    case::{Grade, Resolution},
    lifecycle::Aggregate as _,
};

#[test]
fn a_suggestion_from_the_desk_to_what_was_done() {
    let mut case = registered();
    assert_eq!(case.state.running("FORWARD_15D").unwrap().statutory, date(2026, 1, 20));
    case = forwarded();
    assert!(case.state.running("FORWARD_15D").is_none());
    assert_eq!(case.state.term().unwrap().statutory, date(2026, 3, 9), "sixty days, and a Saturday that rolls");
    assert_eq!(case.state.running("OBJECTION_5WD").unwrap().statutory, date(2026, 1, 13));
    case.at("2026-01-07T09:00").does(handler(), take_up(None));
    assert_eq!((case.state.stage(), case.state.term().is_some()), (Stage::Studying, true));
    case.refuses(leader(), sign(), "not-at-this-stage");
    case.refuses(handler(), draft(&[Adoption::Adopted, Adoption::Partly], true), "suggestion-point-unanswered");
    case.does(handler(), draft(&[Adoption::Adopted, Adoption::Partly], false));
    case.does(handler(), draft(&[Adoption::Adopted, Adoption::Partly, Adoption::NotAdopted], true));
    case.refuses(handler(), sign(), "suggestion-signed-by-its-writer");
    case.does(leader(), Command::ReturnDraft { reason: text("第三条的理由写清楚。") });
    case.does(handler(), draft(&[Adoption::Adopted, Adoption::Partly, Adoption::NotAdopted], true));
    case.at("2026-01-20T09:00").does(leader(), sign());
    assert_eq!((case.state.stage(), case.state.result()), (Stage::Tracked, Some(Adoption::Partly)));
    assert_eq!(case.state.resolution(), Resolution::Promised { due: date(2026, 3, 31) });
    assert!(case.state.term().is_none());
    assert_eq!(case.state.items().len(), 2);
    case.refuses(handler(), finish(9), "suggestion-item-unknown");
    let late = Command::FinishItem { item: 1, on: date(2026, 1, 21), evidence: text("灯亮了。") };
    case.refuses(handler(), late, "suggestion-done-later");
    case.does(handler(), finish(1)).refuses(handler(), finish(1), "suggestion-item-ended");
    case.does(handler(), Command::GiveUpItem { item: 2, reason: text("地下有燃气管，移不了。") });
    assert_eq!((case.state.stage(), case.state.resolution()), (Stage::Replied, Resolution::ResolvedUnconfirmed));
    case.refuses(handler(), Command::Close, "suggestion-reward-open");
    case.does(leader(), reward(true)).does(handler(), Command::Close).does(officer(), Command::Archive);
    assert_eq!(case.state.stage(), Stage::Archived);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    assert_eq!(Suggestion::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn not_ours_goes_elsewhere_once_and_the_day_of_the_reply_stays() {
    let mut case = forwarded();
    let due = case.state.term().unwrap().statutory;
    case.refuses(handler(), Command::Object { reason: text("不归我们。") }, "objection-reason-short");
    case.does(handler(), Command::Object { reason: reasons() });
    assert_eq!((case.state.stage(), case.state.turn(), case.state.holder()), (Stage::Objected, BUREAU, UNIT));
    case.refuses(officer(), Command::ApproveObjection { to: UNIT, reason: text("核过。") }, "suggestion-same-unit");
    case.at("2026-01-12T09:00").does(officer(), Command::ApproveObjection { to: OTHER, reason: text("核过。") });
    assert_eq!((case.state.holder(), case.state.term().unwrap().statutory), (OTHER, due));
    case.refuses(staff(31, OTHER), Command::Object { reason: reasons() }, "objection-settled");
    let mut case = forwarded();
    case.does(handler(), Command::Object { reason: reasons() });
    case.does(officer(), Command::RejectObjection { reason: text("职责清单写的是你们。") });
    case.refuses(handler(), Command::Object { reason: reasons() }, "objection-settled");
    let mut case = forwarded();
    case.at("2026-01-14T09:00").refuses(handler(), Command::Object { reason: reasons() }, "objection-late");
}

#[test]
fn what_is_simple_is_answered_in_ten_working_days_and_nothing_is_simple_afterwards() {
    let mut case = forwarded();
    case.does(handler(), take_up(Some("只要换一块牌子。")));
    assert_eq!(case.state.term().unwrap().statutory, date(2026, 1, 20));
    let mut case = forwarded();
    case.at("2026-01-21T09:00").refuses(handler(), take_up(Some("只要换一块牌子。")), "suggestion-simple-late");
    case.does(handler(), take_up(None));
}

#[test]
fn what_is_promised_names_a_day_to_come_and_what_is_not_adopted_promises_nothing() {
    let mut case = studying();
    let with = |answers: Vec<PointAnswer>| Command::SaveDraft { findings: text("看过。"), answers, submit: false };
    let empty = PointAnswer { items: vec![], ..answer(1, Adoption::Adopted, date(2026, 3, 1)) };
    case.refuses(handler(), with(vec![empty]), "suggestion-adopted-without-item");
    let promised =
        PointAnswer { items: vec![item(date(2026, 3, 1))], ..answer(1, Adoption::NotAdopted, date(2026, 3, 1)) };
    case.refuses(handler(), with(vec![promised]), "suggestion-item-without-adoption");
    case.refuses(handler(), with(vec![answer(1, Adoption::Adopted, date(2026, 1, 7))]), "suggestion-item-due");
    case.refuses(handler(), with(vec![answer(9, Adoption::Adopted, date(2026, 3, 1))]), "suggestion-point-unknown");
    let twice = answer(1, Adoption::NotAdopted, date(2026, 3, 1));
    case.refuses(handler(), with(vec![twice.clone(), twice]), "suggestion-point-twice");
    // What was to be done by a day that passed before the signature is written anew.
    case.does(handler(), draft(&[Adoption::Adopted; 3], true)).at("2026-04-01T09:00");
    case.refuses(leader(), sign(), "suggestion-item-due");
}

#[test]
fn she_adds_asks_takes_back_her_leave_rates_and_may_withdraw_until_she_has_the_reply() {
    let mut case = studying();
    case.does(SHE, Command::Nudge).does(SHE, Command::AddMaterial { note: text("还有一张照片。"), files: 1 });
    assert!(case.state.publish && case.state.nudged_at.is_some());
    case.does(SHE, Command::SayPublication { allowed: false });
    assert!(!case.state.publish);
    case.refuses(SHE, Command::Rate { grade: Grade::Satisfied, comment: None }, "not-at-this-stage");
    let mut gone = studying();
    gone.does(SHE, Command::Withdraw { reason: None });
    assert_eq!(gone.state.stage(), Stage::Withdrawn);
    assert!(gone.state.clocks.iter().all(|clock| !clock.is_open()));
    let mut case = replied();
    case.refuses(SHE, Command::Withdraw { reason: None }, "not-at-this-stage");
    case.does(SHE, Command::Rate { grade: Grade::Satisfied, comment: None });
    assert_eq!(case.state.rating.as_ref().unwrap().grade, Grade::Satisfied);
}

#[test]
fn what_was_filed_as_a_petition_keeps_its_day() {
    let from = MovedFrom { petition: uuid::Uuid::from_u128(8).into(), number: number() };
    let id = uuid::Uuid::from_u128(70).into();
    let filed = filed(&POINTS[..1], Some(from));
    let case: Case =
        World::begin("2026-01-15T09:00", officer(), |env| Suggestion::register(filed, id, number(), env)).unwrap();
    assert_eq!(case.state.running("FORWARD_15D").unwrap().statutory, date(2026, 1, 20), "of the day she filed it");
}

#[test]
fn the_whole_is_common_or_partly() {
    let day = date(2026, 3, 1);
    let of = |results: &[Adoption]| {
        whole(&results.iter().zip(1..).map(|(one, no)| answer(no, *one, day)).collect::<Vec<_>>())
    };
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[Adoption::NotAdopted, Adoption::NotAdopted]), Some(Adoption::NotAdopted));
    assert_eq!(of(&[Adoption::Adopted, Adoption::NotAdopted]), Some(Adoption::Partly));
    assert_eq!(of(&[Adoption::ForReference, Adoption::NotAdopted]), Some(Adoption::ForReference));
}
