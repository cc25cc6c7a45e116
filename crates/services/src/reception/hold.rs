//! Opening a day, cancelling it, and receiving: 接访即代办.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{HoldReception, ReadMatter},
    },
    leadership::{Booking, Command, VisitKind},
};
use jiff::civil::Date;
use kernel::{CaseId, Ctx, DivisionCode, Refusal, Text};
use serde_json::json;
use store::{Tx, params};
use uuid::Uuid;

use super::{
    list::{Reception, SeatState, get, seats},
    seat::take,
};
use crate::{
    error::{Collect, Error},
    kit::Kit,
    leadership, matter, organisation, reference,
};

/// A day as it is written.
#[derive(Debug, Clone, Default)]
pub struct ReceptionForm {
    /// For which division.
    pub division: String,
    /// Who receives, by office.
    pub host: String,
    /// Where.
    pub place: String,
    /// On which day.
    pub on: String,
    /// From and until: `9:00`.
    pub from: String,
    /// Until.
    pub until: String,
    /// How many.
    pub seats: String,
}

/// A day ready to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReception {
    /// For which division.
    pub division: DivisionCode,
    /// Who receives, by office.
    pub host: Text<60>,
    /// Where.
    pub place: Text<100>,
    /// On which day.
    pub on: Date,
    /// Between which hours.
    pub hours: Text<20>,
    /// How many.
    pub seats: u32,
}

/// The most that one morning holds.
const MOST: u32 = 60;

impl ReceptionForm {
    /// Reads the form; a day before `today` is over.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self, today: Date) -> Result<NewReception, Error> {
        let mut errors = Collect::default();
        let division = errors.take(DivisionCode::parse(&self.division).map_err(|refusal| refusal.on("division")));
        let host = errors.take(Text::parse("host", &self.host));
        let place = errors.take(Text::parse("place", &self.place));
        let on = errors.take(day(&self.on, today));
        let hours = errors.take(hours(&self.from, &self.until));
        let seats = self.seats.trim().parse().ok().filter(|seats| (1..=MOST).contains(seats));
        let seats = errors.take(seats.ok_or_else(|| Refusal::invalid("seats", "reception-seats").with("max", MOST)));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        Ok(NewReception {
            division: division.ok_or_else(missing)?,
            host: host.ok_or_else(missing)?,
            place: place.ok_or_else(missing)?,
            on: on.ok_or_else(missing)?,
            hours: hours.ok_or_else(missing)?,
            seats: seats.ok_or_else(missing)?,
        })
    }
}

/// A day that is not over.
fn day(text: &str, today: Date) -> Result<Date, Refusal> {
    let on = text.trim().parse::<Date>().map_err(|_| Refusal::invalid("on", "date"))?;
    if on < today { Err(Refusal::invalid("on", "reception-past")) } else { Ok(on) }
}

/// `9:00–11:30`, from two times of a day.
///
/// # Errors
/// `reception-hours` on `from` or `until`.
pub fn hours(from: &str, until: &str) -> Result<Text<20>, Refusal> {
    let time = |field: &str, text: &str| {
        let (hour, minute) = text.trim().split_once(':').ok_or_else(|| Refusal::invalid(field, "reception-hours"))?;
        let number = |text: &str, below: i8| text.parse::<i8>().ok().filter(|n| (0..below).contains(n));
        number(hour, 24).zip(number(minute, 60)).ok_or_else(|| Refusal::invalid(field, "reception-hours"))
    };
    let (from, until) = (time("from", from)?, time("until", until)?);
    if until <= from {
        return Err(Refusal::invalid("until", "reception-hours"));
    }
    Text::parse("from", &format!("{}:{:02}–{}:{:02}", from.0, from.1, until.0, until.1))
}

/// A moment of a day: hour and minute.
pub(super) type Moment = (i8, i8);

