//! 提级 over weeks, on both engines: one story for every trigger, up and down again, and what each person sees on the way.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;
#[path = "common/rising.rs"]
mod rising;

use common::{World, code_of, text};
use domain::{
    access::{self, Subject, actions::RegisterOnBehalf},
    agency::Mode,
    case::{DispatchKind, FollowUpMethod, Grade, RatingTarget},
    escalation::{Redoing, Redone, Trigger},
    organisation::OrgKind,
    people::Role,
    petition::{Command, Stage},
    supervision::{self, Finding, Ground, RungKind, RungState, Supervision, Way},
    work_order::{Command as Order, Stage as OrderStage, WorkOrder},
};
use kernel::{CaseId, OrgLevel};
use lianxin_services::{
    Error, MIGRATIONS, matter, oversight,
    petition::{self, Act, Door},
    work_order,
};
use rising::{Story, appoint, found};

/// The trigger of the rise in force.
fn trigger(story: &Story) -> Option<Trigger> {
    let state = story.state();
    state.rises.in_force().and_then(|rise| rise.raised.cause.rule().map(|rule| rule.trigger))
}

#[test]
fn overdue_it_rises_to_the_city_and_comes_back_with_her_agent_beside_her() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        story.in_handling();
        assert_eq!(story.page().agency.mode, Some(Mode::Entrusted));
        // The answer is due on 9 March; fifteen days later it is the city's.
        story.at("2026-03-24T23:00:00");
        assert_eq!(story.tick().raised, 0, "not a day too early");
        let before = story.state();
        story.at("2026-03-25T00:00:00");
        assert_eq!((story.tick().raised, story.tick().raised), (1, 0));
        assert_eq!((trigger(&story), story.state().rises.lead()), (Some(Trigger::Overdue), Some(story.city)));

        // Her page: who leads, who is beside her, and that nothing began anew.
        let page = story.page();
        assert_eq!((page.agency.mode, page.agency.agent), (Some(Mode::Escalated), Some(World::user(31))));
        assert!(page.agency.mandate.is_some(), "the mandate she gave goes on");
        assert_eq!((page.days, page.received_at), (79, before.received_at));
        assert!(page.timeline.iter().any(|item| item.kind == "petition.raised"));
        // Her agent, the unit, the supervisor, the city, and somebody whom it does not concern.
        assert!(story.sees(&story.agent()) && story.sees(&story.above()) && story.sees(&story.handler()));
        story.act(&story.agent(), Command::Nudge).unwrap();
        assert!(!story.sees(&story.world.staff(22, Role::UnitLeader, story.world.housing)));
        assert!(story.waits_for(&story.handler()), "what the unit has to do still waits for it");
        let subject = story.supervisor();
        let stuck = story.world.read(move |tx, kit, ctx| Ok(oversight::stuck(tx, kit, ctx, &subject, None, 9)?));
        assert_eq!(stuck.unwrap().items[0].lead, Some(story.city));
        let after = story.state();
        assert_eq!((&after.hops, after.holder()), (&before.hops, story.world.forestry), "the unit keeps its duty");
        let ran = |state: &domain::petition::Petition| {
            state.clocks.iter().find(|clock| clock.def == "HANDLE_60D").cloned().unwrap()
        };
        assert_eq!(ran(&after), ran(&before), "its clock neither stops nor begins anew");

        assert_eq!(code_of(story.down(&story.above())), "rise-redoings-missing");
        story.redone(&story.above());
        assert_eq!(code_of(story.down(&story.officer())), "rise-not-lead");
        story.down(&story.above()).unwrap();
        let page = story.page();
        assert_eq!((page.agency.mode, page.agency.agent), (Some(Mode::Entrusted), Some(World::user(31))));
        assert!(story.told().contains(&"petition.brought_down"));
        story.at("2026-04-20T09:00:00");
        assert_eq!(story.tick().raised, 0, "one delay raises it once from one level");
        let redone: Vec<_> = story.state().rises.iter().map(|rise| rise.redone.len()).collect();
        assert_eq!((redone, story.page().days), (vec![4], 105));
        story.is_whole();
    });
}

