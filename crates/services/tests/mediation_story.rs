//! Two who quarrel about a ditch, over weeks, on both engines: brought from a petition, consented to by each with a number of her own,
//! agreed in writing, wanted before a court, urged and carried out; and one that ended with a single no.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;
#[expect(dead_code, reason = "this story needs less of it")]
#[path = "common/rising.rs"]
mod rising;

use common::{World, code_of, text};
use domain::{
    access::Subject,
    document::DocType,
    mediation::{
        Agreement, AgreementForm, Chosen, Command, CourtGround, Done, How, Mark, Mediation, OrgType, Origin, Session,
        Signer, Source, Stage, Term, Topic,
    },
    organisation::OrgKind,
    people::Role,
    petition::{self, Command as ToPetition, MediationStep},
};
use jiff::civil::{Date, date};
use kernel::{CaseId, Locale, OrgId, PersonName};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs,
    mediation::{self, Asked, NewMediation},
    petition::{Access, Contact, look_up},
};
use rising::{Story, appoint, found};

/// A committee with a mediator, and a mediation that the unit's leader brings to it from the petition.
struct Room {
    story: Story,
    committee: OrgId,
    id: CaseId,
}

fn neighbour() -> Contact {
    let name = PersonName::parse("name", "测乙").unwrap();
    Contact { name: Some(name), phone: None, address: None, language: Locale::Zh }
}

fn new(committee: OrgId, source: Asked) -> NewMediation {
    NewMediation {
        committee,
        org_type: OrgType::People,
        origin: Origin::Applied,
        source,
        topic: Topic::Neighbour,
        title: text("水渠被占，两家争界"),
        facts: text("修渠的时候占了半米。"),
        parties: vec![neighbour()],
    }
}

impl Room {
    fn open(store: &store::Store) -> Self {
        let told = Story::entrusted(store);
        told.in_handling();
        let committee = found(&told.world, 91, OrgKind::Studio, "百灵庙镇三长工作室", "150223100");
        appoint(&told.world, 81, Role::Mediator, committee);
        // The handler is a mediator elsewhere in his life; not in this matter.
        appoint(&told.world, 11, Role::Mediator, committee);
        let (leader, case) = (told.leader(), told.id());
        let id = told.world.write(move |tx, kit, ctx| {
            let permit = mediation::may_open(&leader)?;
            mediation::open(tx, kit, ctx, &leader, &permit, &new(committee, Asked::Case(case)))
        });
        Self { id: id.unwrap(), committee, story: told }
    }

    fn mediator(&self) -> Subject {
        self.story.world.staff(81, Role::Mediator, self.committee)
    }

    fn act(&self, by: &Subject, command: Command) -> Result<Mediation, Error> {
        let (by, id) = (by.clone(), self.id);
        self.story.world.write(move |tx, kit, ctx| mediation::act(tx, kit, ctx, &by, id, None, &command))
    }

    fn does(&self, command: Command) -> Mediation {
        self.act(&self.mediator(), command).unwrap()
    }

    fn says(&self, access: &Access, command: Command) -> Result<Mediation, Error> {
        let (access, id) = (access.clone(), self.id);
        self.story.world.write(move |tx, kit, ctx| mediation::act_as_party(tx, kit, ctx, &access, id, &command))
    }

    fn reads(&self, access: &Access) -> Result<mediation::PartyView, Error> {
        let (access, id) = (access.clone(), self.id);
        self.story.world.read(move |tx, kit, _| mediation::track(tx, kit, &access, id))
    }

    fn opens(&self, by: &Subject) -> Result<Stage, Error> {
        let (by, id) = (by.clone(), self.id);
        self.story.world.write(move |tx, kit, ctx| Ok(mediation::view(tx, kit, ctx, &by, id)?.state.stage()))
    }

    /// The other party's number and code, and what they open.
    fn other(&self) -> Access {
        let (by, id) = (self.mediator(), self.id);
        let issued = self.story.world.write(move |tx, kit, ctx| mediation::issue(tx, kit, ctx, &by, id, 2)).unwrap();
        let found = self.story.world.write(move |tx, kit, ctx| look_up(tx, kit, ctx, &issued.number, &issued.code));
        found.unwrap().unwrap()
    }

    fn papers(&self) -> Vec<DocType> {
        let id = self.id;
        let all = self.story.world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
        let mut kinds: Vec<DocType> = all.iter().map(|row| row.kind).collect();
        kinds.sort_by_key(|kind| kind.name());
        kinds.dedup();
        kinds
    }

    fn noted(&self) -> MediationStep {
        self.story.state().mediations.last().unwrap().note.step.clone()
    }
}

fn consent(party: u16) -> Command {
    Command::Consent { party, how: How::Herself }
}

