//! The chain of checkpoints, and the tree under each.

use kernel::{Digest, Fault};

use super::{Flaw, Report};
use crate::{
    Tx,
    event_log::{
        Anchor, Checkpoint,
        checkpoint::checkpoint_of,
        merkle::{self, Tree},
    },
};

/// Gives the number of checkpoints.
pub(super) fn walk(tx: &mut Tx, published: &[Anchor], report: &mut Report<'_>) -> Result<u64, Fault> {
    let all = read(tx)?;
    chain(&all, report);
    for anchor in published {
        if !all.iter().any(|checkpoint| checkpoint.anchor() == *anchor) {
            report.checkpoint(anchor.number, Flaw::NotAsPublished);
        }
    }
    heads(tx, &all, report)?;
    Ok(all.len() as u64)
}

/// All checkpoints: one every few minutes for years is some hundred thousand rows of a hundred bytes.
fn read(tx: &mut Tx) -> Result<Vec<Checkpoint>, Fault> {
    let sql = "SELECT number, at, heads, root, prev, hash FROM checkpoint ORDER BY number";
    tx.query(sql, &[], checkpoint_of)
}

fn chain(all: &[Checkpoint], report: &mut Report<'_>) {
    let mut last = (0, Digest::ZERO);
    for checkpoint in all {
        let expected = last.0 + 1;
        if checkpoint.number != expected {
            report.checkpoint(checkpoint.number, Flaw::CheckpointGap { expected });
        } else if checkpoint.prev != last.1 {
            report.checkpoint(checkpoint.number, Flaw::CheckpointUnlinked);
        }
        if checkpoint.expected() != checkpoint.hash {
            report.checkpoint(checkpoint.number, Flaw::CheckpointAltered);
        }
        last = (checkpoint.number, checkpoint.hash);
    }
}

fn heads(tx: &mut Tx, all: &[Checkpoint], report: &mut Report<'_>) -> Result<(), Fault> {
    let sql = "SELECT number, region, stream, seq, hash FROM checkpoint_head ORDER BY number, region, stream";
    let mut open = all.iter().peekable();
    let mut tree = Tree::default();
    tx.query_each(sql, &[], |row| {
        let number: i64 = row.get("number")?;
        while let Some(done) = open.next_if(|checkpoint| checkpoint.number < number) {
            compare(done, &std::mem::take(&mut tree), report);
        }
        if open.peek().is_some_and(|checkpoint| checkpoint.number == number) {
            let region: String = row.get("region")?;
            let hash: Digest = row.get("hash")?;
            tree.push(merkle::leaf(&region, row.get("stream")?, row.get("seq")?, &hash));
        }
        Ok(())
    })?;
    for done in open {
        compare(done, &std::mem::take(&mut tree), report);
    }
    Ok(())
}

fn compare(checkpoint: &Checkpoint, tree: &Tree, report: &mut Report<'_>) {
    if tree.root() != checkpoint.root || i64::try_from(tree.leaves) != Ok(checkpoint.heads) {
        report.checkpoint(checkpoint.number, Flaw::CheckpointHeads);
    }
}
