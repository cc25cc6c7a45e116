//! Everything is said, in both languages; old logs are read for ever; the table stands in the documents.

use super::*;
use crate::{
    case::{CaseKind, Grade},
    lifecycle::{Fact as _, Recorded},
    transition::Who,
};

fn every_fact() -> Vec<Fact> {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.ask(Level::Review, &[0, 1]);
    let first = matter.reviews[0].events[0].event.fact.clone();
    let ruling = matter.ruling(ReviewResult::Change);
    let day = jiff::civil::date(2026, 2, 3);
    let facts = vec![
        first,
        Fact::Accepted { examiner: user(81), late: Some(words()) },
        Fact::Rejected { ground: RejectGround::Late, reason: words() },
        Fact::FileSent { org: UNIT, note: words() },
        Fact::Reassigned { examiner: user(82), reason: words() },
        Fact::HearingCalled { on: day, hours: text("9:00–11:30"), place: words(), persons: words() },
        Fact::HearingCancelled { reason: words() },
        Fact::HearingOpened { from: day, place: words(), persons: words() },
        Fact::HearingEnded { to: day, minutes: words() },
        Fact::DraftSaved {
            findings: words(),
            rulings: vec![(uuid::Uuid::from_u128(70).into(), ruling)],
            submitted: true,
        },
        Fact::DraftChecked,
        Fact::DraftReturned { reason: words() },
        Fact::Issued { number: words() },
        Fact::Served { method: ServiceMethod::InPerson, on: day, evidence: words(), late_entry_reason: None },
        Fact::MaterialAdded { note: words(), files: 1 },
        Fact::Withdrawn { reason: None },
        Fact::Rated { grade: Grade::Basically, comment: None },
        Fact::Supervised(Box::new(crate::testing::notice(crate::supervision::RungKind::SupervisionLetter))),
        Fact::SupervisionNoted(Box::new(crate::testing::notice(crate::supervision::RungKind::Reminder))),
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "REVIEW_DECIDE_30D".into() },
        Fact::ClocksRecomputed { calendar: "2026-1".into() },
    ];
    let kinds: Vec<&str> = facts.iter().map(crate::lifecycle::Fact::kind).collect();
    assert_eq!(kinds, Fact::KINDS, "one of each, in the order of the enum");
    facts
}

#[test]
fn events_are_written_and_read_as_ever() {
    // Ids of claims are drawn by chance: the first event keeps its shape without them.
    let lines: Vec<String> =
        every_fact().into_iter().map(|fact| serde_json::to_string(&Event::of(fact)).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/review-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(every_fact()) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
}

#[test]
fn everything_is_said_and_the_table_stands_in_the_documents() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(Stage, CommandKind, Level, ReviewResult, Finality, RejectGround, Lodged, CaseKind, Who);
    let sources =
        [include_str!("../rules.rs"), include_str!("../decide.rs"), include_str!("../../petition/decide/review.rs")];
    let codes = codes_in(&sources);
    assert!(codes.len() > 25, "the scan finds them: {}", codes.len());
    for code in codes {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/review-lifecycle.md"), &lines);
}

#[test]
fn every_sentence_is_whole() {
    let mut matter = Matter::served("2026-01-20T10:00");
    matter.ask(Level::Review, &[0, 1]).decides(reviewers(), &[ReviewResult::Uphold, ReviewResult::Remand]);
    matter.ask(Level::Recheck, &[0]).does(SHE, Command::Withdraw { reason: None });
    let org = |id: OrgId| format!("单位{}", id.0.as_u128());
    let state = &matter.reviews[0].state;
    for fact in every_fact() {
        // The clock of that fact is nobody's here.
        if matches!(fact, Fact::ClockOverdue { .. }) {
            continue;
        }
        let (public, kind) = (fact.is_public(), fact.kind());
        let mut event = Event::of(fact);
        if kind == "review.requested" {
            event.clocks.clone_from(&matter.reviews[0].events[0].event.clocks);
        }
        let event = Recorded { seq: 9, at: matter.petition.now, actor: examiner(), event };
        assert_said(&super::super::words::record(state, &event, &org));
        let told = super::super::words::timeline(state, &event, &org);
        assert_eq!(told.is_some(), public, "{kind}");
        told.iter().for_each(assert_said);
    }
    for event in &matter.petition.events {
        assert_said(&petition::words::record(&matter.petition.state, event, &org));
        petition::words::timeline(&matter.petition.state, event, &org).iter().for_each(assert_said);
    }
}

/// review and recheck are no acts that one sues; their letters name the recheck, and nothing else.
#[test]
fn no_letter_of_a_review_says_that_it_may_be_sued() {
    let letters = [
        include_str!("../../document/shipped/review-opinion.txt"),
        include_str!("../../document/shipped/recheck-opinion.txt"),
    ];
    for letter in letters {
        assert!(!["起诉", "诉讼", "行政复议"].iter().any(|word| letter.contains(word)), "{letter}");
    }
}
