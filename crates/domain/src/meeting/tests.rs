//! Meetings in stories, at random, and in words.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    lifecycle::{Aggregate as _, Fact as _},
    owed::State,
    testing::*,
};

type Case = World<Meeting>;

const OFFICE: kernel::OrgId = BUREAU;

fn keeper() -> Actor {
    staff(81, OFFICE)
}

fn other() -> Actor {
    staff(31, OTHER)
}

fn called(on: Date) -> Called {
    Called {
        id: uuid::Uuid::from_u128(51).into(),
        number: number(),
        division: division(),
        office: OFFICE,
        title: text("三月的联席会议"),
        on,
        from: text("9:00"),
        place: text("旗政府三楼"),
        chair: text("旗委副书记"),
        units: vec![UNIT, OTHER],
    }
}

fn begun(called: Called) -> Result<Case, kernel::Refusal> {
    World::begin("2026-03-02T10:00", keeper(), |env| Meeting::call(called, env))
}

fn case_no(n: u128) -> (kernel::CaseId, kernel::CaseNumber) {
    (uuid::Uuid::from_u128(n).into(), number())
}

fn put(kind: ItemKind, case: Option<u128>) -> Command {
    let item = Item { no: 0, kind, text: text("补奖面积由谁复测"), case: case.map(case_no), dropped: None };
    Command::PutItem(Box::new(item))
}

fn decide(item: u16, owner: kernel::OrgId, due: Option<Date>) -> Command {
    Command::Decide(Box::new(Resolved { item, text: text("由林草局复测并公示。"), owner, due }))
}

fn answer(decision: u16, on: Date) -> Command {
    Command::Answer { decision, on, evidence: text("测了四处，公示栏照片在卷。") }
}

fn back(decision: u16, due: Date) -> Command {
    Command::Return { decision, reason: text("公示没有写异议的办法。"), due }
}

