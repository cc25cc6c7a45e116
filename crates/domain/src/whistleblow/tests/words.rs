//! Everything is said, in both languages; events are written and read as ever, and hold no words of anybody.

use super::*;
use crate::{
    lifecycle::Fact as _,
    whistleblow::{CommandKind, Event, Fact, Stage, table_markdown, words},
};

#[test]
fn every_name_and_refusal_is_said() {
    assert_all_said(Stage::ALL.iter().map(|value| value.key()));
    assert_all_said(CommandKind::ALL.iter().map(|value| value.key()));
    assert_all_said(Identity::ALL.iter().map(|value| value.key()));
    assert_all_said(Level::ALL.iter().map(|value| value.key()));
    assert_all_said(Reason::ALL.iter().map(|value| value.key()));
    assert_all_said(codes_in(&[include_str!("../decide.rs")]).into_iter().map(|code| format!("refusal-{code}")));
    for code in codes_in(&[include_str!("../offices.rs")]) {
        assert_said(&kernel::Message::new(format!("refusal-{code}")).with("code", "DISCIPLINE"));
    }
}

fn every_fact() -> Vec<Fact> {
    let facts = vec![
        received("2026-03-02T10:00", Level::Own).events[0].event.fact.clone(),
        Fact::IdentityChosen { identity: Identity::Named },
        Fact::Sealed { parts: 2 },
        Fact::Opened { with: user(42), reason: Reason::Assign },
        Fact::KeepersSet { keepers: vec![user(41), user(43)] },
        Fact::SentUp,
        Fact::HandedOver { office: text("DISCIPLINE"), straight: false },
        Fact::ReceiptConfirmed { numbered: true },
        Fact::WentOutside,
        Fact::OutcomeNoted,
        Fact::Archived,
        Fact::Added { parts: 1 },
        Fact::PassedOn,
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "SEALED_HAND_OVER_1WD".into() },
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
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/sealed-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
        assert!(line.is_ascii(), "an event of the sealed track holds codes and ids, never words: {line}");
    }
}

#[test]
fn the_table_stands_in_the_documents() {
    let table = table_markdown(kernel::Locale::Zh);
    let lines: Vec<String> = table.lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/sealed-lifecycle.md"), &lines);
}

#[test]
fn she_is_told_dates_and_nothing_that_tells() {
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    let who = |id: kernel::UserId| format!("某{}", id.0.as_u128());
    let mut case = sealed("2026-03-02T10:00", Level::Own);
    let clock = case.state.running("SEALED_HAND_OVER_1WD").unwrap().id;
    case.at("2026-03-05T10:00").does(SYSTEM, Command::MarkOverdue { clock }).does(first(), open());
    case.does(first(), hand_over(false)).does(SHE, Command::Add { parts: 1 }).does(first(), Command::PassOn);
    case.does(first(), Command::ConfirmReceipt { numbered: false }).does(first(), Command::NoteOutcome);
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org, &who));
        if let Some(told) = words::timeline(event) {
            assert_said(&told);
            let said = told.say(kernel::Locale::Zh);
            assert!(!["举报", "检举", "控告", "纪委"].iter().any(|word| said.contains(word)), "{said}");
        }
    }
    for kind in Fact::KINDS {
        let key = crate::names::key_of("event", kind);
        assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
    }
}
