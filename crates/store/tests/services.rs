//! Jobs, counters, idempotency keys, search and lists.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::{collections::BTreeSet, time::Duration};

use kernel::{Clock as _, Ctx, Cursor, Digest, DivisionCode, FixedClock};
use store::{
    Fault, Filter, Migration, Order, Store, filter,
    idempotency::{self, Known},
    job::{self, Counts, Next},
    params, search,
};
use uuid::Uuid;

mod common;
use common::{at, case};

const LEASE: Duration = Duration::from_mins(1);

const MATTER: &[Migration] = &[Migration {
    id: "0100_matter",
    sql: "CREATE TABLE matter (
        region {text} NOT NULL, id {id} NOT NULL, division {text} NOT NULL, at {time} NOT NULL, PRIMARY KEY (region, id)
    ) {strict};
    CREATE INDEX matter_division ON matter (division, at);",
}];

fn enqueue(store: &Store, seed: u64, dedupe: Option<&'static str>) -> Option<kernel::JobId> {
    store
        .write_blocking(move |tx| {
            let ctx = Ctx::seeded(at(0), seed);
            job::enqueue(tx, &ctx, "NOTIFY", dedupe, &serde_json::json!({ "seed": seed }), at(0))
        })
        .unwrap()
}

fn claim(store: &Store, now: jiff::Timestamp, limit: u32) -> Vec<job::Job> {
    store.write_blocking(move |tx| job::claim(tx, "w1", now, limit, LEASE)).unwrap()
}

#[test]
fn a_job_is_taken_done_and_swept() {
    testkit::both(&[], |store| {
        let id = enqueue(store, 1, None).unwrap();
        assert_eq!(claim(store, at(-1), 9), []);
        let jobs = claim(store, at(0), 9);
        assert_eq!((jobs.len(), jobs[0].id, jobs[0].attempt), (1, id, 1));
        assert_eq!(jobs[0].payload, r#"{"seed":1}"#);
        assert_eq!(claim(store, at(1), 9), []);
        assert_eq!(store.read_blocking(job::next_due).unwrap(), Some(at(60)));
        let taken = jobs[0].clone();
        assert!(store.write_blocking(move |tx| job::done(tx, &taken, at(2))).unwrap());
        assert_eq!(store.read_blocking(job::counts).unwrap(), Counts::default());
        assert_eq!(store.write_blocking(|tx| job::sweep(tx, at(2))).unwrap(), 0);
        assert_eq!(store.write_blocking(|tx| job::sweep(tx, at(3))).unwrap(), 1);
    });
}

#[test]
fn a_lease_that_ran_out_is_given_to_another_and_the_late_answer_changes_nothing() {
    testkit::both(&[], |store| {
        enqueue(store, 1, None);
        let first = claim(store, at(0), 1).remove(0);
        assert_eq!(claim(store, at(59), 1), []);
        let second = claim(store, at(60), 1).remove(0);
        assert_eq!((second.id, second.attempt), (first.id, 2));
        let late = first.clone();
        assert!(!store.write_blocking(move |tx| job::done(tx, &late, at(61))).unwrap());
        assert_eq!(store.write_blocking(move |tx| job::failed(tx, &first, "late", at(61))).unwrap(), Next::Lost);
        assert!(store.write_blocking(move |tx| job::done(tx, &second, at(62))).unwrap());
    });
}

#[test]
fn a_failing_job_waits_longer_each_time_and_dies() {
    testkit::both(&[], |store| {
        let id = enqueue(store, 1, None).unwrap();
        let clock = FixedClock::at(at(0));
        let mut pauses = Vec::new();
        let dead = loop {
            let now = clock.now();
            let job = claim(store, now, 1).remove(0);
            match store.write_blocking(move |tx| job::failed(tx, &job, "no route", now)).unwrap() {
                Next::Again(then) => {
                    pauses.push(now.duration_until(then).as_secs());
                    clock.set(then);
                }
                other => break other,
            }
        };
        assert_eq!(dead, Next::Dead);
        assert_eq!(pauses[..4], [10, 20, 40, 80]);
        assert_eq!(pauses.len(), 11);
        assert_eq!(store.read_blocking(job::counts).unwrap().dead, 1);
        assert!(store.write_blocking(move |tx| job::revive(tx, id, at(0))).unwrap());
        assert_eq!(claim(store, at(0), 1)[0].attempt, 1);
    });
}

#[test]
fn a_job_whose_workers_all_die_is_buried() {
    testkit::both(&[], |store| {
        enqueue(store, 1, None);
        for n in 0..job::MOST_ATTEMPTS {
            assert_eq!(claim(store, at(60 * n), 1).len(), 1);
        }
        assert_eq!(claim(store, at(60 * job::MOST_ATTEMPTS), 1), []);
        assert_eq!(store.read_blocking(job::counts).unwrap().dead, 1);
    });
}

#[test]
fn one_job_a_key_waits() {
    testkit::both(&[], |store| {
        assert!(enqueue(store, 1, Some("case 1")).is_some());
        assert!(enqueue(store, 2, Some("case 1")).is_none());
        assert!(enqueue(store, 3, Some("case 2")).is_some());
        assert!(enqueue(store, 4, None).is_some() && enqueue(store, 5, None).is_some());
        // While it is being done what happens may need it again.
        let taken = claim(store, at(0), 1).remove(0);
        assert!(enqueue(store, 6, Some("case 1")).is_some());
        let failed = store.write_blocking(move |tx| job::failed(tx, &taken, "x", at(1))).unwrap();
        assert_eq!(failed, Next::Merged);
    });
}

#[test]
fn of_many_workers_one_gets_a_job() {
    testkit::both(&[], |store| {
        for seed in 0..60 {
            enqueue(store, seed, None);
        }
        let workers: Vec<_> = (0..8)
            .map(|n| {
                let store: Store = (**store).clone();
                std::thread::spawn(move || {
                    let mut mine = Vec::new();
                    loop {
                        let worker = format!("w{n}");
                        let jobs = store.write_blocking(move |tx| job::claim(tx, &worker, at(1), 3, LEASE)).unwrap();
                        if jobs.is_empty() {
                            return mine;
                        }
                        assert!(jobs.len() <= 3);
                        mine.extend(jobs.into_iter().map(|job| job.id));
                    }
                })
            })
            .collect();
        let all: Vec<_> = workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect();
        assert_eq!(all.len(), 60);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 60);
    });
}

