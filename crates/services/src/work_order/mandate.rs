//! 委托书 beside a work order: guardian and witnesses are written down in the same transaction.

use domain::{
    access::Subject,
    work_order::{Command, CommandKind, WorkOrder},
};
use kernel::{CaseId, Ctx};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    mandate::{self, NewMandate},
    matter,
};

/// Takes a mandate down. `expected` is the version the form was made from.
///
/// # Errors
/// As [`matter::act`]; `mandate-agent-unknown`, `mandate-recording-unknown`.
pub fn give_mandate(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    new: &NewMandate,
) -> Result<WorkOrder, Error> {
    let loaded = matter::open_to_change::<WorkOrder>(tx, id)?;
    let actor = matter::permitted(subject, CommandKind::GiveMandate, &loaded)?;
    matter::fresh(expected, &loaded)?;
    let give = mandate::give_order(tx, kit, ctx, &loaded, actor.user(), new)?;
    matter::carry_out(tx, kit, ctx, actor, loaded, &Command::GiveMandate(Box::new(give)))
}
