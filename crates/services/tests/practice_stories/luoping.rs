//! Luoping. What its report says, line by line, and what is done about it here:
//!
//! | Line | The report | Here |
//! |---|---|---|
//! | 9 | 县乡信访联席会议，四级延伸到网格和住户 | six levels of grids, `network` |
//! | 13 | 162 个村级网格，2703 个小组，网格长、片长、网格员 | posts of grids, `network`; in training nobody is ranked |
//! | 13 | 发现、上报、派单、跟踪督办、反馈 | a work order |
//! | 19 | 一中心、一平台、一渠道；企业微信群 | words of the centre; notices through WeCom, `outbox`; chat groups are not read |
//! | 25 | 点单、派单、接单、评单；统一登记、限时处置、回复反馈、归档办结 | the first story, in these words |
//! | 25 | 不能处理的逐级上报 | rules of rising from village and township on the day it is overdue |
//! | 29 | 24 小时认领、72 小时答复、一周办结 | clocks and the board |
//! | 29 | 认领、办理不及时，后台马上提醒；多次提醒无效，启动纪委督查问责 | the second story: three reminders, then a draft that a person signs or drops |
//! | 29 | 一天一反馈、一周一曝光、一月一专报 | a day, a week, a month; exposure counts units and never a person |
//! | 29 | 三治、道德讲堂、评选表彰 | not a matter of this program; nobody is praised or ranked by it |
//! | 19 | 一户一代表进群，户代表级网格 | the fourth story: doors are counted, nobody behind them; what is told there is a find |
//! | 25 | 4 月 20 日至 7 月 30 日“百日攻坚” | the third story: a campaign, its matters and its progress counted |
//! | 25 | 下降 50%、100% | claims, nowhere a target |

use domain::{
    campaign::Campaign,
    cycle::{Cadence, Reached},
    notice::Purpose,
    supervision::{Ground, RungKind, RungState},
};

use lianxin_services::{campaign, network, proactive};

use super::*;

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

