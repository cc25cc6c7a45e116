//! Review and recheck over months, on both engines: asked for by herself, looked into by the government above, sent back, answered
//! anew, rechecked by the city, final.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{World, code_of, text};
use domain::{
    access::{self, Permit, Subject, actions::AdminUnits},
    case::{Answer, DispatchKind, OpinionResult, ServiceMethod, StatutoryRoute},
    document::DocType,
    organisation::OrgKind,
    people::Role,
    petition::{Command, DraftAnswer, Petition, Serve, Stage},
    review::{Command as Do, DraftRuling, Finality, Level, Review, ReviewResult, Ruling, Stage as At},
};
use kernel::{CaseId, ClaimId, Ctx, DivisionCode, OrgId, Text};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs, matter,
    organisation::{self, OrgDraft},
    petition::{self, Access, Act, By, Receipt},
    review::{self, NewRequest},
};

struct Story {
    world: World,
    receipt: Receipt,
    banner: OrgId,
    city: OrgId,
}

fn government(world: &World, code: &'static str, name: &'static str, seed: u64) -> OrgId {
    let now = kernel::Clock::now(&world.clock);
    let create = world.store.write_blocking(move |tx| -> Result<OrgId, Error> {
        let place = DivisionCode::parse(code)?;
        let permit: Permit<AdminUnits> = access::permit(&Subject::System, &place)?;
        let draft = OrgDraft::new(OrgKind::Government, Text::parse("name", name)?, place);
        Ok(organisation::create(tx, &Ctx::seeded(now, seed), &permit, draft)?.id)
    });
    create.unwrap()
}

