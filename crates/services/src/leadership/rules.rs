//! Publishing the duties of whoever takes charge: a new version with its day, on record.

use domain::{
    access::{Permit, actions::AdminPractice},
    leadership::LeaderRules,
};
use kernel::{Ctx, Fault, Refusal};
use store::Tx;

use crate::{
    error::Error,
    reference::{self, Kind},
};

/// Publishes `rules` for the permit's division under the next name; the name. Whoever is in charge already keeps the duties and
/// days of the day on which she took it.
///
/// # Errors
/// Every mistake of [`LeaderRules::check`]; `notice-day` for a day in the past.
pub fn publish(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminPractice>, rules: LeaderRules) -> Result<String, Error> {
    if rules.effective_from < ctx.today() {
        return Err(Refusal::invalid("effective_from", "notice-day").into());
    }
    rules.check().map_err(Error::Invalid)?;
    let place = permit.place().clone();
    let version = reference::load(tx)?.leaders.next_name(&place, rules.effective_from.year());
    let rules = LeaderRules { division: Some(place.clone()), version: version.clone(), ..rules };
    let body = serde_json::to_string(&rules).map_err(|error| Fault::inconsistent("leader_rules", error))?;
    let key = format!("{place}/{version}");
    reference::put(tx, ctx, permit.actor(), &place, (Kind::Leaders, &key, &body))?;
    Ok(version)
}
