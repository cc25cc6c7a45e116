//! Every change of an administrator stands in the event log, in the stream of the organisation or person changed.

use domain::actor::Actor;
use kernel::{Ctx, Fault};
use store::{
    Tx,
    event_log::{self, AppendError, NewEvent},
};
use uuid::Uuid;

use crate::Error;

/// Adds one event to `stream`. The body names ids, never persons.
pub(crate) fn record(
    tx: &mut Tx,
    ctx: &Ctx,
    region: &str,
    stream: Uuid,
    actor: Actor,
    kind: &'static str,
    body: &serde_json::Value,
) -> Result<(), Error> {
    let actor = serde_json::to_string(&actor).map_err(|e| Fault::inconsistent("event actor", e))?;
    let event = NewEvent::new(ctx.now(), actor, kind, body.to_string());
    let seq = event_log::head(tx, region, stream)?.seq;
    match event_log::append(tx, region, stream, seq, &[event]) {
        Ok(_) => Ok(()),
        Err(AppendError::Stale { .. }) => Err(kernel::Refusal::stale().into()),
        Err(AppendError::Fault(fault)) => Err(fault.into()),
    }
}
