//! 督办 over weeks, on both engines: the ladder answered in time, a matter on the list, what the discipline body is shown, advice and
//! its answer, and what a week shows of units and never of people.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;
#[path = "common/rising.rs"]
#[expect(dead_code, reason = "this story needs less of it")]
mod rising;

use common::{World, code_of, text};
use domain::{
    access::{self, Subject, actions::WeeklyExposure},
    advice::{self, Adoption, Advice},
    case::DispatchKind,
    organisation::OrgKind,
    people::Role,
    petition,
    supervision::{Command, Finding, Ground, Liability, RungKind, Stage, Supervision, Way},
};
use kernel::{CaseId, DivisionCode, OrgId};
use lianxin_services::{Error, MIGRATIONS, matter, oversight};
use rising::{Story, appoint, found};

fn supervisions(story: &Story, subject: &Subject, over: bool) -> Vec<Supervision> {
    let subject = subject.clone();
    let page = story.world.read(move |tx, _, _| Ok(oversight::supervisions(tx, &subject, over, None, 20)?));
    page.unwrap().items.into_iter().map(|one| one.state).collect()
}

fn does(story: &Story, subject: &Subject, id: CaseId, command: Command) -> Result<Supervision, Error> {
    let subject = subject.clone();
    story.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &subject, id, None, &command))
}

fn by_hand(story: &Story, kind: RungKind, ground: Ground) -> Result<CaseId, Error> {
    let (subject, case) = (story.supervisor(), story.id());
    let asked = oversight::ByHand {
        kind,
        ground,
        demands: Some(text("说明没有上门的原因，五日内上门核实。")),
        reply_days: Some(5),
        liability: None,
        competent: None,
    };
    let id = story.world.write(move |tx, kit, ctx| oversight::by_hand(tx, kit, ctx, &subject, case, &asked))?;
    // Whoever drafts a letter does not sign it.
    story.signed(id)?;
    Ok(id)
}

#[test]
fn what_is_answered_in_time_goes_no_further_and_ends_by_itself() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        story.in_handling();
        // The answer is due on 9 March: a reminder a week before, a risk notice three days before.
        story.at("2026-03-03T09:00:00");
        assert_eq!(story.tick().rungs, 1);
        assert!(!story.told().iter().any(|kind| kind.starts_with("petition.superv")), "she is not bothered with it");
        story.at("2026-03-07T09:00:00");
        assert_eq!(story.tick().rungs, 1);
        let seen = supervisions(&story, &story.leader(), false);
        let notice = seen[0].rungs.last().unwrap().clone();
        assert_eq!((seen.len(), notice.kind, notice.reply_days), (1, RungKind::RiskNotice, Some(3)));
        assert_eq!(seen[0].stage(), Stage::Notified);
        assert_eq!(story.told().iter().filter(|kind| **kind == "petition.supervised").count(), 1);
        assert!(supervisions(&story, &story.agent(), false).is_empty(), "what offices say to each other is theirs");

        let answer = Command::Answer {
            no: notice.no,
            text: text("复测报告今天到，3 月 8 日答复。"),
            evidence: Some(text("复测报告编号 2026-14")),
        };
        let id = seen[0].id;
        assert!(does(&story, &story.supervisor(), id, answer.clone()).is_err(), "nobody answers for the unit");
        assert_eq!(does(&story, &story.leader(), id, answer).unwrap().stage(), Stage::Responded);
        let accept =
            Command::Judge { no: notice.no, accepted: true, reason: text("写明了日子，按此办理。") };
        does(&story, &story.supervisor(), id, accept).unwrap();
        assert_eq!(story.tick().ended, 0, "not while the answer to her is still owed");
        story.answered("2026-03-08");
        assert_eq!(story.tick().ended, 1);
        assert!(supervisions(&story, &story.leader(), false).is_empty());
        let over = supervisions(&story, &story.supervisor(), true);
        assert_eq!((over.len(), over[0].highest()), (1, Some(RungKind::RiskNotice)));
        story.at("2026-04-01T09:00:00");
        assert_eq!((story.tick().rungs, story.tick().raised), (0, 0), "no letter follows a matter that was answered");
        story.is_whole();
    });
}

