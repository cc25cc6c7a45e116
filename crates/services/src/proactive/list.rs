//! The list of finds, for those who see to them.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    proactive::Find,
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

/// Which ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shelf {
    /// Something is to be done.
    #[default]
    Open,
    /// She declined: kind, place and day, for a while.
    Declined,
    /// Settled by her word, or a petition now.
    Over,
}

/// Beyond this the navigation says "so many".
const COUNT_LIMIT: i64 = 100;

/// The finds that `subject` may read, most urgent first.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    subject: &Subject,
    shelf: Shelf,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<(MatterRow, Find)>, Fault> {
    let Some(mut sql) = conditions(subject, shelf) else { return Ok(Page { items: vec![], next: None }) };
    sql.after("m.due_at", "m.id", Order::Ascending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text =
        format!("SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY m.due_at, m.id LIMIT {limit}", sql.sql());
    let rows = tx.query(&text, sql.params(), |row| Ok((MatterRow::read(row)?, row.json("body")?)))?;
    Ok(page(rows, size, |(row, _)| (row.due_key, row.id().0)))
}

/// How many are open; `None` for somebody who never sees one.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx, subject: &Subject) -> Result<Option<i64>, Fault> {
    let Some(mut sql) = conditions(subject, Shelf::Open) else { return Ok(None) };
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0)).map(Some)
}

fn conditions(subject: &Subject, shelf: Shelf) -> Option<Filter> {
    let bound = list_scope(subject, Action::ReadFind);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    sql.raw("m.kind = 'FIND'").raw(match shelf {
        Shelf::Open => "NOT m.is_over",
        Shelf::Declined => "m.stage = 'DECLINED'",
        Shelf::Over => "m.stage IN ('CLOSED', 'CONVERTED_TO_PETITION')",
    });
    condition(&mut sql, &bound);
    Some(sql)
}
