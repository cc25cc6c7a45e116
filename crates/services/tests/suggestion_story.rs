//! A suggestion over months, on both engines: filed on the portal, answered point by point, followed until it is done; and a
//! petition that turns out to be one.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::Subject,
    case::{CaseKind, Grade},
    document::{DocType, PaperStage},
    people::Role,
    petition::{Command as ToPetition, Stage as PetitionStage},
    suggestion::{Adoption, Command, Intended, ItemState, PointAnswer, Stage, Suggestion},
};
use jiff::civil::date;
use kernel::{CaseId, OrgId};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs,
    matter::{self, Filter},
    petition::{self, Access, By, Receipt},
    suggestion::{self, Act, Filed, follow, move_here, open_suggestion, track_suggestion},
};

fn filed(world: &World) -> Filed {
    Filed { form: world.new_petition(), publish: true, category: None, call: None }
}

fn file(world: &World) -> Receipt {
    let new = filed(world);
    world.write(move |tx, kit, ctx| suggestion::file(tx, kit, ctx, &By::Petitioner, &new, Some("idea-1"))).unwrap()
}

fn act(world: &World, subject: &Subject, id: CaseId, act: impl Into<Act>) -> Result<Suggestion, Error> {
    let (subject, act) = (subject.clone(), act.into());
    world.write(move |tx, kit, ctx| suggestion::act(tx, kit, ctx, &subject, id, None, &act))
}

fn look_up(world: &World, receipt: &Receipt) -> Access {
    let (number, code) = (receipt.number.clone(), receipt.code.clone());
    world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap()
}

fn draft(unit: OrgId, submit: bool) -> Command {
    let answer =
        |point, result, items| PointAnswer { point, result, reason: text("去现场看过，理由在卷。"), items };
    let item = Intended { what: text("修好水泵"), unit, due: date(2026, 3, 31) };
    let answers = vec![
        answer(1, Adoption::NotAdopted, vec![]),
        answer(2, Adoption::ForReference, vec![]),
        answer(3, Adoption::Adopted, vec![item]),
    ];
    Command::SaveDraft { findings: text("看了机井和档案。"), answers, submit }
}

#[test]
fn every_point_is_answered_in_a_numbered_letter_and_what_was_adopted_is_followed() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-01-05T01:00:00Z");
        let receipt = file(&world);
        assert_eq!(receipt.promises.iter().map(|one| one.def.as_str()).collect::<Vec<_>>(), ["FORWARD_15D"]);
        let again = file(&world);
        assert!(again.again && again.number == receipt.number && again.code == receipt.code);
        let id = receipt.id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let handler = world.staff(11, Role::UnitHandler, world.forestry);
        let leader = world.staff(12, Role::UnitLeader, world.forestry);
        let forward = Command::Forward { to: world.forestry, category: None };
        assert_eq!(code_of(act(&world, &handler, id, forward.clone())), "not-permitted");
        act(&world, &officer, id, forward).unwrap();
        let take_up = Command::TakeUp { handler: World::user(11), simple: None };
        act(&world, &handler, id, take_up).unwrap();
        act(&world, &handler, id, draft(world.forestry, true)).unwrap();
        // What the leader reads before she signs is the letter.
        let sheet = opened(&world, &leader, id).letter.expect("the draft as a letter");
        assert!(format!("{sheet:?}").contains("没有采纳"));
        assert_eq!(code_of(act(&world, &handler, id, Act::Sign)), "not-permitted");
        let number = Command::Sign { number: text("自己写的号") };
        assert_eq!(code_of(act(&world, &leader, id, number)), "not-permitted");
        let state = act(&world, &leader, id, Act::Sign).unwrap();
        assert_eq!((state.stage(), state.result()), (Stage::Tracked, Some(Adoption::Partly)));
        let letters = world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
        let letter = letters.iter().find(|one| one.kind == DocType::SuggestionReply).expect("a reply");
        assert_eq!(letter.stage, PaperStage::Issued);
        assert_eq!(
            letter.number.as_ref().map(ToString::to_string),
            state.answered().map(|a| a.reply.number.to_string())
        );
        // Its day passes, and that is noted; then it is done, and she rates.
        world.at("2026-04-02T09:00:00");
        world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 50)?)).unwrap();
        let hers = look_up(&world, &receipt);
        let seen = {
            let hers = hers.clone();
            world.read(move |tx, kit, ctx| track_suggestion(tx, kit, ctx, &hers)).unwrap()
        };
        assert!(seen.timeline.iter().any(|item| item.kind == "suggestion.clock_overdue"));
        assert!(seen.letter.is_none() && seen.timeline.iter().all(|item| item.kind != "suggestion.draft_saved"));
        let done =
            Command::FinishItem { item: 1, on: date(2026, 4, 1), evidence: text("水泵换了，照片在卷。") };
        let state = act(&world, &handler, id, done).unwrap();
        assert_eq!((state.stage(), state.items()[0].state()), (Stage::Replied, ItemState::Done));
        assert_eq!(code_of(act(&world, &handler, id, Command::Close)), "suggestion-reward-open");
        act(&world, &leader, id, Command::ConsiderReward { granted: true, text: text("一面锦旗。") }).unwrap();
        let rate = Command::Rate { grade: Grade::Satisfied, comment: None };
        assert_eq!(code_of(act(&world, &handler, id, rate.clone())), "not-permitted");
        world.write(move |tx, kit, ctx| matter::act_as_petitioner(tx, kit, ctx, &hers, None, &rate)).unwrap();
        assert_eq!(act(&world, &handler, id, Command::Close).unwrap().stage(), Stage::Closed);
    });
}

