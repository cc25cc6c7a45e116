//! What was taken down without signal: both times are kept, it is registered once, what looks alike is for a human; on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::World;
use domain::{
    access::{self, Subject, actions::RegisterOnBehalf},
    people::Role,
    petition::Fact,
};
use jiff::Timestamp;
use kernel::DivisionCode;
use lianxin_services::{
    MIGRATIONS, matter,
    petition::{self, By, Door, NewPetition, PetitionForm, Receipt},
    verify,
};

const NOW: &str = "2026-03-10T08:00:00Z";

fn form(done: &str, skew: &str) -> PetitionForm {
    PetitionForm {
        device_begun_at: "2026-03-09T09:02:00+08:00".into(),
        device_done_at: done.into(),
        device_skew: skew.into(),
        ..World::form()
    }
}

fn parse(world: &World, form: &PetitionForm) -> NewPetition {
    form.parse(Door::Staff, kernel::Clock::now(&world.clock)).unwrap()
}

fn register(world: &World, agent: &Subject, new: &NewPetition, key: &'static str) -> Receipt {
    let (agent, new) = (agent.clone(), new.clone());
    let done = world.write(move |tx, kit, ctx| {
        let permit = access::permit::<RegisterOnBehalf>(&agent, &DivisionCode::parse(common::BANNER)?)?;
        petition::register(tx, kit, ctx, &By::Staff(&permit), &new, Some(key))
    });
    done.unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The agent, and a petition under her mandate, so that she may read it afterwards.
fn with_agent(world: &World) -> (Subject, NewPetition) {
    let agent = world.staff(31, Role::Agent, world.bureau);
    let new = parse(world, &form("2026-03-09T09:12:00+08:00", "0"));
    (agent, NewPetition { agent: Some(World::user(31)), ..new })
}

#[test]
fn both_times_are_kept() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, NOW);
        let (agent, new) = with_agent(&world);
        let receipt = register(&world, &agent, &new, "draft-1");
        assert_eq!(receipt.received_at, at("2026-03-09T01:12:00Z"), "the moment at the door");
        let (id, region) = (receipt.id, new.division.region());
        let (state, events) = world
            .read(move |tx, _, _| {
                let loaded = matter::load::<domain::petition::Petition>(tx, &region, id)?.expect("it is there");
                Ok((loaded.state, matter::history::<Fact>(tx, &region, id)?))
            })
            .unwrap();
        assert_eq!(state.registered_at, at(NOW), "the server's own time");
        let Fact::Registered(fact) = &events[0].event.fact else { panic!("first: {:?}", events[0]) };
        let device = fact.device.expect("what the device said is in the event");
        assert_eq!((device.begun_at, device.done_at), (at("2026-03-09T01:02:00Z"), at("2026-03-09T01:12:00Z")));
        assert_eq!((device.offset, device.skew), (480, Some(0)));
        assert_eq!(state.device, fact.device);
        // The law's fifteen days run from the moment at the door (article 22).
        assert_eq!(state.clocks[0].started_at, at("2026-03-09T01:12:00Z"));
        let summary = world
            .read(|tx, kit, _| {
                let told = &mut |finding| panic!("{finding}");
                Ok(verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, told)?)
            })
            .unwrap();
        assert_eq!((summary.cases, summary.findings), (1, 0), "the row is the replay of its events");
    });
}

#[test]
fn a_wrong_clock_is_put_right_and_an_impossible_one_is_not_believed() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, NOW);
        let (agent, new) = with_agent(&world);
        let other = |done, skew| NewPetition { agent: new.agent, ..parse(&world, &form(done, skew)) };
        // Twelve minutes fast.
        let fast = register(&world, &agent, &other("2026-03-09T09:24:00+08:00", "720"), "draft-fast");
        assert_eq!(fast.received_at, at("2026-03-09T01:12:00Z"));
        // In the future, and older than the jurisdiction believes: the server's time counts.
        let future = register(&world, &agent, &other("2026-03-11T09:12:00+08:00", "0"), "draft-future");
        assert_eq!(future.received_at, at(NOW));
        let ancient = register(&world, &agent, &other("2026-01-09T09:12:00+08:00", "0"), "draft-ancient");
        assert_eq!(ancient.received_at, at(NOW));
        // Somebody who writes down the day herself is not overruled by a telephone.
        let dated = PetitionForm { received_at: "2026-03-05".into(), ..form("2026-03-09T09:12:00+08:00", "0") };
        let dated = register(&world, &agent, &parse(&world, &dated), "draft-dated");
        assert_eq!(kernel::beijing_date(dated.received_at), jiff::civil::date(2026, 3, 5));
    });
}

#[test]
fn however_often_it_is_sent_it_is_registered_once() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, NOW);
        let (agent, new) = with_agent(&world);
        let first = register(&world, &agent, &new, "draft-1");
        // Sent again an hour later, with the skew measured anew.
        world.clock.set(at("2026-03-10T09:00:00Z"));
        let again = NewPetition { agent: new.agent, ..parse(&world, &form("2026-03-09T09:12:00+08:00", "3")) };
        let before = again.clone();
        let known = world.read(move |tx, kit, _| petition::registered_before(tx, kit, &before, "draft-1")).unwrap();
        assert_eq!(known.expect("it is known").number, first.number);
        let second = register(&world, &agent, &again, "draft-1");
        assert!(second.again);
        assert_eq!((second.number, second.received_at), (first.number, first.received_at));
        assert_eq!(second.code.reveal(), first.code.reveal());
        let unknown = world.read(move |tx, kit, _| petition::registered_before(tx, kit, &again, "draft-2")).unwrap();
        assert!(unknown.is_none());
    });
}

#[test]
fn what_the_same_person_brought_before_is_shown_to_who_may_read_it() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, NOW);
        let (agent, new) = with_agent(&world);
        let alike = |who: &Subject, new: &NewPetition| {
            let (who, new) = (who.clone(), new.clone());
            world.read(move |tx, kit, ctx| Ok(petition::same_telephone(tx, kit, &who, &new, ctx.now())?)).unwrap()
        };
        assert!(alike(&agent, &new).is_empty());
        let first = register(&world, &agent, &new, "draft-1");
        let found = alike(&agent, &new);
        assert_eq!(found.iter().map(|row| row.number.clone()).collect::<Vec<_>>(), [first.number]);
        let stranger = world.staff(32, Role::Agent, world.forestry);
        assert!(alike(&stranger, &new).is_empty(), "that somebody petitioned is not told to who may not read it");
        let other = NewPetition {
            agent: new.agent,
            ..parse(&world, &PetitionForm { phone: "13800000007".into(), ..World::form() })
        };
        assert!(alike(&agent, &other).is_empty());
        let silent =
            NewPetition { agent: new.agent, ..parse(&world, &PetitionForm { phone: String::new(), ..World::form() }) };
        assert!(alike(&agent, &silent).is_empty(), "without a telephone nobody is found");
        world.clock.set(at("2026-06-20T08:00:00Z"));
        assert!(alike(&agent, &new).is_empty(), "what is long ago does not interrupt");
    });
}