#[test]
fn on_the_list_it_is_looked_at_on_site_and_on_paper_and_comes_off_with_evidence() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        for n in [41, 42] {
            appoint(&story.world, n, Role::Supervisor, story.world.bureau);
        }
        story.in_handling();
        story.at("2026-02-02T09:00:00");
        let id = by_hand(&story, RungKind::SupervisionLetter, Ground::Shirk).unwrap();
        let other = by_hand(&story, RungKind::SupervisionLetter, Ground::Delay);
        assert_eq!(code_of(other), "rung-open", "one letter at a time");
        let listed = |subject: Subject| {
            let found = story.world.read(move |tx, _, _| Ok(oversight::listed_matters(tx, &subject, 9)?)).unwrap();
            found.into_iter().map(|one| one.state.id).collect::<Vec<_>>()
        };
        assert!(listed(story.supervisor()).is_empty(), "supervised is not yet listed");
        let list =
            |due| Command::List { leader: text("旗委副书记"), due, demands: text("3 月 1 日前答复。") };
        let put = |command: Command| {
            let subject = story.supervisor();
            story.world.write(move |tx, kit, ctx| oversight::list_matter(tx, kit, ctx, &subject, id, None, &command))
        };
        assert_eq!(code_of(put(list(jiff::civil::date(2026, 2, 1)))), "listing-due-past");
        put(list(jiff::civil::date(2026, 3, 1))).unwrap();
        assert_eq!(code_of(put(list(jiff::civil::date(2026, 3, 2)))), "supervision-listed-already");
        let stranger = story.world.staff(22, Role::UnitLeader, story.world.housing);
        assert_eq!((listed(story.supervisor()), listed(story.leader())), (vec![id], vec![id]));
        assert!(listed(stranger).is_empty());
        assert_eq!(story.told().iter().filter(|kind| **kind == "petition.supervised").count(), 2, "letter and list");

        let sheet = |way| Finding {
            way,
            verifiers: vec![World::user(41), World::user(42)],
            procedure: text("上门记录补上了。"),
            substance: text("面积复测过。"),
            heard: text("她说来过两次。"),
            difference: None,
            advice: text("可以销号。"),
            fraud: false,
        };
        for way in [Way::OnSite, Way::Paper] {
            let (subject, finding) = (story.supervisor(), sheet(way));
            story
                .world
                .write(move |tx, kit, ctx| oversight::verify(tx, kit, ctx, &subject, id, None, &finding))
                .unwrap();
        }
        let close = Command::Close { reason: text("办完了。") };
        assert_eq!(code_of(does(&story, &story.supervisor(), id, close.clone())), "supervision-unsettled");
        story.at("2026-02-05T09:00:00");
        let answer = Command::Answer { no: 1, text: text("上门两次，面积复测过。"), evidence: None };
        does(&story, &story.leader(), id, answer).unwrap();
        does(&story, &story.supervisor(), id, Command::Judge { no: 1, accepted: true, reason: text("属实。") })
            .unwrap();
        assert_eq!(code_of(does(&story, &story.supervisor(), id, close.clone())), "supervision-listed");
        let off = Command::Delist { evidence: text("核查报告单两份，本人签字的答复。") };
        assert!(does(&story, &story.leader(), id, off.clone()).is_err(), "the unit does not take itself off");
        does(&story, &story.supervisor(), id, off).unwrap();
        assert!(listed(story.supervisor()).is_empty());
        assert_eq!(does(&story, &story.supervisor(), id, close).unwrap().stage(), Stage::Closed);
        story.is_whole();
    });
}

