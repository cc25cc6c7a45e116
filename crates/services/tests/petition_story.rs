//! One matter from the doorstep to a rated answer, on both engines, over months.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::{self, Subject, actions},
    case::{
        Answer, DispatchKind, Grade, OpinionResult, Promise, RatingTarget, Resolution, ServiceMethod, StatutoryRoute,
    },
    execution::Reporting,
    people::Role,
    petition::{Command, DraftAnswer, Petition, Serve, Stage},
};
use kernel::{CaseId, ClaimId, OrgId};
use lianxin_services::{
    Error, MIGRATIONS, jobs,
    matter::{self, Filter, Tab},
    petition::{self, Access, Act, By, Receipt},
    work_order,
};

struct Story {
    world: World,
    receipt: Receipt,
}

impl Story {
    fn filed(world: World) -> Self {
        let new = world.new_petition();
        let receipt =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("form-1")));
        Self { receipt: receipt.unwrap(), world }
    }

    fn id(&self) -> CaseId {
        self.receipt.id
    }

    fn act(&self, subject: &Subject, command: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, command, id) = (subject.clone(), command.into(), self.id());
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &command))
    }

    fn access(&self) -> Access {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        let found = self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code));
        found.unwrap().unwrap()
    }

    fn hers(&self, command: Command) -> Result<Petition, Error> {
        let access = self.access();
        self.world.write(move |tx, kit, ctx| matter::act_as_petitioner(tx, kit, ctx, &access, None, &command))
    }

    fn track(&self) -> petition::TrackView {
        let access = self.access();
        self.world.read(move |tx, kit, ctx| petition::track(tx, kit, ctx, &access)).unwrap()
    }

    fn claims(&self) -> Vec<ClaimId> {
        self.track().state.claims.iter().map(|claim| claim.id).collect()
    }

    fn forward(&self, to: OrgId) -> Result<Petition, Error> {
        let officer = self.world.staff(1, Role::BureauOfficer, self.world.bureau);
        self.act(&officer, Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None })
    }

    fn inbox(&self, subject: &Subject, tab: Tab) -> Vec<CaseId> {
        let (subject, filter) = (subject.clone(), Filter { tab, ..Filter::default() });
        let page = self.world.read(move |tx, _, ctx| Ok(matter::list(tx, &subject, &filter, ctx.now(), None, 20)?));
        page.unwrap().items.iter().map(matter::MatterRow::id).collect()
    }
}

