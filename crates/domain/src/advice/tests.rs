//! Advice in stories and in words.

use super::*;
use crate::{
    lifecycle::{Aggregate as _, Fact as _},
    supervision::Liability,
    testing::*,
};

type Case = World<Advice>;

fn issued(kind: AdviceKind) -> Issued {
    Issued {
        id: uuid::Uuid::from_u128(41).into(),
        number: number(),
        letter: text("达茂信建〔2026〕2号"),
        division: division(),
        kind,
        issuer: BUREAU,
        to: UNIT,
        title: text("补奖面积的核对"),
        facts: text("今年有 9 件反映面积核错，原因是用了旧图。"),
        advice: text("发放前公示面积，异议 7 天内复核。"),
        basis: text("《信访工作条例》第 40 条"),
        liability: None,
        about: None,
        case: Some((uuid::Uuid::from_u128(8).into(), number())),
        supervision: None,
    }
}

fn begun(issued: Issued) -> Result<Case, kernel::Refusal> {
    World::begin("2026-03-02T10:00", officer(), |env| Advice::issue(issued, 30, env))
}

fn reply(adoption: Adoption) -> Command {
    Command::Reply { adoption, text: text("从今年起先公示。旧账不重算，理由是……") }
}

#[test]
fn it_is_received_answered_in_writing_and_verified() {
    let mut case = begun(issued(AdviceKind::ImproveWork)).unwrap();
    assert_eq!((case.state.stage(), case.state.turn()), (Stage::Issued, UNIT));
    case.refuses(officer(), Command::Receive, "advice-not-the-unit");
    case.does(leader(), Command::Receive).does(leader(), reply(Adoption::Partly));
    assert_eq!((case.state.stage(), case.state.turn()), (Stage::Partly, BUREAU));
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.refuses(leader(), Command::Verify { found: text("是") }, "advice-verified-by-its-unit");
    case.does(officer(), Command::Verify { found: text("看了两个苏木的公示栏。") });
    assert_eq!(case.state.stage(), Stage::Verified);
    assert_eq!(Advice::replay(&case.events).as_ref(), Some(&case.state));
}

#[test]
fn nobody_advises_itself_and_accountability_names_its_article() {
    let own = Issued { to: BUREAU, ..issued(AdviceKind::ImproveWork) };
    assert_eq!(begun(own).err().unwrap().code, "advice-to-oneself");
    assert_eq!(begun(issued(AdviceKind::Accountability)).err().unwrap().code, "accountability-article");
    let named = Issued { liability: Some(Liability::A45_1), about: Some(OTHER), ..issued(AdviceKind::Accountability) };
    assert!(begun(named.clone()).is_ok());
    let itself = Issued { about: Some(UNIT), ..named };
    assert_eq!(begun(itself).err().unwrap().code, "accountability-competent");
}

#[test]
fn everything_is_said_and_stands_in_the_documents() {
    macro_rules! said {
        ($($list:ty),* $(,)?) => { $(assert_all_said(<$list>::ALL.iter().map(|value| value.key()));)* };
    }
    said!(AdviceKind, Adoption, Stage, CommandKind);
    let mut case = begun(issued(AdviceKind::ImprovePolicy)).unwrap();
    let clock = case.state.clocks[0].id;
    case.at("2026-05-02T10:00").does(SYSTEM, Command::MarkOverdue { clock });
    case.does(leader(), Command::Receive).does(leader(), reply(Adoption::Rejected));
    case.does(officer(), Command::Verify { found: text("理由成立。") });
    let org = |id: kernel::OrgId| format!("单位{}", id.0.as_u128());
    for event in &case.events {
        assert_said(&words::record(&case.state, event, &org));
    }
    let mut facts: Vec<Fact> = case.events.iter().map(|event| event.event.fact.clone()).collect();
    facts.push(Fact::ClocksRecomputed { calendar: "2026-1".into() });
    let mut kinds: Vec<&str> = facts.iter().map(Fact::kind).collect();
    kinds.sort_unstable();
    let mut all = Fact::KINDS.to_vec();
    all.sort_unstable();
    assert_eq!(kinds, all);
    let lines: Vec<String> =
        facts.iter().map(|fact| serde_json::to_string(&Event::of(fact.clone())).unwrap()).collect();
    let read = assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/data/golden/advice-events.jsonl"), &lines);
    for (line, fact) in read.iter().zip(facts) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), Event::of(fact));
    }
    let lines: Vec<String> = table_markdown(kernel::Locale::Zh).lines().map(str::to_owned).collect();
    assert_golden(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/law/advice-lifecycle.md"), &lines);
}
