use jiff::SignedDuration;
use kernel::{Ctx, NonEmpty, Refusal};
use proptest::prelude::*;

use super::*;
use crate::{
    case::{Channel, MatterType, Purpose},
    lifecycle::{Aggregate as _, Event, Governed as _, Recorded},
    petition::{self, Petition, Register},
    testing::*,
    work_order::{Receive, WorkOrder},
};

const AT: &str = "2026-01-05T09:30";

fn told(danger: Danger, told: &[Told]) -> Command {
    Command::Report(Reporting {
        danger,
        known_at: beijing("2026-01-05T09:00"),
        place: text("旗政府东门"),
        what: text("有人在群里约好上午十点都过来。"),
        told: told.to_vec(),
    })
}

fn step(state: &mut Urgent, at: &str, command: &Command) -> Result<Deed, Refusal> {
    let (around, ctx) = (Surroundings::new(), Ctx::seeded(beijing(at), 5));
    let deed = decide(state, command, &around.env(&ctx, handler()))?;
    let stored = serde_json::to_string(&deed).unwrap();
    assert_eq!(serde_json::from_str::<Deed>(&stored).unwrap(), deed);
    state.apply(&deed, beijing(at), handler());
    Ok(deed)
}

#[track_caller]
fn refused(state: &mut Urgent, at: &str, command: &Command) -> String {
    let before = state.clone();
    let refusal = step(state, at, command).expect_err("it was not refused");
    assert_said(&refusal.message());
    assert_eq!(*state, before);
    refusal.code
}

fn written(to: &[Told]) -> Command {
    Command::Write { to: to.to_vec(), text: text("一、情况。二、已经做的。三、建议。") }
}

#[test]
fn both_clocks_run_from_the_moment_somebody_knew_and_stop_one_by_one() {
    let mut state = Urgent::default();
    step(&mut state, AT, &told(Danger::Gathering, &[Told::Government])).unwrap();
    let open = state.open().unwrap();
    assert_eq!(open.oral.due_at, beijing("2026-01-05T10:00"));
    assert_eq!(open.written_by.due_at, beijing("2026-01-05T11:00"));
    assert_eq!(open.to_call().collect::<Vec<_>>(), [Told::Police]);
    assert_eq!(state.since(), Some(beijing("2026-01-05T09:00")));
    assert_eq!(refused(&mut state, AT, &told(Danger::Safety, &[])), "urgent-open");

    let call = |at: Option<&str>| Command::Call { told: vec![Told::Police], at: at.map(beijing) };
    assert_eq!(refused(&mut state, AT, &Command::Call { told: vec![], at: None }), "urgent-nobody");
    assert_eq!(refused(&mut state, AT, &call(Some("2026-01-05T09:31"))), "urgent-future");
    assert_eq!(refused(&mut state, AT, &call(Some("2026-01-05T08:59"))), "urgent-before");
    step(&mut state, "2026-01-05T09:40", &call(Some("2026-01-05T09:35"))).unwrap();
    let open = state.open().unwrap();
    assert!(!open.oral.is_open() && !open.oral.is_overdue(beijing("2026-01-06T09:00")));
    assert_eq!(open.next_clock().map(|clock| clock.id), Some(open.written_by.id));

    assert_eq!(refused(&mut state, AT, &written(&[Told::Government])), "urgent-written-to");
    let answer = Command::Answer { from: Told::UpperBureau, text: text("收到，市里来人。") };
    assert_eq!(refused(&mut state, AT, &answer), "urgent-not-told");
    step(&mut state, "2026-01-05T11:30", &written(must_be_written_to())).unwrap();
    assert_eq!(refused(&mut state, AT, &written(must_be_written_to())), "urgent-written");
    step(&mut state, "2026-01-05T12:00", &answer).unwrap();
    step(&mut state, "2026-01-05T13:00", &Command::Continue { text: text("来了三十人，在登记。") }).unwrap();
    assert!(state.open().unwrap().next_clock().is_none());
    let end = Command::End { outcome: Outcome::Settled, text: text("人散了。") };
    step(&mut state, "2026-01-05T16:00", &end).unwrap();
    assert_eq!(state.since(), None, "the mark is over with the event");
    let report = &state.reports()[0];
    assert_eq!((report.said.len(), report.called.len()), (2, 2));
    step(
        &mut state,
        "2026-01-05T17:00",
        &Command::Report(Reporting {
            danger: Danger::Safety,
            known_at: beijing("2026-01-05T16:59"),
            place: text("巴音花嘎查"),
            what: text("井房要塌。"),
            told: vec![],
        }),
    )
    .unwrap();
    assert_eq!(state.open().map(|report| report.no), Some(2), "another event is another report");
}

#[test]
fn nobody_ends_it_before_those_who_must_know_do() {
    let mut state = Urgent::default();
    let end = |outcome| Command::End { outcome, text: text("看过了。") };
    assert_eq!(refused(&mut state, AT, &end(Outcome::Unfounded)), "urgent-none");
    step(&mut state, AT, &told(Danger::SelfHarm, &[])).unwrap();
    assert_eq!(refused(&mut state, AT, &end(Outcome::Unfounded)), "urgent-end-calls");
    step(&mut state, AT, &Command::Call { told: must_be_called(Danger::SelfHarm).to_vec(), at: None }).unwrap();
    assert_eq!(refused(&mut state, AT, &end(Outcome::Settled)), "urgent-end-written");
    step(&mut state, AT, &end(Outcome::Unfounded)).unwrap();
    assert!(state.open().is_none());
}

