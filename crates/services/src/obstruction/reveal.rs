//! Who reported, in full: with a reason, on record, and shown to her.

use domain::access::{Permit, actions::RevealReporter};
use kernel::{Ctx, Refusal, Text};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow, View},
    petition::{Identity, open_person},
};

/// Opens the identity of whoever reported for a member of staff who says why.
///
/// # Errors
/// `not-permitted` when the permit is for another case.
pub fn reveal(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<RevealReporter>,
    row: &MatterRow,
    reason: &Text<200>,
) -> Result<Identity, Error> {
    permit.for_case(row.id())?;
    let (Some(user), Some(org)) = (permit.actor().user(), permit.actor().org()) else {
        return Err(Refusal::not_permitted().into());
    };
    let reason = Some(reason.as_str().to_owned());
    let view = View { id: ctx.new_id(), at: ctx.now(), user, org, seen: "identity".into(), reason };
    matter::looked(tx, &row.region, row.id(), &view)?;
    crate::file::tell_look(tx, &row.region, row.id(), ctx.now())?;
    Ok(open_person(tx, &kit.keys, &row.region, row.petitioner)?)
}