#[test]
fn her_word_raises_it_once_for_each_answer() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        story.in_handling();
        story.answered("2026-02-02");
        story.at("2026-02-03T20:00:00");
        let rate = |grade| Command::Rate { target: RatingTarget::Unit, grade, comment: Some(text("没有来看过")) };
        story.hers(rate(Grade::Basically)).unwrap();
        assert_eq!(story.tick().raised, 0, "only what she is not content with");
        story.hers(rate(Grade::Dissatisfied)).unwrap();
        assert_eq!((story.tick().raised, trigger(&story)), (1, Some(Trigger::Dissatisfied)));
        let rise = story.state().rises.in_force().unwrap().clone();
        assert_eq!((rise.raised.from_level, rise.raised.level), (Some(OrgLevel::County), Some(OrgLevel::Prefecture)));
        // It is not over for the unit while the level above has not done the four anew.
        story.at("2026-03-12T09:00:00");
        assert_eq!(code_of(story.act(&story.handler(), Command::Close)), "rise-redoings-missing");
        assert_eq!(story.page().stage, Stage::Served);
        story.redone(&story.above());
        story.down(&story.above()).unwrap();
        assert_eq!(story.tick().raised, 0, "the same word does not raise it twice");

        // She says that a claim is not settled: another sign, another rise.
        let claim = story.state().claims.iter().nth(1).unwrap().id;
        story.hers(Command::ConfirmClaim { claim, solved: false }).unwrap();
        assert_eq!((story.tick().raised, trigger(&story)), (1, Some(Trigger::Unsettled)));
        assert_eq!((story.state().rises.iter().count(), story.page().agency.agent), (2, Some(World::user(31))));
        story.redone(&story.above());
        story.down(&story.above()).unwrap();
        assert_eq!((story.tick().raised, story.page().agency.mode), (0, Some(Mode::Entrusted)));
        story.is_whole();
    });
}

#[test]
fn what_was_above_when_her_days_ended_is_over_once_it_is_down() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        story.in_handling();
        story.answered("2026-02-02");
        let word =
            Command::Rate { target: RatingTarget::Unit, grade: Grade::Dissatisfied, comment: Some(text("没来看")) };
        story.hers(word).unwrap();
        assert_eq!(story.tick().raised, 1);
        story.at("2026-03-12T09:00:00");
        story.tick();
        assert_eq!(story.page().stage, Stage::Served, "her thirty days are over, and the level above still has it");
        story.redone(&story.above());
        story.down(&story.above()).unwrap();
        story.tick();
        assert_eq!(story.page().stage, Stage::Closed);
        story.is_whole();
    });
}

