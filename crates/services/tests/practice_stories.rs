//! The practice of each of the five cities, done as its report describes it, on both engines. The numbers behind the comments are
//! the lines of the reports as published; the success that the reports claim is nowhere a target.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a story may fail")]

#[path = "common/town.rs"]
mod town;

use domain::{
    access::{self, Subject, actions},
    case::{DispatchKind, Grade, StatutoryRoute},
    deadline::Urgency,
    people::Role,
    petition,
    practice::{Every, Part},
    work_order::{self, Stage},
};
use kernel::{OrgLevel, Text};
use lianxin_services::{
    Error, MIGRATIONS, matter,
    petition::{By, Door, register},
};
use town::{Town, day, due};

fn text<const N: usize>(text: &str) -> Text<N> {
    Text::parse("text", text).unwrap()
}

fn code_of<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().map(|all| all[0].code.clone()).unwrap()
}

/// She files for herself.
fn filed(town: &Town) -> kernel::CaseId {
    let new = Town::form(&town.county(), "").parse(Door::Public, town.now()).unwrap();
    town.write(move |tx, kit, ctx| register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id
}

/// Taken down for her at an office.
fn taken_down(town: &Town, by: &Subject, agent: Option<u128>) -> kernel::CaseId {
    let mut new = Town::form(&town.county(), "VISIT").parse(Door::Staff, town.now()).unwrap();
    new.agent = agent.map(Town::user);
    let by = by.clone();
    let receipt = town.write(move |tx, kit, ctx| {
        let permit = access::permit::<actions::RegisterOnBehalf>(&by, &new.division)?;
        register(tx, kit, ctx, &By::Staff(&permit), &new, None)
    });
    receipt.unwrap().id
}

fn forward(to: kernel::OrgId, days: Option<u32>) -> petition::Command {
    let kind = if days.is_some() { DispatchKind::AssignWithFeedback } else { DispatchKind::Forward };
    petition::Command::Forward { to, kind, feedback_days: days }
}

/// Accepts with both claims on the way of the petition, unless `first` goes another.
fn accept(state: &petition::Petition, handler: u128, first: StatutoryRoute) -> petition::Command {
    let routes = state
        .claims
        .iter()
        .map(|claim| {
            let here = claim.no != 1 || first == StatutoryRoute::PetitionProcedure;
            let route = if here { StatutoryRoute::PetitionProcedure } else { first };
            (claim.id, route, (!here).then(|| text("县劳动人事争议仲裁委员会")))
        })
        .collect();
    petition::Command::Accept { handler: Town::user(handler), routes }
}

#[test]
fn baotou_she_orders_an_agent_acts_it_is_done_in_time_and_somebody_asks_her() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "baotou", "2026-06-01T09:00:00");
        // Line 5: 群众点单 – 干部代办 – 限时办结 – 跟踪回访; the agent at the station takes it down for her.
        let agent = town.staff(1, Role::Agent, "代办站");
        let lead = town.staff(2, Role::StationLead, "代办站");
        let id = town.receive(&agent, &town.township()).id;
        let category = Some(text("国土资源/征地"));
        let sent = town.order(id, &lead, work_order::Command::Dispatch { to: town.org("乡镇"), category }).unwrap();
        assert_eq!(day(due(&sent.clocks, "CLOSE_7D")), "2026-06-08", "限时办结");
        let cadre = town.staff(11, Role::UnitHandler, "乡镇");
        town.order(id, &cadre, work_order::Command::Claim { handler: Town::user(11) }).unwrap();
        town.order(id, &cadre, work_order::Command::Contact { note: text("当面问清楚了，约好一起去看。") }).unwrap();
        town.order(id, &cadre, work_order::Command::Reply { text: text("查到卡在哪里，三天之内办。") }).unwrap();
        town.at("2026-06-04T10:00:00");
        let done = town.order(id, &cadre, work_order::Command::Done { text: text("已经到账，本人看过。") }).unwrap();
        assert_eq!(done.stage(), Stage::Done);
        // 跟踪回访 by somebody who had no part in it: whoever did the work may not ask whether it helped.
        let asks = work_order::Command::FollowUp {
            method: domain::case::FollowUpMethod::Phone,
            solved: true,
            pressed: false,
            grade: None,
            note: text("她说到账了。"),
        };
        assert!(town.order(id, &cadre, asks.clone()).is_err());
        let caller = town.staff(21, Role::FollowupCaller, "信访");
        assert_eq!(town.order(id, &caller, asks).unwrap().stage(), Stage::FollowedUp);
        assert_eq!(town.says("command-order-follow-up"), "跟踪回访");
    });
}

