//! Many clocks that run out in the same minute: each is said once, whoever else sweeps, and whenever the process is killed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
};

use common::World;
use kernel::{Ctx, Fault, FixedClock};
use lianxin_services::{
    Kit, MIGRATIONS, jobs, oversight,
    petition::{self, By},
    secrets::Keys,
};
use store::{Options, Store, params};

/// When the matters come, all in one minute, and when what they promised is over.
const CAME: &str = "2026-03-02T02:00:00Z";
const LATER: &str = "2026-09-01T02:00:00Z";
const MATTERS: usize = 60;
const AT_ONCE: u32 = 4;
const URL: &str = "LIANXIN_TEST_SWEPT_DATABASE";

fn later() -> FixedClock {
    FixedClock::at(LATER.parse().unwrap())
}

/// Sweeps until nothing is due; `each` hears of every transaction.
fn sweep(store: &Store, mut each: impl FnMut(jobs::Swept)) {
    let kit = Kit::new(Keys::ephemeral(&Ctx::system(&later())).unwrap());
    loop {
        let kit = kit.clone();
        let swept = store.write_blocking(move |tx| jobs::sweep(tx, &kit, &Ctx::system(&later()), AT_ONCE)).unwrap();
        each(swept);
        if swept.is_done(AT_ONCE) {
            return;
        }
    }
}

fn filled(store: &Store) -> World {
    let world = World::new(store, CAME);
    let new = world.new_petition();
    world
        .write(move |tx, kit, ctx| {
            for _ in 0..MATTERS {
                petition::register(tx, kit, ctx, &By::Petitioner, &new, None)?;
            }
            Ok(())
        })
        .unwrap();
    world
}

/// Duties still due and unsaid; events that say it, and of how many clocks they speak.
fn told(store: &Store) -> (i64, i64, i64) {
    let now = kernel::Clock::now(&later());
    store
        .read_blocking(move |tx| -> Result<_, Fault> {
            let due = "SELECT count(*) FROM clock WHERE running AND NOT marked AND due_at <= $1";
            let said = "SELECT count(*), count(DISTINCT body) FROM event WHERE kind = 'petition.clock_overdue'";
            let due = tx.query_one(due, params![now], |row| row.get(0))?;
            let (said, clocks) = tx.query_one(said, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok((due, said, clocks))
        })
        .unwrap()
}

fn all_told_once(store: &Store) {
    let (due, said, clocks) = told(store);
    assert_eq!(due, 0, "nothing is missed");
    assert_eq!(said, clocks, "nothing is said twice");
    assert!(usize::try_from(clocks).unwrap() >= MATTERS, "{clocks}");
}

/// Not a test of its own: what the killed process runs.
#[test]
#[ignore = "run by the test below in a process of its own"]
fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let store = Store::open(Options::parse(&url).unwrap(), MIGRATIONS).unwrap();
    sweep(&store, |_| std::io::stdout().write_all(b"swept\n").unwrap());
}

#[test]
fn a_sweep_that_is_killed_goes_on_where_it_was() {
    testkit::both(MIGRATIONS, |store| {
        filled(store);
        let (due, said, _) = told(store);
        assert!(usize::try_from(due).unwrap() >= MATTERS && said == 0, "{due}, {said}");
        for transactions in [3, 5] {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"])
                .env(URL, store.url_text())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
            let heard = lines.filter(|line| line.ends_with("swept")).take(transactions).count();
            child.kill().unwrap();
            child.wait().unwrap();
            assert_eq!(heard, transactions);
        }
        let again = store.open_again(MIGRATIONS).unwrap();
        let (left, said, clocks) = told(&again);
        assert!(left > 0, "it was killed before its end");
        assert!(said >= 8 * i64::from(AT_ONCE) && said == clocks, "what was done is kept: {said}, {clocks}");
        sweep(&again, drop);
        all_told_once(&again);
    });
}

#[test]
fn two_that_sweep_at_the_same_time_say_nothing_twice() {
    testkit::both(MIGRATIONS, |store| {
        filled(store);
        let other = store.open_again(MIGRATIONS).unwrap();
        std::thread::scope(|both| {
            both.spawn(|| sweep(store, drop));
            both.spawn(|| sweep(&other, drop));
        });
        all_told_once(store);
    });
}

#[test]
fn a_bureau_with_nobody_above_it_in_the_house_is_looked_at_all_the_same() {
    testkit::both(MIGRATIONS, |store| {
        let world = filled(store);
        sweep(store, drop);
        world.at("2026-09-01T10:00:00");
        let looked = world.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 1_000)?)).unwrap();
        assert!(looked.looked >= MATTERS, "{looked:?}");
        assert_eq!((looked.left, looked.rungs), (0, 0));
        let again = world.write(|tx, kit, ctx| Ok(oversight::look_due(tx, kit, ctx, 1_000)?)).unwrap();
        assert_eq!(again, oversight::Looked::default(), "and not over and over");
    });
}