fn answer(result: OpinionResult, promise: Option<Promise>) -> Answer {
    Answer {
        result,
        text: text("查明少计草场 744 亩，应补 1860 元。"),
        basis: text("草畜平衡管理办法"),
        promise,
        more: vec![],
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in one piece")]
fn from_the_doorstep_to_a_rated_answer() {
    testkit::both(MIGRATIONS, |store| {
        // S33: received on a Monday.
        let story = Story::filed(World::new(store, "2026-06-01T02:00:00Z"));
        let world = &story.world;
        let dates: Vec<String> =
            story.receipt.promises.iter().map(|p| p.derivation.dates.statutory.to_string()).collect();
        assert_eq!(dates, ["2026-06-16"]);

        let handler = world.staff(11, Role::UnitHandler, world.forestry);
        let leader = world.staff(12, Role::UnitLeader, world.forestry);
        let checker = world.staff(13, Role::UnitHandler, world.forestry);
        let elsewhere = world.staff(21, Role::UnitHandler, world.housing);
        let admin = world.staff(31, Role::Sysadmin, world.bureau);
        assert!(story.inbox(&handler, Tab::Mine).is_empty(), "not theirs before it is forwarded");

        world.at("2026-06-16T09:00:00");
        story.forward(world.forestry).unwrap();
        assert_eq!(story.inbox(&handler, Tab::Mine), [story.id()]);
        assert!(story.inbox(&elsewhere, Tab::Open).is_empty());
        assert!(story.inbox(&admin, Tab::Open).is_empty(), "no content for whoever keeps the machine");

        world.at("2026-07-01T09:00:00");
        let claims = story.claims();
        let petition = StatutoryRoute::PetitionProcedure;
        let routes = vec![
            (claims[0], petition, None),
            (claims[1], StatutoryRoute::DutyPerformance, Some(text("旗综合行政执法局"))),
            (claims[2], petition, None),
        ];
        let accept = Command::Accept { handler: World::user(11), routes };
        assert_eq!(code_of(story.act(&elsewhere, accept.clone())), "not-permitted");
        story.act(&handler, accept).unwrap();
        let due = story.track().next.unwrap().1.dates;
        assert_eq!(due.statutory.to_string(), "2026-07-06", "first contact within three working days");
        story.act(&handler, Command::Contact { note: text("约上门时间") }).unwrap();
        assert_eq!(story.track().next.unwrap().1.dates.statutory.to_string(), "2026-08-31");

        // An extension: asked by the handler, granted by a leader who is not.
        world.at("2026-08-20T09:00:00");
        let ask = Command::RequestExtension { days: 30, reason: text("草场要等雨后复测") };
        story.act(&handler, ask).unwrap();
        assert!(story.act(&handler, Command::GrantExtension).is_err());
        story.act(&leader, Command::GrantExtension).unwrap();
        assert_eq!(story.track().next.unwrap().1.dates.statutory.to_string(), "2026-09-29");

        // An opinion that leaves a claim unanswered cannot go on.
        world.at("2026-09-29T09:00:00");
        let promise = Promise {
            obligor: text("旗林业和草原局"),
            what: text("补发 1860 元"),
            due: jiff::civil::date(2026, 10, 20),
        };
        let first = DraftAnswer { claim: claims[0], answer: answer(OpinionResult::Support, Some(promise)) };
        let half = Command::SaveDraft { findings: text("实地核对"), answers: vec![first.clone()], submit: true };
        assert_eq!(code_of(story.act(&handler, half)), "claims-unanswered");
        let last = DraftAnswer { claim: claims[2], answer: answer(OpinionResult::Explain, None) };
        let whole = Command::SaveDraft { findings: text("实地核对"), answers: vec![first, last], submit: true };
        story.act(&handler, whole).unwrap();
        assert!(story.act(&handler, Command::Check).is_err(), "not his own draft");
        story.act(&checker, Command::Check).unwrap();
        let signed = story.act(&leader, Act::Sign).unwrap();
        assert_eq!(signed.opinion().unwrap().number.as_str(), "达茂旗林业和草原局信复〔2026〕1号");
        assert!(story.track().claims.iter().all(|claim| !claim.answered), "nothing is known before it is served");
        let serve = Serve {
            method: ServiceMethod::InPerson,
            on: jiff::civil::date(2026, 9, 29),
            evidence: text("当面签收"),
            late_entry_reason: None,
        };
        story.act(&handler, Command::Serve(serve)).unwrap();
        let view = story.track();
        assert_eq!(view.stage, Stage::Served);
        assert_eq!(view.claims.iter().filter(|claim| claim.answered).count(), 2);

        // The window closes on 29 October, but what was promised is not done: the sweeper leaves it open.
        world.at("2026-10-30T09:00:00");
        world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        assert_eq!(story.track().stage, Stage::Served);
        let kept = Reporting::done(claims[0], 1, text("银行回单"));
        story.act(&handler, Command::RecordExecution(Box::new(kept))).unwrap();
        let found = Command::VerifyExecution { claim: claims[0], item: 1, holds: true, note: None };
        assert_eq!(code_of(story.act(&handler, found.clone())), "execution-own-report");
        story.act(&checker, found).unwrap();
        story.act(&handler, Command::HandoffAccepted { claim: claims[1], number: text("ZF-0418") }).unwrap();
        assert_eq!(story.act(&handler, Command::Close).unwrap().stage(), Stage::Closed);

        // The answer belongs to her.
        assert_eq!(story.track().resolution, Resolution::RoutedPending, "办结 is not 解决");
        story.hers(Command::ConfirmClaim { claim: claims[0], solved: true }).unwrap();
        let rate = |grade| Command::Rate { target: RatingTarget::Unit, grade, comment: None };
        story.hers(rate(Grade::Satisfied)).unwrap();
        assert_eq!(code_of(story.act(&handler, rate(Grade::Satisfied))), "not-permitted");
        world.at("2026-11-06T23:00:00");
        story.hers(rate(Grade::Dissatisfied)).unwrap();
        world.at("2026-11-07T09:00:00");
        assert_eq!(code_of(story.hers(rate(Grade::Satisfied))), "rating-closed");
        let view = story.track();
        assert_eq!(view.resolution, Resolution::Partial);
        assert!(view.unit_rating.is_some() && view.bureau_rating.is_none(), "two ratings, and silence is no rating");
        assert_eq!(view.days, 159);
    });
}

#[test]
fn a_form_sent_twice_is_one_petition_and_one_receipt() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(World::new(store, "2026-11-21T02:00:00Z"));
        let new = story.world.new_petition();
        let again = story
            .world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("form-1")))
            .unwrap();
        assert!(again.again);
        assert_eq!((again.id, again.code.reveal()), (story.id(), story.receipt.code.reveal()));
        let mut other = World::form();
        other.claims = vec!["别的事".into()];
        let other = other.parse(petition::Door::Public, kernel::Clock::now(&story.world.clock)).unwrap();
        let refused = story
            .world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &other, Some("form-1")));
        assert_eq!(code_of(refused), "key-reused");
    });
}

