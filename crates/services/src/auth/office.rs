//! For which offices and places somebody acts.

use domain::access::{self, Act, Permit, Subject};
use kernel::{DivisionCode, OrgId, Refusal};

/// The leave for `A` at the widest place for which one of her roles gives it.
///
/// # Errors
/// `not-permitted`.
pub fn widest<A: Act<Target = DivisionCode>>(subject: &Subject) -> Result<Permit<A>, Refusal> {
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    let mut places: Vec<DivisionCode> = staff.grants().iter().map(|grant| grant.division.clone()).collect();
    places.sort_by_key(|place| place.as_str().len());
    let mut leaves = places.iter().filter_map(|place| access::permit::<A>(subject, place).ok());
    leaves.next().ok_or_else(Refusal::not_permitted)
}

/// The organisations for which she acts: her own, and those of her roles. None for whoever is no member of staff.
#[must_use]
pub fn orgs_of(subject: &Subject) -> Vec<OrgId> {
    let staff = subject.staff().into_iter();
    staff.flat_map(|staff| staff.grants().iter().map(|grant| grant.org).chain([staff.org()])).collect()
}
