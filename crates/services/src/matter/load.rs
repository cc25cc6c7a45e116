//! From rows to states.

use domain::{
    access::MatterFacts,
    case::CaseKind,
    lifecycle::{Fact, Recorded},
};
use kernel::{CaseId, CaseNumber, Fault};
use store::{Tx, event_log, params};

use super::{
    listing::Listed,
    row::{COLUMNS, MatterRow},
};

/// A case with its row.
#[derive(Debug, Clone)]
pub struct Loaded<A> {
    /// The state.
    pub state: A,
    /// The row.
    pub row: MatterRow,
}

/// The row of a case by id, in whatever region it lies.
pub fn find_by_id(tx: &mut Tx, id: CaseId) -> Result<Option<MatterRow>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM matter m WHERE m.id = $1");
    tx.query_opt(&sql, params![id], MatterRow::read)
}

/// Where a case lies and of what kind it is.
pub(crate) fn place_of(tx: &mut Tx, id: CaseId) -> Result<Option<(String, CaseKind)>, Fault> {
    let sql = "SELECT region, kind FROM matter WHERE id = $1";
    tx.query_opt(sql, params![id], |row| Ok((row.get(0)?, row.parse(1, CaseKind::parse)?)))
}

/// The row of a case by number; the region is its first four digits.
pub fn find_by_number(tx: &mut Tx, number: &CaseNumber) -> Result<Option<MatterRow>, Fault> {
    let region = &number.as_str()[..4];
    let sql = format!("SELECT {COLUMNS} FROM matter m WHERE m.region = $1 AND m.number = $2");
    tx.query_opt(&sql, params![region, number], MatterRow::read)
}

/// The state and row of a case that is about to change: on PostgreSQL it is held until the transaction ends.
///
/// # Errors
/// As [`load`].
pub fn load_to_change<A: Listed>(tx: &mut Tx, region: &str, id: CaseId) -> Result<Option<Loaded<A>>, Fault> {
    tx.lock_stream(region, id)?;
    load(tx, region, id)
}

/// The state and row of a case, to read.
///
/// # Errors
/// `Fault::Inconsistent` when the case is of another kind or its body cannot be read.
pub fn load<A: Listed>(tx: &mut Tx, region: &str, id: CaseId) -> Result<Option<Loaded<A>>, Fault> {
    let sql = format!("SELECT {COLUMNS}, m.body FROM matter m WHERE m.region = $1 AND m.id = $2");
    tx.query_opt(&sql, params![region, id], |row| {
        let matter = MatterRow::read(row)?;
        if matter.kind() != A::KIND {
            return Err(Fault::inconsistent("matter.kind", format!("{} instead of {}", matter.kind(), A::KIND)));
        }
        Ok(Loaded { state: row.json("body")?, row: matter })
    })
}

/// The relations of a case, for access rules.
pub fn facts_of(tx: &mut Tx, id: CaseId) -> Result<Option<MatterFacts>, Fault> {
    Ok(find_by_id(tx, id)?.map(|row| row.facts))
}

/// The events of a case from the log, oldest first.
///
/// # Errors
/// `Fault::Inconsistent` when an event cannot be read as one of this life cycle.
pub fn history<F: Fact>(tx: &mut Tx, region: &str, id: CaseId) -> Result<Vec<Recorded<F>>, Fault> {
    event_log::read(tx, region, id, 0)?.iter().map(decode).collect()
}

/// One stored event as an event of a life cycle.
pub(crate) fn decode<F: Fact>(stored: &event_log::Event) -> Result<Recorded<F>, Fault> {
    let bad = |error: serde_json::Error| Fault::inconsistent("event.body", format!("seq {}: {error}", stored.seq));
    let event: domain::lifecycle::Event<F> = serde_json::from_str(&stored.body).map_err(bad)?;
    let actor = serde_json::from_str(&stored.actor).map_err(bad)?;
    Ok(Recorded { seq: stored.seq, at: stored.at, actor, event })
}