fn opened(world: &World, subject: &Subject, id: CaseId) -> suggestion::SuggestionView {
    let subject = subject.clone();
    let view = world.write(move |tx, kit, ctx| {
        let looked = matter::look(tx, ctx, &subject, id)?;
        open_suggestion(tx, kit, ctx, &subject, &looked)
    });
    view.unwrap()
}

#[test]
fn it_stands_in_the_lists_of_whoever_has_it_and_of_nobody_else() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-01-05T01:00:00Z");
        let id = file(&world).id;
        let rows = |subject: &Subject| {
            let subject = subject.clone();
            let filter = Filter { kind: Some(CaseKind::Suggestion), ..Filter::default() };
            let page =
                world.read(move |tx, _, ctx| Ok(matter::list(tx, &subject, &filter, ctx.now(), None, 20)?)).unwrap();
            page.items.iter().map(matter::MatterRow::id).collect::<Vec<_>>()
        };
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let (ours, other) =
            (world.staff(11, Role::UnitHandler, world.forestry), world.staff(21, Role::UnitHandler, world.housing));
        assert_eq!((rows(&officer), rows(&ours)), (vec![id], vec![]));
        act(&world, &officer, id, Command::Forward { to: world.forestry, category: None }).unwrap();
        assert_eq!((rows(&ours), rows(&other)), (vec![id], vec![]));
        let refused = world.write(move |tx, _, ctx| matter::look(tx, ctx, &other, id).map(drop));
        assert_eq!(code_of(refused), "not-permitted");
    });
}

#[test]
fn a_petition_that_is_a_suggestion_is_moved_with_its_day_its_words_and_its_code() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-01-05T01:00:00Z");
        let new = world.new_petition();
        let receipt =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap();
        let id = receipt.id;
        world.at("2026-01-12T09:00:00");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let handler = world.staff(11, Role::UnitHandler, world.forestry);
        let moves = |subject: &Subject| {
            let subject = subject.clone();
            world.write(move |tx, kit, ctx| move_here(tx, kit, ctx, &subject, id, None, None))
        };
        assert_eq!(code_of(moves(&handler)), "not-permitted");
        let state = moves(&officer).unwrap();
        assert_eq!(state.received_at, receipt.received_at);
        assert_eq!(state.running("FORWARD_15D").unwrap().statutory, date(2026, 1, 20));
        assert_eq!(state.points.len(), 3);
        assert!(!state.publish, "she was not asked");
        let petition =
            world.read(move |tx, _, _| Ok(matter::load::<domain::petition::Petition>(tx, "1502", id)?)).unwrap();
        let petition = petition.unwrap().state;
        assert_eq!(petition.stage(), PetitionStage::Moved);
        assert!(petition.clocks.iter().all(|clock| !clock.is_open()));
        // Nothing to file again: the old proof leads on, and the code opens the new number.
        let (old, number, to) = (look_up(&world, &receipt), state.number.clone(), state.id);
        let led = {
            let number = number.clone();
            world.read(move |tx, _, _| Ok(follow(tx, &old, &number)?)).unwrap()
        };
        assert_eq!(led.map(|access| access.case()), Some(to));
        let code = receipt.code.clone();
        let found = world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap();
        assert_eq!(found.unwrap().case(), to);
        assert_eq!(code_of(moves(&officer)), "not-at-this-stage");
    });
}

