//! What was acknowledged is there after a kill -9.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
};

use store::{Fault, Migration, Options, Store, params};

const TABLE: &[Migration] =
    &[Migration { id: "0100_note", sql: "CREATE TABLE note (n {int} PRIMARY KEY, twin {int} NOT NULL) {strict};" }];

const URL: &str = "LIANXIN_TEST_CHILD_DATABASE";

/// Not a test of its own: what the killed process runs. Writes until it is killed and says what was acknowledged.
#[test]
#[ignore = "run by the test below in a process of its own"]
fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let store = Store::open(Options::parse(&url).unwrap(), &[TABLE]).unwrap();
    let threads: Vec<_> = (0..4i64)
        .map(|worker| {
            let store = store.clone();
            std::thread::spawn(move || {
                for n in (worker..).step_by(4) {
                    store
                        .write_blocking(move |tx| -> Result<(), Fault> {
                            tx.execute("INSERT INTO note (n, twin) VALUES ($1, $2)", params![2 * n, 2 * n + 1])?;
                            tx.execute("INSERT INTO note (n, twin) VALUES ($1, $2)", params![2 * n + 1, 2 * n])
                                .map(drop)
                        })
                        .unwrap();
                    let line = format!("ack {n}\n");
                    std::io::stdout().write_all(line.as_bytes()).unwrap();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn every_acknowledged_write_survives_a_kill_and_none_is_half() {
    testkit::both(&[TABLE], |store| {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"])
            .env(URL, store.url_text())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut acknowledged = BTreeSet::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
            if let Some(n) = line.strip_prefix("ack ").and_then(|n| n.parse::<i64>().ok()) {
                acknowledged.insert(n);
            }
            if acknowledged.len() == 400 {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(acknowledged.len() >= 400);
        let again = store.open_again(&[TABLE]).unwrap();
        let found: BTreeSet<i64> = again
            .read_blocking(|tx| tx.query("SELECT n FROM note", &[], |row| row.get(0)))
            .unwrap()
            .into_iter()
            .collect();
        for n in acknowledged {
            assert!(found.contains(&(2 * n)) && found.contains(&(2 * n + 1)), "{n} was acknowledged and is gone");
        }
        let halves: i64 = again
            .read_blocking(|tx| {
                let sql = "SELECT count(*) FROM note a WHERE NOT EXISTS (SELECT 1 FROM note b WHERE b.n = a.twin)";
                tx.query_one(sql, &[], |row| row.get(0))
            })
            .unwrap();
        assert_eq!(halves, 0);
    });
}

#[test]
fn a_backup_is_a_whole_database_of_one_moment() {
    let store = testkit::sqlite(&[TABLE]);
    let insert = |n: i64| {
        store.write_blocking(move |tx| tx.execute("INSERT INTO note (n, twin) VALUES ($1, $1)", params![n])).unwrap()
    };
    insert(1);
    let place = tempfile::tempdir().unwrap();
    let copy = place.path().join("copy.db");
    store.backup_to(&copy).unwrap();
    insert(2);
    assert!(store.backup_to(&copy).is_err(), "a backup never overwrites");
    let opened = Store::open(Options::parse(copy.to_str().unwrap()).unwrap(), &[TABLE]).unwrap();
    let found: Vec<i64> = opened.read_blocking(|tx| tx.query("SELECT n FROM note", &[], |row| row.get(0))).unwrap();
    assert_eq!(found, [1]);
    assert!(testkit::postgres(&[]).backup_to(&place.path().join("other.db")).is_err());
}