#[test]
fn what_was_decided_is_owed_by_a_day_returned_once_and_then_settled() {
    let mut case = begun(called(date(2026, 3, 4))).unwrap();
    case.does(keeper(), put(ItemKind::Matter, Some(8))).does(keeper(), put(ItemKind::Topic, None));
    case.refuses(keeper(), put(ItemKind::Matter, Some(8)), "meeting-item-twice");
    case.refuses(keeper(), put(ItemKind::Matter, None), "meeting-item-case");
    case.refuses(keeper(), put(ItemKind::Topic, Some(9)), "meeting-item-case");
    case.refuses(keeper(), decide(1, UNIT, Some(date(2026, 3, 20))), "meeting-early");
    case.at("2026-03-04T11:00");
    case.refuses(keeper(), decide(1, UNIT, None), "owed-due");
    case.refuses(keeper(), decide(1, UNIT, Some(date(2026, 3, 4))), "owed-due");
    case.refuses(keeper(), decide(1, OFFICE, Some(date(2026, 3, 20))), "meeting-to-oneself");
    case.does(keeper(), decide(1, UNIT, Some(date(2026, 3, 20))));
    case.refuses(keeper(), decide(1, UNIT, Some(date(2026, 3, 21))), "meeting-decided-twice");
    case.does(keeper(), decide(1, OTHER, Some(date(2026, 3, 18))));
    case.refuses(keeper(), Command::CloseMinutes, "meeting-item-open");
    case.refuses(keeper(), Command::CallOff { reason: text("改期") }, "meeting-held");
    case.does(keeper(), Command::DropItem { item: 2, reason: text("材料不齐，下次再议。") });
    case.refuses(keeper(), decide(2, UNIT, Some(date(2026, 3, 20))), "meeting-item-settled");
    case.does(keeper(), Command::CloseMinutes);
    assert_eq!((case.state.stage(), case.state.turn()), (Stage::Following, OTHER), "the first that is due");
    case.refuses(keeper(), put(ItemKind::Topic, None), "not-at-this-stage");
    case.refuses(keeper(), Command::Remind { decision: 2 }, "owed-not-late");
    // The day passes: the clock is noted, and the office asks, once a day.
    case.at("2026-03-19T09:00");
    let clock = *case.state.decisions[1].track.clocks.last().unwrap();
    case.does(SYSTEM, Command::MarkOverdue { clock }).does(keeper(), Command::Remind { decision: 2 });
    case.refuses(keeper(), Command::Remind { decision: 2 }, "owed-reminded");
    case.refuses(leader(), answer(2, date(2026, 3, 19)), "owed-not-the-unit");
    case.refuses(other(), answer(2, date(2026, 3, 20)), "leader-future");
    case.does(other(), answer(2, date(2026, 3, 19)));
    assert_eq!(case.state.turn(), OFFICE, "an answer waits for the office");
    case.refuses(other(), Command::Accept { decision: 2 }, "owed-own-answer");
    case.does(keeper(), back(2, date(2026, 3, 25)));
    assert_eq!(case.state.decisions[1].due(), Some(date(2026, 3, 25)));
    assert_eq!(case.state.clocks.iter().filter(|clock| clock.is_open()).count(), 2);
    case.does(other(), answer(2, date(2026, 3, 19))).does(keeper(), Command::Accept { decision: 2 });
    case.does(leader(), answer(1, date(2026, 3, 19)));
    case.refuses(leader(), answer(1, date(2026, 3, 19)), "owed-answered");
    case.does(keeper(), Command::Accept { decision: 1 });
    assert_eq!(case.state.stage(), Stage::Done);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    assert_eq!(Meeting::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn a_dispute_has_one_decision_and_no_day_of_its_own() {
    let mut case = begun(called(date(2026, 3, 2))).unwrap();
    case.does(keeper(), put(ItemKind::Dispute, Some(8)));
    case.refuses(keeper(), decide(1, UNIT, Some(date(2026, 3, 20))), "meeting-dispute-due");
    case.does(keeper(), decide(1, UNIT, None));
    case.refuses(keeper(), decide(1, OTHER, None), "meeting-decided-twice");
    case.does(keeper(), Command::CloseMinutes);
    assert_eq!((case.state.stage(), case.state.clocks.len()), (Stage::Done, 0));
}

#[test]
fn nobody_meets_alone_or_yesterday_and_it_may_move_or_be_called_off() {
    assert_eq!(begun(Called { units: vec![OFFICE], ..called(date(2026, 3, 4)) }).err().unwrap().code, "meeting-alone");
    assert_eq!(begun(called(date(2026, 3, 1))).err().unwrap().code, "meeting-past");
    let mut case = begun(called(date(2026, 3, 4))).unwrap();
    let moved = |on| Command::Move { on, from: text("14:30"), place: text("信访局二楼") };
    case.refuses(keeper(), moved(date(2026, 3, 1)), "meeting-past");
    case.does(keeper(), moved(date(2026, 3, 6)));
    assert_eq!((case.state.called.on, case.state.called.place.as_str()), (date(2026, 3, 6), "信访局二楼"));
    case.refuses(keeper(), Command::CloseMinutes, "meeting-empty");
    case.does(keeper(), Command::CallOff { reason: text("几件事已经办好") });
    assert_eq!(case.state.stage(), Stage::CalledOff);
    case.refuses(keeper(), put(ItemKind::Topic, None), "not-at-this-stage");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever does what in whatever order: every open clock is that of a decision still owed, the owner alone answered, nobody
    /// accepted her own answer, and the record can be read again.
    #[test]
    fn every_open_clock_is_owed_by_one_unit(steps in prop::collection::vec((0u8..10, 0usize..4, 1u16..4, 0i64..60), 1..60)) {
        let mut case = begun(called(date(2026, 3, 2))).unwrap();
        let people = [keeper(), leader(), other(), SYSTEM];
        for (step, who, no, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let today = kernel::beijing_date(case.now);
            let due = today.saturating_add(jiff::Span::new().days(hours % 9));
            let owner = if hours % 2 == 0 { UNIT } else { OTHER };
            let running = case.state.clocks.iter().find(|clock| clock.is_open()).map(|clock| clock.id);
            let command = match step {
                0 => put(ItemKind::Topic, None),
                1 => put(ItemKind::Dispute, Some(u128::from(no))),
                2 => decide(no, owner, (hours % 5 != 0).then_some(due)),
                3 => Command::DropItem { item: no, reason: text("下次") },
                4 => Command::CloseMinutes,
                5 => answer(no, today),
                6 => Command::Accept { decision: no },
                7 => back(no, due),
                8 => Command::Remind { decision: no },
                _ => running.map_or(Command::RecomputeClocks, |clock| Command::MarkOverdue { clock }),
            };
            let before = case.state.clone();
            if case.give(people[who], &command).is_err() {
                prop_assert_eq!(&case.state, &before);
                continue;
            }
            let state = &case.state;
            for clock in state.clocks.iter().filter(|clock| clock.is_open()) {
                let owed = state.decisions.iter().filter(|one| one.track.clocks.last() == Some(&clock.id));
                prop_assert!(owed.clone().count() == 1);
                prop_assert!(owed.into_iter().all(|one| one.state() == State::Owed));
                prop_assert!(owed_day(state, clock.id) == Some(clock.statutory), "the day that was named is the day of the clock");
            }
            for (decision, (one, _)) in state.decisions.iter().flat_map(|one| one.track.answers.iter().map(move |a| (one, a))) {
                prop_assert_eq!(one.by, if decision.resolved.owner == UNIT { user(23) } else { user(31) });
            }
            prop_assert!(!state.stage().is_over() || state.clocks.iter().all(|clock| !clock.is_open()));
        }
        let replayed = Meeting::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state));
        let stored: Vec<String> = case.events.iter().map(|event| serde_json::to_string(&event.event).unwrap()).collect();
        for (line, event) in stored.iter().zip(&case.events) {
            prop_assert_eq!(&serde_json::from_str::<Event>(line).unwrap(), &event.event);
        }
    }
}

