//! Everything is said, in both languages; events are written and read as ever.

use super::*;
use crate::{
    case::{FollowUpMethod, Grade},
    lifecycle::Fact as _,
    work_order::{self, CommandKind, Disposition, Event, Fact, Stage},
};

#[test]
fn every_name_and_refusal_is_said() {
    assert_all_said(Stage::ALL.iter().map(|value| value.key()));
    assert_all_said(CommandKind::ALL.iter().map(|value| value.key()));
    assert_all_said(Disposition::ALL.iter().map(|value| value.key()));
    let codes = codes_in(&[include_str!("../rules.rs"), include_str!("../decide.rs")]);
    assert!(codes.len() >= 7, "the scan finds them: {codes:?}");
    for code in codes {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
}

fn every_fact() -> Vec<Fact> {
    let words = reasons;
    let facts = vec![
        received("2026-03-02T10:00").events[0].event.fact.clone(),
        Fact::Answered { text: words() },
        Fact::Redirected { disposition: Disposition::LegalChannel, text: words() },
        Fact::Dispatched { to: UNIT, category: Some(text("市政/路灯")) },
        Fact::Objected { reason: words() },
        Fact::ObjectionRejected { reason: words() },
        Fact::ObjectionApproved { to: OTHER, reason: words() },
        Fact::Claimed { handler: user(21) },
        Fact::HandedOver { from: user(21), to: user(22), station: UNIT, reason: text("换了岗位") },
        Fact::Contacted { note: words() },
        Fact::Extended { days: 3, reason: text("等配件") },
        Fact::Replied { text: text("明天换灯。") },
        Fact::Done { text: text("换了。") },
        Fact::FollowedUp { solved: false, pressed: false, grade: None, method: None, note: words() },
        Fact::CallMissed { method: FollowUpMethod::Phone, note: words() },
        Fact::Reworked,
        Fact::Escalated { to: SUPERIOR, reason: text("超期") },
        Fact::Converted { petition: uuid::Uuid::from_u128(7).into() },
        Fact::Closed,
        Fact::Rated { grade: Grade::Satisfied, comment: None },
        Fact::LookAlikeSaid { other: uuid::Uuid::from_u128(90).into(), said: None },
        Fact::ClusterNoted(Box::new(crate::cluster::Note {
            cluster: uuid::Uuid::from_u128(91).into(),
            number: number(),
            what: crate::cluster::Noted::Joined,
            text: text("2019 年的图斑把三个嘎查的打草场算成了林地。"),
        })),
        Fact::Led {
            deed: crate::leadership::Deed::Visited {
                kind: crate::leadership::VisitKind::Field,
                on: jiff::civil::date(2026, 1, 20),
                place: text("巴音花嘎查"),
                findings: text("水泵已经坏了两个月。"),
            },
        },
        Fact::UrgentReported {
            deed: crate::urgent::Deed::Ended {
                outcome: crate::urgent::Outcome::Settled,
                text: text("人已经散了，水送到了。"),
            },
        },
        Fact::MandateGiven(Box::new(super::agency::mandate())),
        Fact::MandateEnded { end: crate::mandate::MandateEnd::Revoked, reason: Some(text("自己来办。")) },
        Fact::InterestDeclared { ground: crate::agency::Ground::NearRelative },
        Fact::AgentChanged { from: user(31), to: user(32), station: OTHER, reason: text("换了岗位") },
        Fact::Progressed { note: words(), public: false },
        Fact::Raised(Box::new(crate::testing::raised())),
        Fact::Redone(Box::new(crate::testing::redone())),
        Fact::BroughtDown(Box::new(crate::escalation::BroughtDown { to: UNIT, reason: text("方案定了。") })),
        Fact::Supervised(Box::new(crate::testing::notice(crate::supervision::RungKind::SupervisionLetter))),
        Fact::SupervisionNoted(Box::new(crate::testing::notice(crate::supervision::RungKind::Reminder))),
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "CLOSE_7D".into() },
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
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/order-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
}

#[test]
fn the_table_stands_in_the_documents() {
    let table = work_order::table_markdown(kernel::Locale::Zh);
    let lines: Vec<String> = table.lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/work-order-lifecycle.md"), &lines);
}

#[test]
fn a_story_is_told_whole() {
    let mut case = received("2026-03-02T10:00");
    case.does(officer(), dispatch(UNIT)).does(handler(), Command::Object { reason: reasons() });
    case.does(officer(), Command::ApproveObjection { to: OTHER, reason: reasons() });
    let clock = case.state.running("CLAIM_24H").unwrap().id;
    case.at("2026-03-04T10:00").does(SYSTEM, Command::MarkOverdue { clock }).does(handler(), claim());
    case.does(leader(), Command::Extend { days: 3, reason: text("等配件") }).does(handler(), contact());
    case.does(handler(), reply()).does(handler(), done()).does(officer(), asked(false));
    case.does(officer(), Command::Escalate { to: SUPERIOR, reason: text("超期") }).does(handler(), claim());
    case.does(handler(), Command::Progress { note: reasons(), public: true }).does(handler(), reply());
    case.does(handler(), done()).does(officer(), asked(true)).does(SYSTEM, Command::Close);
    case.does(SHE, Command::Rate { grade: Grade::Satisfied, comment: None });
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&work_order::words::record(&case.state, event, &org));
        assert_said(&work_order::words::timeline(&case.state, event, &org).unwrap());
    }
    for kind in Fact::KINDS {
        for prefix in ["timeline", "event"] {
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &crate::names::key_of(prefix, kind)), "{prefix} {kind}");
        }
    }
}
