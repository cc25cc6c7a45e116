//! A mandate from the doorstep to its end, designation and recusal: what each person sees day by day, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{World, code_of, text};
use domain::{
    access::{self, Action, Subject, actions::RegisterOnBehalf},
    agency::{Concerned, Mode, Verdict},
    case::Channel,
    document::{DocType, PaperStage},
    mandate::{MandateEnd, Power},
    people::Role,
    petition::{Command, Petition},
};
use kernel::{CaseId, DivisionCode, OrgId};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs, live,
    mandate::{self, MandateForm, NewMandate},
    matter::{self, Filter, Tab},
    petition::{self, Access, Act, By, Door, NewPetition, Receipt},
    verify,
};
use store::params;

const MONDAY: &str = "2026-06-01T02:00:00Z";

struct Story {
    world: World,
    receipt: Receipt,
}

/// An agent as the register of staff knows her.
fn appoint(world: &World, n: u128, role: Role, org: OrgId) {
    world
        .write(move |tx, _, _| {
            let (user, login) = (World::user(n), format!("agent-{n}"));
            let known = tx.query_opt("SELECT 1 FROM staff WHERE id = $1", params![user], |_| Ok(()))?.is_some();
            if !known {
                tx.execute(
                    "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                     VALUES ($1, $2, '测试代办员', $3, 'zh-CN', $4, $5, 1)",
                    params![user, login, org, true, false],
                )?;
            }
            tx.execute(
                "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)",
                params![user, role.name(), org, common::BANNER, jiff::civil::date(2025, 1, 1)],
            )?;
            Ok(())
        })
        .unwrap();
}

fn ticked() -> MandateForm {
    MandateForm {
        powers: vec!["DELIVER".into(), "ENQUIRE".into()],
        way: "ORAL".into(),
        read_back: true,
        witnesses: vec!["测试人乙".into(), "测试人丙".into()],
        consent_passing_on: true,
        ..MandateForm::default()
    }
}

fn new_mandate() -> NewMandate {
    ticked().parse().unwrap()
}

impl Story {
    /// Taken down by the agent at the door, with or without the mandate.
    fn at_the_door(world: World, mandate: Option<NewMandate>) -> Self {
        appoint(&world, 31, Role::Agent, world.housing);
        appoint(&world, 32, Role::Agent, world.forestry);
        let agent = world.staff(31, Role::Agent, world.housing);
        let form = petition::PetitionForm { channel: Channel::AgentEntrusted.name().into(), ..World::form() };
        let new = form.parse(Door::Staff, kernel::Clock::now(&world.clock)).unwrap();
        let new = NewPetition { agent: Some(World::user(31)), ..new };
        let receipt = world.write(move |tx, kit, ctx| {
            let permit = access::permit::<RegisterOnBehalf>(&agent, &DivisionCode::parse(common::BANNER)?)?;
            let receipt = petition::register(tx, kit, ctx, &By::Staff(&permit), &new, Some("draft-1"))?;
            if let Some(mandate) = &mandate {
                mandate::with_registration(tx, kit, ctx, &agent, receipt.id, mandate)?;
            }
            Ok(receipt)
        });
        Self { receipt: receipt.unwrap(), world }
    }

    fn id(&self) -> CaseId {
        self.receipt.id
    }

    fn agent(&self) -> Subject {
        self.world.staff(31, Role::Agent, self.world.housing)
    }

    fn officer(&self) -> Subject {
        self.world.staff(1, Role::BureauOfficer, self.world.bureau)
    }