#[test]
fn passed_on_three_times_the_joint_meeting_has_it_and_the_common_superior_decides() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let third = found(&story.world, 74, OrgKind::Unit, "达茂旗自然资源局", common::BANNER);
        let fourth = found(&story.world, 75, OrgKind::Unit, "达茂旗农牧局", common::BANNER);
        let why = "经查，我局没有这一项职责。草畜平衡奖励的面积由测绘成果确定，资金由财政部门安排，\
                   我局只负责培训和宣传，请核定有权处理的单位。";
        let (forestry, housing) = (story.world.forestry, story.world.housing);
        let forward = Command::Forward { to: forestry, kind: DispatchKind::Forward, feedback_days: None };
        story.act(&story.officer(), forward).unwrap();
        let first = story.state().running("NOTIFY_15D").unwrap().statutory;
        assert_eq!(first, jiff::civil::date(2026, 1, 20));
        for (n, (from, to)) in [(forestry, housing), (housing, third), (third, fourth)].into_iter().enumerate() {
            story.at(&format!("2026-01-{:02}T09:00:00", 7 + 2 * n));
            let leader = story.world.staff(80 + n as u128, Role::UnitLeader, from);
            story.act(&leader, Command::Object { reason: text(why), basis: Some(text("“三定”规定第三条")) }).unwrap();
            story.act(&story.officer(), Command::ApproveObjection { to, reason: text("职责不符。") }).unwrap();
            assert_eq!(story.tick().raised, usize::from(n == 2), "at the third change of hands, and not before");
        }
        assert_eq!((trigger(&story), story.state().rises.lead()), (Some(Trigger::Hops), Some(story.joint)));
        let page = story.page();
        assert_eq!((page.hops, page.days, page.agency.mode), (3, 6, Some(Mode::Escalated)));
        assert!(story.sees(&story.office()) && story.sees(&story.agent()));
        let left = story.world.staff(81, Role::UnitLeader, housing);
        assert!(!story.sees(&left), "whoever passed it on has it no more");

        // The fourth says no too: now nobody sends it on by agreement of two.
        let leader = story.world.staff(90, Role::UnitLeader, fourth);
        story.act(&leader, Command::Object { reason: text(why), basis: None }).unwrap();
        let on = Command::ApproveObjection { to: forestry, reason: text("再转一次。") };
        assert_eq!(code_of(story.act(&story.officer(), on)), "hops-exhausted");
        story.act(&story.officer(), Command::RaiseDispute { superior: story.joint }).unwrap();
        let state = story.state();
        assert_eq!((state.turn(), state.holder()), (story.joint, fourth), "who has it keeps the contact");
        assert_eq!(state.running("DISPUTE_10D").unwrap().statutory, jiff::civil::date(2026, 1, 21));
        let page = story.page();
        assert_eq!(page.timeline[0].kind, "petition.dispute_raised");
        let said = page.timeline[0].message.say(kernel::Locale::Zh);
        assert!(said.contains("达茂旗联席办") && said.contains("21"), "who decides, and by when: {said}");
        // Nobody decides in the meantime who is a party; the joint meeting does.
        let decide =
            || Command::DecideDispute { to: forestry, reason: text("奖励由林草局发放，由其受理。") };
        assert_eq!(code_of(story.act(&story.officer(), decide())), "dispute-by-a-party");
        assert!(story.act(&leader, decide()).is_err());
        story.at("2026-01-19T09:00:00");
        let state = story.act(&story.office(), decide()).unwrap();
        assert_eq!((state.stage(), state.holder(), state.hop_count()), (Stage::Forwarded, forestry, 4));
        assert!(state.running("DISPUTE_10D").is_none());
        let again = Command::Object { reason: text(why), basis: None };
        assert_eq!(code_of(story.act(&story.leader(), again)), "objection-settled");

        story.redone(&story.office());
        story.down(&story.office()).unwrap();
        assert_eq!((story.page().agency.mode, story.page().days), (Some(Mode::Entrusted), 14));
        assert_eq!(story.state().received_at, story.page().received_at);
        story.is_whole();
    });
}

#[test]
fn designated_it_is_raised_by_hand_and_is_designated_again_when_it_comes_down() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        story.in_handling();
        story.at("2026-01-12T09:00:00");
        let named = Act::Designate { agent: World::user(32), reason: text("原代办员调离") };
        story.act(&story.supervisor(), named).unwrap();
        let next = story.world.staff(32, Role::Agent, story.point);
        assert!(!story.sees(&story.agent()), "whose agency ended sees nothing");
        assert!(story.sees(&next));
        let page = story.page();
        assert_eq!((page.agency.mode, page.agency.agent), (Some(Mode::Designated), Some(World::user(32))));
        assert!(page.agency.mandate.is_none() && page.agency.missing.is_some(), "hers is asked for anew");
        story.act(&next, Act::Mandate(Box::new(rising::new_mandate()))).unwrap();

        story.at("2026-01-19T09:00:00");
        let elsewhere = story.world.staff(22, Role::UnitLeader, story.world.housing);
        assert_eq!(code_of(story.raise(&elsewhere, story.city)), "not-permitted");
        assert_eq!(code_of(story.raise(&story.leader(), story.world.forestry)), "rise-same-lead");
        story.raise(&story.leader(), story.city).unwrap();
        let rise = story.state().rises.in_force().unwrap().clone();
        assert!(rise.raised.cause.rule().is_none() && rise.raised.reason.is_some(), "a person, with a reason");
        let page = story.page();
        assert_eq!((page.agency.mode, page.agency.agent), (Some(Mode::Escalated), Some(World::user(32))));
        assert!(story.sees(&next), "through every level, under the same mandate");
        story.act(&next, Command::Nudge).unwrap();

        // What rose never falls by being raised again; it comes down by whoever leads, after the four.
        assert_eq!(code_of(story.raise(&story.above(), story.world.housing)), "rise-downwards");
        story.redone(&story.above());
        story.down(&story.above()).unwrap();
        let page = story.page();
        assert_eq!((page.agency.mode, page.agency.agent), (Some(Mode::Designated), Some(World::user(32))));
        assert_eq!((page.days, story.tick().raised), (14, 0));
        story.is_whole();
    });
}

