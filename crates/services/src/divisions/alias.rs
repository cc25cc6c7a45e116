//! What people call a division, in no official list.

use std::io::Read;

use domain::access::{Permit, actions::AdminDivisions};
use kernel::{DivisionCode, Refusal, Text};
use store::{Tx, Value};

use crate::{Error, organisation::RowError};

/// Common short names of banners and counties of Inner Mongolia, as `alias,code`.
pub const COMMON_ALIASES: &str = include_str!("aliases.csv");

/// Loads `alias,code` lines under a header; how many were new, and what could not be taken.
///
/// # Errors
/// `csv-columns` when the columns are missing, a fault when the database fails.
pub fn import_aliases(
    tx: &mut Tx,
    permit: &Permit<AdminDivisions>,
    reader: impl Read,
) -> Result<(u64, Vec<RowError>), Error> {
    let mut csv = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(reader);
    let header = csv.headers().map_err(|_| columns())?.clone();
    let find = |name: &str| header.iter().position(|column| column.trim_start_matches('\u{feff}') == name);
    let (alias, code) = (find("alias").ok_or_else(columns)?, find("code").ok_or_else(columns)?);
    let (mut rows, mut errors) = (vec![], vec![]);
    for (line, record) in (2..).zip(csv.into_records()) {
        let row = record
            .map_err(|_| Refusal::invalid("file", "csv-row"))
            .and_then(|record| read(permit, record.get(alias), record.get(code)));
        match row {
            Ok(row) => rows.push(row),
            Err(refusal) => errors.push(RowError { line, refusal }),
        }
    }
    let new = tx.insert_many_or("division_alias", &["alias", "code"], &rows, "ON CONFLICT DO NOTHING")?;
    Ok((new, errors))
}

fn columns() -> Refusal {
    Refusal::invalid("file", "csv-columns").with("columns", "alias, code")
}

fn read(permit: &Permit<AdminDivisions>, alias: Option<&str>, code: Option<&str>) -> Result<Vec<Value>, Refusal> {
    let alias = Text::<30>::parse("alias", alias.unwrap_or_default())?;
    let code = DivisionCode::parse(code.unwrap_or_default()).map_err(|refusal| refusal.on("code"))?;
    permit.within(&code).map_err(|_| Refusal::invalid("code", "division-outside").with("code", &code))?;
    Ok(vec![alias.as_str().into(), code.into()])
}
