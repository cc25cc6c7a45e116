//! Replays on both engines.

use domain::{
    access::{self, Subject},
    organisation::OrgKind,
    petition::{Petition, Stage},
};
use kernel::{Redacted, SeededEntropy, Text};
use store::{Store, event_log};

use super::*;
use crate::{
    MIGRATIONS,
    import::Reply,
    matter,
    organisation::{
        OrgDraft, create,
        tests::{code, ctx, tree},
    },
    secrets::Keys,
};

const PLACE: &str = "150223";

fn row(line: u64, received: &str, reply: Option<(&str, &str)>) -> Row {
    let text = |text: &str| Redacted::new(text.to_owned());
    Row {
        line,
        source_ref: format!("older:{line}"),
        received_at: received.parse().unwrap(),
        title: text("打草场被压坏"),
        facts: text("运输车从打草场中间穿过，压出三条路。"),
        claims: vec![text("恢复草场")],
        petitioner_key: Some(text("older:A1")),
        reply: reply.map(|(at, words)| Reply { text: text(words), at: at.parse().unwrap() }),
        division: None,
        channel: Some("web".into()),
        category: None,
    }
}

/// Four rows of 2019 and 2020: three of one day, two with an answer.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        row(2, "2019-03-04T01:00:00Z", None),
        row(3, "2019-03-04T02:00:00Z", Some(("2019-03-20T02:00:00Z", "已经恢复。"))),
        row(4, "2019-03-04T03:00:00Z", None),
        row(5, "2020-06-01T03:00:00Z", Some(("2020-07-01T03:00:00Z", &"很长的答复。".repeat(900)))),
    ]
}

/// A tree and a bureau, entered in 2026.
pub(crate) fn house(store: &Store) -> Kit {
    tree(store);
    let bureau = OrgDraft::new(OrgKind::Bureau, Text::parse("name", "达茂旗信访局").unwrap(), code(PLACE));
    store
        .write_blocking(move |tx| {
            let permit = access::permit(&Subject::System, &code("1502"))?;
            create(tx, &ctx(1), &permit, bureau.clone()).map(drop)
        })
        .unwrap();
    Kit::new(Keys::ephemeral(&ctx(7)).unwrap())
}

fn run(dry_run: bool) -> Run {
    Run { id: Uuid::from_u128(77), file: Digest::of(b"file"), division: code(PLACE), dry_run }
}

/// Imports `rows` in one batch.
pub(crate) fn take(store: &Store, kit: &Kit, rows: Vec<Row>, dry_run: bool, seed: u64) -> Batch {
    let (kit, run) = (kit.clone(), run(dry_run));
    let rows: Vec<Prepared> = rows.into_iter().map(|row| Prepared::new(row, &run).unwrap()).collect();
    store
        .write_blocking(move |tx| {
            let permit = access::permit(&Subject::System, &run.division)?;
            let office = prepare(tx, &ctx(2), &run.division)?;
            let entropy = std::cell::Cell::new(seed);
            let at = |moment: Timestamp| {
                entropy.set(entropy.get() + 1_000);
                Ctx::new(moment, Box::new(SeededEntropy::new(entropy.get())))
            };
            import(tx, &kit, &ctx(seed), &at, &permit, &run, &office, &rows)
        })
        .unwrap()
}

fn loaded(store: &Store, line: u64) -> Petition {
    store
        .read_blocking(move |tx| {
            let sql = "SELECT id FROM matter WHERE source_ref = $1";
            let id = tx.query_one(sql, params![format!("older:{line}")], |row| row.get(0))?;
            Ok::<_, Fault>(matter::load::<Petition>(tx, "1502", id)?.unwrap().state)
        })
        .unwrap()
}

#[test]
fn history_is_replayed_on_its_own_days_and_known_as_such() {
    testkit::both(MIGRATIONS, |store| {
        let kit = house(store);
        let batch = take(store, &kit, rows(), false, 10);
        assert_eq!((batch.imported, batch.answered, batch.skipped), (4, 2, 0), "{:?}", batch.errors);

        let open = loaded(store, 2);
        assert_eq!(open.stage(), Stage::Registered);
        assert_eq!(open.number.as_str().get(..22), Some("150223-20190304-000001"));
        assert_eq!(open.registered_at, "2019-03-04T01:00:00Z".parse().unwrap());
        let answered = loaded(store, 3);
        assert_eq!(answered.stage(), Stage::Served);
        assert_eq!(answered.answered_at, Some("2019-03-20T02:00:00Z".parse().unwrap()));
        assert_eq!(answered.petitioner, open.petitioner, "her key of the older system recognises her");
        let long = loaded(store, 5);
        let answer = long.claims.first().answer.as_ref().unwrap();
        assert!(answer.text.as_str().ends_with("（全文见调查情况）") && answer.text.as_str().chars().count() == 5_000);

        let trace = store.read_blocking(|tx| event_log::read(tx, "1502", Uuid::from_u128(77), 0)).unwrap();
        assert_eq!((trace.len(), trace[0].kind.as_str(), trace[0].at), (1, "petitions-imported", ctx(0).now()));
    });
}

#[test]
fn what_is_there_is_passed_over_and_a_trial_keeps_nothing() {
    testkit::both(MIGRATIONS, |store| {
        let kit = house(store);
        let count = |store: &Store| {
            store.read_blocking(|tx| tx.query_one("SELECT count(*) FROM matter", &[], |row| row.get::<i64>(0))).unwrap()
        };
        let trial = take(store, &kit, rows(), true, 20);
        assert_eq!((trial.imported, count(store)), (4, 0));
        take(store, &kit, rows()[..2].to_vec(), false, 30);
        let resumed = take(store, &kit, rows(), false, 40);
        assert_eq!((resumed.imported, resumed.skipped, count(store)), (2, 2, 4));
    });
}

#[test]
fn a_row_that_does_not_fit_costs_only_itself() {
    testkit::both(MIGRATIONS, |store| {
        let kit = house(store);
        let mut rows = rows();
        rows[1].division = Some(code("150299"));
        let batch = take(store, &kit, rows, false, 50);
        assert_eq!((batch.imported, batch.errors.len()), (3, 1));
        assert_eq!((batch.errors[0].line, batch.errors[0].code()), (3, "division-unknown"));
        // The number that it had taken was given back.
        assert_eq!(loaded(store, 4).number.as_str().get(..22), Some("150223-20190304-000002"));
    });
}

#[test]
fn nobody_signs_in_as_history_and_nothing_is_sent_to_it() {
    testkit::both(MIGRATIONS, |store| {
        let kit = house(store);
        take(store, &kit, rows(), false, 60);
        let (active, roles, units) = store
            .read_blocking(|tx| {
                let one = |tx: &mut Tx, sql: &str| tx.query_one(sql, &[], |row| row.get::<i64>(0));
                Ok::<_, Fault>((
                    one(
                        tx,
                        "SELECT count(*) FROM staff WHERE login LIKE 'import-%' AND (active OR password IS NOT NULL)",
                    )?,
                    one(tx, "SELECT count(*) FROM role_grant")?,
                    crate::organisation::directory(tx, ctx(0).today())?.units_for(&code(PLACE)).count(),
                ))
            })
            .unwrap();
        assert_eq!((active, roles, units), (0, 0, 0));
    });
}
