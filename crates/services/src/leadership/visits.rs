//! 五访: what is due of a leader next, counted from the visits on record.

use domain::{
    leadership::{LeaderRules, VisitDue, VisitKind, visits_due},
    people::{Role, RoleGrant},
};
use jiff::civil::Date;
use kernel::{Ctx, Fault, UserId};
use store::{Tx, params};

use crate::kit::Kit;

/// The visits that are due of `user` by her grants as a leader, the next first. Empty where her jurisdiction sets no rhythm.
///
/// # Errors
/// When the database fails.
pub fn visits_owed(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    user: UserId,
    grants: &[RoleGrant],
) -> Result<Vec<VisitDue>, Fault> {
    let leads = grants.iter().filter(|grant| grant.role == Role::UnitLeader && grant.holds_on(ctx.today()));
    // Of several offices the highest asks.
    let Some(grant) = leads.max_by_key(|grant| grant.division.level()) else { return Ok(vec![]) };
    let rules = kit.reference().leaders.in_force(&grant.division, ctx.today());
    let rules = rules.as_deref().cloned().unwrap_or_else(LeaderRules::shipped);
    if rules.visits.is_empty() {
        return Ok(vec![]);
    }
    let asked_since = rules.effective_from.max(grant.from);
    Ok(visits_due(&rules.visits, grant.division.level(), asked_since, &seen(tx, user)?))
}

/// The last visit of each kind.
fn seen(tx: &mut Tx, user: UserId) -> Result<Vec<(VisitKind, Date)>, Fault> {
    let sql = "SELECT kind, max(on_day) FROM visit WHERE user_id = $1 GROUP BY kind ORDER BY kind";
    tx.query(sql, params![user], |row| Ok((row.parse(0, VisitKind::parse)?, row.get(1)?)))
}
