//! What is taken down at a door: a petition, or an order for a week's work, by the same use cases as at a desk.

use domain::{
    access::{Permit, Subject, actions::RegisterOnBehalf},
    case::CaseKind,
};
use kernel::Ctx;
use services::{
    Error, Kit, mandate,
    petition::{self, By, Receipt},
    work_order,
};
use store::Tx;

use super::form::Filled;
use crate::desk::register::Registered;

/// Registers it; the second time, what was registered first.
pub(super) fn take_down(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    (_, permit): (&Subject, &Permit<RegisterOnBehalf>),
    filled: &Filled,
) -> Result<Registered, Error> {
    let (new, key) = (&filled.new, Some(filled.key.as_str()));
    if filled.kind == CaseKind::WorkOrder {
        return Ok(order(work_order::receive(tx, kit, ctx, permit, new, key)?, filled));
    }
    Ok(petition(petition::register(tx, kit, ctx, &By::Staff(permit), new, key)?, filled))
}

/// What was registered before under the draft's key.
pub(super) fn before(tx: &mut Tx, kit: &Kit, filled: &Filled) -> Result<Option<Registered>, Error> {
    if filled.kind == CaseKind::WorkOrder {
        let first = work_order::received_before(tx, kit, &filled.new, &filled.key)?;
        return Ok(first.map(|first| order(first, filled)));
    }
    let first = petition::registered_before(tx, kit, &filled.new, &filled.key)?;
    Ok(first.map(|first| petition(first, filled)))
}

/// The mandate that was ticked with it, after its files were handed in.
pub(super) fn with_mandate(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    mut taken: Registered,
    filled: &Filled,
) -> Result<Registered, Error> {
    let Some(mandate) = filled.mandate.as_ref().filter(|_| !taken.again) else { return Ok(taken) };
    if taken.kind == CaseKind::WorkOrder {
        mandate::with_order(tx, kit, ctx, subject, taken.id, mandate)?;
    } else {
        mandate::with_registration(tx, kit, ctx, subject, taken.id, mandate)?;
        taken.promises = petition::promised(tx, kit, taken.id)?;
    }
    Ok(taken)
}

fn petition(receipt: Receipt, filled: &Filled) -> Registered {
    Registered {
        id: receipt.id,
        kind: CaseKind::Petition,
        number: receipt.number,
        code: receipt.code,
        claims: filled.new.claims.len(),
        at: receipt.received_at,
        again: receipt.again,
        promises: receipt.promises,
    }
}

fn order(receipt: work_order::Receipt, filled: &Filled) -> Registered {
    Registered {
        id: receipt.id,
        kind: CaseKind::WorkOrder,
        number: receipt.number,
        code: receipt.code,
        claims: filled.new.claims.len(),
        at: receipt.received_at,
        again: receipt.again,
        promises: vec![],
    }
}
