//! The hashes and marks of an event.

use kernel::{Digest, Sm3};
use uuid::Uuid;

/// The columns that the hash covers, in its order.
pub(super) const COLUMNS: [&str; 7] = ["region", "stream", "seq", "at", "actor", "kind", "body"];

/// An event's content as it stands in the columns, whether it makes sense or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Content<'a> {
    pub(super) region: &'a str,
    pub(super) stream: Uuid,
    pub(super) seq: i64,
    /// Microseconds since 1970.
    pub(super) at: i64,
    pub(super) actor: &'a str,
    pub(super) kind: &'a str,
    pub(super) body: &'a str,
}

impl Content<'_> {
    fn visit(&self, mut each: impl FnMut(&[u8])) {
        each(self.region.as_bytes());
        each(self.stream.as_bytes());
        each(&self.seq.to_be_bytes());
        each(&self.at.to_be_bytes());
        each(self.actor.as_bytes());
        each(self.kind.as_bytes());
        each(self.body.as_bytes());
    }

    pub(super) fn digest(&self) -> Digest {
        let mut hash = Some(Sm3::new());
        self.visit(|field| hash = hash.take().map(|hash| hash.field(field)));
        hash.unwrap_or_default().finish()
    }

    /// A checksum of four bytes for each of [`COLUMNS`].
    pub(super) fn marks(&self) -> Vec<u8> {
        let mut marks = Vec::with_capacity(4 * COLUMNS.len());
        self.visit(|field| marks.extend(fnv(field).to_be_bytes()));
        marks
    }

    /// The columns that do not fit their marks.
    pub(super) fn touched(&self, marks: &[u8]) -> Vec<&'static str> {
        let fresh = self.marks();
        let pairs = fresh.chunks_exact(4).zip(marks.chunks_exact(4));
        let named = COLUMNS.into_iter().zip(pairs);
        named.filter(|(_, (now, then))| now != then).map(|(name, _)| name).collect()
    }
}

/// FNV-1a. Quick and good enough to tell columns apart; what protects is the hash.
fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The digest of an event's content alone; of one whose words were taken out, the digest that was kept.
#[must_use]
pub fn content(event: &super::Event) -> Digest {
    if let Some(kept) = event.forgotten {
        return kept;
    }
    Content {
        region: &event.region,
        stream: event.stream,
        seq: event.seq,
        at: event.at.as_microsecond(),
        actor: &event.actor,
        kind: &event.kind,
        body: &event.body,
    }
    .digest()
}

/// The hash of an event: what came before and its content.
#[must_use]
pub fn link(prev: &Digest, content: &Digest) -> Digest {
    Sm3::new().field(&prev.0).field(&content.0).finish()
}
