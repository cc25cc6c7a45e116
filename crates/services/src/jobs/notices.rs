//! The outbox to the petitioner. A notice is a row written by the transaction that causes it; the text is said from the
//! event when it goes out, so nothing personal lies waiting.

use jiff::Timestamp;
use kernel::{CaseId, Fault};
use store::{Tx, params};

/// A notice that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Distribution column.
    pub region: String,
    /// The case.
    pub case: CaseId,
    /// The event that tells her something.
    pub seq: i64,
    /// When it happened.
    pub at: Timestamp,
}

/// Where notices go.
pub trait Sink {
    /// Takes one notice; an error leaves it waiting.
    fn send(&mut self, tx: &mut Tx, notice: &Notice) -> Result<(), Fault>;
}

/// Puts a notice into the outbox.
pub fn tell(tx: &mut Tx, region: &str, case: CaseId, seq: i64, at: Timestamp) -> Result<(), Fault> {
    let sql = "INSERT INTO notice (region, case_id, seq, at, sent_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, params![region, case, seq, at, None::<Timestamp>]).map(drop)
}

/// Up to `limit` notices that wait, oldest first.
pub fn pending(tx: &mut Tx, limit: u32) -> Result<Vec<Notice>, Fault> {
    let sql = "SELECT region, case_id, seq, at FROM notice WHERE sent_at IS NULL ORDER BY at, case_id, seq LIMIT $1";
    tx.query(sql, params![limit], |row| {
        Ok(Notice { region: row.get(0)?, case: row.get(1)?, seq: row.get(2)?, at: row.get(3)? })
    })
}

/// Sends up to `limit` waiting notices through `sink`; how many went out. One that fails stays and does not stop the rest.
pub fn send_due(tx: &mut Tx, sink: &mut dyn Sink, now: Timestamp, limit: u32) -> Result<usize, Fault> {
    let mut sent = 0;
    for notice in pending(tx, limit)? {
        // Taken first: of two instances one finds it still waiting.
        let sql = "UPDATE notice SET sent_at = $4 WHERE region = $1 AND case_id = $2 AND seq = $3 AND sent_at IS NULL";
        let outcome = tx.attempt(|tx| -> Result<bool, Fault> {
            if tx.execute(sql, params![&notice.region, notice.case, notice.seq, now])? == 0 {
                return Ok(false);
            }
            sink.send(tx, &notice).map(|()| true)
        });
        match outcome {
            Ok(true) => sent += 1,
            Ok(false) => {}
            Err(fault) => tracing::warn!(case = %notice.case, seq = notice.seq, %fault, "a notice could not be sent"),
        }
    }
    Ok(sent)
}
