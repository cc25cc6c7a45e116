//! The reviewer's inbox: what waits for her office, the most urgent first.

use domain::{
    access::{self, Action, Bound, Subject, list_scope},
    case::CaseKind,
    review::{HearingCall, Review},
};
use jiff::civil::Date;
use kernel::{CaseId, Fault};
use store::{Filter as Sql, Tx};

use crate::{
    auth::condition,
    error::Error,
    matter::{self, COLUMNS, COUNT_LIMIT, MatterRow},
};

/// The reviews that `subject` may read; those that are over only when asked for.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx, subject: &Subject, over: bool, limit: i64) -> Result<Vec<MatterRow>, Fault> {
    let Some(mut sql) = conditions(subject, over) else { return Ok(vec![]) };
    let most = sql.bind(limit);
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.due_at, m.id LIMIT {most}", sql.sql());
    tx.query(&text, sql.params(), MatterRow::read)
}

/// How many wait; counting stops at [`COUNT_LIMIT`].
///
/// # Errors
/// When the database fails.
pub fn count_waiting(tx: &mut Tx, subject: &Subject) -> Result<i64, Fault> {
    let Some(mut sql) = conditions(subject, false) else { return Ok(0) };
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0))
}

fn conditions(subject: &Subject, over: bool) -> Option<Sql> {
    let mut sql = Sql::new();
    match list_scope(subject, Action::ReadReview) {
        Bound::Never => return None,
        bound => condition(&mut sql, &bound),
    }
    sql.eq("m.kind", CaseKind::Review.name());
    sql.raw(if over { "m.is_over" } else { "NOT m.is_over" });
    Some(sql)
}

/// A hearing to come.
#[derive(Debug, Clone)]
pub struct HearingAhead {
    /// The review.
    pub row: MatterRow,
    /// When, where and who.
    pub call: HearingCall,
}

/// The hearings to come of the reviews that `subject` may read, the next first.
///
/// # Errors
/// When the database fails.
pub fn hearings_ahead(tx: &mut Tx, subject: &Subject, today: Date, limit: i64) -> Result<Vec<HearingAhead>, Fault> {
    let mut all = vec![];
    for row in waiting(tx, subject, false, limit)? {
        let state = matter::load::<Review>(tx, &row.region, row.id())?.map(|loaded| loaded.state);
        let call = state.and_then(|state| state.called).filter(|call| call.on >= today);
        all.extend(call.map(|call| HearingAhead { row, call }));
    }
    all.sort_by(|a, b| (a.call.on, a.call.hours.as_str()).cmp(&(b.call.on, b.call.hours.as_str())));
    Ok(all)
}

/// The reviews whose file the reader's unit has not sent yet.
///
/// # Errors
/// When the database fails.
pub fn files_owed(tx: &mut Tx, subject: &Subject, limit: i64) -> Result<Vec<MatterRow>, Fault> {
    let mut sql = Sql::new();
    match list_scope(subject, Action::SendReviewFile) {
        Bound::Never => return Ok(vec![]),
        bound => condition(&mut sql, &bound),
    }
    sql.eq("m.kind", CaseKind::Review.name()).eq("m.stage", domain::review::Stage::Accepted.name());
    let most = sql.bind(limit);
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.due_at, m.id LIMIT {most}", sql.sql());
    tx.query(&text, sql.params(), MatterRow::read)
}

/// A review as the body that answered sees it: what is contested, nothing of how it is looked into.
///
/// # Errors
/// `not-permitted`.
pub fn open_owed(tx: &mut Tx, subject: &Subject, id: CaseId) -> Result<Review, Error> {
    let loaded = matter::open::<Review>(tx, id)?;
    access::permit_dynamic(subject, Action::SendReviewFile, &loaded.row.facts)?;
    Ok(loaded.state)
}
