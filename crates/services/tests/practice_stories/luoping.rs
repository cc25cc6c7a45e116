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
//! | 25 | 下降 50%、100% | claims, nowhere a target |

use domain::{
    cycle::{Cadence, Reached},
    notice::Purpose,
    supervision::{Ground, RungKind, RungState},
};

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
