//! Names and telephones of organisations, as pages about cases need them. Public by law.

use std::collections::HashMap;

use kernel::{Ctx, Fault, OrgId, Refusal};
use store::{Filter, Tx, params};

use crate::error::Error;

/// The names of these organisations, in one query.
pub fn names(tx: &mut Tx, ids: impl IntoIterator<Item = OrgId>) -> Result<HashMap<OrgId, String>, Fault> {
    let mut filter = Filter::new();
    filter.is_in("id", ids);
    let sql = format!("SELECT id, name FROM org WHERE {}", filter.sql());
    Ok(tx.query(&sql, filter.params(), |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// What these organisations are called in a sentence or a row: their short names, and the full one where there is none.
pub fn called(tx: &mut Tx, ids: impl IntoIterator<Item = OrgId>) -> Result<HashMap<OrgId, String>, Fault> {
    let mut filter = Filter::new();
    filter.is_in("id", ids);
    let sql = format!("SELECT id, COALESCE(short_name, name) FROM org WHERE {}", filter.sql());
    Ok(tx.query(&sql, filter.params(), |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// The name of one organisation; empty when it does not exist.
pub fn name(tx: &mut Tx, id: OrgId) -> Result<String, Fault> {
    Ok(names(tx, [id])?.remove(&id).unwrap_or_default())
}

/// The public telephone of one organisation.
pub fn phone(tx: &mut Tx, id: OrgId) -> Result<Option<String>, Fault> {
    Ok(tx.query_opt("SELECT phone FROM org WHERE id = $1", params![id], |row| row.get(0))?.flatten())
}

/// Whether the unit that somebody chose in `field` works today.
///
/// # Errors
/// `unknown-choice`.
pub fn working(tx: &mut Tx, ctx: &Ctx, field: &str, unit: OrgId) -> Result<(), Error> {
    let found = super::get(tx, unit)?.filter(|org| org.value.active_on(ctx.today()));
    found.map(drop).ok_or_else(|| Refusal::invalid(field, "unknown-choice").into())
}
