//! Files handed in: looked at, cleaned, sealed, kept and given back.
//!
//! 1. [`accept`] reads the bytes: the real type by content, the size, what hides inside; removes position, camera and author
//!    data from pictures and recordings. A refusal names the file, what it is and what is taken instead.
//! 2. [`stage`] seals the bytes and writes them to the [`Blobs`] folder, on disk before any row speaks of them.
//! 3. [`record`] adds the row in the transaction of the use case.
//!
//! When that transaction fails, the sealed file is an orphan; [`sweep`] removes it after a day.
//!
//! Documents (PDF, Word, Excel) are evidence and stay as they are, author names included. Formats whose position data cannot be
//! removed without decoding (HEIC, GIF) are known but not taken by default.

mod accept;
mod archive;
mod blobs;
mod clean;
mod kind;
mod length;
mod name;
mod sql;
mod stage;
#[cfg(test)]
mod tests;
mod transcript;
mod unwritten;

#[cfg(test)]
pub(crate) use archive::tests::{names as test_zip_names, zip as test_zip};

pub use accept::{Accepted, Limits, accept, check_total};
pub use blobs::Blobs;
pub use kind::{Kind, sniff};
pub use length::length;
pub use name::clean_name;
pub use sql::{Attachment, list, load, record};
pub use stage::{Staged, orphans, read, reseal, stage, sweep};
pub use transcript::{Heard, Transcript, transcripts, write_down};
pub use unwritten::{Unwritten, unwritten};

/// The migrations of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { id: "0150_attachment", sql: include_str!("../../migrations/0150_attachment.sql") },
    store::Migration { id: "0360_transcript", sql: include_str!("../../migrations/0360_transcript.sql") },
];
