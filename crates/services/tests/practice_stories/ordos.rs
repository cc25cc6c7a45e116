//! Ordos. What its report says, line by line, and what is done about it here:
//!
//! | Line | The report | Here |
//! |---|---|---|
//! | 4 | 常务会议定期调度，政府督查室 | a round of the prefecture; meetings are held by people |
//! | 4 | 领导定期接访、接听热线 | reception days are the leaders' calendar; what the hotline hands over is the third story |
//! | 4 | 五访：常态接访、定期下访、带案走访、重点约访、抽查回访 | the second story: all five on record, in these words |
//! | 4 | 联动、联调、联防、联治、联创 | slogans |
//! | 5 | 即知即调、接诉即办 | claimed within eight hours, on the board within the day |
//! | 5 | 分流分调：调解、仲裁、诉讼 | each claim goes its own way |
//! | 5 | 联管联调：包案办、联合办、盯住办 | three duties of whoever takes charge; passed on twice, the joint meeting decides |
//! | 5 | 月结月清；年内清零 | thirty days, a campaign over what is new and one over what is in hand (third story); 清零 is a slogan and no number here |
//! | 5 | 民间借贷、房地产三难、征占地、草牧场 | categories |
//! | 5 | 人民建议征集 | suggestions are answered within thirty days; campaigns that ask for them are not in the program |
//! | 6 | 事项网上办、结果网上评、问题网上督、形势网上判 | filed, asked after and rated through the portal; figures of `statistics` |

use domain::{
    campaign::Campaign,
    cycle::Reached,
    escalation::Trigger,
    leadership::{self, VisitKind},
    notice::Purpose,
    organisation::OrgKind,
};

use lianxin_services::campaign;

use super::*;

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
fn ordos_leaders_make_five_kinds_of_visits_and_three_duties_hold_what_nobody_could_settle() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "ordos", "2026-06-01T09:00:00");
        let id = filed(&town);
        let office = town.staff(2, Role::JointMeetingOffice, "联席办");
        let leader = town.on_record(7, Role::UnitLeader, "政府");
        let take = leadership::Command::TakeCharge {
            leader: Town::user(7),
            org: town.org("政府"),
            post: leadership::Post::Leader,
        };
        town.lead(id, &office, take).unwrap();
        // Line 5: 责任领导包案办、权责匹配联合办、全程督导盯住办, by the thirty days of 月结月清.
        let duties = town.duties(id, &leader);
        let names: Vec<&str> = duties.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["包案办", "联合办", "盯住办"]);
        assert!(duties.iter().all(|(_, due)| due == "2026-07-01"), "{duties:?}");
        // Line 4: 五访, each on record with its day, place and findings.
        town.at("2026-06-05T10:00:00");
        for kind in VisitKind::ALL {
            let visit = leadership::Command::Visit {
                kind: *kind,
                on: jiff::civil::date(2026, 6, 4),
                place: text("办事大厅"),
                findings: text("材料都在，等测量。"),
            };
            town.lead(id, &leader, visit).unwrap();
        }
        let words = ["visit-reception", "visit-field", "visit-appointed"].map(|key| town.says(key));
        assert_eq!(words, ["常态接访", "定期下访", "重点约访"]);
        // Line 5: passed on twice is enough: the office of the joint meeting decides who leads.
        let rules = town.kit.oversight(&town.county(), kernel::beijing_date(town.now()));
        let hops = rules.escalation.iter().find(|rule| rule.trigger == Trigger::Hops).unwrap();
        assert_eq!((hops.threshold, hops.target.up, hops.target.kinds[0]), (2, 0, OrgKind::JointMeetingOffice));
        let expected = [("即知即调".to_owned(), Reached::Taken, 24), ("月结月清".to_owned(), Reached::Ended, 720)];
        assert_eq!(town.targets(), expected);
        // Line 6: 结果网上评.
        assert!(town.tells(Purpose::Ended).contains("网上就能评"), "{}", town.tells(Purpose::Ended));
    });
}

#[test]
fn ordos_what_is_new_is_looked_at_by_the_month_and_the_hotline_hands_its_matters_over() {
    testkit::both(MIGRATIONS, |store| {
        let town = Town::new(store, "ordos", "2026-06-01T09:00:00");
        // Line 5: 新发生的月结月清: a campaign over what comes in; 化积案: one over what is in hand.
        let plans: Vec<_> = town.practice().campaigns.iter().map(|plan| plan.name.to_string()).collect();
        assert_eq!(plans, ["化积案", "月结月清", "草牧场权属"]);
        let officer = town.staff(1, Role::BureauOfficer, "信访");
        let before = filed(&town);
        town.at("2026-06-02T09:00:00");
        let plan = town.practice().campaigns[1].clone();
        let new = Campaign { division: town.county(), plan, first: jiff::civil::date(2026, 6, 2) };
        let id = town.write({
            let (officer, new) = (officer.clone(), new.clone());
            move |tx, _, ctx| {
                let permit = access::permit::<actions::RunCampaign>(&officer, &new.division)?;
                campaign::open(tx, ctx, &permit, &new)
            }
        });
        let id = id.unwrap();
        // Line 6: 优化 12345 热线办理流程: what the hotline hands over has a number, an agent's list and the same days as any other.
        let told = Town::form(&town.county(), "TRANSFER_IN").parse(Door::Staff, town.now()).unwrap();
        let receipt = town.write({
            let officer = officer.clone();
            move |tx, kit, ctx| {
                let permit = access::permit::<actions::RegisterOnBehalf>(&officer, &told.division)?;
                register(tx, kit, ctx, &By::Staff(&permit), &told, None)
            }
        });
        let from_hotline = receipt.unwrap().id;
        assert_ne!(from_hotline, before);
        let state = town.petition(from_hotline, &officer, forward(town.org("人社"), None)).unwrap();
        assert_eq!(state.channel, domain::case::Channel::TransferIn);
        assert_eq!(state.channel.statutory(), domain::case::Channel::Web, "counted under a form of article 17");
        assert_eq!(day(due(&state.clocks, "FORWARD_15D")), "2026-06-09");
        let seen = town.write(move |tx, _, ctx| {
            let listed = campaign::get(tx, id)?.unwrap();
            Ok(campaign::progress(tx, &listed, &listed.campaign.division.clone(), ctx.now())?)
        });
        let seen = seen.unwrap();
        assert_eq!((seen.gathered, seen.open, seen.overdue), (1, 1, 0), "what came before is not new");
    });
}
