//! 一周一曝光: which units were overdue, left letters unanswered or promises unkept at the end of a week. Units, never people
//! (rules.md §12). A week is frozen as it stood when it ended; a mistake is corrected by a note beside it.

use std::collections::BTreeMap;

use domain::{
    access::{Permit, actions::WeeklyExposure},
    petition::Petition,
    supervision::Supervision,
};
use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, Weekday},
};
use kernel::{Ctx, DivisionCode, Fault, OrgId, Text};
use serde::{Deserialize, Serialize};
use store::{Tx, params};
use uuid::Uuid;

use crate::error::Error;

/// One unit in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exposed {
    /// The unit.
    pub unit: OrgId,
    /// Matters past their date with it.
    pub overdue: u32,
    /// Letters it had not answered in time.
    pub unanswered: u32,
    /// Promises past their day that nobody recorded as kept.
    pub unexecuted: u32,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// What was wrong, and what is right.
    pub text: String,
}

/// A frozen week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// When it was frozen.
    pub frozen_at: Timestamp,
    /// The units, those with most first.
    pub units: Vec<Exposed>,
    /// Corrections, oldest first.
    pub notes: Vec<Note>,
}

/// Freezes the week that ended before this one for every division that has a petition bureau and no such week yet; how many.
///
/// # Errors
/// When the database fails.
pub fn freeze_due(tx: &mut Tx, ctx: &Ctx) -> Result<usize, Fault> {
    let this = monday_of(ctx.today());
    let (last, end) = (this.saturating_sub(7.days()), domain::deadline::beijing_midnight(this));
    let sql = "SELECT DISTINCT o.division FROM org o WHERE o.kind = 'BUREAU' AND NOT EXISTS
               (SELECT 1 FROM exposure e WHERE e.division = o.division AND e.week = $1)";
    let divisions: Vec<DivisionCode> =
        tx.query(sql, params![last], |row| row.parse(0, |text| DivisionCode::parse(text).ok()))?;
    for division in &divisions {
        let units = figures(tx, division, end, last.saturating_add(6.days()))?;
        let body = serde_json::to_string(&units).map_err(|error| Fault::inconsistent("exposure", error))?;
        let sql = "INSERT INTO exposure (region, division, week, frozen_at, body) VALUES ($1, $2, $3, $4, $5)
                   ON CONFLICT (region, division, week) DO NOTHING";
        tx.execute(sql, params![division.region(), division, last, ctx.now(), body])?;
    }
    Ok(divisions.len())
}

fn monday_of(day: Date) -> Date {
    let back = day.weekday().since(Weekday::Monday);
    day.saturating_sub(i64::from(back).days())
}

