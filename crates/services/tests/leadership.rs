//! A leader answers for a matter that is not her unit's: she sees it while she does, and all she does stands on its chain. Both
//! engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{BANNER, World, code_of, text};
use domain::{
    access::Subject,
    leadership::{Command, Owing, Post, VisitKind},
    people::Role,
};
use jiff::civil::{Date, date};
use kernel::{CaseId, OrgId};
use lianxin_services::{
    Error, MIGRATIONS, leadership, matter,
    petition::{self, By},
    verify,
};
use store::params;

/// A member of staff on record, who can be named.
fn on_record(world: &World, name: u128, role: Role, org: OrgId) -> Subject {
    let user = World::user(name);
    world
        .write(move |tx, _, _| {
            let sql = "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                       VALUES ($1, $2, '测试人员', $3, 'zh-CN', $4, $5, 1)";
            tx.execute(sql, params![user, format!("user{name}"), org, true, false])?;
            let sql = "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)";
            tx.execute(sql, params![user, role.name(), org, BANNER, date(2025, 1, 1)])?;
            Ok(())
        })
        .unwrap();
    world.staff(name, role, org)
}

fn act(world: &World, subject: &Subject, id: CaseId, command: Command) -> Result<(), Error> {
    let subject = subject.clone();
    world.write(move |tx, kit, ctx| leadership::act(tx, kit, ctx, &subject, id, &command))
}

fn own(world: &World, subject: &Subject) -> Vec<(CaseId, Option<Date>)> {
    let subject = subject.clone();
    let own = world.read(move |tx, _, _| Ok(leadership::own(tx, &subject)?)).unwrap();
    own.into_iter().map(|one| (one.row.id(), one.leadership.next_due())).collect()
}

fn sees(world: &World, subject: &Subject, id: CaseId) -> bool {
    let subject = subject.clone();
    world.read(move |tx, _, _| leadership::open(tx, &subject, id)).is_ok()
}

#[test]
fn a_leader_in_charge_sees_the_matter_answers_her_duties_and_instructs() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let id =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id;
        let office = world.staff(2, Role::JointMeetingOffice, world.bureau);
        let leader = on_record(&world, 7, Role::UnitLeader, world.forestry);
        let handler = world.staff(8, Role::UnitHandler, world.housing);
        assert!(!sees(&world, &leader, id), "not hers yet");
        let take = |name, post| Command::TakeCharge { leader: World::user(name), org: world.forestry, post };
        assert_eq!(code_of(act(&world, &leader, id, take(7, Post::Leader))), "not-permitted");
        assert_eq!(code_of(act(&world, &office, id, take(99, Post::Leader))), "leader-unknown");
        assert_eq!(code_of(act(&world, &office, id, take(7, Post::Delegate))), "leader-unknown", "she is no delegate");
        act(&world, &office, id, take(7, Post::Leader)).unwrap();
        assert!(sees(&world, &leader, id));
        assert_eq!(own(&world, &leader), [(id, Some(date(2026, 6, 8)))]);

        let clocks = |id| {
            world.read(move |tx, _, _| {
                Ok(matter::load::<domain::petition::Petition>(tx, "1502", id)?.unwrap().state.clocks)
            })
        };
        let before = clocks(id).unwrap();
        act(&world, &leader, id, Command::DoDuty { duty: 1, on: date(2026, 6, 1), evidence: text("笔录在卷") })
            .unwrap();
        let visit = Command::Visit {
            kind: VisitKind::Field,
            on: date(2026, 6, 1),
            place: text("巴音花嘎查"),
            findings: text("水泵已经坏了两个月"),
        };
        act(&world, &leader, id, visit).unwrap();
        let due = date(2026, 6, 5);
        act(&world, &leader, id, Command::Instruct { to: world.bureau, text: text("先送水"), due }).unwrap();
        let follow = Command::FollowInstruction { no: 1, on: date(2026, 6, 1), evidence: text("送了三车") };
        assert_eq!(code_of(act(&world, &handler, id, follow.clone())), "not-permitted");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        act(&world, &officer, id, follow).unwrap();
        let advice =
            Command::Advise {
                expert: text("市水务局总工程师"), on: date(2026, 5, 30), text: text("更换电机即可")
            };
        act(&world, &office, id, advice).unwrap();
        assert_eq!(clocks(id).unwrap(), before, "no instruction moves a deadline");

        act(&world, &office, id, Command::EndCharge { reason: text("调离") }).unwrap();
        assert!(own(&world, &leader).is_empty() && !sees(&world, &leader, id), "and no longer");
        let found = world.read(|tx, kit, _| {
            let mut found = vec![];
            verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |one| found.push(one.to_string()))?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new(), "rows and log say the same");
    });
}

