//! Checkpoints: a chain over the ends of all chains.
//!
//! Someone who can write to the database can rewrite an event, recompute every later hash of that stream and its head, and
//! the stream looks whole. A checkpoint records the heads that moved since the checkpoint before (`checkpoint_head`), the
//! root of a hash tree over them, and a hash over that root and the checkpoint before. So
//!
//! - a rewritten prefix no longer leads to the hash recorded for that number of events;
//! - a changed or deleted record no longer leads to the root, a changed checkpoint no longer to the next one's `prev`;
//! - recomputing everything ends in another last hash than the [`Anchor`] that was printed, published or put on receipts.
//!
//! Only moved heads are recorded, so a checkpoint costs what happened since the last, not what ever happened: with a
//! million quiet streams and a thousand busy ones, a thousand rows. Verification is one merge along the primary key.

use jiff::Timestamp;
use kernel::{Digest, Fault, Sm3};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::merkle::{self, Tree};
use crate::{Row, Tx, Value, params};

/// The most heads in one checkpoint: bounds how long the one writer is held after an import. The rest follows in the next.
const MOST_HEADS: i64 = 10_000;

/// A checkpoint's number and hash, kept outside of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// From 1.
    pub number: i64,
    /// What it must still be.
    pub hash: Digest,
}

/// One checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// From 1 without gaps.
    pub number: i64,
    /// When it was taken.
    pub at: Timestamp,
    /// How many heads it records.
    pub heads: i64,
    /// The root of the tree over them.
    pub root: Digest,
    /// The hash of the checkpoint before; zeros for the first.
    pub prev: Digest,
    /// Over all of these.
    pub hash: Digest,
}

impl Checkpoint {
    /// What may be published.
    #[must_use]
    pub fn anchor(&self) -> Anchor {
        Anchor { number: self.number, hash: self.hash }
    }

    /// What `hash` must be.
    pub(super) fn expected(&self) -> Digest {
        Sm3::new()
            .field(b"checkpoint")
            .field(&self.prev.0)
            .field(&self.number.to_be_bytes())
            .field(&self.at.as_microsecond().to_be_bytes())
            .field(&self.heads.to_be_bytes())
            .field(&self.root.0)
            .finish()
    }
}

pub(super) fn checkpoint_of(row: &Row<'_>) -> Result<Checkpoint, Fault> {
    Ok(Checkpoint {
        number: row.get("number")?,
        at: row.get("at")?,
        heads: row.get("heads")?,
        root: row.get("root")?,
        prev: row.get("prev")?,
        hash: row.get("hash")?,
    })
}

/// The last checkpoint, if any was taken.
pub fn last_checkpoint(tx: &mut Tx) -> Result<Option<Checkpoint>, Fault> {
    let sql = "SELECT number, at, heads, root, prev, hash FROM checkpoint ORDER BY number DESC LIMIT 1";
    tx.query_opt(sql, &[], checkpoint_of)
}

/// Takes a checkpoint of the heads that moved since the last, at most ten thousand; `None` when none moved. After a large
/// import call it until it gives `None`, each time in a transaction of its own.
pub fn checkpoint(tx: &mut Tx, at: Timestamp) -> Result<Option<Checkpoint>, Fault> {
    let moved = moved(tx)?;
    let Some(end) = moved.last() else { return Ok(None) };
    cover(tx, end)?;
    let before = last_checkpoint(tx)?;
    let mut tree = Tree::default();
    for head in &moved {
        tree.push(merkle::leaf(&head.region, head.stream, head.seq, &head.hash));
    }
    let mut new = Checkpoint {
        number: before.as_ref().map_or(0, |before| before.number) + 1,
        at,
        heads: i64::try_from(tree.leaves).unwrap_or(i64::MAX),
        root: tree.root(),
        prev: before.map_or(Digest::ZERO, |before| before.hash),
        hash: Digest::ZERO,
    };
    new.hash = new.expected();
    store(tx, &new, &moved)?;
    Ok(Some(new))
}

struct Moved {
    region: String,
    stream: Uuid,
    seq: i64,
    hash: Digest,
}

fn moved(tx: &mut Tx) -> Result<Vec<Moved>, Fault> {
    let sql = "SELECT region, stream, seq, hash FROM chain_head WHERE covered < seq ORDER BY region, stream LIMIT $1";
    tx.query(sql, params![MOST_HEADS], |row| {
        Ok(Moved {
            region: row.get("region")?,
            stream: row.get("stream")?,
            seq: row.get("seq")?,
            hash: row.get("hash")?,
        })
    })
}

fn cover(tx: &mut Tx, end: &Moved) -> Result<(), Fault> {
    let sql = "UPDATE chain_head SET covered = seq WHERE covered < seq AND (region, stream) <= ($1, $2)";
    tx.execute(sql, params![&end.region, end.stream]).map(drop)
}

fn store(tx: &mut Tx, new: &Checkpoint, moved: &[Moved]) -> Result<(), Fault> {
    let rows: Vec<Vec<Value>> =
        moved.iter().map(|head| params![new.number, &head.region, head.stream, head.seq, head.hash].to_vec()).collect();
    tx.insert_many("checkpoint_head", &["number", "region", "stream", "seq", "hash"], &rows)?;
    let sql = "INSERT INTO checkpoint (number, at, heads, root, prev, hash) VALUES ($1, $2, $3, $4, $5, $6)";
    tx.execute(sql, params![new.number, new.at, new.heads, new.root, new.prev, new.hash]).map(drop)
}