#[test]
fn counters_have_no_gaps_and_no_twins() {
    testkit::both(&[], |store| {
        let threads: Vec<_> = (0..6)
            .map(|n| {
                let store: Store = (**store).clone();
                std::thread::spawn(move || {
                    let mut got = Vec::new();
                    for round in 0..10 {
                        let number = store.write_blocking(move |tx| {
                            let number = store::counter::next(tx, "1502", "20260101")?;
                            // Every third gives its number back.
                            if (n + round) % 3 == 0 { Err(Fault::Io("refused".into())) } else { Ok(number) }
                        });
                        got.extend(number.ok());
                    }
                    got
                })
            })
            .collect();
        let mut all: Vec<i64> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        all.sort_unstable();
        assert_eq!(all, (1..=40).collect::<Vec<_>>());
        let mine = store.read_blocking(|tx| store::counter::last(tx, "1502", "20260101")).unwrap();
        assert_eq!(mine, 40);
        assert_eq!(store.read_blocking(|tx| store::counter::last(tx, "1501", "20260101")).unwrap(), 0);
        assert_eq!(store.write_blocking(|tx| store::counter::take(tx, "1502", "20260101", 10)).unwrap(), 50);
    });
}

#[test]
fn a_request_sent_twice_is_done_once() {
    testkit::both(&[], |store| {
        let create = |content: &'static [u8]| {
            store.write_blocking(move |tx| -> Result<(Known, i64), Fault> {
                let digest = Digest::of(content);
                let known = idempotency::lookup(tx, "portal/petition", "key-1", &digest)?;
                if known == Known::New {
                    let number = store::counter::next(tx, "1502", "receipt")?;
                    idempotency::record(tx, "portal/petition", "key-1", &digest, &number.to_string(), at(0))?;
                }
                Ok((known, store::counter::last(tx, "1502", "receipt")?))
            })
        };
        assert_eq!(create(b"a").unwrap(), (Known::New, 1));
        assert_eq!(create(b"a").unwrap(), (Known::Done("1".into()), 1));
        assert_eq!(create(b"b").unwrap(), (Known::Other, 1));
        assert_eq!(store.write_blocking(|tx| idempotency::forget(tx, at(1))).unwrap(), 1);
        assert_eq!(create(b"b").unwrap(), (Known::New, 2));
    });
}

#[test]
fn the_same_request_from_many_at_once_is_done_once() {
    testkit::both(&[], |store| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let store: Store = (**store).clone();
                std::thread::spawn(move || {
                    store
                        .write_blocking(|tx| -> Result<String, Fault> {
                            let digest = Digest::of(b"same");
                            if let Known::Done(answer) = idempotency::lookup(tx, "s", "k", &digest)? {
                                return Ok(answer);
                            }
                            let number = store::counter::next(tx, "1502", "n")?.to_string();
                            idempotency::record(tx, "s", "k", &digest, &number, at(0))?;
                            Ok(number)
                        })
                        .unwrap()
                })
            })
            .collect();
        let answers: BTreeSet<String> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(answers, BTreeSet::from(["1".to_owned()]));
    });
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn index(store: &Store, n: u32, text: &'static str) {
    store
        .write_blocking(move |tx| -> Result<(), Fault> {
            let sql = "INSERT INTO matter (region, id, division, at) VALUES ($1, $2, $3, $4) ON CONFLICT (region, id) DO NOTHING";
            tx.execute(sql, params!["1502", case(n), format!("15022{n}"), at(n.into())])?;
            search::index(tx, "1502", case(n), &words(text))
        })
        .unwrap();
}

