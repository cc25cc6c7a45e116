//! A danger is reported beside a matter at whatever stage: who must act sees it first, the petitioner reads one neutral line, nothing
//! of hers moves, and the mark is gone with the event. Both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{BANNER, World, code_of, text};
use domain::{
    access::{self, Subject},
    people::Role,
    petition::Petition,
    urgent::{Command, Danger, Outcome, Reporting, Told, must_be_called, must_be_written_to},
};
use kernel::CaseId;
use lianxin_services::{
    Error, MIGRATIONS, matter,
    petition::{self, By},
    urgent, verify,
};

fn act(world: &World, subject: &Subject, id: CaseId, command: Command) -> Result<(), Error> {
    let subject = subject.clone();
    world.write(move |tx, kit, ctx| urgent::act(tx, kit, ctx, &subject, id, &command))
}

fn report(world: &World, danger: Danger, told: &[Told]) -> Command {
    use kernel::Clock as _;
    Command::Report(Reporting {
        danger,
        known_at: world.clock.now(),
        place: text("旗政府东门"),
        what: text("有人约好下午三点都过来。"),
        told: told.to_vec(),
    })
}

fn going(world: &World, subject: &Subject) -> Vec<CaseId> {
    let subject = subject.clone();
    let going = world.read(move |tx, _, _| Ok(urgent::going(tx, &subject)?)).unwrap();
    going.into_iter().map(|one| one.row.id()).collect()
}

fn open(world: &World, subject: &Subject, id: CaseId) -> Result<urgent::Seen, Error> {
    let subject = subject.clone();
    world.write(move |tx, _, ctx| urgent::open(tx, ctx, &subject, id))
}

fn state(world: &World, id: CaseId) -> Petition {
    world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?.unwrap().state)).unwrap()
}

fn is_whole(world: &World) {
    let found = world.read(|tx, kit, _| {
        let mut found = vec![];
        verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |one| found.push(one.to_string()))?;
        Ok(found)
    });
    assert_eq!(found.unwrap(), Vec::<String>::new(), "rows and log say the same");
}

#[test]
fn whoever_must_act_sees_it_first_and_nothing_of_hers_moves() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let id =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let supervisor = world.staff(2, Role::Supervisor, world.bureau);
        let caller = world.staff(3, Role::FollowupCaller, world.bureau);
        let stranger = world.staff(4, Role::UnitHandler, world.housing);
        let admin = world.staff(5, Role::Sysadmin, world.bureau);
        let before = state(&world, id);

        for (who, name) in
            [(&stranger, "another unit"), (&admin, "the administrator"), (&Subject::Petitioner(id), "she")]
        {
            assert_eq!(
                code_of(act(&world, who, id, report(&world, Danger::Gathering, &[]))),
                "not-permitted",
                "{name}"
            );
        }
        act(&world, &caller, id, report(&world, Danger::Gathering, &[Told::Government])).unwrap();
        assert_eq!(code_of(act(&world, &officer, id, report(&world, Danger::Violence, &[]))), "urgent-open");
        assert_eq!((going(&world, &officer), going(&world, &supervisor)), (vec![id], vec![id]));
        assert!(going(&world, &stranger).is_empty() && going(&world, &caller).is_empty());
        assert_eq!(open(&world, &caller, id).unwrap().reports.len(), 1, "whoever reported sees what she wrote");
        let colleague = world.staff(6, Role::FollowupCaller, world.bureau);
        let seen = open(&world, &colleague, id).unwrap();
        assert!(seen.reports.is_empty() && seen.going_on, "a colleague without the duty only learns that one goes on");
        let call = Command::Call { told: vec![Told::Police], at: None };
        assert_eq!(code_of(act(&world, &caller, id, call.clone())), "not-permitted");

        let after = state(&world, id);
        assert_eq!(Petition { urgent: before.urgent.clone(), version: before.version, ..after }, before);
        let told = track_lines(&world, id);
        assert_eq!(told.iter().filter(|key| key.contains("urgent")).count(), 1, "one neutral line: {told:?}");

        world.at("2026-06-01T10:40");
        act(&world, &officer, id, call).unwrap();
        let end = |outcome| Command::End { outcome, text: text("人都散了。") };
        assert_eq!(code_of(act(&world, &officer, id, end(Outcome::Settled))), "urgent-end-written");
        let write = Command::Write { to: must_be_written_to().to_vec(), text: text("情况、已做的、建议。") };
        act(&world, &officer, id, write).unwrap();
        let answer = Command::Answer { from: Told::UpperBureau, text: text("收到，派人过来。") };
        act(&world, &supervisor, id, answer).unwrap();
        act(&world, &supervisor, id, end(Outcome::Settled)).unwrap();
        assert!(going(&world, &officer).is_empty(), "and nothing stays marked");
        let seen = open(&world, &officer, id).unwrap();
        assert!(seen.reports[0].ended.is_some() && seen.may_end);
        assert_eq!(track_lines(&world, id).iter().filter(|key| key.contains("urgent")).count(), 1);
        is_whole(&world);
    });
}