#[test]
fn baotou_a_red_order_is_answered_in_15_days_done_in_60_and_its_light_is_computed() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "baotou", "2026-06-01T09:00:00");
        // Line 9: 人大代表领办“红色工单”，兑现“15日响应、60日办结”.
        let practice = town.practice();
        let red = practice.assignments.iter().find(|one| one.name.as_str() == "红色工单").unwrap();
        assert_eq!((red.by.as_str(), red.respond_days, red.close_days), ("人大代表", 15, 60));
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let id = taken_down(&town, &officer, None);
        let sent = town.petition(id, &officer, forward(town.org("自然资源"), Some(red.close_days))).unwrap();
        assert_eq!(day(due(&sent.clocks, "NOTIFY_15D")), "2026-06-16", "15 日响应");
        let close = due(&sent.clocks, "FEEDBACK_CUSTOM");
        assert_eq!(day(close), "2026-07-31", "60 日办结");
        // Line 9: 按“红黄绿”分级督办; 10.8: the light is computed from the clock, and no command sets it.
        let clock = sent.clocks.iter().find(|clock| clock.def == "FEEDBACK_CUSTOM").unwrap().clone();
        let light = |moment: &str| clock.urgency(format!("{moment}T10:00:00+08:00").parse().unwrap());
        assert!(matches!(light("2026-06-02"), Urgency::OnTime(_)), "绿");
        assert!(matches!(light("2026-07-25"), Urgency::DueSoon(_)), "黄");
        assert!(matches!(light("2026-08-01"), Urgency::Overdue(_)), "红");
        // The unit answers within the fifteen days; without the report of the result the order is not over.
        town.at("2026-06-15T10:00:00");
        let handler = town.staff(11, Role::UnitHandler, "自然资源");
        let taken = town.petition(id, &handler, accept(&sent, 11, StatutoryRoute::PetitionProcedure)).unwrap();
        assert!(!taken.clocks.iter().find(|clock| clock.def == "NOTIFY_15D").unwrap().is_running());
        assert!(taken.owes_report(), "办结要有办结报告");
    });
}

#[test]
fn hohhot_who_hears_her_acts_for_her_and_each_level_has_its_part() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "hohhot", "2026-06-01T09:00:00");
        // Line 43: 接访即代办: heard at a reception, it has an agent the moment it is on record.
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let id = taken_down(&town, &officer, Some(1));
        let state = town.petition(id, &officer, forward(town.org("自然资源"), None)).unwrap();
        assert_eq!(state.agent, Some(Town::user(1)), "whoever heard her is her agent");
        // Line 55: 村社区“两委”代办，镇党委政府协办，县委县政府主办; 三级书记 first.
        let practice = town.practice();
        let part = |level| practice.duties.iter().find(|duty| duty.level == level).map(|duty| duty.part);
        assert_eq!(part(OrgLevel::Village), Some(Part::Agent));
        assert_eq!(part(OrgLevel::Township), Some(Part::Assist));
        assert_eq!(part(OrgLevel::County), Some(Part::Lead));
        let first = |level| practice.duties.iter().find(|duty| duty.level == level).unwrap().first.to_string();
        assert!(first(OrgLevel::Village).contains("第一代办员") && first(OrgLevel::County).contains("第一主办员"));
        // Line 49: 前哨站, 中转站, 终点站.
        let words = ["org-kind-point", "org-kind-station", "org-kind-center"].map(|key| town.says(key));
        assert_eq!(words, ["前哨站", "中转站", "终点站"]);
        // Line 63: 及时反馈办理进度: told at least every seven days, the national proposal is fifteen.
        let clocks = town.kit.reference().clocks.for_case(&town.county(), kernel::beijing_date(town.now()));
        assert_eq!(clocks.get("PROGRESS_15D").unwrap().length, Some(7));
        // Line 51: 转送跟踪, 协调办理, 反馈回访 are steps of the one matter, and the agent stays.
        let handler = town.staff(11, Role::UnitHandler, "自然资源");
        town.petition(id, &handler, accept(&state, 11, StatutoryRoute::PetitionProcedure)).unwrap();
        town.petition(id, &handler, petition::Command::Contact { note: text("见了面，说了后面怎么走。") }).unwrap();
        let told =
            petition::Command::Progress { note: text("现场看过，正在查当年的档案。"), public: true };
        let state = town.petition(id, &handler, told).unwrap();
        assert_eq!((state.agent, state.holder()), (Some(Town::user(1)), town.org("自然资源")));
    });
}

