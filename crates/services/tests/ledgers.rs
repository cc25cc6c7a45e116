//! Ledgers on both engines: what happened in a period at a place, nothing of a person, for whoever may export it, on record.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

#[expect(dead_code, reason = "these tests need less of it")]
mod common;

use std::sync::Mutex;

use common::{BANNER, World, code_of};
use domain::{
    access::Subject,
    case::DispatchKind,
    document::{Cell, LedgerHead, NextRow, NoPress, Press, Printed, Sheet},
    people::Role,
    petition::Command,
    proactive::Signal,
};
use jiff::civil::{Date, date};
use kernel::{DivisionCode, Fault, Locale, Message};
use lianxin_services::{
    Error, MIGRATIONS,
    ledger::{self, Asked, Ledger, Taken},
    matter,
    petition::{self, By, Receipt},
    proactive,
};

/// A press that keeps the rows it is given.
#[derive(Default)]
struct Rows(Mutex<(Option<LedgerHead>, Vec<Vec<Cell>>)>);

impl Press for Rows {
    fn print(&self, sheet: &Sheet) -> Result<Printed, Fault> {
        NoPress.print(sheet)
    }

    fn ledger(&self, head: &LedgerHead, next: &mut NextRow<'_>) -> Result<std::fs::File, Fault> {
        let mut kept = self.0.lock().unwrap();
        *kept = (Some(head.clone()), vec![]);
        while let Some(row) = next()? {
            kept.1.push(row);
        }
        Ok(tempfile::tempfile().unwrap())
    }

    fn edition(&self) -> String {
        "rows".into()
    }

    fn complaint(&self) -> Option<Message> {
        None
    }
}

fn filed(world: &World) -> Receipt {
    let new = world.new_petition();
    world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap()
}

fn asked(ledger: Ledger, from: Date, to: Date) -> Asked {
    Asked { ledger, from, to, division: DivisionCode::parse(BANNER).unwrap() }
}

fn take(world: &World, subject: &Subject, asked: &Asked) -> Result<Taken, Error> {
    let (subject, asked) = (subject.clone(), asked.clone());
    world.write(move |tx, _, ctx| ledger::take(tx, ctx, &subject, asked.clone()))
}

/// Head and rows of a ledger.
fn rows(world: &World, subject: &Subject, asked: &Asked) -> (LedgerHead, Vec<Vec<Cell>>) {
    let taken = take(world, subject, asked).unwrap();
    let (subject, press) = (subject.clone(), std::sync::Arc::new(Rows::default()));
    let kept = press.clone();
    world.read(move |tx, _, ctx| ledger::write(tx, ctx, &subject, &taken, Locale::Zh, &*press)).unwrap();
    let kept = kept.0.lock().unwrap();
    (kept.0.clone().unwrap(), kept.1.clone())
}

fn said(row: &[Cell]) -> Vec<String> {
    let one = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    };
    row.iter().map(one).collect()
}

const YEAR: (Date, Date) = (date(2026, 1, 1), date(2026, 12, 31));

#[test]
fn what_was_received_and_sent_on_stands_there_and_no_person() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let receipts: Vec<Receipt> = (0..3).map(|_| filed(&world)).collect();
        let (first, forestry) = (receipts[0].id, world.forestry);
        let subject = officer.clone();
        world.at("2026-06-02T10:00:00");
        let kind = DispatchKind::AssignWithFeedback;
        let command = Command::Forward { to: forestry, kind, feedback_days: Some(45) };
        world
            .write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, first, None, &command.clone().into()))
            .unwrap();

        let (head, found) = rows(&world, &officer, &asked(Ledger::Register, YEAR.0, YEAR.1));
        assert_eq!((head.title.as_str(), found.len()), ("受理台账", 3));
        assert!(
            head.watermark.contains("达尔罕茂明安联合旗") && head.watermark.contains("2026-06-02 10:00"),
            "{head:?}"
        );
        let (_, sent) = rows(&world, &officer, &asked(Ledger::Dispatch, YEAR.0, YEAR.1));
        let line = said(&sent[0]);
        assert_eq!(sent.len(), 1);
        assert_eq!(line[0], receipts[0].number.as_str());
        assert_eq!(
            (line[3].as_str(), line[5].as_str(), line[6].as_str()),
            ("2026-06-02", "达茂旗信访局", "达茂旗林业和草原局")
        );
        let (_, letters) = rows(&world, &officer, &asked(Ledger::Letters, YEAR.0, YEAR.1));
        let numbers: std::collections::BTreeSet<String> = letters.iter().map(|row| said(row)[0].clone()).collect();
        assert_eq!(numbers, ["达茂旗信访局信转〔2026〕1号", "达茂旗信访局信交〔2026〕1号"].map(str::to_owned).into());

        // Nobody's name, telephone or words, in no ledger; each as wide as its head.
        for ledger in Ledger::ALL {
            let (head, found) = rows(&world, &officer, &asked(*ledger, YEAR.0, YEAR.1));
            assert!(found.iter().all(|row| row.len() == head.columns.len()), "{ledger}");
            assert!(head.columns.iter().all(|column| !column.starts_with("ledger-")), "{ledger}: {:?}", head.columns);
            assert!(found.iter().flat_map(|row| said(row)).all(|text| !text.contains('⟨')), "{ledger}: an unsaid word");
            let all: String = found.iter().flat_map(|row| said(row)).collect();
            for person in ["测试人甲", "13800000006", "138 0000"] {
                assert!(!all.contains(person), "{person} in {ledger}");
            }
        }
    });
}

