//! Whatever is changed behind the log's back is found and named.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use kernel::Digest;
use store::{
    Fault, Store, Value,
    event_log::{self, Anchor, Finding, Flaw, Summary, verify::Place},
    params,
};

mod common;
#[path = "common/log.rs"]
mod log;

use common::{at, case};
use log::{events, fill};

fn findings(store: &Store, published: &[Anchor]) -> (Summary, Vec<Finding>) {
    let published = published.to_vec();
    store
        .read_blocking(move |tx| -> Result<_, Fault> {
            let mut found = Vec::new();
            let summary = event_log::verify_against(tx, &published, |finding| found.push(finding))?;
            Ok((summary, found))
        })
        .unwrap()
}

fn tamper(store: &Store, sql: &'static str, params: &[Value]) {
    let params = params.to_vec();
    let changed = store.write_blocking(move |tx| tx.execute(sql, &params)).unwrap();
    assert!(changed > 0, "{sql} changed nothing");
}

fn event(n: u32, seq: i64, flaw: Flaw) -> Finding {
    let (region, stream) = ("1502".to_owned(), case(n).0);
    Finding { at: Place::Event { region, stream, seq }, flaw }
}

fn stream(n: u32, flaw: Flaw) -> Finding {
    let (region, stream) = ("1502".to_owned(), case(n).0);
    Finding { at: Place::Stream { region, stream }, flaw }
}

fn checkpoint(number: i64, flaw: Flaw) -> Finding {
    Finding { at: Place::Checkpoint { number }, flaw }
}

/// Five streams of three events, a checkpoint over them, then two more events in stream 3 and a second checkpoint.
fn story(store: &Store) -> [Anchor; 2] {
    fill(store, 5);
    let take = || store.write_blocking(|tx| event_log::checkpoint(tx, at(50))).unwrap().unwrap().anchor();
    let first = take();
    store.write_blocking(|tx| event_log::append(tx, "1502", case(3), 3, &events(2))).unwrap();
    [first, take()]
}

