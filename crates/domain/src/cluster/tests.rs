//! Clusters in stories, at random, and in words.

use jiff::civil::{Date, date};
use kernel::{CaseId, CaseNumber};
use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    lifecycle::{Aggregate as _, Fact as _},
    owed::State,
    testing::*,
};

type Case = World<Cluster>;

fn keeper() -> Actor {
    staff(81, BUREAU)
}

fn second() -> Actor {
    staff(82, BUREAU)
}

fn other() -> Actor {
    staff(31, OTHER)
}

fn begun() -> Case {
    let founded = Founded {
        id: uuid::Uuid::from_u128(71).into(),
        number: number(),
        division: division(),
        office: BUREAU,
        title: text("三个嘎查的补奖面积"),
        cause: text("2019 年的图斑把三个嘎查的打草场算成了林地。"),
        lead: UNIT,
        team: vec![OTHER, UNIT, OTHER],
    };
    World::begin("2026-03-02T10:00", keeper(), |env| Cluster::found(founded, env)).unwrap()
}

fn matter(n: u128) -> (CaseId, CaseNumber) {
    (uuid::Uuid::from_u128(n).into(), CaseNumber::compose(&division(), date(2026, 1, 5), u32::try_from(n).unwrap()))
}

fn add(n: u128) -> Command {
    let (case, number) = matter(n);
    Command::AddMember { case, number }
}

fn remove(n: u128) -> Command {
    Command::RemoveMember { case: matter(n).0, reason: text("那一片是草原，不是林地") }
}

fn put(owner: kernel::OrgId, due: Date) -> Command {
    Command::PutStep { text: text("重新落图，逐户核对。"), owner, due }
}

fn answer(step: u16, on: Date) -> Command {
    Command::Answer { step, on, evidence: text("落图的成果在卷。") }
}

fn way() -> Command {
    Command::ProposeWay(Box::new(WayText {
        findings: text("三个嘎查共四十二户，图斑都错在同一张图。"),
        handling: text("按新图补发差额；已经领过林地补助的先扣回。"),
        basis: text("《草原生态保护补助奖励资金管理办法》"),
    }))
}

fn close(unanswered: u32) -> Command {
    Command::Close { summary: text("四十二户都答复了。"), unanswered }
}

#[test]
fn a_group_is_gathered_worked_off_answered_and_ends_only_with_an_answer_for_each() {
    let mut case = begun();
    assert_eq!(case.state.units(), [UNIT, OTHER]);
    case.does(keeper(), add(8)).does(keeper(), add(9));
    case.refuses(keeper(), add(8), "cluster-member-twice");
    case.does(keeper(), remove(9)).refuses(keeper(), remove(9), "cluster-unknown");
    case.does(keeper(), add(9));
    assert_eq!((case.state.current().count(), case.state.members.len()), (2, 3));
    case.refuses(keeper(), put(THIRD, date(2026, 3, 20)), "cluster-owner-not-in-team");
    case.does(keeper(), Command::SetTeam { lead: UNIT, team: vec![OTHER, THIRD] });
    case.does(keeper(), put(THIRD, date(2026, 3, 20))).does(keeper(), put(UNIT, date(2026, 3, 25)));
    assert_eq!(case.state.stage(), Stage::Working);
    case.refuses(other(), answer(1, date(2026, 3, 2)), "owed-not-the-unit");
    case.at("2026-03-19T10:00").does(staff(41, THIRD), answer(1, date(2026, 3, 18)));
    case.refuses(staff(41, THIRD), Command::Accept { step: 1 }, "owed-own-answer");
    case.does(keeper(), Command::Accept { step: 1 });
    case.refuses(keeper(), answer(1, date(2026, 3, 18)), "cluster-step-over");
    case.refuses(keeper(), close(0), "cluster-step-open");
    case.does(keeper(), Command::DropStep { step: 2, reason: text("林地一边已经注销") });
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.refuses(keeper(), close(2), "cluster-unanswered");
    case.does(keeper(), close(0));
    case.refuses(keeper(), add(10), "not-at-this-stage");
    case.does(keeper(), Command::Reopen { reason: text("又来了两户") }).does(keeper(), add(10));
}

