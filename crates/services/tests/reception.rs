//! A day on which somebody receives: seats for matters, given back, cancelled, held; whoever came without a seat is received too.
//! Both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use common::{BANNER, World, code_of, text};
use domain::{
    access::{self, Subject, actions::HoldReception},
    people::Role,
    petition::Petition,
};
use kernel::{CaseId, DivisionCode};
use lianxin_services::{
    Error, MIGRATIONS, matter, outbox,
    petition::{self, Access, By},
    reception::{self, Reception, ReceptionForm, SeatState},
    verify,
};
use uuid::Uuid;

struct Day {
    world: World,
    id: Uuid,
}

fn form() -> ReceptionForm {
    ReceptionForm {
        division: BANNER.into(),
        host: "分管副旗长".into(),
        place: "信访局接待大厅".into(),
        on: "2026-06-03".into(),
        from: "9:00".into(),
        until: "11:30".into(),
        seats: "1".into(),
    }
}

impl Day {
    fn opened(store: &store::Store) -> Self {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let id = Self::open(&world, form()).unwrap();
        Self { world, id }
    }

    fn open(world: &World, form: ReceptionForm) -> Result<Uuid, Error> {
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        world.write(move |tx, _, ctx| {
            let new = form.parse(ctx.today())?;
            let permit = access::permit::<HoldReception>(&officer, &new.division)?;
            reception::open(tx, ctx, &permit, &new)
        })
    }

    fn filed(&self) -> (CaseId, Access) {
        let new = self.world.new_petition();
        let receipt = self
            .world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None))
            .unwrap();
        let (number, code) = (receipt.number.clone(), receipt.code.clone());
        let access = self.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code));
        (receipt.id, access.unwrap().unwrap())
    }

    fn book(&self, subject: &Subject, case: CaseId) -> Result<(), Error> {
        let (subject, id) = (subject.clone(), self.id);
        self.world.write(move |tx, kit, ctx| reception::book(tx, kit, ctx, &subject, case, id))
    }

    fn end(&self, case: CaseId) -> Result<(), Error> {
        let her = Subject::Petitioner(case);
        self.world.write(move |tx, kit, ctx| reception::end_booking(tx, kit, ctx, &her, case, None))
    }

    fn held(&self, subject: &Subject, case: CaseId) -> Result<(), Error> {
        let (subject, id) = (subject.clone(), self.id);
        self.world.write(move |tx, kit, ctx| {
            reception::held(tx, kit, ctx, &subject, id, (case, &text("本人要一个准日子，定在下周五以前答复。")))
        })
    }

    fn known(&self) -> Reception {
        let id = self.id;
        self.world.read(move |tx, _, _| Ok(reception::get(tx, id)?)).unwrap().expect("it is there")
    }

    fn state(&self, case: CaseId) -> Petition {
        self.world
            .read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", case)?))
            .unwrap()
            .expect("it is there")
            .state
    }

    fn is_whole(&self) {
        let summary = self.world.read(|tx, kit, _| {
            let told = &mut |finding| panic!("{finding}");
            Ok(verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, told)?)
        });
        assert_eq!(summary.unwrap().findings, 0);
    }
}

#[test]
fn a_seat_is_given_once_given_back_and_taken_by_the_next() {
    testkit::both(MIGRATIONS, |store| {
        let day = Day::opened(store);
        let ((first, access), (second, _)) = (day.filed(), day.filed());
        let offered = day.world.read({
            let access = access.clone();
            move |tx, _, ctx| Ok(reception::hers(tx, ctx, &access)?)
        });
        assert_eq!(offered.unwrap().free.len(), 1);
        day.book(&Subject::Petitioner(first), first).unwrap();
        assert_eq!(code_of(day.book(&Subject::Petitioner(second), first)), "not-permitted");
        assert_eq!(code_of(day.book(&Subject::Petitioner(second), second)), "reception-full");
        assert_eq!(day.known().free(), 0);
        let hers = day.world.read(move |tx, _, ctx| Ok(reception::hers(tx, ctx, &access)?)).unwrap();
        assert_eq!((hers.booked.map(|one| one.id), hers.free.len()), (Some(day.id), 0));
        assert_eq!(day.state(first).leadership.booking.unwrap().hours.as_str(), "9:00–11:30");
        day.end(first).unwrap();
        assert_eq!(code_of(day.end(first)), "reception-not-booked");
        // A window books for somebody who cannot.
        day.book(&day.world.staff(2, Role::Registrar, day.world.bureau), second).unwrap();
        let seats = day.world.read({
            let known = day.known();
            move |tx, _, _| Ok(reception::seats(tx, &known)?)
        });
        let states: Vec<SeatState> = seats.unwrap().iter().map(|seat| seat.state).collect();
        assert_eq!(states.len(), 2);
        assert!(states.contains(&SeatState::Booked) && states.contains(&SeatState::Ended));
        day.is_whole();
    });
}