/// What stood at the end of the week, unit by unit.
fn figures(tx: &mut Tx, division: &DivisionCode, end: Timestamp, last_day: Date) -> Result<Vec<Exposed>, Fault> {
    let mut units: BTreeMap<OrgId, Exposed> = BTreeMap::new();
    // What was promised is counted by itself below. What the common superior of a dispute owes is not the delay of the unit that keeps the contact.
    let sql = "SELECT CASE WHEN c.def = 'DISPUTE_10D' THEN m.turn_id ELSE m.holder_id END AS unit, count(DISTINCT m.id)
               FROM clock c JOIN matter m ON m.region = c.region AND m.id = c.case_id
               WHERE c.running AND NOT c.is_right AND c.due_at <= $1 AND c.kind IN ('PETITION', 'WORK_ORDER')
               AND c.def NOT IN ('EXECUTION_CUSTOM', 'EXECUTION_AGAIN_15D')
               AND m.region = $2 AND m.division >= $3 AND m.division < $4 GROUP BY 1";
    let within = params![end, division.region(), division, division.upper_bound()];
    let overdue: Vec<(OrgId, i64)> = tx.query(sql, within, |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (unit, count) in overdue {
        row_of(&mut units, unit).overdue = u32::try_from(count).unwrap_or(u32::MAX);
    }
    let sql = "SELECT m.body FROM matter m WHERE m.kind = 'SUPERVISION' AND NOT m.is_over AND m.region = $1
               AND m.division >= $2 AND m.division < $3 AND m.due_at <= $4";
    let within = params![division.region(), division, division.upper_bound(), end];
    let supervised: Vec<Supervision> = tx.query(sql, within, |row| row.json("body"))?;
    for one in supervised {
        let late = one.unanswered(end).count();
        row_of(&mut units, one.unit).unanswered += u32::try_from(late).unwrap_or(u32::MAX);
    }
    let sql = "SELECT m.body FROM matter m WHERE m.kind = 'PETITION' AND m.stage IN ('SERVED', 'UNDER_REVIEW') AND NOT m.is_over
               AND m.region = $1 AND m.division >= $2 AND m.division < $3";
    let within = params![division.region(), division, division.upper_bound()];
    tx.query_each(sql, within, |row| {
        let petition: Petition = row.json("body")?;
        let late = |item: &domain::execution::Item| item.is_open() && item.promise.due <= last_day;
        let broken = petition.items().filter(|(_, item)| late(item)).count();
        row_of(&mut units, petition.holder()).unexecuted += u32::try_from(broken).unwrap_or(u32::MAX);
        Ok(())
    })?;
    let mut units: Vec<Exposed> =
        units.into_values().filter(|unit| unit.overdue + unit.unanswered + unit.unexecuted > 0).collect();
    units.sort_by_key(|unit| std::cmp::Reverse((unit.overdue + unit.unanswered + unit.unexecuted, unit.unit)));
    Ok(units)
}

fn row_of(units: &mut BTreeMap<OrgId, Exposed>, unit: OrgId) -> &mut Exposed {
    units.entry(unit).or_insert(Exposed { unit, overdue: 0, unanswered: 0, unexecuted: 0 })
}

/// The frozen weeks of a division, newest first.
///
/// # Errors
/// When the database fails.
pub fn weeks(tx: &mut Tx, leave: &Permit<WeeklyExposure>, most: u32) -> Result<Vec<Week>, Fault> {
    let place = leave.place();
    let sql =
        "SELECT week, frozen_at, body FROM exposure WHERE region = $1 AND division = $2 ORDER BY week DESC LIMIT $3";
    let mut weeks: Vec<Week> = tx.query(sql, params![place.region(), place, most], |row| {
        Ok(Week { monday: row.get(0)?, frozen_at: row.get(1)?, units: row.json("body")?, notes: vec![] })
    })?;
    let sql = "SELECT week, at, text FROM exposure_note WHERE region = $1 AND division = $2 ORDER BY at";
    let notes: Vec<(Date, Note)> = tx.query(sql, params![place.region(), place], |row| {
        Ok((row.get(0)?, Note { at: row.get(1)?, text: row.get(2)? }))
    })?;
    for (monday, note) in notes {
        if let Some(week) = weeks.iter_mut().find(|week| week.monday == monday) {
            week.notes.push(note);
        }
    }
    Ok(weeks)
}

/// Corrects a frozen week by a note.
///
/// # Errors
/// `not-permitted`.
pub fn annotate(
    tx: &mut Tx,
    ctx: &Ctx,
    leave: &Permit<WeeklyExposure>,
    monday: Date,
    text: &Text<1000>,
) -> Result<(), Error> {
    let by = leave.actor().user().ok_or_else(kernel::Refusal::not_permitted)?;
    let (place, id) = (leave.place(), ctx.new_id::<kernel::JobId>().0);
    let sql =
        "INSERT INTO exposure_note (region, division, week, id, at, by_id, text) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let id: Uuid = id;
    tx.execute(sql, params![place.region(), place, monday, id, ctx.now(), by, text.as_str()])?;
    Ok(())
}
