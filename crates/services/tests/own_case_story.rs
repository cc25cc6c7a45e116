//! 互斥: one person holds every role there is in an office and handles the matter. At no stage does any path let her approve, check,
//! sign, rate, follow up, confirm or supervise what she did herself; and the unit complained of never learns who complained.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;
#[path = "common/rising.rs"]
#[expect(dead_code, reason = "this story needs less of it")]
mod rising;

use common::{World, code_of, text};
use domain::{
    access::{self, StaffSubject, Subject, actions},
    case::{DispatchKind, FollowUpMethod, Grade, RatingTarget},
    people::{Role, RoleGrant},
    petition::{Command, FollowUp, Heard, Stage},
    supervision::{Ground, RungKind},
};
use kernel::{Clock as _, DivisionCode, OrgId};
use lianxin_services::{
    MIGRATIONS, matter, oversight,
    petition::{self, Act, By},
};
use rising::Story;

/// Everything but the keeping of the machine, at one office over the banner.
fn every_role(world: &World, n: u128, org: OrgId) -> Subject {
    let machine = [Role::Sysadmin, Role::Auditor, Role::Dpo];
    let grants = Role::ALL.iter().filter(|role| !machine.contains(role)).map(|role| RoleGrant {
        role: *role,
        org,
        division: DivisionCode::parse(common::BANNER).unwrap(),
        from: jiff::civil::date(2025, 1, 1),
        to: None,
    });
    Subject::Staff(StaffSubject::new(World::user(n), org, world.clock.now(), grants.collect()))
}

/// Tries everything that would be her judging her own work; whatever the stage, it is refused.
fn judges_nothing(story: &Story, me: &Subject) {
    let claim = story.state().claims.first().id;
    let call = |solved| {
        Command::FollowUp(FollowUp {
            method: FollowUpMethod::Phone,
            heard: Some(Heard {
                claims: vec![(claim, solved)],
                pressed: false,
                grade: Some(Grade::Satisfied),
                items: vec![],
            }),
            note: text("本人说满意。"),
        })
    };
    let rate = |target| Command::Rate { target, grade: Grade::Satisfied, comment: None };
    let tried: Vec<(&str, Act)> = vec![
        ("extension", Command::GrantExtension.into()),
        ("check", Command::Check.into()),
        ("sign", Act::Sign),
        ("rate unit", rate(RatingTarget::Unit).into()),
        ("rate bureau", rate(RatingTarget::Bureau).into()),
        ("follow up", call(true).into()),
        ("confirm", Command::ConfirmClaim { claim, solved: true }.into()),
        ("withdraw", Command::Withdraw { reason: Some(text("本人不办了。")) }.into()),
    ];
    let (before, stage) = (story.state(), story.page().stage);
    for (what, act) in tried {
        assert!(story.act(me, act).is_err(), "{what} by the handler herself at {stage}");
    }
    let (subject, case) = (me.clone(), story.id());
    let asked = oversight::ByHand {
        kind: RungKind::Reminder,
        ground: Ground::Delay,
        demands: None,
        reply_days: None,
        liability: None,
        competent: None,
    };
    let supervised = story.world.write(move |tx, kit, ctx| oversight::by_hand(tx, kit, ctx, &subject, case, &asked));
    assert!(supervised.is_err(), "supervised by the handler herself at {stage}");
    assert_eq!(story.state(), before, "nothing was written");
}

#[test]
fn with_every_role_there_is_she_still_does_not_judge_her_own_work() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let me = every_role(&story.world, 11, story.world.forestry);
        story.in_handling();
        judges_nothing(&story, &me);
        story.act(&me, Command::RequestExtension { days: 30, reason: text("等雨后复测") }).unwrap();
        judges_nothing(&story, &me);
        story.act(&story.leader(), Command::DeclineExtension { reason: text("不需要") }).unwrap();
        story.answered("2026-02-02");
        judges_nothing(&story, &me);
        story.at("2026-03-20T09:00:00");
        story.tick();
        assert_eq!(story.page().stage, Stage::Closed);
        judges_nothing(&story, &me);
        // Somebody who had nothing to do with it may ask her; the same words then count.
        let claim = story.state().claims.first().id;
        let caller = story.world.staff(44, Role::FollowupCaller, story.world.bureau);
        let heard = Heard { claims: vec![(claim, true)], pressed: false, grade: None, items: vec![] };
        let call = FollowUp { method: FollowUpMethod::Phone, heard: Some(heard), note: text("她说办好了。") };
        story.act(&caller, Command::FollowUp(call)).unwrap();
        story.is_whole();
    });
}

#[test]
fn the_unit_complained_of_has_every_role_and_never_learns_who() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let world = &story.world;
        let mut form = World::form();
        form.respondent = world.housing.to_string();
        // The desk decides which unit is meant.
        let new = form.parse(petition::Door::Staff, world.clock.now()).unwrap();
        let registrar = world.staff(2, Role::Registrar, world.bureau);
        let receipt = world.write(move |tx, kit, ctx| {
            let permit = access::permit::<actions::RegisterOnBehalf>(&registrar, &new.division)?;
            petition::register(tx, kit, ctx, &By::Staff(&permit), &new, None)
        });
        let case = receipt.unwrap().id;
        let named = every_role(world, 77, world.housing);
        let closed = |moment: &str| {
            story.at(moment);
            let subject = named.clone();
            let seen = world.write(move |tx, _, ctx| {
                let filter = matter::Filter { tab: matter::Tab::Open, ..matter::Filter::default() };
                let facts = matter::facts_of(tx, case)?.unwrap();
                let listed = matter::list(tx, &subject, &filter, ctx.now(), None, 20)?.items;
                let words = matter::Filter { words: vec!["草场".into()], ..filter };
                let found = matter::search(tx, &subject, &words, ctx.now(), None, 20)?.items;
                let fields = access::permit::<actions::ReadMatter>(&subject, &facts).is_ok();
                let opened = matter::look(tx, ctx, &subject, case).is_ok();
                let met = |items: &[matter::MatterRow]| items.iter().any(|row| row.id() == case);
                Ok([met(&listed), met(&found), fields, opened])
            });
            assert_eq!(seen.unwrap(), [false; 4], "list, search, permit, page at {moment}");
        };
        closed("2026-01-05T11:00:00");
        // Forwarded to somebody else, answered or not: it stays out of its sight, and never comes into its hands.
        let act = |by: &Subject, command: Command| {
            let by = by.clone();
            world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &by, case, None, &command.clone().into()))
        };
        let to_itself = Command::Forward { to: world.housing, kind: DispatchKind::Forward, feedback_days: None };
        assert_eq!(code_of(act(&story.officer(), to_itself)), "respondent-cannot-handle");
        let to = Command::Forward { to: world.forestry, kind: DispatchKind::Forward, feedback_days: None };
        act(&story.officer(), to).unwrap();
        closed("2026-01-08T11:00:00");
        // Nor does it lead when the matter rises.
        let (subject, to) = (story.officer(), world.housing);
        let raised = world.write(move |tx, kit, ctx| {
            let asked = oversight::Raise { to, reason: text("请住建局牵头。") };
            oversight::raise(tx, kit, ctx, &subject, case, None, &asked)
        });
        assert_eq!(code_of(raised), "rise-to-respondent");
        closed("2026-04-20T11:00:00");
        story.is_whole();
    });
}
