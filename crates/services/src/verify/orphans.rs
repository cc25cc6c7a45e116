//! What belongs to a case that is not there.

use kernel::Fault;
use store::Tx;
use uuid::Uuid;

use super::Finding;

/// Each question gives region, stream, and something that names the row.
const QUESTIONS: &[(&str, &str)] = &[
    (
        "case-missing",
        "SELECT e.region, e.stream, e.kind FROM event e WHERE e.kind IN ('petition.registered', 'order.received', 'obstruction.received', 'find.observed', 'supervision.opened', 'advice.issued', 'meeting.called', 'mediation.opened', 'sealed.received')
         AND e.forgotten IS NULL
         AND NOT EXISTS (SELECT 1 FROM matter m WHERE m.region = e.region AND m.id = e.stream)",
    ),
    (
        "clock-orphan",
        "SELECT c.region, c.case_id, c.def FROM clock c
         WHERE NOT EXISTS (SELECT 1 FROM matter m WHERE m.region = c.region AND m.id = c.case_id)",
    ),
    (
        "notice-orphan",
        "SELECT DISTINCT n.region, n.case_id, 'notice' FROM notice n
         WHERE NOT EXISTS (SELECT 1 FROM matter m WHERE m.region = n.region AND m.id = n.case_id)",
    ),
    (
        "file-orphan",
        "SELECT a.region, a.case_id, a.media_type FROM attachment a
         WHERE NOT EXISTS (SELECT 1 FROM matter m WHERE m.region = a.region AND m.id = a.case_id)",
    ),
    (
        "person-missing",
        "SELECT m.region, m.id, 'petitioner_id' FROM matter m
         WHERE m.kind NOT IN ('SUPERVISION', 'ADVICE', 'MEETING', 'MEDIATION', 'CLUSTER')
         AND NOT (m.kind = 'FIND' AND m.stage IN ('OBSERVED', 'INFORMED', 'DECLINED', 'FORGOTTEN'))
         AND NOT EXISTS (SELECT 1 FROM person p WHERE p.region = m.region AND p.id = m.petitioner_id)",
    ),
];

pub(super) fn find(tx: &mut Tx, tell: &mut dyn FnMut(Finding)) -> Result<(), Fault> {
    for (code, sql) in QUESTIONS {
        tx.query_each(sql, &[], |row| {
            let (region, detail): (String, String) = (row.get(0)?, row.get(2)?);
            tell(Finding { stream: Some(row.get::<Uuid>(1)?), ..Finding::new(code, &region, detail) });
            Ok(())
        })?;
    }
    Ok(())
}
