//! Who can be an agent: whoever holds that role now.

use domain::{organisation::Org, people::Role};
use jiff::civil::Date;
use kernel::{DivisionCode, Fault, OrgId, OrgLevel, Refusal, UserId};
use store::{Tx, params};

use crate::{
    error::Error,
    organisation::{self, OrgQuery},
    people::{self, Colleague, grants_of},
};

/// In what capacity somebody acts for a petitioner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acting {
    /// The point or station for which she is an agent.
    pub org: OrgId,
    /// She works for an authority: her details then reach no other processor (PIPL 23).
    pub official: bool,
}

/// Roles by which somebody is in office, not only an agent or a neighbour.
fn in_office(role: Role) -> bool {
    !matches!(
        role,
        Role::Agent
            | Role::GridMember
            | Role::Delegate
            | Role::Mediator
            | Role::LegalAdvisor
            | Role::Translator
            | Role::Citizen
            | Role::Representative
    )
}

/// Whether `user` is an agent on `day`, and for whom.
///
/// # Errors
/// When the database fails.
pub fn acting(tx: &mut Tx, user: UserId, day: Date) -> Result<Option<Acting>, Fault> {
    let active = tx.query_opt("SELECT 1 FROM staff WHERE id = $1 AND active", params![user], |_| Ok(()))?.is_some();
    let grants: Vec<_> = grants_of(tx, user)?.into_iter().filter(|grant| active && grant.holds_on(day)).collect();
    let agent = grants.iter().find(|grant| grant.role == Role::Agent);
    let official = grants.iter().any(|grant| in_office(grant.role));
    Ok(agent.map(|grant| Acting { org: grant.org, official }))
}

/// The same for a field of a form.
///
/// # Errors
/// `mandate-agent-unknown` on `agent`.
pub fn may_act(tx: &mut Tx, user: UserId, day: Date) -> Result<Acting, Error> {
    let known = acting(tx, user, day)?;
    Ok(known.ok_or_else(|| Refusal::rule("mandate-agent-unknown", "3.3", "").on("agent"))?)
}

/// How many organisations are asked at most; a banner has fewer points.
const MOST: u32 = 500;

/// Every agent of the banner or county of `division`, nearest first, with the point each belongs to.
///
/// # Errors
/// When the database fails.
pub fn agents_around(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<Vec<(Org, Colleague)>, Fault> {
    let county = if division.level() >= OrgLevel::County { division.clone() } else { division.at(OrgLevel::County) };
    let query = OrgQuery { within: county, kind: None, on: Some(day), after: None, limit: MOST };
    let mut orgs: Vec<Org> = organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value).collect();
    // The village first, then what holds it, then its neighbours.
    orgs.sort_by_key(|org| {
        let holds = org.division.contains(division);
        (!holds, if holds { usize::MAX - org.division.as_str().len() } else { 0 }, org.division.to_string())
    });
    let ids: Vec<OrgId> = orgs.iter().map(|org| org.id).collect();
    let mut by_org = people::with_role_at(tx, &ids, Role::Agent, day)?;
    let mut all = vec![];
    for org in orgs {
        for colleague in by_org.remove(&org.id).unwrap_or_default() {
            all.push((org.clone(), colleague));
        }
    }
    Ok(all)
}
