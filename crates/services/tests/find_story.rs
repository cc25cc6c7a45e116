//! A find from the pasture to her word, and the ways out of it: what each person sees, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{World, code_of, text};
use domain::{
    access::{
        self, Action, StaffSubject, Subject,
        actions::{AdminUnits, ObserveFind},
    },
    agency::Mode,
    document::DocType,
    organisation::OrgKind,
    people::{Role, RoleGrant},
    petition::Petition,
    proactive::{Command, Danger, Find, Level, Stage, Told},
};
use kernel::{CaseId, Ctx, DivisionCode, Locale, Mobile, OrgId, PersonName, QueryCode, Text};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs,
    mandate::MandateForm,
    matter::{self, Filter, Tab},
    organisation::{self, OrgDraft},
    oversight,
    petition::{self, Access, Contact},
    proactive::{self, Done, FindForm, Shelf, Step},
    verify,
};
use store::params;

const MONDAY: &str = "2026-06-01T02:00:00Z";
const VILLAGE: &str = "150223100201";

struct Story {
    world: World,
    id: CaseId,
}

/// Somebody with several roles at one organisation over the banner, as she is signed in.
fn person(world: &World, n: u128, roles: &[Role], org: OrgId) -> Subject {
    let division = DivisionCode::parse(common::BANNER).unwrap();
    let grant = |role: &Role| RoleGrant {
        role: *role,
        org,
        division: division.clone(),
        from: jiff::civil::date(2025, 1, 1),
        to: None,
    };
    let now = kernel::Clock::now(&world.clock);
    Subject::Staff(StaffSubject::new(World::user(n), org, now, roles.iter().map(grant).collect()))
}

impl Story {
    fn seen(world: World) -> Self {
        world
            .write(|tx, _, _| {
                let user = World::user(31);
                tx.execute(
                    "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                     SELECT $1, 'agent-31', '测试代办员', id, 'zh-CN', $2, $3, 1 FROM org WHERE kind = 'BUREAU'",
                    params![user, true, false],
                )?;
                tx.execute(
                    "INSERT INTO role_grant (user_id, role, org_id, division, from_day) \
                     SELECT $1, 'AGENT', id, $2, $3 FROM org WHERE kind = 'BUREAU'",
                    params![user, common::BANNER, jiff::civil::date(2025, 1, 1)],
                )?;
                Ok(())
            })
            .unwrap();
        let grid = person(&world, 71, &[Role::GridMember], world.housing);
        let form = FindForm {
            division: VILLAGE.into(),
            signal: "LAND".into(),
            day: String::new(),
            text: "两家为草场边界吵了几回".into(),
        };
        let told = FindForm { text: "找 138 0000 0006".into(), ..form.clone() };
        let now = kernel::Clock::now(&world.clock);
        assert_eq!(code_of(told.parse(now)), "find-personal-number");
        let new = form.parse(now).unwrap();
        let id = world.write(move |tx, kit, ctx| {
            let permit = access::permit::<ObserveFind>(&grid, &new.division)?;
            proactive::observe(tx, kit, ctx, &permit, &new)
        });
        Self { id: id.unwrap(), world }
    }

    fn grid(&self) -> Subject {
        person(&self.world, 71, &[Role::GridMember], self.world.housing)
    }

    fn agent(&self) -> Subject {
        person(&self.world, 31, &[Role::Agent, Role::GridMember], self.world.bureau)
    }

    fn lead(&self) -> Subject {
        person(&self.world, 72, &[Role::StationLead], self.world.forestry)
    }

    fn step(&self, subject: &Subject, step: Step) -> Result<Done, Error> {
        let (subject, id) = (subject.clone(), self.id);
        self.world.write(move |tx, kit, ctx| proactive::step(tx, kit, ctx, &subject, id, None, &step))
    }

    fn does(&self, subject: &Subject, command: Command) -> Result<Done, Error> {
        self.step(subject, Step::Command(command))
    }

    fn state(&self) -> Find {
        let id = self.id;
        self.world.read(move |tx, _, _| Ok(matter::load::<Find>(tx, "1502", id)?.expect("it is there").state)).unwrap()
    }

    /// In her list of finds, by opening it; and never among the matters of any office.
    fn sees(&self, subject: &Subject) -> bool {
        let (subject, id) = (subject.clone(), self.id);
        let seen = self.world.write(move |tx, _, ctx| {
            let shelves = [Shelf::Open, Shelf::Declined, Shelf::Over];
            let mut listed = false;
            for shelf in shelves {
                listed |= proactive::list(tx, &subject, shelf, None, 20)?.items.iter().any(|(row, _)| row.id() == id);
            }
            let filter = Filter { tab: Tab::Open, ..Filter::default() };
            let matters = matter::list(tx, &subject, &filter, ctx.now(), None, 20)?.items.iter().any(|r| r.id() == id);
            Ok((listed, proactive::look(tx, ctx, &subject, id).is_ok(), matters))
        });
        let (listed, opened, among_matters) = seen.unwrap();
        assert_eq!(listed, opened);
        assert!(!among_matters);
        listed
    }