impl Story {
    /// An answer to the first and the last of three claims was served on 20 January; the second went its own way.
    fn served(world: World) -> Self {
        let (banner, city) =
            (government(&world, "150223", "达茂旗人民政府", 71), government(&world, "1502", "包头市人民政府", 72));
        let new = world.new_petition();
        let receipt =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("form-1")));
        let story = Self { receipt: receipt.unwrap(), world, banner, city };
        let world = &story.world;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let forward = Command::Forward { to: world.forestry, kind: DispatchKind::Forward, feedback_days: None };
        story.act(&officer, forward).unwrap();
        let claims = story.claims();
        let routes = vec![
            (claims[0], StatutoryRoute::PetitionProcedure, None),
            (claims[1], StatutoryRoute::DutyPerformance, Some(text("旗综合行政执法局"))),
            (claims[2], StatutoryRoute::PetitionProcedure, None),
        ];
        let handler = story.handler();
        story.act(&handler, Command::Accept { handler: World::user(11), routes }).unwrap();
        story.act(&handler, Command::Contact { note: text("上门听了情况。") }).unwrap();
        world.at("2026-01-20T10:00:00");
        story.answers(&[(claims[0], "按档案面积计算，没有少发。"), (claims[2], "机井已列入三月的计划。")]).unwrap();
        story
    }

    fn handler(&self) -> Subject {
        self.world.staff(11, Role::UnitHandler, self.world.forestry)
    }

    fn answers(&self, answers: &[(ClaimId, &str)]) -> Result<(), Error> {
        let world = &self.world;
        let (handler, leader) = (self.handler(), world.staff(12, Role::UnitLeader, world.forestry));
        let checker = world.staff(13, Role::UnitHandler, world.forestry);
        let one = |(claim, words): &(ClaimId, &str)| DraftAnswer {
            claim: *claim,
            answer: Answer {
                result: OpinionResult::Explain,
                text: text(words),
                basis: text("草畜平衡管理办法"),
                promise: None,
                more: vec![],
            },
        };
        let answers = answers.iter().map(one).collect();
        self.act(&handler, Command::SaveDraft { findings: text("查了档案。"), answers, submit: true })?;
        self.act(&checker, Command::Check)?;
        self.act(&leader, Act::Sign)?;
        let on = kernel::beijing_date(kernel::Clock::now(&world.clock));
        self.act(&handler, Command::Serve(service(on)))?;
        Ok(())
    }

    fn act(&self, subject: &Subject, command: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, command, id) = (subject.clone(), command.into(), self.receipt.id);
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &command))
    }

    fn does(&self, subject: &Subject, id: CaseId, act: impl Into<review::Act>) -> Result<Review, Error> {
        let (subject, act) = (subject.clone(), act.into());
        self.world.write(move |tx, kit, ctx| review::act(tx, kit, ctx, &subject, id, None, &act))
    }

    fn access(&self) -> Access {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        let found = self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code));
        found.unwrap().unwrap()
    }

    fn track(&self) -> petition::TrackView {
        let access = self.access();
        self.world.read(move |tx, kit, ctx| petition::track(tx, kit, ctx, &access)).unwrap()
    }

    fn claims(&self) -> Vec<ClaimId> {
        self.track().state.claims.iter().map(|claim| claim.id).collect()
    }

    fn ask(&self, level: Level, organ: OrgId, claims: &[ClaimId], late: Option<&str>) -> Result<Review, Error> {
        let access = self.access();
        let new = NewRequest {
            level,
            organ,
            claims: claims.iter().map(|claim| (*claim, text("面积量错了，边界桩被挪过。"))).collect(),
            late_cause: late.map(text),
            posted_on: None,
        };
        self.world.write(move |tx, kit, ctx| review::ask(tx, kit, ctx, &access, &new))
    }

    fn waiting(&self, subject: &Subject) -> Vec<CaseId> {
        let subject = subject.clone();
        let rows = self.world.read(move |tx, _, _| Ok(review::waiting(tx, &subject, false, 50)?)).unwrap();
        rows.iter().map(matter::MatterRow::id).collect()
    }

    /// Accepted, written, checked, signed and served by three people of the office.
    fn decides(&self, id: CaseId, people: &[Subject; 3], results: &[(ClaimId, ReviewResult)]) -> Review {
        let examiner = people[0].staff().unwrap().user();
        self.does(&people[0], id, Do::Accept { examiner, late: None }).unwrap();
        let ruling = |(claim, result): &(ClaimId, ReviewResult)| DraftRuling {
            claim: *claim,
            ruling: Ruling {
                result: *result,
                text: text("没有到现场丈量，事实不清。"),
                basis: text("《信访工作条例》第三十五条"),
                instead: None,
            },
        };
        let rulings = results.iter().map(ruling).collect();
        self.does(&people[0], id, Do::SaveDraft { findings: text("调了卷，看了桩。"), rulings, submit: true }).unwrap();
        assert!(self.does(&people[0], id, Do::Check).is_err(), "not her own draft");
        self.does(&people[1], id, Do::Check).unwrap();
        self.does(&people[2], id, review::Act::Sign).unwrap();
        let on = kernel::beijing_date(kernel::Clock::now(&self.world.clock));
        self.does(&people[0], id, Do::Serve(service(on))).unwrap()
    }

    fn papers(&self, id: CaseId) -> Vec<DocType> {
        let region = self.access().region().to_owned();
        let rows = self.world.read(move |tx, _, _| Ok(document::of_case(tx, &region, id)?)).unwrap();
        rows.iter().map(|row| row.kind).collect()
    }
}

fn service(on: jiff::civil::Date) -> Serve {
    Serve { method: ServiceMethod::InPerson, on, evidence: text("当面签收"), late_entry_reason: None }
}

