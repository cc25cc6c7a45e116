//! What a gateway says afterwards: the message arrived, or it did not.

use domain::notice::{Channel, Fate};
use kernel::{Ctx, DeliveryId, Fault};
use store::{Row, Tx, params};

use super::Why;

/// One receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The key under which the message was handed over, or the carrier's own reference of it.
    pub key: String,
    /// Whether it arrived.
    pub arrived: bool,
}

/// Writes receipts down; how many changed something. A message that nobody knows, of another channel or told twice changes
/// nothing. One that arrived stays so, whatever is said later; one whose fate was unknown is known from now on.
///
/// # Errors
/// When the database fails.
pub fn receive(tx: &mut Tx, ctx: &Ctx, channel: Channel, receipts: &[Receipt]) -> Result<usize, Fault> {
    let mut changed = 0;
    for receipt in receipts {
        let Some((region, id, fate)) = known(tx, channel, &receipt.key)? else { continue };
        let (now, why) = if receipt.arrived { (Fate::Delivered, None) } else { (Fate::Failed, Some(Why::NOT_ARRIVED)) };
        if !may_become(fate, now) {
            continue;
        }
        // The fate that was read is asked for again, so that of two receipts at once one counts.
        let sql = "UPDATE delivery SET fate = $3, reason = $4, settled_at = $5 \
                   WHERE region = $1 AND id = $2 AND fate = $6";
        let why = why.map(|why| why.0);
        changed += tx.execute(sql, params![region, id, now.name(), why, ctx.now(), fate.name()])?;
    }
    Ok(usize::try_from(changed).unwrap_or(usize::MAX))
}

/// A receipt may overtake the answer to the hand-over itself: then the message is still on its way.
fn may_become(fate: Fate, now: Fate) -> bool {
    match now {
        Fate::Delivered => matches!(fate, Fate::Sending | Fate::Sent | Fate::Unsure | Fate::Failed),
        _ => matches!(fate, Fate::Sending | Fate::Sent | Fate::Unsure),
    }
}

fn known(tx: &mut Tx, channel: Channel, key: &str) -> Result<Option<(String, DeliveryId, Fate)>, Fault> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.parse(2, Fate::parse)?));
    if let Ok(id) = key.parse::<DeliveryId>() {
        let sql = "SELECT region, id, fate FROM delivery WHERE id = $1 AND channel = $2 AND attempts > 0";
        if let Some(found) = tx.query_opt(sql, params![id, channel.name()], read)? {
            return Ok(Some(found));
        }
    }
    let sql = "SELECT region, id, fate FROM delivery WHERE reference = $1 AND channel = $2 \
               ORDER BY queued_at DESC LIMIT 1";
    tx.query_opt(sql, params![key, channel.name()], read)
}
