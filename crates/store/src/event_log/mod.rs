//! What happened, append-only, in chains that cannot be changed without a trace.
//!
//! Every stream (one case) is a chain: an event's hash covers its content and the hash of the event before. `chain_head`
//! holds the end of each chain, so that a cut tail is noticed. Whoever can write to the database could still recompute a
//! whole chain with its head; against that stand the [`checkpoint`]s.
//!
//! The hash has two steps, `SM3(prev, SM3(region, stream, seq, at, actor, kind, body))`, all length-prefixed. A proof that
//! one event belongs to a later head then needs the inner digests of the events between, not their contents, so a
//! petitioner can check a receipt without seeing what the office wrote (see [`Proof`]).
//!
//! When the period of a file is over its words are taken out ([`forget`]): what stays is the inner digest, so every later hash,
//! every checkpoint and every receipt holds as before, and nobody can put other words there.
//!
//! Beside the hash each event carries `marks`, a short checksum of each column. They protect nothing; they let
//! [`verify()`] say *which* column of a broken event was touched.

mod append;
pub mod checkpoint;
mod forget;
mod hash;
mod merkle;
mod proof;
mod read;
pub mod verify;

use std::borrow::Cow;

use jiff::Timestamp;
use kernel::{Digest, Fault};
use uuid::Uuid;

pub use append::{AppendError, append, head};
pub use checkpoint::{Anchor, Checkpoint, checkpoint, last_checkpoint};
pub use forget::{Forgotten, forget, forgotten, outline};
pub use hash::{content, link};
pub use proof::{Proof, prove};
pub use read::{for_each_event, for_each_stream, read};
pub use verify::{Finding, Flaw, Summary, verify, verify_against, verify_stream};

/// Something that happened, not yet in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// When, to the microsecond.
    pub at: Timestamp,
    /// Who did it: an id, never a name.
    pub actor: String,
    /// What kind of thing happened.
    pub kind: Cow<'static, str>,
    /// What exactly: JSON. Kept byte for byte.
    pub body: String,
}

impl NewEvent {
    /// An event at `at` by `actor`.
    pub fn new(
        at: Timestamp,
        actor: impl Into<String>,
        kind: impl Into<Cow<'static, str>>,
        body: impl Into<String>,
    ) -> Self {
        Self { at, actor: actor.into(), kind: kind.into(), body: body.into() }
    }
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The distribution column: the prefecture.
    pub region: String,
    /// Whose story this belongs to.
    pub stream: Uuid,
    /// Its place in the stream, from 1 without gaps.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What kind of thing.
    pub kind: String,
    /// What exactly.
    pub body: String,
    /// The hash of the event before; zeros for the first.
    pub prev: Digest,
    /// The hash of this one.
    pub hash: Digest,
    /// The digest of what it said, when its words were taken out; the body is empty then.
    pub forgotten: Option<Digest>,
}

/// The end of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number of events.
    pub seq: i64,
    /// The hash of the last.
    pub hash: Digest,
}

impl Head {
    /// The head of a stream in which nothing has happened.
    pub const NONE: Self = Self { seq: 0, hash: Digest::ZERO };
}

fn head_of(row: &crate::Row<'_>) -> Result<Head, Fault> {
    Ok(Head { seq: row.get("seq")?, hash: row.get("hash")? })
}
