//! Clusters, and what a unit owes of their plans.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    cluster::{Cluster, Step},
    owed,
};
use kernel::{Cursor, Fault, Page};
use store::{
    Filter, Tx,
    filter::{Order, page},
};

use crate::{
    auth::{self, condition},
    matter::{COLUMNS, MatterRow},
};

/// Clusters that `subject` may see: those at work, or those that are over; the one founded last first.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    subject: &Subject,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<(MatterRow, Cluster)>, Fault> {
    let bound = list_scope(subject, Action::ReadCluster);
    if bound == Bound::Never {
        return Ok(Page { items: vec![], next: None });
    }
    let mut sql = Filter::new();
    sql.raw("m.kind = 'CLUSTER'").raw(if over { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    sql.after("m.received_at", "m.id", Order::Descending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY m.received_at DESC, m.id DESC LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), |row| Ok((MatterRow::read(row)?, row.json("body")?)))?;
    Ok(page(rows, size, |(row, _)| (row.received_at.as_microsecond(), row.id().0)))
}

/// A step that one of the subject's units owes.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The cluster.
    pub row: MatterRow,
    /// The step.
    pub step: Step,
}

/// Open clusters looked through: no place has more.
const MOST: usize = 400;

/// What the subject's units still have to report, the first that is due on top.
///
/// # Errors
/// When the database fails.
pub fn owed(tx: &mut Tx, subject: &Subject) -> Result<Vec<Owed>, Fault> {
    let orgs = auth::orgs_of(subject);
    let mut all = vec![];
    for (row, cluster) in list(tx, subject, false, None, MOST)?.items {
        let open = cluster.open_steps().filter(|step| step.track.state() == owed::State::Owed);
        let mine = open.filter(|step| orgs.contains(&step.owner));
        all.extend(mine.map(|step| Owed { row: row.clone(), step: step.clone() }));
    }
    all.sort_by_key(|one| (one.step.due, one.row.id()));
    Ok(all)
}
