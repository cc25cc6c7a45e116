//! 24 hours, 72 hours, 7 days; returned once; asked by somebody uninvolved; done again twice, then it rises.

use super::*;
use crate::{
    case::{Grade, Resolution},
    work_order::{Disposition, Stage},
};

fn due(case: &Case, def: &str) -> jiff::Timestamp {
    case.state.running(def).unwrap_or_else(|| panic!("{def} does not run")).due_at
}

fn still(case: &Case) -> bool {
    case.state.clocks.iter().all(|clock| !clock.is_open())
}

#[test]
fn from_the_call_to_her_word() {
    let mut case = received("2026-03-02T10:00");
    case.at("2026-03-02T11:00").does(officer(), dispatch(UNIT));
    assert_eq!(due(&case, "CLAIM_24H"), beijing("2026-03-03T11:00"));
    assert_eq!(due(&case, "REPLY_72H"), beijing("2026-03-05T11:00"));
    assert_eq!(case.state.running("CLOSE_7D").unwrap().raw.to_string(), "2026-03-09");
    case.at("2026-03-03T10:59").does(handler(), claim());
    assert_eq!(case.state.clocks[0].state, crate::deadline::ClockState::Stopped { at: case.now, in_time: true });
    case.refuses(handler(), done(), "not-at-this-stage").does(handler(), contact()).does(handler(), reply());
    case.does(handler(), contact());
    assert_eq!(case.state.stage(), Stage::Replied, "speaking with her again takes nothing back");
    case.does(handler(), done());
    assert_eq!((case.state.holder(), case.state.turn()), (UNIT, BUREAU));
    case.refuses(officer(), Command::Close, "not-at-this-stage");
    case.refuses(handler(), asked(true), "follow-up-own").refuses(leader(), asked(true), "follow-up-own");
    case.refuses(SYSTEM, asked(true), "follow-up-own").does(officer(), asked(true)).does(SYSTEM, Command::Close);
    assert_eq!(case.state.resolution, Resolution::ResolvedConfirmed);
    assert!(still(&case) && case.state.stage().is_over());
}

#[test]
fn it_is_returned_once_and_her_days_run_on() {
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), dispatch(UNIT)).at("2026-03-02T20:00");
    let object = || Command::Object { reason: reasons() };
    let approve = |to| Command::ApproveObjection { to, reason: reasons() };
    case.refuses(SYSTEM, object(), "not-permitted").does(handler(), object());
    assert_eq!((case.state.holder(), case.state.turn()), (UNIT, BUREAU));
    case.refuses(officer(), approve(UNIT), "order-same-unit").does(officer(), approve(OTHER));
    assert_eq!(due(&case, "CLAIM_24H"), beijing("2026-03-03T20:00"), "anew for the new unit");
    assert_eq!(due(&case, "REPLY_72H"), beijing("2026-03-05T10:00"), "hers runs on");
    case.refuses(staff(31, OTHER), object(), "order-return-settled");
    assert_eq!((case.state.returns, case.state.hop_count()), (1, 1));
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), dispatch(UNIT)).does(handler(), object());
    case.does(officer(), Command::RejectObjection { reason: reasons() });
    case.refuses(handler(), object(), "order-return-settled");
}

#[test]
fn the_unit_complained_of_never_has_it() {
    let base = received("2026-03-02T10:00");
    let receive = Receive {
        grid: None,
        respondent: Some(UNIT),
        division: division(),
        centre: BUREAU,
        channel: Channel::Phone,
        received_at: base.now,
        title: text("路灯"),
        facts: text("不亮"),
        petitioner: person(),
        category: None,
        agent: None,
    };
    let mut case = begin("2026-03-02T10:00", receive.clone()).unwrap();
    case.refuses(officer(), dispatch(UNIT), "respondent-cannot-handle").does(officer(), dispatch(OTHER));
    let rise = Command::Escalate { to: UNIT, reason: text("超期") };
    case.refuses(officer(), rise, "respondent-cannot-handle");
    assert_eq!(begin("2026-03-02T09:59", receive).err().unwrap().code, "received-in-future");
}

