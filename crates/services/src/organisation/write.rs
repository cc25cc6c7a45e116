//! Entering and changing organisations.

use domain::{
    access::{Permit, actions::AdminUnits},
    organisation::Org,
};
use kernel::{Ctx, OrgId, Refusal};
use serde_json::json;
use store::{Tx, params};

use super::{
    OrgDraft, get, record,
    row::{COLUMNS, Stored, values},
};
use crate::{Error, divisions};

/// Enters an organisation.
///
/// # Errors
/// Outside the permit's division, a broken rule of [`Org::validate`], an unknown division or parent, a name already taken.
pub fn create(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminUnits>, draft: OrgDraft) -> Result<Org, Error> {
    let org = draft.into_org(ctx.new_id(), ctx.today());
    check(tx, permit, &org)?;
    tx.insert_many("org", COLUMNS, &[values(&org, 1)?])?;
    let stream = org.id.into();
    record(tx, ctx, &org.division.region(), stream, permit.actor(), "org-created", &json!({ "org": org }))?;
    Ok(org)
}

/// Changes an organisation as somebody saw it in `version`; the new version.
///
/// # Errors
/// `stale` when it changed since; otherwise as [`create`], and a circle of parents.
pub fn update(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    id: OrgId,
    version: i64,
    draft: OrgDraft,
) -> Result<Stored<Org>, Error> {
    let before = get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    permit.within(&before.value.division)?;
    let from = draft.active_from.unwrap_or(before.value.active_from);
    let org = draft.into_org(id, from);
    check(tx, permit, &org)?;
    no_circle(tx, &org)?;
    let mut row = values(&org, version + 1)?;
    row.push(version.into());
    let changed = tx.execute(UPDATE, &row)?;
    if changed == 0 {
        return Err(Refusal::stale().into());
    }
    let body = json!({ "org": org, "before": before.value });
    record(tx, ctx, &org.division.region(), id.into(), permit.actor(), "org-changed", &body)?;
    Ok(Stored { value: org, version: version + 1 })
}

const UPDATE: &str = "UPDATE org SET parent_id = $2, line_superior_id = $3, vertical = $4, kind = $5, name = $6, \
     short_name = $7, doc_code = $8, division = $9, phone = $10, address = $11, hours = $12, accepts_petitions = $13, \
     functions = $14, active_from = $15, active_to = $16, version = $17 WHERE id = $1 AND version = $18";

fn check(tx: &mut Tx, permit: &Permit<AdminUnits>, org: &Org) -> Result<(), Error> {
    permit.within(&org.division)?;
    org.validate()?;
    if divisions::get(tx, &org.division)?.is_none() {
        return Err(Refusal::invalid("division", "division-unknown").with("code", &org.division).into());
    }
    for (field, other) in [("parent", org.parent), ("line_superior", org.line_superior)] {
        let Some(other) = other else { continue };
        if get(tx, other)?.is_none() {
            return Err(Refusal::invalid(field, "org-unknown").with("name", other).into());
        }
    }
    let taken = tx.query_opt(
        "SELECT id FROM org WHERE division = $1 AND name = $2 AND id <> $3",
        params![&org.division, org.name.as_str(), org.id],
        |row| row.get::<OrgId>(0),
    )?;
    match taken {
        Some(_) => Err(Refusal::invalid("name", "org-name-taken").with("name", org.name.as_str()).into()),
        None => its_own_code(tx, org),
    }
}

/// Two offices under one code would write two letters under one number.
fn its_own_code(tx: &mut Tx, org: &Org) -> Result<(), Error> {
    let Some(code) = &org.doc_code else { return Ok(()) };
    let sql = "SELECT name FROM org WHERE doc_code = $1 AND id <> $2";
    let taken = tx.query_opt(sql, params![code.as_str(), org.id], |row| row.get::<String>(0))?;
    match taken {
        Some(name) => Err(Refusal::invalid("doc_code", "org-doc-code-taken").with("name", name).into()),
        None => Ok(()),
    }
}

/// Walks up from the new parent; a tree of five levels is never this deep.
fn no_circle(tx: &mut Tx, org: &Org) -> Result<(), Error> {
    let mut next = org.parent;
    for _ in 0..32 {
        match next {
            None => return Ok(()),
            Some(id) if id == org.id => break,
            Some(id) => next = get(tx, id)?.and_then(|above| above.value.parent),
        }
    }
    Err(Refusal::invalid("parent", "org-own-parent").into())
}
