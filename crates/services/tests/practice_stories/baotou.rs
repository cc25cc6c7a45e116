//! Baotou. What its report says, line by line, and what is done about it here:
//!
//! | Line | The report | Here |
//! |---|---|---|
//! | 3 | 2022 年 9 月自治区试点，写入考核 | a history and an assessment of officials; nobody is assessed by this program |
//! | 5 | 村、镇、旗县、盟市、自治区五级双向代办 | a rule of rising on each of the four lower levels; it comes down again |
//! | 5 | 委托、主动、提级、指定四种模式 | `agency_story`, `find_story` and `oversight_story`; here the entrusted and the risen one |
//! | 5 | 群众点单、干部代办、限时办结、跟踪回访 | the first story, in these words |
//! | 5 | 有及时反馈机制 | she is told at least every ten days |
//! | 7 | 1+N 队伍，人大代表、政协委员、乡贤、志愿者 | kinds of agents, `network` |
//! | 7 | 领导干部带头包案 | a leader takes charge, with duties and days |
//! | 9 | 蒙汉双语调解 | the portal's own Mongolian; the pack says so in its acknowledgement |
//! | 9 | 流动调解站、特色工作室、三长工作室 | words for the mobile window and the studio |
//! | 9 | 人大代表领办红色工单，15 日响应、60 日办结，红黄绿 | the second and the third story |
//! | 9 | 直播间、吐槽大会、百姓说事亭 | publicity and meetings of people: what somebody tells there is registered or a find; `practices/baotou/README.md` |
//! | 11 | 16 天化解、90% 以上、93.6% | claims, nowhere a target |

use domain::{cycle::Reached, leadership, notice::Purpose};

use super::*;

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
fn baotou_a_delegate_takes_it_up_with_two_days_to_keep_and_five_levels_stand_above_one_another() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "baotou", "2026-06-01T09:00:00");
        // Line 9: 152 名人大代表领办; the office of the joint meeting names her, she has her matters on a list of her own.
        let id = filed(&town);
        let office = town.staff(2, Role::JointMeetingOffice, "联席办");
        let delegate = town.on_record(7, Role::Delegate, "政府");
        let take = leadership::Command::TakeCharge {
            leader: Town::user(7),
            org: town.org("政府"),
            post: leadership::Post::Delegate,
        };
        town.lead(id, &office, take).unwrap();
        let duties = [("响应".to_owned(), "2026-06-16".to_owned()), ("办结".to_owned(), "2026-07-31".to_owned())];
        assert_eq!(town.duties(id, &delegate), duties);
        let done = |duty| leadership::Command::DoDuty {
            duty,
            on: jiff::civil::date(2026, 6, 10),
            evidence: text("见过面，谈了卡在哪里"),
        };
        town.at("2026-06-10T10:00:00");
        town.lead(id, &delegate, done(1)).unwrap();
        assert_eq!(town.says("post-delegate"), "人大代表代办");
        // The same two on the board of the county.
        let targets = town.targets();
        let targets: Vec<_> = targets.iter().map(|(_, reached, hours)| (*reached, *hours)).collect();
        assert_eq!(targets, [(Reached::Taken, 15 * 24), (Reached::Ended, 60 * 24)]);
        // Line 5: five levels: from each of the four lower ones a rule leads up.
        let rules = town.kit.oversight(&town.county(), kernel::beijing_date(town.now()));
        for level in [OrgLevel::Village, OrgLevel::Township, OrgLevel::County, OrgLevel::Prefecture] {
            let leads = |rule: &&domain::oversight::EscalationRule| rule.levels.contains(&level) && rule.target.up == 1;
            assert!(rules.escalation.iter().any(|rule| leads(&rule)), "{level:?}");
        }
        // Line 5: 跟踪回访 is announced with the answer; line 9: words of the studios.
        assert!(town.tells(Purpose::Answered).contains("会有人回访"), "{}", town.tells(Purpose::Answered));
        assert_eq!(["org-kind-mobile", "org-kind-studio"].map(|key| town.says(key)), ["流动调解站", "特色工作室"]);
    });
}
