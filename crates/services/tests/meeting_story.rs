//! A joint meeting decides what one unit cannot: it stands on the record of the matter and before her, it falls due, is asked for,
//! returned and settled; and a dispute is decided by the command of every superior. The clock is advanced over weeks, on both
//! engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;
#[expect(dead_code, reason = "this story needs less of it")]
#[path = "common/rising.rs"]
mod rising;

use common::{code_of, text};
use domain::{
    access::Subject,
    case::DispatchKind,
    document::DocType,
    meeting::{Command, ItemKind, Meeting, Resolved, Stage},
    organisation::OrgKind,
    owed::State,
    people::Role,
    petition,
};
use jiff::civil::{Date, date};
use kernel::{CaseId, CaseNumber, Locale, OrgId};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs, matter,
    meeting::{self, NewItem, NewMeeting},
};
use rising::{Story, found};

fn call(story: &Story, by: &Subject, on: Date) -> Result<CaseId, Error> {
    let (by, units) = (by.clone(), vec![story.world.forestry, story.world.housing]);
    story.world.write(move |tx, kit, ctx| {
        let new = NewMeeting {
            title: text("第一次联席会议"),
            on,
            from: text("9:00"),
            place: text("旗政府三楼"),
            chair: text("旗委副书记"),
            units: units.clone(),
        };
        meeting::call(tx, kit, ctx, &meeting::office_of(&by)?, new)
    })
}

fn put(story: &Story, by: &Subject, id: CaseId, kind: ItemKind, number: Option<CaseNumber>) -> Result<Meeting, Error> {
    let by = by.clone();
    let new = NewItem { kind, text: text("补奖面积由谁复测"), number };
    story.world.write(move |tx, kit, ctx| meeting::put_item(tx, kit, ctx, &by, (id, None), new.clone()))
}

fn decide(
    story: &Story,
    by: &Subject,
    id: CaseId,
    (item, owner, due): (u16, OrgId, Option<Date>),
) -> Result<Meeting, Error> {
    let by = by.clone();
    let resolved = Resolved { item, text: text("复测四处，公示七天。"), owner, due };
    story.world.write(move |tx, kit, ctx| meeting::decide(tx, kit, ctx, &by, (id, None), resolved.clone()))
}

fn act(story: &Story, by: &Subject, id: CaseId, command: Command) -> Result<Meeting, Error> {
    let by = by.clone();
    story.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &by, id, None, &command))
}

fn owed(story: &Story, by: &Subject) -> Vec<(CaseId, Option<Date>)> {
    let by = by.clone();
    let owed = story.world.read(move |tx, _, _| Ok(meeting::owed(tx, &by)?)).unwrap();
    owed.into_iter().map(|one| (one.row.id(), one.decision.due())).collect()
}

fn opens(story: &Story, by: &Subject, id: CaseId) -> Result<Stage, Error> {
    let by = by.clone();
    story.world.read(move |tx, kit, ctx| Ok(meeting::open(tx, kit, ctx, &by, id)?.state.stage()))
}

fn answer(on: Date) -> Command {
    Command::Answer { decision: 1, on, evidence: text("四处都测了，公示栏照片在卷。") }
}

