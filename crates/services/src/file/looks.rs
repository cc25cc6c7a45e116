//! Opened names: open for ten minutes, told to her at once, and told to the auditor when one person opens many.

use std::collections::{BTreeMap, HashSet};

use domain::access::{Permit, actions::ReadAuditLog};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Ctx, Fault, OrgId, UserId};
use store::{Tx, params};

use crate::{
    kit::Kit,
    matter::{self, View},
    petition::Access,
};

/// How long a name stays open for whoever gave a reason.
const OPEN: SignedDuration = SignedDuration::from_mins(10);
/// How far back the auditor's panel looks.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A name that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookedAt {
    /// Since when.
    pub at: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Somebody who opened many names in a short time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Many {
    /// Who.
    pub user: UserId,
    /// Of how many matters, at the most within the hours of the rule.
    pub people: usize,
    /// From when.
    pub from: Timestamp,
    /// To when.
    pub to: Timestamp,
}

/// Tells her that somebody opened her name, or that the bureau answered what she asked about her data. It is no event of her matter,
/// so its place in the outbox has a number below zero. The words name neither unit nor reason: those stand on her page.
///
/// # Errors
/// When the database fails.
pub fn tell_look(tx: &mut Tx, region: &str, case: CaseId, at: Timestamp) -> Result<(), Fault> {
    let sql = "SELECT coalesce(min(seq), 0) FROM notice WHERE region = $1 AND case_id = $2";
    let lowest: i64 = tx.query_one(sql, params![region, case], |row| row.get(0))?;
    crate::jobs::tell(tx, region, case, lowest.min(0) - 1, at)
}

/// Puts on record that she took a copy of everything: on her page it says so, and nobody else is named.
///
/// # Errors
/// When the database fails.
pub fn took_copy(tx: &mut Tx, ctx: &Ctx, access: &Access) -> Result<(), Fault> {
    let nobody = uuid::Uuid::nil();
    let (user, org) = (UserId(nobody), OrgId(nobody));
    let view = View { id: ctx.new_id(), at: ctx.now(), user, org, seen: "own-copy".into(), reason: None };
    matter::looked(tx, access.region(), access.case(), &view)
}

/// Whether the name behind a case is open for `user` now: she gave a reason less than ten minutes ago.
///
/// # Errors
/// When the database fails.
pub fn is_open(tx: &mut Tx, ctx: &Ctx, region: &str, case: CaseId, user: UserId) -> Result<Option<LookedAt>, Fault> {
    let sql = "SELECT max(at) FROM view_log WHERE region = $1 AND case_id = $2 AND user_id = $3 AND seen = 'identity' \
               AND reason IS NOT NULL AND at > $4";
    let since = (ctx.now() - OPEN).as_microsecond();
    let at: Option<Timestamp> = tx.query_one(sql, params![region, case, user, since], |row| row.get(0))?;
    Ok(at.map(|at| LookedAt { at, until: at + OPEN }))
}

/// Who opened many names in a short time during the last thirty days, by the rule of the permit's place; the latest first.
///
/// # Errors
/// When the database fails.
pub fn alarms(tx: &mut Tx, kit: &Kit, ctx: &Ctx, permit: &Permit<ReadAuditLog>) -> Result<Vec<Many>, Fault> {
    let place = permit.place();
    let rule = kit.retention_rules(place, ctx.today()).alarm;
    let sql = "SELECT v.user_id, v.at, v.case_id FROM view_log v JOIN matter m ON m.region = v.region AND m.id = v.case_id \
               WHERE v.seen = 'identity' AND v.at > $1 AND m.division >= $2 AND m.division < $3 AND NOT m.sealed \
               ORDER BY v.at";
    let since = (ctx.now() - BACK).as_microsecond();
    let mut looks: BTreeMap<UserId, Vec<(Timestamp, CaseId)>> = BTreeMap::new();
    tx.query_each(sql, params![since, place, place.upper_bound()], |row| {
        looks.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
        Ok(())
    })?;
    let window = SignedDuration::from_hours(i64::from(rule.hours));
    let worst = looks.into_iter().filter_map(|(user, looks)| worst(user, &looks, window));
    let mut many: Vec<Many> = worst.filter(|many| many.people >= usize::from(rule.people)).collect();
    many.sort_by_key(|many| std::cmp::Reverse(many.to));
    Ok(many)
}

/// The window in which one person opened the most.
fn worst(user: UserId, looks: &[(Timestamp, CaseId)], window: SignedDuration) -> Option<Many> {
    let from = |begin: usize| {
        let (first, _) = looks[begin];
        let inside = looks[begin..].iter().take_while(move |(at, _)| at.duration_since(first) <= window);
        let people: HashSet<CaseId> = inside.clone().map(|(_, case)| *case).collect();
        let to = inside.last().map_or(first, |(at, _)| *at);
        Many { user, people: people.len(), from: first, to }
    };
    // Of several that hold as many, the earliest: the last of those that `max_by_key` meets.
    (0..looks.len()).rev().map(from).max_by_key(|many| many.people)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_busiest_hours_of_one_person_are_found() {
        let at =
            |minutes: i64| "2026-03-02T02:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes);
        let case = |no: u128| CaseId(Uuid::from_u128(no));
        // One in the morning, the same matter three times, and two others within the hour.
        let looks = [
            (at(0), case(1)),
            (at(300), case(2)),
            (at(310), case(2)),
            (at(320), case(3)),
            (at(359), case(4)),
            (at(900), case(5)),
        ];
        let user = UserId(Uuid::from_u128(9));
        let many = worst(user, &looks, SignedDuration::from_hours(1)).unwrap();
        assert_eq!(many, Many { user, people: 3, from: at(300), to: at(359) });
    }
}
