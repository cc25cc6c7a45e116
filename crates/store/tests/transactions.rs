//! Closures, savepoints, panics, conflicts, closing.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::sync::{
    Arc, Barrier,
    atomic::{AtomicU32, Ordering},
};

use store::{Fault, Migration, params};

const TABLE: &[Migration] =
    &[Migration { id: "0100_note", sql: "CREATE TABLE note (n {int} PRIMARY KEY, text {text} NOT NULL) {strict};" }];

#[derive(Debug)]
enum Wrong {
    Refused,
    Fault(Fault),
}

impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

fn insert(tx: &mut store::Tx, n: i64) -> Result<u64, Fault> {
    tx.execute("INSERT INTO note (n, text) VALUES ($1, $2)", params![n, "…"])
}

fn numbers(store: &store::Store) -> Vec<i64> {
    store.read_blocking(|tx| tx.query("SELECT n FROM note ORDER BY n", &[], |row| row.get(0))).unwrap()
}

#[test]
fn one_that_fails_or_panics_loses_its_own_work_only() {
    testkit::both(&[TABLE], |store| {
        let start = Arc::new(Barrier::new(30));
        let threads: Vec<_> = (0..30)
            .map(|n| {
                let (store, start) = ((**store).clone(), Arc::clone(&start));
                std::thread::spawn(move || {
                    start.wait();
                    store.write_blocking(move |tx| -> Result<i64, Wrong> {
                        insert(tx, n)?;
                        match n % 3 {
                            0 => Ok(n),
                            1 => Err(Wrong::Refused),
                            _ => panic!("on purpose"),
                        }
                    })
                })
            })
            .collect();
        for (n, thread) in (0..).zip(threads) {
            match (n % 3, thread.join().unwrap()) {
                (0, Ok(answer)) => assert_eq!(answer, n),
                (1, Err(Wrong::Refused)) => {}
                (2, Err(Wrong::Fault(Fault::Storage(text)))) => assert!(text.contains("panicked"), "{text}"),
                (_, other) => panic!("{n}: {other:?}"),
            }
        }
        assert_eq!(numbers(store), (0..30).filter(|n| n % 3 == 0).collect::<Vec<_>>());
    });
}

#[test]
fn a_failed_statement_spoils_the_transaction_even_when_ignored() {
    testkit::both(&[TABLE], |store| {
        store.write_blocking(|tx| insert(tx, 1)).unwrap();
        let fault = store
            .write_blocking(|tx| -> Result<(), Fault> {
                insert(tx, 2)?;
                let _ = insert(tx, 1);
                Ok(())
            })
            .unwrap_err();
        assert!(fault.to_string().contains("went on"), "{fault}");
        assert_eq!(numbers(store), [1]);
    });
}

#[test]
fn an_attempt_undoes_only_itself() {
    testkit::both(&[TABLE], |store| {
        store
            .write_blocking(|tx| -> Result<(), Fault> {
                insert(tx, 1)?;
                assert!(tx.attempt(|tx| insert(tx, 1)).is_err());
                let inner = tx.attempt(|tx| -> Result<(), Wrong> {
                    insert(tx, 2)?;
                    tx.attempt(|tx| insert(tx, 3))?;
                    Err(Wrong::Refused)
                });
                assert!(matches!(inner, Err(Wrong::Refused)));
                tx.attempt(|tx| insert(tx, 4))?;
                insert(tx, 5)?;
                Ok(())
            })
            .unwrap();
        assert_eq!(numbers(store), [1, 4, 5]);
    });
}

#[test]
fn a_read_cannot_write_and_sees_one_moment() {
    testkit::both(&[TABLE], |store| {
        assert!(store.read_blocking(|tx| insert(tx, 1)).is_err());
        let writer = (**store).clone();
        let count = "SELECT count(*) FROM note";
        let (before, after) = store
            .read_blocking(move |tx| -> Result<(i64, i64), Fault> {
                let before = tx.query_one(count, &[], |row| row.get(0))?;
                writer.write_blocking(|tx| insert(tx, 7))?;
                Ok((before, tx.query_one(count, &[], |row| row.get(0))?))
            })
            .unwrap();
        assert_eq!((before, after), (0, 0));
        assert_eq!(numbers(store), [7]);
    });
}

