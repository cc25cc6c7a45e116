//! Meetings, and what a unit owes of what they decided.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    meeting::{Decision, Meeting},
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

/// Meetings that `subject` may see: those to come and those followed up, or those that are over; the one called last first.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    subject: &Subject,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<(MatterRow, Meeting)>, Fault> {
    let Some(mut sql) = conditions(subject, over) else { return Ok(Page { items: vec![], next: None }) };
    sql.after("m.received_at", "m.id", Order::Descending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY m.received_at DESC, m.id DESC LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), |row| Ok((MatterRow::read(row)?, row.json("body")?)))?;
    Ok(page(rows, size, |(row, _)| (row.received_at.as_microsecond(), row.id().0)))
}

fn conditions(subject: &Subject, over: bool) -> Option<Filter> {
    let bound = list_scope(subject, Action::ReadMeeting);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    sql.raw("m.kind = 'MEETING'").raw(if over { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    Some(sql)
}

/// A decision that one of the subject's units owes.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The meeting.
    pub row: MatterRow,
    /// What was decided.
    pub decision: Decision,
}

/// Open meetings looked through: no place has more.
const MOST: usize = 400;

/// What the subject's units still have to report, the first that is due on top.
///
/// # Errors
/// When the database fails.
pub fn owed(tx: &mut Tx, subject: &Subject) -> Result<Vec<Owed>, Fault> {
    let orgs = auth::orgs_of(subject);
    let mut all = vec![];
    for (row, meeting) in list(tx, subject, false, None, MOST)?.items {
        let owed = meeting.decisions.iter().filter(|one| one.state() == owed::State::Owed);
        let mine = owed.filter(|one| orgs.contains(&one.resolved.owner));
        all.extend(mine.map(|decision| Owed { row: row.clone(), decision: decision.clone() }));
    }
    all.sort_by_key(|one| (one.decision.due(), one.row.id()));
    Ok(all)
}
