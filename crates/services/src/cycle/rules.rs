//! Publishing the rhythm of a jurisdiction: a new version with its day, on record.

use domain::{
    access::{Permit, actions::AdminCycles},
    cycle::CycleRules,
};
use kernel::{Ctx, Fault, Refusal};
use store::Tx;

use crate::{
    error::Error,
    reference::{self, Kind},
};

/// Publishes `rules` for the permit's division under the next name; the name.
///
/// # Errors
/// Every mistake of [`CycleRules::check`]; `notice-day` for a day in the past.
pub fn publish(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminCycles>, rules: CycleRules) -> Result<String, Error> {
    if rules.effective_from < ctx.today() {
        return Err(Refusal::invalid("effective_from", "notice-day").into());
    }
    rules.check().map_err(Error::Invalid)?;
    let place = permit.place().clone();
    let version = reference::load(tx)?.cycles.next_name(&place, ctx.today().year());
    let rules = CycleRules { division: Some(place.clone()), version: version.clone(), ..rules };
    let body = serde_json::to_string(&rules).map_err(|error| Fault::inconsistent("cycle_rules", error))?;
    let key = format!("{place}/{version}");
    reference::put(tx, ctx, permit.actor(), &place, (Kind::Cycles, &key, &body))?;
    Ok(version)
}
