//! Everything is said, in both languages, and stands in the documents.

use super::*;
use crate::petition::{MediationNote, MediationStep};

#[test]
fn every_name_and_refusal_is_said() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(OrgType, Origin, Source, Topic, Way, HelperRole, How, Chosen, RiskKind, AgreementForm, Mark, CourtGround);
    said!(EndKind, Instead, Stage, CommandKind);
    for kind in CommandKind::ALL {
        assert_eq!(TRANSITIONS.iter().filter(|row| row.command == *kind).count(), 1, "{kind}");
        let basis = format!("basis-{}", transition(*kind).article);
        assert!(
            basis == "basis-" || basis == "basis-A28_3" || kernel::i18n::knows(kernel::Locale::Zh, &basis),
            "{basis}"
        );
    }
    let codes = codes_in(&[include_str!("../rules.rs"), include_str!("../decide.rs")]);
    assert!(codes.len() > 30, "the scan finds them: {}", codes.len());
    for code in codes {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
}

fn every_fact() -> Vec<Fact> {
    let day = date(2026, 3, 9);
    let Command::Hold(held) = session(date(2026, 3, 4), &[1]) else { panic!() };
    vec![
        Fact::Opened(Box::new(opened(Source::Petition))),
        Fact::Consented { party: 1, how: How::Herself },
        Fact::Accepted,
        Fact::Ended { kind: EndKind::Left, party: Some(2), how: Some(How::Oral), reason: Some(text("不谈了")) },
        Fact::MediatorNamed { user: user(62), chosen: Chosen::Parties },
        Fact::OtherAsked { party: 2, reason: text("是亲戚") },
        Fact::SteppedBack { user: user(62), reason: text("是亲戚") },
        Fact::HelperAdded(Box::new(Helper {
            role: HelperRole::Police,
            called: text("社区民警"),
            user: Some(user(63)),
        })),
        Fact::RightsNotified { how: How::Oral },
        Fact::Held(held),
        Fact::MinutesConfirmed { session: 1, party: 1, how: How::Herself },
        Fact::RiskReported(Box::new(RiskReport {
            kind: RiskKind::Crime,
            text: text("要动手"),
            police: Some((text("派出所"), day)),
        })),
        Fact::Agreed(Box::new(agreement(AgreementForm::Written, vec![term(1, day)]))),
        Fact::Signed(Signature { of: Signer::Party(1), on: day, mark: Mark::Fingerprint }),
        Fact::Effective { on: day },
        Fact::ConfirmationWanted { party: 1, how: How::Herself },
        Fact::ConfirmationApplied { court: text("旗法院"), ground: CourtGround::Subject, on: day },
        Fact::Ruled(Box::new(CourtRuling {
            confirmed: false,
            on: day,
            number: text("1号"),
            reason: Some(text("内容不明确")),
        })),
        Fact::Performed { term: 1, done: Done { on: day, evidence: text("看过了") } },
        Fact::BreachTold { term: 1, party: 1, text: text("没有做") },
        Fact::Urged { term: 1 },
        Fact::WaysTold { term: 1 },
        Fact::FollowedUp(Note { on: day, text: text("都好") }),
        Fact::Archived,
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "MEDIATION_30D".into() },
        Fact::ClocksRecomputed { calendar: "2026-1".into() },
    ]
}

#[test]
fn every_fact_is_said_and_read_as_ever() {
    let facts = every_fact();
    let kinds: Vec<&str> = facts.iter().map(crate::lifecycle::Fact::kind).collect();
    assert_eq!(kinds, Fact::KINDS, "one of each, in the order of the enum");
    let case = talking(opened(Source::Petition));
    let org = |_: OrgId| "三长工作室".to_owned();
    for (seq, fact) in (2..).zip(&facts) {
        let event = crate::lifecycle::Recorded { seq, at: case.now, actor: mediator(), event: Event::of(fact.clone()) };
        assert_said(&crate::mediation::words::record(&case.state, &event, &org));
        for party in [1, 2] {
            crate::mediation::words::timeline(&case.state, &event, party, &org).iter().for_each(assert_said);
        }
    }
    let lines: Vec<String> =
        facts.iter().map(|fact| serde_json::to_string(&Event::of(fact.clone())).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/mediation-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/mediation-lifecycle.md"), &lines);
}

#[test]
fn the_petition_says_what_became_of_it() {
    let day = date(2026, 3, 9);
    let ended = |refused| MediationStep::Ended { refused, ways: vec![Way::Court] };
    let steps =
        [MediationStep::Asked, MediationStep::Began, MediationStep::Agreed { on: day }, ended(true), ended(false)];
    for step in steps.into_iter().chain([MediationStep::Performed, MediationStep::Broken]) {
        let case = crate::petition::tests::in_handling("2026-01-05T09:00");
        let note =
            MediationNote { mediation: opened(Source::Petition).id, number: number(), committee: COMMITTEE, step };
        let fact = crate::petition::Fact::MediationNoted(Box::new(note));
        let event = crate::petition::Event::of(fact);
        let event = crate::lifecycle::Recorded { seq: 2, at: case.now, actor: SYSTEM, event };
        let org = |_: OrgId| "三长工作室".to_owned();
        assert_said(&crate::petition::words::record(&case.state, &event, &org));
        assert_said(&crate::petition::words::timeline(&case.state, &event, &org).unwrap());
    }
}
