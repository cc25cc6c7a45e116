//! Files of a bureau in lists: numbers, days and stages; no title, no name.

use domain::{
    access::{Permit, actions::ReadRetention},
    retention::MatterFile,
};
use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, Ctx, Fault, OrgId};
use store::{Tx, params};

/// A tab of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Their period is over, or one person proposed to act.
    #[default]
    Due,
    /// She asked something that nobody answered.
    Asked,
    /// Put away, the next end first.
    Kept,
    /// Removed: the register.
    Removed,
}

impl Tab {
    /// In the order shown.
    pub const ALL: [Self; 4] = [Self::Due, Self::Asked, Self::Kept, Self::Removed];

    /// As an address says it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Asked => "asked",
            Self::Kept => "kept",
            Self::Removed => "removed",
        }
    }

    fn condition(self) -> &'static str {
        match self {
            Self::Due => "f.removed_at IS NULL AND f.keep_until < $4 AND f.stage <> 'LIMITED'",
            Self::Asked => "f.removed_at IS NULL AND f.asked AND f.division >= $4",
            Self::Kept => {
                "f.removed_at IS NULL AND f.stage IN ('KEPT', 'LIMITED') AND (f.keep_until IS NULL OR f.keep_until >= $4)"
            }
            Self::Removed => "f.removed_at IS NOT NULL AND f.division >= $4",
        }
    }
}

/// A file in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Distribution column.
    pub region: String,
    /// The file.
    pub file: MatterFile,
}

/// Files of these bureaus in the permit's division.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, ctx: &Ctx, permit: &Permit<ReadRetention>, tab: Tab, limit: u32) -> Result<Vec<Kept>, Fault> {
    let place = permit.place();
    let order = if tab == Tab::Removed { "f.removed_at DESC" } else { "f.keep_until, f.case_id" };
    let sql = format!(
        "SELECT f.region, f.body FROM matter_file f WHERE f.division >= $1 AND f.division < $2 AND {} ORDER BY {order} LIMIT $3",
        tab.condition()
    );
    tx.query(&sql, &values(tab, place, ctx.today(), limit), |row| {
        Ok(Kept { region: row.get("region")?, file: row.json("body")? })
    })
}

/// How many there are, up to `limit`.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Tx, ctx: &Ctx, permit: &Permit<ReadRetention>, tab: Tab, limit: u32) -> Result<i64, Fault> {
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 AS one FROM matter_file f WHERE f.division >= $1 AND f.division < $2 AND {} LIMIT $3) AS c",
        tab.condition()
    );
    tx.query_one(&sql, &values(tab, permit.place(), ctx.today(), limit), |row| row.get(0))
}

fn values(tab: Tab, place: &kernel::DivisionCode, today: Date, limit: u32) -> Vec<store::Value> {
    let mut values = params![place, place.upper_bound(), limit].to_vec();
    // Every statement has the same number of places; where no day is asked the lower bound stands twice.
    values.push(match tab {
        Tab::Due | Tab::Kept => today.into(),
        Tab::Asked | Tab::Removed => place.into(),
    });
    values
}

/// One file by the number of its matter, with the bureau that keeps it.
///
/// # Errors
/// When the database fails.
pub fn registered(
    tx: &mut Tx,
    permit: &Permit<ReadRetention>,
    number: &CaseNumber,
) -> Result<Option<(OrgId, Kept)>, Fault> {
    let sql = "SELECT region, bureau_id, body FROM matter_file WHERE region = $1 AND number = $2 AND division >= $3 AND division < $4";
    let (region, place) = (&number.as_str()[..4], permit.place());
    tx.query_opt(sql, params![region, number, place, place.upper_bound()], |row| {
        Ok((row.get("bureau_id")?, Kept { region: row.get("region")?, file: row.json("body")? }))
    })
}

/// The file of a matter that is gone.
///
/// # Errors
/// When the database fails.
pub fn gone(tx: &mut Tx, permit: &Permit<ReadRetention>, case: CaseId) -> Result<Option<MatterFile>, Fault> {
    let sql = "SELECT body FROM matter_file WHERE case_id = $1 AND removed_at IS NOT NULL AND division >= $2 AND division < $3";
    let place = permit.place();
    tx.query_opt(sql, params![case, place, place.upper_bound()], |row| row.json("body"))
}