#[test]
fn the_discipline_body_is_shown_numbers_and_dates_and_answers_what_it_is_advised() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let body = found(&story.world, 76, OrgKind::Discipline, "达茂旗纪委监委", common::BANNER);
        let discipline = story.world.staff(52, Role::DisciplineSealed, body);
        story.in_handling();
        story.at("2026-01-29T09:00:00");
        let id = by_hand(&story, RungKind::SupervisionLetter, Ground::Shirk).unwrap();
        story.at("2026-02-05T09:00:00");
        story.tick();
        let drafted = supervisions(&story, &story.supervisor(), false)[0].rungs.last().unwrap().clone();
        assert_eq!(drafted.kind, RungKind::AccountabilityAdvice, "the letter was not answered");
        let (subject, what) = (
            story.supervisor(),
            oversight::Signature {
                no: drafted.no,
                demands: text("对推诿的责任作出处理。"),
                liability: Some(Liability::A45_1),
                competent: Some(body),
            },
        );
        story.world.write(move |tx, kit, ctx| oversight::sign(tx, kit, ctx, &subject, id, None, &what)).unwrap();

        // The shared sheet: number, unit, rung, article, dates. Neither the matter nor a word that anybody wrote.
        let subject = discipline.clone();
        let sheet = story.world.read(move |tx, _, _| Ok(oversight::joint_sheet(tx, &subject, 9)?)).unwrap().unwrap();
        assert_eq!(sheet.iter().map(|row| row.rung).max(), Some(RungKind::AccountabilityAdvice));
        assert!(sheet.iter().all(|row| row.unit == story.world.forestry));
        let shown = format!("{sheet:?}");
        assert!(!shown.contains("上门") && !shown.contains("推诿") && !shown.contains("草场"), "{shown}");
        assert!(!story.sees(&discipline), "nor the matter itself");
        let (subject, asked) = (discipline.clone(), id);
        let open = story.world.read(move |tx, kit, ctx| oversight::open_supervision(tx, kit, ctx, &subject, asked));
        assert_eq!(code_of(open.map(|_| ())), "not-permitted");

        // The advice itself is addressed to it: received, adopted in writing, verified by who advised.
        let subject = discipline.clone();
        let advised =
            story.world.read(move |tx, _, _| Ok(oversight::advice_list(tx, &subject, false, None, 9)?)).unwrap();
        let advice = advised.items[0].1.issued.id;
        let answer = |subject: &Subject, command: advice::Command| -> Result<Advice, Error> {
            let subject = subject.clone();
            story.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &subject, advice, None, &command))
        };
        assert!(answer(&story.leader(), advice::Command::Receive).is_err(), "not the unit it is about");
        answer(&discipline, advice::Command::Receive).unwrap();
        let reply = advice::Command::Reply { adoption: Adoption::Partly, text: text("约谈了分管负责人。") };
        answer(&discipline, reply).unwrap();
        let found = advice::Command::Verify { found: text("约谈记录已看。") };
        assert!(answer(&discipline, found.clone()).is_err(), "nobody verifies his own answer");
        assert!(answer(&story.supervisor(), found).unwrap().stage().is_over());
        assert!(!format!("{:?}", story.page().timeline).contains("约谈"), "it is between offices");
        story.is_whole();
    });
}

