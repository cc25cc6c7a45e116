//! A matter that nobody answers, over weeks, on both engines: every rung begins on its day, it rises by rule, and petitioner,
//! unit, supervisor and the level above each see what is theirs.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::{self, Permit, StaffSubject, Subject, actions},
    case::{DispatchKind, StatutoryRoute},
    document::DocType,
    escalation::{Redoing, Redone},
    organisation::OrgKind,
    people::{Role, RoleGrant},
    petition::{Command, Petition},
    supervision::{self, Finding, Liability, RungKind, RungState, Stage, Supervision, Way},
};
use kernel::{CaseId, Clock as _, Ctx, DivisionCode, OrgId, Text, UserId};
use lianxin_services::{
    Error, MIGRATIONS, document, jobs, matter, organisation,
    oversight::{self, Looked},
    petition::{self, Act, By, Receipt},
    verify,
};

struct Story {
    world: World,
    city: OrgId,
    discipline: OrgId,
    receipt: Receipt,
}

impl Story {
    fn begun(store: &store::Store) -> Self {
        let world = World::new(store, "2026-01-05T02:00:00Z");
        let create = |seed: u64, kind: OrgKind, name: &'static str, place: &'static str| {
            world
                .write(move |tx, _, ctx| {
                    let place = DivisionCode::parse(place)?;
                    let permit: Permit<actions::AdminUnits> = access::permit(&Subject::System, &place)?;
                    let draft = organisation::OrgDraft::new(kind, Text::parse("name", name)?, place);
                    Ok(organisation::create(tx, &Ctx::seeded(ctx.now(), seed), &permit, draft)?.id)
                })
                .unwrap()
        };
        let city = create(71, OrgKind::Bureau, "包头市信访局", "1502");
        let discipline = create(72, OrgKind::Discipline, "达茂旗纪委监委", common::BANNER);
        let new = world.new_petition();
        let receipt = world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None));
        Self { city, discipline, receipt: receipt.unwrap(), world }
    }

    fn id(&self) -> CaseId {
        self.receipt.id
    }

    fn act(&self, subject: &Subject, command: impl Into<Act>) -> Result<Petition, Error> {
        let (subject, command, id) = (subject.clone(), command.into(), self.id());
        self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &command))
    }

    /// Forwarded, accepted and spoken about on the second day.
    fn in_handling(&self) {
        let (world, unit) = (&self.world, self.world.forestry);
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let handler = world.staff(11, Role::UnitHandler, unit);
        self.act(&officer, Command::Forward { to: unit, kind: DispatchKind::Forward, feedback_days: None }).unwrap();
        world.at("2026-01-06T09:00:00");
        let claims = self.state().claims.iter().map(|c| (c.id, StatutoryRoute::PetitionProcedure, None)).collect();
        self.act(&handler, Command::Accept { handler: World::user(11), routes: claims }).unwrap();
        self.act(&handler, Command::Contact { note: text("约上门时间") }).unwrap();
    }

    fn state(&self) -> Petition {
        let id = self.id();
        self.world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?.unwrap().state)).unwrap()
    }

    /// Everything that happens by itself until now, in small batches.
    fn tick(&self) -> Looked {
        let mut all = Looked::default();
        self.world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        loop {
            let looked = self.world.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 2)?)).unwrap();
            assert_eq!(looked.left, 0);
            (all.raised, all.rungs, all.ended) =
                (all.raised + looked.raised, all.rungs + looked.rungs, all.ended + looked.ended);
            all.looked += looked.looked;
            if looked.looked == 0 {
                return all;
            }
        }
    }

    fn supervisions(&self, subject: &Subject) -> Vec<Supervision> {
        let subject = subject.clone();
        let page = self.world.read(move |tx, _, _| Ok(oversight::supervisions(tx, &subject, false, None, 20)?));
        page.unwrap().items.into_iter().map(|one| one.state).collect()
    }

    fn answer(&self, subject: &Subject, id: CaseId, command: supervision::Command) -> Result<Supervision, Error> {
        let subject = subject.clone();
        self.world.write(move |tx, kit, ctx| matter::act(tx, kit, ctx, &subject, id, None, &command))
    }

    /// What she reads on her page.
    fn told(&self) -> Vec<&'static str> {
        let (number, code) = (self.receipt.number.clone(), self.receipt.code.clone());
        let access = self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code));
        let access = access.unwrap().unwrap();
        let track = self.world.read(move |tx, kit, ctx| petition::track(tx, kit, ctx, &access)).unwrap();
        track.timeline.iter().map(|item| item.kind).collect()
    }

    fn above(&self) -> Subject {
        let division = DivisionCode::parse("1502").unwrap();
        let from = jiff::civil::date(2025, 1, 1);
        let grant = RoleGrant { role: Role::BureauOfficer, org: self.city, division, from, to: None };
        let user = UserId(uuid::Uuid::from_u128(61));
        Subject::Staff(StaffSubject::new(user, self.city, self.world.clock.now(), vec![grant]))
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in one piece")]
fn what_nobody_answers_climbs_rung_by_rung_and_rises() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::begun(store);
        let world = &story.world;
        story.in_handling();
        let leader = world.staff(12, Role::UnitLeader, world.forestry);
        let supervisor = world.staff(41, Role::Supervisor, world.bureau);
        let elsewhere = world.staff(22, Role::UnitLeader, world.housing);
        let discipline = world.staff(51, Role::DisciplineSealed, story.discipline);
        assert_eq!(story.tick().rungs, 0, "nothing is near");

        // The answer is due on 9 March; seven days before, the unit is reminded. She is not bothered with it.
        world.at("2026-03-04T09:00:00");
        assert_eq!(story.tick().rungs, 1);
        assert_eq!(story.tick().rungs, 0, "not twice");
        let seen = story.supervisions(&leader);
        assert_eq!((seen.len(), seen[0].rungs[0].kind, seen[0].stage()), (1, RungKind::Reminder, Stage::Open));
        assert!(story.supervisions(&elsewhere).is_empty());
        assert!(!story.told().contains(&"petition.supervised"));

        world.at("2026-03-07T12:00:00");
        assert_eq!(story.tick().rungs, 1);
        assert_eq!(story.supervisions(&supervisor)[0].highest(), Some(RungKind::RiskNotice));
        assert!(story.told().contains(&"petition.supervised"));

        world.at("2026-03-12T09:00:00");
        story.tick();
        let seen = story.supervisions(&supervisor);
        let (id, letter) = (seen[0].id, seen[0].rungs.last().unwrap().clone());
        assert_eq!(seen.len(), 1, "one supervision of one unit");
        assert_eq!(letter.kind, RungKind::SupervisionLetter);
        assert_eq!(letter.number.as_ref().unwrap().as_str(), "达茂旗信访局信督函〔2026〕1号");

        // Neither answer comes: advice on accountability is drafted, and nobody but a person sends it.
        world.at("2026-03-19T09:00:00");
        story.tick();
        let seen = story.supervisions(&supervisor);
        let drafted = seen[0].rungs.last().unwrap().clone();
        assert_eq!((drafted.kind, &drafted.state), (RungKind::AccountabilityAdvice, &RungState::Proposed));
        let subject = supervisor.clone();
        let joint = world.read(move |tx, _, _| Ok(oversight::joint_sheet(tx, &subject, 50)?)).unwrap().unwrap();
        assert!(joint.iter().all(|row| row.rung == RungKind::SupervisionLetter), "a draft is shared with nobody");
        assert!(story.supervisions(&discipline).is_empty(), "what was written is not the discipline body's");

        // The unit answers late; it does not do; it answers again.
        let no = letter.no;
        let answer = || supervision::Command::Answer { no, text: text("3 月 25 日前给答复。"), evidence: None };
        assert_eq!(code_of(story.answer(&elsewhere, id, answer())), "not-permitted");
        story.answer(&leader, id, answer()).unwrap();
        let judge = |accepted| supervision::Command::Judge { no, accepted, reason: text("没有说依据。") };
        assert!(story.answer(&leader, id, judge(true)).is_err(), "a unit does not accept its own answer");
        assert_eq!(story.answer(&supervisor, id, judge(false)).unwrap().stage(), Stage::Reopened);

        // Two verify on site; the handler does not.
        let finding = |people: &[u128]| supervision::Command::Verify {
            finding: Box::new(Finding {
                way: Way::OnSite,
                verifiers: people.iter().map(|n| World::user(*n)).collect(),
                procedure: text("联系记录和牧户说的不一样。"),
                substance: text("面积差 180 亩。"),
                heard: text("她要一个准日子。"),
                difference: Some(text("1 月 6 日的联系没有发生。")),
                advice: text("重新核面积。"),
                fraud: true,
            }),
            least: 2,
        };
        assert_eq!(code_of(story.answer(&supervisor, id, finding(&[41, 11]))), "verifier-is-handler");
        story.answer(&supervisor, id, finding(&[41, 42])).unwrap();

        // Signed by hand, with article and body: it goes to the body that decides.
        let (subject, body) = (supervisor.clone(), story.discipline);
        let what = oversight::Signature {
            no: drafted.no,
            demands: text("对未在期限内答复的责任作出处理。"),
            liability: Some(Liability::A45_1),
            competent: Some(body),
        };
        let signed = world.write(move |tx, kit, ctx| oversight::sign(tx, kit, ctx, &subject, id, None, &what)).unwrap();
        assert_eq!(signed.highest(), Some(RungKind::AccountabilityAdvice));
        let subject = discipline.clone();
        let advice = world.read(move |tx, _, _| Ok(oversight::advice_list(tx, &subject, false, None, 9)?)).unwrap();
        assert_eq!((advice.items.len(), advice.items[0].1.issued.about), (1, Some(world.forestry)));

        // Each went out as a letter of the one series of its office, under the number that its rung carries.
        let papers = world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
        let of = |kind| papers.iter().find(|row| row.kind == kind).unwrap_or_else(|| panic!("no {kind}")).clone();
        let sent = of(DocType::SupervisionLetter);
        assert_eq!((sent.number.as_deref(), sent.to), (Some("达茂旗信访局信督函〔2026〕1号"), Some(world.forestry)));
        assert_eq!(of(DocType::RiskReminder).number.as_deref(), Some("达茂旗信访局信提函〔2026〕1号"));
        let accountable = of(DocType::AccountabilityLetter);
        let rung = signed.rung(drafted.no).unwrap();
        assert_eq!(accountable.number.as_deref(), rung.number.as_ref().map(kernel::Text::as_str));
        assert_eq!(
            accountable.number.as_deref(),
            Some(advice.items[0].1.issued.letter.as_str()),
            "one paper, one number"
        );
        assert_eq!(of(DocType::VerifySheet).number, None);
        assert_eq!(papers.len(), 4, "a reminder is no letter");
        let said = |subject: &Subject, letter: &document::LetterRow| {
            let (subject, letter) = (subject.clone(), letter.id);
            world.read(move |tx, kit, _| document::open(tx, kit, &subject, letter, access::Action::PrintLetter))
        };
        let sheet = serde_json::to_string(&said(&leader, &sent).unwrap().sheet("")).unwrap();
        for words in ["第四十条", "达茂旗林业和草原局主要负责人", "本系统内书面回复", "达茂旗林业和草原局："]
        {
            assert!(sheet.contains(words), "{words} in {sheet}");
        }
        assert!(said(&discipline, &accountable).is_ok(), "it is addressed to them");
        assert!(said(&discipline, &sent).is_err(), "of the file they read nothing else");
        assert_eq!(code_of(said(&elsewhere, &sent)), "not-permitted");

        // Fifteen days over, it rises to the city; the unit keeps its duty, her days run on.
        let before = story.state();
        world.at("2026-03-26T09:00:00");
        assert_eq!(story.tick().raised, 1);
        assert_eq!(story.tick().raised, 0, "not twice");
        let after = story.state();
        assert_eq!((after.rises.lead(), after.holder()), (Some(story.city), world.forestry));
        assert_eq!((&after.clocks, &after.hops, after.received_at), (&before.clocks, &before.hops, before.received_at));
        assert!(story.told().contains(&"petition.raised"));

        // Whoever leads does the four anew, then brings it down; nobody else.
        let (case, city) = (story.id(), story.above());
        let down = |subject: &Subject| {
            let subject = subject.clone();
            world.write(move |tx, kit, ctx| {
                oversight::bring_down(tx, kit, ctx, &subject, case, None, text("方案定了，回到旗里执行。"))
            })
        };
        assert_eq!(code_of(down(&city)), "rise-redoings-missing");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        assert_eq!(code_of(down(&officer)), "rise-not-lead");
        for what in Redoing::ALL {
            let (subject, what) = (city.clone(), *what);
            let redone = move || Redone { what, found: text("重新查过，写在报告第 2 页。") };
            world.write(move |tx, kit, ctx| oversight::redo(tx, kit, ctx, &subject, case, None, redone())).unwrap();
        }
        down(&city).unwrap();
        assert!(story.told().contains(&"petition.brought_down"));
        assert_eq!(story.tick().raised, 0, "the same delay does not raise it again from the same level");

        let found = world.read(|tx, kit, _| {
            let mut found = vec![];
            let options = verify::Options::default();
            verify::verify(tx, kit, &options, &mut |_| {}, &mut |finding| found.push(format!("{finding:?}")))?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new(), "every row is what its events lead to");
    });
}

