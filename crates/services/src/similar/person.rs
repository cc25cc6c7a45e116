//! The same person's matters, shown while one is taken down (A8): found by the blind index of her telephone. Whether it is the
//! same matter a human says; it is never a reason to refuse registration.

use domain::access::{self, Action, Bound, Field, Subject, actions, list_scope};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Fault, Mobile};
use store::{Filter, Tx};

use crate::{
    auth::condition,
    kit::Kit,
    matter::{self, COLUMNS, MatterRow},
};

/// A matter of the same telephone.
#[derive(Debug, Clone, PartialEq)]
pub struct SamePerson {
    /// The matter.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// What it is about.
    pub title: String,
    /// When it was received.
    pub received_at: Timestamp,
    /// Its stage, as stored.
    pub stage: String,
    /// The procedure has ended.
    pub is_over: bool,
}

/// The open matters of whoever filed `case`, by the telephone she gave there, newest first, at most `limit`; only those whose
/// content `subject` may read, and none when she may not read `case` itself.
///
/// # Errors
/// When the database fails.
pub fn same_person_as(tx: &mut Tx, subject: &Subject, case: CaseId, limit: usize) -> Result<Vec<SamePerson>, Fault> {
    let Some(row) = matter::find_by_id(tx, case)? else { return Ok(vec![]) };
    let bound = list_scope(subject, Action::ReadMatter);
    if bound == Bound::Never || !shows_content(subject, &row) {
        return Ok(vec![]);
    }
    let mut sql = Filter::new();
    condition(&mut sql, &bound);
    let (region, person, own) = (sql.bind(row.region.as_str()), sql.bind(row.petitioner), sql.bind(case));
    sql.raw(format!(
        "m.region = {region} AND NOT m.is_over AND m.id <> {own} AND m.petitioner_id IN \
         (SELECT p.id FROM person p WHERE p.region = {region} AND p.phone_index = \
          (SELECT o.phone_index FROM person o WHERE o.region = {region} AND o.id = {person}))"
    ));
    found(tx, subject, sql, limit)
}

/// The matters in `region` of whoever has this telephone, newest first, at most `limit`; only those whose content `subject` may
/// read.
///
/// # Errors
/// When the database fails.
pub fn same_person(
    tx: &mut Tx,
    kit: &Kit,
    subject: &Subject,
    region: &str,
    phone: &Mobile,
    limit: usize,
) -> Result<Vec<SamePerson>, Fault> {
    let bound = list_scope(subject, Action::ReadMatter);
    if bound == Bound::Never {
        return Ok(vec![]);
    }
    let mut sql = Filter::new();
    condition(&mut sql, &bound);
    let index = kit.keys.blind_index("person.phone", phone.reveal());
    let (region, index) = (sql.bind(region), sql.bind(index));
    sql.raw(format!(
        "m.region = {region} AND m.petitioner_id IN \
         (SELECT p.id FROM person p WHERE p.region = {region} AND p.phone_index = {index})"
    ));
    found(tx, subject, sql, limit)
}

fn found(tx: &mut Tx, subject: &Subject, mut sql: Filter, limit: usize) -> Result<Vec<SamePerson>, Fault> {
    let most = sql.bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.received_at DESC, m.id DESC LIMIT {most}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    Ok(rows.into_iter().filter(|row| shows_content(subject, row)).map(of_row).collect())
}

fn shows_content(subject: &Subject, row: &MatterRow) -> bool {
    access::permit::<actions::ReadMatter>(subject, &row.facts).is_ok_and(|permit| permit.shows(Field::Content))
}

fn of_row(row: MatterRow) -> SamePerson {
    SamePerson {
        id: row.id(),
        number: row.number,
        title: row.title,
        received_at: row.received_at,
        stage: row.stage,
        is_over: row.is_over,
    }
}
