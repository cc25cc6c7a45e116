//! Deputies: somebody is away, somebody stands in. Every request asks the clock, so it begins and ends by itself.

use domain::{
    access::{Permit, actions::ArrangeAgents},
    mandate::StandIn,
    network::Absence,
    people::RoleGrant,
};
use jiff::Timestamp;
use kernel::{AbsenceId, Ctx, DivisionCode, Fault, PersonName, Refusal, UserId};
use serde_json::json;
use store::{Tx, params};

use super::agent::find;
use crate::{Error, mandate, organisation::record, people};

/// Says that `agent` is away from `from` until `until`, and that `deputy` stands in: in force from that moment on.
///
/// # Errors
/// `agent-unknown`, `not-permitted` (another place), a rule of [`Absence::validate`], `absence-overlap` when somebody stands in
/// already, `absence-deputy-away` when the deputy is away herself.
pub fn arrange(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<ArrangeAgents>,
    agent: UserId,
    deputy: UserId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Absence, Error> {
    let unknown = |field: &str| Refusal::invalid(field, "agent-unknown").with("name", "");
    let away = find(tx, ctx, agent)?.ok_or_else(|| unknown("agent"))?;
    let stand_in = find(tx, ctx, deputy)?.ok_or_else(|| unknown("deputy"))?;
    permit.within(&away.division)?;
    permit.within(&stand_in.division)?;
    let absence = Absence { id: ctx.new_id(), agent, deputy, from, until };
    absence.validate(ctx.now())?;
    let meets = "SELECT 1 FROM absence WHERE agent_id = $1 AND from_at < $3 AND until_at > $2";
    if tx.query_opt(meets, params![agent, from, until], |_| Ok(()))?.is_some() {
        return Err(Refusal::invalid("from", "absence-overlap").into());
    }
    if tx.query_opt(meets, params![deputy, from, until], |_| Ok(()))?.is_some() {
        return Err(Refusal::invalid("deputy", "absence-deputy-away").with("deputy", stand_in.name.reveal()).into());
    }
    let sql = "INSERT INTO absence (id, agent_id, deputy_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, params![absence.id, agent, deputy, from, until])?;
    let region = away.division.region();
    record(tx, ctx, &region, agent.into(), permit.actor(), "absence-arranged", &json!({ "absence": absence }))?;
    Ok(absence)
}

/// Ends an absence now: she is back, and the deputy stands in no longer. One that has not begun never will.
///
/// # Errors
/// `absence-unknown`, `not-permitted`.
pub fn end(tx: &mut Tx, ctx: &Ctx, permit: &Permit<ArrangeAgents>, id: AbsenceId) -> Result<(), Error> {
    let sql = "SELECT agent_id FROM absence WHERE id = $1 AND until_at > $2";
    let agent: Option<UserId> = tx.query_opt(sql, params![id, ctx.now()], |row| row.get(0))?;
    let agent = agent.ok_or_else(|| Refusal::invalid("absence", "absence-unknown"))?;
    let row = find(tx, ctx, agent)?.ok_or_else(Refusal::not_permitted)?;
    permit.within(&row.division)?;
    tx.execute("DELETE FROM absence WHERE id = $1 AND from_at >= $2", params![id, ctx.now()])?;
    tx.execute("UPDATE absence SET until_at = $2 WHERE id = $1", params![id, ctx.now()])?;
    let body = json!({ "absence": id });
    record(tx, ctx, &row.division.region(), agent.into(), permit.actor(), "absence-ended", &body)
}

/// An absence as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// The absence.
    pub absence: Absence,
    /// Who is away.
    pub agent: PersonName,
    /// Who stands in.
    pub deputy: PersonName,
}

/// The absences inside `within` that hold now or are to come, the next first.
///
/// # Errors
/// When the database fails.
pub fn away(tx: &mut Tx, ctx: &Ctx, within: &DivisionCode, agent: Option<UserId>) -> Result<Vec<Away>, Fault> {
    let sql = "SELECT DISTINCT x.id, x.agent_id, x.deputy_id, x.from_at, x.until_at, a.name AS agent, d.name AS deputy
         FROM absence x JOIN staff a ON a.id = x.agent_id JOIN staff d ON d.id = x.deputy_id JOIN org o ON o.id = a.org_id
         WHERE x.until_at > $1 AND o.division >= $2 AND o.division < $3 ORDER BY x.from_at, x.id";
    let name = |text: &str| PersonName::parse("name", text).ok();
    let rows = tx.query(sql, params![ctx.now(), within, within.upper_bound()], |row| {
        Ok(Away {
            absence: Absence {
                id: row.get("id")?,
                agent: row.get("agent_id")?,
                deputy: row.get("deputy_id")?,
                from: row.get("from_at")?,
                until: row.get("until_at")?,
            },
            agent: row.parse("agent", name)?,
            deputy: row.parse("deputy", name)?,
        })
    })?;
    Ok(rows.into_iter().filter(|row| agent.is_none_or(|agent| row.absence.agent == agent)).collect())
}

/// Who stands in for `agent` at this moment, when she is away; whoever stands in acts as an agent herself.
///
/// # Errors
/// When the database fails.
pub(crate) fn stand_in(tx: &mut Tx, ctx: &Ctx, agent: UserId) -> Result<Option<StandIn>, Fault> {
    stand_in_at(tx, ctx.now(), agent)
}

/// The same at `now`.
///
/// # Errors
/// When the database fails.
pub(crate) fn stand_in_at(tx: &mut Tx, now: Timestamp, agent: UserId) -> Result<Option<StandIn>, Fault> {
    let sql = "SELECT deputy_id, until_at FROM absence WHERE agent_id = $1 AND from_at <= $2 AND until_at > $2";
    let away = tx.query_opt(sql, params![agent, now], |row| Ok((row.get::<UserId>(0)?, row.get::<Timestamp>(1)?)))?;
    let Some((user, until)) = away else { return Ok(None) };
    let acting = mandate::acting(tx, user, kernel::beijing_date(now))?;
    Ok(acting.map(|acting| StandIn { user, org: acting.org, official: acting.official, until }))
}

/// The agents for whom `deputy` stands in at this moment, with all their grants.
///
/// # Errors
/// When the database fails.
pub fn stands_in_for(tx: &mut Tx, at: Timestamp, deputy: UserId) -> Result<Vec<(UserId, Vec<RoleGrant>)>, Fault> {
    let sql = "SELECT x.agent_id FROM absence x JOIN staff s ON s.id = x.agent_id
               WHERE x.deputy_id = $1 AND x.until_at > $2 AND x.from_at <= $2 AND s.active";
    let agents: Vec<UserId> = tx.query(sql, params![deputy, at], |row| row.get(0))?;
    agents.into_iter().map(|agent| Ok((agent, people::grants_of(tx, agent)?))).collect()
}