fn session(on: Date, with: Vec<u16>) -> Command {
    Command::Hold(Box::new(Session {
        on,
        from: text("9:00"),
        place: text("三长工作室"),
        with,
        others: None,
        public: false,
        minutes: text("各方说了自己的意见。"),
    }))
}

fn agreement(manner: &str) -> Command {
    Command::Agree(Box::new(Agreement {
        form: AgreementForm::Written,
        dispute: text("修渠占了半米。"),
        liability: text("乙方多占半米。"),
        terms: vec![Term { by: 2, text: text("恢复水渠原来的宽度"), due: date(2026, 1, 20) }],
        manner: text(manner),
    }))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn a_quarrel_is_agreed_on_looked_after_and_lets_the_petition_settle() {
    testkit::both(MIGRATIONS, |store| {
        let room = Room::open(store);
        let (story, mediator) = (&room.story, room.mediator());
        let (her, clocks) = (story.access(), story.state().clocks);
        assert_eq!(room.noted(), MediationStep::Asked);
        assert_eq!(code_of(room.opens(&story.leader())), "not-permitted", "who brings it does not read it");
        assert_eq!(code_of(room.opens(&story.supervisor())), "not-permitted");
        assert_eq!(code_of(room.opens(&story.agent())), "not-permitted");
        // Nobody who had a part, and nobody who is no mediator.
        let named = |n| Command::NameMediator { user: World::user(n), chosen: Chosen::Committee };
        assert_eq!(code_of(room.act(&mediator, named(11))), "mediation-involved");
        assert_eq!(code_of(room.act(&mediator, named(12))), "mediation-not-a-mediator");
        room.does(named(81));
        // The other party has a number of his own; it opens this mediation and no petition.
        let other = room.other();
        let (petition, seat) = (story.id(), other.case());
        assert_ne!(petition, seat);
        let opened = story.world.read({
            let other = other.clone();
            move |tx, kit, ctx| petition_of(tx, kit, ctx, &other)
        });
        assert_eq!(code_of(opened), "not-permitted");
        assert_eq!(code_of(room.says(&other, consent(1))), "not-permitted", "not her word");
        room.says(&her, consent(1)).unwrap();
        assert_eq!(code_of(room.says(&her, Command::Consent { party: 1, how: How::Oral })), "not-permitted");
        room.says(&other, consent(2)).unwrap();
        let state = story.state();
        assert_eq!((room.noted(), state.stage()), (MediationStep::Began, petition::Stage::Mediating));
        assert_eq!(state.clocks, clocks, "no clock of the petition stops");

        story.at("2026-01-08T10:00:00");
        room.does(Command::NotifyRights { how: How::Oral });
        room.does(session(date(2026, 1, 8), vec![1, 2]));
        room.does(session(date(2026, 1, 8), vec![1]));
        let (hers, his) = (room.reads(&her).unwrap(), room.reads(&other).unwrap());
        assert_eq!((hers.sessions.len(), his.sessions.len(), his.state.sessions.len()), (2, 1, 1));
        let held =
            |view: &mediation::PartyView| view.timeline.iter().filter(|item| item.kind == "mediation.held").count();
        assert_eq!((held(&hers), held(&his)), (2, 1), "what was said alone is nobody else's");
        let waived = agreement("付清以后不 再 信 访。");
        assert_eq!(code_of(room.act(&mediator, waived)), "mediation-right-waived");
        room.does(agreement("当面交验。"));
        for of in [Signer::Party(1), Signer::Party(2), Signer::Mediator, Signer::Committee] {
            room.does(Command::Sign { of, on: date(2026, 1, 8), mark: Mark::Signature });
        }
        assert_eq!(room.noted(), MediationStep::Agreed { on: date(2026, 1, 8) });
        assert_eq!(room.opens(&mediator).unwrap(), Stage::Performing);
        assert!(room.papers().contains(&DocType::MediationAgreement));

        // Both want the court; the paper is made, the request is in time.
        room.says(&her, Command::WantConfirmation { party: 1, how: How::Herself }).unwrap();
        room.says(&other, Command::WantConfirmation { party: 2, how: How::Herself }).unwrap();
        assert!(room.papers().contains(&DocType::ConfirmRequest));
        let apply = Command::ApplyConfirmation {
            court: text("达茂旗人民法院"),
            ground: CourtGround::Committee,
            on: date(2026, 1, 8),
        };
        room.does(apply);

        // The day passes; it is noted once, told by her, urged, and then done.
        story.at("2026-01-21T09:00:00");
        story.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        assert_eq!(room.opens(&mediator).unwrap(), Stage::Breached);
        room.says(&her, Command::TellBreach { term: 1, party: 1, text: text("还是老样子") }).unwrap();
        room.does(Command::Urge { term: 1 });
        let done = Done { on: date(2026, 1, 21), evidence: text("量过了，照片在卷。") };
        room.does(Command::Perform { term: 1, done });
        assert_eq!(room.noted(), MediationStep::Performed);
        let settled = story.act(&story.leader(), ToPetition::Settle).unwrap();
        assert_eq!(settled.stage(), petition::Stage::Settled);
        assert!(story.told().contains(&"petition.settled"));
        assert_eq!(code_of(room.act(&mediator, Command::Archive)), "mediation-court-open");
        story.is_whole();
    });
}

fn petition_of(
    tx: &mut store::Tx,
    kit: &lianxin_services::Kit,
    ctx: &kernel::Ctx,
    access: &Access,
) -> Result<CaseId, Error> {
    Ok(lianxin_services::petition::track(tx, kit, ctx, access)?.state.id)
}

#[test]
fn one_no_ends_it_with_the_ways_on_paper_and_the_petition_goes_on() {
    testkit::both(MIGRATIONS, |store| {
        let room = Room::open(store);
        let (story, before) = (&room.story, room.story.state().stage());
        // The first mediator is a relative of the other party: he steps back, and the record keeps him out.
        appoint(&story.world, 82, Role::Mediator, room.committee);
        let second = story.world.staff(82, Role::Mediator, room.committee);
        room.does(Command::NameMediator { user: World::user(82), chosen: Chosen::Committee });
        room.act(&second, Command::StepBack { reason: text("是对方的表兄") }).unwrap();
        let named = Command::NameMediator { user: World::user(82), chosen: Chosen::Committee };
        assert_eq!(code_of(room.act(&room.mediator(), named)), "mediation-involved");
        story.is_whole();
        room.does(Command::NameMediator { user: World::user(81), chosen: Chosen::Parties });
        let other = room.other();
        let refuse = Command::Refuse { party: 2, how: How::Herself, reason: Some(text("已经起诉了")) };
        let ended = room.says(&other, refuse).unwrap();
        assert_eq!(ended.stage(), Stage::Terminated);
        assert!(matches!(room.noted(), MediationStep::Ended { refused: true, .. }));
        assert_eq!(story.state().stage(), before);
        assert_eq!(code_of(story.act(&story.leader(), ToPetition::Settle)), "settle-no-agreement");
        assert_eq!(room.papers(), [DocType::MediationFailure, DocType::MediationSheet]);
        room.does(Command::Archive);
        assert!(room.papers().contains(&DocType::MediationFile));
        let hers = story.page().timeline.into_iter().find(|item| item.kind == "petition.mediation_noted").unwrap();
        assert!(hers.message.say(Locale::Zh).contains("继续办"));
        story.is_whole();
    });
}

#[test]
fn parties_come_by_themselves_and_each_has_a_number() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::entrusted(store);
        let committee = found(&story.world, 91, OrgKind::Studio, "百灵庙镇三长工作室", "150223100");
        let place = mediation_of(&story, committee, vec![neighbour(), neighbour()]);
        assert_eq!(code_of(place), "mediation-committee", "nobody mediates there yet");
        appoint(&story.world, 81, Role::Mediator, committee);
        assert_eq!(code_of(mediation_of(&story, committee, vec![neighbour()])), "mediation-two-parties");
        let id = mediation_of(&story, committee, vec![neighbour(), neighbour()]).unwrap();
        let by = story.world.staff(81, Role::Mediator, committee);
        let issued = story.world.write(move |tx, kit, ctx| {
            let first = mediation::issue(tx, kit, ctx, &by, id, 1)?;
            Ok((mediation::issue(tx, kit, ctx, &by, id, 1)?, first))
        });
        let (again, first) = issued.unwrap();
        assert_eq!(again.number, first.number);
        let old = story.world.write({
            let (number, code) = (first.number.clone(), first.code.clone());
            move |tx, kit, ctx| look_up(tx, kit, ctx, &number, &code)
        });
        assert_eq!(old.unwrap().unwrap_err().code, "look-up", "the code before opens nothing any more");
        let now = story.world.write(move |tx, kit, ctx| look_up(tx, kit, ctx, &again.number, &again.code));
        let access = now.unwrap().unwrap();
        let seats = story.world.read(move |tx, _, _| mediation::seats(tx, &access)).unwrap();
        assert_eq!(seats, [id]);
        story.is_whole();
    });
}

fn mediation_of(story: &Story, committee: OrgId, parties: Vec<Contact>) -> Result<CaseId, Error> {
    let officer = story.officer();
    let asked = NewMediation { parties, ..new(committee, Asked::Plain(Source::Court)) };
    story.world.write(move |tx, kit, ctx| {
        let permit = mediation::may_open(&officer)?;
        mediation::open(tx, kit, ctx, &officer, &permit, &asked)
    })
}
