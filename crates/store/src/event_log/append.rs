//! Adding to a stream.

use kernel::{Digest, Fault};
use uuid::Uuid;

use super::{
    Head, NewEvent,
    hash::{Content, link},
    head_of,
};
use crate::{Tx, Value, params};

/// Why events were not added.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Something else happened in the stream since it was read. Read it again and decide anew.
    #[error("the stream has {actual} events, {expected} were expected")]
    Stale {
        /// The number of events the caller knew.
        expected: i64,
        /// The number there are.
        actual: i64,
    },
    /// The storage failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The end of a stream; [`Head::NONE`] when nothing happened in it.
pub fn head(tx: &mut Tx, region: &str, stream: impl Into<Uuid>) -> Result<Head, Fault> {
    let sql = "SELECT seq, hash FROM chain_head WHERE region = $1 AND stream = $2";
    let found = tx.query_opt(sql, params![region, stream.into()], head_of)?;
    Ok(found.unwrap_or(Head::NONE))
}

/// Adds `events` to a stream of which the caller knows `expected_seq` events; the new head.
///
/// # Errors
/// [`AppendError::Stale`] when the stream has another number of events; nothing is added then.
pub fn append(
    tx: &mut Tx,
    region: &str,
    stream: impl Into<Uuid>,
    expected_seq: i64,
    events: &[NewEvent],
) -> Result<Head, AppendError> {
    let stream = stream.into();
    let before = match expected_seq {
        0 => Head::NONE,
        _ => head(tx, region, stream)?,
    };
    if before.seq != expected_seq {
        return Err(stale(expected_seq, before.seq));
    }
    let (after, rows) = chain(region, stream, before, events);
    if rows.is_empty() {
        return Ok(after);
    }
    // The head first: on PostgreSQL a concurrent writer of the same stream collides here, where it can run again, and not
    // on the primary key of the events.
    if before.seq == 0 {
        open(tx, region, stream, after)?;
    } else {
        advance(tx, region, stream, before.seq, after)?;
    }
    let columns = ["region", "stream", "seq", "at", "actor", "kind", "body", "prev", "hash", "marks"];
    tx.insert_many("event", &columns, &rows)?;
    Ok(after)
}

fn stale(expected: i64, actual: i64) -> AppendError {
    AppendError::Stale { expected, actual }
}

fn open(tx: &mut Tx, region: &str, stream: Uuid, head_now: Head) -> Result<(), AppendError> {
    let sql = "INSERT INTO chain_head (region, stream, seq, hash, covered) VALUES ($1, $2, $3, $4, 0)
               ON CONFLICT (region, stream) DO NOTHING";
    match tx.execute(sql, params![region, stream, head_now.seq, head_now.hash])? {
        1 => Ok(()),
        _ => Err(stale(0, head(tx, region, stream)?.seq)),
    }
}

fn advance(tx: &mut Tx, region: &str, stream: Uuid, from: i64, to: Head) -> Result<(), AppendError> {
    let sql = "UPDATE chain_head SET seq = $3, hash = $4 WHERE region = $1 AND stream = $2 AND seq = $5";
    match tx.execute(sql, params![region, stream, to.seq, to.hash, from])? {
        1 => Ok(()),
        _ => Err(tx.conflict().into()),
    }
}

fn chain(region: &str, stream: Uuid, before: Head, events: &[NewEvent]) -> (Head, Vec<Vec<Value>>) {
    let mut head = before;
    let rows = events
        .iter()
        .map(|event| {
            let content = Content {
                region,
                stream,
                seq: head.seq + 1,
                at: event.at.as_microsecond(),
                actor: &event.actor,
                kind: &event.kind,
                body: &event.body,
            };
            let prev = head.hash;
            head = Head { seq: content.seq, hash: link(&prev, &content.digest()) };
            row(&content, prev, head.hash)
        })
        .collect();
    (head, rows)
}

fn row(content: &Content<'_>, prev: Digest, hash: Digest) -> Vec<Value> {
    vec![
        content.region.into(),
        content.stream.into(),
        content.seq.into(),
        content.at.into(),
        content.actor.into(),
        content.kind.into(),
        content.body.into(),
        prev.into(),
        hash.into(),
        content.marks().into(),
    ]
}