    fn words(&self) -> i64 {
        self.world.read(|tx, _, _| Ok(tx.query_one("SELECT count(*) FROM find_text", &[], |row| row.get(0))?)).unwrap()
    }

    fn people(&self) -> i64 {
        self.world.read(|tx, _, _| Ok(tx.query_one("SELECT count(*) FROM person", &[], |row| row.get(0))?)).unwrap()
    }

    fn sweep(&self) {
        self.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        self.world.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 100)?)).unwrap();
    }

    fn is_whole(&self) {
        let summary = self.world.read(|tx, kit, _| {
            let told = &mut |finding| panic!("{finding}");
            Ok(verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, told)?)
        });
        assert_eq!(summary.unwrap().findings, 0);
    }

    /// Told, agreed to and entrusted; the way back for her.
    fn entrusted(&self) -> Access {
        self.step(&self.lead(), Step::Assign(World::user(31))).unwrap();
        self.does(&self.agent(), Command::Inform).unwrap();
        assert_eq!(self.people(), 0, "nobody is written down before she agrees");
        let contact = Contact {
            name: Some(PersonName::parse("name", "测试人甲").unwrap()),
            phone: Some(Mobile::parse("phone", "13800000006").unwrap()),
            address: None,
            language: Locale::default(),
        };
        let Done::Code(number, code) = self.step(&self.agent(), Step::Consent(Box::new(contact))).unwrap() else {
            panic!("she gets a code")
        };
        let ticked = MandateForm {
            powers: vec!["DELIVER".into(), "ACCOMPANY".into()],
            way: "PAPER".into(),
            consent_passing_on: true,
            ..MandateForm::default()
        };
        self.step(&self.agent(), Step::Mandate(Box::new(ticked.parse().unwrap()))).unwrap();
        self.open(number, code)
    }

    fn open(&self, number: kernel::CaseNumber, code: QueryCode) -> Access {
        self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap()
    }

    fn hers(&self, access: &Access, step: Step) -> Result<Done, Error> {
        let access = access.clone();
        self.world.write(move |tx, kit, ctx| proactive::step_as_petitioner(tx, kit, ctx, &access, &step))
    }
}

#[test]
fn whoever_declines_leaves_a_kind_a_place_and_a_day_for_a_while() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::seen(World::new(store, MONDAY));
        assert!(story.sees(&story.grid()) && story.sees(&story.lead()));
        let elsewhere = person(&story.world, 73, &[Role::GridMember, Role::Agent], story.world.housing);
        let officer = person(&story.world, 1, &[Role::BureauOfficer], story.world.forestry);
        assert!(!story.sees(&elsewhere) && !story.sees(&officer));
        story.does(&story.grid(), Command::Inform).unwrap();
        assert_eq!(story.words(), 1);
        story.does(&story.grid(), Command::Decline).unwrap();
        assert_eq!((story.words(), story.people()), (0, 0), "the words are gone, nobody was written down");
        story.does(&story.grid(), Command::Revisit).unwrap();
        assert_eq!(code_of(story.does(&story.grid(), Command::Revisit)), "find-visited-enough");
        story.world.at("2026-08-31T00:00:00");
        story.sweep();
        assert_eq!(story.state().stage(), Stage::Forgotten);
        assert!(!story.sees_in_lists(&story.lead()), "ninety days later no list shows it");
        story.is_whole();
    });
}

impl Story {
    fn sees_in_lists(&self, subject: &Subject) -> bool {
        let (subject, id) = (subject.clone(), self.id);
        let seen = self.world.read(move |tx, _, _| {
            let mut listed = false;
            for shelf in [Shelf::Open, Shelf::Declined, Shelf::Over] {
                listed |= proactive::list(tx, &subject, shelf, None, 20)?.items.iter().any(|(row, _)| row.id() == id);
            }
            Ok(listed)
        });
        seen.unwrap()
    }
}

