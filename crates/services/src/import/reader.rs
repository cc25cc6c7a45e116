//! One reader for every kind of table.

use std::{
    fs::File,
    io::{BufRead as _, BufReader},
    path::Path,
};

use kernel::Fault;

use super::{
    ImportError, RowError,
    csv::CsvReader,
    sheet::{self, Table},
};

/// One row as it stands in the file: as many fields as the head has columns.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The line (CSV, JSON lines), the row (Excel) or the place in the list (JSON), from 1.
    pub line: u64,
    /// The fields, as text.
    pub fields: Vec<String>,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Record").field("line", &self.line).field("fields", &self.fields.len()).finish()
    }
}

enum Source {
    Csv(Box<CsvReader<BufReader<File>>>),
    Table(std::vec::IntoIter<Record>),
}

/// Reads CSV row by row in constant memory; Excel and JSON whole. What the file is is seen from its content.
pub struct Reader {
    header: Vec<String>,
    source: Source,
    bytes: u64,
}

impl Reader {
    /// Opens a table and reads its head.
    ///
    /// # Errors
    /// `import-empty` or `import-not-a-table`; [`Fault::Io`] when the file cannot be read.
    pub fn open(path: &Path) -> Result<Self, ImportError> {
        let failed = |error: std::io::Error| Fault::Io(format!("cannot read {}: {error}", path.display()));
        let file = File::open(path).map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        let mut input = BufReader::new(file);
        let head = input.fill_buf().map_err(failed)?;
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let (header, source) = match head.iter().find(|byte| !byte.is_ascii_whitespace()) {
            _ if head.starts_with(b"PK\x03\x04") => of_table(sheet::excel(path)?),
            Some(b'[' | b'{') => of_table(sheet::json(path)?),
            _ => {
                let (reader, header) = CsvReader::new(input)?;
                (header, Source::Csv(Box::new(reader)))
            }
        };
        Ok(Self { header, source, bytes })
    }

    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The size of the file in bytes, for a progress bar.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next row; `None` at the end. After an error about a row the next one follows as if nothing had been.
    ///
    /// # Errors
    /// [`Fault::Io`] when the file cannot be read on.
    pub fn next_record(&mut self) -> Result<Option<Result<Record, RowError>>, Fault> {
        match &mut self.source {
            Source::Csv(reader) => reader.next_record(),
            Source::Table(rows) => Ok(rows.next().map(Ok)),
        }
    }
}

fn of_table(table: Table) -> (Vec<String>, Source) {
    (table.header, Source::Table(table.rows))
}
