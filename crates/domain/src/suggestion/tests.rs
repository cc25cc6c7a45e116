//! Suggestions in stories, at random, and in words.

mod call;
mod random;
mod stories;
mod words;

use jiff::civil::{Date, date};
use kernel::NonEmpty;

use super::*;
use crate::{case::Channel, testing::*};

type Case = World<Suggestion>;

const POINTS: [&str; 3] = ["路口装一盏灯。", "校车站往北移三十米。", "放学时路边不要停车。"];

fn filed(points: &[&str], moved_from: Option<MovedFrom>) -> Register {
    let now = beijing("2026-01-05T09:00");
    Register {
        division: division(),
        bureau: BUREAU,
        channel: Channel::Web,
        received_at: now,
        title: text("学校门口的路灯和车站"),
        facts: text("放学时天已经黑了，孩子们在路边等车。"),
        points: NonEmpty::parse("points", points.iter().map(|point| text(point)).collect()).unwrap(),
        petitioner: person(),
        agent: None,
        agent_until: None,
        category: None,
        call: None,
        moved_from,
        publish: true,
    }
}

/// Filed on Monday 5 January 2026.
fn registered() -> Case {
    let id = uuid::Uuid::from_u128(70).into();
    World::begin("2026-01-05T09:00", SHE, |env| Suggestion::register(filed(&POINTS, None), id, number(), env)).unwrap()
}

fn forwarded() -> Case {
    let mut case = registered();
    case.at("2026-01-06T09:00");
    case.does(officer(), Command::Forward { to: UNIT, category: Some(text("城乡建设/路灯")) });
    case
}

fn studying() -> Case {
    let mut case = forwarded();
    case.at("2026-01-07T09:00").does(handler(), take_up(None));
    case
}

fn take_up(simple: Option<&str>) -> Command {
    Command::TakeUp { handler: user(21), simple: simple.map(text) }
}

fn item(due: Date) -> Intended {
    Intended { what: text("装一盏灯"), unit: OTHER, due }
}

fn answer(point: u16, result: Adoption, due: Date) -> PointAnswer {
    let items = if result.is_taken_up() { vec![item(due)] } else { vec![] };
    PointAnswer { point, result, reason: text("已经现场看过，理由如下。"), items }
}

fn draft(results: &[Adoption], submit: bool) -> Command {
    let day = date(2026, 3, 31);
    let answers = results.iter().zip(1..).map(|(result, no)| answer(no, *result, day)).collect();
    Command::SaveDraft { findings: text("去路口看了两个傍晚。"), answers, submit }
}

fn sign() -> Command {
    Command::Sign { number: text("信建复〔2026〕1号") }
}

fn replied() -> Case {
    let mut case = studying();
    case.does(handler(), draft(&[Adoption::Adopted, Adoption::Partly, Adoption::NotAdopted], true));
    case.at("2026-01-20T09:00").does(leader(), sign());
    case
}

fn finish(item: u16) -> Command {
    Command::FinishItem { item, on: date(2026, 1, 20), evidence: text("灯亮了，照片在卷。") }
}

fn reward(granted: bool) -> Command {
    Command::ConsiderReward { granted, text: text("送一面锦旗。") }
}
