//! Rows from before a column came are brought up to what their cases say, a few at a time, once; `verify` is clean afterwards.
//!
//! The state in the row is right, only what is derived from it lacks. A round writes those few rows again as the next event
//! would, without an event: nothing happened to the case.

use domain::{
    actor::Actor, advice::Advice, case::CaseKind, obstruction::Obstruction, petition::Petition, proactive::Find,
    review::Review, supervision::Supervision, whistleblow::Whistleblow, work_order::WorkOrder,
};
use kernel::{CaseId, Fault};
use store::{Tx, params};
use uuid::Uuid;

use super::{Deed, Listed, clocks, load::load_to_change, record::update_row};
use crate::{jobs, kit::Kit};

/// The task of this version. Another column later is another name, and every row is looked at once more.
const TASK: &str = "derived-columns-2";

/// Looks at up to `limit` further rows; how many were looked at, 0 when all were.
///
/// # Errors
/// When the database fails, or a row cannot be read as a case.
pub fn backfill(tx: &mut Tx, kit: &Kit, limit: u32) -> Result<usize, Fault> {
    let at = "SELECT region, id, done FROM backfill WHERE name = $1";
    let known = tx.query_opt(at, params![TASK], |row| Ok((row.get::<String>(0)?, row.get(1)?, row.get::<bool>(2)?)))?;
    let (region, id, done) = known.unwrap_or_else(|| (String::new(), CaseId(Uuid::nil()), false));
    if done {
        return Ok(0);
    }
    let sql = "SELECT region, id, kind FROM matter WHERE (region, id) > ($1, $2) ORDER BY region, id LIMIT $3";
    let page: Vec<(String, CaseId, CaseKind)> = tx.query(sql, params![&region, id, limit], |row| {
        Ok((row.get(0)?, row.get(1)?, row.parse(2, CaseKind::parse)?))
    })?;
    for (region, id, kind) in &page {
        match kind {
            CaseKind::Petition => petition(tx, kit, region, *id)?,
            CaseKind::WorkOrder => drop(one::<WorkOrder>(tx, kit, region, *id)?),
            CaseKind::Obstruction => drop(one::<Obstruction>(tx, kit, region, *id)?),
            CaseKind::Find => drop(one::<Find>(tx, kit, region, *id)?),
            CaseKind::Supervision => drop(one::<Supervision>(tx, kit, region, *id)?),
            CaseKind::Advice => drop(one::<Advice>(tx, kit, region, *id)?),
            CaseKind::Meeting => drop(one::<domain::meeting::Meeting>(tx, kit, region, *id)?),
            CaseKind::Whistleblow => drop(one::<Whistleblow>(tx, kit, region, *id)?),
            CaseKind::Mediation => drop(one::<domain::mediation::Mediation>(tx, kit, region, *id)?),
            CaseKind::Review => drop(one::<Review>(tx, kit, region, *id)?),
            CaseKind::Suggestion => drop(one::<domain::suggestion::Suggestion>(tx, kit, region, *id)?),
            CaseKind::Cluster => drop(one::<domain::cluster::Cluster>(tx, kit, region, *id)?),
        }
    }
    let (region, id) = page.last().map_or((region, id), |(region, id, _)| (region.clone(), *id));
    let sql = "INSERT INTO backfill (name, region, id, done) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (name) DO UPDATE SET region = excluded.region, id = excluded.id, done = excluded.done";
    tx.execute(sql, params![TASK, region, id, page.is_empty()])?;
    Ok(page.len())
}

fn one<A: Listed>(tx: &mut Tx, kit: &Kit, region: &str, id: CaseId) -> Result<Option<A>, Fault> {
    let Some(loaded) = load_to_change::<A>(tx, region, id)? else { return Ok(None) };
    let listing = loaded.state.listing();
    let terms = kit.terms(listing.division, kernel::beijing_date(listing.registered_at));
    // When it last changed stays as it is.
    let deed = Deed { actor: Actor::System, at: loaded.row.updated_at, clocks: terms.clocks() };
    update_row(tx, region, &loaded.state, deed)?;
    Ok(Some(loaded.state))
}

/// A window that closed while something was open, and nobody looked again since: the sweeper does now.
fn petition(tx: &mut Tx, kit: &Kit, region: &str, id: CaseId) -> Result<(), Fault> {
    let Some(state) = one::<Petition>(tx, kit, region, id)? else { return Ok(()) };
    match state.running(jobs::WINDOW) {
        Some(window) => clocks::unmark(tx, region, window.id),
        None => Ok(()),
    }
}