fn owed_day(state: &Meeting, clock: kernel::ClockId) -> Option<Date> {
    state.decisions.iter().find(|one| one.track.clocks.last() == Some(&clock)).and_then(Decision::due)
}

#[test]
fn everything_is_said_and_stands_in_the_documents() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(ItemKind, State, Stage, CommandKind);
    for kind in CommandKind::ALL {
        assert_eq!(TRANSITIONS.iter().filter(|row| row.command == *kind).count(), 1, "{kind}");
    }
    let mut case = begun(called(date(2026, 3, 2))).unwrap();
    case.does(keeper(), Command::Move { on: date(2026, 3, 2), from: text("15:00"), place: text("信访局二楼") });
    case.does(keeper(), put(ItemKind::Matter, Some(8))).does(keeper(), put(ItemKind::Topic, None));
    case.does(keeper(), decide(1, UNIT, Some(date(2026, 3, 5))));
    case.does(keeper(), Command::DropItem { item: 2, reason: text("下次再议") }).does(keeper(), Command::CloseMinutes);
    case.at("2026-03-06T10:00");
    let clock = case.state.clocks[0].id;
    case.does(SYSTEM, Command::MarkOverdue { clock }).does(keeper(), Command::Remind { decision: 1 });
    case.does(leader(), answer(1, date(2026, 3, 6))).does(keeper(), back(1, date(2026, 3, 9)));
    case.does(leader(), answer(1, date(2026, 3, 6))).does(keeper(), Command::Accept { decision: 1 });
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org));
    }
    let mut facts: Vec<Fact> = case.events.iter().map(|event| event.event.fact.clone()).collect();
    facts.dedup_by_key(|fact| fact.kind());
    facts.push(Fact::CalledOff { reason: text("不开了") });
    facts.push(Fact::ClocksRecomputed { calendar: "2026-1".into() });
    let mut kinds: Vec<&str> = facts.iter().map(Fact::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut all = Fact::KINDS.to_vec();
    all.sort_unstable();
    assert_eq!(kinds, all);
    let lines: Vec<String> =
        facts.iter().map(|fact| serde_json::to_string(&Event::of(fact.clone())).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/meeting-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/meeting-lifecycle.md"), &lines);
}
