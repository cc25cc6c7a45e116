//! The list of the sealed desk: number, age, light, stage. And the one figure that others get: how many.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    whistleblow::Whistleblow,
};
use kernel::{Ctx, Cursor, DivisionCode, Fault, Page};
use store::{
    Filter, Tx,
    filter::{Order, page},
    params,
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
    /// The report itself: stage, clocks, openings.
    pub state: Whistleblow,
    /// Whole days since it was received.
    pub days: i64,
}

/// Beyond this the navigation says "so many".
const COUNT_LIMIT: i64 = 100;

/// The reports that `subject` keeps: those under way, or those put away.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<Listed>, Fault> {
    let Some(mut sql) = conditions(subject, over) else { return Ok(Page { items: vec![], next: None }) };
    sql.after("m.due_at", "m.id", Order::Ascending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY m.due_at ASC, m.id ASC LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), |row| {
        let state: Whistleblow = row.json("body")?;
        let days = (ctx.today() - kernel::beijing_date(state.received_at)).get_days().into();
        Ok(Listed { row: MatterRow::read(row)?, state, days })
    })?;
    Ok(page(rows, size, |listed| (listed.row.due_key, listed.row.id().0)))
}

/// How many are under way; `None` for somebody who is never shown one, so that nothing leads her there.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx, subject: &Subject) -> Result<Option<i64>, Fault> {
    let Some(mut sql) = conditions(subject, false) else { return Ok(None) };
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0)).map(Some)
}

/// How many were ever received in a jurisdiction: all that statistics say (rules.md 10.3).
///
/// # Errors
/// When the database fails.
pub fn total(tx: &mut Tx, division: &DivisionCode) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM matter WHERE kind = 'WHISTLEBLOW' AND division >= $1 AND division < $2";
    tx.query_one(sql, params![division, division.upper_bound()], |row| row.get(0))
}

fn conditions(subject: &Subject, over: bool) -> Option<Filter> {
    let bound = list_scope(subject, Action::ReadSealed);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    sql.raw("m.kind = 'WHISTLEBLOW'").raw(if over { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    Some(sql)
}
