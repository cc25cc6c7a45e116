//! A table from a spreadsheet: `.xlsx`, `.xls`, `.ods` or CSV, told apart by content and never by name.

use std::io::Cursor;

use calamine::{Data, Reader as _};
use kernel::Refusal;

/// More rows than the organisation of a prefecture has; a larger file is a mistake.
pub const MAX_ROWS: usize = 20_000;

/// The first sheet of a file: texts only, without empty rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

/// Where the columns of a sheet are.
pub(crate) struct Header<'a> {
    names: &'a [&'a [&'a str]],
    at: Vec<Option<usize>>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// `sheet-unreadable`, `csv-encoding` (a CSV that is not UTF-8), `sheet-empty` or `sheet-too-long`.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        // Office files are ZIP archives or OLE2 containers.
        let office = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
        let lines = if office { office_lines(bytes)? } else { csv_lines(bytes)? };
        let mut lines = lines.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
        let (_, header) = lines.next().ok_or_else(|| Refusal::invalid("file", "sheet-empty"))?;
        let rows: Vec<_> = lines.collect();
        if rows.len() > MAX_ROWS {
            return Err(Refusal::invalid("file", "sheet-too-long").with("max", MAX_ROWS).with("rows", rows.len()));
        }
        Ok(Self { header, rows })
    }

    /// The rows with their line numbers, the first line of the file being 1.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (u64, &[String])> {
        self.rows.iter().map(|(line, cells)| (*line, cells.as_slice()))
    }

    /// Finds the columns `names` (each with its Chinese and English headings); `required` of them must be there.
    ///
    /// # Errors
    /// `csv-columns`, naming what is missing.
    pub(crate) fn columns<'a>(&self, names: &'a [&'a [&'a str]], required: &[usize]) -> Result<Header<'a>, Refusal> {
        let heading =
            |text: &str| text.trim_start_matches('\u{feff}').trim_end_matches(['*', '＊']).trim().to_lowercase();
        let header: Vec<String> = self.header.iter().map(|text| heading(text)).collect();
        let at: Vec<Option<usize>> =
            names.iter().map(|known| header.iter().position(|column| known.contains(&column.as_str()))).collect();
        let missing: Vec<&str> = required.iter().filter(|i| at[**i].is_none()).map(|i| names[*i][0]).collect();
        if missing.is_empty() {
            Ok(Header { names, at })
        } else {
            Err(Refusal::invalid("file", "csv-columns").with("columns", missing.join(", ")))
        }
    }
}

impl Header<'_> {
    /// The cell of the column with this heading; empty when there is none.
    pub(crate) fn cell<'r>(&self, row: &'r [String], heading: &str) -> &'r str {
        let column = self.names.iter().position(|known| known.contains(&heading)).and_then(|i| self.at[i]);
        column.and_then(|i| row.get(i)).map_or("", String::as_str)
    }
}

type Lines = Vec<(u64, Vec<String>)>;

fn csv_lines(bytes: &[u8]) -> Result<Lines, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::invalid("file", "csv-encoding"))?;
    let mut csv =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut lines = vec![];
    for record in csv.records() {
        let record = record.map_err(|_| Refusal::invalid("file", "sheet-unreadable"))?;
        let line = record.position().map_or(0, csv::Position::line);
        lines.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(lines)
}

fn office_lines(bytes: &[u8]) -> Result<Lines, Refusal> {
    let unreadable = || Refusal::invalid("file", "sheet-unreadable");
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let range = book.worksheet_range_at(0).ok_or_else(unreadable)?.map_err(|_| unreadable())?;
    let first = u64::from(range.start().map_or(0, |(row, _)| row)) + 1;
    Ok((first..).zip(range.rows().map(|row| row.iter().map(text_of).collect())).collect())
}

/// A cell as a person sees it; a telephone number that the program took for a number keeps its digits.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}
