//! Who keeps what is reported about a place: the nearest level with a key and two officers who are not concerned.

use domain::{
    organisation::Directory,
    people::{Role, RoleGrant},
};
use kernel::{Ctx, DivisionCode, Fault, OrgId, UserId};
use store::{Tx, params};

use super::keys;
use crate::{organisation, people::grants_of, secrets::envelope::SealingKey};

/// A sealed desk as the intake needs it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Whose.
    pub division: DivisionCode,
    /// The discipline body.
    pub office: OrgId,
    /// The key that closes.
    pub key: SealingKey,
    /// Who may handle a report that concerns none of them.
    pub keepers: Vec<UserId>,
}

/// The desk for what happened in `place`, when the offices `not_to` must not see it; `None`: nobody here can keep it sealed.
///
/// # Errors
/// When the database fails.
pub fn desk_for(tx: &mut Tx, ctx: &Ctx, place: &DivisionCode, not_to: &[OrgId]) -> Result<Option<Desk>, Fault> {
    let directory = organisation::directory(tx, ctx.today())?;
    for division in std::iter::successors(Some(place.clone()), DivisionCode::parent) {
        let Some(key) = keys::current(tx, &division)? else { continue };
        let officers = officers(tx, ctx, &division)?;
        let free = officers.into_iter().filter(|officer| !officer.is_concerned(&directory, not_to));
        let free: Vec<Officer> = free.collect();
        if let (Some(first), true) = (free.first(), free.len() >= 2) {
            let office = first.office;
            return Ok(Some(Desk { division, office, key, keepers: free.iter().map(|one| one.user).collect() }));
        }
    }
    Ok(None)
}

/// A sealed officer.
#[derive(Debug, Clone)]
pub(super) struct Officer {
    pub(super) user: UserId,
    /// The discipline body for which she holds the role.
    pub(super) office: OrgId,
    /// Where she belongs.
    pub(super) home: OrgId,
}

impl Officer {
    /// Whether she works in one of `orgs` or below one.
    pub(super) fn is_concerned(&self, directory: &Directory, orgs: &[OrgId]) -> bool {
        [self.office, self.home]
            .into_iter()
            .any(|mine| directory.path(mine).iter().any(|org| orgs.contains(&org.id)) || orgs.contains(&mine))
    }
}

/// The officers whose role reaches over exactly this division, by name of sign-in.
pub(super) fn officers(tx: &mut Tx, ctx: &Ctx, division: &DivisionCode) -> Result<Vec<Officer>, Fault> {
    let sql = "SELECT s.id, s.org_id FROM staff s JOIN role_grant g ON g.user_id = s.id \
               WHERE g.role = $1 AND g.division = $2 AND s.active ORDER BY s.login";
    let found: Vec<(UserId, OrgId)> =
        tx.query(sql, params![Role::DisciplineSealed.name(), division], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut officers: Vec<Officer> = vec![];
    for (user, home) in found {
        let today = ctx.today();
        let holds = |grant: &RoleGrant| {
            grant.role == Role::DisciplineSealed && grant.division == *division && grant.holds_on(today)
        };
        let grant = grants_of(tx, user)?.into_iter().find(holds);
        if let Some(grant) = grant.filter(|_| officers.iter().all(|known| known.user != user)) {
            officers.push(Officer { user, office: grant.org, home });
        }
    }
    Ok(officers)
}