#[test]
fn what_is_read_and_changed_by_many_is_changed_by_each() {
    testkit::both(&[TABLE], |store| {
        store.write_blocking(|tx| insert(tx, 0)).unwrap();
        let runs = Arc::new(AtomicU32::new(0));
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let (store, runs) = ((**store).clone(), Arc::clone(&runs));
                std::thread::spawn(move || {
                    for _ in 0..25 {
                        let runs = Arc::clone(&runs);
                        store
                            .write_blocking(move |tx| -> Result<(), Fault> {
                                runs.fetch_add(1, Ordering::Relaxed);
                                let n: i64 = tx.query_one("SELECT n FROM note", &[], |row| row.get(0))?;
                                tx.execute("UPDATE note SET n = $1", params![n + 1]).map(drop)
                            })
                            .unwrap();
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(numbers(store), [200]);
        let runs = runs.load(Ordering::Relaxed);
        match store.engine() {
            "sqlite" => assert_eq!(runs, 200),
            // Otherwise the conflicts this test is about did not happen.
            _ => assert!(runs > 200, "{runs}"),
        }
    });
}

#[test]
fn two_that_lock_crosswise_both_finish() {
    testkit::both(&[TABLE], |store| {
        store.write_blocking(|tx| insert(tx, 1).and(insert(tx, 2))).unwrap();
        let meet = Arc::new(Barrier::new(2));
        let threads: Vec<_> = [(1, 2), (2, 1)]
            .into_iter()
            .map(|(first, second)| {
                let (store, meet, mut tried) = ((**store).clone(), Arc::clone(&meet), false);
                let alone = store.engine() == "sqlite";
                std::thread::spawn(move || {
                    store.write_blocking(move |tx| -> Result<(), Fault> {
                        let sql = "UPDATE note SET text = text || 'x' WHERE n = $1";
                        tx.execute(sql, params![first])?;
                        if !tried && !alone {
                            tried = true;
                            meet.wait();
                        }
                        tx.execute(sql, params![second]).map(drop)
                    })
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap().unwrap();
        }
        let texts: Vec<String> =
            store.read_blocking(|tx| tx.query("SELECT text FROM note", &[], |row| row.get(0))).unwrap();
        assert_eq!(texts, ["…xx", "…xx"]);
    });
}

#[test]
fn tasks_write_and_read_without_blocking() {
    testkit::both(&[TABLE], |store| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for n in 0..10 {
                store.write(move |tx| insert(tx, n)).await.unwrap();
            }
            let sum: i64 = store
                .read(|tx| tx.query_one("SELECT CAST(sum(n) AS BIGINT) FROM note", &[], |row| row.get(0)))
                .await
                .unwrap();
            assert_eq!(sum, 45);
        });
    });
}

#[test]
fn a_closed_store_says_so_and_finishes_what_it_took() {
    testkit::both(&[TABLE], |store| {
        store.write_blocking(|tx| insert(tx, 1)).unwrap();
        let again = store.open_again(&[TABLE]).unwrap();
        again.write_blocking(|tx| insert(tx, 2)).unwrap();
        again.close();
        again.close();
        assert!(matches!(again.write_blocking(|tx| insert(tx, 3)), Err(Fault::Closed)));
        assert!(matches!(again.read_blocking(|tx| insert(tx, 3)), Err(Fault::Closed)));
        assert_eq!(numbers(store), [1, 2]);
    });
}

#[test]
fn a_lost_connection_is_replaced() {
    let store = testkit::postgres(&[TABLE]);
    store.write_blocking(|tx| insert(tx, 1)).unwrap();
    let mut cut = false;
    store
        .write_blocking(move |tx| -> Result<(), Fault> {
            insert(tx, 2)?;
            if !std::mem::replace(&mut cut, true) {
                // The server ends this connection in the middle of the transaction.
                tx.query("SELECT pg_terminate_backend(pg_backend_pid())", &[], |_| Ok(()))?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(numbers(&store), [1, 2]);
}

#[test]
fn errors_hold_no_values() {
    testkit::both(&[TABLE], |store| {
        let fault = store
            .write_blocking(|tx| -> Result<u64, Fault> {
                insert(tx, 13_900_001_111)?;
                insert(tx, 13_900_001_111)
            })
            .unwrap_err();
        assert!(fault.to_string().contains("note"), "{fault}");
        assert!(!fault.to_string().contains("139"), "{fault}");
    });
}
