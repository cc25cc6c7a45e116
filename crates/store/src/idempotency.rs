//! Idempotency keys: a create that is sent twice happens once and is answered twice.
//!
//! The key is recorded by the transaction that does the work, so it exists exactly when the work stands.

use jiff::Timestamp;
use kernel::{Digest, Fault};

use crate::{Tx, params};

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Never seen: do the work, then [`record`].
    New,
    /// The same request was done; this was its answer.
    Done(String),
    /// The key was used for a request with other content.
    Other,
}

/// What is known of `key` in `scope` (who asks for what, e.g. `portal/petition`) for a request with this digest.
pub fn lookup(tx: &mut Tx, scope: &str, key: &str, request: &Digest) -> Result<Known, Fault> {
    let sql = "SELECT request, response FROM idempotency WHERE scope = $1 AND key = $2";
    let found = tx.query_opt(sql, params![scope, key], |row| Ok((row.get::<Digest>(0)?, row.get::<String>(1)?)))?;
    Ok(match found {
        None => Known::New,
        Some((digest, response)) if digest == *request => Known::Done(response),
        Some(_) => Known::Other,
    })
}

/// Records the answer to the request, in the transaction that did the work.
///
/// # Errors
/// When the key was recorded in between; the transaction then must not stand, and asking again finds the answer.
pub fn record(
    tx: &mut Tx,
    scope: &str,
    key: &str,
    request: &Digest,
    response: &str,
    at: Timestamp,
) -> Result<(), Fault> {
    let sql = "INSERT INTO idempotency (scope, key, request, response, at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (scope, key) DO NOTHING";
    match tx.execute(sql, params![scope, key, request, response, at])? {
        1 => Ok(()),
        _ => Err(tx.conflict()),
    }
}

/// Forgets keys recorded before `before`; how many.
pub fn forget(tx: &mut Tx, before: Timestamp) -> Result<u64, Fault> {
    tx.execute("DELETE FROM idempotency WHERE at < $1", params![before])
}