#[test]
fn her_word_raises_it_and_a_person_may_too() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::begun(store);
        let world = &story.world;
        story.in_handling();
        let leader = world.staff(12, Role::UnitLeader, world.forestry);
        let (case, city) = (story.id(), story.city);
        let raise = |subject: Subject| {
            world.write(move |tx, kit, ctx| {
                let asked =
                    oversight::Raise { to: city, reason: text("三个部门说法不一，要上一级定。") };
                oversight::raise(tx, kit, ctx, &subject, case, None, &asked)
            })
        };
        let elsewhere = world.staff(22, Role::UnitLeader, world.housing);
        assert_eq!(code_of(raise(elsewhere)), "not-permitted");
        raise(leader).unwrap();
        let in_force = story.state().rises.in_force().unwrap().clone();
        assert_eq!(in_force.raised.needs.len(), 4, "the four re-doings are asked for by hand too");
        assert_eq!(in_force.raised.level, Some(kernel::OrgLevel::Prefecture));
    });
}

#[test]
fn a_letter_by_hand_is_drafted_by_one_and_signed_by_another() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::begun(store);
        let world = &story.world;
        story.in_handling();
        let first = world.staff(41, Role::Supervisor, world.bureau);
        let second = world.staff(43, Role::Supervisor, world.bureau);
        let case = story.id();
        let by_hand = |kind: RungKind| {
            let subject = first.clone();
            let asked = oversight::ByHand {
                kind,
                ground: supervision::Ground::Delay,
                demands: None,
                reply_days: Some(5),
                liability: None,
                competent: None,
            };
            world.write(move |tx, kit, ctx| oversight::by_hand(tx, kit, ctx, &subject, case, &asked)).unwrap()
        };
        let id = by_hand(RungKind::Reminder);
        assert_eq!(story.supervisions(&first)[0].rungs[0].state, RungState::Issued, "a reminder goes at once");
        assert_eq!(by_hand(RungKind::SupervisionLetter), id);
        let drafted = story.supervisions(&first)[0].rungs[1].clone();
        assert_eq!(
            (&drafted.state, &drafted.number, drafted.drafted_by),
            (&RungState::Proposed, &None, Some(World::user(41)))
        );
        assert!(!story.told().contains(&"petition.supervised"), "nothing went out");
        let papers = || world.read(move |tx, _, _| Ok(document::of_case(tx, "1502", id)?)).unwrap();
        assert!(papers().is_empty());

        let sign = |subject: &Subject| {
            let subject = subject.clone();
            let (no, demands) = (drafted.no, drafted.demands.clone());
            let what = oversight::Signature { no, demands, liability: None, competent: None };
            world.write(move |tx, kit, ctx| oversight::sign(tx, kit, ctx, &subject, id, None, &what))
        };
        assert_eq!(code_of(sign(&first)), "rung-own-draft");
        let signed = sign(&second).unwrap();
        let number = signed.rung(drafted.no).unwrap().number.clone().unwrap();
        assert_eq!(number.as_str(), "达茂旗信访局信督函〔2026〕1号", "the refused signature left no gap");
        let letter = papers().remove(0);
        assert_eq!((letter.number.as_deref(), letter.signer), (Some(number.as_str()), Some(World::user(43))));
        assert!(story.told().contains(&"petition.supervised"));

        // Declared void, the number stays taken.
        let (subject, reason) = (second.clone(), text("收文单位写错了"));
        world.write(move |tx, _, ctx| document::void(tx, ctx, &subject, letter.id, &reason)).unwrap();
        let summary = world.read(|tx, kit, _| {
            let told = &mut |finding| panic!("{finding}");
            Ok(verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, told)?)
        });
        assert!(summary.unwrap().letters > 0);
    });
}
