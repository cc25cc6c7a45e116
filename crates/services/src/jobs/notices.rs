//! What the petitioner is told: a row written by the transaction that causes it. The words are found when it goes out
//! ([`crate::outbox`]), so nothing personal lies waiting.

use jiff::Timestamp;
use kernel::{CaseId, Fault};
use store::{Tx, params};

/// Puts a notice into the outbox.
pub fn tell(tx: &mut Tx, region: &str, case: CaseId, seq: i64, at: Timestamp) -> Result<(), Fault> {
    let sql = "INSERT INTO notice (region, case_id, seq, at, sent_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, params![region, case, seq, at, None::<Timestamp>]).map(drop)
}
