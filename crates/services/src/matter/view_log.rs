//! Whoever looked is on record, and the petitioner can see it.

use domain::access::{self, Act, MatterFacts, Subject, actions};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Fault, OrgId, Refusal, UserId};
use store::{Tx, params};
use uuid::Uuid;

use super::{load::find_by_id, row::MatterRow};
use crate::error::Error;

/// One look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its entry in the record; whoever was looked at may object to it.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub user: UserId,
    /// For which organisation.
    pub org: OrgId,
    /// What was seen: `material`, `identity`, `search`, `export`.
    pub seen: String,
    /// Why, when it took a reason.
    pub reason: Option<String>,
}

/// Proof that a look at a case was permitted and put on record; only [`look`] makes one, and the case pages ask for it.
#[derive(Debug, Clone)]
pub struct Looked {
    row: MatterRow,
}

impl Looked {
    /// The row as it was when it was looked at.
    #[must_use]
    pub fn row(&self) -> &MatterRow {
        &self.row
    }
}

/// Puts on record that `subject` opens a case.
///
/// # Errors
/// `not-permitted`, also when the case does not exist.
pub fn look(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Looked, Error> {
    look_for::<actions::ReadMatter>(tx, ctx, subject, id)
}

/// Puts on record that `subject` opens a case under the action `A`, which says of which kinds.
///
/// # Errors
/// `not-permitted`, also when the case does not exist.
pub fn look_for<A: Act<Target = MatterFacts>>(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
) -> Result<Looked, Error> {
    let row = find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let permit = access::permit::<A>(subject, &row.facts)?;
    if let (Some(user), Some(org)) = (permit.actor().user(), permit.actor().org()) {
        let view = View { id: ctx.new_id(), at: ctx.now(), user, org, seen: "material".into(), reason: None };
        looked(tx, &row.region, id, &view)?;
    }
    Ok(Looked { row })
}

/// Looks of one person at the same thing within this many seconds are one look.
const SAME_LOOK: i64 = 600;

/// Puts a look on record. Turning pages back and forth is one look; opening an identity is always its own.
pub fn looked(tx: &mut Tx, region: &str, case: CaseId, view: &View) -> Result<(), Fault> {
    if view.reason.is_none() {
        let sql =
            "SELECT 1 FROM view_log WHERE region = $1 AND case_id = $2 AND at > $3 AND user_id = $4 AND seen = $5";
        let since = view.at.as_microsecond() - SAME_LOOK * 1_000_000;
        let known = tx.query_opt(sql, params![region, case, since, view.user, &view.seen], |_| Ok(()))?;
        if known.is_some() {
            return Ok(());
        }
    }
    let sql = "INSERT INTO view_log (region, id, case_id, at, user_id, org_id, seen, reason) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let reason = view.reason.as_deref();
    tx.execute(sql, params![region, view.id, case, view.at, view.user, view.org, &view.seen, reason]).map(drop)
}

/// The looks at a case, newest first.
pub fn views(tx: &mut Tx, region: &str, case: CaseId, limit: u32) -> Result<Vec<View>, Fault> {
    let sql = "SELECT id, at, user_id, org_id, seen, reason FROM view_log WHERE region = $1 AND case_id = $2 \
               ORDER BY at DESC LIMIT $3";
    tx.query(sql, params![region, case, limit], |row| {
        Ok(View {
            id: row.get(0)?,
            at: row.get(1)?,
            user: row.get(2)?,
            org: row.get(3)?,
            seen: row.get(4)?,
            reason: row.get(5)?,
        })
    })
}
