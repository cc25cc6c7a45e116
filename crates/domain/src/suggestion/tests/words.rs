//! Everything is said, in both languages; old logs are read for ever; the table stands in the documents.

use super::*;
use crate::{
    case::{CaseKind, Grade},
    lifecycle::{Fact as _, Recorded},
    supervision::RungKind,
    transition::Who,
};

fn every_fact() -> Vec<Fact> {
    let case = replied();
    let day = date(2026, 3, 31);
    let clock: kernel::ClockId = uuid::Uuid::from_u128(80).into();
    let item = Item { no: 1, point: 1, intended: item(day), clock, end: None };
    let facts = vec![
        case.events[0].event.fact.clone(),
        Fact::Forwarded { from: BUREAU, to: UNIT, category: Some(text("城乡建设/路灯")) },
        Fact::Objected { reason: text("不归我们。") },
        Fact::ObjectionRejected { reason: text("核过。") },
        Fact::ObjectionApproved { to: OTHER, reason: text("核过。") },
        Fact::TakenUp { handler: user(21), simple: Some(text("换一块牌子。")) },
        Fact::Reassigned { handler: user(22), reason: text("出差。") },
        Fact::DraftSaved {
            findings: text("看过。"),
            answers: vec![answer(1, Adoption::Partly, day), answer(2, Adoption::ForReference, day)],
            submitted: true,
        },
        Fact::DraftReturned { reason: text("写清楚。") },
        Fact::Replied { number: text("信建复〔2026〕1号"), items: vec![item] },
        Fact::ItemDone { item: 1, on: day, evidence: text("在卷。") },
        Fact::ItemGivenUp { item: 1, reason: text("办不了。") },
        Fact::RewardConsidered { granted: true, text: text("锦旗。") },
        Fact::Closed,
        Fact::Archived,
        Fact::Withdrawn { reason: None },
        Fact::MaterialAdded { note: text("照片。"), files: 1 },
        Fact::Nudged,
        Fact::PublicationSaid { allowed: false },
        Fact::Rated { grade: Grade::Basically, comment: None },
        Fact::Supervised(Box::new(notice(RungKind::SupervisionLetter))),
        Fact::SupervisionNoted(Box::new(notice(RungKind::Reminder))),
        Fact::ClockOverdue { clock, def: "SUGGESTION_60D".into() },
        Fact::ClocksRecomputed { calendar: "2026-1".into() },
    ];
    let kinds: Vec<&str> = facts.iter().map(crate::lifecycle::Fact::kind).collect();
    assert_eq!(kinds, Fact::KINDS, "one of each, in the order of the enum");
    facts
}

#[test]
fn events_are_written_and_read_as_ever() {
    let lines: Vec<String> =
        every_fact().into_iter().map(|fact| serde_json::to_string(&Event::of(fact)).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/suggestion-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(every_fact()) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
}

#[test]
fn everything_is_said_and_the_table_stands_in_the_documents() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(Stage, CommandKind, Adoption, ItemState, CaseKind, Who);
    let codes = codes_in(&[include_str!("../rules.rs"), include_str!("../decide.rs")]);
    assert!(codes.len() > 8, "the scan finds them: {}", codes.len());
    for code in codes {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/suggestion-lifecycle.md"), &lines);
}

#[test]
fn every_sentence_is_whole() {
    let case = replied();
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for fact in every_fact() {
        let (public, kind) = (fact.is_public(), fact.kind());
        // The clock of that fact is nobody's here.
        if kind == "suggestion.clock_overdue" {
            continue;
        }
        let mut event = Event::of(fact);
        if let Some(told) = case.events.iter().find(|told| told.event.fact.kind() == kind) {
            event.clocks.clone_from(&told.event.clocks);
        }
        let event = Recorded { seq: 9, at: case.now, actor: handler(), event };
        assert_said(&super::super::words::record(&case.state, &event, &org));
        let told = super::super::words::timeline(&case.state, &event, &org);
        assert_eq!(told.is_some(), public, "{kind}");
        told.iter().for_each(assert_said);
    }
}

/// Article 29 knows no review: the letter names none, and no suit.
#[test]
fn the_letter_of_a_suggestion_names_no_review() {
    let letter = include_str!("../../document/shipped/suggestion-reply.txt");
    assert!(!["复查", "复核", "诉讼", "起诉", "行政复议"].iter().any(|word| letter.contains(word)), "{letter}");
}