#[test]
fn huaibei_received_by_the_day_landed_by_the_week_done_by_the_month() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "huaibei", "2026-06-01T09:00:00");
        // Line 17: 日接收、周落地、月办结.
        let id = filed(&town);
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let sent = town.petition(id, &officer, forward(town.org("自然资源"), None)).unwrap();
        assert_eq!(day(due(&sent.clocks, "FORWARD_15D")), "2026-06-08", "周落地");
        assert_eq!(day(due(&sent.clocks, "NOTIFY_15D")), "2026-06-08");
        let handler = town.staff(11, Role::UnitHandler, "自然资源");
        let taken = town.petition(id, &handler, accept(&sent, 11, StatutoryRoute::PetitionProcedure)).unwrap();
        assert_eq!(day(due(&taken.clocks, "HANDLE_60D")), "2026-07-01", "月办结");
        // 上限不得突破条例: thirty days more at most, asked for and granted by two people, as everywhere.
        let longer = petition::Command::RequestExtension { days: 31, reason: text("要等测量的结果") };
        town.petition(id, &handler, petition::Command::Contact { note: text("约好上门") }).unwrap();
        assert!(town.petition(id, &handler, longer).is_err());
        // Line 15: 村（居）每日, 镇（街）每周, 县（区）每半月, 市每月; each is somebody's.
        let practice = town.practice();
        let cycles: Vec<_> = practice.cycles.iter().map(|one| (one.level, one.every, one.owner)).collect();
        assert_eq!(
            cycles,
            [
                (OrgLevel::Village, Every::Day, Role::GridMember),
                (OrgLevel::Township, Every::Week, Role::StationLead),
                (OrgLevel::County, Every::HalfMonth, Role::BureauOfficer),
                (OrgLevel::Prefecture, Every::Month, Role::Supervisor),
            ]
        );
        // Line 21: what was not solved goes to the level above and not round again; here once is enough.
        let lead = town.staff(2, Role::StationLead, "代办站");
        let order = town.receive(&town.staff(3, Role::Agent, "代办站"), &town.township()).id;
        let dispatch = work_order::Command::Dispatch { to: town.org("乡镇"), category: None };
        town.order(order, &lead, dispatch).unwrap();
        let cadre = town.staff(12, Role::UnitHandler, "乡镇");
        let caller = town.staff(21, Role::FollowupCaller, "信访");
        let no = work_order::Command::FollowUp {
            method: domain::case::FollowUpMethod::Phone,
            solved: false,
            pressed: false,
            grade: None,
            note: text("她说没有动。"),
        };
        town.order(order, &cadre, work_order::Command::Claim { handler: Town::user(12) }).unwrap();
        for round in 0..2 {
            town.order(order, &cadre, work_order::Command::Contact { note: text("到家里看过。") }).unwrap();
            if round == 0 {
                town.order(order, &cadre, work_order::Command::Reply { text: text("两天之内办。") }).unwrap();
            }
            town.order(order, &cadre, work_order::Command::Done { text: text("办完了。") }).unwrap();
            town.order(order, &caller, no.clone()).unwrap();
        }
        let again = work_order::Command::Done { text: text("又办完了。") };
        assert_eq!(code_of(town.order(order, &cadre, again)), "order-must-rise");
        let officer = town.staff(4, Role::BureauOfficer, "信访");
        let rises = work_order::Command::Escalate {
            to: town.org("政府"), reason: text("两次没有办好，提请上一级。")
        };
        assert_eq!(
            town.order(order, &lead, rises.clone()).or_else(|_| town.order(order, &officer, rises)).unwrap().stage(),
            Stage::Escalated
        );
    });
}

