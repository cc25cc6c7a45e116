//! What publishing a year would change, before it is published.

use std::sync::Arc;

use kernel::{Ctx, Fault, calendar::CalendarYear};
use store::Tx;

use super::{Recomputed, recompute};
use crate::{
    kit::{Kit, Reference},
    organisation::in_dry_run,
};

/// Recomputes the first `limit` cases that `year` touches and undoes it: how many would change. `next` is set when there are
/// more. Needs a write transaction, in which nothing remains.
///
/// # Errors
/// When the database fails.
pub fn preview(tx: &mut Tx, kit: &Kit, ctx: &Ctx, year: CalendarYear, limit: u32) -> Result<Recomputed, Fault> {
    let number = year.year();
    let now = kit.reference();
    let calendar = Arc::new(now.calendar.with_year(year));
    let then = kit.with_reference(Reference { calendar, ..Reference::clone(&now) });
    in_dry_run(tx, true, |tx| recompute(tx, &then, ctx, number, None, limit))
}
