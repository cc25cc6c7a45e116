//! Matters with one cause are gathered: a task force works along a plan, two people agree on one way to answer, everybody concerned is
//! told, and it ends only when each has her own answer. Nobody reads another's matter through it. On both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;
#[expect(dead_code, reason = "this story needs less of it")]
#[path = "common/rising.rs"]
mod rising;

use common::{World, code_of, text};
use domain::{
    access::{self, Subject, actions::RegisterOnBehalf},
    cluster::{Cluster, Command, Stage, WayText},
    people::Role,
    petition::Command as ToPetition,
};
use jiff::civil::date;
use kernel::{CaseId, CaseNumber, Clock as _, Locale, Text};
use lianxin_services::{
    Error, MIGRATIONS,
    cluster::{self, HerCluster, NewCluster},
    jobs, matter, petition,
};
use rising::Story;

fn found(story: &Story, by: &Subject, numbers: Vec<CaseNumber>) -> Result<CaseId, Error> {
    let (by, lead, team) = (by.clone(), story.world.forestry, vec![story.world.housing]);
    let new = NewCluster {
        title: text("三个嘎查的草补面积"),
        cause: text("2019 年的图斑把打草场算成了林地。"),
        lead,
        team,
        numbers,
    };
    story.world.write(move |tx, kit, ctx| cluster::found(tx, kit, ctx, &by, &cluster::office_of(&by)?, new.clone()))
}

/// A second matter, of somebody else.
fn another(story: &Story) -> petition::Receipt {
    let officer = story.officer();
    let form = petition::PetitionForm { name: "测试人丁".into(), ..World::form() };
    let new = form.parse(petition::Door::Staff, story.world.clock.now()).unwrap();
    let made = story.world.write(move |tx, kit, ctx| {
        let place = kernel::DivisionCode::parse(common::BANNER)?;
        let permit = access::permit::<RegisterOnBehalf>(&officer, &place)?;
        petition::register(tx, kit, ctx, &petition::By::Staff(&permit), &new, Some("draft-2"))
    });
    made.unwrap()
}

fn act(story: &Story, by: &Subject, id: CaseId, command: Command) -> Result<Cluster, Error> {
    let by = by.clone();
    story.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &by, id, None, &command))
}

fn add(story: &Story, by: &Subject, id: CaseId, number: &CaseNumber) -> Result<Cluster, Error> {
    let (by, number) = (by.clone(), number.clone());
    story.world.write(move |tx, kit, ctx| cluster::add_member(tx, kit, ctx, &by, (id, None), &number))
}

fn close(story: &Story, by: &Subject, id: CaseId) -> Result<Cluster, Error> {
    let by = by.clone();
    let words: Text<2000> = text("两户都答复了，差额六月发。");
    story.world.write(move |tx, kit, ctx| cluster::close(tx, kit, ctx, &by, (id, None), &words))
}

fn opens(story: &Story, by: &Subject, id: CaseId) -> Result<cluster::ClusterView, Error> {
    let by = by.clone();
    story.world.read(move |tx, kit, ctx| cluster::open(tx, kit, ctx, &by, id))
}

fn hers(story: &Story) -> Vec<HerCluster> {
    let state = story.state();
    story.world.read(move |tx, _, _| cluster::hers(tx, &state)).unwrap()
}

