//! The calendar: what is to come, who has which seat.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{CaseId, Ctx, DivisionCode, Fault, OrgLevel};
use store::{Row, Tx, params};
use uuid::Uuid;

use crate::{
    matter::{self, MatterRow},
    petition::Access,
};

/// What became of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatState {
    /// 约好了
    Booked,
    /// 退了，或者这一天取消了
    Ended,
    /// 接访过了
    Held,
}

impl SeatState {
    /// As it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Booked => "BOOKED",
            Self::Ended => "ENDED",
            Self::Held => "HELD",
        }
    }

    /// From how it is stored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Booked, Self::Ended, Self::Held].into_iter().find(|state| state.name() == text)
    }

    /// The key of its word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Booked => "reception-seat-booked",
            Self::Ended => "reception-seat-ended",
            Self::Held => "reception-seat-held",
        }
    }
}

/// A day on which somebody receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reception {
    /// Its id.
    pub id: Uuid,
    /// For whom: whoever has a matter in here.
    pub division: DivisionCode,
    /// Who receives, by office.
    pub host: String,
    /// Where.
    pub place: String,
    /// On which day.
    pub on: Date,
    /// Between which hours.
    pub hours: String,
    /// How many seats.
    pub seats: i64,
    /// How many of them are taken.
    pub taken: i64,
    /// Since when it does not take place.
    pub cancelled_at: Option<Timestamp>,
}

impl Reception {
    /// Whether it is over at `now`: on its day from the end of its hours on.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        let local = now.to_zoned(TimeZone::fixed(jiff::tz::offset(8)));
        let time = (local.hour(), local.minute());
        self.on < local.date()
            || self.on == local.date() && super::hold::span(&self.hours).is_some_and(|(_, end)| end <= time)
    }

    /// Seats that are free.
    #[must_use]
    pub fn free(&self) -> i64 {
        if self.cancelled_at.is_some() { 0 } else { (self.seats - self.taken).max(0) }
    }
}

/// One seat.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The matter.
    pub row: MatterRow,
    /// What became of it.
    pub state: SeatState,
    /// When it was booked.
    pub booked_at: Timestamp,
}

/// What a petitioner sees of it.
#[derive(Debug, Clone, Default)]
pub struct Hers {
    /// Her seat.
    pub booked: Option<Reception>,
    /// What she could book, the next first.
    pub free: Vec<Reception>,
}

impl Hers {
    /// Whether there is anything for her: a seat, or one to book.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        self.booked.is_some() || !self.free.is_empty()
    }
}

const SELECT: &str = "SELECT r.id, r.division, r.host, r.place, r.on_day, r.hours, r.seats, r.cancelled_at,
    (SELECT count(*) FROM reception_seat s WHERE s.region = r.region AND s.reception_id = r.id AND s.state <> 'ENDED')
    AS taken FROM reception r";

fn read(row: &Row<'_>) -> Result<Reception, Fault> {
    Ok(Reception {
        id: row.get("id")?,
        division: row.parse("division", |text| DivisionCode::parse(text).ok())?,
        host: row.get("host")?,
        place: row.get("place")?,
        on: row.get("on_day")?,
        hours: row.get("hours")?,
        seats: row.get("seats")?,
        taken: row.get("taken")?,
        cancelled_at: row.get("cancelled_at")?,
    })
}

/// One reception.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Tx, id: Uuid) -> Result<Option<Reception>, Fault> {
    tx.query_opt(&format!("{SELECT} WHERE r.id = $1"), params![id], read)
}

/// The receptions inside `within` from `day` on, the next first.
///
/// # Errors
/// When the database fails.
pub fn upcoming(tx: &mut Tx, within: &DivisionCode, day: Date, most: u32) -> Result<Vec<Reception>, Fault> {
    let sql = format!(
        "{SELECT} WHERE r.division >= $1 AND r.division < $2 AND r.on_day >= $3 ORDER BY r.on_day, r.hours, r.id LIMIT $4"
    );
    tx.query(&sql, params![within, within.upper_bound(), day, most], read)
}

/// How many free ones she is offered.
const OFFERED: usize = 8;

/// Her seat, and what she could book: in her township and her county, the next first.
///
/// # Errors
/// When the database fails.
pub fn hers(tx: &mut Tx, ctx: &Ctx, access: &Access) -> Result<Hers, Fault> {
    let Some(row) = matter::find_by_id(tx, access.case())? else { return Ok(Hers::default()) };
    of_row(tx, ctx, &row)
}

/// The seat of a matter, and what could be booked for it.
///
/// # Errors
/// When the database fails.
pub fn of_row(tx: &mut Tx, ctx: &Ctx, row: &MatterRow) -> Result<Hers, Fault> {
    let mut free = offered(tx, &row.facts.division, ctx.now())?;
    let booked = booked(tx, row, ctx.today())?;
    free.retain(|one| booked.as_ref().is_none_or(|known| known.id != one.id));
    Ok(Hers { booked, free })
}

/// What may be booked for a matter of `division` at `now`: nothing that is over.
fn offered(tx: &mut Tx, division: &DivisionCode, now: Timestamp) -> Result<Vec<Reception>, Fault> {
    let day = kernel::beijing_date(now);
    let mut all: Vec<Reception> = vec![];
    let up = std::iter::successors(Some(division.clone()), DivisionCode::parent);
    for place in up.take_while(|place| place.level() <= OrgLevel::County) {
        let sql = format!(
            "{SELECT} WHERE r.division = $1 AND r.on_day >= $2 AND r.cancelled_at IS NULL ORDER BY r.on_day, r.id LIMIT 20"
        );
        all.extend(tx.query(&sql, params![place, day], read)?);
    }
    all.retain(|one| one.free() > 0 && !one.is_over(now));
    all.sort_by_key(|one| (one.on, one.id));
    all.truncate(OFFERED);
    Ok(all)
}

fn booked(tx: &mut Tx, row: &MatterRow, day: Date) -> Result<Option<Reception>, Fault> {
    let sql = format!(
        "{SELECT} JOIN reception_seat mine ON mine.region = r.region AND mine.reception_id = r.id
         WHERE mine.region = $1 AND mine.case_id = $2 AND mine.state = 'BOOKED' AND r.on_day >= $3 ORDER BY r.on_day LIMIT 1"
    );
    tx.query_opt(&sql, params![&row.region, row.id(), day], read)
}

/// The seats of a reception, in the order in which they were booked.
///
/// # Errors
/// When the database fails.
pub fn seats(tx: &mut Tx, reception: &Reception) -> Result<Vec<Seat>, Fault> {
    let sql = "SELECT case_id, state, booked_at FROM reception_seat WHERE region = $1 AND reception_id = $2
               ORDER BY booked_at, case_id";
    let rows: Vec<(CaseId, SeatState, Timestamp)> =
        tx.query(sql, params![reception.division.region(), reception.id], |row| {
            Ok((row.get(0)?, row.parse(1, SeatState::parse)?, row.get(2)?))
        })?;
    let mut seats = vec![];
    for (case, state, booked_at) in rows {
        seats.extend(matter::find_by_id(tx, case)?.map(|row| Seat { row, state, booked_at }));
    }
    Ok(seats)
}
