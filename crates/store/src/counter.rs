//! Gapless counters: a number is taken in the transaction that uses it and given back when that is undone.

use kernel::Fault;

use crate::{Tx, params};

/// The next number of `name` in `region`, from 1. Two transactions that want the same counter follow one another.
pub fn next(tx: &mut Tx, region: &str, name: &str) -> Result<i64, Fault> {
    take(tx, region, name, 1)
}

/// Takes `count` numbers at once; the last of them.
pub fn take(tx: &mut Tx, region: &str, name: &str, count: u32) -> Result<i64, Fault> {
    let sql = "INSERT INTO counter (region, name, value) VALUES ($1, $2, $3)
               ON CONFLICT (region, name) DO UPDATE SET value = counter.value + excluded.value RETURNING value";
    tx.query_one(sql, params![region, name, count], |row| row.get(0))
}

/// The last number taken; 0 when none was.
pub fn last(tx: &mut Tx, region: &str, name: &str) -> Result<i64, Fault> {
    let sql = "SELECT value FROM counter WHERE region = $1 AND name = $2";
    Ok(tx.query_opt(sql, params![region, name], |row| row.get(0))?.unwrap_or(0))
}
