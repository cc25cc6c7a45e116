//! Closing a span: its figures are kept as they stood, on record. What is counted differently afterwards is a correction, shown as
//! one; the closed figures stay.

use domain::{
    access::{Permit, actions::CloseCycle},
    cycle::{Cadence, Period},
};
use jiff::Timestamp;
use kernel::{Ctx, Digest, DivisionCode, Fault, Refusal, UserId};
use serde_json::json;
use store::{Tx, params};

use super::{
    board::rules,
    figures::{Figures, figures},
};
use crate::{error::Error, kit::Kit, organisation, reference};

/// A span as it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<UserId>,
    /// By which version of the rules.
    pub rules: String,
    /// As it stood.
    pub figures: Figures,
}

impl Closing {
    /// The closing of a span, if it was closed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of(tx: &mut Tx, place: &DivisionCode, period: Period) -> Result<Option<Self>, Fault> {
        let sql = "SELECT closed_at, closed_by, rules, figures FROM cycle_closing \
                   WHERE region = $1 AND division = $2 AND cadence = $3 AND first_day = $4";
        tx.query_opt(sql, params![place.region(), place, period.cadence.name(), period.first], |row| {
            Ok(Self { at: row.get(0)?, by: row.get(1)?, rules: row.get(2)?, figures: row.json(3)? })
        })
    }
}

/// Closes the span of `cadence` that contains `period`'s first day, once it is over.
///
/// # Errors
/// `cycle-running` before its end; `cycle-closed` a second time: what was closed is never closed again with other figures.
pub fn close(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<CloseCycle>,
    cadence: Cadence,
    day: jiff::civil::Date,
) -> Result<Closing, Error> {
    let (place, period) = (permit.place().clone(), Period::around(cadence, day));
    if period.ends() > ctx.now() {
        return Err(Refusal::rule("cycle-running", "§3.5", "").with("day", period.last).into());
    }
    let rules = rules(kit, &place, period.last);
    let figures = figures(tx, &place, period, &rules, ctx.now())?;
    let body = serde_json::to_string(&figures).map_err(|error| Fault::inconsistent("cycle_closing.figures", error))?;
    let by = permit.actor().user();
    let sql = "INSERT INTO cycle_closing (region, division, cadence, first_day, closed_at, closed_by, rules, figures) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (region, division, cadence, first_day) DO NOTHING";
    let region = place.region();
    let row = params![&region, &place, cadence.name(), period.first, ctx.now(), by, &rules.version, &body];
    if tx.execute(sql, row)? == 0 {
        return Err(Refusal::rule("cycle-closed", "§3.5", "").into());
    }
    let digest = Digest::of(body.as_bytes()).to_string();
    // Beside what administrators load, so that auditors read it in the same list.
    let key = format!("{place} {cadence} {}", period.first);
    let what = json!({ "kind": "cycle", "key": key, "digest": digest });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "cycle-closed", &what)?;
    Ok(Closing { at: ctx.now(), by, rules: rules.version, figures })
}
