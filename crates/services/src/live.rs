//! What changed lately, for whoever has the desk open: which case, when, by whom; no content.
//!
//! One process asks once for all of its readers. The log has no single order (each case is a stream of its own, and on
//! PostgreSQL a transaction that began earlier may become visible later), so the question looks back over [`OVERLAP`] and the
//! caller drops what it knows.

use domain::{access::MatterFacts, actor::Actor};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Fault, OrgId, UserId};
use store::{Tx, params};

use crate::matter::{COLUMNS, MatterRow};

/// How far a question looks back behind the last answer: longer than a transaction takes to become visible.
pub const OVERLAP: SignedDuration = SignedDuration::from_secs(15);

/// A case that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// When.
    pub at: Timestamp,
    /// Which event of the case it was.
    pub seq: i64,
    /// Who did it, when it was a member of staff: she needs no telling.
    pub by: Option<UserId>,
    /// Whose turn it is now.
    pub turn: OrgId,
    /// The case's relations as they are now, to ask access.
    pub facts: MatterFacts,
}

impl Change {
    /// The case.
    #[must_use]
    pub fn case(&self) -> CaseId {
        self.facts.case
    }
}

/// What happened after `since`, the oldest first, at most `limit`.
///
/// # Errors
/// A fault of storage, or an author that cannot be read.
pub fn since(tx: &mut Tx, since: Timestamp, limit: u32) -> Result<Vec<Change>, Fault> {
    tx.query(&statement(), params![since, limit], |row| {
        let actor: String = row.get("event_actor")?;
        let actor: Actor = serde_json::from_str(&actor).map_err(|error| Fault::inconsistent("event.actor", error))?;
        let matter = MatterRow::read(row)?;
        Ok(Change {
            at: row.get("event_at")?,
            seq: row.get("event_seq")?,
            by: actor.user(),
            turn: matter.turn,
            facts: matter.facts,
        })
    })
}

fn statement() -> String {
    format!(
        "SELECT e.at AS event_at, e.seq AS event_seq, e.actor AS event_actor, {COLUMNS} \
         FROM event e JOIN matter m ON m.region = e.region AND m.id = e.stream WHERE e.at > $1 ORDER BY e.at LIMIT $2"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import_petitions::tests::{house, rows, take};

    #[test]
    fn what_happened_is_told_in_order_and_found_by_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            let kit = house(store);
            take(store, &kit, rows(), false, 100);
            let all = store.read_blocking(|tx| since(tx, Timestamp::UNIX_EPOCH, 1_000)).unwrap();
            assert!(all.len() >= 4, "{all:?}");
            assert!(all.windows(2).all(|pair| pair[0].at <= pair[1].at));
            let last = all.last().unwrap().at;
            assert!(store.read_blocking(move |tx| since(tx, last, 1_000)).unwrap().is_empty());
            assert_eq!(store.read_blocking(|tx| since(tx, Timestamp::UNIX_EPOCH, 2)).unwrap()[..], all[..2]);
            let scans = store
                .read_blocking(|tx| store::explain::full_scans(tx, &statement(), params![Timestamp::UNIX_EPOCH, 10]));
            assert_eq!(scans.unwrap(), Vec::<String>::new());
        });
    }
}
