//! Publishing how long what is kept: a new version with its day, on record.

use domain::{
    access::{Permit, actions::AdminPractice},
    retention::RetentionRules,
};
use kernel::{Ctx, Fault, Refusal};
use store::Tx;

use crate::{
    error::Error,
    reference::{self, Kind},
};

/// Publishes `rules` for the permit's division under the next name; the name. What was put away before keeps its period.
///
/// # Errors
/// Every mistake of [`RetentionRules::check`]; `notice-day` for a day in the past.
pub fn publish(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminPractice>, rules: RetentionRules) -> Result<String, Error> {
    if rules.effective_from < ctx.today() {
        return Err(Refusal::invalid("effective_from", "notice-day").into());
    }
    rules.check().map_err(Error::Invalid)?;
    let place = permit.place().clone();
    let version = reference::load(tx)?.retention.next_name(&place, rules.effective_from.year());
    let rules = RetentionRules { division: Some(place.clone()), version: version.clone(), ..rules };
    let body = serde_json::to_string(&rules).map_err(|error| Fault::inconsistent("retention", error))?;
    let key = format!("{place}/{version}");
    reference::put(tx, ctx, permit.actor(), &place, (Kind::Retention, &key, &body))?;
    Ok(version)
}
