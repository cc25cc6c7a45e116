//! Huaibei. What its report says, line by line, and what is done about it here:
//!
//! | Line | The report | Here |
//! |---|---|---|
//! | 11 | 书记带头阅批来信、公开接访、下行接访 | instructions and visits of leaders, `leadership`; their words |
//! | 11 | 党员、干部三报到，周末调解 | the fourth story: agents of the community with hours of their own, appointed by their office |
//! | 15 | 村（居）每日、镇（街）每周、县（区）每半月、市每月 | whose it is (first story), how often each office looks (third) |
//! | 15 | 2141 个网格 | grids are the register's, `network` |
//! | 15 | 民情议站、老贾工作室，三官一员一律 | words; who comes to mediate is a kind of agent |
//! | 17 | 日接收、周落地、月办结 | clocks and the board |
//! | 17 | 首办责任领导、首办责任人员 | the first agent and the unit that leads stay named |
//! | 21 | 超期未办结、办结不满意、群众不息访，自动提级 | the second story: on the day it is overdue; the other two by the rules in force |
//! | 21 | 力量重组、诉求重研、问题重查、结论重审 | all four stand open on the matter that rose |
//! | 21 | 领导包案，六包 | six duties, settled within the month |
//! | 21 | 同质化类案专班，先证后税费、先证后责、先证后诉 | a category of its own (fourth story); that an office hands out a certificate first is its own decision |
//! | 25 | 现场、书面、电话督查，一单三函 | letters by their days, verified by two people |
//! | 25 | 纪委、组织部专班，问责 16 人次 | advice on accountability, signed by a person; nobody is counted |
//! | 17, 21, 25 | 95% 以上、98.82%、14.1 天 | claims, nowhere a target |

use domain::{
    cycle::{Cadence, Reached},
    escalation::{Redoing, Trigger},
    leadership,
    supervision::RungKind,
};

use lianxin_services::network;

use super::*;

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
fn huaibei_what_is_overdue_is_put_to_the_level_above_by_itself_and_done_anew_four_times() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "huaibei", "2026-06-01T09:00:00");
        let id = filed(&town);
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        town.petition(id, &officer, forward(town.org("自然资源"), None)).unwrap();
        // 周落地 ends on the eighth; until its end nothing rises.
        town.at("2026-06-08T20:00:00");
        town.tick();
        let state = |town: &Town| {
            let region = town.county().region();
            town.write(move |tx, _, _| Ok(matter::load::<petition::Petition>(tx, &region, id)?.unwrap().state)).unwrap()
        };
        assert!(state(&town).rises.is_empty());
        // Line 21: 超期未办结, on the first morning, without anybody.
        town.at("2026-06-09T08:00:00");
        town.tick();
        let risen = state(&town);
        let rise = risen.rises.in_force().unwrap();
        assert_eq!(rise.raised.to, town.org("市信访"), "to the level above the county");
        assert_eq!(rise.raised.needs, [Redoing::Forces, Redoing::Demands, Redoing::Problems, Redoing::Conclusions]);
        // The clock runs on: nothing is given back to whoever was late.
        assert!(due(&risen.clocks, "NOTIFY_15D") < town.now());
        // Line 21: 办结不满意、群众不息访 are rules of the same table, on every level below the city.
        let rules = town.kit.oversight(&town.county(), kernel::beijing_date(town.now()));
        for trigger in [Trigger::Overdue, Trigger::Dissatisfied, Trigger::Unsettled] {
            for level in [OrgLevel::Village, OrgLevel::Township, OrgLevel::County] {
                let speaks = |rule: &domain::oversight::EscalationRule| {
                    rule.trigger == trigger && rule.levels.contains(&level) && rule.threshold <= 1
                };
                assert!(rules.escalation.iter().any(speaks), "{trigger} {level:?}");
            }
        }
    });
}

