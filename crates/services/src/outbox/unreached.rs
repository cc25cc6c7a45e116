//! Whom no message reached: what somebody does instead, and that it was done.

use domain::{
    access::{self, Action, Bound, Subject, actions::RevealIdentity, list_scope},
    notice::Fate,
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, DeliveryId, Fault, Refusal, UserId};
use std::collections::HashMap;
use store::{Filter, Tx, params};

use super::{
    Why,
    show::{COLUMNS, Delivery, read},
};
use crate::{
    auth::condition,
    error::Error,
    matter::{self, MatterRow},
};

domain::names! {
    /// How she was told by a person.
    pub enum ToldBy in "told-by" {
        /// 打电话
        Call = "CALL",
        /// 上门
        Visit = "VISIT",
        /// 请代办员、网格员捎到
        Messenger = "MESSENGER",
    }
}

/// One message that reached nobody, and the case of which it told.
#[derive(Debug, Clone)]
pub struct Unreached {
    /// The message.
    pub delivery: Delivery,
    /// The case.
    pub row: MatterRow,
    /// What people tried since, the first first.
    pub tries: Vec<Try>,
}

/// Somebody tried to tell her and did not find her.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Try {
    /// When.
    pub at: Timestamp,
    /// How.
    pub way: ToldBy,
}

impl Unreached {
    /// Since when she does not know it.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        self.delivery.settled_at.unwrap_or(self.delivery.queued_at)
    }

    /// What there is to do: without a number that works, calling is no way.
    #[must_use]
    pub fn way(&self) -> ToldBy {
        let none = [Why::NO_ADDRESS, Why::BAD_ADDRESS].map(|why| why.0);
        let none = self.delivery.reason.as_deref().is_some_and(|why| none.contains(&why));
        // Called twice for nothing, somebody goes there.
        let rang = self.tries.iter().filter(|one| one.way == ToldBy::Call).count() >= 2;
        if none || rang || self.delivery.fate == Fate::Unreachable { ToldBy::Visit } else { ToldBy::Call }
    }
}

/// A message to her that went nowhere, that nothing later reached her, and that nobody told her.
const WAITS: &str = "d.told_at IS NULL AND d.fate IN ('FAILED', 'UNSURE', 'UNREACHABLE') AND d.audience = 'PETITIONER' \
                     AND NOT EXISTS (SELECT 1 FROM delivery l WHERE l.region = d.region AND l.case_id = d.case_id \
                     AND l.audience = 'PETITIONER' AND l.queued_at > d.queued_at)";

/// Those on whose cases `subject` may see her telephone, the one that waits longest first; at most `most`.
///
/// # Errors
/// When the database fails.
pub fn unreached(tx: &mut Tx, subject: &Subject, most: usize) -> Result<Vec<Unreached>, Fault> {
    let Some(mut sql) = conditions(subject) else { return Ok(vec![]) };
    let limit = sql.bind(i64::try_from(most).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT d.case_id, {COLUMNS} FROM delivery d JOIN matter m ON m.region = d.region AND m.id = d.case_id \
         WHERE {} ORDER BY d.settled_at, d.id LIMIT {limit}",
        sql.sql()
    );
    let found: Vec<(CaseId, Delivery)> = tx.query(&text, sql.params(), |row| Ok((row.get("case_id")?, read(row)?)))?;
    let mut all = vec![];
    let mut tries = tries(tx, &found)?;
    for (case, delivery) in found {
        let tries = tries.remove(&delivery.id).unwrap_or_default();
        all.extend(matter::find_by_id(tx, case)?.map(|row| Unreached { delivery, row, tries }));
    }
    Ok(all)
}

