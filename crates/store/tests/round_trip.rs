//! What goes in comes out, on both engines.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::sync::OnceLock;

use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, Digest, DivisionCode};
use proptest::prelude::*;
use store::{Fault, FromValue, Migration, Value, params};
use uuid::Uuid;

const TABLE: &[Migration] = &[Migration {
    id: "0100_everything",
    sql: "CREATE TABLE everything (
        id {id} PRIMARY KEY, at {time}, day {date}, text {text}, doc {json}, flag {bool}, number {int}, part {real}, raw {bytes}
    ) {strict};
    CREATE TABLE numbered (n {auto}, text {text} NOT NULL) {strict};",
}];

const COLUMNS: [&str; 9] = ["id", "at", "day", "text", "doc", "flag", "number", "part", "raw"];

/// One pair of databases for all cases of a property.
fn stores() -> &'static [testkit::TestStore; 2] {
    static STORES: OnceLock<[testkit::TestStore; 2]> = OnceLock::new();
    STORES.get_or_init(|| testkit::engines(&[TABLE]))
}

#[derive(Debug, Clone, PartialEq)]
struct Everything {
    id: Uuid,
    at: Option<Timestamp>,
    day: Option<Date>,
    text: Option<String>,
    flag: Option<bool>,
    number: Option<i64>,
    part: Option<f64>,
    raw: Option<Vec<u8>>,
}

fn everything() -> impl Strategy<Value = Everything> {
    let moments =
        (-62_135_596_800_000_000i64..253_402_300_799_000_000).prop_map(|us| Timestamp::from_microsecond(us).unwrap());
    let days = (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap());
    let texts = any::<String>().prop_map(|text| text.replace('\0', ""));
    (
        any::<u128>().prop_map(Uuid::from_u128),
        proptest::option::of(moments),
        proptest::option::of(days),
        proptest::option::of(texts),
        proptest::option::of(any::<bool>()),
        proptest::option::of(any::<i64>()),
        proptest::option::of(proptest::num::f64::NORMAL | proptest::num::f64::ZERO),
        proptest::option::of(any::<Vec<u8>>()),
    )
        .prop_map(|(id, at, day, text, flag, number, part, raw)| Everything {
            id,
            at,
            day,
            text,
            flag,
            number,
            part,
            raw,
        })
}

