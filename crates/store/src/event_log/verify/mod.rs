//! Is the log what it was? Re-hashes everything in constant memory and says what is wrong and where.

mod chain;
mod checkpoints;
mod missing;

use kernel::Fault;
use uuid::Uuid;

use super::Anchor;
use crate::Tx;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub at: Place,
    /// What.
    pub flaw: Flaw,
}

/// Where a flaw is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// One event.
    Event {
        /// Its region.
        region: String,
        /// Its stream.
        stream: Uuid,
        /// Its number.
        seq: i64,
    },
    /// The end of a stream, or the whole stream.
    Stream {
        /// Its region.
        region: String,
        /// Its id.
        stream: Uuid,
    },
    /// A checkpoint.
    Checkpoint {
        /// Its number.
        number: i64,
    },
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The content does not lead to the hash; these columns were changed (empty when the marks were recomputed, too).
    Altered(Vec<&'static str>),
    /// The content is whole but the column `hash` was changed.
    HashAltered,
    /// The content is whole but the column `prev` was changed.
    PrevAltered,
    /// The column `marks` was changed; the content is whole.
    MarksAltered,
    /// A column holds what cannot be there.
    Unreadable(String),
    /// The event does not follow the one before it: that one was rewritten and hashed anew.
    Unlinked,
    /// The event before this one is missing: this one has the number that was not expected.
    Gap {
        /// The number that should have come.
        expected: i64,
    },
    /// The stream has events but no head.
    HeadMissing,
    /// The head says another number than the last event has: events were cut off, or added around the log.
    HeadSeq {
        /// What the head says.
        head: i64,
        /// The last event there is.
        last: i64,
    },
    /// The head's hash is not the last event's.
    HeadHash,
    /// The head says that a checkpoint covers another number of events than one does.
    HeadCovered,
    /// There is a head but not one event.
    StreamMissing,
    /// A checkpoint recorded another hash for this event: it, or one before it, was rewritten and the chain hashed anew.
    Rewritten {
        /// The checkpoint.
        checkpoint: i64,
    },
    /// A checkpoint recorded this event and it is gone.
    Vanished {
        /// The checkpoint.
        checkpoint: i64,
    },
    /// The checkpoint's number does not follow the one before: checkpoints are missing.
    CheckpointGap {
        /// The number that should have come.
        expected: i64,
    },
    /// The checkpoint does not follow the one before it.
    CheckpointUnlinked,
    /// The checkpoint's own columns do not lead to its hash.
    CheckpointAltered,
    /// The heads recorded for it do not lead to its root, or are not as many.
    CheckpointHeads,
    /// It is not the one that was published, or is missing.
    NotAsPublished,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.at {
            Place::Event { region, stream, seq } => write!(f, "event {region}/{stream}/{seq}: ")?,
            Place::Stream { region, stream } => write!(f, "stream {region}/{stream}: ")?,
            Place::Checkpoint { number } => write!(f, "checkpoint {number}: ")?,
        }
        self.flaw.fmt(f)
    }
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Altered(columns) if columns.is_empty() => f.write_str("its content was changed"),
            Self::Altered(columns) => write!(f, "changed in {}", columns.join(", ")),
            Self::HashAltered => f.write_str("its hash was changed"),
            Self::PrevAltered => f.write_str("its link to the event before (prev) was changed"),
            Self::MarksAltered => f.write_str("its marks were changed"),
            Self::Unreadable(what) => write!(f, "unreadable: {what}"),
            Self::Unlinked => f.write_str("does not follow the event before, which was rewritten"),
            Self::Gap { expected } => write!(f, "stands where event {expected} should"),
            Self::HeadMissing => f.write_str("has events but no head"),
            Self::HeadSeq { head, last } => write!(f, "the head says {head} events, the last there is is {last}"),
            Self::HeadHash => f.write_str("the head's hash is not the last event's"),
            Self::HeadCovered => f.write_str("the head says otherwise than the checkpoints how far they cover it"),
            Self::StreamMissing => f.write_str("all its events are gone"),
            Self::Rewritten { checkpoint } => {
                write!(f, "is not what checkpoint {checkpoint} recorded: the chain up to here was rewritten")
            }
            Self::Vanished { checkpoint } => write!(f, "was recorded by checkpoint {checkpoint} and is gone"),
            Self::CheckpointGap { expected } => write!(f, "stands where checkpoint {expected} should"),
            Self::CheckpointUnlinked => f.write_str("does not follow the checkpoint before"),
            Self::CheckpointAltered => f.write_str("was changed"),
            Self::CheckpointHeads => f.write_str("the heads recorded for it were changed"),
            Self::NotAsPublished => f.write_str("is not the one that was published"),
        }
    }
}

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Streams with events.
    pub streams: u64,
    /// Events re-hashed.
    pub events: u64,
    /// Checkpoints recomputed.
    pub checkpoints: u64,
    /// How many findings were given.
    pub findings: u64,
}

/// Looks through the whole log and gives every flaw to `found`.
pub fn verify(tx: &mut Tx, found: impl FnMut(Finding)) -> Result<Summary, Fault> {
    verify_against(tx, &[], found)
}

/// As [`verify`], and holds the checkpoints against those published outside of the database. Only this notices when
/// everything was recomputed from some event on, checkpoints included, or the last checkpoints were cut off.
pub fn verify_against(tx: &mut Tx, published: &[Anchor], mut found: impl FnMut(Finding)) -> Result<Summary, Fault> {
    let mut findings = 0;
    let mut report = Report(&mut |finding| {
        findings += 1;
        found(finding);
    });
    let (streams, events) = chain::walk(tx, &chain::Which::All, &mut report)?;
    missing::find(tx, &mut report)?;
    let checkpoints = checkpoints::walk(tx, published, &mut report)?;
    Ok(Summary { streams, events, checkpoints, findings })
}

/// Re-hashes one stream and holds it against its head and what checkpoints recorded of it; empty when it is what it was.
pub fn verify_stream(tx: &mut Tx, region: &str, stream: impl Into<Uuid>) -> Result<Vec<Finding>, Fault> {
    let (mut found, stream) = (vec![], stream.into());
    let mut gather = |finding| found.push(finding);
    let mut report = Report(&mut gather);
    let (streams, _) = chain::walk(tx, &chain::Which::Stream(region, stream), &mut report)?;
    if streams == 0 {
        report.stream(region, stream, Flaw::StreamMissing);
    }
    Ok(found)
}

/// Where findings go.
struct Report<'a>(&'a mut dyn FnMut(Finding));

impl Report<'_> {
    fn event(&mut self, region: &str, stream: Uuid, seq: i64, flaw: Flaw) {
        let region = region.to_owned();
        (self.0)(Finding { at: Place::Event { region, stream, seq }, flaw });
    }

    fn stream(&mut self, region: &str, stream: Uuid, flaw: Flaw) {
        let region = region.to_owned();
        (self.0)(Finding { at: Place::Stream { region, stream }, flaw });
    }

    fn checkpoint(&mut self, number: i64, flaw: Flaw) {
        (self.0)(Finding { at: Place::Checkpoint { number }, flaw });
    }
}