#[test]
fn sent_back_answered_anew_rechecked_and_final() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::served(World::new(store, "2026-01-05T02:00:00Z"));
        let world = &story.world;
        let claims = story.claims();
        let people = |org, n: u128, role| [n, n + 1, n + 2].map(|n| world.staff(n, role, org));
        let banner = people(story.banner, 41, Role::Reviewer);
        let city = people(story.city, 51, Role::Rechecker);

        // S09: on the last day; what took another way has none; the unit itself is not asked.
        world.at("2026-02-24T23:59:00");
        let ask = |claims: &[ClaimId]| story.ask(Level::Review, story.banner, claims, None);
        assert_eq!(code_of(ask(&[claims[1]])), "review-claim-routed");
        assert_eq!(code_of(story.ask(Level::Review, world.forestry, &[claims[0]], None)), "review-organ-unknown");
        let first = ask(&[claims[0], claims[2]]).unwrap();
        assert_eq!(first.term().unwrap().statutory.to_string(), "2026-03-26");
        assert_eq!(story.track().stage, Stage::UnderReview);
        assert!(story.track().claims.iter().filter(|claim| claim.answered).count() == 2, "her answer stays readable");

        // In the inbox of the office, of nobody who answered; the unit's people cannot sit, wherever they work now.
        assert_eq!(story.waiting(&banner[0]), [first.id]);
        assert!(story.waiting(&city[0]).is_empty() && story.waiting(&story.handler()).is_empty());
        let moved = world.staff(11, Role::Reviewer, story.banner);
        let accept = || Do::Accept { examiner: World::user(41), late: None };
        assert_eq!(code_of(story.does(&moved, first.id, accept())), "reviewer-sat-before");
        assert_eq!(code_of(story.does(&story.handler(), first.id, accept())), "not-permitted");

        // Beside an open review the petition neither closes nor is its window anybody's end.
        world.at("2026-02-26T09:00:00");
        world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        assert_eq!(story.track().stage, Stage::UnderReview);
        world.at("2026-03-10T09:00:00");
        let results = [(claims[0], ReviewResult::Remand), (claims[2], ReviewResult::Uphold)];
        let served = story.decides(first.id, &banner, &results);
        assert_eq!(served.stage(), At::Served);
        assert_eq!(served.issued().unwrap().number.as_str(), "达茂旗人民政府信查〔2026〕1号");
        let papers = story.papers(first.id);
        assert!(papers.contains(&DocType::ReceiptNotice) && papers.contains(&DocType::ReviewOpinion), "{papers:?}");
        assert_eq!(story.track().stage, Stage::Investigating);
        assert_eq!(story.track().claims.iter().filter(|claim| claim.answered).count(), 1, "the other was sent back");

        // The same answer is not an answer.
        assert_eq!(code_of(story.answers(&[(claims[0], "按档案面积计算 没有少发")])), "redo-same-answer");
        world.at("2026-03-20T09:00:00");
        story.answers(&[(claims[0], "三月十二日到现场丈量，少计 744 亩，应补 1860 元，已列入四月发放。")]).unwrap();
        assert_eq!(story.track().stage, Stage::Served);

        // The upheld claim goes to the city; nobody rechecks her own review.
        let recheck = story.ask(Level::Recheck, story.city, &[claims[2]], None).unwrap();
        assert!(recheck.involved.contains(&World::user(41)) && recheck.bodies.contains(&story.banner));
        world.at("2026-04-01T09:00:00");
        let served = story.decides(recheck.id, &city, &[(claims[2], ReviewResult::Uphold)]);
        assert!(story.papers(served.id).contains(&DocType::RecheckOpinion));
        let state = story.track().state;
        assert_eq!(state.finally_answered(), None, "the new answer may still be contested");

        // Her days pass: it ends, finally answered; the same cannot be asked again.
        world.at("2026-05-20T09:00:00");
        world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        let handler = story.handler();
        story.act(&handler, Command::HandoffAccepted { claim: claims[1], number: text("ZF-0418") }).unwrap();
        let closed = story.act(&handler, Command::Close).unwrap();
        assert_eq!((closed.stage(), closed.finally_answered()), (Stage::Closed, Some(Finality::Rechecked)));
        let again = story.ask(Level::Recheck, story.city, &[claims[2]], Some("还是不服"));
        assert_eq!(code_of(again), "review-claim-final");
    });
}