#[test]
fn luoping_who_is_late_is_reminded_at_once_and_three_reminders_call_for_a_person_to_decide() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "luoping", "2026-06-01T09:00:00");
        let desk = town.staff(1, Role::BureauOfficer, "信访");
        let id = town.receive(&desk, &town.county()).id;
        town.order(id, &desk, work_order::Command::Dispatch { to: town.org("住建"), category: None }).unwrap();
        let supervisor = town.staff(41, Role::Supervisor, "信访");
        let kinds = |town: &Town| town.rungs(&supervisor).iter().map(|rung| rung.kind).collect::<Vec<_>>();
        town.at("2026-06-02T08:30:00");
        town.tick();
        assert_eq!(kinds(&town), []);
        // Line 29: 24 小时 over, 马上提醒; then 72 小时; then 一周.
        for (moment, reminders) in [("2026-06-02T09:10:00", 1), ("2026-06-04T09:10:00", 2), ("2026-06-09T00:10:00", 3)]
        {
            town.at(moment);
            town.tick();
            let seen = kinds(&town).iter().filter(|kind| **kind == RungKind::Reminder).count();
            assert_eq!(seen, reminders, "{moment}: {:?}", kinds(&town));
            town.tick();
            let again = kinds(&town).iter().filter(|kind| **kind == RungKind::Reminder).count();
            assert_eq!(again, reminders, "{moment}: not twice");
        }
        // 多次提醒无效: a draft stands there for a person; nothing went out, and nobody was named.
        let rungs = town.rungs(&supervisor);
        let advice = rungs.iter().find(|rung| rung.kind == RungKind::AccountabilityAdvice).unwrap();
        assert_eq!(advice.ground, Ground::Perfunctory);
        assert!(matches!(advice.state, RungState::Proposed), "{:?}", advice.state);
        assert!(advice.liability.is_none() && advice.competent.is_none());
        // The next day the county takes it over.
        town.at("2026-06-10T09:00:00");
        town.tick();
        let region = town.county().region();
        let order = town
            .write(move |tx, _, _| Ok(matter::load::<work_order::WorkOrder>(tx, &region, id)?.unwrap().state))
            .unwrap();
        assert_eq!(order.rises.in_force().unwrap().raised.to, town.org("政府"));
        // The same three on the board, and how often each level looks.
        let expected = [
            ("24 小时认领".to_owned(), Reached::Taken, 24),
            ("72 小时答复".to_owned(), Reached::Answered, 72),
            ("一周办结".to_owned(), Reached::Ended, 168),
        ];
        assert_eq!(town.targets(), expected);
        assert_eq!(town.cadence(OrgLevel::Village), Cadence::Day);
        assert_eq!(town.cadence(OrgLevel::County), Cadence::Week);
        // 统一登记 and 群众评单 on her telephone; words of its own province.
        assert!(town.tells(Purpose::Registered).contains("统一登记"));
        assert!(town.tells(Purpose::Ended).contains("请您评单"));
        let levels = ["org-level-village", "org-level-township", "org-level-prefecture"].map(|key| town.says(key));
        assert_eq!(levels, ["村（社区）", "乡镇（街道）", "市（州）"]);
    });
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in one piece")]
fn luoping_a_hundred_days_gather_what_has_waited_longer_than_the_law_and_count_what_came_of_it() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "luoping", "2026-02-01T09:00:00");
        // Line 25: 4 月 20 日至 7 月 30 日信访积案化解“百日攻坚”; what is old is what has waited out the sixty days of article 34.
        let desk = town.staff(1, Role::BureauOfficer, "信访");
        let handler = town.staff(11, Role::UnitHandler, "住建");
        let order = |word: &str| {
            let id = town.receive(&desk, &town.county()).id;
            town.order(id, &desk, work_order::Command::Dispatch { to: town.org(word), category: None }).unwrap();
            id
        };
        let (old, other) = (order("住建"), order("自然资源"));
        town.at("2026-03-01T09:00:00");
        order("住建");
        town.at("2026-04-20T09:00:00");
        let plan = town.practice().campaigns[0].clone();
        assert_eq!((plan.name.as_str(), plan.days, plan.min_days), ("百日攻坚", 102, Some(60)));
        let new = Campaign { division: town.county(), plan, first: jiff::civil::date(2026, 4, 20) };
        assert_eq!(new.last(), jiff::civil::date(2026, 7, 30));
        let opened = |by: &Subject| {
            let (by, new) = (by.clone(), new.clone());
            town.write(move |tx, _, ctx| {
                let permit = access::permit::<actions::RunCampaign>(&by, &new.division)?;
                campaign::open(tx, ctx, &permit, &new)
            })
        };
        assert_eq!(code_of(opened(&town.staff(12, Role::Agent, "代办站"))), "not-permitted");
        let id = opened(&desk).unwrap();
        let progress = || {
            let county = town.county();
            town.write(move |tx, _, ctx| {
                let listed = campaign::get(tx, id)?.unwrap();
                Ok(campaign::progress(tx, &listed, &county, ctx.now())?)
            })
            .unwrap()
        };
        let seen = progress();
        assert_eq!((seen.gathered, seen.open, seen.ended, seen.overdue), (2, 2, 0, 2), "not the one of fifty days");
        let units: Vec<_> = seen.units.iter().map(|unit| (unit.org, unit.open)).collect();
        assert!(units.contains(&(town.org("住建"), 1)) && units.contains(&(town.org("自然资源"), 1)), "{units:?}");
        // One is done; what comes in now is no part of it; nobody wrote a number.
        town.at("2026-05-06T09:00:00");
        order("住建");
        town.order(old, &handler, work_order::Command::Claim { handler: Town::user(11) }).unwrap();
        town.order(old, &handler, work_order::Command::Contact { note: text("电话打通了。") }).unwrap();
        town.order(old, &handler, work_order::Command::Reply { text: text("下周修。") }).unwrap();
        town.order(old, &handler, work_order::Command::Done { text: text("修好了，本人在场。") }).unwrap();
        let caller = town.staff(21, Role::FollowupCaller, "信访");
        let yes = work_order::Command::FollowUp {
            method: domain::case::FollowUpMethod::Phone,
            solved: true,
            pressed: false,
            grade: None,
            note: text("她说修好了。"),
        };
        town.order(old, &caller, yes).unwrap();
        town.order(old, &desk, work_order::Command::Close).unwrap();
        town.at("2026-05-07T09:00:00");
        let seen = progress();
        assert_eq!((seen.gathered, seen.open, seen.ended, seen.overdue), (2, 1, 1, 1));
        let open = |by: &Subject| {
            let by = by.clone();
            let rows = town.write(move |tx, _, _| {
                let listed = campaign::get(tx, id)?.unwrap();
                Ok(campaign::matters(tx, &by, &listed, None, 20)?)
            });
            rows.unwrap().items.iter().map(lianxin_services::matter::MatterRow::id).collect::<Vec<_>>()
        };
        assert_eq!(open(&desk), [other]);
        assert!(
            open(&town.staff(31, Role::UnitHandler, "人社")).is_empty(),
            "whoever may not read it does not see it here"
        );
        // Ended early the figures stay where they were; ended twice it is refused.
        let end = || {
            let desk = desk.clone();
            town.write(move |tx, _, ctx| {
                let permit =
                    access::permit::<actions::RunCampaign>(&desk, &campaign::get(tx, id)?.unwrap().campaign.division)?;
                campaign::end(tx, ctx, &permit, id)
            })
        };
        end().unwrap();
        assert_eq!(code_of(end()), "campaign-ended");
        assert_eq!(progress().ended, 1);
        let events = town.write(|tx, _, _| {
            let sql = "SELECT count(*) FROM event WHERE kind IN ('campaign-opened', 'campaign-ended')";
            Ok(tx.query_one(sql, &[], |row| row.get::<i64>(0))?)
        });
        assert_eq!(events.unwrap(), 2);
    });
}

