//! Puts a list of divisions into the tree, again and again without harm.

use std::{collections::HashSet, io::Read};

use domain::access::{Permit, actions::AdminDivisions};
use kernel::{DivisionCode, Refusal};
use serde::Serialize;
use store::{Store, Tx, Value};

use super::{Division, read};
use crate::{Error, organisation::RowError};

/// Rows of one transaction: few enough not to hold the writer for long, many enough to be fast.
const BATCH: usize = 4_000;

/// What an import did.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Rows in the file.
    pub rows: u64,
    /// Divisions in it, with those above.
    pub divisions: u64,
    /// New or renamed in the tree.
    pub changed: u64,
    /// What could not be taken.
    pub errors: Vec<RowError>,
}

/// Reads a list and writes it in batches; a second run changes nothing. Rows outside the permits' divisions and rows whose
/// parent nobody names are reported and left out. For a whole country give a permit for each of [`super::regions`].
///
/// # Errors
/// `csv-columns` when the file is no such list, a fault when the database fails.
pub fn import_divisions(store: &Store, permits: &[Permit<AdminDivisions>], reader: impl Read) -> Result<Report, Error> {
    let mut listed = read::read(reader)?;
    let known: HashSet<DivisionCode> =
        store.read_blocking(|tx| tx.query("SELECT code FROM division", &[], |row| row.get(0)))?.into_iter().collect();
    let (good, bad) = sort_out(listed.divisions, &known, permits);
    listed.errors.extend(bad);
    let mut changed = 0;
    for batch in good.chunks(BATCH) {
        let batch = batch.to_vec();
        changed += store.write_blocking(move |tx| write(tx, &batch))?;
    }
    Ok(Report { rows: listed.rows, divisions: good.len() as u64, changed, errors: listed.errors })
}

/// Those that can be written, parents first, and why the others cannot.
fn sort_out(
    divisions: Vec<(u64, Division)>,
    known: &HashSet<DivisionCode>,
    permits: &[Permit<AdminDivisions>],
) -> (Vec<Division>, Vec<RowError>) {
    let (mut good, mut bad) = (vec![], vec![]);
    let mut named = known.clone();
    for (line, division) in divisions {
        let code = &division.code;
        let refusal = match code.parent() {
            Some(parent) if !named.contains(&parent) => {
                Some(Refusal::invalid("code", "division-no-parent").with("code", code).with("parent", parent))
            }
            // What lies around the permit's division is taken as its frame, what lies beside it is not.
            _ if !permits.iter().any(|permit| permit.place().contains(code) || code.contains(permit.place())) => {
                Some(Refusal::invalid("code", "division-outside").with("code", code))
            }
            _ => None,
        };
        if let Some(refusal) = refusal {
            bad.push(RowError { line, refusal });
        } else {
            named.insert(code.clone());
            good.push(division);
        }
    }
    (good, bad)
}

/// Inserts and renames; how many rows changed.
fn write(tx: &mut Tx, divisions: &[Division]) -> Result<u64, Error> {
    let rows: Vec<Vec<Value>> = divisions
        .iter()
        .map(|division| {
            vec![
                Value::from(&division.code),
                division.name.as_str().into(),
                division.level().name().into(),
                division.code.parent().into(),
            ]
        })
        .collect();
    let tail = "ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE division.name <> excluded.name";
    Ok(tx.insert_many_or("division", &["code", "name", "level", "parent"], &rows, tail)?)
}
