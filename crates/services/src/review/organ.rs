//! Whom she may ask, and which office works for it.

use domain::{
    organisation::{Directory, Org, OrgKind},
    people::Role,
    petition::Petition,
    review::{Level, Review},
};
use kernel::{Ctx, Fault, OrgId};
use store::Tx;

use crate::{organisation, people};

/// An organ that may be asked.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Whose opinion it will be.
    pub organ: Org,
    /// Who works on it.
    pub office: OrgId,
}

/// The organs above the body whose answer is contested; none of those that answered.
///
/// # Errors
/// When the database fails.
pub fn choices(
    tx: &mut Tx,
    ctx: &Ctx,
    petition: &Petition,
    earlier: Option<&Review>,
    level: Level,
) -> Result<Vec<Choice>, Fault> {
    let directory = organisation::directory(tx, ctx.today())?;
    let answered = match (level, earlier) {
        (Level::Recheck, Some(review)) => Some(review.organ),
        _ => petition.unit(),
    };
    let Some(answered) = answered else { return Ok(vec![]) };
    let mut found = vec![];
    for id in directory.superior_options(answered) {
        let Some(organ) = directory.get(id).filter(|organ| Some(organ.id) != petition.unit()) else { continue };
        let office = office_of(tx, ctx, &directory, organ, petition.unit())?;
        found.push(Choice { organ: organ.clone(), office });
    }
    Ok(found)
}

/// The organ itself where it has reviewers; else the bureau of its place that has some and did not answer; else the organ.
fn office_of(
    tx: &mut Tx,
    ctx: &Ctx,
    directory: &Directory,
    organ: &Org,
    answered: Option<OrgId>,
) -> Result<OrgId, Fault> {
    let bureaus = directory.at(&organ.division).filter(|org| org.kind == OrgKind::Bureau && Some(org.id) != answered);
    let mut orgs = vec![organ.id];
    orgs.extend(bureaus.map(|org| org.id));
    let day = ctx.today();
    let mut working = people::with_role_at(tx, &orgs, Role::Reviewer, day)?;
    working.extend(people::with_role_at(tx, &orgs, Role::Rechecker, day)?);
    Ok(orgs.into_iter().find(|org| working.contains_key(org)).unwrap_or(organ.id))
}
