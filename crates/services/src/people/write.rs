//! Entering and changing staff.

use std::collections::HashSet;

use domain::{
    access::{Permit, actions::AdminStaff},
    people::{Role, RoleGrant, Staff},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, OrgId, Refusal, UserId};
use serde_json::json;
use store::{Tx, Value, params};

use super::{
    StaffDraft,
    query::{get, within},
    row::{GRANT, STAFF, grant_values, staff_values},
};
use crate::{
    Error,
    auth::{self, PasswordHash},
    network,
    organisation::{Stored, record},
};

/// Enters a member of staff.
///
/// # Errors
/// Outside the permit's division, an unknown organisation, roles that exclude each other, a login name already taken.
pub fn create(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminStaff>, draft: &StaffDraft) -> Result<Staff, Error> {
    let mut staff = create_many(tx, ctx, permit, std::slice::from_ref(draft))?;
    Ok(staff.remove(0))
}

/// Enters many at once, with few statements. The first rule broken by any of them ends it.
///
/// # Errors
/// As [`create`].
pub fn create_many(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    drafts: &[StaffDraft],
) -> Result<Vec<Staff>, Error> {
    let (mut people, mut rows, mut grants) = (vec![], vec![], vec![]);
    let mut logins: HashSet<&str> = HashSet::new();
    for draft in drafts {
        let staff = draft.staff(ctx.new_id());
        if !logins.insert(draft.login.as_str()) || login_taken(tx, draft.login.as_str(), staff.id)? {
            return Err(Refusal::invalid("login", "login-taken").with("login", draft.login.as_str()).into());
        }
        let division = check(tx, permit, &staff)?;
        rows.push(staff_values(&staff, draft.password.as_ref(), draft.must_change));
        grants.extend(staff.grants.iter().map(|grant| grant_values(staff.id, grant)));
        people.push((staff, division));
    }
    tx.insert_many("staff", STAFF, &rows)?;
    tx.insert_many("role_grant", GRANT, &grants)?;
    for (staff, division) in &people {
        let body = json!({ "org": staff.org, "active": staff.active, "grants": staff.grants });
        record(tx, ctx, &division.region(), staff.id.into(), permit.actor(), "staff-created", &body)?;
    }
    Ok(people.into_iter().map(|(staff, _)| staff).collect())
}

/// Changes a member of staff as somebody saw her in `version`; her password stays. Whoever may no longer sign in is
/// signed out.
///
/// # Errors
/// `stale` when she changed since; otherwise as [`create`].
pub fn update(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    user: UserId,
    version: i64,
    draft: &StaffDraft,
) -> Result<Stored<Staff>, Error> {
    let before = get(tx, permit, user)?;
    let staff = draft.staff(user);
    let division = check(tx, permit, &staff)?;
    if loses_office(&before.value, &staff, ctx.today()) {
        network::none_in_hand(tx, user)?;
    }
    if login_taken(tx, staff.login.as_str(), user)? {
        return Err(Refusal::invalid("login", "login-taken").with("login", staff.login.as_str()).into());
    }
    let mut row = staff_values(&staff, None, false);
    // Neither the password nor the duty to change it is touched here.
    row.truncate(8);
    row.push(version.into());
    let sql = "UPDATE staff SET login = $2, name = $3, title = $4, phone = $5, org_id = $6, locale = $7, active = $8,
               version = version + 1 WHERE id = $1 AND version = $9";
    if tx.execute(sql, &row)? == 0 {
        return Err(Refusal::stale().into());
    }
    replace_grants(tx, user, &staff.grants)?;
    if !staff.active {
        auth::end_all(tx, user, None)?;
    }
    let body = json!({
        "org": staff.org, "active": staff.active, "grants": staff.grants,
        "before": { "org": before.value.org, "active": before.value.active, "grants": before.value.grants },
    });
    record(tx, ctx, &division.region(), user.into(), permit.actor(), "staff-changed", &body)?;
    Ok(Stored { value: staff, version: version + 1 })
}

/// Gives somebody a new first password and signs her out everywhere.
///
/// # Errors
/// `not-permitted` when she is unknown or belongs elsewhere.
pub fn reset_password(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminStaff>,
    user: UserId,
    password: &PasswordHash,
) -> Result<(), Error> {
    let staff = get(tx, permit, user)?.value;
    let division = within(tx, permit, staff.org)?;
    let sql = "UPDATE staff SET password = $2, must_change = $3, version = version + 1 WHERE id = $1";
    tx.execute(sql, params![user, password.reveal(), true])?;
    auth::end_all(tx, user, None)?;
    record(tx, ctx, &division.region(), user.into(), permit.actor(), "staff-password-reset", &json!({}))
}

/// Whether she would no longer sign in, or no longer be an agent somewhere, or only until a day: nobody ends with open matters
/// in hand.
fn loses_office(before: &Staff, after: &Staff, today: Date) -> bool {
    let offices = |staff: &Staff| -> HashSet<OrgId> {
        let held = staff.grants.iter().filter(|grant| grant.role == Role::Agent && grant.holds_on(today));
        held.filter(|grant| grant.to.is_none()).map(|grant| grant.org).collect()
    };
    (before.active && !after.active) || !offices(before).is_subset(&offices(after))
}

fn replace_grants(tx: &mut Tx, user: UserId, grants: &[RoleGrant]) -> Result<(), Error> {
    tx.execute("DELETE FROM role_grant WHERE user_id = $1", params![user])?;
    let rows: Vec<Vec<Value>> = grants.iter().map(|grant| grant_values(user, grant)).collect();
    tx.insert_many("role_grant", GRANT, &rows)?;
    Ok(())
}

/// What must hold before anything is written; gives the division of her organisation.
fn check(tx: &mut Tx, permit: &Permit<AdminStaff>, staff: &Staff) -> Result<DivisionCode, Error> {
    staff.validate()?;
    let division = within(tx, permit, staff.org)?;
    for grant in &staff.grants {
        // Nobody grants what reaches further than herself.
        permit.within(&grant.division).map_err(|_| {
            Refusal::invalid("roles", "grant-outside").with("role", grant.role).with("division", &grant.division)
        })?;
        if grant.org != staff.org {
            within(tx, permit, grant.org)?;
        }
    }
    Ok(division)
}

fn login_taken(tx: &mut Tx, login: &str, but: UserId) -> Result<bool, Error> {
    let sql = "SELECT id FROM staff WHERE login = $1 AND id <> $2";
    Ok(tx.query_opt(sql, params![login, but], |row| row.get::<UserId>(0))?.is_some())
}