#[test]
fn only_the_days_and_the_place_asked_for() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        filed(&world);
        world.at("2026-07-01T00:00:01");
        filed(&world);
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let count = |from, to| rows(&world, &officer, &asked(Ledger::Register, from, to)).1.len();
        assert_eq!(count(date(2026, 6, 1), date(2026, 6, 30)), 1, "the last day counts to its end, in Beijing");
        assert_eq!(count(date(2026, 7, 1), date(2026, 7, 1)), 1);
        assert_eq!(count(date(2026, 6, 1), date(2026, 7, 1)), 2);
        let elsewhere =
            Asked { division: DivisionCode::parse("150204").unwrap(), ..asked(Ledger::Register, YEAR.0, YEAR.1) };
        assert_eq!(rows(&world, &officer, &elsewhere).1.len(), 0);
        let backwards = asked(Ledger::Register, YEAR.1, YEAR.0);
        assert_eq!(code_of(take(&world, &officer, &backwards)), "ledger-period");
        let nowhere =
            Asked { division: DivisionCode::parse("150299").unwrap(), ..asked(Ledger::Register, YEAR.0, YEAR.1) };
        assert_eq!(code_of(take(&world, &officer, &nowhere)), "ledger-place");
    });
}

#[test]
fn who_may_take_one_out_and_that_she_did() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        filed(&world);
        let year = asked(Ledger::Register, YEAR.0, YEAR.1);
        for (n, role) in [
            (11, Role::UnitHandler),
            (12, Role::UnitLeader),
            (31, Role::Sysadmin),
            (32, Role::Auditor),
            (33, Role::Agent),
        ] {
            let subject = world.staff(n, role, world.forestry);
            assert_eq!(code_of(take(&world, &subject, &year)), "not-permitted", "{role}");
        }
        let supervisor = world.staff(41, Role::Supervisor, world.bureau);
        assert_eq!(rows(&world, &supervisor, &year).1.len(), 1);
        let recent = |n| {
            world.read(move |tx, _, _| Ok(ledger::recent(tx, World::user(n), jiff::Timestamp::UNIX_EPOCH)?)).unwrap()
        };
        assert_eq!(recent(41).iter().map(|taken| taken.asked.clone()).collect::<Vec<_>>(), [year]);
        assert!(recent(11).is_empty(), "who was refused took nothing");
    });
}

/// rules.md 3.4 矛盾排查台账: whoever keeps the ledger of a place sees that there was a sign and how it stands, and not the find itself.
#[test]
fn a_bureau_keeps_the_ledger_of_finds_and_opens_none_of_them() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let grid = world.staff(71, Role::GridMember, world.housing);
        let id = world
            .write(move |tx, kit, ctx| {
                let form = proactive::FindForm {
                    signal: Signal::ALL[0].name().into(),
                    text: "机井坏了二十多天。".into(),
                    division: "150223100201".into(),
                    day: String::new(),
                };
                let new = form.parse(ctx.now())?;
                let permit = domain::access::permit(&grid, &new.division)?;
                proactive::observe(tx, kit, ctx, &permit, &new)
            })
            .unwrap();
        // Where no station stands between, the find lies with the bureau itself; whoever supervises has none of them in hand.
        let supervisor = world.staff(1, Role::Supervisor, world.bureau);
        let (_, found) = rows(&world, &supervisor, &asked(Ledger::Find, YEAR.0, YEAR.1));
        assert_eq!(found.len(), 1);
        assert!(!said(&found[0]).join(" ").contains("机井"), "what was seen stays with those who go there");
        let facts = world.read(move |tx, _, _| Ok(matter::facts_of(tx, id)?)).unwrap().unwrap();
        assert!(domain::access::permit::<domain::access::actions::ReadFind>(&supervisor, &facts).is_err());
    });
}