#[test]
fn taken_back_it_costs_no_day_and_only_she_takes_it_back() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::served(World::new(store, "2026-01-05T02:00:00Z"));
        let claims = story.claims();
        story.world.at("2026-01-25T09:00:00");
        let asked = story.ask(Level::Review, story.banner, &[claims[0], claims[2]], None).unwrap();
        let reviewer = story.world.staff(41, Role::Reviewer, story.banner);
        assert_eq!(code_of(story.does(&reviewer, asked.id, Do::Withdraw { reason: None })), "not-permitted");
        let (access, id) = (story.access(), asked.id);
        let back = Do::Withdraw { reason: None };
        story.world.write(move |tx, kit, ctx| review::act_as_petitioner(tx, kit, ctx, &access, id, &back)).unwrap();
        let state = story.track().state;
        assert_eq!(state.stage(), Stage::Served);
        assert_eq!(state.running("REVIEW_REQUEST_30D").unwrap().statutory.to_string(), "2026-02-24");
    });
}

/// 6.1, article 36.2: everybody is told of a hearing before it, on paper and on the reviewers' calendar.
#[test]
fn a_hearing_is_called_moved_and_cancelled_with_its_letter() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::served(World::new(store, "2026-01-05T01:00:00Z"));
        let claims = story.claims();
        story.world.at("2026-01-25T09:00:00");
        let review = story.ask(Level::Review, story.banner, &[claims[0]], None).unwrap();
        let reviewer = story.world.staff(41, Role::Reviewer, story.banner);
        story.does(&reviewer, review.id, Do::Accept { examiner: World::user(41), late: None }).unwrap();
        let call = |on| Do::CallHearing {
            on,
            hours: text("9:00–11:30"),
            place: text("旗政府三楼听证室"),
            persons: text("主持人、听证员三人、双方"),
        };
        let today = jiff::civil::date(2026, 1, 25);
        assert_eq!(code_of(story.does(&reviewer, review.id, call(today))), "hearing-called-late");
        assert_eq!(
            code_of(story.does(&reviewer, review.id, Do::CancelHearing { reason: text("改") })),
            "hearing-not-called"
        );
        story.does(&reviewer, review.id, call(jiff::civil::date(2026, 2, 3))).unwrap();
        let ahead = |world: &World| {
            let reviewer = reviewer.clone();
            let all =
                world.read(move |tx, _, ctx| Ok(review::hearings_ahead(tx, &reviewer, ctx.today(), 50)?)).unwrap();
            all.into_iter().map(|one| one.call.on).collect::<Vec<_>>()
        };
        assert_eq!(ahead(&story.world), [jiff::civil::date(2026, 2, 3)]);
        let letters = || {
            let id = review.id;
            let rows = story.world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
            rows.into_iter().filter(|row| row.kind == DocType::HearingNotice).count()
        };
        assert_eq!(letters(), 1);
        story.does(&reviewer, review.id, call(jiff::civil::date(2026, 2, 4))).unwrap();
        assert_eq!((ahead(&story.world), letters()), (vec![jiff::civil::date(2026, 2, 4)], 2));
        // Her page has the notices; the opinion is not hers before it is served.
        let state = story.world.read({
            let id = review.id;
            move |tx, _, _| Ok(matter::load::<Review>(tx, "1502", id)?.unwrap().state)
        });
        let state = state.unwrap();
        let hers = story.world.read(move |tx, _, _| Ok(document::hers_of_review(tx, "1502", &state)?)).unwrap();
        assert!(hers.iter().any(|row| row.kind == DocType::HearingNotice));
        assert!(hers.iter().all(|row| row.kind != DocType::ReviewOpinion));
        story.does(&reviewer, review.id, Do::CancelHearing { reason: text("双方都同意书面审查") }).unwrap();
        assert_eq!(ahead(&story.world), Vec::<jiff::civil::Date>::new());
    });
}