#[test]
fn a_delegate_leads_a_red_order_with_its_two_days_and_sees_nothing_else() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let delegate = on_record(&world, 9, Role::Delegate, world.bureau);
        let office = world.staff(2, Role::JointMeetingOffice, world.bureau);
        let registrar = world.staff(3, Role::Registrar, world.bureau);
        let receive = || {
            let registrar = registrar.clone();
            world
                .write(move |tx, kit, ctx| {
                    let form = petition::PetitionForm { channel: "PHONE".into(), ..World::form() };
                    let new = form.parse(petition::Door::Staff, ctx.now()).unwrap();
                    let permit = domain::access::permit(&registrar, &new.division)?;
                    lianxin_services::work_order::receive(tx, kit, ctx, &permit, &new, None)
                })
                .unwrap()
                .id
        };
        let (led, other) = (receive(), receive());
        let take = Command::TakeCharge { leader: World::user(9), org: world.bureau, post: Post::Delegate };
        act(&world, &office, led, take).unwrap();
        assert_eq!(own(&world, &delegate), [(led, Some(date(2026, 6, 16)))]);
        assert!(sees(&world, &delegate, led) && !sees(&world, &delegate, other));
        let done = Command::DoDuty { duty: 1, on: date(2026, 6, 1), evidence: text("当天见面") };
        assert_eq!(code_of(act(&world, &office, led, done.clone())), "leader-not-hers");
        act(&world, &delegate, led, done).unwrap();
        assert_eq!(own(&world, &delegate), [(led, Some(date(2026, 7, 31)))]);
    });
}

#[test]
fn duties_and_instructions_fall_due_are_noted_once_and_delay_nobody_else() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let id =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id;
        let office = world.staff(2, Role::JointMeetingOffice, world.bureau);
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let leader = on_record(&world, 7, Role::UnitLeader, world.forestry);
        let take = Command::TakeCharge { leader: World::user(7), org: world.forestry, post: Post::Leader };
        act(&world, &office, id, take).unwrap();
        let due = date(2026, 6, 5);
        act(&world, &leader, id, Command::Instruct { to: world.bureau, text: text("先送水"), due }).unwrap();
        let owing = |subject: &Subject| {
            let subject = subject.clone();
            let owing = world.read(move |tx, _, _| Ok(leadership::owing(tx, &subject)?)).unwrap();
            owing.into_iter().map(|one| (one.owed.what, one.owed.due, one.owed.noted)).collect::<Vec<_>>()
        };
        assert_eq!(owing(&leader).len(), 6, "six duties, and not the unit's instruction");
        assert_eq!(owing(&officer), [(Owing::Instruction(1), due, false)]);
        assert!(owing(&office).is_empty(), "whoever named her owes nothing");
        let note = || world.write(|tx, kit, ctx| Ok(leadership::note_passed(tx, kit, ctx, 50)?)).unwrap();
        let state = || {
            let loaded = world
                .read(move |tx, _, _| Ok(matter::load::<domain::petition::Petition>(tx, "1502", id)?.unwrap().state));
            loaded.unwrap()
        };
        let before = state();
        world.at("2026-06-05T23:00:00");
        assert_eq!(note(), 0, "the day itself is not over");
        world.at("2026-06-09T09:00:00");
        let place = kernel::DivisionCode::parse(BANNER).unwrap();
        let counts = |place: &kernel::DivisionCode| {
            let place = place.clone();
            let (today, until) = (date(2026, 6, 9), date(2026, 7, 1));
            world.read(move |tx, _, _| Ok(leadership::due_in(tx, &place, today, until)?)).unwrap()
        };
        assert_eq!(counts(&place), (1, 0), "one matter, whatever is late in it");
        assert_eq!((note(), note(), note()), (1, 1, 0), "the instruction, the first duty, each once");
        assert_eq!(owing(&officer), [(Owing::Instruction(1), due, true)]);
        assert_eq!(owing(&leader)[0], (Owing::Duty(1), date(2026, 6, 8), true));
        let after = state();
        assert_eq!((&after.clocks, after.stage()), (&before.clocks, before.stage()), "no clock of the matter moved");
        assert!(after.rises.is_empty(), "and nothing of it rose");
        let follow = Command::FollowInstruction { no: 1, on: date(2026, 6, 9), evidence: text("送了三车") };
        act(&world, &officer, id, follow).unwrap();
        assert!(owing(&officer).is_empty());
        let found = world.read(|tx, kit, _| {
            let mut found = vec![];
            verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |one| found.push(one.to_string()))?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new(), "rows and log say the same");
    });
}