#[test]
fn ordos_known_and_settled_parted_and_passed_on_taken_up_together() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "ordos", "2026-06-01T09:00:00");
        // Line 5: 即知即调: claimed within eight hours of being known.
        let lead = town.staff(2, Role::StationLead, "代办站");
        let order = town.receive(&lead, &town.township()).id;
        let dispatch = work_order::Command::Dispatch { to: town.org("乡镇"), category: None };
        let sent = town.order(order, &lead, dispatch).unwrap();
        assert_eq!(due(&sent.clocks, "CLAIM_24H").to_string(), "2026-06-01T09:00:00Z", "17:00 in Beijing");
        assert_eq!(town.says("command-order-claim"), "即知即调");
        // 分流分调: a claim that belongs to arbitration goes there, the other stays; both are answered for.
        let id = filed(&town);
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let state = town.petition(id, &officer, forward(town.org("人社"), None)).unwrap();
        assert_eq!(day(due(&state.clocks, "FORWARD_15D")), "2026-06-08");
        let handler = town.staff(11, Role::UnitHandler, "人社");
        let state = town.petition(id, &handler, accept(&state, 11, StatutoryRoute::Arbitration)).unwrap();
        let routes: Vec<_> = state.claims.iter().map(|claim| claim.route).collect();
        assert_eq!(routes, [Some(StatutoryRoute::Arbitration), Some(StatutoryRoute::PetitionProcedure)]);
        // 月结月清: thirty days for what is new.
        assert_eq!(day(due(&state.clocks, "HANDLE_60D")), "2026-07-01");
        // 联管联调: what a level cannot settle is taken up by the government, which claims it anew.
        let cadre = town.staff(12, Role::UnitHandler, "乡镇");
        town.order(order, &cadre, work_order::Command::Claim { handler: Town::user(12) }).unwrap();
        town.at("2026-06-02T09:00:00");
        let up = work_order::Command::Escalate {
            to: town.org("政府"), reason: text("涉及三个部门，请责任领导包案。")
        };
        let risen = town.order(order, &lead, up).unwrap();
        assert_eq!((risen.stage(), risen.holder()), (Stage::Escalated, town.org("政府")));
        // Line 6, 一网式: 事项网上办 (filed by herself), 问题网上督 (she asks where it stands).
        let asked = town.write(move |tx, kit, ctx| {
            matter::act(tx, kit, ctx, &Subject::Petitioner(id), id, None, &petition::Command::Nudge)
        });
        assert_eq!(asked.unwrap().id, id);
        // 结果网上评: only she rates, nobody for her.
        let rate = work_order::Command::Rate { grade: Grade::Satisfied, comment: None };
        assert_eq!(code_of(town.order(order, &lead, rate)), "not-permitted");
    });
}

#[test]
fn luoping_she_orders_the_centre_dispatches_the_unit_takes_it_and_she_rates() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "luoping", "2026-06-01T09:00:00");
        // Line 25: 统一登记, 限时处置, 回复反馈, 归档办结; 点单 – 派单 – 接单 – 评单.
        let desk = town.staff(1, Role::BureauOfficer, "信访");
        let id = town.receive(&desk, &town.county()).id;
        let dispatch = work_order::Command::Dispatch { to: town.org("住建"), category: None };
        let sent = town.order(id, &desk, dispatch).unwrap();
        // Line 29: 24小时认领，72小时答复，一周办结.
        assert_eq!(due(&sent.clocks, "CLAIM_24H").to_string(), "2026-06-02T01:00:00Z");
        assert_eq!(due(&sent.clocks, "REPLY_72H").to_string(), "2026-06-04T01:00:00Z");
        assert_eq!(day(due(&sent.clocks, "CLOSE_7D")), "2026-06-08");
        let handler = town.staff(11, Role::UnitHandler, "住建");
        // Nobody claimed in time: the machine reminds by itself; it is the unit that is late, no person.
        town.at("2026-06-02T09:30:00");
        let swept = town.write(|tx, kit, ctx| Ok(lianxin_services::jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        assert_eq!(swept.overdue, 1);
        town.order(id, &handler, work_order::Command::Claim { handler: Town::user(11) }).unwrap();
        town.order(id, &handler, work_order::Command::Contact { note: text("电话打通了。") }).unwrap();
        town.order(id, &handler, work_order::Command::Reply { text: text("明天上午去修。") }).unwrap();
        town.order(id, &handler, work_order::Command::Done { text: text("修好了，本人在场。") }).unwrap();
        let caller = town.staff(21, Role::FollowupCaller, "信访");
        let yes = work_order::Command::FollowUp {
            method: domain::case::FollowUpMethod::Phone,
            solved: true,
            pressed: false,
            grade: None,
            note: text("她说修好了。"),
        };
        town.order(id, &caller, yes).unwrap();
        assert_eq!(town.order(id, &desk, work_order::Command::Close).unwrap().stage(), Stage::Closed, "归档办结");
        let rate = work_order::Command::Rate { grade: Grade::Satisfied, comment: None };
        let rated =
            town.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &Subject::Petitioner(id), id, None, &rate));
        assert!(rated.unwrap().rating.is_some(), "群众评单");
        let words = ["command-order-dispatch", "command-order-claim", "command-order-rate", "command-order-close"];
        assert_eq!(words.map(|key| town.says(key)), ["指挥中心派单", "接单", "评单", "归档办结"]);
        // Line 29: 一天一反馈、一周一曝光、一月一专报; exposure counts units and never a person.
        let practice = town.practice();
        let every: Vec<_> = practice.cycles.iter().map(|one| one.every).collect();
        assert_eq!(every, [Every::Day, Every::Day, Every::Week, Every::Month]);
        let week = practice.cycles.iter().find(|one| one.every == Every::Week).unwrap();
        assert!(week.what.as_str().contains("单位") && week.what.as_str().contains("不列人"));
    });
}
