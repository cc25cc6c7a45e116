//! The rules of the report, each one named function citing its source.

use kernel::{DivisionCode, OrgLevel, Refusal};

use super::model::{Named, Obstruction};
use crate::{
    env::Env,
    organisation::{Directory, Org, OrgKind},
};

/// the nearest petition bureau strictly above the unit named; never that unit, and nothing at its own level or below.
/// A unit named in words only is taken for one of the county, because most are: the report then goes to the prefecture 盟市.
/// `None` at the top, where the discipline authorities are the way.
#[must_use]
pub fn receiver<'a>(directory: &'a Directory, place: &DivisionCode, named: &Named) -> Option<&'a Org> {
    let org = named.org.and_then(|id| directory.get(id));
    let level = org.map_or_else(|| place.at(OrgLevel::County), |org| org.division.clone());
    let is_bureau = |org: &&Org| org.kind == OrgKind::Bureau && Some(org.id) != named.org;
    let mut above = std::iter::successors(level.parent(), DivisionCode::parent);
    above.find_map(|division| directory.at(&division).find(is_bureau))
}

/// whoever is named neither takes it up nor answers it, whatever her grants say.
///
/// # Errors
/// `not-permitted`: it does not even say that there is a report.
pub fn not_by_the_unit_named(report: &Obstruction, env: &Env<'_>) -> Result<(), Refusal> {
    if report.named.org.is_some() && env.actor.org() == report.named.org {
        return Err(Refusal::not_permitted());
    }
    Ok(())
}

/// it is never routed to the unit named. Asked again of the whole report, so that no caller can pass one by.
///
/// # Errors
/// `obstruction-no-superior`.
pub fn goes_over_its_head(named: &Named, receiver: kernel::OrgId) -> Result<(), Refusal> {
    if named.org == Some(receiver) {
        return Err(no_superior());
    }
    Ok(())
}

/// Nothing in this system stands above the unit: the discipline authorities take it (12388).
#[must_use]
pub fn no_superior() -> Refusal {
    Refusal::rule("obstruction-no-superior", "R-014", "A18_4").on("named")
}