#[test]
fn whoever_complains_of_a_unit_keeps_her_petition() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-01-05T01:00:00Z");
        let mut new = world.new_petition();
        new.respondent = Some(world.forestry);
        let receipt =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap();
        let (officer, id) = (world.staff(1, Role::BureauOfficer, world.bureau), receipt.id);
        let subject = officer.clone();
        let moved = world.write(move |tx, kit, ctx| move_here(tx, kit, ctx, &subject, id, None, None));
        assert_eq!(code_of(moved), "move-complaint");
        // Nor is it re-typed in its place.
        let triage = ToPetition::Triage {
            matter_type: domain::case::MatterType::Suggestion,
            purpose: domain::case::Purpose::Opinion,
            category: None,
            respondent: Some(world.forestry),
            routes: vec![],
        };
        let triaged =
            world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &officer, id, None, &triage.clone().into()));
        assert_eq!(code_of(triaged), "triage-suggestion");
    });
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn a_call_is_opened_answered_counted_and_reported() {
    use domain::{
        access::{self, Permit, actions::RunCampaign},
        suggestion::call::Share,
    };
    use lianxin_services::suggestion::call::{self, CallForm};
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-01-05T01:00:00Z");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let form = CallForm {
            division: common::BANNER.into(),
            question: "牧区的机井怎么管好".into(),
            background: "四十口机井里有九口坏了一个月以上。".into(),
            asked: "用机井的牧户".into(),
            first: "2026-01-05".into(),
            last: "2026-02-03".into(),
            kinds: "谁来修\n钱从哪里来".into(),
        };
        let permit = |subject: &Subject| -> Result<Permit<RunCampaign>, Error> {
            Ok(access::permit(subject, &kernel::DivisionCode::parse(common::BANNER)?)?)
        };
        let handler = world.staff(11, Role::UnitHandler, world.forestry);
        assert_eq!(code_of(permit(&handler).map(drop)), "not-permitted");
        let opened = {
            let officer = officer.clone();
            world
                .write(move |tx, _, ctx| {
                    let permit = permit(&officer)?;
                    let call = form.parse(permit.actor().org().unwrap(), ctx.today())?;
                    call::open(tx, ctx, &permit, &call)
                })
                .unwrap()
        };
        let under = |key: &'static str| {
            let new = Filed { call: Some(opened), ..filed(&world) };
            world.write(move |tx, kit, ctx| suggestion::file(tx, kit, ctx, &By::Petitioner, &new, Some(key)))
        };
        let first = under("call-1").unwrap().id;
        under("call-2").unwrap();
        act(&world, &officer, first, Command::Forward { to: world.forestry, category: Some(text("农村农业/机井")) })
            .unwrap();
        act(&world, &handler, first, Command::TakeUp { handler: World::user(11), simple: None }).unwrap();
        act(&world, &handler, first, draft(world.forestry, true)).unwrap();
        act(&world, &world.staff(12, Role::UnitLeader, world.forestry), first, Act::Sign).unwrap();
        let counted = |share: &Share| (share.received, share.studied, share.adopted, share.realised);
        let progress = || {
            world
                .read(move |tx, _, _| {
                    let row = call::get(tx, opened)?.unwrap();
                    Ok(call::progress(tx, &row)?)
                })
                .unwrap()
        };
        let (whole, each) = progress();
        assert_eq!((counted(&whole), each.len()), ((2, 1, 1, 0), 2));
        world.at("2026-02-04T09:00:00");
        assert_eq!(code_of(under("call-3").map(drop)), "call-ended");
        let done = Command::FinishItem { item: 1, on: date(2026, 2, 4), evidence: text("水泵换了。") };
        act(&world, &handler, first, done).unwrap();
        assert_eq!(counted(&progress().0), (2, 1, 1, 1), "what came is carried to its end");
        let closes = || {
            let officer = officer.clone();
            world.write(move |tx, _, ctx| call::close(tx, ctx, &permit(&officer)?, opened, &text("换了一口井的泵。")))
        };
        closes().unwrap();
        assert_eq!(code_of(closes()), "call-closed");
        let row = world.read(move |tx, _, _| Ok(call::get(tx, opened)?.unwrap())).unwrap();
        assert_eq!(row.report.map(|report| report.to_string()).as_deref(), Some("换了一口井的泵。"));
    });
}
