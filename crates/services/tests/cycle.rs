//! A fortnight at a banner: what came, moved and slipped is counted from the record, closed, and corrected in the open. Both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{BANNER, World, code_of};
use domain::{
    access::{
        self, Permit, Subject,
        actions::{AdminCycles, CloseCycle, ReadCycle},
    },
    case::{DispatchKind, MatterType, Purpose},
    cycle::{Cadence, CycleRules, Reached, Target},
    people::Role,
    petition::Command,
};
use kernel::{CaseId, DivisionCode, OrgLevel, Text};
use lianxin_services::{
    MIGRATIONS,
    cycle::{self, Board},
    jobs,
    petition::{self, By},
    reference,
};

fn place() -> DivisionCode {
    DivisionCode::parse(BANNER).unwrap()
}

fn register(world: &World) -> CaseId {
    let new = world.new_petition();
    world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id
}

fn forward(world: &World, id: CaseId) {
    let officer = world.staff(1, Role::BureauOfficer, world.bureau);
    let to = world.forestry;
    world
        .write(move |tx, kit, ctx| {
            let triage = Command::Triage {
                matter_type: MatterType::AppealClaim,
                purpose: Purpose::SeekDecision,
                category: None,
                respondent: None,
                routes: vec![],
            };
            lianxin_services::matter::act(tx, kit, ctx, &officer, id, None, &triage)?;
            let forward = Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None };
            lianxin_services::matter::act(tx, kit, ctx, &officer, id, None, &forward)
        })
        .unwrap();
}

fn board(world: &World, subject: &Subject, day: &str) -> Board {
    let permit: Permit<ReadCycle> = access::permit(subject, &place()).unwrap();
    let day = day.parse().unwrap();
    world.read(move |tx, kit, ctx| Ok(cycle::board(tx, kit, ctx, &permit, day)?)).unwrap()
}

#[test]
fn a_half_month_is_counted_closed_once_and_corrected_in_the_open() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-02T02:00:00Z");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let (first, second) = (register(&world), register(&world));
        world.at("2026-06-03T10:00:00");
        forward(&world, first);
        // The second lies: the bureau's fifteen days run out in the next half month.
        world.at("2026-06-16T09:00:00");
        let now = board(&world, &officer, "2026-06-10");
        assert_eq!(
            (now.period.first.to_string(), now.period.last.to_string()),
            ("2026-06-01".into(), "2026-06-15".into())
        );
        assert!(!now.running && now.closed.is_none());
        assert_eq!((now.figures.petitions, now.figures.orders, now.figures.open), (2, 0, 2));
        let targets: Vec<_> =
            now.figures.targets.iter().map(|one| (one.due, one.in_time, one.late, one.open())).collect();
        assert_eq!(targets, [(2, 2, 0, 0), (2, 1, 0, 1), (0, 0, 0, 0)], "registered, taken by a unit, ended");
        let units: i64 = now.next.iter().map(|unit| unit.due + unit.overdue).sum();
        assert_eq!(units, 2, "the last span still says who acts next: {:?}", now.next);

        let close = |cadence: Cadence, day: &'static str| {
            let permit: Permit<CloseCycle> = access::permit(&officer, &place()).unwrap();
            world.write(move |tx, kit, ctx| cycle::close(tx, kit, ctx, &permit, cadence, day.parse().unwrap()))
        };
        assert_eq!(code_of(close(Cadence::HalfMonth, "2026-06-16")), "cycle-running");
        let closed = close(Cadence::HalfMonth, "2026-06-03").unwrap();
        assert_eq!(closed.figures, now.figures);
        assert_eq!(code_of(close(Cadence::HalfMonth, "2026-06-01")), "cycle-closed");

        // A letter of the 12th is entered on the 16th: counted now, and the closed figures stay beside it.
        let mut late = world.new_petition();
        late.received_at = "2026-06-12T02:00:00Z".parse().unwrap();
        late.channel = domain::case::Channel::Letter;
        late.dated = true;
        let registrar = world.staff(3, Role::Registrar, world.bureau);
        world
            .write(move |tx, kit, ctx| {
                let permit = access::permit(&registrar, &late.division)?;
                petition::register(tx, kit, ctx, &By::Staff(&permit), &late, None)
            })
            .unwrap();
        let after = board(&world, &officer, "2026-06-01");
        assert_eq!(after.closed.unwrap().figures.petitions, 2);
        assert_eq!(after.figures.petitions, 3);

        // What slips is counted once a matter, in the span in which it slipped.
        world.at("2026-06-29T09:00:00");
        world.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 100)?)).unwrap();
        // A board counts what lies before its moment.
        world.clock.advance_seconds(1);
        let running = board(&world, &officer, "2026-06-29");
        assert!(running.running);
        let slipped = world.read(move |tx, _, _| {
            let sql = "SELECT count(DISTINCT stream) FROM event WHERE kind = 'petition.clock_overdue'";
            Ok(tx.query_one(sql, &[], |row| row.get::<i64>(0))?)
        });
        assert!(running.figures.slipped > 0, "nobody forwarded the second");
        assert_eq!(running.figures.slipped, slipped.unwrap(), "each matter once");
        assert!(running.next.iter().any(|unit| unit.org == world.bureau && unit.overdue >= 1), "{:?}", running.next);
        let _ = second;
    });
}

#[test]
fn each_level_has_its_own_rhythm_as_its_jurisdiction_keeps_it() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-02T02:00:00Z");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        assert_eq!(board(&world, &officer, "2026-06-02").period.cadence, Cadence::HalfMonth);
        let permit: Permit<AdminCycles> = access::permit(&Subject::System, &place()).unwrap();
        let day = "2026-06-02".parse().unwrap();
        let answered =
            Target { name: Text::parse("name", "72小时答复").unwrap(), reached: Reached::Answered, hours: 72 };
        let rules = CycleRules {
            effective_from: day,
            cadences: [(OrgLevel::County, Cadence::Week)].into(),
            targets: vec![answered],
            ..CycleRules::shipped()
        };
        let version = world.write(move |tx, _, ctx| cycle::publish(tx, ctx, &permit, rules.clone())).unwrap();
        assert_eq!(version, "2026-1");
        let loaded = world.read(|tx, _, _| Ok(reference::load(tx)?)).unwrap();
        world.kit.replace_reference(loaded);
        let own = board(&world, &officer, "2026-06-02");
        assert_eq!((own.period.cadence, own.rules.targets.len()), (Cadence::Week, 1));
        assert_eq!(cycle::place_of(&officer), Some(place()));
        assert_eq!(cycle::place_of(&world.staff(9, Role::Registrar, world.bureau)), None);
        assert!(access::permit::<CloseCycle>(&world.staff(7, Role::Agent, world.bureau), &place()).is_err());
    });
}
