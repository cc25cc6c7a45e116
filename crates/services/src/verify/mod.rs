//! Is everything what it was, and does everything agree? The log is re-hashed against its checkpoints; every case is replayed
//! from its events and held against its row, column by column, its clocks and its notices; numbers have no gaps; letters are what
//! their events and digests say; files hold what their digests say; what has no words any more was removed by rule, by two people.
//!
//! One read transaction, one moment; constant memory, however many cases there are.

mod cases;
mod files;
mod kept;
mod letters;
mod numbers;
mod orphans;
#[cfg(test)]
mod tests;

use kernel::{CaseId, CaseNumber, Fault};
use serde::Serialize;
use store::{
    Tx,
    event_log::{self, Anchor, verify as log},
};
use uuid::Uuid;

use crate::{attachment::Blobs, kit::Kit};

/// What is looked at besides the tables.
#[derive(Default)]
pub struct Options<'a> {
    /// The folder of files, when they are to be read and re-hashed, too.
    pub files: Option<&'a Blobs>,
    /// Checkpoints that were published outside of the database.
    pub published: &'a [Anchor],
}

/// Something that is not as it should be, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What: a stable code; the message is `verify-{code}`.
    pub code: &'static str,
    /// The region.
    pub region: String,
    /// The case or other stream of events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<Uuid>,
    /// The case's number, when it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<CaseNumber>,
    /// The event in the stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// The column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<&'static str>,
    /// What exactly; no content of a case.
    pub detail: String,
}

impl Finding {
    fn new(code: &'static str, region: &str, detail: impl std::fmt::Display) -> Self {
        Self {
            code,
            region: region.to_owned(),
            stream: None,
            number: None,
            seq: None,
            column: None,
            detail: detail.to_string(),
        }
    }

    fn of(mut self, case: CaseId, number: Option<&CaseNumber>) -> Self {
        (self.stream, self.number) = (Some(case.0), number.cloned());
        self
    }

    fn in_column(mut self, column: &'static str) -> Self {
        self.column = Some(column);
        self
    }

    fn at(mut self, seq: i64) -> Self {
        self.seq = Some(seq);
        self
    }
}

/// One line without words of a language: code, place, detail.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(number) = &self.number {
            write!(f, " {number}")?;
        }
        if let Some(stream) = self.stream {
            write!(f, " {}/{stream}", self.region)?;
        }
        if let Some(seq) = self.seq {
            write!(f, "/{seq}")?;
        }
        if let Some(column) = self.column {
            write!(f, " {column}")?;
        }
        write!(f, ": {}", self.detail)
    }
}

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Streams of events.
    pub streams: u64,
    /// Events re-hashed.
    pub events: u64,
    /// Checkpoints recomputed.
    pub checkpoints: u64,
    /// Cases replayed.
    pub cases: u64,
    /// Numbers looked through.
    pub numbers: u64,
    /// Letters held against their events and digests.
    pub letters: u64,
    /// Files re-hashed.
    pub files: u64,
    /// Matters that were removed by rule.
    pub removed: u64,
    /// What is wrong.
    pub findings: u64,
}

/// How far it has come: cases replayed of all.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// Replayed.
    pub done: u64,
    /// All.
    pub all: u64,
}

/// Looks through everything. Everything wrong goes to `found`, how far it is to `progress`.
///
/// # Errors
/// When the database fails; what is wrong with the data is no error but a finding.
pub fn verify(
    tx: &mut Tx,
    kit: &Kit,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress),
    found: &mut dyn FnMut(Finding),
) -> Result<Summary, Fault> {
    let mut findings = 0;
    let mut tell = |finding: Finding| {
        findings += 1;
        found(finding);
    };
    let log = event_log::verify::verify_against(tx, options.published, |finding| tell(of_the_log(&finding)))?;
    let (cases, files) = cases::walk(tx, kit, options.files, progress, &mut tell)?;
    let numbers = numbers::walk(tx, &mut tell)?;
    let letters = letters::walk(tx, kit, options.files, &mut tell)?;
    orphans::find(tx, &mut tell)?;
    let removed = kept::walk(tx, &mut tell)?;
    Ok(Summary {
        streams: log.streams,
        events: log.events,
        checkpoints: log.checkpoints,
        cases,
        numbers,
        letters,
        files,
        removed,
        findings,
    })
}

fn of_the_log(finding: &log::Finding) -> Finding {
    let (region, stream, seq) = match &finding.at {
        log::Place::Event { region, stream, seq } => (region.as_str(), Some(*stream), Some(*seq)),
        log::Place::Stream { region, stream } => (region.as_str(), Some(*stream), None),
        log::Place::Checkpoint { .. } => ("", None, None),
    };
    // A checkpoint has no stream: its number stands in the sentence.
    let detail = if stream.is_some() { finding.flaw.to_string() } else { finding.to_string() };
    Finding { stream, seq, ..Finding::new("log", region, detail) }
}
