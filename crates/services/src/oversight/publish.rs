//! A version of the rules of rising and supervision, loaded by an administrator: checked as a whole, on record, in force for
//! cases registered from its day on.

use std::sync::Arc;

use domain::{
    access::{Permit, actions::AdminOversight},
    oversight::Oversight,
};
use kernel::{Ctx, Refusal};
use store::Tx;

use crate::{
    error::Error,
    reference::{self, Kind},
};

/// Loads a version for the permit's division; what came before stays for the cases registered under it. Put
/// [`reference::load`] in force afterwards.
///
/// # Errors
/// Every mistake of [`Oversight::parse`]; `oversight-backdated`: what was registered before keeps the rules it began under.
pub fn load_oversight(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminOversight>,
    text: &str,
) -> Result<Arc<Oversight>, Error> {
    let mut table = Oversight::parse(text).map_err(Error::Invalid)?;
    if table.effective_from < ctx.today() {
        return Err(Refusal::invalid("from", "oversight-backdated").with("day", ctx.today()).into());
    }
    table.division = Some(permit.place().clone());
    let body = serde_json::to_string(&table).map_err(|error| kernel::Fault::inconsistent("oversight", error))?;
    let key = format!("{}/{}", permit.place(), table.version);
    reference::put(tx, ctx, permit.actor(), permit.place(), (Kind::Oversight, &key, &body))?;
    Ok(Arc::new(table))
}