/// Tampers with a fresh story on both engines and compares what is found.
fn after(tampering: &[(&'static str, Vec<Value>)], expected: &[Finding]) {
    testkit::both(&[], |store| {
        let published = story(store);
        for (sql, params) in tampering {
            tamper(store, sql, params);
        }
        let (summary, found) = findings(store, &published);
        assert_eq!(found, expected);
        assert_eq!(summary.findings, expected.len() as u64);
    });
}

#[test]
fn a_whole_log_is_whole() {
    testkit::both(&[], |store| {
        let published = story(store);
        let (summary, found) = findings(store, &published);
        assert_eq!(found, []);
        assert_eq!((summary.streams, summary.events, summary.checkpoints), (5, 17, 2));
    });
}

#[test]
fn each_column_is_named() {
    let second = vec![case(1).into()];
    let cases: [(&'static str, Flaw); 7] = [
        ("UPDATE event SET at = at + 1 WHERE stream = $1 AND seq = 2", Flaw::Altered(vec!["at"])),
        ("UPDATE event SET actor = 'other' WHERE stream = $1 AND seq = 2", Flaw::Altered(vec!["actor"])),
        ("UPDATE event SET kind = 'CLOSED' WHERE stream = $1 AND seq = 2", Flaw::Altered(vec!["kind"])),
        ("UPDATE event SET body = '{}', kind = 'X' WHERE stream = $1 AND seq = 2", Flaw::Altered(vec!["kind", "body"])),
        ("UPDATE event SET prev = hash WHERE stream = $1 AND seq = 2", Flaw::PrevAltered),
        ("UPDATE event SET hash = prev WHERE stream = $1 AND seq = 2", Flaw::HashAltered),
        ("UPDATE event SET marks = hash WHERE stream = $1 AND seq = 2", Flaw::MarksAltered),
    ];
    for (sql, flaw) in cases {
        after(&[(sql, second.clone())], &[event(1, 2, flaw)]);
    }
}

#[test]
fn a_moved_event_is_missed_where_it_was_and_odd_where_it_is() {
    after(
        &[("UPDATE event SET seq = 9 WHERE stream = $1 AND seq = 2", vec![case(1).into()])],
        &[
            event(1, 3, Flaw::Gap { expected: 2 }),
            event(1, 9, Flaw::Gap { expected: 4 }),
            event(1, 9, Flaw::Altered(vec!["seq"])),
            stream(1, Flaw::HeadSeq { head: 3, last: 9 }),
        ],
    );
    let elsewhere = Finding {
        at: Place::Event { region: "1501".into(), stream: case(1).0, seq: 3 },
        flaw: Flaw::Gap { expected: 1 },
    };
    let named = Finding { flaw: Flaw::Altered(vec!["region"]), ..elsewhere.clone() };
    let headless = Finding { at: Place::Stream { region: "1501".into(), stream: case(1).0 }, flaw: Flaw::HeadMissing };
    after(
        &[("UPDATE event SET region = '1501' WHERE stream = $1 AND seq = 3", vec![case(1).into()])],
        &[
            elsewhere,
            named,
            headless,
            stream(1, Flaw::HeadSeq { head: 3, last: 2 }),
            stream(1, Flaw::HeadCovered),
            event(1, 3, Flaw::Vanished { checkpoint: 1 }),
        ],
    );
    after(
        &[(
            "UPDATE event SET stream = $2, seq = 4 WHERE stream = $1 AND seq = 3",
            vec![case(1).into(), case(2).into()],
        )],
        &[
            stream(1, Flaw::HeadSeq { head: 3, last: 2 }),
            stream(1, Flaw::HeadCovered),
            event(2, 4, Flaw::Altered(vec!["stream", "seq"])),
            stream(2, Flaw::HeadSeq { head: 3, last: 4 }),
            event(1, 3, Flaw::Vanished { checkpoint: 1 }),
        ],
    );
}

#[test]
fn two_events_exchanged_are_both_named() {
    after(
        &[
            ("UPDATE event SET seq = 99 WHERE stream = $1 AND seq = 1", vec![case(1).into()]),
            ("UPDATE event SET seq = 1 WHERE stream = $1 AND seq = 2", vec![case(1).into()]),
            ("UPDATE event SET seq = 2 WHERE stream = $1 AND seq = 99", vec![case(1).into()]),
        ],
        &[
            event(1, 1, Flaw::Altered(vec!["seq"])),
            event(1, 2, Flaw::Altered(vec!["seq"])),
            event(1, 3, Flaw::Unlinked),
        ],
    );
}

#[test]
fn what_is_deleted_is_missed() {
    after(
        &[("DELETE FROM event WHERE stream = $1 AND seq = 1", vec![case(1).into()])],
        &[event(1, 2, Flaw::Gap { expected: 1 })],
    );
    after(
        &[("DELETE FROM event WHERE stream = $1 AND seq = 5", vec![case(3).into()])],
        &[
            stream(3, Flaw::HeadSeq { head: 5, last: 4 }),
            stream(3, Flaw::HeadCovered),
            event(3, 5, Flaw::Vanished { checkpoint: 2 }),
        ],
    );
    after(
        &[("DELETE FROM event WHERE stream = $1", vec![case(1).into()])],
        &[stream(1, Flaw::StreamMissing), event(1, 3, Flaw::Vanished { checkpoint: 1 })],
    );
    after(
        &[
            ("DELETE FROM event WHERE stream = $1", vec![case(1).into()]),
            ("DELETE FROM chain_head WHERE stream = $1", vec![case(1).into()]),
        ],
        &[event(1, 3, Flaw::Vanished { checkpoint: 1 })],
    );
    after(
        &[
            ("DELETE FROM event WHERE stream = $1", vec![case(1).into()]),
            ("DELETE FROM chain_head WHERE stream = $1", vec![case(1).into()]),
            ("DELETE FROM checkpoint_head WHERE stream = $1", vec![case(1).into()]),
        ],
        &[checkpoint(1, Flaw::CheckpointHeads)],
    );
}

#[test]
fn a_changed_head_is_found() {
    let one = || vec![case(1).into()];
    after(&[("DELETE FROM chain_head WHERE stream = $1", one())], &[stream(1, Flaw::HeadMissing)]);
    after(
        &[("UPDATE chain_head SET seq = 4, covered = 4 WHERE stream = $1", one())],
        &[stream(1, Flaw::HeadSeq { head: 4, last: 3 }), stream(1, Flaw::HeadCovered)],
    );
    after(
        &[("UPDATE chain_head SET hash = $2 WHERE stream = $1", vec![case(1).into(), Digest::of(b"x").into()])],
        &[stream(1, Flaw::HeadHash)],
    );
    after(&[("UPDATE chain_head SET covered = 0 WHERE stream = $1", one())], &[stream(1, Flaw::HeadCovered)]);
}

#[test]
fn an_unreadable_event_is_found_and_the_rest_is_still_read() {
    after(
        &[(
            "UPDATE event SET hash = $2 WHERE stream = $1 AND seq = 2",
            vec![case(1).into(), Value::from(&b"short"[..])],
        )],
        &[event(1, 2, Flaw::HashAltered)],
    );
    after(
        &[("UPDATE event SET marks = $2 WHERE stream = $1 AND seq = 2", vec![case(1).into(), Value::from(&b""[..])])],
        &[event(1, 2, Flaw::MarksAltered)],
    );
}

/// Writes stream 1 anew from its second event on, as somebody would who knows how it is hashed.
fn rewrite(store: &Store) {
    store
        .write_blocking(|tx| -> Result<(), event_log::AppendError> {
            let first = event_log::read(tx, "1502", case(1), 0)?.remove(0);
            tx.execute("DELETE FROM event WHERE stream = $1 AND seq > 1", params![case(1)])?;
            tx.execute("UPDATE chain_head SET seq = 1, hash = $2 WHERE stream = $1", params![case(1), first.hash])?;
            let forged: Vec<_> =
                events(2).into_iter().map(|e| event_log::NewEvent { actor: "nobody".into(), ..e }).collect();
            event_log::append(tx, "1502", case(1), 1, &forged).map(drop)
        })
        .unwrap();
}

#[test]
fn a_chain_hashed_anew_with_its_head_is_found_by_the_checkpoint() {
    testkit::both(&[], |store| {
        let published = story(store);
        rewrite(store);
        assert_eq!(findings(store, &published).1, [event(1, 3, Flaw::Rewritten { checkpoint: 1 })]);
        // So it is when the record of the checkpoint is made to fit …
        let sql = "UPDATE checkpoint_head SET hash = (SELECT hash FROM chain_head WHERE stream = $1) WHERE stream = $1";
        tamper(store, sql, params![case(1)]);
        assert_eq!(findings(store, &published).1, [checkpoint(1, Flaw::CheckpointHeads)]);
        // … and when all checkpoints are taken anew, too: then they are not the published ones.
        for sql in ["DELETE FROM checkpoint", "DELETE FROM checkpoint_head", "UPDATE chain_head SET covered = 0"] {
            tamper(store, sql, &[]);
        }
        store.write_blocking(|tx| event_log::checkpoint(tx, at(50))).unwrap().unwrap();
        assert_eq!(findings(store, &[]).1, []);
        let expected = [checkpoint(1, Flaw::NotAsPublished), checkpoint(2, Flaw::NotAsPublished)];
        assert_eq!(findings(store, &published).1, expected);
    });
}

#[test]
fn an_event_hashed_anew_alone_breaks_the_chain_behind_it() {
    testkit::both(&[], |store| {
        fill(store, 2);
        store
            .write_blocking(|tx| -> Result<(), Fault> {
                let mut log = event_log::read(tx, "1502", case(1), 0)?;
                let mut second = log.remove(1);
                second.body = "{}".into();
                let hash = event_log::link(&second.prev, &event_log::content(&second));
                let sql = "UPDATE event SET body = $2, hash = $3 WHERE stream = $1 AND seq = 2";
                tx.execute(sql, params![case(1), second.body, hash]).map(drop)
            })
            .unwrap();
        // The marks still tell that the second was touched, though its hash fits again.
        let expected = [event(1, 2, Flaw::MarksAltered), event(1, 3, Flaw::Unlinked)];
        assert_eq!(findings(store, &[]).1, expected);
    });
}

#[test]
fn a_changed_checkpoint_is_found() {
    after(
        &[("UPDATE checkpoint SET at = at + 1 WHERE number = $1", vec![1.into()])],
        &[checkpoint(1, Flaw::CheckpointAltered)],
    );
    after(
        &[("UPDATE checkpoint_head SET seq = 2 WHERE number = 1 AND stream = $1", vec![case(4).into()])],
        &[
            event(4, 2, Flaw::Rewritten { checkpoint: 1 }),
            stream(4, Flaw::HeadCovered),
            checkpoint(1, Flaw::CheckpointHeads),
        ],
    );
    after(
        &[("DELETE FROM checkpoint WHERE number = $1", vec![1.into()])],
        &[
            checkpoint(1, Flaw::CheckpointHeads),
            checkpoint(2, Flaw::CheckpointGap { expected: 1 }),
            checkpoint(1, Flaw::NotAsPublished),
        ],
    );
    after(
        &[("UPDATE checkpoint SET prev = root WHERE number = $1", vec![2.into()])],
        &[checkpoint(2, Flaw::CheckpointUnlinked), checkpoint(2, Flaw::CheckpointAltered)],
    );
}

#[test]
fn findings_read_as_sentences() {
    let finding = event(1, 2, Flaw::Altered(vec!["kind", "body"]));
    assert_eq!(finding.to_string(), format!("event 1502/{}/2: changed in kind, body", case(1)));
}

#[test]
fn one_stream_is_checked_without_the_others() {
    testkit::both(&[], |store| {
        story(store);
        let check = |n: u32| store.read_blocking(move |tx| event_log::verify_stream(tx, "1502", case(n))).unwrap();
        assert_eq!(check(3), []);
        tamper(store, "UPDATE event SET body = 'x' WHERE stream = $1 AND seq = 2", params![case(4)]);
        assert_eq!(check(3), []);
        assert_eq!(check(4), [event(4, 2, Flaw::Altered(vec!["body"]))]);
        assert_eq!(check(99), [stream(99, Flaw::StreamMissing)]);
    });
}
