//! Hohhot. What its report says, line by line, and what is done about it here:
//!
//! | Line | The report | Here |
//! |---|---|---|
//! | 41 | 标识牌、流程图、宣传资料；热情接待 | the sign of a station, `network`; a welcome cannot be programmed |
//! | 43 | 四级全面推开，1486 个机构，4817 名代办员 | the register of stations and agents, counted, `network` |
//! | 43 | 接访即代办、包案即代办 | whoever hears her is her agent; words for reception and charge |
//! | 43 | 首位、首要、首席、首贵 | duties per level with the first responsible post |
//! | 45 | 新城区：三级书记加专班，信访加纪检联合督办 | supervision shared with the discipline body, `oversight_story` |
//! | 47 | 回民区：一亮三知晓、双包案 | the printed sign; the fourth story: one of the level above and one of the unit, each with duties of her own |
//! | 49 | 玉泉区：前哨站、中转站、终点站 | words of the three |
//! | 51 | 摸排受理、转送跟踪、协调办理、反馈回访 | steps of one matter; the agent stays |
//! | 53 | 土左旗：移动服务窗口，与政务代办共建 | the third story: an errand is handed to the window, noted without a name, and is no petition |
//! | 55 | 托克托县：代办、协办、主办，三级书记 | duties |
//! | 57 | 首接即代办 | taken up on the day |
//! | 59 | 清水河县：三办、三访 | the visit on site in its word; 网络督访 is her own question through the portal |
//! | 63 | 咨询、求助、意见、建议第一时间回复；告知后续流程，及时反馈 | days of simple suggestions, the sentence on her telephone, seven days at most |

use domain::{cycle::Reached, leadership, notice::Purpose};

use lianxin_services::errand;

use super::*;

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
fn hohhot_whoever_hears_first_acts_first_and_she_is_told_what_comes_next() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "hohhot", "2026-06-01T09:00:00");
        // Line 57: 首接即代办: taken up within the day, and line 63: answered at once.
        let expected =
            [("首接即代办".to_owned(), Reached::Taken, 24), ("第一时间回复".to_owned(), Reached::Answered, 72)];
        assert_eq!(town.targets(), expected);
        // Line 43: 包案即代办: whoever answers for it stands beside her; the agent stays the contact.
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let id = taken_down(&town, &officer, Some(1));
        let office = town.staff(2, Role::JointMeetingOffice, "联席办");
        let leader = town.on_record(7, Role::UnitLeader, "政府");
        let take = leadership::Command::TakeCharge {
            leader: Town::user(7),
            org: town.org("政府"),
            post: leadership::Post::Leader,
        };
        town.lead(id, &office, take).unwrap();
        assert_eq!(town.duties(id, &leader).len(), 6);
        let words = ["visit-reception", "post-leader", "visit-field", "org-kind-mobile"].map(|key| town.says(key));
        assert_eq!(words, ["接访即代办", "包案即代办", "推门访", "移动服务窗口"]);
        // Line 63: 告知群众后续办理流程.
        assert!(town.tells(Purpose::Moved).contains("后面怎么走"), "{}", town.tells(Purpose::Moved));
        let clocks = town.kit.reference().clocks.for_case(&town.county(), kernel::beijing_date(town.now()));
        assert_eq!(clocks.get("SUGGESTION_SIMPLE_10WD").unwrap().length, Some(3));
        assert_eq!(clocks.get("AGENCY_VILLAGE_CONTACT_24H").unwrap().length, Some(12));
    });
}

