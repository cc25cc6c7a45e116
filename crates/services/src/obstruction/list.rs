//! The list of reports, for those who may read them; most urgent first, answered ones newest first.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    obstruction::Obstruction,
};
use kernel::{Cursor, Fault, Page};
use store::{
    Filter, Tx,
    filter::{Order, page},
};

use crate::{
    auth::condition,
    matter::{COLUMNS, MatterRow},
};

/// One report in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The row.
    pub row: MatterRow,
    /// The report itself.
    pub state: Obstruction,
}

/// Beyond this the navigation says "so many": nobody reads the number.
const COUNT_LIMIT: i64 = 100;

/// The reports that `subject` may read: those that wait for an answer, or those that were answered.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    subject: &Subject,
    answered: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<Listed>, Fault> {
    let Some(mut sql) = conditions(subject, answered) else { return Ok(Page { items: vec![], next: None }) };
    let (key, order, direction) =
        if answered { ("m.received_at", Order::Descending, "DESC") } else { ("m.due_at", Order::Ascending, "ASC") };
    sql.after(key, "m.id", order, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY {key} {direction}, m.id {direction} LIMIT {limit}",
        sql.sql()
    );
    let rows =
        tx.query(&text, sql.params(), |row| Ok(Listed { row: MatterRow::read(row)?, state: row.json("body")? }))?;
    let sort = |row: &MatterRow| if answered { row.received_at.as_microsecond() } else { row.due_key };
    Ok(page(rows, size, |listed| (sort(&listed.row), listed.row.id().0)))
}

/// How many wait for an answer; `None` for somebody who is never shown a report, so that nothing leads her there.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx, subject: &Subject) -> Result<Option<i64>, Fault> {
    let Some(mut sql) = conditions(subject, false) else { return Ok(None) };
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0)).map(Some)
}

fn conditions(subject: &Subject, answered: bool) -> Option<Filter> {
    let bound = list_scope(subject, Action::ReadObstruction);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    // In so many words, so that the index of reports serves it.
    sql.raw("m.kind = 'OBSTRUCTION'").raw(if answered { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    Some(sql)
}
