//! What is going on now, for those who must act.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    urgent::Report,
};
use kernel::Fault;
use store::{Filter, Tx};

use super::act::state_of;
use crate::{
    auth::condition,
    matter::{COLUMNS, MatterRow},
};

/// Shown at once: with more of them going on nobody reads a list.
const MOST: i64 = 20;

/// A danger that is not over.
#[derive(Debug, Clone)]
pub struct Going {
    /// The matter.
    pub row: MatterRow,
    /// The report.
    pub report: Report,
}

/// Every danger that is going on beside the matters for which `subject` has the duty, the one known longest first.
///
/// # Errors
/// When the database fails.
pub fn going(tx: &mut Tx, subject: &Subject) -> Result<Vec<Going>, Fault> {
    let Some((text, sql)) = statement(subject) else { return Ok(vec![]) };
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    let mut all = vec![];
    for row in rows {
        let report = state_of(tx, &row)?.and_then(|urgent| urgent.open().cloned());
        all.extend(report.map(|report| Going { row, report }));
    }
    Ok(all)
}

fn statement(subject: &Subject) -> Option<(String, Filter)> {
    let bound = list_scope(subject, Action::FollowUrgent);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    // In so many words, so that the small index of what is going on serves it.
    sql.raw("m.urgent_at IS NOT NULL");
    condition(&mut sql, &bound);
    let limit = sql.bind(MOST);
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.urgent_at, m.id LIMIT {limit}", sql.sql());
    Some((text, sql))
}

#[cfg(test)]
mod tests {
    use domain::{
        access::StaffSubject,
        people::{Role, RoleGrant},
    };

    use super::*;

    #[test]
    fn what_is_going_on_is_found_by_its_own_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            let now: jiff::Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
            for role in [Role::BureauOfficer, Role::Supervisor, Role::UnitLeader, Role::StationLead] {
                let org = kernel::OrgId(uuid::Uuid::from_u128(1));
                let division = kernel::DivisionCode::parse("150223").unwrap();
                let grant = RoleGrant { role, org, division, from: jiff::civil::date(2026, 1, 1), to: None };
                let user = kernel::UserId(uuid::Uuid::from_u128(2));
                let subject = Subject::Staff(StaffSubject::new(user, org, now, vec![grant]));
                let scans = store.write_blocking(move |tx| -> Result<Vec<String>, Fault> {
                    let (text, sql) = statement(&subject).unwrap();
                    store::explain::full_scans(tx, &text, sql.params())
                });
                assert_eq!(scans.unwrap(), Vec::<String>::new(), "{role}");
            }
        });
    }
}