    fn act(&self, subject: &Subject, act: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, act, id) = (subject.clone(), act.into(), self.id());
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &act))
    }

    fn hers(&self, command: Command) -> Result<Petition, Error> {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        let access: Access =
            self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).unwrap().unwrap();
        self.world.write(move |tx, kit, ctx| matter::act_as_petitioner(tx, kit, ctx, &access, None, &command))
    }

    /// Whether `subject` meets the case: by list, by search, by opening it, and whether live updates would name it to her. All four
    /// have to agree.
    fn sees(&self, subject: &Subject) -> bool {
        let (subject, id) = (subject.clone(), self.id());
        let seen = self.world.write(move |tx, _, ctx| {
            let filter = Filter { tab: Tab::Open, ..Filter::default() };
            let holds = |items: &[matter::MatterRow]| items.iter().any(|row| row.id() == id);
            let listed = holds(&matter::list(tx, &subject, &filter, ctx.now(), None, 20)?.items);
            let filter = Filter { words: vec!["草场".into()], ..filter };
            let found = holds(&matter::search(tx, &subject, &filter, ctx.now(), None, 20)?.items);
            let opened = matter::look(tx, ctx, &subject, id).is_ok();
            let named = live::since(tx, jiff::Timestamp::UNIX_EPOCH, 100)?
                .iter()
                .any(|change| access::permit::<access::actions::ReadMatter>(&subject, &change.facts).is_ok());
            Ok([listed, found, opened, named])
        });
        let seen = seen.unwrap();
        assert!(seen.iter().all(|one| *one == seen[0]), "list, search, page and live updates differ: {seen:?}");
        seen[0]
    }

    fn view(&self) -> mandate::AgencyView {
        let (region, id) = (self.receipt.number.as_str()[..4].to_owned(), self.id());
        let view = self.world.read(move |tx, _, ctx| {
            let state = matter::load::<Petition>(tx, &region, id)?.expect("it is there").state;
            Ok(mandate::agency(tx, &state, ctx.now())?)
        });
        view.unwrap()
    }

    fn sweep(&self) {
        self.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
    }

    /// The mandate as a form: hers, her agent's, nobody else's; on the desk with names masked, on paper in full.
    fn has_its_form(&self) {
        let id = self.id();
        self.world.write(|tx, kit, ctx| Ok(document::make_due(tx, kit, ctx, 100)?)).unwrap();
        let hers = self.world.read(move |tx, _, _| Ok(document::hers(tx, "1502", id)?)).unwrap();
        let form = hers.iter().find(|row| row.kind == DocType::AgencyMandate).expect("she finds her mandate").clone();
        assert_eq!((form.stage, form.number.as_ref()), (PaperStage::Issued, None));
        let open = |subject: Subject, action| {
            self.world.read(move |tx, kit, _| document::open(tx, kit, &subject, form.id, action))
        };
        let opened = open(self.agent(), Action::PrintLetter).unwrap();
        let paper = serde_json::to_string(&opened.sheet("")).unwrap();
        for words in [
            "测试人甲",
            "13800000006",
            "代递材料：同意",
            "陪访：不同意",
            "2026年11月28日",
            "见证人：测试人乙、测试人丙",
        ] {
            assert!(paper.contains(words), "{words} in {paper}");
        }
        let masked = serde_json::to_string(&opened.masked().sheet("")).unwrap();
        for words in ["测试人甲", "13800000006", "测试人乙"] {
            assert!(!masked.contains(words), "{words} in {masked}");
        }
        let stranger = self.world.staff(33, Role::Agent, self.world.forestry);
        assert_eq!(code_of(open(stranger, Action::PrintLetter)), "not-permitted");
    }

    fn is_whole(&self) {
        let summary = self.world.read(|tx, kit, _| {
            let told = &mut |finding| panic!("{finding}");
            Ok(verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, told)?)
        });
        assert_eq!(summary.unwrap().findings, 0, "the row is the replay of its events");
    }
}

#[test]
fn entrusted_from_the_door_to_the_day_she_takes_it_back() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::at_the_door(World::new(store, MONDAY), Some(new_mandate()));
        let view = story.view();
        assert_eq!(
            (view.mode, view.missing, view.org.as_str()),
            (Some(Mode::Entrusted), None, "达茂旗住房和城乡建设局")
        );
        let mandate = view.mandate.unwrap();
        story.has_its_form();
        assert_eq!(mandate.powers.iter().collect::<Vec<_>>(), [Power::Deliver, Power::Enquire]);
        assert_eq!(mandate.until, jiff::civil::date(2026, 11, 28));
        assert_eq!(mandate.signing.witnesses.len(), 2);
        assert!(story.sees(&story.agent()) && story.sees(&story.officer()));
        story.act(&story.agent(), Command::Nudge).unwrap();

        story.world.at("2026-06-20T20:15:00");
        assert_eq!(code_of(story.act(&story.agent(), Command::RevokeMandate { reason: None })), "not-permitted");
        story.hers(Command::RevokeMandate { reason: Some(text("想自己来")) }).unwrap();
        assert!(!story.sees(&story.agent()), "in the same transaction");
        assert_eq!(code_of(story.act(&story.agent(), Command::Nudge)), "not-permitted");
        assert!(story.sees(&story.officer()), "what was done stays, and goes on");
        let view = story.view();
        assert_eq!((view.agent, view.past[0].0.end), (None, MandateEnd::Revoked));
        story.is_whole();
    });
}

