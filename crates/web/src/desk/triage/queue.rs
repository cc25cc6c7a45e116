//! The matters that wait for triage, one after the other: where this one stands, which come before and after.

use domain::{access::Subject, case::CaseKind};
use jiff::Timestamp;
use kernel::{CaseId, Fault};
use services::matter::{self, Filter, Tab};
use store::Tx;

/// How many are looked through; whoever has more goes on after these.
const MOST: usize = 200;

/// Where a matter stands among those that wait.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// From 1; 0 when it does not wait any more.
    pub at: usize,
    /// Of how many.
    pub of: usize,
    /// The one before.
    pub before: Option<CaseId>,
    /// The one after; after the last one the first that was skipped.
    pub after: Option<CaseId>,
}

/// The petitions that wait for triage at this desk, the most urgent first.
pub(super) fn waiting(tx: &mut Tx, subject: &Subject, now: Timestamp) -> Result<Vec<CaseId>, Fault> {
    let filter = Filter { tab: Tab::Triage, kind: Some(CaseKind::Petition), ..Filter::default() };
    let rows = matter::list(tx, subject, &filter, now, None, MOST)?.items;
    // What a supervisor merely sees is not hers to triage.
    let mine = |row: &&matter::MatterRow| {
        domain::access::permit::<domain::access::actions::Triage>(subject, &row.facts).is_ok()
    };
    Ok(rows.iter().filter(mine).map(matter::MatterRow::id).collect())
}

/// The place of `id` in `queue`.
pub(super) fn place(queue: &[CaseId], id: CaseId) -> Place {
    let Some(at) = queue.iter().position(|one| *one == id) else {
        return Place { of: queue.len(), after: queue.first().copied(), ..Place::default() };
    };
    let other = |index: Option<usize>| index.and_then(|index| queue.get(index)).copied().filter(|one| *one != id);
    Place {
        at: at + 1,
        of: queue.len(),
        before: other(at.checked_sub(1)),
        after: other(Some(at + 1)).or_else(|| other(Some(0))),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn after_the_last_come_those_that_were_skipped() {
        let queue: Vec<CaseId> = (1..=3).map(|n| CaseId(Uuid::from_u128(n))).collect();
        let second = place(&queue, queue[1]);
        assert_eq!((second.at, second.of, second.before, second.after), (2, 3, Some(queue[0]), Some(queue[2])));
        assert_eq!(place(&queue, queue[2]).after, Some(queue[0]));
        assert_eq!(place(&queue, queue[0]).before, None);
        assert_eq!(place(&queue[..1], queue[0]).after, None, "there is no other");
        let gone = place(&queue, CaseId(Uuid::from_u128(9)));
        assert_eq!((gone.at, gone.after), (0, Some(queue[0])));
    }
}
