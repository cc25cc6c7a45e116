//! Proofs that an event stands in the log, to be checked without the log.

use kernel::{Digest, Fault};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    checkpoint::{Anchor, Checkpoint, checkpoint_of},
    hash::{content, link},
    merkle, read,
};
use crate::{Tx, params};

/// That an event of a stream is covered by a checkpoint. Shows digests only, nothing of what other events say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The region of the stream.
    pub region: String,
    /// The stream.
    pub stream: Uuid,
    /// The number of the event.
    pub seq: i64,
    /// The content digests of the events that follow, up to the one the checkpoint records.
    pub later: Vec<Digest>,
    /// The place of the stream's record among the checkpoint's.
    pub place: usize,
    /// From that record to the checkpoint's root.
    pub path: Vec<Digest>,
    /// The checkpoint.
    pub checkpoint: Checkpoint,
}

impl Proof {
    /// The anchor that the event with hash `event` leads to, to be compared with the published one; `None` when the proof
    /// does not hold.
    #[must_use]
    pub fn check(&self, event: &Digest) -> Option<Anchor> {
        let head = self.later.iter().fold(*event, |hash, content| link(&hash, content));
        let seq = self.seq.checked_add(i64::try_from(self.later.len()).ok()?)?;
        let leaf = merkle::leaf(&self.region, self.stream, seq, &head);
        let size = usize::try_from(self.checkpoint.heads).ok()?;
        let root = merkle::climb(leaf, self.place, size, &self.path)?;
        let holds = root == self.checkpoint.root && self.checkpoint.expected() == self.checkpoint.hash;
        holds.then(|| self.checkpoint.anchor())
    }
}

/// The proof for event `seq` of a stream by the first checkpoint that covers it; `None` before there is one.
pub fn prove(tx: &mut Tx, region: &str, stream: impl Into<Uuid>, seq: i64) -> Result<Option<Proof>, Fault> {
    let stream = stream.into();
    let sql = "SELECT number, seq FROM checkpoint_head WHERE region = $1 AND stream = $2 AND seq >= $3
               ORDER BY seq LIMIT 1";
    let covered =
        tx.query_opt(sql, params![region, stream, seq], |row| Ok((row.get::<i64>("number")?, row.get::<i64>("seq")?)))?;
    let Some((number, covered_seq)) = covered else {
        return Ok(None);
    };
    let later = read(tx, region, stream, seq)?;
    let later = later.iter().take_while(|event| event.seq <= covered_seq).map(content).collect();
    let sql = "SELECT number, at, heads, root, prev, hash FROM checkpoint WHERE number = $1";
    let checkpoint = tx.query_one(sql, params![number], checkpoint_of)?;
    let (leaves, place) = leaves(tx, number, region, stream)?;
    Ok(Some(Proof {
        region: region.to_owned(),
        stream,
        seq,
        later,
        place,
        path: merkle::path(&leaves, place),
        checkpoint,
    }))
}

fn leaves(tx: &mut Tx, number: i64, region: &str, stream: Uuid) -> Result<(Vec<Digest>, usize), Fault> {
    let sql = "SELECT region, stream, seq, hash FROM checkpoint_head WHERE number = $1 ORDER BY region, stream";
    let (mut leaves, mut place) = (Vec::new(), 0);
    tx.query_each(sql, params![number], |row| {
        let (in_region, of): (String, Uuid) = (row.get("region")?, row.get("stream")?);
        if in_region == region && of == stream {
            place = leaves.len();
        }
        leaves.push(merkle::leaf(&in_region, of, row.get("seq")?, &row.get("hash")?));
        Ok(())
    })?;
    Ok((leaves, place))
}