#[test]
fn made_up_records_are_found_by_telephone_and_the_supervisor_raises_it() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        for (n, org) in [(41, story.world.bureau), (42, story.world.bureau), (43, story.world.forestry)] {
            appoint(&story.world, n, Role::Supervisor, org);
        }
        story.in_handling();
        story.at("2026-01-20T09:00:00");
        let (subject, case) = (story.supervisor(), story.id());
        let letter = oversight::ByHand {
            kind: RungKind::SupervisionLetter,
            ground: Ground::Perfunctory,
            demands: None,
            reply_days: Some(5),
            liability: None,
            competent: None,
        };
        let id =
            story.world.write(move |tx, kit, ctx| oversight::by_hand(tx, kit, ctx, &subject, case, &letter)).unwrap();
        assert!(!story.told().contains(&"petition.supervised"), "a draft is told nobody");
        story.signed(id).unwrap();
        assert!(story.told().contains(&"petition.supervised"), "she is told that her unit has to answer");

        let verify = |people: &[u128], fraud| {
            let finding = Finding {
                way: Way::Phone,
                verifiers: people.iter().map(|n| World::user(*n)).collect(),
                procedure: text("系统里有一次上门，她说没有人来过。"),
                substance: text("还没有核到面积。"),
                heard: text("没有人来过。"),
                difference: Some(text("1 月 6 日的联系没有发生。")),
                advice: text("重新核实。"),
                fraud,
            };
            let subject = story.supervisor();
            story.world.write(move |tx, kit, ctx| oversight::verify(tx, kit, ctx, &subject, id, None, &finding))
        };
        assert_eq!(code_of(verify(&[41, 99], true)), "verifier-unknown");
        assert_eq!(code_of(verify(&[41, 43], true)), "verifier-of-the-unit");
        assert_eq!(code_of(verify(&[41], true)), "verifiers-too-few");
        assert!(verify(&[41, 42], true).unwrap().has_fraud());

        // Advice on accountability is drafted by rule; a person drops it, and the rule does not come back with it.
        assert_eq!(story.tick().rungs, 1);
        let supervision = |id| {
            story.world.read(move |tx, _, _| Ok(matter::load::<Supervision>(tx, "1502", id)?.unwrap().state)).unwrap()
        };
        let drafted = supervision(id).rungs.last().unwrap().clone();
        assert_eq!((drafted.kind, &drafted.state), (RungKind::AccountabilityAdvice, &RungState::Proposed));
        let subject = story.supervisor();
        let drop = supervision::Command::Drop { no: drafted.no, reason: text("先提级重查，再定责任。") };
        story.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &subject, id, None, &drop)).unwrap();
        assert_eq!(story.tick().rungs, 0);

        story.raise(&story.supervisor(), story.city).unwrap();
        assert_eq!(story.page().agency.mode, Some(Mode::Escalated));
        let words: Vec<String> = story.page().timeline.iter().filter_map(|item| item.text.clone()).collect();
        assert!(!words.iter().any(|one| one.contains("没有发生")), "what was verified is the offices' own");
        story.redone(&story.above());
        story.down(&story.above()).unwrap();
        assert_eq!(story.page().agency.mode, Some(Mode::Entrusted));
        story.is_whole();
    });
}

