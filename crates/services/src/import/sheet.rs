//! Excel files and JSON: read whole, since neither can be read in pieces.

use std::path::Path;

use calamine::{Data, Reader as _};
use kernel::{Fault, Refusal};
use serde_json::{Map, Value};

use super::{ImportError, Record};

/// A table in memory.
pub(super) struct Table {
    pub(super) header: Vec<String>,
    pub(super) rows: std::vec::IntoIter<Record>,
}

/// The first sheet of an Excel file; the first row that is not empty names the columns.
pub(super) fn excel(path: &Path) -> Result<Table, ImportError> {
    let unreadable = |_| Refusal::invalid("file", "import-not-a-table");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).map_err(unreadable)?;
    let sheet = book.worksheet_range_at(0).ok_or_else(|| Refusal::invalid("file", "import-empty"))?;
    let sheet = sheet.map_err(unreadable)?;
    let first = sheet.start().map_or(0, |(row, _)| row);
    let mut rows =
        (u64::from(first) + 1..).zip(sheet.rows()).filter(|(_, row)| row.iter().any(|cell| *cell != Data::Empty));
    let header = rows.next().ok_or_else(|| Refusal::invalid("file", "import-empty"))?;
    let header = header.1.iter().map(|cell| text(cell).trim().to_owned()).collect();
    let rows: Vec<_> = rows.map(|(line, row)| Record { line, fields: row.iter().map(text).collect() }).collect();
    Ok(Table { header, rows: rows.into_iter() })
}

/// A cell as the sheet would show it in a plain format.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        Data::DateTimeIso(time) => time.replacen('T', " ", 1),
        // A formula that failed is no content.
        Data::Error(_) => String::new(),
        other => other.to_string(),
    }
}

/// A list of objects, or one object a line; the first object names the columns, later ones may leave some out.
pub(super) fn json(path: &Path) -> Result<Table, ImportError> {
    let text = std::fs::read_to_string(path).map_err(Fault::from)?;
    let objects =
        objects(text.trim_start_matches('\u{feff}')).ok_or_else(|| Refusal::invalid("file", "import-not-a-table"))?;
    let first = objects.first().ok_or_else(|| Refusal::invalid("file", "import-empty"))?;
    let header: Vec<String> = first.1.keys().cloned().collect();
    let field = |object: &Map<String, Value>, name: &String| match object.get(name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let rows: Vec<_> = objects
        .iter()
        .map(|(line, object)| Record { line: *line, fields: header.iter().map(|name| field(object, name)).collect() })
        .collect();
    Ok(Table { header, rows: rows.into_iter() })
}

type Numbered = (u64, Map<String, Value>);

fn objects(text: &str) -> Option<Vec<Numbered>> {
    if text.trim_start().starts_with('[') {
        let list: Vec<Map<String, Value>> = serde_json::from_str(text).ok()?;
        return Some((1..).zip(list).collect());
    }
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(line, text)| Some((line, serde_json::from_str(text).ok()?))).collect()
}
