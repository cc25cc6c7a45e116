//! Taking the words out of a stream without breaking its chain.

use kernel::{Digest, Fault, Sm3};
use uuid::Uuid;

use super::{Event, content, link, read};
use crate::{Tx, params};

/// What is left of a stream: enough to check that exactly these events stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgotten {
    /// How many events it has.
    pub events: i64,
    /// The hash of the last.
    pub head: Digest,
    /// See [`outline`].
    pub outline: Digest,
}

/// SM3 over number, time, author and kind of each event. The hash of an event without words no longer guards these by itself, so
/// whoever takes the words out keeps this where a chain guards it.
#[must_use]
pub fn outline(events: &[Event]) -> Digest {
    let fields = |hash: Sm3, event: &Event| {
        hash.field(&event.seq.to_be_bytes())
            .field(&event.at.as_microsecond().to_be_bytes())
            .field(event.actor.as_bytes())
            .field(event.kind.as_bytes())
    };
    events.iter().fold(Sm3::new().field(b"outline"), fields).finish()
}

/// Takes the words out of every event of a stream. The digest of each stays, so hashes, checkpoints and receipts hold.
///
/// # Errors
/// `Fault::Inconsistent` when an event is not what its hash says: what is wrong must be looked into before it can go.
pub fn forget(tx: &mut Tx, region: &str, stream: impl Into<Uuid>) -> Result<Forgotten, Fault> {
    let stream = stream.into();
    let events = read(tx, region, stream, 0)?;
    for event in events.iter().filter(|event| event.forgotten.is_none()) {
        let digest = content(event);
        if link(&event.prev, &digest) != event.hash {
            return Err(Fault::inconsistent("event", format!("{stream}/{} is not what its hash says", event.seq)));
        }
        let sql =
            "UPDATE event SET body = $4, marks = $5, forgotten = $6 WHERE region = $1 AND stream = $2 AND seq = $3";
        tx.execute(sql, params![region, stream, event.seq, "", Vec::<u8>::new(), digest])?;
    }
    let last = events.last().ok_or_else(|| Fault::inconsistent("event", "a stream without events"))?;
    Ok(Forgotten { events: last.seq, head: last.hash, outline: outline(&events) })
}

/// Every stream without words, in constant memory: region, stream.
///
/// # Errors
/// When the database fails.
pub fn forgotten(tx: &mut Tx, mut each: impl FnMut(&str, Uuid) -> Result<(), Fault>) -> Result<(), Fault> {
    let sql = "SELECT DISTINCT region, stream FROM event WHERE forgotten IS NOT NULL ORDER BY region, stream";
    tx.query_each(sql, &[], |row| {
        let region: String = row.get("region")?;
        each(&region, row.get("stream")?)
    })
}
