//! Random commands by random people at random times. What must hold holds after every step.

use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    case::{Grade, Resolution},
    escalation::{self, Redoing, Redone},
    lifecycle::{Aggregate, ClockMove, Governed as _},
    petition::Who,
    supervision::{Ground, Notice, RungKind},
    work_order::{CommandKind, Disposition, Event, Fact, Stage, transition},
};

type Step = (usize, usize, i64, u32);

const PEOPLE: &[fn() -> Actor] = &[officer, registrar, handler, checker, leader, || SHE, || SYSTEM];
const PLACES: &[kernel::OrgId] = &[UNIT, OTHER, THIRD, SUPERIOR];

fn pick<T: Copy>(from: &[T], dice: u32) -> T {
    from[dice as usize % from.len()]
}

fn some_command(case: &Case, kind: CommandKind, dice: u32) -> Command {
    use CommandKind as K;
    let (to, reason) = (pick(PLACES, dice), reasons());
    match kind {
        K::Answer => Command::Answer { text: reason },
        K::Redirect => Command::Redirect { disposition: pick(Disposition::ALL, dice), text: reason },
        K::Dispatch => dispatch(to),
        K::Object => Command::Object { reason },
        K::RejectObjection => Command::RejectObjection { reason },
        K::ApproveObjection => Command::ApproveObjection { to, reason },
        K::Claim => claim(),
        K::Contact => contact(),
        K::Extend => Command::Extend { days: dice % 12, reason: text("等配件") },
        K::Reply => reply(),
        K::Done => done(),
        K::FollowUp => asked(dice.is_multiple_of(4)),
        K::Escalate => Command::Escalate { to, reason: text("超期") },
        K::Convert => Command::Convert { petition: uuid::Uuid::from_u128(7).into() },
        K::Close => Command::Close,
        K::Rate => Command::Rate { grade: pick(Grade::ALL, dice), comment: None },
        K::Progress => Command::Progress { note: reason, public: dice.is_multiple_of(2) },
        K::GiveMandate => Command::GiveMandate(Box::new(super::agency::give(31 + u128::from(dice % 3)))),
        K::RevokeMandate => Command::RevokeMandate { reason: None },
        K::DeclareInterest => Command::DeclareInterest { ground: pick(crate::agency::Ground::ALL, dice) },
        K::Redo => Command::Rise(escalation::Step::Redo(Redone {
            what: pick(Redoing::ALL, dice),
            found: text("重新查过。"),
        })),
        K::BringDown => Command::Rise(escalation::Step::BringDown { reason: text("办完了。") }),
        K::NoteSupervision => Command::NoteSupervision(Box::new(Notice {
            supervision: uuid::Uuid::from_u128(31).into(),
            rung: dice.is_multiple_of(2).then(|| pick(RungKind::ALL, dice)),
            ground: Ground::Overdue,
            unit: UNIT,
            due: None,
        })),
        K::MarkOverdue => {
            let ids: Vec<_> = case.state.clocks.iter().map(|clock| clock.id).collect();
            let none = uuid::Uuid::from_u128(1).into();
            Command::MarkOverdue { clock: if ids.is_empty() { none } else { pick(&ids, dice) } }
        }
        K::RecomputeClocks => Command::RecomputeClocks,
    }
}

/// Two steps of three are among what is offered; the end is rarely sought.
fn choose(case: &Case, choice: usize, dice: u32) -> CommandKind {
    use CommandKind as K;
    if choice.is_multiple_of(3) {
        return pick(K::ALL, dice);
    }
    let ends = |kind: K| matches!(kind, K::Answer | K::Redirect | K::Convert | K::Escalate);
    let stage = case.state.stage();
    let offered = case.state.allowed_now().filter(|row| {
        choice % 7 == 1 || !ends(row.command) && (!row.to.contains(&stage) || row.command == K::FollowUp)
    });
    let list: Vec<K> = offered.map(|row| row.command).collect();
    if list.is_empty() { K::Progress } else { list[choice / 21 % list.len()] }
}

fn somebody(case: &Case, kind: CommandKind, who: usize) -> Actor {
    let named = transition(kind).who;
    match named[who / 4 % named.len()] {
        _ if who.is_multiple_of(4) => PEOPLE[who / 4 % PEOPLE.len()](),
        Who::Above => staff(61, case.state.rises.lead().unwrap_or(UNIT)),
        Who::Agent => staff(31, THIRD),
        Who::Bureau
        | Who::Superior
        | Who::Reviewer
        | Who::FirstUnit
        | Who::Finder
        | Who::Lead
        | Who::Receiver
        | Who::Supervisor => officer(),
        Who::Unit | Who::UnitLeader | Who::Checker | Who::Assistant => leader(),
        Who::Handler => handler(),
        Who::Petitioner => SHE,
        Who::System | Who::Keeper | Who::Party | Who::Mediator | Who::Committee => SYSTEM,
    }
}

