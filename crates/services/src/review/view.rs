//! A review as its office reads it, with the first file beside it; and as she follows it.

use domain::{
    access::{Subject, actions::ReadReview},
    deadline::{Clock, Derivation},
    petition::{self, Petition},
    review::{self, Review},
};
use kernel::{CaseId, Ctx, OrgId};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, Possible},
    organisation, people,
    petition::MaskedIdentity,
    timeline::{self, Item, Names},
};

/// The matter as the first unit answered it.
#[derive(Debug, Clone)]
pub struct FirstFile {
    /// The petition.
    pub state: Petition,
    /// Its record, newest first.
    pub timeline: Vec<Item>,
}

/// Everything the page of a review says.
#[derive(Debug, Clone)]
pub struct ReviewView {
    /// The state.
    pub state: Review,
    /// Its row.
    pub row: MatterRow,
    /// The first file beside it.
    pub first: FirstFile,
    /// Its record, newest first.
    pub timeline: Vec<Item>,
    /// Names of organisations.
    pub names: Names,
    /// Names of staff.
    pub staff: people::Names,
    /// Who asks, masked.
    pub person: MaskedIdentity,
    /// Its clocks with their reasons.
    pub clocks: Vec<(Clock, Derivation)>,
    /// Who may examine: reviewers of the office who had no part before.
    pub examiners: Vec<people::Colleague>,
    /// What the reader may do now.
    pub allowed: Vec<Possible<Review>>,
}

/// Opens a review; whoever opens it is on record.
///
/// # Errors
/// `not-permitted`.
pub fn open(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<ReviewView, Error> {
    matter::look_for::<ReadReview>(tx, ctx, subject, id)?;
    let loaded = matter::open::<Review>(tx, id)?;
    let region = loaded.row.region.clone();
    let terms = matter::terms(kit, &loaded.state);
    let first = matter::open::<Petition>(tx, loaded.state.petition)?.state;
    let events = matter::history::<review::Fact>(tx, &region, loaded.state.id)?;
    let before = matter::history::<petition::Fact>(tx, &region, first.id)?;
    let mut orgs = timeline::orgs_in_petition(&first);
    orgs.extend(orgs_of(&loaded.state));
    let names = organisation::called(tx, orgs)?;
    let allowed = matter::allowed(&loaded, subject, &terms, ctx);
    let state = loaded.state;
    let examiners = examiners(tx, ctx, &state)?;
    let staff = people::names(tx, state.people())?;
    Ok(ReviewView {
        person: crate::petition::masked(tx, &kit.keys, &region, state.petitioner)?,
        timeline: timeline::of_review(&state, &events, &names, false),
        first: FirstFile { timeline: timeline::of_petition(&first, &before, &names, false), state: first },
        clocks: explained(&state, &terms),
        names,
        staff,
        examiners,
        allowed,
        row: loaded.row,
        state,
    })
}

fn explained(state: &Review, terms: &crate::kit::Terms) -> Vec<(Clock, Derivation)> {
    let of = |clock: &Clock| {
        let def = terms.clocks().get(clock.def.as_str())?;
        Some((clock.clone(), clock.derivation(def, terms.calendar())))
    };
    state.clocks.iter().filter_map(of).collect()
}

fn orgs_of(state: &Review) -> Vec<OrgId> {
    let mut orgs = vec![state.organ, state.office, state.unit];
    orgs.extend(state.bodies.iter().copied());
    orgs
}

fn examiners(tx: &mut Tx, ctx: &Ctx, state: &Review) -> Result<Vec<people::Colleague>, Error> {
    let mut found: Vec<people::Colleague> = vec![];
    for org in [state.organ, state.office] {
        for role in [domain::people::Role::Reviewer, domain::people::Role::Rechecker] {
            for one in people::with_role(tx, org, role, ctx.today())? {
                let free = review::rules::nobody_reviews_her_own_answer(state, one.id, None).is_ok();
                if free && found.iter().all(|known| known.id != one.id) {
                    found.push(one);
                }
            }
        }
    }
    Ok(found)
}

/// The reviews of a petition, oldest first, as she follows them.
///
/// # Errors
/// When the database fails.
pub fn hers(tx: &mut Tx, access: &crate::petition::Access, petition: &Petition) -> Result<Vec<Review>, Error> {
    of_petition(tx, access.region(), petition)
}

/// The reviews of a petition, oldest first.
///
/// # Errors
/// When the database fails.
pub fn of_petition(tx: &mut Tx, region: &str, petition: &Petition) -> Result<Vec<Review>, Error> {
    let mut found = vec![];
    let ids: Vec<CaseId> = petition.contests.list.iter().map(|contest| contest.review).collect();
    for id in ids {
        found.extend(matter::load::<Review>(tx, region, id)?.map(|loaded| loaded.state));
    }
    Ok(found)
}