#[test]
fn two_people_stand_behind_what_many_answers_say() {
    let mut case = begun();
    case.does(keeper(), add(8));
    case.refuses(keeper(), Command::ApproveWay, "cluster-no-way-proposed");
    case.refuses(staff(41, THIRD), way(), "cluster-not-the-team");
    case.does(second(), way());
    case.refuses(second(), Command::ApproveWay, "cluster-way-own");
    case.does(keeper(), Command::ReturnWay { reason: text("没有写已经领过的怎么办") });
    assert_eq!((case.state.stage(), case.state.proposed()), (Stage::Founded, None));
    case.does(handler(), way()).does(keeper(), Command::ApproveWay);
    assert_eq!(case.state.stage(), Stage::Answering);
    // A newer proposal changes nothing until it is approved.
    case.does(handler(), way());
    assert_eq!(case.state.way(), Some(&case.state.ways[1]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever does what in whatever order: every open clock is that of a step still owed, nobody accepted what is her own, a matter
    /// belongs to it at most once, an end leaves no step open, and the record can be read again.
    #[test]
    fn nothing_is_owed_unseen_and_no_matter_counts_twice(
        steps in prop::collection::vec((0u8..14, 0usize..5, 1u16..4, 0i64..60), 1..60),
    ) {
        let mut case = begun();
        let people = [keeper(), second(), handler(), other(), SYSTEM];
        for (step, who, no, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let today = kernel::beijing_date(case.now);
            let due = today.saturating_add(jiff::Span::new().days(hours % 9));
            let running = case.state.clocks.iter().find(|clock| clock.is_open()).map(|clock| clock.id);
            let command = match step {
                0 => add(u128::from(no)),
                1 => remove(u128::from(no)),
                2 => put(if hours % 2 == 0 { UNIT } else { OTHER }, due),
                3 => Command::DropStep { step: no, reason: text("不用了") },
                4 => answer(no, today),
                5 => Command::Accept { step: no },
                6 => Command::Return { step: no, reason: text("没有逐户核对"), due },
                7 => Command::Remind { step: no },
                8 => way(),
                9 => Command::ApproveWay,
                10 => Command::ReturnWay { reason: text("再看") },
                11 => close(0),
                12 => Command::Reopen { reason: text("又有") },
                _ => running.map_or(Command::RecomputeClocks, |clock| Command::MarkOverdue { clock }),
            };
            let before = case.state.clone();
            if case.give(people[who], &command).is_err() {
                prop_assert_eq!(&case.state, &before);
                continue;
            }
            let state = &case.state;
            for clock in state.clocks.iter().filter(|clock| clock.is_open()) {
                let owed: Vec<&Step> = state.steps.iter().filter(|one| one.track.clocks.last() == Some(&clock.id)).collect();
                prop_assert_eq!(owed.len(), 1);
                prop_assert!(owed[0].track.state() == State::Owed && owed[0].dropped.is_none());
                prop_assert_eq!(owed[0].due, clock.statutory);
            }
            let mut now: Vec<CaseId> = state.current().map(|member| member.case).collect();
            let count = now.len();
            now.sort_unstable();
            now.dedup();
            prop_assert_eq!(now.len(), count);
            for way in &state.ways {
                prop_assert!(way.approved.is_none_or(|(by, _)| by != way.by));
            }
            prop_assert!(!state.stage().is_over() || state.open_steps().next().is_none());
        }
        let replayed = Cluster::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state));
        for event in &case.events {
            let line = serde_json::to_string(&event.event).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Event>(&line).unwrap(), &event.event);
        }
    }
}

/// Every kind of event, in one story.
fn everything() -> Case {
    let mut case = begun();
    case.does(keeper(), Command::SetTeam { lead: UNIT, team: vec![OTHER] });
    case.does(keeper(), add(8)).does(keeper(), add(9)).does(keeper(), remove(9));
    case.does(keeper(), put(UNIT, date(2026, 3, 5))).does(keeper(), put(OTHER, date(2026, 3, 9)));
    case.does(keeper(), Command::DropStep { step: 2, reason: text("合到第一步") });
    case.at("2026-03-06T10:00");
    let clock = case.state.clocks[0].id;
    case.does(SYSTEM, Command::MarkOverdue { clock }).does(keeper(), Command::Remind { step: 1 });
    case.does(handler(), answer(1, date(2026, 3, 6)));
    case.does(keeper(), Command::Return { step: 1, reason: text("没有公示"), due: date(2026, 3, 9) });
    case.does(handler(), answer(1, date(2026, 3, 6))).does(keeper(), Command::Accept { step: 1 });
    case.does(second(), way()).does(keeper(), Command::ReturnWay { reason: text("再看") });
    case.does(second(), way()).does(keeper(), Command::ApproveWay);
    let (advice, number) = matter(60);
    case.does(keeper(), Command::LinkAdvice { advice, number: number.clone() });
    case.refuses(keeper(), Command::LinkAdvice { advice, number }, "cluster-advice-twice");
    case.does(keeper(), Command::Tell { text: text("新图已经定了，差额六月发。") }).does(keeper(), close(0));
    case.does(keeper(), Command::Reopen { reason: text("又来了两户") });
    case
}

#[test]
fn everything_is_said_and_stands_in_the_documents() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(Noted, State, Stage, CommandKind);
    let case = everything();
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org));
    }
    let mut facts: Vec<Fact> = case.events.iter().map(|event| event.event.fact.clone()).collect();
    facts.push(Fact::ClocksRecomputed { calendar: "2026-1".into() });
    let mut kinds: Vec<&str> = facts.iter().map(Fact::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut all = Fact::KINDS.to_vec();
    all.sort_unstable();
    assert_eq!(kinds, all);
    let lines: Vec<String> =
        facts.iter().map(|fact| serde_json::to_string(&Event::of(fact.clone())).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/cluster-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/cluster-lifecycle.md"), &lines);
}