fn one_step(case: &mut Case, (choice, who, hours, dice): Step) -> Result<(), TestCaseError> {
    case.now += jiff::SignedDuration::from_hours(hours);
    let kind = choose(case, choice, dice);
    let command = some_command(case, kind, dice);
    let before = case.state.clone();
    let offered = before.allows(kind);
    match case.give(somebody(case, kind, who), &command) {
        Err(refusal) => {
            prop_assert_eq!(&case.state, &before, "a refusal changes nothing");
            prop_assert!(!offered || refusal.code != "not-at-this-stage", "{} was offered", kind);
        }
        Ok(events) => {
            prop_assert!(offered, "{} was accepted but not offered at {}", kind, before.stage());
            accepted_step(&before, &case.state, kind, &events)?;
        }
    }
    always(case)
}

fn accepted_step(
    before: &WorkOrder,
    after: &WorkOrder,
    kind: CommandKind,
    events: &[Event],
) -> Result<(), TestCaseError> {
    let row = transition(kind);
    prop_assert!(row.to.contains(&after.stage()), "{} led to {}", kind, after.stage());
    for moved in events.iter().flat_map(|event| &event.clocks) {
        let clock = moved.clock();
        match moved {
            ClockMove::Started(_) => {
                prop_assert!(row.starts.contains(&clock.def.as_str()), "{} starts {}", kind, clock.def);
            }
            ClockMove::Changed(_) if clock.is_open() => prop_assert!(kind == CommandKind::Extend),
            ClockMove::Changed(_) => {
                prop_assert!(row.stops.contains(&clock.def.as_str()), "{} stops {}", kind, clock.def);
            }
        }
    }
    let still = |o: &WorkOrder| (o.id, o.number.clone(), o.received_at, o.registered_at, o.facts.clone());
    prop_assert_eq!(still(before), still(after));
    prop_assert!(after.hops.starts_with(&before.hops), "hops are never taken back");
    prop_assert!(after.reworks >= before.reworks && after.returns >= before.returns);
    Ok(())
}

fn always(case: &Case) -> Result<(), TestCaseError> {
    let state = &case.state;
    prop_assert_eq!(state.version, i64::try_from(case.events.len()).unwrap());
    if state.stage().is_over() {
        prop_assert!(state.clocks.iter().all(|clock| !clock.is_open()), "a clock runs on at {}", state.stage());
    }
    if state.resolution == Resolution::ResolvedConfirmed {
        let hers = |fact: &Fact| matches!(fact, Fact::FollowedUp { solved: true, .. });
        prop_assert!(case.events.iter().any(|recorded| hers(&recorded.event.fact)), "confirmed by nobody");
    }
    let known: Vec<_> = state.agency.past.iter().map(|ended| ended.agent).collect();
    prop_assert!(state.agent.is_none() || state.agent != state.handler(), "her agent does the work as well");
    prop_assert!(state.agent.is_some() || state.agency.mandate.is_none(), "a mandate of nobody");
    if state.agent.is_none() && !known.is_empty() {
        prop_assert!(state.agent_until().is_some_and(|until| until <= case.now), "whose agency ended still sees it");
    }
    let running = |def: &str| state.clocks.iter().filter(|clock| clock.def == def && clock.is_open()).count();
    prop_assert!(state.clocks.iter().all(|clock| running(clock.def.as_str()) <= 1), "one clock of a kind at a time");
    Ok(())
}

fn read_back(case: &Case) -> Result<(), TestCaseError> {
    let replayed = WorkOrder::replay(&case.events);
    prop_assert_eq!(replayed.as_ref(), Some(&case.state), "replay(events) == state");
    for recorded in &case.events {
        let json = serde_json::to_string(&recorded.event).unwrap();
        let back: Event = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
        prop_assert_eq!(&back, &recorded.event);
    }
    let back: WorkOrder = serde_json::from_str(&serde_json::to_string(&case.state).unwrap()).unwrap();
    prop_assert_eq!(&back, &case.state);
    Ok(())
}

fn some_steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((any::<usize>(), any::<usize>(), 0i64..60, any::<u32>()), 1..70)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_order_stays_whole(steps in some_steps()) {
        let mut case = received("2026-03-02T10:00");
        for step in steps {
            one_step(&mut case, step)?;
        }
        read_back(&case)?;
    }

    /// Apply is total: any event on any state.
    #[test]
    fn any_log_can_be_read(order in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let story = finished("2026-03-02T10:00");
        let mut state = story.state.clone();
        for index in order {
            let mut event = index.get(&story.events).clone();
            event.seq = state.version + 1;
            state.apply(&event);
        }
    }
}

#[test]
fn the_walks_reach_every_stage() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..400 {
        let steps = some_steps().new_tree(&mut runner).unwrap().current();
        let mut case = received("2026-03-02T10:00");
        for step in steps {
            one_step(&mut case, step).unwrap();
            seen.insert(case.state.stage());
        }
    }
    let missing: Vec<_> = Stage::ALL.iter().filter(|stage| !seen.contains(stage)).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
}
