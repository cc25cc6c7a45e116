//! The register of what was removed, outside of the database: a backup that is put back brings everything back, so the register is
//! applied again before anybody can look. It holds numbers, days, digests and ids; nothing of a matter.

use domain::{
    actor::Actor,
    retention::{Fact, MatterFile, Removed},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, Digest, Fault, UserId};
use serde::{Deserialize, Serialize};
use store::{Tx, params};

use super::{list::Kept, remove::wipe, stream};
use crate::{error::Error, matter};

/// One removal, as a line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Distribution column.
    pub region: String,
    /// The matter.
    pub case: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// When it was removed.
    pub at: Timestamp,
    /// The version of the rules.
    pub rules: String,
    /// The package that it was.
    pub digest: Digest,
    /// Who proposed it.
    pub first: Option<UserId>,
    /// Who carried it out.
    pub second: Option<UserId>,
}

impl Line {
    fn of(region: String, file: &MatterFile) -> Option<Self> {
        let (removed, by) = file.removed.as_ref()?;
        Some(Self {
            region,
            case: file.opened.case,
            number: file.opened.number.clone(),
            at: removed.at,
            rules: removed.rules.clone(),
            digest: removed.digest,
            first: removed.first,
            second: by.user(),
        })
    }
}

/// What was removed after `after`, oldest first.
///
/// # Errors
/// When the database fails.
pub fn lines_after(tx: &mut Tx, after: Option<Timestamp>) -> Result<Vec<Line>, Fault> {
    let sql = "SELECT region, body FROM matter_file WHERE removed_at IS NOT NULL AND removed_at > $1 ORDER BY removed_at, case_id";
    let after = after.map_or(i64::MIN, Timestamp::as_microsecond);
    let all = tx.query(sql, params![after], |row| Ok(Kept { region: row.get("region")?, file: row.json("body")? }))?;
    Ok(all.into_iter().filter_map(|kept| Line::of(kept.region, &kept.file)).collect())
}

/// Removes again what a backup brought back; whether there was anything to remove.
///
/// # Errors
/// When the database fails, or the chain of the matter is not what it was.
pub fn apply_again(tx: &mut Tx, ctx: &Ctx, line: &Line) -> Result<bool, Error> {
    let Some(row) = matter::find_by_id(tx, line.case)?.filter(|row| row.number == line.number) else {
        return Ok(false);
    };
    tx.lock_stream(&row.region, row.id())?;
    let file = stream::found(tx, ctx, &row)?;
    let removed = Removed {
        first: line.first,
        at: line.at,
        rules: line.rules.clone(),
        digest: line.digest,
        traces: wipe(tx, &row)?,
        again: true,
    };
    stream::record(tx, ctx, &row.region, file, Actor::System, &[Fact::Removed(Box::new(removed))])?;
    Ok(true)
}