#[test]
fn it_rises_by_the_clock_and_only_her_word_settles_it() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::seen(World::new(store, MONDAY));
        let access = story.entrusted();
        assert!(story.sees(&story.agent()));
        // Three working days at the village.
        story.world.at("2026-06-05T00:00:00");
        story.sweep();
        assert_eq!(story.state().level(), Some(Level::Township));
        assert!(story.sees(&story.agent()), "the first agent stays the contact");
        story.does(&story.agent(), Command::Resolve { what: text("立了界桩") }).unwrap();
        assert_eq!(code_of(story.does(&story.agent(), Command::Confirm { solved: true })), "not-permitted");
        story.hers(&access, Step::Command(Command::Confirm { solved: false })).unwrap();
        assert_eq!(story.state().level(), Some(Level::County));
        story.does(&story.agent(), Command::Resolve { what: text("旗里调了档案，重新立桩") }).unwrap();
        story.hers(&access, Step::Command(Command::Confirm { solved: true })).unwrap();
        assert_eq!(story.state().stage(), Stage::Closed);
        story.is_whole();
    });
}

#[test]
fn she_goes_straight_to_the_petition_and_the_first_day_counts() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::seen(World::new(store, MONDAY));
        let access = story.entrusted();
        story.world.at("2026-06-10T09:00:00");
        let Done::Petition(id, number, code) = story.hers(&access, Step::Convert).unwrap() else {
            panic!("it is a petition")
        };
        let petition = story
            .world
            .read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?.expect("there").state))
            .unwrap();
        let due = petition.running("FORWARD_15D").unwrap().statutory;
        assert_eq!(due, jiff::civil::date(2026, 6, 16), "fifteen days from the day it was seen");
        assert_eq!(petition.agent, Some(World::user(31)));
        assert!(petition.agency.mandate.is_some() && petition.running("MANDATE_3WD").is_none(), "her mandate goes on");
        assert_eq!((story.state().stage(), story.words()), (Stage::Converted, 0));
        story.open(number, code);
        story.is_whole();
    });
}

#[test]
fn she_takes_the_mandate_back_and_he_sees_nothing() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::seen(World::new(store, MONDAY));
        let access = story.entrusted();
        assert!(story.sees(&story.agent()));
        let id = story.id;
        let papers = story.world.read(move |tx, _, _| Ok(document::hers(tx, "1502", id)?)).unwrap();
        let kinds: Vec<DocType> = papers.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [DocType::AgencyMandate], "she has her mandate on paper");
        let (paper, agent, grid) = (papers[0].id, story.agent(), story.grid());
        let opened = |subject: &Subject| {
            let subject = subject.clone();
            story.world.read(move |tx, kit, _| document::open(tx, kit, &subject, paper, Action::PrintLetter).map(drop))
        };
        opened(&agent).unwrap();
        assert_eq!(code_of(opened(&grid)), "not-permitted", "whoever found it does not take her name out");
        story.hers(&access, Step::Command(Command::RevokeMandate { reason: None })).unwrap();
        assert!(!story.sees(&story.agent()));
        assert_eq!(code_of(story.does(&story.agent(), Command::Resolve { what: text("—") })), "not-permitted");
        story.is_whole();
    });
}

/// An office of the network below the banner.
fn office(world: &World, seed: u64, kind: OrgKind, name: &'static str, place: &'static str) -> OrgId {
    let made = world.write(move |tx, _, ctx| {
        let place = DivisionCode::parse(place)?;
        let permit: access::Permit<AdminUnits> = access::permit(&Subject::System, &place)?;
        let draft = OrgDraft::new(kind, Text::parse("name", name)?, place);
        Ok(organisation::create(tx, &Ctx::seeded(ctx.now(), seed), &permit, draft)?.id)
    });
    made.unwrap()
}

#[test]
fn what_no_level_settles_rises_by_rule_and_the_county_has_it_inside_the_fifteen_days() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, MONDAY);
        let station = office(&world, 81, OrgKind::Station, "百灵庙镇代办站", "150223100");
        let point = office(&world, 82, OrgKind::Point, "巴音花嘎查代办点", VILLAGE);
        let bureau = world.bureau;
        let story = Story::seen(world);
        let access = story.entrusted();
        let officer = person(&story.world, 1, &[Role::BureauOfficer], bureau);
        let above = person(&story.world, 73, &[Role::StationLead], station);
        let on = |moment: &str| {
            story.world.at(moment);
            story.sweep();
            (story.state().level().unwrap(), story.state().holder())
        };
        assert_eq!(on("2026-06-04T23:59:00"), (Level::Village, point));
        assert!(!story.sees(&officer), "the county does not look into a village's own work");
        assert_eq!(on("2026-06-05T00:00:00"), (Level::Township, station));
        assert_eq!(on("2026-06-05T00:01:00"), (Level::Township, station), "once");
        assert!(story.sees(&above) && story.sees(&story.agent()) && !story.sees(&officer));
        // The seven days of the township would end with the fifteenth; on the twelfth it is the county's.
        assert_eq!(on("2026-06-12T23:59:00"), (Level::Township, station));
        assert_eq!(on("2026-06-13T00:00:00"), (Level::County, bureau));
        assert!(story.sees(&officer) && story.sees(&story.agent()));
        assert_eq!((story.state().agency.mode, story.state().agent), (Some(Mode::Escalated), Some(World::user(31))));

        let hers = access.clone();
        let page = story.world.read(move |tx, kit, _| proactive::track_find(tx, kit, &hers)).unwrap();
        assert_eq!(page.timeline.iter().filter(|item| item.kind == "find.escalated").count(), 2);
        let due = page.clocks.iter().find(|(clock, _)| clock.def == "AGENCY_COUNTY_15D").unwrap().0.statutory;
        assert_eq!(due, jiff::civil::date(2026, 6, 16), "counted from the day it was seen");
        let Done::Petition(id, number, code) = story.step(&officer, Step::Convert).unwrap() else {
            panic!("a petition")
        };
        let petition = story
            .world
            .read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?.expect("there").state))
            .unwrap();
        assert_eq!(petition.running("FORWARD_15D").unwrap().statutory, due);
        assert_eq!((petition.agent, petition.mode()), (Some(World::user(31)), Some(Mode::Proactive)));
        story.open(number, code);
        story.is_whole();
    });
}