#[test]
fn hohhot_an_errand_is_handed_to_the_window_and_is_no_petition() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "hohhot", "2026-06-01T09:00:00");
        // Line 53: 信访代办与政务服务代办共建共享: the same point takes it, the window does it, nobody is named.
        let agent = town.staff(1, Role::Agent, "代办站");
        let form = |window: &str, note: &str| errand::ErrandForm {
            division: town.township().to_string(),
            kind: "WELFARE".into(),
            handed: "DELIVERED".into(),
            window: window.into(),
            note: note.into(),
        };
        let note = |by: &Subject, form: errand::ErrandForm| {
            let (by, org) = (by.clone(), town.org("代办站"));
            town.write(move |tx, _, ctx| {
                let (division, new) = form.parse()?;
                let permit = access::permit::<actions::NoteErrand>(&by, &division)?;
                errand::note(tx, ctx, &permit, (&division, org), &new)
            })
        };
        note(&agent, form("便民服务中心 民政窗口", "还差一张户口页")).unwrap();
        let named = note(&agent, form("民政窗口", "找她打 13800000006"));
        assert_eq!(code_of(named), "errand-personal-number");
        let unit = town.staff(11, Role::UnitHandler, "自然资源");
        assert_eq!(code_of(note(&unit, form("民政窗口", ""))), "not-permitted");
        let (place, day) = (town.county(), jiff::civil::date(2026, 5, 2));
        let (rows, counts, matters) = town
            .write(move |tx, _, _| {
                let matters = tx.query_one("SELECT count(*) FROM matter", &[], |row| row.get::<i64>(0))?;
                Ok((errand::list(tx, &place, day, 10)?, errand::counts(tx, &place, day)?, matters))
            })
            .unwrap();
        assert_eq!((rows.len(), rows[0].org, matters), (1, town.org("代办站"), 0), "no matter came of it");
        assert_eq!(counts, [(domain::errand::ErrandKind::Welfare, 1)]);
        // Line 53: 移动服务窗口, 上门服务时收集苗头: whoever turns out to have a grievance is registered like anybody.
        assert!(access::permit::<actions::RegisterOnBehalf>(&agent, &town.township()).is_ok());
    });
}

#[test]
fn hohhot_two_answer_for_one_matter_each_with_her_own_duties() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "hohhot", "2026-06-01T09:00:00");
        // Line 47: 回民区“双包案”: a leader of the district and the leader of whoever has the matter.
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let id = taken_down(&town, &officer, Some(1));
        town.petition(id, &officer, forward(town.org("自然资源"), None)).unwrap();
        let office = town.staff(2, Role::JointMeetingOffice, "联席办");
        let (first, second) =
            (town.on_record(7, Role::UnitLeader, "政府"), town.on_record(8, Role::UnitLeader, "自然资源"));
        town.on_record(9, Role::UnitLeader, "人社");
        let take = |leader: u128, word: &str| {
            let (leader, org) = (Town::user(leader), town.org(word));
            town.lead(id, &office, leadership::Command::TakeSecond { leader, org })
        };
        assert_eq!(code_of(take(8, "自然资源")), "leader-nobody", "beside the first, never instead of her");
        let leader = leadership::Command::TakeCharge {
            leader: Town::user(7),
            org: town.org("政府"),
            post: leadership::Post::Leader,
        };
        town.lead(id, &office, leader).unwrap();
        assert_eq!(code_of(take(9, "人社")), "leader-second-unit", "she could not even read it");
        take(8, "自然资源").unwrap();
        assert_eq!(code_of(take(8, "自然资源")), "leader-in-charge");
        let done = |duty| leadership::Command::DoDuty {
            duty,
            on: jiff::civil::date(2026, 6, 1),
            evidence: text("到现场看过"),
        };
        town.lead(id, &second, done(1)).unwrap();
        assert_eq!(code_of(town.lead(id, &officer, done(2))), "leader-not-hers");
        let own = |by: &Subject| {
            let by = by.clone();
            town.write(move |tx, _, _| Ok(lianxin_services::leadership::own(tx, &by)?)).unwrap()
        };
        let seen = own(&second);
        assert_eq!(seen.iter().map(|one| one.row.id()).collect::<Vec<_>>(), [id], "on her list as well");
        let charges = seen[0].leadership.clone();
        let answered = |user| charges.charge_of(Town::user(user)).unwrap().duties[0].answer.is_some();
        assert_eq!((answered(7), answered(8)), (false, true), "each has her own");
        assert_eq!(own(&first).len(), 1);
        // It ends for both at once.
        town.lead(id, &office, leadership::Command::EndCharge { reason: text("办完了") }).unwrap();
        assert!(own(&first).is_empty() && own(&second).is_empty());
    });
}
