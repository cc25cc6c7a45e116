//! From filing to the answer, and at random.

use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    case::Resolution,
    lifecycle::ClockMove,
    obstruction::{CommandKind, Event, Progress, Stage, transition},
};

#[test]
fn it_is_taken_up_and_answered_and_what_she_adds_takes_it_up_again() {
    let mut case = filed("2026-03-02T10:00");
    let due = |case: &Case, def: &str| case.state.running(def).map(|clock| clock.statutory.to_string());
    assert_eq!(due(&case, "OBSTRUCTION_TAKE_UP_3WD").unwrap(), "2026-03-05", "three working days after Monday");
    assert_eq!(due(&case, "OBSTRUCTION_ANSWER_15D").unwrap(), "2026-03-17");
    case.refuses(above(), answer(), "not-at-this-stage");
    case.does(above(), Command::TakeUp).does(above(), Command::Note { note: text("调了监控。") });
    assert_eq!(due(&case, "OBSTRUCTION_TAKE_UP_3WD"), None);
    case.at("2026-03-06T10:00").does(above(), answer());
    assert!(case.state.stage().is_over() && case.state.clocks.iter().all(|clock| !clock.is_open()));
    assert_eq!(case.state.resolution(), Resolution::ResolvedUnconfirmed, "only she could confirm");
    case.at("2026-03-09T10:00").does(SHE, Command::Add { note: text("昨天又不给登记了。") });
    assert!(matches!(case.state.progress, Progress::TakenUp { .. }), "by whoever had it");
    assert_eq!(due(&case, "OBSTRUCTION_ANSWER_15D").unwrap(), "2026-03-24", "a new date");
}

#[test]
fn the_unit_named_does_nothing_and_is_never_the_receiver() {
    let mut case = filed("2026-03-02T10:00");
    for command in [Command::TakeUp, Command::Note { note: text("看看。") }, answer()] {
        case.refuses(handler(), command, "not-permitted");
    }
    case.does(above(), Command::TakeUp);
    case.refuses(leader(), answer(), "not-permitted");
    let refusal = begin("2026-03-02T10:00", file(named(SUPERIOR))).err().unwrap();
    assert_eq!(refusal.code, "obstruction-no-superior");
}

#[test]
fn what_is_late_is_noted_once() {
    let mut case = filed("2026-03-02T10:00");
    let clock = case.state.running("OBSTRUCTION_TAKE_UP_3WD").unwrap().id;
    case.refuses(SYSTEM, Command::MarkOverdue { clock }, "clock-not-overdue");
    case.at("2026-03-06T10:00").does(SYSTEM, Command::MarkOverdue { clock });
    case.refuses(SYSTEM, Command::MarkOverdue { clock }, "clock-not-overdue");
    assert_eq!(case.state.overdue, [clock]);
}

const PEOPLE: &[fn() -> Actor] = &[above, handler, leader, officer, || SHE, || SYSTEM];

fn some_command(case: &Case, dice: usize) -> Command {
    match CommandKind::ALL[dice % CommandKind::ALL.len()] {
        CommandKind::TakeUp => Command::TakeUp,
        CommandKind::Note => Command::Note { note: text("记一笔。") },
        CommandKind::Answer => Command::Answer { finding: Finding::ALL[dice / 8 % 3], text: text("查过了。") },
        CommandKind::Add => Command::Add { note: text("还有一件。") },
        CommandKind::MarkOverdue => {
            Command::MarkOverdue { clock: case.state.clocks[dice / 8 % case.state.clocks.len()].id }
        }
        CommandKind::RecomputeClocks => Command::RecomputeClocks,
    }
}

fn accepted(
    before: &Obstruction,
    after: &Obstruction,
    kind: CommandKind,
    events: &[Event],
) -> Result<(), TestCaseError> {
    let row = transition(kind);
    prop_assert!(row.to.contains(&after.stage()), "{} led to {}", kind, after.stage());
    for moved in events.iter().flat_map(|event| &event.clocks) {
        let def = moved.clock().def.as_str();
        let named = if matches!(moved, ClockMove::Started(_)) { row.starts } else { row.stops };
        prop_assert!(named.contains(&def), "{} moves {}", kind, def);
    }
    prop_assert_eq!((&before.named, &before.receiver, &before.facts), (&after.named, &after.receiver, &after.facts));
    let running = |def: &str| after.clocks.iter().filter(|clock| clock.def == def && clock.is_open()).count();
    prop_assert!(after.clocks.iter().all(|clock| running(clock.def.as_str()) <= 1), "one clock of a kind at a time");
    prop_assert_eq!(after.stage() == Stage::Answered, after.clocks.iter().all(|clock| !clock.is_open()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_report_stays_whole(
        steps in prop::collection::vec((any::<usize>(), any::<usize>(), 0i64..200), 1..40)
    ) {
        let mut case = filed("2026-03-02T10:00");
        for (dice, who, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let (command, actor, before) =
                (some_command(&case, dice), PEOPLE[who % PEOPLE.len()](), case.state.clone());
            match case.give(actor, &command) {
                Err(_) => prop_assert_eq!(&case.state, &before, "a refusal changes nothing"),
                Ok(events) => {
                    prop_assert!(actor.org() != before.named.org || actor.org().is_none(), "the unit named acted");
                    accepted(&before, &case.state, command.kind(), &events)?;
                }
            }
        }
        let replayed = Obstruction::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state), "replay(events) == state");
        let back: Obstruction = serde_json::from_str(&serde_json::to_string(&case.state).unwrap()).unwrap();
        prop_assert_eq!(&back, &case.state);
    }
}
