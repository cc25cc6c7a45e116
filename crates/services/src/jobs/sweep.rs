//! The sweeper: asks the index what is due by now, and lets each case decide. Restart-safe: what it does is recorded in
//! the case, and a clock is marked in the same transaction.

use domain::{
    access::Subject,
    advice::Advice,
    case::CaseKind,
    cluster::Cluster,
    lifecycle::{Ask, Governed},
    mediation::Mediation,
    meeting::Meeting,
    obstruction::Obstruction,
    petition::{Command, Petition, look_back},
    proactive::Find,
    review::Review,
    supervision::Supervision,
    whistleblow::Whistleblow,
    work_order::WorkOrder,
};
use jiff::Timestamp;
use kernel::{CaseId, ClockId, Ctx, Fault};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Listed},
};

/// Clocks of one transaction of the server: few enough not to hold the writer for long.
pub const SWEPT_AT_ONCE: u32 = 50;

/// What one sweep did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Clocks that ran out and were said to.
    pub overdue: usize,
    /// Windows that closed, and the procedure with them.
    pub closed: usize,
    /// Cases that could not be swept now; their clocks wait.
    pub left: usize,
}

impl Swept {
    /// Whether fewer were due than the `limit` asked for: nothing is left.
    #[must_use]
    pub fn is_done(&self, limit: u32) -> bool {
        self.overdue + self.closed + self.left < limit as usize
    }
}

/// The clock after which a served petition closes by itself.
pub(crate) const WINDOW: &str = "REVIEW_REQUEST_30D";
/// The same after a review.
const RECHECK_WINDOW: &str = "RECHECK_REQUEST_30D";

#[derive(Debug)]
struct Due {
    region: String,
    id: ClockId,
    case: CaseId,
    kind: CaseKind,
    def: String,
    is_right: bool,
}

/// Handles up to `limit` clocks that ran out by the context's moment; call again while it returns work.
pub fn sweep(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<Swept, Fault> {
    let mut swept = Swept::default();
    for due in due_by(tx, ctx.now(), limit)? {
        let outcome = tx.attempt(|tx| one(tx, kit, ctx, &due));
        match outcome {
            Ok(true) => swept.closed += 1,
            Ok(false) => swept.overdue += 1,
            Err(Error::Fault(Fault::Conflict)) => return Err(Fault::Conflict),
            Err(error) => {
                tracing::warn!(case = %due.case, clock = %due.id, %error, "a clock could not be swept");
                swept.left += 1;
                matter::mark(tx, &due.region, due.id)?;
            }
        }
    }
    Ok(swept)
}

fn due_by(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<Due>, Fault> {
    let sql = "SELECT region, id, case_id, kind, def, is_right FROM clock WHERE running AND NOT marked AND due_at <= $1 \
               ORDER BY due_at, id LIMIT $2";
    tx.query(sql, params![now, limit], |row| {
        Ok(Due {
            region: row.get(0)?,
            id: row.get(1)?,
            case: row.get(2)?,
            kind: row.parse(3, CaseKind::parse)?,
            def: row.get(4)?,
            is_right: row.get(5)?,
        })
    })
}

/// One clock; whether it closed the procedure.
fn one(tx: &mut Tx, kit: &Kit, ctx: &Ctx, due: &Due) -> Result<bool, Error> {
    matter::mark(tx, &due.region, due.id)?;
    match due.kind {
        CaseKind::Petition if due.def == WINDOW || due.def == RECHECK_WINDOW => close_if_possible(tx, kit, ctx, due),
        CaseKind::Petition if look_back::CLOCKS.contains(&due.def.as_str()) => {
            let command = Command::OpenLookBack { clock: due.id };
            matter::act(tx, kit, ctx, &Subject::System, due.case, None, &command)?;
            Ok(false)
        }
        // A right or a possibility ran out: nobody is late.
        _ if due.is_right => Ok(false),
        CaseKind::Petition => overdue::<Petition>(tx, kit, ctx, due),
        CaseKind::WorkOrder => overdue::<WorkOrder>(tx, kit, ctx, due),
        CaseKind::Obstruction => overdue::<Obstruction>(tx, kit, ctx, due),
        CaseKind::Find => overdue::<Find>(tx, kit, ctx, due),
        CaseKind::Supervision => overdue::<Supervision>(tx, kit, ctx, due),
        CaseKind::Advice => overdue::<Advice>(tx, kit, ctx, due),
        CaseKind::Meeting => overdue::<Meeting>(tx, kit, ctx, due),
        CaseKind::Whistleblow => overdue::<Whistleblow>(tx, kit, ctx, due),
        CaseKind::Mediation => overdue::<Mediation>(tx, kit, ctx, due),
        CaseKind::Review => overdue::<Review>(tx, kit, ctx, due),
        CaseKind::Suggestion => overdue::<domain::suggestion::Suggestion>(tx, kit, ctx, due),
        CaseKind::Cluster => overdue::<Cluster>(tx, kit, ctx, due),
    }
}

fn overdue<A: Listed + Governed<Command: Ask<Of = A>>>(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    due: &Due,
) -> Result<bool, Error> {
    matter::act(tx, kit, ctx, &Subject::System, due.case, None, &A::mark_overdue(due.id))?;
    Ok(false)
}

/// 10.1 row 20: her 30 days are over; closed by the system when nothing promised is open, else left to the unit.
fn close_if_possible(tx: &mut Tx, kit: &Kit, ctx: &Ctx, due: &Due) -> Result<bool, Error> {
    match matter::act(tx, kit, ctx, &Subject::System, due.case, None, &Command::Close) {
        Ok(_) => Ok(true),
        Err(Error::Refused(refusal)) => {
            tracing::info!(case = %due.case, code = %refusal.code, "the window closed, the procedure stays open");
            Ok(false)
        }
        Err(other) => Err(other),
    }
}