fn there_and_back(store: &store::Store, row: &Everything) -> Result<Everything, Fault> {
    let row = row.clone();
    store.write_blocking(move |tx| -> Result<_, Fault> {
        tx.execute("DELETE FROM everything WHERE id = $1", params![row.id])?;
        let doc = Value::json(&row.text)?;
        let values =
            params![row.id, row.at, row.day, row.text.clone(), doc, row.flag, row.number, row.part, row.raw.clone()];
        tx.insert_many("everything", &COLUMNS, &[values.to_vec()])?;
        // Every value also finds its row again.
        let sql = "SELECT * FROM everything WHERE id = $1 AND (CAST($2 AS BIGINT) IS NULL OR number = $2)";
        tx.query_one(sql, params![row.id, row.number], |found| {
            assert_eq!(found.json::<Option<String>>("doc")?, row.text);
            Ok(Everything {
                id: found.get("id")?,
                at: found.get("at")?,
                day: found.get("day")?,
                text: found.get("text")?,
                flag: found.get("flag")?,
                number: found.get("number")?,
                part: found.get("part")?,
                raw: found.get("raw")?,
            })
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_survives(row in everything()) {
        for store in stores() {
            prop_assert_eq!(&there_and_back(store, &row).unwrap(), &row, "on {}", store.engine());
        }
    }
}

fn one<T: FromValue + Send + 'static>(store: &store::Store, sql: &'static str, params: &[Value]) -> Result<T, Fault> {
    let params = params.to_vec();
    store.read_blocking(move |tx| tx.query_one(sql, &params, |row| row.get::<T>(0)))
}

#[test]
fn sums_and_averages_are_numbers() {
    for store in stores() {
        let sum = "SELECT sum(v) FROM (SELECT CAST($1 AS BIGINT) AS v UNION ALL SELECT CAST($2 AS BIGINT)) t";
        assert_eq!(one::<i64>(store, sum, params![40_000_000_007i64, -7]).unwrap(), 40_000_000_000);
        assert_eq!(one::<i64>(store, sum, params![i64::MIN, 1]).unwrap(), i64::MIN + 1);
        assert_eq!(one::<i64>(store, sum, params![0, 0]).unwrap(), 0);
        let average = "SELECT avg(v) FROM (SELECT CAST($1 AS BIGINT) AS v UNION ALL SELECT CAST($2 AS BIGINT)) t";
        assert_eq!(one::<f64>(store, average, params![1, 2]).unwrap().to_bits(), f64::to_bits(1.5));
        assert_eq!(one::<f64>(store, average, params![2, 2]).unwrap().to_bits(), f64::to_bits(2.0));
        assert_eq!(one::<f64>(store, average, params![0, -1]).unwrap().to_bits(), f64::to_bits(-0.5));
    }
}

#[test]
fn a_wrong_read_names_the_column_and_never_the_value() {
    for store in stores() {
        let fault = one::<i64>(store, "SELECT CAST($1 AS TEXT) AS secret", params!["13900001111"]).unwrap_err();
        let Fault::Inconsistent { detail, .. } = &fault else { panic!("{fault}") };
        assert!(!detail.contains("139"), "{detail}");
        let fault = store
            .read_blocking(|tx| {
                tx.query_one("SELECT CAST($1 AS TEXT) AS kind", params!["x"], |row| row.get::<Uuid>("kind"))
            })
            .unwrap_err();
        assert!(matches!(fault, Fault::Inconsistent { place: "kind", .. }), "{fault}");
        let fault =
            store.read_blocking(|tx| tx.query_one("SELECT 1 AS a", &[], |row| row.get::<i64>("b"))).unwrap_err();
        assert!(matches!(fault, Fault::Inconsistent { place: "b", .. }), "{fault}");
        assert!(one::<i32>(store, "SELECT CAST($1 AS BIGINT)", params![i64::MAX]).is_err());
        assert!(one::<bool>(store, "SELECT CAST($1 AS BIGINT)", params![2]).is_err());
    }
}

#[test]
fn kernel_types_go_in_and_come_out() {
    for store in stores() {
        let (id, digest) = (CaseId(Uuid::from_u128(7)), Digest::of(b"x"));
        let code = DivisionCode::parse("150223").unwrap();
        let found = store
            .write_blocking(move |tx| -> Result<_, Fault> {
                tx.execute("DELETE FROM everything WHERE id = $1", params![id])?;
                let sql = "INSERT INTO everything (id, text, raw) VALUES ($1, $2, $3)";
                tx.execute(sql, params![id, DivisionCode::parse("150223").ok(), digest])?;
                tx.query_one("SELECT id, text, raw FROM everything WHERE id = $1", params![id], |row| {
                    Ok((row.get::<CaseId>(0)?, row.get::<DivisionCode>(1)?, row.get::<Digest>(2)?))
                })
            })
            .unwrap();
        assert_eq!(found, (id, code, digest));
    }
}

#[test]
fn many_rows_go_in_with_few_statements_and_stream_out() {
    for store in stores() {
        let total: i64 = store
            .write_blocking(|tx| -> Result<i64, Fault> {
                tx.execute("DELETE FROM numbered", &[])?;
                let rows: Vec<Vec<Value>> = (0..5_000).map(|n| vec![Value::from(format!("row {n}"))]).collect();
                assert_eq!(tx.insert_many("numbered", &["text"], &rows)?, 5_000);
                let mut total = 0;
                tx.query_each("SELECT text FROM numbered ORDER BY n", &[], |row| {
                    let text: String = row.get("text")?;
                    assert_eq!(text, format!("row {total}"));
                    total += 1;
                    Ok(())
                })?;
                // A callback that stops early leaves the transaction usable.
                let stopped =
                    tx.query_each("SELECT text FROM numbered", &[], |_| Err(Fault::inconsistent("x", "stop")));
                assert!(stopped.is_err());
                tx.query_one("SELECT count(*) FROM numbered", &[], |row| row.get(0))
            })
            .unwrap();
        assert_eq!(total, 5_000);
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused_on_both() {
    for store in stores() {
        let insert = |column: &'static str, value: Value| {
            store.write_blocking(move |tx| -> Result<u64, Fault> {
                let sql = format!("INSERT INTO everything (id, {column}) VALUES ($1, $2)");
                tx.execute(&sql, params![Uuid::from_u128(99), &value])
            })
        };
        assert!(insert("number", Value::from("text")).is_err());
        assert!(insert("text", Value::from(&b"bytes"[..])).is_err());
        assert!(insert("text", Value::from("nul \0 inside")).is_err());
        assert!(insert("raw", Value::from("text")).is_err());
        let fault = store.write_blocking(|tx| tx.execute("DELETE FROM everything WHERE id = $1", &[])).unwrap_err();
        assert!(fault.to_string().contains("parameters"), "{fault}");
    }
}
