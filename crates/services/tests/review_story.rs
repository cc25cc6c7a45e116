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
