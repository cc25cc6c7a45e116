//! Periods of other laws beside a petition, on both engines: told by the desk, printed in the notice of the legal way, said to
//! her before the last day, once, and ended by her going there (rules.md 2.5, §9 no. 9, S29).

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::Subject,
    case::{DispatchKind, StatutoryRoute},
    document::DocType,
    notice::{Channel, Purpose},
    people::Role,
    petition::{Command, Petition, Stage},
    remedy::Occasion,
};
use kernel::{CaseId, ClaimId};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs, matter,
    outbox::{self, Channels},
    petition::{self, Act, By, Receipt},
    verify,
};

struct Story {
    world: World,
    receipt: Receipt,
}

impl Story {
    /// Filed on 20 April about a penalty of 2 March.
    fn filed(store: &store::Store) -> Self {
        let world = World::new(store, "2026-04-20T02:00:00Z");
        let new = world.new_petition();
        let file = move |tx: &mut store::Tx, kit: &lianxin_services::Kit, ctx: &kernel::Ctx| {
            petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("form-1"))
        };
        Self { receipt: world.write(file).unwrap(), world }
    }

    fn id(&self) -> CaseId {
        self.receipt.id
    }

    fn act(&self, subject: &Subject, command: Command) -> Result<Petition, Error> {
        let (subject, id, act) = (subject.clone(), self.id(), Act::from(command));
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &act))
    }

    fn officer(&self) -> Subject {
        self.world.staff(1, Role::BureauOfficer, self.world.bureau)
    }

    fn claim(&self, index: usize) -> ClaimId {
        let id = self.id();
        let load = move |tx: &mut store::Tx, _: &lianxin_services::Kit, _: &kernel::Ctx| {
            Ok(matter::load::<Petition>(tx, "1502", id)?.unwrap().state)
        };
        self.world.read(load).unwrap().claims.as_slice()[index].id
    }

    fn note(&self, subject: &Subject, known: &str) -> Result<Petition, Error> {
        let known = known.parse().unwrap();
        self.act(subject, Command::NoteRemedy { claim: self.claim(0), occasion: Occasion::AdminAct, known })
    }

    fn reminded(&self) -> jobs::Reminded {
        self.world.write(|tx, kit, ctx| Ok(jobs::remind(tx, kit, ctx, 50)?)).unwrap()
    }

    /// What is on its way to her telephone.
    fn said(&self) -> Vec<(String, String)> {
        let channels = Channels { open: vec![Channel::Sms], portal: None };
        self.world.write(move |tx, kit, ctx| Ok(outbox::plan(tx, kit, ctx, &channels, 50)?)).unwrap();
        let id = self.id();
        let rows = move |tx: &mut store::Tx, _: &lianxin_services::Kit, _: &kernel::Ctx| {
            let sql = "SELECT purpose, body FROM delivery WHERE case_id = $1 ORDER BY queued_at, id";
            Ok(tx.query(sql, store::params![id], |row| Ok((row.get(0)?, row.get(1)?)))?)
        };
        self.world.read(rows).unwrap()
    }

    fn verified(&self) {
        let found = self.world.read(|tx, kit, _| {
            let mut found = vec![];
            verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |one| found.push(one.to_string()))?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new());
    }
}

#[test]
fn the_desk_notes_a_penalty_and_she_is_told_before_the_last_day() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        let state = story.note(&story.officer(), "2026-03-02").unwrap();
        let clock = state.running("RECONSIDERATION_60D").unwrap();
        assert_eq!(clock.statutory.to_string(), "2026-05-06", "S29");
        assert_eq!(story.reminded(), jobs::Reminded::default(), "too early");

        story.world.at("2026-04-29T10:00:00");
        assert_eq!(story.reminded().told, 1);
        assert_eq!(story.reminded(), jobs::Reminded::default(), "once");
        let said = story.said();
        let last = said.last().unwrap();
        assert_eq!(last.0, Purpose::Nearing.name());
        assert!(last.1.contains("5月6日") && !last.1.contains("复议"), "a last day and no secret: {}", last.1);
        story.verified();
    });
}

#[test]
fn the_notice_of_the_legal_way_prints_her_last_day_and_the_law_where_nobody_told_one() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        story.note(&story.officer(), "2026-03-02").unwrap();
        let to = story.world.forestry;
        story.act(&story.officer(), Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None }).unwrap();
        let handler = story.world.staff(11, Role::UnitHandler, to);
        let routes = [StatutoryRoute::AdminPenalty, StatutoryRoute::Litigation, StatutoryRoute::PersonnelAppeal];
        let routes = (0..3).zip(routes).map(|(n, route)| (story.claim(n), route, Some(text("有关机关")))).collect();
        let state = story.act(&handler, Command::Accept { handler: World::user(11), routes }).unwrap();
        assert_eq!(state.stage(), Stage::Routed);
        let (id, reader) = (story.id(), handler);
        let sheet = story.world.read(move |tx, kit, _| {
            let papers = document::of_case(tx, "1502", id)?;
            let notice = papers.iter().find(|paper| paper.kind == DocType::RouteNotice).expect("its notice");
            document::open(tx, kit, &reader, notice.id, domain::access::Action::ReadMatter)
        });
        let printed = serde_json::to_string(&sheet.unwrap().sheet("")).unwrap();
        for line in [
            "向复议机关申请行政复议：最迟2026年5月6日（自2026年3月2日起60日）",
            "自知道或者应当知道权利受损害以及义务人之日起3年内，向人民法院提起民事诉讼",
            "自知道人事处理之日起30日内，向原处理机关申请复核",
            "信访不延长上述期限",
        ] {
            assert!(printed.contains(line), "{line} is not in {printed}");
        }
    });
}

#[test]
fn she_goes_there_and_nothing_is_counted_any_more() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::filed(store);
        story.note(&story.officer(), "2026-03-02").unwrap();
        let stranger = story.world.staff(21, Role::UnitHandler, story.world.housing);
        assert_eq!(code_of(story.note(&stranger, "2026-03-03")), "not-permitted");
        assert_eq!(code_of(story.note(&story.officer(), "2026-04-21")), "remedy-day-future");
        let her = Subject::Petitioner(story.id());
        story.act(&her, Command::Withdraw { reason: None }).unwrap();
        let (claim, on) = (story.claim(0), "2026-04-20".parse().unwrap());
        let take =
            Command::TakeRemedy { claim, occasion: Occasion::AdminAct, on, place: text("达茂旗人民政府") };
        let state = story.act(&her, take).unwrap();
        assert!(state.clocks.iter().all(|clock| !clock.is_open()));
        story.world.at("2026-04-29T10:00:00");
        assert_eq!(story.reminded(), jobs::Reminded::default());
        story.verified();
    });
}
