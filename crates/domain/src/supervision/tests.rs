//! Supervision in stories, at random, and in words.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    case::CaseKind,
    lifecycle::{Aggregate as _, Fact as _},
    testing::*,
};

type Case = World<Supervision>;

const SUPERVISOR: kernel::OrgId = BUREAU;

fn supervisor() -> Actor {
    staff(71, SUPERVISOR)
}

fn open() -> Open {
    Open {
        division: division(),
        case: uuid::Uuid::from_u128(8).into(),
        case_number: number(),
        case_kind: CaseKind::Petition,
        title: text("草畜平衡奖励少发了"),
        issuer: SUPERVISOR,
        unit: UNIT,
        handler: Some(user(21)),
    }
}

fn opened(at: &str) -> Case {
    let id = uuid::Uuid::from_u128(31).into();
    World::begin(at, SYSTEM, |_| Supervision::open(open(), id, number())).unwrap()
}

fn by_rule(kind: RungKind, ground: Ground, clock: u128) -> NewRung {
    NewRung {
        kind,
        ground,
        origin: Origin::Rule {
            rule: text("letter-overdue-1-day"),
            version: text("proposal-2026"),
            clock: (clock > 0).then(|| uuid::Uuid::from_u128(clock).into()),
            def: Some(text("HANDLE_60D")),
            due: Some(date(2026, 3, 6)),
        },
        demands: text("5 天内把停在哪里、哪天能给答复，书面说清。"),
        liability: None,
        competent: None,
        reply_days: kind.is_letter().then_some(5),
        number: kind.is_letter().then(|| text("达茂信督函〔2026〕3号")),
    }
}

fn by_hand(kind: RungKind, ground: Ground) -> NewRung {
    NewRung { origin: Origin::Person, ..by_rule(kind, ground, 1) }
}

fn issue(new: NewRung) -> Command {
    Command::Issue(Box::new(new))
}

fn letter() -> Command {
    issue(by_rule(RungKind::SupervisionLetter, Ground::Overdue, 80))
}

fn answer(no: u32) -> Command {
    Command::Answer {
        no, text: text("停在核算表，3月12日前给答复。"), evidence: Some(text("核算表 2 页"))
    }
}

fn judge(no: u32, accepted: bool) -> Command {
    Command::Judge { no, accepted, reason: text("日子说清了，依据没有说。") }
}

fn finding(verifiers: &[u128], fraud: bool) -> Command {
    let finding = Finding {
        way: Way::OnSite,
        verifiers: verifiers.iter().map(|n| user(*n)).collect(),
        procedure: text("首次联系记了 3月2日，牧户说没有人来过。"),
        substance: text("账面面积和实测差 180 亩。"),
        heard: text("她要一个准日子。"),
        difference: fraud.then(|| text("联系记录和牧户说的不一样。")),
        advice: text("重新核面积。"),
        fraud,
    };
    Command::Verify { finding: Box::new(finding), least: 2 }
}

fn accountability() -> NewRung {
    NewRung {
        liability: Some(Liability::A45_1),
        competent: Some(SUPERIOR),
        ..by_hand(RungKind::AccountabilityAdvice, Ground::Delay)
    }
}