#[test]
fn what_a_meeting_decides_is_said_to_her_falls_due_and_is_followed_up() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let (office, leader) = (story.office(), story.leader());
        let other = story.world.staff(61, Role::UnitLeader, story.world.bureau);
        assert_eq!(code_of(call(&story, &leader, date(2026, 1, 8))), "not-permitted");
        let id = call(&story, &office, date(2026, 1, 8)).unwrap();
        let number = story.receipt.number.clone();
        assert_eq!(code_of(put(&story, &leader, id, ItemKind::Matter, Some(number.clone()))), "not-permitted");
        let nobody = CaseNumber::parse("150223-2026-01-0001-0").or_else(|_| CaseNumber::parse("150223-2026-01-0001-1"));
        if let Ok(nobody) = nobody {
            assert_eq!(code_of(put(&story, &office, id, ItemKind::Matter, Some(nobody))), "meeting-matter");
        }
        let dispute = put(&story, &office, id, ItemKind::Dispute, Some(number.clone()));
        assert_eq!(code_of(dispute), "meeting-not-disputed");
        put(&story, &office, id, ItemKind::Matter, Some(number)).unwrap();
        assert_eq!(opens(&story, &leader, id).unwrap(), Stage::Called, "her unit attends");
        assert_eq!(code_of(opens(&story, &other, id)), "not-permitted", "that one does not");

        story.at("2026-01-08T10:00:00");
        let before = story.state();
        decide(&story, &office, id, (1, story.world.forestry, Some(date(2026, 1, 20)))).unwrap();
        let after = story.state();
        assert_eq!(after.clocks, before.clocks, "no meeting moves a deadline of the matter");
        assert_eq!(after.leadership.meetings.len(), 1);
        let line = story.page().timeline.remove(0);
        let said = line.message.say(Locale::Zh);
        assert!(line.kind == "petition.led" && said.contains("联席会议定了") && said.contains("20"), "{said}");
        assert!(said.contains("林"), "and who: {said}");
        assert_eq!(line.text.as_deref(), Some("复测四处，公示七天。"), "and what");
        act(&story, &office, id, Command::CloseMinutes).unwrap();
        let minutes = story.world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
        assert_eq!(minutes.iter().map(|row| row.kind).collect::<Vec<_>>(), [DocType::MeetingMinutes]);
        assert_eq!(owed(&story, &leader), [(id, Some(date(2026, 1, 20)))]);
        assert!(owed(&story, &office).is_empty());

        // The day passes without a word: the sweeper notes it once, the office asks.
        story.at("2026-01-21T09:00:00");
        let sweep = || story.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 50)?)).unwrap();
        sweep();
        assert_eq!(sweep().overdue, 0, "once");
        let state = act(&story, &office, id, Command::Remind { decision: 1 }).unwrap();
        assert_eq!((state.overdue.len(), state.decisions[0].state()), (1, State::Owed));
        assert_eq!(code_of(act(&story, &office, id, answer(date(2026, 1, 21)))), "not-permitted");
        act(&story, &leader, id, answer(date(2026, 1, 21))).unwrap();
        assert!(owed(&story, &leader).is_empty());
        assert_eq!(code_of(act(&story, &leader, id, Command::Accept { decision: 1 })), "not-permitted");
        let back =
            Command::Return { decision: 1, reason: text("公示没有写异议的办法。"), due: date(2026, 1, 30) };
        act(&story, &office, id, back).unwrap();
        assert_eq!(owed(&story, &leader), [(id, Some(date(2026, 1, 30)))]);
        story.at("2026-01-29T10:00:00");
        act(&story, &leader, id, answer(date(2026, 1, 28))).unwrap();
        let done = act(&story, &office, id, Command::Accept { decision: 1 }).unwrap();
        assert_eq!(done.stage(), Stage::Done);
        story.is_whole();
    });
}

#[test]
fn a_dispute_on_the_agenda_is_decided_by_the_command_of_every_superior() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let third = found(&story.world, 74, OrgKind::Unit, "达茂旗自然资源局", common::BANNER);
        let (office, forestry) = (story.office(), story.world.forestry);
        let forward = |to| petition::Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None };
        story.act(&story.officer(), forward(forestry)).unwrap();
        let why = "经查，我局没有这一项职责。草畜平衡奖励的面积由测绘成果确定，资金由财政部门安排，\
                   我局只负责培训和宣传，请核定有权处理的单位。";
        story.act(&story.leader(), petition::Command::Object { reason: text(why), basis: None }).unwrap();
        story.act(&story.officer(), petition::Command::RaiseDispute { superior: story.joint }).unwrap();
        let id = call(&story, &office, date(2026, 1, 8)).unwrap();
        put(&story, &office, id, ItemKind::Dispute, Some(story.receipt.number.clone())).unwrap();
        story.at("2026-01-08T10:00:00");
        let dated = decide(&story, &office, id, (1, third, Some(date(2026, 1, 20))));
        assert_eq!(code_of(dated), "meeting-dispute-due");
        decide(&story, &office, id, (1, third, None)).unwrap();
        let state = story.state();
        assert_eq!((state.stage(), state.holder()), (petition::Stage::Forwarded, third));
        assert!(state.running("DISPUTE_10D").is_none() && state.running("NOTIFY_15D").is_some());
        let line = story.page().timeline.remove(0);
        assert_eq!(line.kind, "petition.dispute_decided", "said once, by the path that is there");
        assert!(line.text.unwrap().starts_with("联席会议 "));
        let done = act(&story, &office, id, Command::CloseMinutes).unwrap();
        assert_eq!((done.stage(), done.clocks.len()), (Stage::Done, 0));
        story.is_whole();
    });
}
