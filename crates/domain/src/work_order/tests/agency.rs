//! A mandate beside a work order: given, kept to, taken back, run out, handed over.

use jiff::civil::date;

use super::*;
use crate::{
    agency::{Ground, Inquiry, judge},
    mandate::{Capacity, Consents, Give, Giver, Mandate, MandateEnd, Power, Signing, Way},
    network::{HandOver, Handed as _},
};

pub(super) fn give(agent: u128) -> Give {
    Give {
        stand_in: None,
        agent: user(agent),
        org: THIRD,
        official: false,
        powers: vec![Power::Deliver, Power::Accompany],
        until: Some(date(2026, 4, 1)),
        giver: Giver { capacity: Capacity::Full, guardian: None },
        signing: Signing { way: Way::Paper, read_back: false, recording: None, witnesses: vec![] },
        consents: Consents { passing_on: true, sensitive: false },
    }
}

pub(super) fn mandate() -> Mandate {
    let (around, ctx) = (Surroundings::new(), kernel::Ctx::seeded(beijing("2026-03-02T10:00"), 3));
    give(31).into_mandate(&judge(&Inquiry::default()), &around.env(&ctx, officer())).unwrap()
}

fn agent() -> crate::actor::Actor {
    staff(31, THIRD)
}

fn entrusted() -> Case {
    let receive = Receive {
        grid: None,
        division: division(),
        centre: BUREAU,
        channel: Channel::AgentEntrusted,
        received_at: beijing("2026-03-02T10:00"),
        title: text("路灯不亮"),
        facts: text("村口三盏灯坏了两个星期。"),
        petitioner: person(),
        respondent: None,
        category: None,
        agent: Some(user(31)),
    };
    let case = uuid::Uuid::from_u128(8).into();
    World::begin("2026-03-02T10:00", agent(), |env| WorkOrder::receive(receive, case, number(), env)).unwrap()
}

fn given() -> Case {
    let mut case = entrusted();
    case.does(agent(), Command::GiveMandate(Box::new(give(31))));
    case
}

#[test]
fn an_agent_files_has_three_days_for_the_mandate_and_keeps_within_it() {
    let mut case = entrusted();
    let due = case.state.running("MANDATE_3WD").unwrap().due_at;
    assert_eq!(case.state.agent_until(), Some(due), "without a mandate only until it has to be there");
    let note = Command::Progress { note: text("带她去看了现场。"), public: false };
    case.refuses(agent(), note.clone(), "mandate-missing");
    case.does(agent(), Command::GiveMandate(Box::new(give(31))));
    assert!(case.state.running("MANDATE_3WD").is_none() && case.state.running("MANDATE_TERM_CUSTOM").is_some());
    assert_eq!(case.state.agent_until(), Some(beijing("2026-04-02T00:00")));
    case.does(agent(), note);
}

#[test]
fn nobody_stands_on_both_sides() {
    let mut case = given();
    case.does(officer(), dispatch(THIRD));
    case.refuses(staff(40, THIRD), Command::Claim { handler: user(31) }, "order-agent-handles");
    case.does(staff(40, THIRD), Command::Claim { handler: user(40) });
    case.refuses(officer(), Command::GiveMandate(Box::new(give(40))), "order-agent-handles");
    let mut own = begin("2026-03-02T10:00", Receive { respondent: Some(THIRD), ..receive_of(31) }).unwrap();
    own.refuses(officer(), Command::GiveMandate(Box::new(give(31))), "agency-own-unit");
}

fn receive_of(agent: u128) -> Receive {
    Receive {
        grid: None,
        division: division(),
        centre: BUREAU,
        channel: Channel::AgentEntrusted,
        received_at: beijing("2026-03-02T10:00"),
        title: text("路灯不亮"),
        facts: text("村口三盏灯坏了两个星期。"),
        petitioner: person(),
        respondent: None,
        category: None,
        agent: Some(user(agent)),
    }
}

#[test]
fn the_unit_complained_of_files_for_nobody_and_the_order_stands() {
    let receive = Receive { respondent: Some(THIRD), ..receive_of(31) };
    let id = uuid::Uuid::from_u128(8).into();
    let case: Case =
        World::begin("2026-03-02T10:00", agent(), |env| WorkOrder::receive(receive, id, number(), env)).unwrap();
    assert_eq!((case.state.agent, case.state.agency.declined.clone()), (None, vec!["own-unit".to_owned()]));
}

#[test]
fn what_she_gave_she_takes_back_and_it_ends_at_once() {
    let mut case = given();
    case.at("2026-03-05T09:00").does(SHE, Command::RevokeMandate { reason: None });
    assert_eq!((case.state.agent, case.state.last_agent()), (None, Some(user(31))));
    assert_eq!(case.state.agent_until(), Some(beijing("2026-03-05T09:00")));
    assert_eq!(case.state.registrar_still(), None, "nor does he see it for having taken it down");
    assert!(case.state.running("MANDATE_TERM_CUSTOM").is_none());
    case.refuses(officer(), Command::RevokeMandate { reason: None }, "mandate-nothing-to-revoke");
}

#[test]
fn it_runs_out_and_ends_with_whoever_is_concerned() {
    let mut case = given();
    let clock = case.state.running("MANDATE_TERM_CUSTOM").unwrap().id;
    case.at("2026-04-02T08:00").does(SYSTEM, Command::MarkOverdue { clock });
    assert_eq!(case.state.agency.past[0].end, MandateEnd::Expired);
    let mut case = given();
    case.does(agent(), Command::DeclareInterest { ground: Ground::NearRelative });
    assert_eq!(case.state.agency.past[0].end, MandateEnd::SteppedBack);
    case.refuses(officer(), Command::GiveMandate(Box::new(give(31))), "person-recused");
}

#[test]
fn the_agent_who_leaves_hands_it_over_with_its_mandate() {
    let case = given();
    let over = |to: u128, official| HandOver {
        from: user(31),
        to: user(to),
        station: THIRD,
        official,
        reason: text("换了岗位"),
    };
    let events = case.state.hand_over(&over(32, false)).unwrap();
    let mut state = case.state.clone();
    for event in events {
        let next = crate::lifecycle::Recorded { seq: state.version + 1, at: case.now, actor: officer(), event };
        crate::lifecycle::Aggregate::apply(&mut state, &next);
    }
    assert_eq!((state.agent, state.agency.past[0].end), (Some(user(32)), MandateEnd::Left));
    assert_eq!(state.agency.mandate.as_ref().map(|mandate| mandate.agent), Some(user(32)));
    assert!(case.state.hand_over(&over(31, false)).is_err());
    assert!(state.hand_over(&over(32, false)).unwrap().is_empty(), "he has nothing here any more");
}
