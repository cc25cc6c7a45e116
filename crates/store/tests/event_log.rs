//! Appending and reading streams; checkpoints and proofs.

use jiff::Timestamp;
use kernel::{CaseId, Digest};
use store::{
    Fault, Store, Tx,
    event_log::{self, AppendError, Head, NewEvent},
    params,
};
use uuid::Uuid;

mod common;
#[path = "common/log.rs"]
mod log;

use common::{at, case};
use log::{events, fill};

#[test]
fn a_stream_grows_link_by_link() {
    testkit::both(&[], |store| {
        store
            .write_blocking(|tx| -> Result<(), AppendError> {
                let first = event_log::append(tx, "1502", case(1), 0, &events(2))?;
                assert_eq!(first.seq, 2);
                let second = event_log::append(tx, "1502", case(1), 2, &events(1))?;
                assert_eq!(event_log::append(tx, "1502", case(1), 3, &[])?, second);
                let all = event_log::read(tx, "1502", case(1), 0)?;
                assert_eq!(all.len(), 3);
                let mut before = Digest::ZERO;
                for event in &all {
                    assert_eq!(event.prev, before);
                    assert_eq!(event.hash, event_log::link(&before, &event_log::content(event)));
                    before = event.hash;
                }
                assert_eq!(event_log::head(tx, "1502", case(1))?, Head { seq: 3, hash: before });
                assert_eq!(event_log::head(tx, "1501", case(1))?, Head::NONE);
                assert_eq!(event_log::read(tx, "1502", case(1), 2)?, all[2..]);
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn both_engines_make_the_same_hashes() {
    let heads = testkit::engines(&[]).map(|store| {
        fill(&store, 5);
        let mut heads = Vec::new();
        store
            .read_blocking(move |tx| {
                heads.clear();
                event_log::for_each_stream(tx, |region, stream, head| {
                    heads.push((region.to_owned(), stream, head));
                    Ok(())
                })?;
                Ok::<_, Fault>(heads.clone())
            })
            .unwrap()
    });
    assert_eq!(heads[0].len(), 5);
    assert_eq!(heads[0], heads[1]);
}

#[test]
fn the_body_is_kept_byte_for_byte() {
    testkit::both(&[], |store| {
        let body = "{ \"b\" : 1,\n\t\"a\":\"连心 😀\", \"b\": 1.0 }";
        let event = NewEvent::new(at(0), "u", "K", body);
        store
            .write_blocking(move |tx| event_log::append(tx, "1502", case(1), 0, std::slice::from_ref(&event)))
            .unwrap();
        let read = store.read_blocking(|tx| event_log::read(tx, "1502", case(1), 0)).unwrap();
        assert_eq!(read[0].body, body);
    });
}

#[test]
fn a_stale_writer_is_told_and_changes_nothing() {
    testkit::both(&[], |store| {
        store.write_blocking(|tx| event_log::append(tx, "1502", case(1), 0, &events(2))).unwrap();
        for expected in [0, 1, 3] {
            let error = store
                .write_blocking(move |tx| event_log::append(tx, "1502", case(1), expected, &events(1)))
                .unwrap_err();
            match error {
                AppendError::Stale { expected: e, actual: 2 } => assert_eq!(e, expected),
                other => panic!("{other}"),
            }
        }
        assert_eq!(store.read_blocking(|tx| event_log::head(tx, "1502", case(1))).unwrap().seq, 2);
    });
}

/// Everybody appends to the same stream from what they last saw; nobody overwrites anybody.
#[test]
fn of_many_writers_each_gets_its_own_place() {
    testkit::both(&[], |store| {
        let threads: Vec<_> = (0..6)
            .map(|_| {
                let store: Store = (**store).clone();
                std::thread::spawn(move || {
                    let (mut known, mut added) = (0, 0);
                    while added < 10 {
                        let wrote =
                            store.write_blocking(move |tx| event_log::append(tx, "1502", case(1), known, &events(1)));
                        match wrote {
                            Ok(head) => (known, added) = (head.seq, added + 1),
                            Err(AppendError::Stale { actual, .. }) => known = actual,
                            Err(AppendError::Fault(fault)) => panic!("{fault}"),
                        }
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        let seqs: Vec<i64> = store
            .read_blocking(|tx| event_log::read(tx, "1502", case(1), 0))
            .unwrap()
            .iter()
            .map(|event| event.seq)
            .collect();
        assert_eq!(seqs, (1..=60).collect::<Vec<_>>());
    });
}

#[test]
fn the_second_of_two_that_lock_a_stream_sees_what_the_first_did() {
    testkit::both(&[], |store| {
        fill(store, 1);
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let store: Store = (**store).clone();
                std::thread::spawn(move || {
                    for _ in 0..5 {
                        store
                            .write_blocking(|tx| -> Result<Head, AppendError> {
                                tx.lock_stream("1502", case(0))?;
                                let seq = event_log::head(tx, "1502", case(0))?.seq;
                                event_log::append(tx, "1502", case(0), seq, &events(1))
                            })
                            .unwrap();
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(store.read_blocking(|tx| event_log::head(tx, "1502", case(0))).unwrap().seq, 23);
    });
}

#[test]
fn checkpoints_take_what_moved_and_form_a_chain() {
    testkit::both(&[], |store| {
        fill(store, 7);
        let take = || store.write_blocking(|tx| event_log::checkpoint(tx, at(99))).unwrap();
        let first = take().unwrap();
        assert_eq!((first.number, first.heads, first.prev), (1, 7, Digest::ZERO));
        assert!(take().is_none());
        store.write_blocking(|tx| event_log::append(tx, "1502", case(3), 3, &events(2))).unwrap();
        let second = take().unwrap();
        assert_eq!((second.number, second.heads, second.prev), (2, 1, first.hash));
        assert_eq!(store.read_blocking(event_log::last_checkpoint).unwrap(), Some(second));
    });
}

#[test]
fn a_proof_holds_without_the_database_and_only_for_its_event() {
    testkit::both(&[], |store| {
        fill(store, 9);
        let take = || store.write_blocking(|tx| event_log::checkpoint(tx, at(99))).unwrap().unwrap();
        let first = take();
        store.write_blocking(|tx| event_log::append(tx, "1502", case(3), 3, &events(2))).unwrap();
        let prove = |seq| store.read_blocking(move |tx| event_log::prove(tx, "1502", case(3), seq)).unwrap();
        assert!(prove(4).is_none());
        let second = take();
        let log = store.read_blocking(|tx| event_log::read(tx, "1502", case(3), 0)).unwrap();
        for event in &log {
            let proof = prove(event.seq).unwrap();
            let by = if event.seq <= 3 { first.anchor() } else { second.anchor() };
            let carried: event_log::Proof = serde_json::from_str(&serde_json::to_string(&proof).unwrap()).unwrap();
            assert_eq!(carried.check(&event.hash), Some(by));
            assert_eq!(carried.check(&Digest::of(b"another")), None);
            let mut forged = proof.clone();
            forged.checkpoint.at = at(5);
            assert_eq!(forged.check(&event.hash), None);
            let mut moved = proof;
            moved.seq += 1;
            assert_eq!(moved.check(&event.hash), None);
        }
    });
}

#[test]
fn every_event_is_given_once_in_order() {
    testkit::both(&[], |store| {
        fill(store, 4);
        let keys = store
            .read_blocking(|tx: &mut Tx| {
                let mut keys: Vec<(Uuid, i64)> = Vec::new();
                event_log::for_each_event(tx, |event| {
                    keys.push((event.stream, event.seq));
                    Ok(())
                })?;
                Ok::<_, Fault>(keys)
            })
            .unwrap();
        let expected: Vec<(Uuid, i64)> = (0..4).flat_map(|n| (1..=3).map(move |seq| (case(n).0, seq))).collect();
        assert_eq!(keys, expected);
    });
}

#[test]
fn hot_statements_use_an_index() {
    testkit::both(&[], |store| {
        store
            .write_blocking(|tx| -> Result<(), Fault> {
                let id = CaseId(Uuid::nil());
                let now: Timestamp = at(0);
                for (sql, params) in [
                    ("SELECT seq FROM chain_head WHERE region = $1 AND stream = $2", params!["1502", id].to_vec()),
                    ("SELECT seq FROM event WHERE region = $1 AND stream = $2 AND seq > $3", params!["1502", id, 1].to_vec()),
                    ("SELECT region FROM chain_head WHERE covered < seq ORDER BY region, stream LIMIT 5", vec![]),
                    ("SELECT id FROM job WHERE state IN ('ready', 'taken') AND run_at <= $1 ORDER BY run_at, id LIMIT 1", params![now].to_vec()),
                    ("SELECT id FROM job WHERE kind = $1 AND dedupe = $2 AND state = 'ready'", params!["k", "d"].to_vec()),
                ] {
                    assert_eq!(store::explain::full_scans(tx, sql, &params)?, Vec::<String>::new(), "{sql}");
                }
                let bad = "SELECT seq FROM event WHERE actor = $1";
                assert_eq!(store::explain::full_scans(tx, bad, params!["x"])?.len(), 1);
                assert!(!store::explain::explain(tx, bad, params!["x"])?.is_empty());
                Ok(())
            })
            .unwrap();
    });
}
