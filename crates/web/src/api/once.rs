//! Creates happen once: what an idempotency key was used for, remembered by the transaction that did the work.

use kernel::{Ctx, Digest, Fault, Refusal};
use serde::{Serialize, de::DeserializeOwned};
use services::Error;
use store::{Tx, idempotency};

/// Does `work` once under `key` in `scope`; the second time its answer is given again, marked `true`. What it answers is
/// kept in the database, so it holds nothing in clear that must not stand there.
///
/// # Errors
/// `api-key-reused` when the key belongs to a request with another `digest`.
pub(crate) fn once<T: Serialize + DeserializeOwned>(
    tx: &mut Tx,
    ctx: &Ctx,
    scope: &str,
    key: &str,
    digest: &Digest,
    work: impl FnOnce(&mut Tx) -> Result<T, Error>,
) -> Result<(T, bool), Error> {
    match idempotency::lookup(tx, scope, key, digest)? {
        idempotency::Known::Done(answer) => {
            let answer = serde_json::from_str(&answer).map_err(|error| Fault::inconsistent("idempotency", error))?;
            return Ok((answer, true));
        }
        idempotency::Known::Other => return Err(Refusal::rule("api-key-reused", "", "").on("Idempotency-Key").into()),
        idempotency::Known::New => {}
    }
    let answer = work(tx)?;
    let text = serde_json::to_string(&answer).map_err(|error| Fault::inconsistent("idempotency", error))?;
    idempotency::record(tx, scope, key, digest, &text, ctx.now())?;
    Ok((answer, false))
}
