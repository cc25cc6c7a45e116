//! The port on both engines.

use store::{Fault, params};

#[test]
fn a_statement_runs_on_both() {
    testkit::both(&[], |store| {
        let two: i64 = store
            .read_blocking(|tx| tx.query_one("SELECT CAST($1 AS BIGINT) + 1", params![1], |row| row.get(0)))
            .unwrap();
        assert_eq!(two, 2);
        let number = store
            .write_blocking(|tx| -> Result<i64, Fault> {
                store::counter::next(tx, "1502", "a")?;
                store::counter::next(tx, "1502", "a")
            })
            .unwrap();
        assert_eq!(number, 2);
    });
}