#[test]
fn huaibei_one_sheet_and_three_letters_come_by_their_days_and_each_level_looks_at_its_own() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "huaibei", "2026-06-01T09:00:00");
        let id = filed(&town);
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let sent = town.petition(id, &officer, forward(town.org("自然资源"), None)).unwrap();
        let handler = town.staff(11, Role::UnitHandler, "自然资源");
        town.petition(id, &handler, accept(&sent, 11, StatutoryRoute::PetitionProcedure)).unwrap();
        town.petition(id, &handler, petition::Command::Contact { note: text("约好上门") }).unwrap();
        let supervisor = town.staff(41, Role::Supervisor, "信访");
        let kinds = |town: &Town| town.rungs(&supervisor).iter().map(|rung| rung.kind).collect::<Vec<_>>();
        // 月办结 on 1 July: seven days before, the 风险提醒函.
        town.at("2026-06-23T10:00:00");
        town.tick();
        assert_eq!(kinds(&town), []);
        town.at("2026-06-25T10:00:00");
        town.tick();
        assert_eq!(kinds(&town), [RungKind::RiskNotice]);
        // Overdue by a day: the 督查督办函; the 问责建议函 only by a person, and not before the letter stays unanswered.
        town.at("2026-07-03T10:00:00");
        town.tick();
        assert!(kinds(&town).contains(&RungKind::SupervisionLetter), "{:?}", kinds(&town));
        assert!(!kinds(&town).contains(&RungKind::AccountabilityAdvice));
        let rules = town.kit.oversight(&town.county(), kernel::beijing_date(town.now()));
        assert!(rules.rungs.iter().all(|rule| !rule.auto || rule.rung != RungKind::AccountabilityAdvice));
        assert_eq!(rules.verifiers, 2);
        // Line 15: how often the office of each level looks.
        let looks = [OrgLevel::Village, OrgLevel::Township, OrgLevel::County, OrgLevel::Prefecture];
        let cadences = looks.map(|level| town.cadence(level));
        assert_eq!(cadences, [Cadence::Day, Cadence::Week, Cadence::HalfMonth, Cadence::Month]);
        // Line 17 on the board.
        let reached = town.targets();
        let expected = [
            ("日接收".to_owned(), Reached::Registered, 24),
            ("周落地".to_owned(), Reached::Taken, 168),
            ("月办结".to_owned(), Reached::Ended, 720),
        ];
        assert_eq!(reached, expected);
        // Line 21: 六包, settled and answered within the month.
        let office = town.staff(2, Role::JointMeetingOffice, "联席办");
        let leader = town.on_record(7, Role::UnitLeader, "政府");
        let take = leadership::Command::TakeCharge {
            leader: Town::user(7),
            org: town.org("政府"),
            post: leadership::Post::Leader,
        };
        town.lead(id, &office, take).unwrap();
        let duties = town.duties(id, &leader);
        assert_eq!(duties.len(), 6);
        assert_eq!(duties[2], ("包化解".to_owned(), "2026-08-02".to_owned()));
        // No words of another province.
        let levels = ["org-level-village", "org-level-township", "org-level-county"].map(|key| town.says(key));
        assert_eq!(levels, ["村（居）", "镇（街）", "县（区）"]);
    });
}

#[test]
fn huaibei_party_members_report_at_their_door_and_help_at_the_weekend() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "huaibei", "2026-06-06T09:00:00");
        // Line 11: 三报到: in-service members of 256 offices report where they live and help mediate at the weekend. They are
        // agents of the community's point, appointed by their own office, with hours of their own; not one of them is counted.
        let village = town.village();
        let point = format!("名称,类型,区划,开放时间\n居民说事点,工作室,{village},周六至周日 9:00-11:30\n");
        let taken = town.sheet(network::SheetKind::Stations, point).unwrap();
        assert_eq!(taken.errors.len(), 0, "{:?}", taken.errors);
        let people = "姓名,代办机构,类别,公职,专长,任命机构,任职日期\n\
                      测试人乙,居民说事点,党员,是,家庭、邻里,市直某单位党支部,2026-01-01\n";
        let taken = town.sheet(network::SheetKind::Agents, people.to_owned()).unwrap();
        assert_eq!((taken.created, taken.errors.len()), (1, 0), "{:?}", taken.errors);
        let choose = || {
            let place = town.village();
            town.write(move |tx, kit, ctx| {
                let who = network::For { place: &place, grid: None, language: None };
                Ok(network::choices(tx, kit, ctx, who)?)
            })
            .unwrap()
        };
        // A Saturday: she is nearest, and her door is open; on Monday it is not, and she is still the nearest.
        let first = &choose()[0];
        assert_eq!((first.near, first.agent.org_name.as_str()), (network::Near::Place, "居民说事点"));
        assert_eq!(first.agent.file.as_ref().unwrap().appointed_by.as_ref().unwrap().as_str(), "市直某单位党支部");
        assert!(matches!(first.open, Some(domain::network::Now::Open { .. })), "{:?}", first.open);
        town.at("2026-06-08T09:00:00");
        assert!(matches!(choose()[0].open, Some(domain::network::Now::Closed { .. })));
        // Line 21: 三先三后, 先证后诉: what is about a certificate is one category, so that the matters are seen together.
        let tree = town.kit.reference().categories.in_force(&town.county(), kernel::beijing_date(town.now())).unwrap();
        let certificate = tree.categories.iter().find(|one| one.path.as_str() == "城乡建设/不动产登记/难办证");
        assert!(certificate.is_some_and(|one| one.route == Some(StatutoryRoute::PetitionProcedure)), "{certificate:?}");
    });
}
