//! One event of each kind as it stands in logs. Old logs are read for ever: a difference here is a decision.

use super::*;
use crate::{
    case::{FollowUpMethod, Grade, RatingTarget, ServiceMethod},
    execution::{Reporting, Shown},
    lifecycle::Fact as _,
    petition::{Event, Fact, Heard, NotAcceptReason, ReopenReason, SimpleEnd, SimpleGround},
    remedy::Occasion,
};

#[expect(clippy::too_many_lines, reason = "one of each kind")]
fn every_fact() -> Vec<Fact> {
    let case = registered("2026-01-05T09:00");
    let first = case.events[0].event.fact.clone();
    let id: ClaimId = uuid::Uuid::from_u128(70).into();
    let answers = vec![(id, answer(OpinionResult::Partial, Some("2026-03-01")))];
    let facts = vec![
        first,
        Fact::Triaged {
            matter_type: MatterType::AppealClaim,
            purpose: Purpose::SeekDecision,
            category: Some(text("城乡建设/供热")),
            respondent: Some(UNIT),
            routes: vec![],
        },
        Fact::NotAccepted { reason: NotAcceptReason::GoElsewhere, explanation: words(), elsewhere: None },
        Fact::FinalityProposed { recheck: words(), basis: None, same: None },
        Fact::FinalityDropped,
        Fact::NoMoreAccepted,
        Fact::Forwarded { from: BUREAU, to: UNIT, kind: DispatchKind::Forward },
        Fact::ReportedUp { from: BUREAU, to: SUPERIOR, proposal: words() },
        Fact::Objected { reason: words(), basis: Some(words()) },
        Fact::ObjectionRejected { reason: words() },
        Fact::ObjectionApproved { to: OTHER, reason: words() },
        Fact::DisputeRaised { superior: SUPERIOR },
        Fact::DisputeDecided { to: UNIT, reason: words() },
        Fact::HopLimitReached { hops: 3 },
        Fact::ClaimRouted { claim: id, route: StatutoryRoute::Litigation, target: words() },
        Fact::Routed,
        Fact::Accepted { handler: user(21), claims: vec![id] },
        Fact::HandoffAccepted { claim: id, number: words() },
        Fact::Reassigned { handler: user(22), reason: words() },
        Fact::Contacted { note: words() },
        Fact::Progressed { note: words(), public: true },
        Fact::ExtensionRequested { days: 30, reason: words() },
        Fact::ExtensionGranted,
        Fact::ExtensionDeclined { reason: words() },
        Fact::DraftSaved { findings: words(), answers, submitted: true },
        Fact::DraftChecked,
        Fact::DraftReturned { reason: words() },
        Fact::OpinionIssued { number: words(), differs: None },
        Fact::Served {
            method: ServiceMethod::InPerson,
            on: jiff::civil::date(2026, 1, 20),
            evidence: words(),
            late_entry_reason: None,
        },
        Fact::ClosingReported { text: words() },
        Fact::ExecutionBegun { items: vec![(id, 1, uuid::Uuid::from_u128(80).into())] },
        Fact::ExecutionReported(Box::new(Reporting {
            files: vec![Shown { name: text("回单.jpg"), digest: kernel::Digest::ZERO }],
            ..Reporting::done(id, 1, words())
        })),
        Fact::ExecutionVerified { claim: id, item: 1, holds: false, note: Some(words()) },
        Fact::ExecutionDisputed { claim: id, item: 1, reason: words(), clock: None },
        Fact::SimpleChosen { ground: SimpleGround::Clear },
        Fact::SimpleEnded { why: SimpleEnd::NotSupported, reason: None },
        Fact::LookBackDue {
            clock: uuid::Uuid::from_u128(81).into(),
            def: "LOOK_BACK_30D".into(),
            due: jiff::civil::date(2026, 3, 27),
        },
        Fact::Executed { claim: id, evidence: words() },
        Fact::Closed,
        Fact::Archived,
        Fact::Withdrawn { reason: None },
        Fact::MaterialAdded { note: words(), files: 2 },
        Fact::LookAlikeSaid { other: uuid::Uuid::from_u128(90).into(), said: Some(crate::cause::Said::SameCause) },
        Fact::ClusterNoted(Box::new(crate::cluster::Note {
            cluster: uuid::Uuid::from_u128(91).into(),
            number: number(),
            what: crate::cluster::Noted::Joined,
            text: text("2019 年的图斑把三个嘎查的打草场算成了林地。"),
        })),
        Fact::AgentChanged { from: user(31), to: user(32), station: OTHER, reason: words() },
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
        Fact::Nudged,
        Fact::ClaimConfirmed { claim: id, solved: true },
        Fact::Rated { target: RatingTarget::Unit, grade: Grade::Basically, comment: Some(words()) },
        Fact::FollowedUp {
            method: FollowUpMethod::Phone,
            heard: Some(Heard {
                claims: vec![(id, true)],
                pressed: false,
                grade: Some(Grade::Basically),
                items: vec![],
            }),
            note: words(),
        },
        Fact::Reopened { reason: ReopenReason::NewFacts, text: words() },
        Fact::Raised(Box::new(crate::testing::raised())),
        Fact::Redone(Box::new(crate::testing::redone())),
        Fact::BroughtDown(Box::new(crate::escalation::BroughtDown { to: UNIT, reason: text("方案定了。") })),
        Fact::Supervised(Box::new(crate::testing::notice(crate::supervision::RungKind::SupervisionLetter))),
        Fact::SupervisionNoted(Box::new(crate::testing::notice(crate::supervision::RungKind::Reminder))),
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "HANDLE_60D".into() },
        Fact::ClocksRecomputed { calendar: "2026-1".into() },
        Fact::MandateGiven(Box::new(super::agency::mandate())),
        Fact::MandateEnded { end: crate::mandate::MandateEnd::Revoked, reason: Some(words()) },
        Fact::AgentDesignated { agent: user(31), org: THIRD, stand_in: None, reason: words() },
        Fact::RecusalAsked { of: crate::agency::Concerned::Agent, user: user(31), reason: words() },
        Fact::InterestDeclared { ground: crate::agency::Ground::NearRelative },
        Fact::RecusalDecided {
            user: user(31),
            steps_back: true,
            ground: crate::agency::Ground::NearRelative,
            reason: words(),
        },
        Fact::ClaimRead { claim: id, reading: Some(words()) },
        Fact::ClaimSplit {
            claim: id,
            reading: words(),
            parts: vec![(uuid::Uuid::from_u128(71).into(), words()), (uuid::Uuid::from_u128(72).into(), words())],
        },
        Fact::ClaimJoined { claim: id, into: uuid::Uuid::from_u128(71).into() },
        Fact::ClaimSeparated { claim: id },
        Fact::ClaimAdded { claim: id, words: words(), reading: None },
        Fact::ReviewNoted(Box::new(crate::petition::ReviewNote {
            review: uuid::Uuid::from_u128(91).into(),
            number: number(),
            level: crate::review::Level::Review,
            organ: SUPERIOR,
            step: crate::petition::ReviewStep::Requested { claims: vec![id], late: false },
        })),
        Fact::MediationNoted(Box::new(crate::petition::MediationNote {
            mediation: uuid::Uuid::from_u128(92).into(),
            number: number(),
            committee: THIRD,
            step: crate::petition::MediationStep::Ended {
                refused: false,
                ways: vec![crate::mediation::Way::Court, crate::mediation::Way::Petition],
            },
        })),
        Fact::Settled { mediation: uuid::Uuid::from_u128(92).into() },
        Fact::FinallyAnswered { how: crate::review::Finality::Rechecked },
        Fact::CareRecorded(Box::new(care())),
        Fact::AssistanceAsked {
            from: BUREAU,
            unit: OTHER,
            claims: vec![id],
            task: words(),
            due: jiff::civil::date(2026, 1, 20),
        },
        Fact::AssistanceGiven { unit: OTHER, text: words() },
        Fact::AssistanceEnded { unit: OTHER, reason: words() },
        Fact::RemedyNoted {
            claim: id,
            occasion: Occasion::AdminAct,
            known: jiff::civil::date(2026, 3, 2),
            clocks: vec![uuid::Uuid::from_u128(80).into()],
        },
        Fact::RemedyTaken {
            claim: id,
            occasion: Occasion::AdminAct,
            on: jiff::civil::date(2026, 4, 21),
            place: text("达茂旗人民政府"),
        },
        Fact::RemedyDropped { claim: id, occasion: Occasion::Labour, reason: words() },
        Fact::TermNear {
            clock: uuid::Uuid::from_u128(80).into(),
            def: "RECONSIDERATION_60D".into(),
            due: jiff::civil::date(2026, 5, 6),
        },
        Fact::Moved { suggestion: uuid::Uuid::from_u128(77).into(), number: number() },
    ];
    let kinds: Vec<&str> = facts.iter().map(Fact::kind).collect();
    assert_eq!(kinds, Fact::KINDS, "one of each, in the order of the enum");
    facts
}