#[test]
fn not_solved_goes_back_twice_and_then_rises() {
    let mut case = finished("2026-03-02T10:00");
    let rise = |to| Command::Escalate { to, reason: text("重办三次仍未解决") };
    for round in 1..=2 {
        case.at(&format!("2026-03-{:02}T10:00", 5 + round * 5)).does(officer(), asked(false));
        assert_eq!((case.state.stage(), case.state.reworks), (Stage::Rework, round));
        assert_eq!(case.state.resolution, Resolution::Unresolved);
        case.does(handler(), done());
    }
    case.at("2026-03-20T10:00").does(officer(), asked(false)).refuses(handler(), done(), "order-must-rise");
    case.refuses(handler(), reply(), "order-must-rise").refuses(officer(), rise(UNIT), "order-same-unit");
    let week = due(&case, "CLOSE_7D");
    case.at("2026-03-21T10:00").does(officer(), rise(SUPERIOR));
    assert_eq!((case.state.stage(), case.state.handler()), (Stage::Escalated, None));
    assert_eq!((due(&case, "CLAIM_24H"), due(&case, "CLOSE_7D")), (beijing("2026-03-22T10:00"), week));
    case.does(staff(51, SUPERIOR), Command::Claim { handler: user(51) });
    case.does(staff(51, SUPERIOR), reply()).does(staff(51, SUPERIOR), done()).does(officer(), asked(true));
    case.does(SYSTEM, Command::Close);
    assert!(still(&case));
}

#[test]
fn a_definite_later_day_is_set_once_and_not_by_the_handler() {
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), dispatch(UNIT)).does(handler(), claim());
    let later = |days| Command::Extend { days, reason: text("等配件") };
    case.refuses(handler(), later(10), "order-extension-own").refuses(leader(), later(0), "extension-days");
    case.does(leader(), later(10)).refuses(leader(), later(1), "extension-second-time");
    assert_eq!(case.state.running("CLOSE_7D").unwrap().raw.to_string(), "2026-03-19", "from the start");
    let mut late = received("2026-03-02T10:00");
    late.does(officer(), dispatch(UNIT)).does(handler(), claim()).at("2026-03-10T00:00");
    late.refuses(leader(), later(10), "extension-after-expiry");
}

#[test]
fn some_are_answered_or_told_elsewhere_at_once() {
    let mut case = received("2026-03-02T10:00");
    case.does(registrar(), Command::Answer { text: text("明天九点开门。") });
    assert!(case.state.stage().is_over() && case.state.resolution == Resolution::ResolvedUnconfirmed);
    let tell = |disposition| Command::Redirect { disposition, text: text("请打 119。") };
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), dispatch(UNIT)).refuses(officer(), tell(Disposition::OutOfScope), "redirect-after-dispatch");
    case.does(officer(), tell(Disposition::EmergencyTransfer));
    assert!(still(&case) && case.state.resolution == Resolution::RoutedPending);
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), tell(Disposition::OutOfScope));
    assert_eq!(case.state.resolution, Resolution::NotSupportedExplained);
}

#[test]
fn it_becomes_a_petition_whenever_she_asks() {
    let mut case = finished("2026-03-02T10:00");
    case.does(officer(), asked(false));
    case.does(SHE, Command::Convert { petition: uuid::Uuid::from_u128(7).into() });
    assert!(still(&case) && case.state.stage().is_over());
}

#[test]
fn an_overdue_clock_is_noted_once() {
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), dispatch(UNIT));
    let note = Command::MarkOverdue { clock: case.state.running("CLAIM_24H").unwrap().id };
    case.at("2026-03-03T09:59").refuses(SYSTEM, note.clone(), "clock-not-overdue");
    case.at("2026-03-03T10:00").does(SYSTEM, note.clone()).refuses(SYSTEM, note, "clock-not-overdue");
}

#[test]
fn she_rates_and_rates_the_new_answer_anew() {
    let mut case = finished("2026-03-02T10:00");
    let rate = |grade| Command::Rate { grade, comment: None };
    case.does(SHE, rate(Grade::Dissatisfied)).at("2026-03-10T10:00").refuses(
        SHE,
        rate(Grade::Satisfied),
        "rating-closed",
    );
    case.does(officer(), asked(false)).does(handler(), done()).does(SHE, rate(Grade::Satisfied));
    case.at("2026-03-17T10:00").does(SHE, rate(Grade::Basically)).at("2026-03-18T10:00");
    case.refuses(SHE, rate(Grade::Satisfied), "rating-closed");
}
