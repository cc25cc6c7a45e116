//! How far a jurisdiction is set up, in numbers.

use domain::{
    access::{Permit, actions::AdminUnits},
    people::Role,
};
use kernel::{Ctx, Fault};
use store::{Tx, Value, params};

use crate::organisation::bureau_for;

/// The state of one jurisdiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Divisions in the tree, itself included.
    pub divisions: i64,
    /// Organisations that exist today.
    pub units: i64,
    /// Staff who may sign in.
    pub staff: i64,
    /// The petition bureau that registers what happens here.
    pub bureau: Option<String>,
    /// Staff who hold a role in which petitions are registered or triaged.
    pub registrars: i64,
    /// Open clocks that rest on a year whose calendar is not published.
    pub provisional: i64,
}

/// Counts what stands in the permit's division.
///
/// # Errors
/// When the database fails.
pub fn overview(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminUnits>) -> Result<Overview, Fault> {
    let (place, today) = (permit.place(), ctx.today());
    let end = place.upper_bound();
    let mut count = |sql: &str, more: &[Value]| {
        let mut values = params![place, &end].to_vec();
        values.extend_from_slice(more);
        tx.query_one(sql, &values, |row| row.get::<i64>(0))
    };
    let divisions = count("SELECT count(*) FROM division WHERE code >= $1 AND code < $2", &[])?;
    let units = count(
        "SELECT count(*) FROM org WHERE division >= $1 AND division < $2 AND active_from <= $3
         AND (active_to IS NULL OR active_to > $3)",
        params![today],
    )?;
    let staff = count(
        "SELECT count(*) FROM staff s JOIN org o ON o.id = s.org_id WHERE o.division >= $1 AND o.division < $2
         AND s.active",
        &[],
    )?;
    let registrars = count(
        "SELECT count(DISTINCT g.user_id) FROM role_grant g JOIN staff s ON s.id = g.user_id
         WHERE g.division >= $1 AND g.division < $2 AND s.active AND g.role IN ($4, $5)
         AND g.from_day <= $3 AND (g.to_day IS NULL OR g.to_day > $3)",
        params![today, Role::Registrar.name(), Role::BureauOfficer.name()],
    )?;
    let provisional = count(
        "SELECT count(*) FROM clock c JOIN matter m ON m.region = c.region AND m.id = c.case_id
         WHERE c.provisional AND m.division >= $1 AND m.division < $2",
        &[],
    )?;
    let bureau = bureau_for(tx, place, today)?.map(|org| org.name.to_string());
    Ok(Overview { divisions, units, staff, bureau, registrars, provisional })
}
