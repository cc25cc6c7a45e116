//! What was promised over half a year, as each person sees it, on both engines: carried out, late and supervised, looked back at,
//! open again; and the simple track to its end.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::Subject,
    case::{Answer, DispatchKind, FollowUpMethod, OpinionResult, Promise, Resolution, ServiceMethod, StatutoryRoute},
    execution::{Outcome, Reporting, Shown, State},
    people::Role,
    petition::{
        Command, DraftAnswer, Fact, FollowUp, Heard, Petition, Serve, SimpleEnd, SimpleGround, Stage, look_back,
    },
    supervision::Ground,
};
use kernel::{CaseId, ClaimId};
use lianxin_services::{
    Error, MIGRATIONS, jobs, matter, oversight,
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
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("f")))
            .unwrap();
        Self { id: receipt.id, receipt, world }
    }

    fn act(&self, subject: &Subject, command: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, command, id) = (subject.clone(), command.into(), self.id);
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &command))
    }

    fn hers(&self, command: Command) -> Result<Petition, Error> {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        self.world.write(move |tx, kit, ctx| {
            let access = petition::look_up(tx, kit, ctx, &number, &code)?.unwrap();
            matter::act_as_petitioner(tx, kit, ctx, &access, None, &command)
        })
    }

    fn track(&self) -> petition::TrackView {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        let view = self.world.write(move |tx, kit, ctx| {
            let access = petition::look_up(tx, kit, ctx, &number, &code)?.unwrap();
            petition::track(tx, kit, ctx, &access)
        });
        view.unwrap()
    }

    fn officer(&self) -> Subject {
        self.world.staff(1, Role::BureauOfficer, self.world.bureau)
    }

    fn caller(&self) -> Subject {
        self.world.staff(41, Role::FollowupCaller, self.world.bureau)
    }

    fn unit(&self, name: u128, role: Role) -> Subject {
        self.world.staff(name, role, self.world.forestry)
    }

    fn state(&self) -> Petition {
        let id = self.id;
        self.world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?)).unwrap().unwrap().state
    }

    fn claims(&self) -> Vec<ClaimId> {
        self.state().claims.iter().map(|claim| claim.id).collect()
    }

    /// Night falls: what is due by then happens.
    fn night(&self, until: &str) {
        self.world.at(until);
        while self.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 50)?)).unwrap().overdue > 0 {}
        while self.world.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 50)?)).unwrap().looked > 0 {}
    }

    fn to_the_unit(&self) {
        let forward = Command::Forward { to: self.world.forestry, kind: DispatchKind::Forward, feedback_days: None };
        self.act(&self.officer(), forward).unwrap();
        let routes = self.claims().into_iter().map(|id| (id, StatutoryRoute::PetitionProcedure, None)).collect();
        let leader = self.unit(30, Role::UnitLeader);
        self.act(&leader, Command::Accept { handler: World::user(31), routes }).unwrap();
        self.act(&self.unit(31, Role::UnitHandler), Command::Contact { note: text("到她家里听了情况。") }).unwrap();
    }

    fn drafts(&self, result: impl Fn(usize) -> OpinionResult, days: &[&str]) {
        let promise =
            |day: &&str| Promise {
                obligor: text("旗林草局"), what: text("补发奖励"), due: day.parse().unwrap()
            };
        let answers = self.claims().into_iter().enumerate().map(|(i, claim)| {
            let result = result(i);
            let supported = result == OpinionResult::Support;
            let mut all: Vec<_> = days.iter().filter(|_| supported).map(promise).collect();
            let promise = supported.then(|| all.remove(0));
            let (text, basis) = (text("查明属实。"), text("《草原法》第三十五条"));
            DraftAnswer { claim, answer: Answer { result, text, basis, promise, more: all } }
        });
        let draft = Command::SaveDraft { findings: text("查了账。"), answers: answers.collect(), submit: true };
        self.act(&self.unit(31, Role::UnitHandler), draft).unwrap();
    }

    fn signs_and_serves(&self, method: ServiceMethod, day: &str) -> Result<Petition, Error> {
        self.act(&self.unit(32, Role::UnitHandler), Command::Check).unwrap();
        self.act(&self.unit(30, Role::UnitLeader), Act::Sign).unwrap();
        let (on, evidence) = (day.parse().unwrap(), text("送达回证第 12 号"));
        let serve = Serve { method, on, evidence, late_entry_reason: None };
        self.act(&self.unit(31, Role::UnitHandler), Command::Serve(serve))
    }

    fn reports(&self, item: u16, outcome: Outcome) -> Result<Petition, Error> {
        let report = Reporting { outcome, ..Reporting::done(self.claims()[0], item, text("转账凭证")) };
        self.act(&self.unit(31, Role::UnitHandler), Command::RecordExecution(Box::new(report)))
    }

    fn finds(&self, item: u16) -> Result<Petition, Error> {
        let claim = self.claims()[0];
        self.act(&self.unit(32, Role::UnitHandler), Command::VerifyExecution { claim, item, holds: true, note: None })
    }

    fn calls(&self, heard: Option<Heard>) -> Petition {
        let call = FollowUp { method: FollowUpMethod::Phone, heard, note: text("她说又坏了。") };
        self.act(&self.caller(), Command::FollowUp(call)).unwrap()
    }

    fn on_her_list(&self) -> bool {
        let (subject, id) = (self.caller(), self.id);
        let listed = self.world.read(move |tx, _, _| {
            let page = matter::awaiting_call(tx, &subject, None, 20)?;
            let looks = matter::look_backs(tx, &page.items)?;
            Ok((page.items.iter().any(|row| row.id() == id), looks.contains_key(&id)))
        });
        let (listed, due) = listed.unwrap();
        assert!(!due || listed, "a look-back that is due stands on the list");
        due
    }

    fn verified(&self) {
        let found = self.world.read(|tx, kit, _| {
            let mut found = vec![];
            verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |finding| found.push(finding))?;
            Ok(found)
        });
        assert!(found.as_ref().unwrap().is_empty(), "{found:?}");
    }
}