#[test]
fn wrong_codes_are_never_told_apart_and_wait() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(World::new(store, "2026-11-21T02:00:00Z"));
        let number = story.receipt.number.clone();
        let right = story.receipt.code.clone();
        let wrong =
            kernel::QueryCode::parse(if right.reveal() == "00000000" { "00000001" } else { "00000000" }).unwrap();
        let try_with = |code: kernel::QueryCode| {
            let number = number.clone();
            story.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap()
        };
        for _ in 0..5 {
            assert_eq!(try_with(wrong.clone()).unwrap_err().code, "look-up");
        }
        assert_eq!(try_with(right.clone()).unwrap_err().code, "look-up-wait", "even the right code waits");
        story.world.at("2026-11-21T11:00:00");
        assert!(try_with(right).is_ok());
    });
}

#[test]
fn a_stale_form_overwrites_nothing_and_nothing_secret_is_stored_in_clear() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(World::new(store, "2026-11-21T02:00:00Z"));
        let world = &story.world;
        story.forward(world.forestry).unwrap();
        let (officer, id, to) = (world.staff(1, Role::BureauOfficer, world.bureau), story.id(), world.housing);
        let late = world.write(move |tx, kit, ctx| {
            let command = Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None };
            petition::act(tx, kit, ctx, &officer, id, Some(1), &command.into())
        });
        assert_eq!(code_of(late), "stale");
        let code = story.receipt.code.reveal().to_owned();
        let found = world
            .read(move |tx, _, _| {
                let mut clear = vec![];
                for (table, columns) in [("person", "name, phone, address"), ("idempotency", "response, key, scope")] {
                    let rows = tx.query(&format!("SELECT {columns} FROM {table}"), &[], |row| {
                        let all: Vec<Option<String>> = vec![row.get(0)?, row.get(1)?, row.get(2)?];
                        Ok(all.into_iter().flatten().collect::<Vec<_>>().join("|"))
                    })?;
                    clear.extend(rows);
                }
                Ok(clear.join("\n"))
            })
            .unwrap();
        assert!(!found.is_empty());
        for secret in ["测试人甲", "13800000006", code.as_str()] {
            assert!(!found.contains(secret), "{secret} stands in clear");
        }
    });
}

#[test]
fn search_finds_words_under_the_permission_filter() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(World::new(store, "2026-11-21T02:00:00Z"));
        let world = &story.world;
        let find = |subject: Subject, words: &str| {
            let filter = Filter { tab: Tab::Open, words: intelligence::text::query_tokens(words), ..Filter::default() };
            let page = world.read(move |tx, _, ctx| Ok(matter::search(tx, &subject, &filter, ctx.now(), None, 20)?));
            page.unwrap().items.len()
        };
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        assert_eq!(find(officer.clone(), "草场"), 1);
        assert_eq!(find(officer, "暖气"), 0);
        assert_eq!(find(world.staff(11, Role::UnitHandler, world.forestry), "草场"), 0, "not theirs yet");
    });
}

#[test]
fn a_work_order_that_becomes_a_petition_is_found_with_the_code_she_has() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-11-21T02:00:00Z");
        let (new, officer) = (world.new_petition(), world.staff(1, Role::BureauOfficer, world.bureau));
        let asks = officer.clone();
        let receipt = world
            .write(move |tx, kit, ctx| {
                let permit = access::permit::<actions::RegisterOnBehalf>(&asks, &new.division)?;
                work_order::receive(tx, kit, ctx, &permit, &new, Some("order-1"))
            })
            .unwrap();
        let id = receipt.id;
        let petition = world.write(move |tx, kit, ctx| work_order::convert(tx, kit, ctx, &officer, id)).unwrap();
        assert_ne!(petition.number, receipt.number, "a number of its own");
        let look = |number: kernel::CaseNumber| {
            let code = receipt.code.clone();
            world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap().case()
        };
        assert_eq!(look(petition.number.clone()), petition.id);
        assert_eq!(look(receipt.number.clone()), receipt.id, "the old number stays");
    });
}
