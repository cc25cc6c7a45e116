//! The matters for which somebody answers herself.

use domain::{access::Subject, case::CaseKind, leadership::Leadership, petition::Petition, work_order::WorkOrder};
use kernel::Fault;
use store::{Filter, Tx};

use crate::matter::{self, MatterRow};

/// A matter in her charge.
#[derive(Debug, Clone)]
pub struct Own {
    /// The matter.
    pub row: MatterRow,
    /// What was done.
    pub leadership: Leadership,
}

/// Matters shown at once: nobody answers for more.
const MOST: u32 = 100;

/// The matters in the charge of `subject`, those not over first, then by their next day.
///
/// # Errors
/// When the database fails.
pub fn own(tx: &mut Tx, subject: &Subject) -> Result<Vec<Own>, Fault> {
    let Some(staff) = subject.staff() else { return Ok(vec![]) };
    let mut filter = Filter::new();
    let me = filter.bind(staff.user());
    let second = format!("SELECT x.case_id FROM second_charge x WHERE x.leader_id = {me}");
    filter.raw(format!("(m.leader_id = {me} OR m.id IN ({second}))")).raw("NOT m.sealed");
    let limit = filter.bind(MOST);
    let sql =
        format!("SELECT m.id FROM matter m WHERE {} ORDER BY m.is_over, m.due_at, m.id LIMIT {limit}", filter.sql());
    let ids = tx.query(&sql, filter.params(), |row| row.get::<kernel::CaseId>(0))?;
    let mut all = vec![];
    for id in ids {
        let Some(row) = matter::find_by_id(tx, id)? else { continue };
        let leadership = match row.kind() {
            CaseKind::Petition => matter::load::<Petition>(tx, &row.region, id)?.map(|loaded| loaded.state.leadership),
            CaseKind::WorkOrder => {
                matter::load::<WorkOrder>(tx, &row.region, id)?.map(|loaded| loaded.state.leadership)
            }
            _ => None,
        };
        all.extend(leadership.map(|leadership| Own { row, leadership }));
    }
    all.sort_by_key(|one| (one.row.is_over, one.leadership.next_due().unwrap_or(jiff::civil::Date::MAX)));
    Ok(all)
}