fn explained_beside(i: usize) -> OpinionResult {
    if i == 0 { OpinionResult::Support } else { OpinionResult::Explain }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn two_things_promised_one_late_and_half_a_year_afterwards() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        story.to_the_unit();
        story.world.at("2026-06-10T09:00:00");
        story.drafts(explained_beside, &["2026-06-30", "2026-07-10"]);
        assert!(
            story.track().claims.iter().all(|claim| claim.claim.execution.items().is_empty()),
            "nothing is promised yet"
        );
        story.signs_and_serves(ServiceMethod::InPerson, "2026-06-10").unwrap();
        let hers = story.track();
        assert_eq!(hers.state.to_be_done().len(), 2, "who, what, until when");
        // A report names only files that lie with the matter, and whoever reports does not check.
        let strange = Shown { name: text("别人的.jpg"), digest: kernel::Digest::ZERO };
        let report = Reporting { files: vec![strange], ..Reporting::done(story.claims()[0], 1, text("照片")) };
        let handler = story.unit(31, Role::UnitHandler);
        let refused = story.act(&handler, Command::RecordExecution(Box::new(report)));
        assert_eq!(code_of(refused), "unknown-choice");
        story.reports(1, Outcome::Done).unwrap();
        let own = Command::VerifyExecution { claim: story.claims()[0], item: 1, holds: true, note: None };
        assert_eq!(code_of(story.act(&handler, own)), "execution-own-report");
        let check = Command::VerifyExecution { claim: story.claims()[0], item: 1, holds: true, note: None };
        let elsewhere = story.world.staff(51, Role::UnitHandler, story.world.housing);
        assert_eq!(code_of(story.act(&elsewhere, check)), "not-permitted");
        assert_eq!(code_of(story.act(&story.caller(), Command::Close)), "not-permitted");
        story.finds(1).unwrap();
        // She sees that the first is said to be done and says that it is not.
        let not = Command::DisputeExecution { claim: story.claims()[0], item: 1, reason: text("没有收到钱。") };
        let state = story.hers(not.clone()).unwrap();
        assert_eq!(state.claims.first().execution.items()[0].state(), State::Disputed);
        assert_eq!(code_of(story.act(&handler, not)), "not-permitted");
        story.reports(1, Outcome::Done).unwrap();
        story.finds(1).unwrap();
        // The second is late: noted, and its unit is supervised for it, not for the delay of an answer.
        story.night("2026-07-12T08:00:00");
        let id = story.id;
        let events = story.world.read(move |tx, _, _| Ok(matter::history::<Fact>(tx, "1502", id)?)).unwrap();
        let late = |fact: &Fact| matches!(fact, Fact::ClockOverdue { def, .. } if def == "EXECUTION_CUSTOM");
        assert!(events.iter().any(|event| late(&event.event.fact)));
        let supervised = |fact: &Fact| match fact {
            Fact::Supervised(notice) | Fact::SupervisionNoted(notice) => notice.ground == Ground::RefuseExecute,
            _ => false,
        };
        assert!(events.iter().any(|event| supervised(&event.event.fact)), "nobody asked the unit");
        // Her thirty days are over, and it is not closed while the second is open.
        story.night("2026-07-15T08:00:00");
        assert_eq!(story.state().stage(), Stage::Served);
        story.reports(2, Outcome::Done).unwrap();
        story.finds(2).unwrap();
        story.night("2026-07-16T08:00:00");
        let closed = story.state();
        assert_eq!(
            (closed.stage(), closed.resolution()),
            (Stage::Closed, Resolution::ResolvedUnconfirmed),
            "done anew and looked at after her word, and not yet confirmed by her"
        );
        story.calls(Some(Heard {
            claims: vec![(story.claims()[0], true)],
            pressed: false,
            grade: None,
            items: vec![],
        }));
        assert!(!story.on_her_list());
        // Thirty days on nobody answers; ninety days on she says that all is well; at the last one it has come back.
        // The thirtieth day is a Saturday: the last day moves to Monday.
        story.night("2026-08-18T08:00:00");
        assert!(story.on_her_list());
        story.calls(None);
        assert!(story.on_her_list(), "silence settles nothing");
        story.night("2026-10-15T08:00:00");
        assert_eq!(story.state().look_backs_due().count(), 2);
        let well = vec![(story.claims()[0], 1, true), (story.claims()[0], 2, true)];
        story.calls(Some(Heard { claims: vec![(story.claims()[0], true)], pressed: false, grade: None, items: well }));
        assert!(!story.on_her_list());
        let archive = story.act(&story.officer(), Command::Archive);
        assert_eq!(code_of(archive), "archive-look-back");
        story.night("2027-01-13T08:00:00");
        assert!(story.on_her_list());
        let back = Heard { claims: vec![(story.claims()[0], false)], pressed: false, grade: None, items: vec![] };
        let open = story.calls(Some(back));
        assert_eq!((open.stage(), open.look_backs.len()), (Stage::Forwarded, 3));
        let counted = |def: &&str| open.clocks.iter().any(|clock| clock.is_open() && clock.def == **def);
        assert!(!look_back::CLOCKS.iter().any(counted));
        assert_eq!(story.track().stage, Stage::Forwarded);
        story.verified();
    });
}

