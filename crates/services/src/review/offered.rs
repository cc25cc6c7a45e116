//! What may be contested of a petition now, and whom one may ask: for her page, for her agent and for a window.

use domain::{
    petition::{Petition, Stage},
    review::{Level, Review},
};
use kernel::{Ctx, OrgId};
use store::Tx;

use super::{organ::choices, view::of_petition};
use crate::error::Error;

/// What may be asked for now.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Which of the two.
    pub level: Level,
    /// The organs above, by name.
    pub organs: Vec<(OrgId, String)>,
    /// After its day: a cause is asked.
    pub late: bool,
}

/// What may be asked for beside `petition`, and its reviews so far, oldest first. Nothing at a stage that has no answer to contest.
///
/// # Errors
/// When the database fails.
pub fn offered(
    tx: &mut Tx,
    ctx: &Ctx,
    region: &str,
    petition: &Petition,
) -> Result<(Option<Offered>, Vec<Review>), Error> {
    let reviews = of_petition(tx, region, petition)?;
    let open = |level: &Level| petition.contestable(*level).next().is_some();
    let asks = matches!(
        petition.stage(),
        Stage::Served
            | Stage::UnderReview
            | Stage::Closed
            | Stage::Accepted
            | Stage::Investigating
            | Stage::Mediating
            | Stage::OpinionDrafted
            | Stage::OpinionChecked
            | Stage::OpinionIssued
    );
    let Some(level) = [Level::Recheck, Level::Review].into_iter().find(open).filter(|_| asks) else {
        return Ok((None, reviews));
    };
    let earlier = petition.contestable(level).find_map(|claim| petition.contests.last_of(claim.id));
    let earlier = earlier.and_then(|contest| reviews.iter().find(|review| review.id == contest.review));
    let organs = choices(tx, ctx, petition, earlier, level)?;
    let organs = organs.into_iter().map(|choice| (choice.organ.id, choice.organ.name.to_string())).collect();
    let late = petition.running(level.window()).is_none_or(|clock| clock.is_overdue(ctx.now()));
    Ok((Some(Offered { level, organs, late }), reviews))
}

/// The same for a member of staff who may hand something in for her: whoever only reads the matter is offered nothing.
///
/// # Errors
/// `not-permitted`.
pub fn offered_to(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &domain::access::Subject,
    id: kernel::CaseId,
) -> Result<(Petition, Option<Offered>), Error> {
    let loaded = crate::matter::open::<Petition>(tx, id)?;
    domain::access::permit_dynamic(subject, domain::access::Action::AddMaterial, &loaded.row.facts)?;
    let (offered, _) = offered(tx, ctx, &loaded.row.region, &loaded.state)?;
    Ok((loaded.state, offered))
}
