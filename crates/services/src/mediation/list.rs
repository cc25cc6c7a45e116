//! Mediations of the reader: her committee's, and those in which she was named.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    case::CaseKind,
    mediation::{Mediation, Stage},
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

/// One line of the list.
pub type Listed = (MatterRow, Mediation);

/// Those that run, the one that is due first on top; or those that are over, the last one first.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    subject: &Subject,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<Listed>, Fault> {
    let bound = list_scope(subject, Action::ReadMediation);
    if bound == Bound::Never {
        return Ok(Page { items: vec![], next: None });
    }
    let mut sql = Filter::new();
    sql.eq("m.kind", CaseKind::Mediation.name()).raw(if over { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    let (column, order, way) =
        if over { ("m.received_at", Order::Descending, "DESC") } else { ("m.due_at", Order::Ascending, "ASC") };
    sql.after(column, "m.id", order, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY {column} {way}, m.id {way} LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), |row| Ok((MatterRow::read(row)?, row.json("body")?)))?;
    let key = |row: &MatterRow| if over { row.received_at.as_microsecond() } else { row.due_key };
    Ok(page(rows, size, |(row, _)| (key(row), row.id().0)))
}

/// Open ones looked through: no place has more.
const MOST: usize = 200;

/// What waits for the reader: a mediator to be named, or something that is hers to do because she was named.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx, subject: &Subject) -> Result<Vec<Listed>, Fault> {
    let Some(staff) = subject.staff() else { return Ok(vec![]) };
    let me = staff.user();
    let unnamed = |state: &Mediation| state.mediator.is_none() || state.asked_other.is_some();
    let hers = |state: &Mediation| {
        let stage = state.stage();
        state.hands().any(|hand| hand == me) && !stage.is_over() && stage != Stage::ConsentPending
    };
    let all = list(tx, subject, false, None, MOST)?.items;
    Ok(all.into_iter().filter(|(_, state)| unnamed(state) || hers(state)).collect())
}
