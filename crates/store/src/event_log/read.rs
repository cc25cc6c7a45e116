//! Reading streams.

use kernel::Fault;
use uuid::Uuid;

use super::{Event, Head, head_of};
use crate::{Row, Tx, params};

/// The events of a stream after number `after_seq` (0: all), in order.
pub fn read(tx: &mut Tx, region: &str, stream: impl Into<Uuid>, after_seq: i64) -> Result<Vec<Event>, Fault> {
    let sql = "SELECT region, stream, seq, at, actor, kind, body, prev, hash, forgotten FROM event
               WHERE region = $1 AND stream = $2 AND seq > $3 ORDER BY seq";
    tx.query(sql, params![region, stream.into(), after_seq], event_of)
}

/// Every event of every stream, stream by stream in the order of their numbers, in constant memory.
pub fn for_each_event(tx: &mut Tx, mut each: impl FnMut(Event) -> Result<(), Fault>) -> Result<(), Fault> {
    let sql = "SELECT region, stream, seq, at, actor, kind, body, prev, hash, forgotten FROM event ORDER BY region, stream, seq";
    tx.query_each(sql, &[], |row| each(event_of(row)?))
}

/// Every stream with its end, in constant memory.
pub fn for_each_stream(tx: &mut Tx, mut each: impl FnMut(&str, Uuid, Head) -> Result<(), Fault>) -> Result<(), Fault> {
    let sql = "SELECT region, stream, seq, hash FROM chain_head ORDER BY region, stream";
    tx.query_each(sql, &[], |row| {
        let region: String = row.get("region")?;
        each(&region, row.get("stream")?, head_of(row)?)
    })
}

fn event_of(row: &Row<'_>) -> Result<Event, Fault> {
    Ok(Event {
        region: row.get("region")?,
        stream: row.get("stream")?,
        seq: row.get("seq")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        kind: row.get("kind")?,
        body: row.get("body")?,
        prev: row.get("prev")?,
        hash: row.get("hash")?,
        forgotten: row.get("forgotten")?,
    })
}