/// The hours of a day as they are stored: from and until.
pub(super) fn span(hours: &str) -> Option<(Moment, Moment)> {
    let time = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        Some((hour.parse().ok()?, minute.parse().ok()?))
    };
    let (from, until) = hours.split_once('–')?;
    Some((time(from)?, time(until)?))
}

/// Nobody receives twice at one time.
fn host_is_free(
    tx: &mut Tx,
    region: &str,
    host: &str,
    (on, hours): (Date, &str),
    but: Option<Uuid>,
) -> Result<(), Error> {
    let sql =
        "SELECT id, hours FROM reception WHERE region = $1 AND host = $2 AND on_day = $3 AND cancelled_at IS NULL";
    let known: Vec<(Uuid, String)> = tx.query(sql, params![region, host, on], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let own = span(hours);
    let meets = |hours: &str| span(hours).zip(own).is_some_and(|(one, other)| one.0 < other.1 && other.0 < one.1);
    match known.into_iter().find(|(id, hours)| but != Some(*id) && meets(hours)) {
        Some((_, hours)) => Err(Refusal::invalid("from", "reception-twice").with("hours", hours).into()),
        None => Ok(()),
    }
}

/// Opens a day.
///
/// # Errors
/// `not-permitted` outside the permit's division; `reception-twice` when the same host receives at that time already; `day-far`.
pub fn open(tx: &mut Tx, ctx: &Ctx, permit: &Permit<HoldReception>, new: &NewReception) -> Result<Uuid, Error> {
    permit.within(&new.division)?;
    let (id, region): (Uuid, String) = (ctx.new_id::<kernel::JobId>().0, new.division.region());
    domain::env::within_reach("on", new.on, ctx.today())?;
    host_is_free(tx, &region, new.host.as_str(), (new.on, new.hours.as_str()), None)?;
    let sql = "INSERT INTO reception (region, id, division, host, place, on_day, hours, seats, opened_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (host, place, hours) = (new.host.as_str(), new.place.as_str(), new.hours.as_str());
    let row = params![&region, id, &new.division, host, place, new.on, hours, i64::from(new.seats), ctx.now()];
    tx.execute(sql, row)?;
    let key = format!("{} {} {}", new.division, new.on, new.hours);
    let what = json!({ "kind": "reception", "key": key, "id": id });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "reception-opened", &what)?;
    Ok(id)
}

/// It does not take place: every seat is given back, on the record of each matter, with the reason.
///
/// # Errors
/// `not-permitted`, `reception-unknown`.
pub fn cancel(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<HoldReception>,
    id: Uuid,
    reason: &Text<500>,
) -> Result<(), Error> {
    let known = of_the_place(tx, permit, id)?;
    let region = known.division.region();
    for seat in seats(tx, &known)?.into_iter().filter(|seat| seat.state == SeatState::Booked) {
        let command = Command::CancelBooking { reason: reason.clone() };
        leadership::put(tx, kit, ctx, &seat.row, permit.actor(), &command)?;
    }
    let sql =
        "UPDATE reception_seat SET state = $3, ended_at = $4 WHERE region = $1 AND reception_id = $2 AND state = $5";
    let (ended, booked) = (SeatState::Ended.name(), SeatState::Booked.name());
    tx.execute(sql, params![&region, id, ended, ctx.now(), booked])?;
    tx.execute(
        "UPDATE reception SET cancelled_at = $3 WHERE region = $1 AND id = $2",
        params![&region, id, ctx.now()],
    )?;
    let key = format!("{} {} {}", known.division, known.on, known.hours);
    let what = json!({ "kind": "reception", "key": key, "id": id });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "reception-cancelled", &what)
}

/// Where a reception is held from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// On which day.
    pub on: Date,
    /// Between which hours.
    pub hours: Text<20>,
    /// Where.
    pub place: Text<100>,
    /// Why.
    pub reason: Text<500>,
}

