//! Founding a cluster.

use domain::{
    access::{Permit, Subject, actions::FoundCluster},
    cluster::{Cluster, Founded},
};
use kernel::{CaseId, CaseNumber, Ctx, OrgId, Refusal, Text};
use store::Tx;

use super::keep;
use crate::{
    auth,
    error::Error,
    kit::Kit,
    matter::{self, Birth, Deed},
    organisation,
    petition::case_number,
};

/// A cluster that is to be founded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCluster {
    /// What it is about, in one line and without persons.
    pub title: Text<120>,
    /// The cause that its matters share; everybody concerned reads it.
    pub cause: Text<2000>,
    /// The unit that leads the task force.
    pub lead: OrgId,
    /// The other units.
    pub team: Vec<OrgId>,
    /// The matters to begin with.
    pub numbers: Vec<CaseNumber>,
}

/// Most units of one task force.
pub(super) const MOST_UNITS: usize = 40;

/// The widest place for which one of her roles lets her found a cluster, with the leave.
///
/// # Errors
/// `not-permitted`.
pub fn office_of(subject: &Subject) -> Result<Permit<FoundCluster>, Refusal> {
    auth::widest::<FoundCluster>(subject)
}

/// Founds a cluster at the permit's place and takes its first matters in; its id.
///
/// # Errors
/// `cluster-units`; `unknown-choice` for a unit that does not exist today; what [`keep::add_member`] refuses, and then nothing is
/// founded.
pub fn found(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    permit: &Permit<FoundCluster>,
    new: NewCluster,
) -> Result<CaseId, Error> {
    let (actor, division) = (permit.actor(), permit.place().clone());
    let office = actor.org().ok_or_else(Refusal::not_permitted)?;
    known_units(tx, ctx, new.lead, &new.team)?;
    let terms = kit.terms(&division, ctx.today());
    let (region, id): (String, CaseId) = (division.region(), ctx.new_id());
    let founded = Founded {
        id,
        number: case_number(tx, &division, ctx.today())?,
        division,
        office,
        title: new.title,
        cause: new.cause,
        lead: new.lead,
        team: new.team,
    };
    let event = Cluster::found(founded, &terms.env(ctx, actor))?;
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Cluster>(tx, &region, id, event, deed, Birth::default())?;
    for number in &new.numbers {
        keep::add_member(tx, kit, ctx, subject, (id, None), number)?;
    }
    Ok(id)
}

/// Every unit of a task force works today.
pub(super) fn known_units(tx: &mut Tx, ctx: &Ctx, lead: OrgId, team: &[OrgId]) -> Result<(), Error> {
    if team.len() > MOST_UNITS {
        return Err(Refusal::invalid("team", "cluster-units").with("max", MOST_UNITS).into());
    }
    let fields = team.iter().map(|unit| ("team", *unit));
    for (field, unit) in std::iter::once(("lead", lead)).chain(fields) {
        organisation::working(tx, ctx, field, unit)?;
    }
    Ok(())
}