#[test]
fn both_sides_want_it_mediated_and_a_danger_is_told_at_once() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::seen(World::new(store, MONDAY));
        let report = |danger, told: &[Told]| Command::ReportUrgent { danger, told: told.to_vec() };
        let early = report(Danger::Violence, &[Told::Government]);
        assert_eq!(code_of(story.does(&story.grid(), early)), "urgent-police");
        story.does(&story.grid(), report(Danger::Violence, &[Told::Police, Told::Government])).unwrap();
        assert_eq!((story.people(), story.state().urgent.len()), (0, 1), "and nobody is written down for it");
        let access = story.entrusted();
        let stranger = person(&story.world, 99, &[Role::UnitHandler], story.world.housing);
        assert_eq!(code_of(story.does(&stranger, report(Danger::Extreme, &[Told::Bureau]))), "not-permitted");
        story.does(&story.agent(), Command::Mediate).unwrap();
        story.world.at("2026-06-05T00:00:00");
        story.sweep();
        assert_eq!((story.state().stage(), story.state().level()), (Stage::Mediation, Some(Level::Township)));
        let end = Command::EndMediation { agreed: true, what: text("界桩各出一半。") };
        story.does(&story.agent(), end).unwrap();
        let hers = access.clone();
        let page = story.world.read(move |tx, kit, _| proactive::track_find(tx, kit, &hers)).unwrap();
        let kinds: Vec<&str> = page.timeline.iter().map(|item| item.kind).collect();
        assert!(kinds.contains(&"find.mediation_ended") && !kinds.contains(&"find.urgent_reported"), "{kinds:?}");
        story.hers(&access, Step::Command(Command::Confirm { solved: true })).unwrap();
        assert_eq!(story.state().stage(), Stage::Closed);
        story.is_whole();
    });
}

#[test]
fn what_an_agent_hands_over_takes_her_finds_along() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::seen(World::new(store, MONDAY));
        story
            .world
            .write(|tx, _, _| {
                tx.execute(
                    "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                     SELECT $1, 'agent-33', '测试代办员', id, 'zh-CN', $2, $3, 1 FROM org WHERE kind = 'BUREAU'",
                    params![World::user(33), true, false],
                )?;
                tx.execute(
                    "INSERT INTO role_grant (user_id, role, org_id, division, from_day) \
                     SELECT $1, 'AGENT', id, $2, $3 FROM org WHERE kind = 'BUREAU'",
                    params![World::user(33), common::BANNER, jiff::civil::date(2025, 1, 1)],
                )?;
                Ok(())
            })
            .unwrap();
        story.step(&story.lead(), Step::Assign(World::user(31))).unwrap();
        story.does(&story.agent(), Command::Inform).unwrap();
        assert!(story.sees(&story.agent()));
        let lead = story.lead();
        let done = story.world.write(move |tx, kit, ctx| {
            let place = DivisionCode::parse(common::BANNER)?;
            let permit = access::permit::<access::actions::ArrangeAgents>(&lead, &place)?;
            let people = (World::user(31), World::user(33));
            lianxin_services::network::hand_over(tx, kit, ctx, &lead, &permit, people, &text("换了岗位"))
        });
        assert_eq!(done.unwrap().finds, 1);
        assert_eq!(story.state().agent, Some(World::user(33)));
        assert!(!story.sees(&story.agent()), "her access ended with it");
        assert!(story.sees(&person(&story.world, 33, &[Role::Agent], story.world.bureau)));
        story.is_whole();
    });
}
