//! Who can be an agent: whoever holds that role now.

use domain::people::Role;
use jiff::civil::Date;
use kernel::{Fault, OrgId, Refusal, UserId};
use store::{Tx, params};

use crate::{error::Error, people::grants_of};

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
