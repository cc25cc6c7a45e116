//! A seat for a matter: booked by her, her agent or a window, and given back.

use domain::{
    access::{self, Subject, actions::BookReception},
    leadership::{Booking, Command},
};
use kernel::{CaseId, Ctx, Refusal, Text};
use store::{Tx, params};
use uuid::Uuid;

use super::list::{Reception, SeatState, get};
use crate::{
    error::Error,
    kit::Kit,
    leadership,
    matter::{self, MatterRow},
};

/// Books a seat for the matter.
///
/// # Errors
/// `not-permitted`; `reception-unknown`, `reception-elsewhere` (another county's), `reception-past`, `reception-full`, and what the matter refuses.
pub fn book(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, case: CaseId, reception: Uuid) -> Result<(), Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<BookReception>(subject, &row.facts)?.actor();
    // Whoever books next waits until this one is written down: no seat is given twice.
    tx.lock_stream(&row.region, reception)?;
    let known = get(tx, reception)?.filter(|one| one.cancelled_at.is_none());
    let known = known.ok_or_else(|| Refusal::invalid("reception", "reception-unknown"))?;
    if !known.division.contains(&row.facts.division) {
        return Err(Refusal::invalid("reception", "reception-elsewhere").into());
    }
    if known.is_over(ctx.now()) {
        return Err(Refusal::invalid("reception", "reception-past").into());
    }
    if known.free() == 0 {
        return Err(Refusal::rule("reception-full", "R-114", "").on("reception").with("day", known.on).into());
    }
    let command = Command::Book { booking: booking(&known)? };
    leadership::put(tx, kit, ctx, &row, actor, &command)?;
    take(tx, ctx, &row, known.id, SeatState::Booked)
}

/// Gives the seat back.
///
/// # Errors
/// `not-permitted`, `reception-not-booked`.
pub fn end_booking(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    reason: Option<Text<500>>,
) -> Result<(), Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<BookReception>(subject, &row.facts)?.actor();
    leadership::put(tx, kit, ctx, &row, actor, &Command::EndBooking { reason })?;
    let sql = "UPDATE reception_seat SET state = $3, ended_at = $4 WHERE region = $1 AND case_id = $2 AND state = $5";
    let (ended, booked) = (SeatState::Ended.name(), SeatState::Booked.name());
    tx.execute(sql, params![&row.region, case, ended, ctx.now(), booked])?;
    Ok(())
}

pub(super) fn booking(reception: &Reception) -> Result<Booking, Refusal> {
    Ok(Booking {
        reception: reception.id,
        on: reception.on,
        hours: Text::parse("hours", &reception.hours)?,
        place: Text::parse("place", &reception.place)?,
    })
}

/// The seat as it is now; the same matter has one at most at one reception.
pub(super) fn take(tx: &mut Tx, ctx: &Ctx, row: &MatterRow, reception: Uuid, state: SeatState) -> Result<(), Error> {
    let sql = "INSERT INTO reception_seat (region, reception_id, case_id, state, booked_at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (region, reception_id, case_id) DO UPDATE SET state = excluded.state, ended_at = NULL";
    tx.execute(sql, params![&row.region, reception, row.id(), state.name(), ctx.now()])?;
    Ok(())
}
