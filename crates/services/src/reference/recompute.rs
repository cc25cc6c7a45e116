//! A year was published: the open clocks that it touches are computed again, each change an event of its case.

use domain::{
    access::Subject,
    advice::Advice,
    case::CaseKind,
    lifecycle::{Ask, Governed},
    obstruction::Obstruction,
    petition::Petition,
    review::Review,
    supervision::Supervision,
    whistleblow::Whistleblow,
    work_order::WorkOrder,
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, Ctx, Fault};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Listed},
};

/// Where a batch ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    region: String,
    case: CaseId,
}

/// What one batch did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recomputed {
    /// Cases looked at.
    pub looked_at: usize,
    /// Cases whose dates changed.
    pub changed: usize,
    /// Cases that could not be recomputed; said in the log.
    pub left: usize,
    /// Where to go on; `None` when all were looked at.
    pub next: Option<Place>,
}

/// Recomputes up to `limit` cases with an open clock that `year` touches, after `after`. Run each batch in a transaction of
/// its own, with the new calendar in force in `kit`, until `next` is `None`. Running it twice changes nothing.
///
/// # Errors
/// When the database fails.
pub fn recompute(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    year: i16,
    after: Option<&Place>,
    limit: u32,
) -> Result<Recomputed, Fault> {
    let touched = touched(tx, year, after, limit)?;
    let mut done = Recomputed { looked_at: touched.len(), ..Recomputed::default() };
    for case in &touched {
        match tx.attempt(|tx| one(tx, kit, ctx, case)) {
            Ok(true) => done.changed += 1,
            Ok(false) => {}
            Err(Error::Fault(Fault::Conflict)) => return Err(Fault::Conflict),
            Err(error) => {
                tracing::warn!(case = %case.place.case, %error, "clocks could not be recomputed");
                done.left += 1;
            }
        }
    }
    let full = touched.len() == limit as usize;
    done.next = touched.into_iter().last().filter(|_| full).map(|case| case.place);
    Ok(done)
}

struct Touched {
    place: Place,
    kind: CaseKind,
    version: i64,
}

/// A clock that ended before the year began lies outside it, unless its dates are provisional.
fn touched(tx: &mut Tx, year: i16, after: Option<&Place>, limit: u32) -> Result<Vec<Touched>, Fault> {
    let first = Date::new(year, 1, 1).map_or(Timestamp::MIN, domain::deadline::beijing_midnight);
    let (region, case) = after.map_or(("", CaseId(uuid::Uuid::nil())), |place| (&place.region, place.case));
    let sql = "SELECT m.region, m.id, m.kind, m.version FROM matter m WHERE EXISTS (SELECT 1 FROM clock c
               WHERE c.region = m.region AND c.case_id = m.id AND (c.provisional OR c.due_at >= $1))
               AND (m.region, m.id) > ($2, $3) ORDER BY m.region, m.id LIMIT $4";
    tx.query(sql, params![first, region, case, limit], |row| {
        Ok(Touched {
            place: Place { region: row.get("region")?, case: row.get("id")? },
            kind: row.parse("kind", CaseKind::parse)?,
            version: row.get("version")?,
        })
    })
}

/// One case; whether its dates changed.
fn one(tx: &mut Tx, kit: &Kit, ctx: &Ctx, case: &Touched) -> Result<bool, Error> {
    let id = case.place.case;
    let version = match case.kind {
        CaseKind::Petition => again::<Petition>(tx, kit, ctx, id)?,
        CaseKind::WorkOrder => again::<WorkOrder>(tx, kit, ctx, id)?,
        CaseKind::Obstruction => again::<Obstruction>(tx, kit, ctx, id)?,
        CaseKind::Find => again::<domain::proactive::Find>(tx, kit, ctx, id)?,
        CaseKind::Supervision => again::<Supervision>(tx, kit, ctx, id)?,
        CaseKind::Advice => again::<Advice>(tx, kit, ctx, id)?,
        CaseKind::Meeting => again::<domain::meeting::Meeting>(tx, kit, ctx, id)?,
        CaseKind::Whistleblow => again::<Whistleblow>(tx, kit, ctx, id)?,
        CaseKind::Mediation => again::<domain::mediation::Mediation>(tx, kit, ctx, id)?,
        CaseKind::Review => again::<Review>(tx, kit, ctx, id)?,
        CaseKind::Suggestion => again::<domain::suggestion::Suggestion>(tx, kit, ctx, id)?,
        CaseKind::Cluster => again::<domain::cluster::Cluster>(tx, kit, ctx, id)?,
    };
    Ok(version != case.version)
}

/// The version of the case after its clocks were computed again.
fn again<A: Listed + Governed<Command: Ask<Of = A>>>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    id: CaseId,
) -> Result<i64, Error> {
    Ok(matter::act(tx, kit, ctx, &Subject::System, id, None, &A::recompute_clocks())?.version())
}
