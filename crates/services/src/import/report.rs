//! The rows that did not fit, as a table that opens in a spreadsheet.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

use kernel::{Fault, Locale, Message};

use super::RowError;

/// Writes `line, column, code, message`, one line for each thing that is wrong.
pub struct Report<W: Write> {
    writer: csv::Writer<W>,
    locale: Locale,
    written: u64,
}

impl Report<BufWriter<File>> {
    /// A report in the file at `path`, which is replaced.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn create(path: &Path, locale: Locale) -> Result<Self, Fault> {
        Self::new(BufWriter::new(File::create(path)?), locale)
    }
}

impl<W: Write> Report<W> {
    /// A report into `output`, with a byte order mark so that spreadsheets take it for UTF-8.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn new(mut output: W, locale: Locale) -> Result<Self, Fault> {
        output.write_all("\u{feff}".as_bytes())?;
        let mut report = Self { writer: csv::Writer::from_writer(output), locale, written: 0 };
        let head =
            ["line", "column", "code", "message"].map(|name| Message::new(format!("import-report-{name}")).say(locale));
        report.record(&head)?;
        Ok(report)
    }

    /// Adds what is wrong with a row.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn add(&mut self, error: &RowError) -> Result<(), Fault> {
        self.written += 1;
        let message = error.message(self.locale);
        // A column name that begins like a formula must not become one in the spreadsheet.
        let column = if error.column.starts_with(['=', '+', '-', '@']) {
            format!("'{}", error.column)
        } else {
            error.column.clone()
        };
        self.record(&[error.line.to_string(), column, error.code().to_owned(), message])
    }

    /// How many errors were written.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Writes what is still in memory.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn finish(mut self) -> Result<(), Fault> {
        self.writer.flush().map_err(Fault::from)
    }

    fn record(&mut self, fields: &[String]) -> Result<(), Fault> {
        self.writer.write_record(fields).map_err(|error| Fault::Io(error.to_string()))
    }
}