#[test]
fn without_a_mandate_it_is_registered_and_asked_for() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::at_the_door(World::new(store, MONDAY), None);
        assert_eq!(story.view().missing, Some((jiff::civil::date(2026, 6, 4), false)));
        assert!(story.sees(&story.agent()));
        assert_eq!(code_of(story.act(&story.agent(), Command::Nudge)), "mandate-missing");
        story.world.at("2026-06-05T00:00:00");
        assert!(!story.sees(&story.agent()), "three working days, and not a minute until the sweeper comes");
        story.sweep();
        assert_eq!(story.view().missing, Some((jiff::civil::date(2026, 6, 4), true)));
        let registrar = story.world.staff(2, Role::Registrar, story.world.bureau);
        story.act(&registrar, Act::Mandate(Box::new(new_mandate()))).unwrap();
        assert!(story.sees(&story.agent()));
        // It runs out half a year later, by the clock.
        story.world.at("2026-12-03T00:00:00");
        assert!(!story.sees(&story.agent()));
        story.sweep();
        assert_eq!(story.view().past[0].0.end, MandateEnd::Expired);
        story.is_whole();
    });
}

#[test]
fn an_agent_who_left_or_has_no_recording_to_show() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::at_the_door(World::new(store, MONDAY), None);
        let recorded = MandateForm { proof: "RECORDING".into(), ..ticked() }.parse().unwrap();
        let asked = story.act(&story.agent(), Act::Mandate(Box::new(recorded)));
        assert_eq!(code_of(asked), "mandate-recording-unknown");
        let silent = MandateForm { read_back: false, ..ticked() }.parse().unwrap();
        assert_eq!(code_of(story.act(&story.agent(), Act::Mandate(Box::new(silent)))), "mandate-not-read-back");
        story.act(&story.agent(), Act::Mandate(Box::new(new_mandate()))).unwrap();
        assert!(story.sees(&story.agent()));
        // Her appointment ended: the role no longer holds, and with it everything it opened.
        let left = domain::people::RoleGrant {
            role: Role::Agent,
            org: story.world.housing,
            division: DivisionCode::parse(common::BANNER).unwrap(),
            from: jiff::civil::date(2025, 1, 1),
            to: Some(jiff::civil::date(2026, 6, 1)),
        };
        let now = kernel::Clock::now(&story.world.clock);
        let subject = access::StaffSubject::new(World::user(31), story.world.housing, now, vec![left]);
        assert!(!story.sees(&Subject::Staff(subject)));
    });
}

#[test]
fn designated_by_a_superior_and_another_asked_for_once() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::at_the_door(World::new(store, MONDAY), Some(new_mandate()));
        let other = story.world.staff(32, Role::Agent, story.world.forestry);
        assert!(!story.sees(&other));
        let chief = story.world.staff(3, Role::Supervisor, story.world.bureau);
        story.hers(Command::AskRecusal { of: Concerned::Agent, reason: text("他认识对方") }).unwrap();
        assert_eq!(story.view().undecided.len(), 1);
        let named = |n| Act::Designate { agent: World::user(n), reason: text("本人申请换人") };
        assert_eq!(code_of(story.act(&chief, named(77))), "mandate-agent-unknown");
        story.act(&chief, named(32)).unwrap();
        assert!(!story.sees(&story.agent()) && story.sees(&other));
        let view = story.view();
        assert_eq!((view.mode, view.missing.is_some()), (Some(Mode::Designated), true));
        let again = Command::AskRecusal { of: Concerned::Agent, reason: text("再换") };
        assert_eq!(code_of(story.hers(again)), "other-agent-once");
        story.hers(Command::RevokeMandate { reason: None }).unwrap();
        assert!(!story.sees(&other));
        assert_eq!(code_of(story.act(&chief, named(32))), "agency-not-wanted");
        story.is_whole();
    });
}

