//! What an import says afterwards: how many, and what was wrong in which line.

use kernel::{Fault, Refusal};
use serde::Serialize;
use store::Tx;

use crate::Error;

/// A row that was not taken: where and why. The refusal holds the field, a code and the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowError {
    /// Line in the file, the header being 1; 0 when it concerns no single line.
    pub line: u64,
    /// Field, code and message.
    #[serde(flatten)]
    pub refusal: Refusal,
}

/// What an import of units or staff did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Rows under the header.
    pub rows: u64,
    /// New ones.
    pub created: u64,
    /// Existing ones that changed.
    pub updated: u64,
    /// Existing ones that stayed.
    pub unchanged: u64,
    /// Rows that were not taken.
    pub errors: Vec<RowError>,
    /// Nothing was written: it was a trial.
    pub dry_run: bool,
}

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Created,
    /// It was there and changed.
    Updated,
    /// It was there, the same.
    Unchanged,
}

/// Takes one row, all of it or nothing, and books the result. A fault ends the import, a refusal only the row.
pub(crate) fn outcome(
    tx: &mut Tx,
    report: &mut ImportReport,
    line: u64,
    row: impl FnOnce(&mut Tx) -> Result<Outcome, Error>,
) -> Result<(), Fault> {
    report.rows += 1;
    match tx.attempt(row) {
        Ok(Outcome::Created) => report.created += 1,
        Ok(Outcome::Updated) => report.updated += 1,
        Ok(Outcome::Unchanged) => report.unchanged += 1,
        Err(Error::Refused(refusal)) => report.errors.push(RowError { line, refusal }),
        Err(Error::Invalid(refusals)) => {
            report.errors.extend(refusals.into_iter().map(|refusal| RowError { line, refusal }));
        }
        Err(Error::Fault(fault)) => return Err(fault),
    }
    Ok(())
}

/// Ends a savepoint whose writes must go.
enum Undo<T> {
    Trial(T),
    Fault(Fault),
}

impl<T> From<Fault> for Undo<T> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Runs `work`; in a dry run everything it wrote is undone and only its result remains.
pub(crate) fn in_dry_run<T>(
    tx: &mut Tx,
    dry_run: bool,
    work: impl FnOnce(&mut Tx) -> Result<T, Fault>,
) -> Result<T, Fault> {
    if !dry_run {
        return work(tx);
    }
    match tx.attempt(|tx| -> Result<(), Undo<T>> { Err(Undo::Trial(work(tx)?)) }) {
        Err(Undo::Trial(result)) => Ok(result),
        Err(Undo::Fault(fault)) => Err(fault),
        Ok(()) => Err(Fault::inconsistent("dry run", "it was kept")),
    }
}