fn care() -> crate::petition::Care {
    let day = jiff::civil::date(2026, 1, 20);
    crate::petition::Care { org: BUREAU, what: words(), from: day, until: day }
}

#[test]
fn events_are_written_and_read_as_ever() {
    let mut lines: Vec<String> =
        every_fact().into_iter().map(|fact| serde_json::to_string(&Event::of(fact)).unwrap()).collect();
    let story = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let routed = Fact::Triaged {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: None,
        respondent: None,
        routes: vec![(uuid::Uuid::from_u128(70).into(), StatutoryRoute::DutyPerformance)],
    };
    lines.push(serde_json::to_string(&Event::of(routed)).unwrap());
    // The same with the clocks that moved.
    lines.extend(story.events.iter().map(|recorded| serde_json::to_string(&recorded.event).unwrap()));
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/petition-events.jsonl"), &lines);
    for (line, now) in read.iter().zip(&lines) {
        let event: Event = serde_json::from_str(line).unwrap();
        assert_eq!(&serde_json::to_string(&event).unwrap(), now);
    }
}

#[test]
fn the_table_stands_in_the_documents() {
    let table = crate::petition::table_markdown(kernel::Locale::Zh);
    let lines: Vec<String> = table.lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/petition-lifecycle.md"), &lines);
    assert!(crate::petition::table_markdown(kernel::Locale::En).contains("| Sort |"));
}
