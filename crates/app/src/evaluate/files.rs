//! Reading the files by the names of their columns.

use std::{collections::HashMap, path::Path};

use anyhow::{Context as _, Result, ensure};

/// The rows of a CSV, each with its cells by column.
///
/// # Errors
/// When the file cannot be read or lacks one of `columns`.
pub(super) fn rows(path: &Path, columns: &[&str]) -> Result<Vec<HashMap<String, String>>> {
    let mut csv = csv::Reader::from_path(path).with_context(|| path.display().to_string())?;
    let header: Vec<String> =
        csv.headers()?.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    for column in columns {
        ensure!(header.iter().any(|name| name == column), "{}: {column}", path.display());
    }
    let mut rows = vec![];
    for record in csv.records() {
        let record = record.with_context(|| path.display().to_string())?;
        rows.push(header.iter().cloned().zip(record.iter().map(str::to_owned)).collect());
    }
    Ok(rows)
}
