//! Recordings that nobody has written down yet: whoever cannot hear them cannot handle them.

use domain::access::{Action, Bound, Subject, list_scope};
use jiff::Timestamp;
use kernel::{AttachmentId, Fault};
use store::{Filter, Tx};

use crate::{
    auth::condition,
    matter::{COLUMNS, MatterRow},
};

/// A recording that waits to be written down.
#[derive(Debug, Clone)]
pub struct Unwritten {
    /// The matter.
    pub row: MatterRow,
    /// The recording.
    pub file: AttachmentId,
    /// When it was handed in.
    pub at: Timestamp,
}

/// The recordings of open matters to which `subject` may add, the longest waiting first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn unwritten(tx: &mut Tx, subject: &Subject, limit: usize) -> Result<Vec<Unwritten>, Fault> {
    let Some((text, sql)) = statement(subject, limit) else { return Ok(vec![]) };
    tx.query(&text, sql.params(), |row| {
        Ok(Unwritten { row: MatterRow::read(row)?, file: row.get("recording")?, at: row.get("told_at")? })
    })
}

/// `None` for somebody who may add to nothing.
fn statement(subject: &Subject, limit: usize) -> Option<(String, Filter)> {
    let bound = list_scope(subject, Action::AddMaterial);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    // In the words of the index of recordings.
    sql.raw("a.media_type >= 'audio/' AND a.media_type < 'audio0'").raw("NOT m.is_over");
    condition(&mut sql, &bound);
    sql.raw(
        "NOT EXISTS (SELECT 1 FROM transcript w WHERE w.region = a.region AND w.case_id = a.case_id \
         AND w.attachment_id = a.id)",
    );
    let most = sql.bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, a.id AS recording, a.uploaded_at AS told_at FROM attachment a \
         JOIN matter m ON m.region = a.region AND m.id = a.case_id WHERE {} ORDER BY a.uploaded_at, a.id LIMIT {most}",
        sql.sql()
    );
    Some((text, sql))
}

#[cfg(test)]
mod tests {
    use domain::{
        access::StaffSubject,
        people::{Role, RoleGrant},
    };
    use kernel::{DivisionCode, OrgId, UserId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_list_of_recordings_is_served_by_its_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
            let (org, from) = (OrgId(Uuid::from_u128(1)), jiff::civil::date(2026, 1, 1));
            let division = DivisionCode::parse("150223").unwrap();
            let grant = RoleGrant { role: Role::Registrar, org, division, from, to: None };
            let clerk = Subject::Staff(StaffSubject::new(UserId(Uuid::from_u128(2)), org, now, vec![grant]));
            let scans = store.write_blocking(move |tx| -> Result<Vec<String>, Fault> {
                let (text, sql) = statement(&clerk, 50).unwrap();
                store::explain::full_scans(tx, &text, sql.params())
            });
            assert_eq!(scans.unwrap(), Vec::<String>::new());
        });
    }
}
