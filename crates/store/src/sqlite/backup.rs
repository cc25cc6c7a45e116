//! Online backup: a consistent copy of the file while work goes on.

use std::{path::Path, time::Duration};

use kernel::Fault;
use rusqlite::{Connection, backup::Backup};

use super::connection::fault;

/// Copies `from` to the new file `to`. One step reads one snapshot, so the copy is of one moment and no writer waits for it.
pub(crate) fn copy(from: &Path, to: &Path, busy: Duration) -> Result<(), Fault> {
    if to.exists() {
        return Err(Fault::Io(format!("{} exists already", to.display())));
    }
    let source = Connection::open(from).map_err(fault)?;
    source.busy_timeout(busy).map_err(fault)?;
    let mut target = Connection::open(to).map_err(fault)?;
    let copied = Backup::new(&source, &mut target).and_then(|backup| backup.step(-1)).map_err(fault)?;
    if copied != rusqlite::backup::StepResult::Done {
        return Err(Fault::Storage("the database was locked; the backup was not made".to_owned()));
    }
    // The copy is one file: no journal beside it that could be forgotten.
    target.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;").map_err(fault)
}