#[test]
fn a_moment_that_cannot_be_is_refused_and_a_late_one_is_late_on_record() {
    let at = |known: &str| match told(Danger::Safety, &[]) {
        Command::Report(what) => Command::Report(Reporting { known_at: beijing(known), ..what }),
        other => other,
    };
    let mut state = Urgent::default();
    assert_eq!(refused(&mut state, AT, &at("2026-01-05T09:31")), "urgent-future");
    assert_eq!(refused(&mut state, AT, &at("1998-01-05T09:31")), "urgent-long-ago");
    let told = must_be_called(Danger::Safety).to_vec();
    step(&mut state, AT, &at("2026-01-05T07:00")).unwrap();
    assert!(state.open().unwrap().oral.is_overdue(beijing(AT)), "hidden or late reporting is plain to see");
    step(&mut state, AT, &Command::Call { told, at: None }).unwrap();
    let stopped = state.open().unwrap().oral.clone();
    assert!(matches!(stopped.state, crate::deadline::ClockState::Stopped { in_time: false, .. }));
}

fn some(dice: u32) -> Command {
    let whom = Told::ALL[dice as usize % Told::ALL.len()];
    match dice % 7 {
        0 | 1 => told(Danger::ALL[dice as usize / 7 % Danger::ALL.len()], &[whom]),
        2 => Command::Call { told: must_be_called(Danger::ALL[dice as usize / 7 % 5]).to_vec(), at: None },
        3 => written(if dice.is_multiple_of(2) { must_be_written_to() } else { &[Told::Government] }),
        4 => Command::Answer { from: whom, text: text("收到。") },
        5 => Command::Continue { text: text("还在劝。") },
        _ => Command::End { outcome: Outcome::ALL[dice as usize / 7 % 3], text: text("结束。") },
    }
}

fn petition() -> World<Petition> {
    let register = Register {
        division: division(),
        bureau: BUREAU,
        direct_to_unit: false,
        channel: Channel::Web,
        received_at: beijing("2026-01-05T09:00"),
        title: text("暖气不热"),
        facts: text("从十一月起家里只有十四度。"),
        claims: NonEmpty::parse("claims", vec![text("修好暖气")]).unwrap(),
        petitioner: person(),
        agent: None,
        station: None,
        grid: None,
        respondent: None,
        headcount: 1,
        representatives: 0,
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        device: None,
    };
    let id = uuid::Uuid::from_u128(7).into();
    World::begin("2026-01-05T09:00", registrar(), |env| Petition::register(register, id, number(), env)).unwrap()
}

fn order() -> World<WorkOrder> {
    let receive = Receive {
        grid: None,
        division: division(),
        centre: BUREAU,
        channel: Channel::Phone,
        received_at: beijing("2026-01-05T09:00"),
        title: text("路灯不亮"),
        facts: text("村口三盏灯坏了两个星期。"),
        petitioner: person(),
        respondent: None,
        category: None,
        agent: None,
    };
    let id = uuid::Uuid::from_u128(8).into();
    World::begin("2026-01-05T09:00", registrar(), |env| WorkOrder::receive(receive, id, number(), env)).unwrap()
}

/// Puts a deed on a matter as the log would.
fn alarm<A: Alarmed>(world: &mut World<A>, command: &Command) {
    let ctx = Ctx::seeded(world.now, 77);
    let Ok(deed) = decide(world.state.urgent(), command, &world.around.env(&ctx, handler())) else { return };
    let seq = world.state.version() + 1;
    let event = Recorded { seq, at: world.now, actor: handler(), event: Event::of(A::alarmed(deed)) };
    world.state.apply(&event);
    world.events.push(event);
}

proptest! {
    /// rules.md §10: a report runs beside the matter at every stage. What can be done next, every clock and every right of hers are
    /// what they were, and the state read back from its events is the same.
    #[test]
    fn a_report_changes_nothing_else(dice in prop::collection::vec(0_u32..10_000, 1..24)) {
        let (mut one, mut other) = (petition(), order());
        for dice in dice {
            let command = some(dice);
            one.now += SignedDuration::from_mins(i64::from(dice % 90));
            other.now = one.now;
            if dice.is_multiple_of(5) {
                let _ = one.give(officer(), &petition::Command::Forward { to: UNIT, kind: crate::case::DispatchKind::Forward, feedback_days: None });
                let _ = one.give(SHE, &petition::Command::Withdraw { reason: None });
                let _ = other.give(officer(), &crate::work_order::Command::Dispatch { to: UNIT, category: None });
            }
            let before = (one.state.clone(), other.state.clone());
            alarm(&mut one, &command);
            alarm(&mut other, &command);
            let (petition, order) = (one.state.clone(), other.state.clone());
            prop_assert_eq!(Petition { urgent: before.0.urgent.clone(), version: before.0.version, ..petition }, before.0.clone());
            prop_assert_eq!(WorkOrder { urgent: before.1.urgent.clone(), version: before.1.version, ..order }, before.1);
            let next = |state: &Petition| state.allowed_now().map(|row| row.command).collect::<Vec<_>>();
            prop_assert_eq!(next(&one.state), next(&before.0));
            let open = one.state.urgent.reports().iter().filter(|report| report.is_open()).count();
            prop_assert!(open <= 1);
            for report in one.state.urgent.reports() {
                prop_assert!(report.is_open() || report.to_call().next().is_none(), "ended before those who must know did");
                prop_assert_eq!(report.oral.is_open(), report.to_call().next().is_some());
            }
        }
        prop_assert_eq!(Petition::replay(&one.events), Some(one.state));
        prop_assert_eq!(WorkOrder::replay(&other.events), Some(other.state));
    }
}

#[test]
fn every_word_is_said() {
    assert_all_said(Danger::ALL.iter().map(|one| one.key()));
    assert_all_said(Told::ALL.iter().map(|one| one.key()));
    assert_all_said(Outcome::ALL.iter().map(|one| one.key()));
    for code in codes_in(&[include_str!("decide.rs")]) {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
}
