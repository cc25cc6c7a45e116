//! What should be there and is not: streams without events, recorded events that vanished.

use kernel::Fault;

use super::{Flaw, Report};
use crate::Tx;

/// Heads of streams of which nothing is left.
const EMPTY: &str = "SELECT h.region, h.stream FROM chain_head h
    WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.region = h.region AND e.stream = h.stream)
    ORDER BY h.region, h.stream";

/// Events that a checkpoint recorded.
const VANISHED: &str = "SELECT c.region, c.stream, c.seq, c.number FROM checkpoint_head c
    WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.region = c.region AND e.stream = c.stream AND e.seq = c.seq)
    ORDER BY c.region, c.stream, c.seq";

/// Records of checkpoints that do not exist.
const ORPHANS: &str = "SELECT DISTINCT c.number FROM checkpoint_head c
    WHERE NOT EXISTS (SELECT 1 FROM checkpoint k WHERE k.number = c.number) ORDER BY c.number";

pub(super) fn find(tx: &mut Tx, report: &mut Report<'_>) -> Result<(), Fault> {
    tx.query_each(EMPTY, &[], |row| {
        let region: String = row.get("region")?;
        report.stream(&region, row.get("stream")?, Flaw::StreamMissing);
        Ok(())
    })?;
    tx.query_each(VANISHED, &[], |row| {
        let region: String = row.get("region")?;
        let checkpoint = row.get("number")?;
        report.event(&region, row.get("stream")?, row.get("seq")?, Flaw::Vanished { checkpoint });
        Ok(())
    })?;
    tx.query_each(ORPHANS, &[], |row| {
        report.checkpoint(row.get("number")?, Flaw::CheckpointHeads);
        Ok(())
    })
}