impl Moved {
    /// Reads the fields `on`, `from`, `until`, `place` and `reason`; a day before `today` is over.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(form: &ReceptionForm, reason: &str, today: Date) -> Result<Self, Error> {
        let mut errors = Collect::default();
        let place = errors.take(Text::parse("place", &form.place));
        let on = errors.take(day(&form.on, today));
        let hours = errors.take(hours(&form.from, &form.until));
        let reason = errors.take(Text::parse("reason", reason));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        Ok(Self {
            on: on.ok_or_else(missing)?,
            hours: hours.ok_or_else(missing)?,
            place: place.ok_or_else(missing)?,
            reason: reason.ok_or_else(missing)?,
        })
    }
}

/// It is held on another day, at other hours or elsewhere: every seat goes along, on the record of each matter, and each is told.
///
/// # Errors
/// `not-permitted`, `reception-unknown`, `reception-past` for one that was held, `reception-same` when nothing changes;
/// `reception-twice`, `day-far` as for a new one.
pub fn move_to(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<HoldReception>,
    id: Uuid,
    to: &Moved,
) -> Result<(), Error> {
    let known = of_the_place(tx, permit, id)?;
    let region = known.division.region();
    tx.lock_stream(&region, id)?;
    if known.on < ctx.today() {
        return Err(Refusal::invalid("on", "reception-past").into());
    }
    if (known.on, known.hours.as_str(), known.place.as_str()) == (to.on, to.hours.as_str(), to.place.as_str()) {
        return Err(Refusal::invalid("on", "reception-same").into());
    }
    domain::env::within_reach("on", to.on, ctx.today())?;
    host_is_free(tx, &region, &known.host, (to.on, to.hours.as_str()), Some(id))?;
    let sql = "UPDATE reception SET on_day = $3, hours = $4, place = $5 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&region, id, to.on, to.hours.as_str(), to.place.as_str()])?;
    let booking = Booking { reception: id, on: to.on, hours: to.hours.clone(), place: to.place.clone() };
    for seat in seats(tx, &known)?.into_iter().filter(|seat| seat.state == SeatState::Booked) {
        let command = Command::MoveBooking { booking: booking.clone(), reason: to.reason.clone() };
        leadership::put(tx, kit, ctx, &seat.row, permit.actor(), &command)?;
    }
    let key = format!("{} {} {}", known.division, to.on, to.hours);
    let what = json!({ "kind": "reception", "key": key, "id": id });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "reception-moved", &what)
}

fn of_the_place(tx: &mut Tx, permit: &Permit<HoldReception>, id: Uuid) -> Result<Reception, Error> {
    let known = get(tx, id)?.filter(|one| one.cancelled_at.is_none());
    let known = known.ok_or_else(|| Refusal::invalid("reception", "reception-unknown"))?;
    permit.within(&known.division)?;
    Ok(known)
}

/// She came with a matter that is there: what was said stands on its record, and whoever has it goes on with it. A seat need not
/// have been booked.
///
/// # Errors
/// `not-permitted`, `reception-unknown`, `reception-early` before its day.
pub fn held(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: Uuid,
    (case, findings): (CaseId, &Text<2000>),
) -> Result<(), Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    access::permit::<ReadMatter>(subject, &row.facts)?;
    let known = get(tx, id)?.ok_or_else(|| Refusal::invalid("reception", "reception-unknown"))?;
    let permit = access::permit::<HoldReception>(subject, &known.division)?;
    let known = of_the_place(tx, &permit, known.id)?;
    if known.on > ctx.today() {
        return Err(Refusal::rule("reception-early", "R-114", "").with("day", known.on).into());
    }
    let command = Command::Visit {
        kind: VisitKind::Reception,
        on: known.on,
        place: Text::parse("place", &format!("{} · {}", known.host, known.place)).or_else(|_| {
            // Both together are too long for the line: the place alone says where.
            Text::parse("place", &known.place)
        })?,
        findings: findings.clone(),
    };
    leadership::put(tx, kit, ctx, &row, permit.actor(), &command)?;
    take(tx, ctx, &row, known.id, SeatState::Held)
}