#[test]
fn answered_on_the_simple_track_within_three_days_and_told_without_paper() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        let choose = Command::ChooseSimple { ground: SimpleGround::Daily };
        assert_eq!(code_of(story.hers(choose.clone())), "not-permitted");
        assert_eq!(code_of(story.act(&story.caller(), choose.clone())), "not-permitted");
        story.act(&story.officer(), choose).unwrap();
        story.to_the_unit();
        assert!(story.track().state.is_simple(), "she sees it");
        story.world.at("2026-06-03T09:00:00");
        story.drafts(|_| OpinionResult::Support, &["2026-06-20"]);
        let served = story.signs_and_serves(ServiceMethod::ToldByPhone, "2026-06-03").unwrap();
        assert_eq!((served.stage(), served.is_simple()), (Stage::Served, true), "on the third day, without paper");
        story.verified();
    });
}

#[test]
fn left_by_itself_when_a_claim_is_not_supported_and_the_ordinary_clock_ran_all_the_time() {
    testkit::both(MIGRATIONS, |store| {
        let left = Story::filed(store);
        left.act(&left.officer(), Command::ChooseSimple { ground: SimpleGround::Daily }).unwrap();
        left.to_the_unit();
        left.world.at("2026-06-05T09:00:00");
        left.drafts(explained_beside, &["2026-06-20"]);
        let state = left.state();
        let why = state.simple.as_ref().and_then(|simple| simple.ended).map(|(_, why)| why);
        assert_eq!(why, Some(SimpleEnd::NotSupported));
        let handle = state.running("HANDLE_60D").expect("the ordinary clock ran all the time");
        assert_eq!(handle.start.to_string(), "2026-06-01");
        assert_eq!(code_of(left.signs_and_serves(ServiceMethod::ToldByPhone, "2026-06-05")), "told-needs-simple");
        left.verified();
    });
}