/// The keys of the lines that she reads.
fn track_lines(world: &World, id: CaseId) -> Vec<String> {
    world
        .read(move |tx, _, _| {
            let events = matter::history::<domain::petition::Fact>(tx, "1502", id)?;
            let state = matter::load::<Petition>(tx, "1502", id)?.unwrap().state;
            let say = |_: kernel::OrgId| String::new();
            let lines = events.iter().filter_map(|event| domain::petition::words::timeline(&state, event, &say));
            Ok(lines.map(|message| message.key).collect())
        })
        .unwrap()
}

#[test]
fn a_withdrawn_petition_and_a_work_order_are_reported_on_as_well() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let over =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id;
        world
            .write(move |tx, kit, ctx| {
                let withdraw = petition::Act::from(domain::petition::Command::Withdraw { reason: None });
                petition::act(tx, kit, ctx, &Subject::Petitioner(over), over, None, &withdraw).map(drop)
            })
            .unwrap();
        let registrar = world.staff(3, Role::Registrar, world.bureau);
        let by = registrar.clone();
        let order = world
            .write(move |tx, kit, ctx| {
                let form = petition::PetitionForm { channel: "PHONE".into(), division: BANNER.into(), ..World::form() };
                let new = form.parse(petition::Door::Staff, ctx.now()).unwrap();
                let permit = access::permit(&by, &new.division)?;
                lianxin_services::work_order::receive(tx, kit, ctx, &permit, &new, None)
            })
            .unwrap()
            .id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        for id in [over, order] {
            let told = must_be_called(Danger::SelfHarm);
            act(&world, &registrar, id, report(&world, Danger::SelfHarm, told)).unwrap();
            world.at("2026-06-01T10:05");
        }
        assert_eq!(going(&world, &officer), [over, order], "the one known longest first");
        for id in [over, order] {
            let end = Command::End { outcome: Outcome::Unfounded, text: text("上门看过，人好好的。") };
            assert_eq!(code_of(act(&world, &registrar, id, end.clone())), "not-permitted");
            act(&world, &officer, id, end).unwrap();
        }
        assert!(going(&world, &officer).is_empty());
        is_whole(&world);
    });
}

/// Whoever must act is told by message, at whatever hour; the message names nothing and nobody.
#[test]
fn those_on_duty_get_a_message_that_says_nothing_of_it() {
    use domain::notice::Channel;
    use lianxin_services::outbox::{self, Channels};
    use store::params;
    testkit::both(MIGRATIONS, |store| {
        // Eleven at night.
        let world = World::new(store, "2026-06-01T15:00:00Z");
        let (bureau, forestry) = (world.bureau, world.forestry);
        let people = world.write(move |tx, _, _| {
            let all = [
                (1, Role::BureauOfficer, bureau, Some("13800000001")),
                (2, Role::Supervisor, bureau, None),
                (3, Role::FollowupCaller, bureau, Some("13800000003")),
                (4, Role::UnitHandler, forestry, Some("13800000004")),
            ];
            for (n, role, org, phone) in all {
                let user = World::user(n);
                let sql = "INSERT INTO staff (id, login, name, phone, org_id, locale, active, must_change, version) \
                           VALUES ($1, $2, '测试人员', $3, $4, 'zh-CN', $5, $6, 1)";
                tx.execute(sql, params![user, format!("user{n}"), phone, org, true, false])?;
                let sql =
                    "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)";
                tx.execute(sql, params![user, role.name(), org, BANNER, jiff::civil::date(2025, 1, 1)])?;
            }
            Ok(())
        });
        people.unwrap();
        let new = world.new_petition();
        let id =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id;
        let caller = world.staff(3, Role::FollowupCaller, bureau);
        act(&world, &caller, id, report(&world, Danger::Gathering, &[])).unwrap();
        let channels = Channels { open: vec![Channel::Sms], portal: Some("https://xf.example.cn".into()) };
        world.write(move |tx, kit, ctx| Ok(outbox::plan(tx, kit, ctx, &channels, 50)?)).unwrap();
        let sent: Vec<(String, bool)> = world
            .read(|tx, _, ctx| {
                let sql = "SELECT body, due_at <= $1 FROM delivery WHERE audience = 'DUTY'";
                Ok(tx.query(sql, params![ctx.now()], |row| Ok((row.get(0)?, row.get(1)?)))?)
            })
            .unwrap();
        assert_eq!(sent.len(), 1, "the officer; the supervisor has no telephone, the others no duty: {sent:?}");
        assert!(sent[0].1, "it goes at night");
        for word in ["聚集", "旗政府", "编号", "信访", "1502"] {
            assert!(!sent[0].0.contains(word), "{}", sent[0].0);
        }
        let officer = world.staff(1, Role::BureauOfficer, bureau);
        let told = open(&world, &officer, id).unwrap().told;
        assert_eq!((told.people, told.messages), (2, 1));
    });
}