fn find(store: &Store, within: &str, text: &str) -> Vec<Uuid> {
    let (code, wanted) = (DivisionCode::parse(within).unwrap(), words(text));
    store
        .read_blocking(move |tx| {
            let mut filter = Filter::new();
            filter.within("m.division", &code).matches("m.id", &wanted);
            let sql = format!("SELECT m.id FROM matter m WHERE {} ORDER BY m.at", filter.sql());
            tx.query(&sql, filter.params(), |row| row.get(0))
        })
        .unwrap()
}

#[test]
fn words_find_what_holds_all_of_them_within_the_jurisdiction() {
    testkit::both(&[MATTER], |store| {
        index(store, 1, "草场 补偿 拖欠 牧民");
        index(store, 2, "草场 纠纷 ᠮᠣᠩᠭᠣᠯ ABC-12 o'neil back\\slash \"quoted\" a&b c:* NOT");
        index(store, 3, "工资 拖欠");
        let (one, two, three) = (case(1).0, case(2).0, case(3).0);
        assert_eq!(find(store, "15", "草场"), [one, two]);
        assert_eq!(find(store, "150222", "草场"), [two]);
        assert_eq!(find(store, "15", "拖欠 补偿"), [one]);
        assert_eq!(find(store, "15", "草"), Vec::<Uuid>::new());
        assert_eq!(find(store, "15", "工资 草场"), Vec::<Uuid>::new());
        for exact in ["ᠮᠣᠩᠭᠣᠯ", "abc-12", "ABC-12", "o'neil", "back\\slash", "\"quoted\"", "a&b", "c:*", "not", "NOT"]
        {
            assert_eq!(find(store, "15", exact), [two], "{exact}");
        }
        for none in ["abc", "12", "o", "a", "c:", "草*", "\"", "'", "(", "OR", "-草场", "words:草场", "草场 |"] {
            assert_eq!(find(store, "15", none), Vec::<Uuid>::new(), "{none}");
        }
        index(store, 1, "已 更改");
        assert_eq!(find(store, "15", "草场"), [two]);
        assert_eq!(find(store, "15", "更改"), [one]);
        store.write_blocking(|tx| search::remove(tx, "1502", case(3))).unwrap();
        assert_eq!(find(store, "15", "工资"), Vec::<Uuid>::new());
        assert_eq!(find(store, "15", ""), [one, two, three]);
    });
}

#[test]
fn pages_follow_one_another_without_loss() {
    testkit::both(&[MATTER], |store| {
        for n in 0..9 {
            // Equal times: only the id tells the rows apart.
            store
                .write_blocking(move |tx| {
                    let sql = "INSERT INTO matter (region, id, division, at) VALUES ($1, $2, $3, $4)";
                    tx.execute(sql, params!["1502", case(n), "150223", at(i64::from(n / 4))])
                })
                .unwrap();
        }
        let (mut seen, mut cursor): (Vec<Uuid>, Option<Cursor>) = (vec![], None);
        loop {
            let from = cursor.clone();
            let page = store
                .read_blocking(move |tx| -> Result<_, Fault> {
                    let mut filter = Filter::new();
                    filter.eq("region", "1502").after("at", "id", Order::Descending, from.as_ref());
                    let sql =
                        format!("SELECT at, id FROM matter WHERE {} ORDER BY at DESC, id DESC LIMIT 5", filter.sql());
                    let rows = tx.query(&sql, filter.params(), |row| Ok((row.get::<i64>(0)?, row.get::<Uuid>(1)?)))?;
                    Ok(filter::page(rows, 4, |row| *row))
                })
                .unwrap();
            seen.extend(page.items.iter().map(|(_, id)| *id));
            match page.next {
                // As it comes back from a URL.
                Some(next) => cursor = Cursor::decode(&next.encode()),
                None => break,
            }
        }
        assert_eq!(seen, (0..9).rev().map(|n| case(n).0).collect::<Vec<_>>());
    });
}

#[test]
fn a_search_in_a_jurisdiction_uses_indexes() {
    testkit::both(&[MATTER], |store| {
        store
            .write_blocking(|tx| -> Result<(), Fault> {
                let mut filter = Filter::new();
                let code = DivisionCode::parse("150223").map_err(|_| Fault::Closed)?;
                filter.within("m.division", &code).matches("m.id", &words("草场 补偿")).is_in("m.at", [1, 2, 3]);
                let sql = format!("SELECT m.id FROM matter m WHERE {}", filter.sql());
                tx.prepare_check(&sql)?;
                assert_eq!(store::explain::full_scans(tx, &sql, filter.params())?, Vec::<String>::new());
                Ok(())
            })
            .unwrap();
    });
}