#[test]
fn whoever_belongs_to_the_unit_complained_of_hears_why_not() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, MONDAY);
        appoint(&world, 31, Role::Agent, world.housing);
        let agent = world.staff(31, Role::Agent, world.housing);
        let form = petition::PetitionForm {
            channel: Channel::AgentEntrusted.name().into(),
            respondent: world.housing.to_string(),
            ..World::form()
        };
        let new = form.parse(Door::Staff, kernel::Clock::now(&world.clock)).unwrap();
        let new = NewPetition { agent: Some(World::user(31)), ..new };
        let receipt = world
            .write({
                let agent = agent.clone();
                move |tx, kit, ctx| {
                    let permit = access::permit::<RegisterOnBehalf>(&agent, &DivisionCode::parse(common::BANNER)?)?;
                    let receipt = petition::register(tx, kit, ctx, &By::Staff(&permit), &new, None)?;
                    mandate::with_registration(tx, kit, ctx, &agent, receipt.id, &new_mandate())?;
                    Ok(receipt)
                }
            })
            .unwrap();
        let story = Story { world, receipt };
        assert!(!story.sees(&agent), "it is registered, and out of her sight");
        assert!(story.sees(&story.officer()));
        let (region, id) = (story.receipt.number.as_str()[..4].to_owned(), story.id());
        let state =
            story.world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, &region, id)?.expect("there").state));
        assert_eq!(state.unwrap().agency.declined, ["own-unit"]);
        let judged = domain::agency::judge(&domain::agency::Inquiry { unit_complained_of: true, ..Default::default() });
        let said = mandate::NotEligible::of(&judged).unwrap();
        assert_eq!((said.verdict, said.rules[0].name), (Verdict::Forbidden, "own-unit"));
    });
}

/// rules.md 3.3: whoever is chosen may be away. Who stands in is in the event and on her page, sees the matter for those days, and
/// nobody has to end that.
#[test]
fn an_agent_who_is_away_is_chosen_with_her_deputy() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::at_the_door(World::new(store, MONDAY), Some(new_mandate()));
        let deputy = || story.world.staff(33, Role::Agent, story.world.forestry);
        appoint(&story.world, 33, Role::Agent, story.world.forestry);
        let back: jiff::Timestamp = "2026-06-08T02:00:00Z".parse().unwrap();
        let away = story.world.write(move |tx, _, ctx| {
            let span = (ctx.now(), back);
            let sql = "INSERT INTO absence (id, agent_id, deputy_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)";
            let id: kernel::AbsenceId = ctx.new_id();
            tx.execute(sql, params![id, World::user(32), World::user(33), span.0, span.1])?;
            Ok(())
        });
        away.unwrap();
        let chief = story.world.staff(3, Role::Supervisor, story.world.bureau);
        let named = Act::Designate { agent: World::user(32), reason: text("本人申请换人") };
        let state = story.act(&chief, named).unwrap();
        assert_eq!(state.agent, Some(World::user(32)), "the one who was chosen");
        let stand_in = state.agency.designated.unwrap().stand_in.unwrap();
        assert_eq!((stand_in.user, stand_in.until), (World::user(33), back));
        let (name, org, until) = story.view().stand_in.expect("her page says who comes");
        assert_eq!((name.as_str(), until), ("测试代办员", back));
        assert!(!org.is_empty());
        // With a mandate taken down in the office the same is said in it.
        let new = NewMandate { agent: Some(World::user(32)), ..new_mandate() };
        let state = story.act(&story.officer(), Act::Mandate(Box::new(new))).unwrap();
        assert_eq!(
            state.agency.stand_in(kernel::Clock::now(&story.world.clock)).map(|one| one.user),
            Some(World::user(33))
        );
        assert!(!story.sees(&deputy()), "only whoever stands in by the clock, as a session loads it");
        story.world.at("2026-06-08T10:00:00");
        assert_eq!(story.view().stand_in, None, "she is back, and nobody ended anything");
        story.is_whole();
    });
}