#[test]
fn on_the_day_it_stands_on_the_record_and_moves_no_deadline() {
    testkit::both(MIGRATIONS, |store| {
        let day = Day::opened(store);
        let ((booked, _), (walked, _)) = (day.filed(), day.filed());
        day.book(&Subject::Petitioner(booked), booked).unwrap();
        let officer = day.world.staff(1, Role::BureauOfficer, day.world.bureau);
        assert_eq!(code_of(day.held(&officer, booked)), "reception-early");
        let before = day.state(booked).clocks;
        day.world.at("2026-06-03T09:40:00");
        let officer = day.world.staff(1, Role::BureauOfficer, day.world.bureau);
        let handler = day.world.staff(11, Role::UnitHandler, day.world.forestry);
        assert_eq!(code_of(day.held(&handler, booked)), "not-permitted");
        day.held(&officer, booked).unwrap();
        // No seat was booked for this one; she is received all the same.
        day.held(&officer, walked).unwrap();
        let state = day.state(booked);
        assert_eq!((state.leadership.booking, state.leadership.visits.len()), (None, 1));
        assert_eq!(state.clocks, before);
        assert_eq!(day.state(walked).leadership.visits[0].place.as_str(), "分管副旗长 · 信访局接待大厅");
        day.is_whole();
    });
}

#[test]
fn a_day_that_does_not_take_place_says_why_on_every_matter() {
    testkit::both(MIGRATIONS, |store| {
        let day = Day::opened(store);
        let (case, _) = day.filed();
        day.book(&Subject::Petitioner(case), case).unwrap();
        let cancel = |subject: Subject| {
            let id = day.id;
            day.world.write(move |tx, kit, ctx| {
                let permit = access::permit::<HoldReception>(&subject, &DivisionCode::parse(BANNER)?)?;
                reception::cancel(tx, kit, ctx, &permit, id, &text("当天全旗防汛，改到下周。"))
            })
        };
        assert_eq!(code_of(cancel(day.world.staff(11, Role::UnitHandler, day.world.forestry))), "not-permitted");
        cancel(day.world.staff(1, Role::BureauOfficer, day.world.bureau)).unwrap();
        assert_eq!(day.state(case).leadership.booking, None);
        assert_eq!(code_of(day.book(&Subject::Petitioner(case), case)), "reception-unknown");
        day.is_whole();
    });
}

#[test]
fn what_is_written_wrong_comes_back_with_its_field() {
    let today = jiff::civil::date(2026, 6, 1);
    let fields = |form: ReceptionForm| {
        let refusals = form.parse(today).unwrap_err().refusals().unwrap().to_vec();
        refusals.into_iter().map(|refusal| refusal.field).collect::<Vec<_>>()
    };
    assert!(form().parse(today).is_ok());
    assert_eq!(fields(ReceptionForm { on: "2026-05-31".into(), ..form() }), ["on"]);
    assert_eq!(fields(ReceptionForm { until: "8:30".into(), ..form() }), ["until"]);
    assert_eq!(fields(ReceptionForm { from: "九点".into(), seats: "0".into(), ..form() }), ["from", "seats"]);
}

