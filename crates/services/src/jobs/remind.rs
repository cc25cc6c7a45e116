//! Rights of hers that soon run out: asked of the index, decided by the case, said once. What an office owes is reminded of by
//! the lists of the office; this is for her, who reads no list.

use domain::{access::Subject, case::CaseKind, petition::Command};
use jiff::Timestamp;
use kernel::{CaseId, ClockId, Ctx, Fault};
use store::{Tx, params};

use crate::{error::Error, kit::Kit, matter};

/// How many of her rights were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reminded {
    /// She is told.
    pub told: usize,
    /// Nothing to tell: the case knows of no right of hers there, or it is over.
    pub silent: usize,
}

impl Reminded {
    /// Whether fewer were near than the `limit` asked for: nothing is left.
    #[must_use]
    pub fn is_done(&self, limit: u32) -> bool {
        self.told + self.silent < limit as usize
    }
}

struct Near {
    region: String,
    id: ClockId,
    case: CaseId,
    kind: CaseKind,
}

/// Handles up to `limit` rights whose reminder is due by the context's moment; call again while it returns work.
///
/// # Errors
/// When the database fails.
pub fn remind(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<Reminded, Fault> {
    let mut reminded = Reminded::default();
    for near in near_by(tx, ctx.now(), limit)? {
        let outcome = tx.attempt(|tx| one(tx, kit, ctx, &near));
        match outcome {
            Ok(true) => reminded.told += 1,
            Ok(false) => reminded.silent += 1,
            Err(Error::Fault(fault)) => return Err(fault),
            Err(error) => {
                tracing::debug!(case = %near.case, clock = %near.id, %error, "nothing to remind of");
                reminded.silent += 1;
                seen(tx, &near)?;
            }
        }
    }
    Ok(reminded)
}

fn near_by(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<Near>, Fault> {
    let sql = "SELECT region, id, case_id, kind FROM clock WHERE running AND is_right AND NOT reminded AND remind_at <= $1 \
               ORDER BY remind_at, id LIMIT $2";
    tx.query(sql, params![now, limit], |row| {
        Ok(Near { region: row.get(0)?, id: row.get(1)?, case: row.get(2)?, kind: row.parse(3, CaseKind::parse)? })
    })
}

/// One right; whether she is told. Only a petition has rights of hers with a last day.
fn one(tx: &mut Tx, kit: &Kit, ctx: &Ctx, near: &Near) -> Result<bool, Error> {
    seen(tx, near)?;
    if near.kind != CaseKind::Petition {
        return Ok(false);
    }
    matter::act(tx, kit, ctx, &Subject::System, near.case, None, &Command::RemindTerm { clock: near.id })?;
    Ok(true)
}

fn seen(tx: &mut Tx, near: &Near) -> Result<(), Fault> {
    let sql = "UPDATE clock SET reminded = $3 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&near.region, near.id, true]).map(drop)
}