#[test]
fn done_three_times_and_not_solved_an_order_is_the_citys() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let order = Ordered::received(&story);
        order.answered("2026-01-06T09:00:00");
        for (n, day) in ["2026-01-07", "2026-01-09", "2026-01-13"].into_iter().enumerate() {
            order.asked(&format!("{day}T09:00:00"), false);
            if n < 2 {
                assert_eq!(story.tick().raised, 0, "twice may happen");
                story.at(&format!("{day}T17:00:00"));
                order.does(&story.handler(), Order::Done { text: text("又去修了一次。") }).unwrap();
            }
        }
        let once_more = order.does(&story.handler(), Order::Done { text: text("再修一次。") });
        assert!(once_more.is_err(), "not a fourth time by the same hands");
        assert_eq!((story.tick().raised, story.tick().raised), (1, 0));
        let state = order.state();
        let rise = state.rises.in_force().unwrap();
        assert_eq!(rise.raised.cause.rule().unwrap().trigger, Trigger::Rework);
        assert_eq!((state.holder(), state.received_at.to_string().as_str()), (story.city, "2026-01-05T02:00:00Z"));
        assert!(order.told().contains(&"order.raised"));
        let week = state.running("CLOSE_7D").unwrap().statutory;

        let down = || {
            let (subject, id) = (story.above(), order.id());
            story.world.write(move |tx, kit, ctx| {
                oversight::bring_down(tx, kit, ctx, &subject, id, None, text("换了施工队，回到旗里办。"))
            })
        };
        assert_eq!(code_of(down()), "rise-redoings-missing");
        for what in Redoing::ALL {
            let (subject, id, what) = (story.above(), order.id(), *what);
            let redone = move || Redone { what, found: text("换了一家，重新看过现场。") };
            story.world.write(move |tx, kit, ctx| oversight::redo(tx, kit, ctx, &subject, id, None, redone())).unwrap();
        }
        down().unwrap();
        let state = order.state();
        assert_eq!((state.stage(), state.holder()), (OrderStage::Dispatched, story.world.forestry));
        assert_eq!(state.running("CLOSE_7D").unwrap().statutory, week, "what runs for her ran on");
        order.answered("2026-01-15T09:00:00");
        order.asked("2026-01-16T09:00:00", true);
        assert_eq!((story.tick().raised, order.state().reworks), (0, 3));
        assert!(order.told().contains(&"order.brought_down"));
        story.is_whole();
    });
}

/// A work order beside the petition of the same world.
struct Ordered<'a> {
    story: &'a Story,
    receipt: work_order::Receipt,
}

impl<'a> Ordered<'a> {
    fn received(story: &'a Story) -> Self {
        let registrar = story.world.staff(2, Role::Registrar, story.world.bureau);
        let new = World::form().parse(Door::Staff, kernel::Clock::now(&story.world.clock)).unwrap();
        let by = registrar.clone();
        let receipt = story.world.write(move |tx, kit, ctx| {
            let permit = access::permit::<RegisterOnBehalf>(&by, &new.division)?;
            work_order::receive(tx, kit, ctx, &permit, &new, Some("order-1"))
        });
        let order = Self { story, receipt: receipt.unwrap() };
        order.does(&registrar, Order::Dispatch { to: story.world.forestry, category: None }).unwrap();
        order
    }

    fn id(&self) -> CaseId {
        self.receipt.id
    }

    fn does(&self, subject: &Subject, command: Order) -> Result<WorkOrder, Error> {
        let (subject, id) = (subject.clone(), self.id());
        self.story.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &subject, id, None, &command))
    }

    fn state(&self) -> WorkOrder {
        let id = self.id();
        let found = self.story.world.read(move |tx, _, _| Ok(matter::load::<WorkOrder>(tx, "1502", id)?));
        found.unwrap().unwrap().state
    }

    /// Claimed, spoken about, answered and done.
    fn answered(&self, moment: &str) {
        self.story.at(moment);
        let handler = self.story.handler();
        self.does(&handler, Order::Claim { handler: World::user(11) }).unwrap();
        self.does(&handler, Order::Contact { note: text("约好上门") }).unwrap();
        self.does(&handler, Order::Reply { text: text("明天来修。") }).unwrap();
        self.does(&handler, Order::Done { text: text("修好了。") }).unwrap();
    }

    /// Somebody uninvolved asks her.
    fn asked(&self, moment: &str, solved: bool) {
        self.story.at(moment);
        let caller = self.story.world.staff(44, Role::FollowupCaller, self.story.world.bureau);
        let said = Order::FollowUp {
            method: FollowUpMethod::Phone,
            solved,
            pressed: false,
            grade: None,
            note: text("本人在电话里说的。"),
        };
        self.does(&caller, said).unwrap();
    }

    /// The kinds of what she reads.
    fn told(&self) -> Vec<&'static str> {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        let access = self.story.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code));
        let access = access.unwrap().unwrap();
        let page = self.story.world.read(move |tx, kit, ctx| work_order::track_order(tx, kit, ctx, &access)).unwrap();
        page.timeline.iter().map(|item| item.kind).collect()
    }
}
