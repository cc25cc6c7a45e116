//! The verification file: what a petitioner keeps so that she, or anybody for her, can see later that her matter was
//! registered and that nothing on record up to then was changed. It holds digests only, no word of what she wrote.
//!
//! Against somebody who can write to the database, the digests of the file stand; against somebody who recomputes every
//! chain, the checkpoint in its proof does, because checkpoints are published outside of the house (ADR 2).

use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Digest, Fault, Refusal};
use serde::{Deserialize, Serialize};
use store::{
    Tx,
    event_log::{self, Anchor, Event, Proof},
    params,
};
use uuid::Uuid;

use crate::{error::Error, matter};

/// What the field `kind` of a file says.
const KIND: &str = "lianxin-receipt";
/// The newest form of the file.
const VERSION: u32 = 1;
/// Bytes that a file may have; a proof among ten thousand heads needs about six.
pub const LARGEST: usize = 200_000;

/// The file. All digests are SM3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptFile {
    /// Always `lianxin-receipt`.
    pub kind: String,
    /// The form of this file.
    pub version: u32,
    /// The case's number.
    pub number: CaseNumber,
    /// When the server registered it.
    pub registered_at: Timestamp,
    /// The distribution column.
    pub region: String,
    /// The case's stream of events.
    pub stream: Uuid,
    /// The hash of the first event, the registration.
    pub event: Digest,
    /// The end of the stream when the file was made.
    pub head: Head,
    /// That a checkpoint covers the registration; none before the first checkpoint after it, which is within the hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
}

/// The end of a stream at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many events there were.
    pub seq: i64,
    /// The hash of the last.
    pub hash: Digest,
    /// When the file was made.
    pub at: Timestamp,
}

/// In what a file and the record differ. The message is `receipt-differs-{code}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Difference {
    /// No such stream here: another house's file, or the whole matter is gone.
    Unknown,
    /// The record has another number.
    Number,
    /// The registration is not what it was.
    Registration,
    /// Something between the registration and the end of that time is not what it was.
    History,
    /// The end of that time is no longer on record.
    Shorter,
    /// The proof in the file does not hold by itself.
    Proof,
    /// The checkpoint is not the one on record.
    Checkpoint,
}

impl Difference {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Number => "number",
            Self::Registration => "registration",
            Self::History => "history",
            Self::Shorter => "shorter",
            Self::Proof => "proof",
            Self::Checkpoint => "checkpoint",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The differences; none when all fits.
    pub differences: Vec<Difference>,
    /// Events on record now.
    pub events: i64,
    /// The checkpoint that the file leads to, to be compared with the published one.
    pub anchor: Option<Anchor>,
}

/// The file of a case, as of now.
///
/// # Errors
/// `not-permitted` when there is no such case.
pub fn issue(tx: &mut Tx, region: &str, case: CaseId, now: Timestamp) -> Result<ReceiptFile, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let events = event_log::read(tx, region, case, 0)?;
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return Err(Fault::inconsistent("event", "a case without its first event").into());
    };
    Ok(ReceiptFile {
        kind: KIND.to_owned(),
        version: VERSION,
        number: row.number,
        registered_at: first.at,
        region: region.to_owned(),
        stream: case.0,
        event: first.hash,
        head: Head { seq: last.seq, hash: last.hash, at: now },
        proof: event_log::prove(tx, region, case, first.seq)?,
    })
}

/// Reads a file that somebody brings.
///
/// # Errors
/// `receipt-file` when it is not one of ours.
pub fn parse(bytes: &[u8]) -> Result<ReceiptFile, Refusal> {
    let refused = || Refusal::invalid("receipt", "receipt-file");
    if bytes.len() > LARGEST {
        return Err(refused());
    }
    let file: ReceiptFile = serde_json::from_slice(bytes).map_err(|_| refused())?;
    if file.kind == KIND && file.version == VERSION { Ok(file) } else { Err(refused()) }
}

/// Holds a file against the record: every event up to the end of its time is hashed again.
///
/// # Errors
/// When the database fails; what differs is no error.
pub fn check(tx: &mut Tx, file: &ReceiptFile) -> Result<Checked, Fault> {
    let events = event_log::read(tx, &file.region, file.stream, 0)?;
    let mut differences = vec![];
    if events.is_empty() {
        differences.push(Difference::Unknown);
    } else {
        differences.extend(of_the_matter(tx, file)?);
        differences.extend(of_the_chain(file, &events));
    }
    let anchor = match &file.proof {
        Some(proof) => {
            let (anchor, difference) = of_the_proof(tx, file, proof)?;
            differences.extend(difference);
            anchor
        }
        None => None,
    };
    Ok(Checked { differences, events: i64::try_from(events.len()).unwrap_or(i64::MAX), anchor })
}

fn of_the_matter(tx: &mut Tx, file: &ReceiptFile) -> Result<Option<Difference>, Fault> {
    let row = matter::find_by_id(tx, CaseId(file.stream))?;
    Ok(match row {
        Some(row) if row.number == file.number => None,
        Some(_) => Some(Difference::Number),
        // Removed by rule: the number stays, and so does the chain.
        None => match crate::file::removed(tx, &file.region, CaseId(file.stream))? {
            Some(number) => (number != file.number).then_some(Difference::Number),
            None => Some(Difference::Unknown),
        },
    })
}

/// The chain from the registration to the end of the file's time, re-hashed from what the events say now.
fn of_the_chain(file: &ReceiptFile, events: &[Event]) -> Option<Difference> {
    let (mut hash, mut seq) = (Digest::ZERO, 0);
    for event in events.iter().take_while(|event| event.seq <= file.head.seq) {
        hash = event_log::link(&hash, &event_log::content(event));
        seq = event.seq;
        if seq == 1 && (hash != file.event || event.at != file.registered_at) {
            return Some(Difference::Registration);
        }
    }
    match (seq == file.head.seq, hash == file.head.hash) {
        (true, true) => None,
        (true, false) => Some(Difference::History),
        (false, _) => Some(Difference::Shorter),
    }
}

fn of_the_proof(tx: &mut Tx, file: &ReceiptFile, proof: &Proof) -> Result<(Option<Anchor>, Option<Difference>), Fault> {
    let own = proof.region == file.region && proof.stream == file.stream && proof.seq == 1;
    let Some(anchor) = proof.check(&file.event).filter(|_| own) else {
        return Ok((None, Some(Difference::Proof)));
    };
    let sql = "SELECT hash FROM checkpoint WHERE number = $1";
    let stored = tx.query_opt(sql, params![anchor.number], |row| row.get::<Digest>(0))?;
    let difference = (stored != Some(anchor.hash)).then_some(Difference::Checkpoint);
    Ok((Some(anchor), difference))
}