#[test]
fn a_letter_is_answered_sent_back_answered_again_and_accepted() {
    let mut case = opened("2026-03-07T09:00");
    case.does(SYSTEM, issue(by_rule(RungKind::Reminder, Ground::DueSoon, 80)));
    assert_eq!((case.state.stage(), case.state.turn()), (Stage::Open, SUPERVISOR));
    case.does(SYSTEM, letter());
    assert_eq!((case.state.stage(), case.state.turn()), (Stage::Notified, UNIT));
    case.refuses(SYSTEM, letter(), "rung-open");
    case.refuses(supervisor(), answer(2), "supervision-not-the-unit");
    case.refuses(leader(), answer(1), "rung-state");
    case.at("2026-03-09T09:00").does(leader(), answer(2));
    assert_eq!(case.state.stage(), Stage::Responded);
    case.refuses(leader(), judge(2, true), "supervision-by-the-unit");
    case.does(supervisor(), judge(2, false));
    assert_eq!((case.state.stage(), case.state.turn()), (Stage::Reopened, UNIT));
    assert_eq!(case.state.clocks.iter().filter(|clock| clock.is_running()).count(), 1, "a clock of its own again");
    case.refuses(supervisor(), Command::Close { reason: text("办了") }, "supervision-unsettled");
    case.does(leader(), answer(2)).does(supervisor(), judge(2, true));
    case.does(supervisor(), Command::Close { reason: text("已经按要求给了答复。") });
    assert_eq!(case.state.stage(), Stage::Closed);
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    assert_eq!(case.state.rung(2).unwrap().answers.len(), 2, "both answers stay");
    assert_eq!(Supervision::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn whoever_drafts_a_letter_does_not_sign_it() {
    let mut case = opened("2026-03-07T09:00");
    let draft = NewRung { number: None, ..by_hand(RungKind::SupervisionLetter, Ground::Delay) };
    case.does(supervisor(), Command::Propose(Box::new(draft)));
    assert!(case.state.highest().is_none(), "a draft is not sent");
    let (demands, number) = (text("说清停在哪里。"), text("达茂信督函〔2026〕4号"));
    let sign = Command::Sign { no: 1, demands, liability: None, competent: None, number };
    case.refuses(supervisor(), sign.clone(), "rung-own-draft");
    case.does(staff(72, SUPERVISOR), sign);
    assert_eq!((case.state.highest(), case.state.stage()), (Some(RungKind::SupervisionLetter), Stage::Notified));
    assert_eq!(Supervision::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn accountability_needs_its_cause_an_article_a_body_and_a_hand() {
    let mut case = opened("2026-03-07T09:00");
    case.does(SYSTEM, letter());
    case.refuses(supervisor(), issue(accountability()), "rung-no-trigger");
    case.at("2026-03-20T09:00");
    let clock = case.state.rung(1).unwrap().clock.unwrap();
    case.does(SYSTEM, Command::MarkOverdue { clock });
    let by_machine = NewRung { number: None, ..by_rule(RungKind::AccountabilityAdvice, Ground::Delay, 80) };
    case.refuses(SYSTEM, issue(by_machine.clone()), "rung-needs-signature");
    case.does(SYSTEM, Command::Propose(Box::new(by_machine)));
    let sign = |liability, competent| Command::Sign {
        no: 2,
        demands: text("对未在期限内答复的责任作出处理。"),
        liability,
        competent,
        number: text("达茂信问函〔2026〕1号"),
    };
    case.refuses(supervisor(), sign(None, Some(SUPERIOR)), "accountability-article");
    case.refuses(supervisor(), sign(Some(Liability::A45_1), Some(UNIT)), "accountability-competent");
    case.refuses(SYSTEM, sign(Some(Liability::A45_1), Some(SUPERIOR)), "not-permitted");
    case.does(supervisor(), sign(Some(Liability::A45_1), Some(SUPERIOR)));
    assert_eq!(case.state.highest(), Some(RungKind::AccountabilityAdvice));
    assert_eq!(case.state.rung(2).unwrap().signed_by, Some(user(71)));
}

#[test]
fn two_who_do_not_handle_it_verify_and_fraud_calls_for_more() {
    let mut case = opened("2026-03-07T09:00");
    case.refuses(supervisor(), finding(&[71], false), "verifiers-too-few");
    case.refuses(supervisor(), finding(&[71, 71], false), "verifiers-too-few");
    case.refuses(supervisor(), finding(&[71, 21], false), "verifier-is-handler");
    case.refuses(handler(), finding(&[71, 72], false), "supervision-by-the-unit");
    case.does(supervisor(), finding(&[71, 72], false));
    case.refuses(supervisor(), issue(accountability()), "rung-no-trigger");
    case.does(supervisor(), finding(&[71, 72], true)).does(supervisor(), issue(accountability()));
    assert_eq!(case.state.stage(), Stage::Escalated);
}

#[test]
fn it_is_listed_under_an_office_and_comes_off_on_evidence() {
    let mut case = opened("2026-03-07T09:00");
    let list = |due| Command::List { leader: text("旗委副书记"), due, demands: text("补发到户。") };
    case.refuses(supervisor(), list(date(2026, 3, 7)), "listing-due-past");
    case.refuses(supervisor(), list(date(2999, 12, 31)), "day-far");
    case.does(supervisor(), list(date(2026, 4, 7)));
    case.refuses(supervisor(), list(date(2026, 4, 7)), "supervision-listed-already");
    case.refuses(supervisor(), Command::Close { reason: text("完了") }, "supervision-listed");
    case.does(supervisor(), Command::Delist { evidence: text("银行回单 31 户。") });
    case.refuses(supervisor(), Command::Delist { evidence: text("再摘") }, "supervision-not-listed");
    let measure =
        Command::Measure { kind: MeasureKind::Interview, text: text("约谈分管副局长。"), liability: None };
    case.does(supervisor(), measure);
    assert_eq!(case.state.stage(), Stage::Escalated);
}

#[test]
fn nobody_supervises_itself() {
    let same = Open { issuer: UNIT, ..open() };
    let refused = Supervision::open(same, uuid::Uuid::from_u128(31).into(), number()).unwrap_err();
    assert_eq!(refused.code, "supervision-of-oneself");
}

fn every_fact() -> Vec<Fact> {
    let mut case = opened("2026-03-07T09:00");
    case.does(SYSTEM, letter());
    let (first, made) = (case.events[0].event.fact.clone(), case.events[1].event.fact.clone());
    let Fact::Issued(made) = made else { unreachable!() };
    let Command::Verify { finding, .. } = finding(&[71, 72], true) else { unreachable!() };
    let facts = vec![
        first,
        Fact::Issued(made.clone()),
        Fact::Proposed(made),
        Fact::Signed {
            no: 2,
            demands: text("处理。"),
            liability: Some(Liability::A45_1),
            competent: Some(SUPERIOR),
            number: text("达茂信问函〔2026〕1号"),
        },
        Fact::Dropped { no: 2, reason: text("已经回了。") },
        Fact::Answered { no: 1, text: text("办了。"), evidence: None },
        Fact::Judged { no: 1, accepted: false, reason: text("没有说清。") },
        Fact::Verified(finding),
        Fact::Listed { leader: text("旗委副书记"), due: date(2026, 4, 7), demands: text("补发。") },
        Fact::Delisted { evidence: text("回单。") },
        Fact::Measured { kind: MeasureKind::Circular, text: text("通报。"), liability: Some(Liability::A45_1) },
        Fact::Closed { reason: text("办了。") },
        Fact::ClockOverdue { clock: uuid::Uuid::from_u128(80).into(), def: "SUPERVISION_CUSTOM".into() },
        Fact::ClocksRecomputed { calendar: "2026-1".into() },
    ];
    assert_eq!(facts.iter().map(Fact::kind).collect::<Vec<_>>(), Fact::KINDS, "one of each, in order");
    facts
}

#[test]
fn events_are_written_and_read_as_ever() {
    let lines: Vec<String> =
        every_fact().iter().map(|fact| serde_json::to_string(&Event::of(fact.clone())).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/supervision-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(every_fact()) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
}

#[test]
fn everything_is_said_and_the_table_stands_in_the_documents() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(Stage, CommandKind, RungKind, Ground, Way, MeasureKind, Liability, CaseKind);
    assert_eq!(Liability::ALL.len(), 19, "R-115");
    for code in codes_in(&[include_str!("rules.rs"), include_str!("decide.rs")]) {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
    let mut case = opened("2026-03-07T09:00");
    case.does(SYSTEM, letter()).does(supervisor(), issue(by_hand(RungKind::Reminder, Ground::Shirk)));
    case.does(leader(), answer(1)).does(supervisor(), judge(1, false)).does(supervisor(), finding(&[71, 72], true));
    case.does(supervisor(), issue(accountability())).does(leader(), answer(3)).does(supervisor(), judge(3, true));
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org));
    }
    for fact in every_fact() {
        let event = crate::lifecycle::Recorded { seq: 9, at: case.now, actor: SYSTEM, event: Event::of(fact) };
        if !matches!(event.event.fact, Fact::ClockOverdue { .. }) {
            assert_said(&words::record(&case.state, &event, &org));
        }
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/supervision-lifecycle.md"), &lines);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever does what in whatever order: a rung that goes out had its trigger, the unit alone answered, the supervisor alone
    /// judged, and there is no event that touches the matter.
    #[test]
    fn no_rung_without_its_trigger(steps in prop::collection::vec((0u8..9, 0usize..4, 0i64..200), 1..50)) {
        let mut case = opened("2026-03-07T09:00");
        let people = [supervisor, leader, || SYSTEM, handler];
        for (step, who, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let no = u32::try_from(case.state.rungs.len()).unwrap();
            let kind = RungKind::ALL[usize::try_from(hours % 4).unwrap()];
            let command = match step {
                0 => issue(by_rule(kind, Ground::Overdue, u128::from(hours % 3 != 0))),
                1 => issue(NewRung { liability: Some(Liability::A45_1), competent: Some(SUPERIOR), ..by_hand(kind, Ground::Delay) }),
                2 => Command::Propose(Box::new(NewRung { number: None, ..by_rule(RungKind::AccountabilityAdvice, Ground::Fraud, 1) })),
                3 => answer(no),
                4 => judge(no, hours % 2 == 0),
                5 => finding(&[71, 72], hours % 5 == 0),
                6 => Command::Sign { no, demands: text("处理。"), liability: Some(Liability::A45_1), competent: Some(SUPERIOR), number: text("3号") },
                7 => letter(),
                _ => Command::Close { reason: text("完了。") },
            };
            let (before, actor) = (case.state.clone(), people[who]());
            if case.give(actor, &command).is_err() {
                prop_assert_eq!(&case.state, &before);
                continue;
            }
            for rung in case.state.rungs.iter().filter(|rung| rung.issued_at.is_some()) {
                prop_assert!(rung.kind.is_letter() == rung.number.is_some());
                if rung.kind == RungKind::AccountabilityAdvice {
                    prop_assert!(rung.signed_by.is_some() && rung.liability.is_some() && rung.competent.is_some());
                }
                prop_assert!(rung.answers.iter().all(|(answer, _)| answer.by == user(23) || answer.by == user(21)));
                let judged = rung.answers.iter().filter_map(|(_, verdict)| verdict.as_ref());
                prop_assert!(judged.into_iter().all(|verdict| verdict.by == user(71)));
            }
            if matches!(command, Command::Issue(ref new) if new.kind == RungKind::AccountabilityAdvice) {
                let late = before.unanswered(case.now).next().is_some();
                prop_assert!(late || before.has_fraud() || before.rungs.iter().any(Rung::was_rejected) || before.rungs.len() > 2);
            }
        }
        let replayed = Supervision::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state));
    }
}

/// A supervisor never decides the substance: no fact of supervision is one of a petition, and no action that answers, accepts
/// or refuses a petition is granted to a supervisor.
#[test]
fn a_supervisor_never_decides_the_matter() {
    use crate::{
        access::{Action, grants},
        people::Role,
    };
    let deciding = [
        Action::RefuseAcceptance,
        Action::Accept,
        Action::DraftOpinion,
        Action::CheckOpinion,
        Action::SignOpinion,
        Action::ServeOpinion,
        Action::ApproveExtension,
        Action::Close,
        Action::ReplyOrder,
        Action::FinishOrder,
    ];
    for action in deciding {
        assert!(grants(action).iter().all(|(role, _)| *role != Role::Supervisor), "{action}");
    }
    assert!(Fact::KINDS.iter().all(|kind| kind.starts_with("supervision.")));
}