/// Article 40: a review that is past its day is supervised by the bureau above, by rule, and the record of the review says so.
#[test]
fn an_overdue_review_supervises_itself() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::served(World::new(store, "2026-01-05T01:00:00Z"));
        let above = story.world.write(move |tx, _, ctx| {
            let place = DivisionCode::parse("1502")?;
            let permit: Permit<AdminUnits> = access::permit(&Subject::System, &place)?;
            let draft = OrgDraft::new(OrgKind::Bureau, Text::parse("name", "包头市信访局")?, place);
            Ok(organisation::create(tx, ctx, &permit, draft)?.id)
        });
        let above = above.unwrap();
        let claims = story.claims();
        story.world.at("2026-01-25T09:00:00");
        let asked = story.ask(Level::Review, story.banner, &[claims[0]], None).unwrap();
        let office = asked.office;
        let look = |at: &str| {
            story.world.at(at);
            story.world.write(|tx, kit, ctx| Ok(lianxin_services::oversight::look_due(tx, kit, ctx, 100)?)).unwrap()
        };
        look("2026-02-20T09:00:00");
        let notes = || {
            let id = asked.id;
            let events =
                story.world.read(move |tx, _, _| Ok(matter::history::<domain::review::Fact>(tx, "1502", id)?)).unwrap();
            let kinds: Vec<(String, OrgId)> = events
                .into_iter()
                .filter_map(|event| match event.event.fact {
                    domain::review::Fact::SupervisionNoted(notice) => Some(("noted".to_owned(), notice.unit)),
                    domain::review::Fact::Supervised(notice) => Some(("letter".to_owned(), notice.unit)),
                    _ => None,
                })
                .collect();
            kinds
        };
        assert_eq!(notes(), [("noted".to_owned(), office)], "reminded five days before");
        look("2026-02-27T09:00:00");
        assert_eq!(notes().last().map(|(kind, unit)| (kind.as_str(), *unit)), Some(("letter", office)));
        let supervised = story
            .world
            .read(move |tx, _, _| {
                let sql = "SELECT count(*) FROM matter WHERE kind = 'SUPERVISION' AND (bureau_id = $1 OR holder_id = $1 OR turn_id = $1)";
                Ok(tx.query_one(sql, store::params![above], |row| row.get::<i64>(0))?)
            })
            .unwrap();
        assert_eq!(supervised, 1, "by the bureau above, nobody pressed anything");
    });
}

/// Article 36.3: nothing is refused as finally answered that was not rechecked.
#[test]
fn no_more_accepted_rests_on_a_recheck_that_is_there() {
    use lianxin_services::petition::RestsOn;
    testkit::both(MIGRATIONS, |store| {
        let story = Story::served(World::new(store, "2026-01-05T01:00:00Z"));
        let world = &story.world;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let new = world.new_petition();
        let again = world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("form-2")))
            .unwrap();
        let propose = |rests_on: RestsOn| {
            let (officer, id) = (officer.clone(), again.id);
            let act = Act::ProposeFinality { rests_on, same: text("要的和说的都一样") };
            world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &officer, id, None, &act))
        };
        let known = RestsOn { number: Some(text(story.receipt.number.as_str())), ..RestsOn::default() };
        assert_eq!(code_of(propose(known)), "finality-not-final", "answered, and never rechecked");
        assert_eq!(code_of(propose(RestsOn::default())), "finality-basis-missing");
        let paper = |on| RestsOn {
            organ: Some(text("内蒙古自治区人民政府")),
            opinion: Some(text("内信复核〔2025〕9号")),
            on: Some(on),
            ..RestsOn::default()
        };
        assert_eq!(code_of(propose(paper(jiff::civil::date(2026, 3, 1)))), "finality-day");
        let state = propose(paper(jiff::civil::date(2025, 9, 1))).unwrap();
        assert!(state.finality().unwrap().recheck.as_str().contains("内信复核〔2025〕9号"));
        let second = world.staff(2, Role::BureauOfficer, world.bureau);
        let id = again.id;
        let confirmed = world
            .write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &second, id, None, &Command::ConfirmFinality.into()))
            .unwrap();
        assert_eq!(confirmed.stage(), Stage::NoMoreAccepted);
    });
}