#[test]
fn luoping_one_speaks_for_a_group_of_households_and_the_grid_member_has_what_she_saw_by_its_date() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "luoping", "2026-06-01T09:00:00");
        // Line 21: 一户一代表进群, 户代表级网格: doors are counted, nobody behind them is written down.
        let village = town.village();
        let sheet = format!(
            "网格编号,名称,类型,区划,上级网格,户数\nG1,一组,村（居）民小组,{village},,60\nH1,一组东头,户代表级网格,{village},G1,19\n"
        );
        let taken = town.sheet(network::SheetKind::Grids, sheet).unwrap();
        assert_eq!((taken.created, taken.errors.len()), (2, 0), "{:?}", taken.errors);
        let named =
            format!("网格编号,名称,类型,区划,上级网格,网格人员\nH2,一组西头,户代表级网格,{village},G1,网格员 测试人\n");
        let refused = town.sheet(network::SheetKind::Grids, named).unwrap();
        assert_eq!(refused.errors[0].refusal.code, "grid-household-posts");
        // 户级反映: what is told in a chat or seen at a door is a find, which asks her first and rises by the pack's own rule.
        let member = town.staff(3, Role::GridMember, "代办点");
        let find = town.write({
            let member = member.clone();
            move |tx, kit, ctx| {
                let form = proactive::FindForm {
                    division: village.to_string(),
                    signal: domain::proactive::Signal::ALL[0].name().into(),
                    day: ctx.today().to_string(),
                    text: "两家为墙根的水沟吵了几天".into(),
                };
                let new = form.parse(ctx.now())?;
                let permit = access::permit::<actions::ObserveFind>(&member, &new.division)?;
                proactive::observe(tx, kit, ctx, &permit, &new)
            }
        });
        let find = find.unwrap();
        let seen =
            town.write(move |tx, _, _| Ok(proactive::list(tx, &member, proactive::Shelf::Open, None, 10)?)).unwrap();
        assert_eq!(seen.items.iter().map(|(row, _)| row.id()).collect::<Vec<_>>(), [find]);
        let rules = town.kit.oversight(&town.county(), kernel::beijing_date(town.now()));
        let up = rules.escalation.iter().find(|rule| rule.id.as_str() == "find-township-days").unwrap();
        assert_eq!(up.target.kinds[0], domain::organisation::OrgKind::Center, "派单 by the county's dispatch centre");
    });
}
