//! The board of one span: its figures, the closed ones beside them, and what is to be done next by whom.

use domain::{
    access::{Permit, Subject, actions::ReadCycle},
    cycle::{CycleRules, Period},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Ctx, DivisionCode, Fault, OrgId};
use store::Tx;

use super::{
    close::Closing,
    figures::{Figures, figures, matters},
};
use crate::{kit::Kit, leadership, organisation};

/// What a unit has before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWork {
    /// Which.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// Matters in which a date has passed.
    pub overdue: i64,
    /// Matters in which one runs out before the next span ends.
    pub due: i64,
}

/// Everything a board says.
#[derive(Debug, Clone)]
pub struct Board {
    /// Where.
    pub place: DivisionCode,
    /// When.
    pub period: Period,
    /// Whether the span has begun and not ended.
    pub running: bool,
    /// As it is counted now.
    pub figures: Figures,
    /// As it was closed.
    pub closed: Option<Closing>,
    /// The rules it is counted by.
    pub rules: CycleRules,
    /// What is to be done next; for the running span and the one before only.
    pub next: Vec<UnitWork>,
    /// Matters in which a duty of whoever is in charge or an instruction is late, and those in which one is due before the next
    /// span ends.
    pub led: (i64, i64),
}

/// Units shown; the page leads on to the list.
const UNITS: u32 = 30;

/// The widest division over which `subject` may read boards: that of her own level.
#[must_use]
pub fn place_of(subject: &Subject) -> Option<DivisionCode> {
    let staff = subject.staff()?;
    let divisions = staff.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| domain::access::permit::<ReadCycle>(subject, *division).is_ok();
    divisions.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

/// The board of the permit's division for the span around `day`, in the cadence of its level.
///
/// # Errors
/// When the database fails.
pub fn board(tx: &mut Tx, kit: &Kit, ctx: &Ctx, permit: &Permit<ReadCycle>, day: Date) -> Result<Board, Fault> {
    let place = permit.place().clone();
    let rules = rules(kit, &place, day);
    let period = Period::around(rules.cadence(place.level()), day);
    let figures = figures(tx, &place, period, &rules, ctx.now())?;
    let closed = Closing::of(tx, &place, period)?;
    let fresh = period.ends() > ctx.now() || period.after().contains(ctx.today());
    let next = if fresh { work(tx, &place, ctx.now(), period.after().ends())? } else { vec![] };
    let until = period.after().after().first;
    let led = if fresh { leadership::due_in(tx, &place, ctx.today(), until)? } else { (0, 0) };
    Ok(Board { running: period.contains(ctx.today()), place, period, figures, closed, rules, next, led })
}

/// The rules of `place` on `day`.
pub(super) fn rules(kit: &Kit, place: &DivisionCode, day: Date) -> CycleRules {
    let found = kit.reference().cycles.in_force(place, day);
    found.as_deref().cloned().unwrap_or_else(CycleRules::shipped)
}

/// What runs out before `until` and what has run out, by the unit whose turn it is; those with most first.
fn work(tx: &mut Tx, place: &DivisionCode, now: Timestamp, until: Timestamp) -> Result<Vec<UnitWork>, Fault> {
    use domain::case::CaseKind;
    let mut filter = matters(place, &[CaseKind::Petition, CaseKind::WorkOrder]);
    filter.raw("c.running AND NOT c.is_right").below("c.due_at", until);
    let (now, limit) = (filter.bind(now), filter.bind(UNITS));
    let sql = format!(
        "SELECT w.turn_id, w.overdue, w.due FROM (SELECT m.turn_id, \
         count(DISTINCT CASE WHEN c.due_at < {now} THEN m.id END) AS overdue, \
         count(DISTINCT CASE WHEN c.due_at >= {now} THEN m.id END) AS due \
         FROM clock c JOIN matter m ON m.region = c.region AND m.id = c.case_id WHERE {} GROUP BY m.turn_id) w \
         ORDER BY w.overdue + w.due DESC, w.turn_id LIMIT {limit}",
        filter.sql()
    );
    let rows =
        tx.query(&sql, filter.params(), |row| Ok((row.get::<OrgId>(0)?, row.get::<i64>(1)?, row.get::<i64>(2)?)))?;
    let names = organisation::called(tx, rows.iter().map(|(org, ..)| *org))?;
    let unit = |(org, overdue, due): (OrgId, i64, i64)| UnitWork {
        org,
        name: names.get(&org).cloned().unwrap_or_default(),
        overdue,
        due,
    };
    Ok(rows.into_iter().map(unit).collect())
}
