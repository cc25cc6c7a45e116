//! Questions about staff.

use std::collections::HashMap;

use domain::{
    access::{Permit, actions::AdminStaff},
    people::{Role, RoleGrant, Staff},
};
use jiff::civil::Date;
use kernel::{Cursor, Fault, OrgId, Page, Refusal, UserId};
use store::{Filter, Row, Tx, params};

use super::row::{read_grant, read_staff};
use crate::{Error, organisation::Stored};

const STAFF: &str =
    "SELECT s.id, s.login, s.name, s.title, s.phone, s.org_id, s.locale, s.active, s.version FROM staff s";

/// All grants of a person, also past and future ones.
pub(crate) fn grants_of(tx: &mut Tx, user: UserId) -> Result<Vec<RoleGrant>, Fault> {
    let sql = "SELECT user_id, role, org_id, division, from_day, to_day FROM role_grant WHERE user_id = $1
               ORDER BY role, org_id, division, from_day";
    let rows = tx.query(sql, params![user], read_grant)?;
    Ok(rows.into_iter().map(|(_, grant)| grant).collect())
}

/// One member of staff with all her grants, for whoever keeps staff.
///
/// # Errors
/// `not-permitted` when she is unknown or belongs elsewhere.
pub fn get(tx: &mut Tx, permit: &Permit<AdminStaff>, user: UserId) -> Result<Stored<Staff>, Error> {
    let mut found = unchecked(tx, user)?.ok_or_else(Refusal::not_permitted)?;
    within(tx, permit, found.value.org)?;
    found.value.grants = grants_of(tx, user)?;
    Ok(found)
}

pub(super) fn unchecked(tx: &mut Tx, user: UserId) -> Result<Option<Stored<Staff>>, Fault> {
    tx.query_opt(&format!("{STAFF} WHERE s.id = $1"), params![user], read_staff)
}

/// Checks that the permit reaches over the division of `org`.
pub(super) fn within(tx: &mut Tx, permit: &Permit<AdminStaff>, org: OrgId) -> Result<kernel::DivisionCode, Error> {
    let division = tx.query_opt("SELECT division FROM org WHERE id = $1", params![org], |row| row.get(0))?;
    let division = division.ok_or_else(|| Refusal::invalid("org", "org-unknown").with("name", org))?;
    permit.within(&division)?;
    Ok(division)
}

/// A page of the staff of all organisations in the permit's division, by login, with all their grants.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    permit: &Permit<AdminStaff>,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<Stored<Staff>>, Fault> {
    let place = permit.place();
    let sql = format!(
        "{STAFF} JOIN org o ON o.id = s.org_id WHERE o.division >= $1 AND o.division < $2 AND s.login > $3
         ORDER BY s.login LIMIT $4"
    );
    let limit = limit.max(1);
    let after = after.map_or("", |cursor| cursor.id.as_str());
    let mut items = tx.query(&sql, params![place, place.upper_bound(), after, limit.saturating_add(1)], read_staff)?;
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        let range = (first.value.login.as_str().to_owned(), last.value.login.as_str().to_owned());
        let mut grants = grants_between(tx, &range.0, &range.1)?;
        for item in &mut items {
            item.value.grants = grants.remove(&item.value.id).unwrap_or_default();
        }
    }
    let next = items.last().filter(|_| more).map(|last| Cursor { key: 0, id: last.value.login.to_string() });
    Ok(Page { items, next })
}

fn grants_between(tx: &mut Tx, first: &str, last: &str) -> Result<HashMap<UserId, Vec<RoleGrant>>, Fault> {
    let sql = "SELECT g.user_id, g.role, g.org_id, g.division, g.from_day, g.to_day
               FROM staff s JOIN role_grant g ON g.user_id = s.id WHERE s.login >= $1 AND s.login <= $2
               ORDER BY g.role, g.org_id, g.division, g.from_day";
    let mut by_user: HashMap<UserId, Vec<RoleGrant>> = HashMap::new();
    for (user, grant) in tx.query(sql, params![first, last], read_grant)? {
        by_user.entry(user).or_default().push(grant);
    }
    Ok(by_user)
}

/// A colleague to choose for a task, or to name to a petitioner: no login, no rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: UserId,
    /// Her name.
    pub name: kernel::PersonName,
    /// Her post.
    pub title: Option<String>,
    /// Her telephone at work.
    pub phone: Option<String>,
}

/// Who holds `role` on `day` at each of `orgs`, by name, in one question.
///
/// # Errors
/// When the database fails.
pub fn with_role_at(
    tx: &mut Tx,
    orgs: &[OrgId],
    role: Role,
    day: Date,
) -> Result<HashMap<OrgId, Vec<Colleague>>, Fault> {
    let mut by_org: HashMap<OrgId, Vec<Colleague>> = HashMap::new();
    if orgs.is_empty() {
        return Ok(by_org);
    }
    let mut filter = Filter::new();
    filter.is_in("g.org_id", orgs.iter().copied()).eq("g.role", role.name()).raw("s.active");
    let day = filter.bind(day);
    filter.raw(format!("g.from_day <= {day} AND (g.to_day IS NULL OR g.to_day > {day})"));
    let sql = format!(
        "SELECT DISTINCT g.org_id, s.id, s.name, s.title, s.phone FROM role_grant g JOIN staff s ON s.id = g.user_id
         WHERE {} ORDER BY s.name, s.id",
        filter.sql()
    );
    for (org, colleague) in tx.query(&sql, filter.params(), |row| Ok((row.get("org_id")?, read_colleague(row)?)))? {
        by_org.entry(org).or_default().push(colleague);
    }
    Ok(by_org)
}

fn read_colleague(row: &Row<'_>) -> Result<Colleague, Fault> {
    Ok(Colleague {
        id: row.get("id")?,
        name: row.parse("name", |text| kernel::PersonName::parse("name", text).ok())?,
        title: row.get("title")?,
        phone: row.get("phone")?,
    })
}

/// Who holds `role` at `org` on `day` and may sign in, by name.
///
/// # Errors
/// When the database fails.
pub fn with_role(tx: &mut Tx, org: OrgId, role: Role, day: Date) -> Result<Vec<Colleague>, Fault> {
    let sql = "SELECT DISTINCT s.id, s.name, s.title, s.phone FROM role_grant g JOIN staff s ON s.id = g.user_id
               WHERE g.org_id = $1 AND g.role = $2 AND g.from_day <= $3 AND (g.to_day IS NULL OR g.to_day > $3)
                 AND s.active ORDER BY s.name, s.id";
    tx.query(sql, params![org, role.name(), day], read_colleague)
}

/// Whether `user` may sign in on `day` and holds `role` anywhere.
///
/// # Errors
/// When the database fails.
pub fn holds(tx: &mut Tx, user: kernel::UserId, role: Role, day: Date) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM role_grant g JOIN staff s ON s.id = g.user_id WHERE g.user_id = $1 AND g.role = $2
               AND g.from_day <= $3 AND (g.to_day IS NULL OR g.to_day > $3) AND s.active";
    Ok(tx.query_opt(sql, params![user, role.name(), day], |_| Ok(()))?.is_some())
}
