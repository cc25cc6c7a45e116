//! Claims as the desk reads them, units that assist, and what older rows and late promises lead to, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::Subject,
    case::{Answer, DispatchKind, OpinionResult, Promise, ServiceMethod, StatutoryRoute},
    execution::Reporting,
    people::Role,
    petition::{Command, DraftAnswer, Petition, Serve, Stage},
};
use kernel::{CaseId, ClaimId};
use lianxin_services::{
    Error, MIGRATIONS, jobs,
    matter::{self, Filter, Tab},
    petition::{self, Act, By},
    verify,
};

struct Story {
    world: World,
    id: CaseId,
    receipt: petition::Receipt,
}

impl Story {
    fn filed(store: &store::Store) -> Self {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let receipt = world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("form-1")))
            .unwrap();
        Self { id: receipt.id, receipt, world }
    }

    fn act(&self, subject: &Subject, command: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, command, id) = (subject.clone(), command.into(), self.id);
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &command))
    }

    fn officer(&self) -> Subject {
        self.world.staff(1, Role::BureauOfficer, self.world.bureau)
    }

    fn unit(&self, name: u128, role: Role) -> Subject {
        self.world.staff(name, role, self.world.forestry)
    }

    fn claims(&self) -> Vec<ClaimId> {
        let id = self.id;
        let loaded = self.world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?)).unwrap();
        loaded.unwrap().state.claims.iter().map(|claim| claim.id).collect()
    }

    fn track(&self) -> petition::TrackView {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        self.world
            .write(move |tx, kit, ctx| {
                let access = petition::look_up(tx, kit, ctx, &number, &code)?.unwrap();
                petition::track(tx, kit, ctx, &access)
            })
            .unwrap()
    }

    fn verified(&self) {
        let found = self.world.read(|tx, kit, _| {
            let mut found = vec![];
            let options = verify::Options::default();
            verify::verify(tx, kit, &options, &mut |_| {}, &mut |finding| found.push(finding))?;
            Ok(found)
        });
        assert!(found.as_ref().unwrap().is_empty(), "{found:?}");
    }

    fn forward(&self) {
        let forward = Command::Forward { to: self.world.forestry, kind: DispatchKind::Forward, feedback_days: None };
        self.act(&self.officer(), forward).unwrap();
    }

    /// Accepted, heard, answered with a promise until `due`, served on the same day.
    fn served(&self, day: &str, due: &str) {
        let leader = self.unit(30, Role::UnitLeader);
        let handler = self.unit(31, Role::UnitHandler);
        let routes = self.claims().into_iter().map(|id| (id, StatutoryRoute::PetitionProcedure, None)).collect();
        self.act(&leader, Command::Accept { handler: World::user(31), routes }).unwrap();
        self.act(&handler, Command::Contact { note: text("到她家里听了情况。") }).unwrap();
        let answer = |(i, claim): (usize, ClaimId)| DraftAnswer {
            claim,
            answer: Answer {
                result: if i == 0 { OpinionResult::Support } else { OpinionResult::Explain },
                text: text("查明属实。"),
                basis: text("《草原法》第三十五条"),
                promise: (i == 0).then(|| Promise {
                    obligor: text("旗林草局"),
                    what: text("补发奖励"),
                    due: due.parse().unwrap(),
                }),
                more: vec![],
            },
        };
        let answers = self.claims().into_iter().enumerate().map(answer).collect();
        let draft = Command::SaveDraft { findings: text("查了账。"), answers, submit: true };
        self.act(&handler, draft).unwrap();
        self.act(&self.unit(32, Role::UnitHandler), Command::Check).unwrap();
        self.act(&leader, Act::Sign).unwrap();
        let serve = Serve {
            method: ServiceMethod::InPerson,
            on: day.parse().unwrap(),
            evidence: text("送达回证第 12 号"),
            late_entry_reason: None,
        };
        self.act(&handler, Command::Serve(serve)).unwrap();
    }

    fn sweep(&self) -> jobs::Swept {
        self.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 50)?)).unwrap()
    }

    fn stage(&self) -> Stage {
        let id = self.id;
        self.world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?)).unwrap().unwrap().state.stage()
    }
}

#[test]
fn she_sees_her_words_and_how_they_were_read() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        let (officer, claims) = (story.officer(), story.claims());
        let rephrase = Command::RephraseClaim { claim: claims[0], reading: Some(text("补发 2025 年的奖励")) };
        story.act(&officer, rephrase).unwrap();
        let parts = vec![text("查处压坏草场的车"), text("恢复草场")];
        story.act(&officer, Command::SplitClaim { claim: claims[1], parts }).unwrap();
        story.act(&officer, Command::JoinClaims { claim: claims[2], into: claims[0] }).unwrap();
        let found = Command::AddClaim { words: text("机井水泵也坏了"), reading: None };
        story.act(&officer, found).unwrap();
        let view = story.track();
        let shown: Vec<(u16, &str)> =
            view.claims.iter().map(|one| (one.claim.no, one.claim.plainly().as_str())).collect();
        let expected = [(1, "补发 2025 年的奖励"), (2, "查处压坏草场的车"), (4, "恢复草场"), (5, "机井水泵也坏了")];
        assert_eq!(shown, expected);
        assert_eq!(view.claims[0].claim.text.as_str(), "核对并补发奖励", "her words stay");
        let joined: Vec<&str> = view.state.joined_to(&view.claims[0].claim).map(|one| one.text.as_str()).collect();
        assert_eq!(joined, ["修好机井水泵"]);
        assert!(view.timeline.iter().filter(|item| item.kind.starts_with("petition.claim_")).count() == 4);
        let id = story.id;
        let row = story.world.read(move |tx, _, _| Ok(matter::find_by_id(tx, id)?)).unwrap().unwrap();
        assert_eq!(row.claims, 4, "lists count what is answered by itself");
        story.verified();
        // Nobody but the desk that registered it reads claims anew.
        let stranger = story.unit(40, Role::UnitHandler);
        let again = Command::RephraseClaim { claim: claims[0], reading: None };
        assert_eq!(code_of(story.act(&stranger, again)), "not-permitted");
    });
}