/// 五访: how often is data of the place, what is due is counted from the record, and the office that names leaders sees what fell late.
#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn visits_are_due_by_the_rules_of_the_place_and_what_fell_late_is_seen_by_whoever_named() {
    use domain::{
        access::actions::AdminPractice,
        leadership::{LeaderRules, VisitRule},
    };
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let id =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id;
        let office = world.staff(2, Role::JointMeetingOffice, world.bureau);
        let leader = on_record(&world, 7, Role::UnitLeader, world.forestry);
        let owed = |world: &World| {
            let leader = leader.clone();
            world
                .read(move |tx, kit, ctx| {
                    let staff = leader.staff().unwrap();
                    Ok(leadership::visits_owed(tx, kit, ctx, staff.user(), staff.grants())?)
                })
                .unwrap()
        };
        assert!(owed(&world).is_empty(), "no jurisdiction, no rhythm");
        let rule = |kind, days| VisitRule { level: kernel::OrgLevel::County, kind, days };
        let reference = world.write(move |tx, _, ctx| {
            let place = kernel::DivisionCode::parse(BANNER)?;
            let permit = domain::access::permit::<AdminPractice>(&Subject::System, &place)?;
            let visits = vec![rule(VisitKind::Field, 30), rule(VisitKind::SpotCheck, 90)];
            let rules = LeaderRules { visits, effective_from: ctx.today(), ..LeaderRules::shipped() };
            leadership::publish(tx, ctx, &permit, rules)?;
            Ok(lianxin_services::reference::load(tx)?)
        });
        world.kit.replace_reference(reference.unwrap());
        let due: Vec<_> = owed(&world).iter().map(|one| (one.kind, one.due)).collect();
        assert_eq!(due, [(VisitKind::Field, date(2026, 7, 1)), (VisitKind::SpotCheck, date(2026, 8, 30))]);
        act(
            &world,
            &office,
            id,
            Command::TakeCharge { leader: World::user(7), org: world.forestry, post: Post::Leader },
        )
        .unwrap();
        world.at("2026-06-20T10:00:00");
        let visit = Command::Visit {
            kind: VisitKind::Field,
            on: date(2026, 6, 19),
            place: text("巴音花嘎查"),
            findings: text("井修好了一半"),
        };
        act(&world, &leader, id, visit).unwrap();
        let after = owed(&world);
        assert_eq!(
            (after[0].kind, after[0].last, after[0].due),
            (VisitKind::Field, Some(date(2026, 6, 19)), date(2026, 7, 19))
        );
        // 包调查 was due on 8 June, 包协调 on 16 June.
        let late = |subject: &Subject| {
            let subject = subject.clone();
            let late = world.read(move |tx, _, ctx| Ok(leadership::fallen_late(tx, &subject, ctx.today())?)).unwrap();
            late.into_iter().map(|one| (one.row.id(), one.owed.text, one.owed.due)).collect::<Vec<_>>()
        };
        assert_eq!(
            late(&office),
            [(id, "包调查".to_owned(), date(2026, 6, 8)), (id, "包协调".to_owned(), date(2026, 6, 16))]
        );
        assert!(late(&leader).is_empty(), "she sees her own among what she owes");
        act(&world, &leader, id, Command::DoDuty { duty: 1, on: date(2026, 6, 20), evidence: text("笔录在卷") })
            .unwrap();
        assert_eq!(late(&office).len(), 1);
    });
}