#[test]
fn two_dates_missed_at_once_and_a_letter_by_hand_keep_nothing_from_going_on() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let to = story.world.forestry;
        // The report of the result is due on 9 March, like the answer to her.
        let assign = petition::Command::Forward { to, kind: DispatchKind::AssignWithFeedback, feedback_days: Some(63) };
        story.act(&story.officer(), assign).unwrap();
        story.accepted();
        let due = |def: &str| story.state().running(def).unwrap().statutory;
        assert_eq!(due("HANDLE_60D"), due("FEEDBACK_CUSTOM"));
        story.at("2026-03-05T09:00:00");
        let id = by_hand(&story, RungKind::SupervisionLetter, Ground::Delay).unwrap();
        story.at("2026-03-12T09:00:00");
        story.tick();
        let letters = || {
            let found = supervisions(&story, &story.supervisor(), false);
            let rungs = found.iter().flat_map(|one| &one.rungs).filter(|rung| rung.kind == RungKind::SupervisionLetter);
            rungs.map(|rung| rung.no).collect::<Vec<_>>()
        };
        assert_eq!(letters().len(), 1, "the letter by hand is still open, and says it");
        let settle = |no: u32| {
            let answer = Command::Answer { no, text: text("这周内答复。"), evidence: None };
            does(&story, &story.leader(), id, answer).unwrap();
            let accept = Command::Judge { no, accepted: true, reason: text("知道了，看结果。") };
            does(&story, &story.supervisor(), id, accept).unwrap();
        };
        settle(letters()[0]);
        story.tick();
        assert_eq!(letters().len(), 2, "then the one for the first date");
        settle(letters()[1]);
        story.tick();
        assert_eq!(letters().len(), 3, "then the one for the second");
        story.at("2026-03-25T09:00:00");
        assert_eq!(story.tick().raised, 1, "and it rises on its day, whatever is written meanwhile");
        story.is_whole();
    });
}

#[test]
fn a_week_shows_units_and_numbers_and_is_corrected_beside_itself() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        story.in_handling();
        story.at("2026-01-29T09:00:00");
        by_hand(&story, RungKind::SupervisionLetter, Ground::Shirk).unwrap();
        // A letter unanswered since 3 February; the answer to her is due on 9 March.
        let freeze = || story.world.write(|tx, _, ctx| Ok(oversight::freeze_due(tx, ctx)?)).unwrap();
        let weeks = |subject: Subject| {
            story.world.read(move |tx, _, _| {
                let leave = access::permit::<WeeklyExposure>(&subject, &DivisionCode::parse(common::BANNER)?)?;
                Ok(oversight::weeks(tx, &leave, 9)?)
            })
        };
        story.at("2026-02-09T06:00:00");
        story.tick();
        assert!(freeze() >= 1, "the week that ended");
        assert_eq!(freeze(), 0, "once");
        let first = weeks(story.supervisor()).unwrap().remove(0);
        assert_eq!(first.monday, jiff::civil::date(2026, 2, 2));
        let of = |week: &oversight::Week, unit: OrgId| week.units.iter().find(|one| one.unit == unit).cloned();
        let forestry = of(&first, story.world.forestry).unwrap();
        assert_eq!((forestry.overdue, forestry.unanswered, forestry.unexecuted), (0, 1, 0));
        let said = serde_json::to_string(&first.units).unwrap();
        assert_eq!(said.matches("\"unit\"").count(), first.units.len());
        assert!(!said.contains("user") && !said.contains("name") && !said.contains("handler"), "units only: {said}");
        assert!(!said.contains(&World::user(11).to_string()), "never a person: {said}");

        // Past the day of her answer the week counts that too; what was frozen stays as it was.
        story.at("2026-03-16T06:00:00");
        story.tick();
        freeze();
        let all = weeks(story.supervisor()).unwrap();
        assert_eq!((all.len(), all[0].monday), (2, jiff::civil::date(2026, 3, 9)));
        let later = of(&all[0], story.world.forestry).unwrap();
        assert_eq!(later.overdue, 1);
        assert!(later.unanswered >= 1);
        assert_eq!(of(&all[1], story.world.forestry), Some(forestry));
        let subject = story.supervisor();
        let monday = all[1].monday;
        story
            .world
            .write(move |tx, _, ctx| {
                let leave = access::permit::<WeeklyExposure>(&subject, &DivisionCode::parse(common::BANNER)?)?;
                oversight::annotate(tx, ctx, &leave, monday, &text("2 月 6 日已当面回话，当时没有录入。"))
            })
            .unwrap();
        let all = weeks(story.supervisor()).unwrap();
        assert_eq!((all[1].notes.len(), all[1].units.len()), (1, first.units.len()), "beside it, not over it");
        assert!(weeks(story.handler()).is_err());
        story.is_whole();
    });
}