#[test]
fn an_assisting_unit_sees_its_part_and_nothing_else() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        story.forward();
        let (housing, claims) = (story.world.staff(50, Role::UnitHandler, story.world.housing), story.claims());
        let open = |who: &Subject| {
            let (who, id) = (who.clone(), story.id);
            story.world.write(move |tx, _, ctx| petition::open_part(tx, ctx, &who, id))
        };
        assert_eq!(code_of(open(&housing)), "not-permitted");
        let ask = Command::AskAssistance {
            unit: story.world.housing,
            claims: vec![claims[2]],
            task: text("查水泵是谁装的"),
            due: "2026-06-20".parse().unwrap(),
        };
        story.act(&story.officer(), ask).unwrap();
        let view = open(&housing).unwrap();
        let seen: Vec<&str> = view.claims.iter().map(|claim| claim.text.as_str()).collect();
        assert_eq!((seen.as_slice(), view.lead.as_str()), (&["修好机井水泵"][..], "达茂旗林业和草原局"));
        let who = housing.clone();
        let listed = story.world.read(move |tx, _, _| Ok(petition::assisting(tx, &who)?)).unwrap();
        assert_eq!(listed.len(), 1);
        // The matter itself, its lists and its search stay closed.
        let (who, id, now) = (housing.clone(), story.id, "2026-06-02T02:00:00Z".parse().unwrap());
        let list = story.world.read(move |tx, _, _| {
            let filter = Filter { tab: Tab::Open, ..Filter::default() };
            Ok(matter::list(tx, &who, &filter, now, None, 20)?.items.len())
        });
        assert_eq!(list.unwrap(), 0);
        let who = housing.clone();
        assert_eq!(code_of(story.world.write(move |tx, _, ctx| matter::look(tx, ctx, &who, id))), "not-permitted");
        story.act(&housing, Command::GiveAssistance { text: text("2019 年水利项目装的。") }).unwrap();
        let leading = story.unit(30, Role::UnitHandler);
        assert_eq!(code_of(story.act(&leading, Command::GiveAssistance { text: text("？") })), "not-permitted");
        let view = story.track();
        assert!(view.timeline.iter().any(|item| item.kind == "petition.assistance_asked"), "she sees who helps");
        assert!(view.timeline.iter().all(|item| item.kind != "petition.assistance_given"), "not what they found");
        assert!(view.views.iter().any(|look| look.org == story.world.housing), "that it looked is on record");
        story.verified();
        let end = Command::EndAssistance { unit: story.world.housing, reason: text("材料齐了") };
        story.act(&story.officer(), end).unwrap();
        assert_eq!(code_of(open(&housing)), "not-permitted");
        story.verified();
    });
}

#[test]
fn a_promise_kept_after_the_window_closes_the_procedure() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        story.forward();
        story.world.at("2026-06-10T09:00:00");
        story.served("2026-06-10", "2026-09-01");
        story.world.at("2026-07-20T09:00:00");
        story.sweep();
        assert_eq!(story.stage(), Stage::Served, "a promise is open");
        assert_eq!(story.sweep(), jobs::Swept::default(), "nothing to look at again");
        story.world.at("2026-08-20T09:00:00");
        let claim = story.claims()[0];
        let kept = Command::RecordExecution(Box::new(Reporting::done(claim, 1, text("转账凭证"))));
        story.act(&story.unit(31, Role::UnitHandler), kept).unwrap();
        assert_eq!(story.sweep().closed, 0, "reported is not done");
        let found = Command::VerifyExecution { claim, item: 1, holds: true, note: None };
        story.act(&story.unit(32, Role::UnitHandler), found).unwrap();
        assert_eq!(story.sweep().closed, 1);
        assert_eq!(story.stage(), Stage::Closed);
        story.verified();
    });
}

#[test]
fn rows_from_before_a_column_came_are_filled_once() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        story.forward();
        story.world.at("2026-06-10T09:00:00");
        story.served("2026-06-10", "2026-09-01");
        // As a row from before migration 0330 stands.
        let old = "UPDATE matter SET answered_at = NULL, ended_at = NULL, awaits_call = $1";
        let changed = store.write_blocking(move |tx| tx.execute(old, &[store::Value::from(false)]));
        assert_eq!(changed.unwrap(), 1);
        let fill = || story.world.write(|tx, kit, _| Ok(matter::backfill(tx, kit, 100)?)).unwrap();
        assert_eq!((fill(), fill(), fill()), (1, 0, 0));
        story.verified();
    });
}