fn way() -> Command {
    Command::ProposeWay(Box::new(WayText {
        findings: text("图斑都错在同一张图。"),
        handling: text("按新图补发差额。"),
        basis: text("《草原生态保护补助奖励资金管理办法》"),
    }))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn what_has_one_cause_is_worked_on_together_and_answered_one_by_one() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let (officer, leader, handler) = (story.officer(), story.leader(), story.handler());
        let second = story.world.staff(2, Role::BureauOfficer, story.world.bureau);
        let number = story.receipt.number.clone();
        assert_eq!(code_of(found(&story, &leader, vec![])), "not-permitted");
        let before = story.state();
        let id = found(&story, &officer, vec![number.clone()]).unwrap();

        // Number, clocks and stage stay; she reads it, and why.
        let after = story.state();
        assert_eq!((&after.clocks, after.stage(), &after.number), (&before.clocks, before.stage(), &before.number));
        let line = story.page().timeline.remove(0);
        assert_eq!(line.kind, "petition.cluster_noted");
        assert!(line.message.say(Locale::Zh).contains("编号和期限都不变"));
        assert_eq!(line.text.as_deref(), Some("2019 年的图斑把打草场算成了林地。"));
        assert_eq!(code_of(add(&story, &officer, id, &number)), "cluster-member-twice");
        let other = another(&story);
        add(&story, &officer, id, &other.number).unwrap();

        // The task force opens the cluster; a matter that is not with it stays closed to it.
        let seen = opens(&story, &leader, id).unwrap();
        assert_eq!((seen.members.len(), seen.tally.unanswered), (2, 2));
        assert!(seen.members.iter().all(|one| !one.readable), "neither matter is with her unit");
        let outsider = story.world.staff(31, Role::Agent, story.point);
        assert_eq!(code_of(opens(&story, &outsider, id)), "not-permitted");
        let unread = story.world.staff(62, Role::UnitLeader, story.city);
        assert_eq!(code_of(add(&story, &unread, id, &number)), "not-permitted");

        // The plan falls due, is asked for, reported and accepted by somebody else.
        let owner = story.world.forestry;
        let put = Command::PutStep { text: text("重新落图，逐户核对。"), owner, due: date(2026, 1, 12) };
        act(&story, &officer, id, put).unwrap();
        let owed = {
            let by = leader.clone();
            story.world.read(move |tx, _, _| Ok(cluster::owed(tx, &by)?)).unwrap()
        };
        assert_eq!(owed.iter().map(|one| (one.row.id(), one.step.no)).collect::<Vec<_>>(), [(id, 1)]);
        story.at("2026-01-13T09:00:00");
        story.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 50)?)).unwrap();
        assert_eq!(opens(&story, &officer, id).unwrap().state.overdue.len(), 1);
        act(&story, &officer, id, Command::Remind { step: 1 }).unwrap();
        let report = Command::Answer { step: 1, on: date(2026, 1, 13), evidence: text("新图在卷。") };
        assert_eq!(code_of(act(&story, &officer, id, report.clone())), "owed-not-the-unit");
        act(&story, &leader, id, report).unwrap();
        act(&story, &officer, id, Command::Accept { step: 1 }).unwrap();

        // One way to answer: proposed by the task force, approved by another office and person.
        act(&story, &handler, id, way()).unwrap();
        assert_eq!(code_of(act(&story, &handler, id, Command::ApproveWay)), "not-permitted");
        let state = act(&story, &second, id, Command::ApproveWay).unwrap();
        assert_eq!(state.stage(), Stage::Answering);
        let offered = {
            let state = story.state();
            story.world.read(move |tx, _, _| cluster::way_for(tx, &state)).unwrap()
        };
        assert_eq!(offered.unwrap().1.handling.as_str(), "按新图补发差额。");

        // Told to each; and it cannot end while anybody waits for an answer.
        let by = officer.clone();
        let words: Text<1000> = text("新图定了，差额六月发。");
        story.world.write(move |tx, kit, ctx| cluster::tell(tx, kit, ctx, &by, (id, None), words.clone())).unwrap();
        assert_eq!(story.page().timeline.remove(0).text.as_deref(), Some("新图定了，差额六月发。"));
        let hers = hers(&story);
        assert_eq!((hers.len(), hers[0].told.len(), hers[0].steps.len()), (1, 1, 1));
        let shown = format!("{hers:?}");
        assert!(!shown.contains(other.number.as_str()), "no other matter's number reaches her");
        assert_eq!(code_of(close(&story, &officer, id)), "cluster-unanswered");
        story.hers(ToPetition::Withdraw { reason: None }).unwrap();
        assert_eq!(code_of(close(&story, &officer, id)), "cluster-unanswered", "one is left");
        let by = officer.clone();
        let reason: Text<500> = text("另一张图，不是这个原因");
        let removed = story.world.write(move |tx, kit, ctx| {
            cluster::remove_member(tx, kit, ctx, &by, (id, None), (other.id, reason.clone()))
        });
        assert_eq!(removed.unwrap().current().count(), 1);
        assert_eq!(close(&story, &officer, id).unwrap().stage(), Stage::Closed);
        story.is_whole();
    });
}