#[test]
fn what_is_over_is_not_offered_and_nobody_receives_twice_at_one_time() {
    testkit::both(MIGRATIONS, |store| {
        let day = Day::opened(store);
        let twice = |from: &str, until: &str| {
            code_of(Day::open(&day.world, ReceptionForm { from: from.into(), until: until.into(), ..form() }))
        };
        assert_eq!(twice("9:00", "11:30"), "reception-twice");
        assert_eq!(twice("11:00", "12:00"), "reception-twice");
        Day::open(&day.world, ReceptionForm { from: "14:30".into(), until: "17:00".into(), ..form() }).unwrap();
        let far = ReceptionForm { on: "2999-12-31".into(), ..form() };
        assert_eq!(code_of(Day::open(&day.world, far)), "day-far");
        let (case, access) = day.filed();
        let offered = || {
            let access = access.clone();
            let hers = day.world.read(move |tx, _, ctx| Ok(reception::hers(tx, ctx, &access)?)).unwrap();
            hers.free.into_iter().map(|one| one.hours).collect::<Vec<_>>()
        };
        assert_eq!(offered().len(), 2);
        day.world.at("2026-06-03T11:30:00");
        assert_eq!(offered(), ["14:30–17:00"], "the morning is over");
        assert_eq!(code_of(day.book(&Subject::Petitioner(case), case)), "reception-past");
    });
}

#[test]
fn whoever_has_a_seat_is_told_when_the_day_moves_or_falls_and_books_again() {
    testkit::both(MIGRATIONS, |store| {
        let day = Day::opened(store);
        let (case, access) = day.filed();
        let plan = || {
            let channels = outbox::Channels {
                open: vec![domain::notice::Channel::Sms],
                portal: Some("https://xf.example.cn".into()),
            };
            day.world.write(move |tx, kit, ctx| Ok(outbox::plan(tx, kit, ctx, &channels, 50)?)).unwrap();
            let told = day.world.read(move |tx, _, _| Ok(outbox::of_case(tx, "1502", case)?)).unwrap();
            told.all().iter().map(|one| (one.purpose, one.body.clone())).collect::<Vec<_>>()
        };
        day.book(&Subject::Petitioner(case), case).unwrap();
        let before = plan();
        let officer = day.world.staff(1, Role::BureauOfficer, day.world.bureau);
        let id = day.id;
        let moved = |on: &str, reason: &str| {
            let form = ReceptionForm {
                on: on.into(),
                from: "14:30".into(),
                until: "17:00".into(),
                place: "百灵庙镇政府".into(),
                ..form()
            };
            let (officer, reason) = (officer.clone(), reason.to_owned());
            day.world.write(move |tx, kit, ctx| {
                let to = reception::Moved::parse(&form, &reason, ctx.today())?;
                let place = DivisionCode::parse(BANNER)?;
                let permit = access::permit::<HoldReception>(&officer, &place)?;
                reception::move_to(tx, kit, ctx, &permit, id, &to)
            })
        };
        assert!(matches!(moved("2026-05-30", ""), Err(Error::Invalid(all)) if all.len() == 2));
        moved("2026-06-04", "当天开会").unwrap();
        assert_eq!(code_of(moved("2026-06-04", "当天开会")), "reception-same");
        let booking = day.state(case).leadership.booking.unwrap();
        assert_eq!((booking.on.to_string().as_str(), booking.hours.as_str()), ("2026-06-04", "14:30–17:00"));
        let told = plan();
        // What was not sent yet takes in what happened meanwhile: one message, of the greater weight.
        assert_eq!(told.len(), before.len().max(1));
        let (purpose, body) = &told[0];
        assert_eq!(*purpose, Some(domain::notice::Purpose::Reception), "{told:?}");
        assert!(body.contains("接访有变动") && !body.contains("百灵庙"), "{body}");
        let cancelled = day.world.write(move |tx, kit, ctx| {
            let permit = access::permit::<HoldReception>(&officer, &DivisionCode::parse(BANNER)?)?;
            reception::cancel(tx, kit, ctx, &permit, id, &text("当天防汛"))
        });
        cancelled.unwrap();
        assert!(day.state(case).leadership.booking.is_none());
        let lines = day.world.read(move |tx, kit, ctx| petition::track(tx, kit, ctx, &access)).unwrap().timeline;
        let said: Vec<String> = lines.iter().map(|item| item.message.say(kernel::Locale::Zh)).collect();
        assert!(said.iter().any(|line| line.contains("取消了。可以另约")), "{said:?}");
        assert!(said.iter().any(|line| line.contains("改到 6月4日")), "{said:?}");
        let again = Day { world: day.world, id: Uuid::nil() };
        let id = Day::open(&again.world, ReceptionForm { on: "2026-06-05".into(), ..form() }).unwrap();
        let again = Day { id, ..again };
        again.book(&Subject::Petitioner(case), case).unwrap();
        again.is_whole();
    });
}
