//! Everything is said, in both languages; events are written and read as ever.

use super::*;
use crate::{
    lifecycle::Fact as _,
    obstruction::{CommandKind, Event, Fact, Stage, table_markdown, words},
};

#[test]
fn every_name_and_refusal_is_said() {
    assert_all_said(Stage::ALL.iter().map(|value| value.key()));
    assert_all_said(CommandKind::ALL.iter().map(|value| value.key()));
    assert_all_said(Wrong::ALL.iter().map(|value| value.key()));
    assert_all_said(Finding::ALL.iter().map(|value| value.key()));
    assert_all_said(Origin::ALL.iter().map(|value| value.key()));
    assert_all_said(codes_in(&[include_str!("../rules.rs")]).into_iter().map(|code| format!("refusal-{code}")));
}

fn every_fact() -> Vec<Fact> {
    let facts = vec![
        filed("2026-03-02T10:00").events[0].event.fact.clone(),
        Fact::TakenUp,
        Fact::Noted { note: text("调了监控。") },
        Fact::Answered { finding: Finding::HandedOn, text: text("转给了有权机关。") },
        Fact::Added { note: text("又来了一次。") },
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "OBSTRUCTION_ANSWER_15D".into() },
        Fact::ClocksRecomputed { calendar: "2026-1".into() },
    ];
    let kinds: Vec<&str> = facts.iter().map(Fact::kind).collect();
    assert_eq!(kinds, Fact::KINDS, "one of each, in the order of the enum");
    facts
}

#[test]
fn events_are_written_and_read_as_ever() {
    let facts = every_fact();
    let lines: Vec<String> =
        facts.iter().map(|fact| serde_json::to_string(&Event::of(fact.clone())).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/obstruction-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
}

#[test]
fn the_table_stands_in_the_documents() {
    let table = table_markdown(kernel::Locale::Zh);
    let lines: Vec<String> = table.lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/obstruction-lifecycle.md"), &lines);
}

#[test]
fn a_story_is_told_whole_and_notes_are_not() {
    let mut case = filed("2026-03-02T10:00");
    let clock = case.state.running("OBSTRUCTION_TAKE_UP_3WD").unwrap().id;
    case.at("2026-03-06T10:00").does(SYSTEM, Command::MarkOverdue { clock }).does(above(), Command::TakeUp);
    case.does(SHE, Command::Add { note: text("补充一张回执。") })
        .does(above(), Command::Note { note: text("已约谈。") });
    case.does(above(), answer()).does(SHE, Command::Add { note: text("又来了。") });
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org));
        let told = words::timeline(&case.state, event, &org);
        assert_eq!(told.is_none(), matches!(event.event.fact, Fact::Noted { .. }));
        told.iter().for_each(assert_said);
    }
    for kind in Fact::KINDS {
        for prefix in ["timeline", "event"] {
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &crate::names::key_of(prefix, kind)), "{prefix} {kind}");
        }
    }
}