/// What was tried for each of these, in one question.
fn tries(tx: &mut Tx, of: &[(CaseId, Delivery)]) -> Result<HashMap<DeliveryId, Vec<Try>>, Fault> {
    let mut all: HashMap<DeliveryId, Vec<Try>> = HashMap::new();
    if of.is_empty() {
        return Ok(all);
    }
    let mut filter = Filter::new();
    filter.is_in("u.delivery_id", of.iter().map(|(_, delivery)| delivery.id));
    let sql = format!("SELECT u.delivery_id, u.at, u.way FROM unreached_try u WHERE {} ORDER BY u.at", filter.sql());
    let found: Vec<(DeliveryId, Try)> = tx.query(&sql, filter.params(), |row| {
        Ok((row.get("delivery_id")?, Try { at: row.get("at")?, way: row.parse("way", ToldBy::parse)? }))
    })?;
    for (id, one) in found {
        all.entry(id).or_default().push(one);
    }
    Ok(all)
}

/// How many there are; `None` for whoever is never shown one.
///
/// # Errors
/// When the database fails.
pub fn count_unreached(tx: &mut Tx, subject: &Subject) -> Result<Option<i64>, Fault> {
    let Some(sql) = conditions(subject) else { return Ok(None) };
    let text = format!(
        "SELECT count(*) FROM (SELECT 1 AS one FROM delivery d JOIN matter m ON m.region = d.region AND m.id = d.case_id \
         WHERE {} LIMIT 1000) AS c",
        sql.sql()
    );
    tx.query_one(&text, sql.params(), |row| row.get(0)).map(Some)
}

fn conditions(subject: &Subject) -> Option<Filter> {
    // Telling her takes her telephone or her door: whoever may see these.
    let bound = list_scope(subject, Action::RevealIdentity);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    sql.raw(WAITS);
    condition(&mut sql, &bound);
    Some(sql)
}

/// Puts on record that she was told by a person. Stands beside the message, as its fate does: the event that it tells is on the
/// chain already.
///
/// # Errors
/// `not-permitted` when the case is not hers; `notice-told` when it reached her or somebody told her meanwhile.
pub fn tell_in_person(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    id: DeliveryId,
    way: ToldBy,
) -> Result<MatterRow, Error> {
    let (region, row, user) = of_hers(tx, subject, id)?;
    let sql = "UPDATE delivery SET told_at = $3, told_by = $4, told_way = $5 WHERE region = $1 AND id = $2 \
               AND told_at IS NULL AND fate IN ('FAILED', 'UNSURE', 'UNREACHABLE')";
    let done = tx.execute(sql, params![region, id, ctx.now(), user, way.name()])?;
    if done == 0 { Err(Refusal::rule("notice-told", "", "").into()) } else { Ok(row) }
}

/// Puts on record that somebody tried and did not find her: it stays on the list, with what was tried.
///
/// # Errors
/// `not-permitted` when the case is not hers; `notice-told` when it reached her or somebody told her meanwhile.
pub fn tried_in_person(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    id: DeliveryId,
    way: ToldBy,
) -> Result<MatterRow, Error> {
    let (region, row, user) = of_hers(tx, subject, id)?;
    let sql = "SELECT 1 FROM delivery WHERE region = $1 AND id = $2 AND told_at IS NULL \
               AND fate IN ('FAILED', 'UNSURE', 'UNREACHABLE')";
    if tx.query_opt(sql, params![&region, id], |_| Ok(()))?.is_none() {
        return Err(Refusal::rule("notice-told", "", "").into());
    }
    let sql = "INSERT INTO unreached_try (region, delivery_id, at, way, by_user) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, params![&region, id, ctx.now(), way.name(), user])?;
    Ok(row)
}

/// The case of a message that somebody may tell in person, with its region and who she is.
fn of_hers(tx: &mut Tx, subject: &Subject, id: DeliveryId) -> Result<(String, MatterRow, Option<UserId>), Error> {
    let sql = "SELECT region, case_id FROM delivery WHERE id = $1 AND audience = 'PETITIONER'";
    let found = tx.query_opt(sql, params![id], |row| Ok((row.get::<String>(0)?, row.get(1)?)))?;
    let (region, case) = found.ok_or_else(Refusal::not_permitted)?;
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let permit = access::permit::<RevealIdentity>(subject, &row.facts)?;
    let user = permit.actor().user();
    Ok((region, row, user))
}
