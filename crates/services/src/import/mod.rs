//! Tables from elsewhere: read row by row, mapped to fields, checked; what does not fit is reported and the rest goes on.
//!
//! ```text
//! file ──reader──▶ Record ──mapping──▶ Row ──▶ the use case
//!                    └─▶ RowError ◀─┘──────▶ Report
//! ```
//!
//! Nothing here writes to the database. A table knows its rows by line, so an import can be taken up again where it ended.

mod csv;
mod mapping;
mod reader;
mod report;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

use kernel::{Fault, Locale, Refusal};

pub use mapping::{Mapping, SHIPPED};
pub use reader::{Reader, Record};
pub use report::Report;
pub use rows::{Bound, Reply, Row, Rows, read};

/// Why a table cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file or the mapping is not what it should be; said to the person who imports.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file cannot be read.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What is wrong with one row, and where. Holds no content of the row but a short piece of a time that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The line in the file, from 1; of a table the row number.
    pub line: u64,
    /// The column by its name, or its number from 1 when the row could not be taken apart; empty for the whole row.
    pub column: String,
    /// What is wrong, as a code with its message.
    pub refusal: Refusal,
}

impl RowError {
    fn new(line: u64, column: impl Into<String>, refusal: Refusal) -> Self {
        let column = column.into();
        let refusal = refusal.on(column.clone());
        Self { line, column, refusal }
    }

    /// The stable code, e.g. `import-time`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.refusal.code
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        self.refusal.message().say(locale)
    }
}
