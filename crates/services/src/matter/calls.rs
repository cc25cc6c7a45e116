//! Whom somebody uninvolved still has to ask how it is (H-09): the list of calls, the longest waiting first.

use std::collections::HashMap;

use domain::{
    access::{Action, Bound, Subject, list_scope},
    case::CaseKind,
    petition::{LookBack, Petition},
};
use kernel::{CaseId, Cursor, Fault, Page};
use store::{
    Filter as Sql, Tx,
    filter::{Order, page},
};

use super::{
    list::COUNT_LIMIT,
    row::{COLUMNS, MatterRow},
};
use crate::auth::condition;

/// The cases on which `subject` may call and that nobody has called on since the last answer.
pub fn awaiting_call(
    tx: &mut Tx,
    subject: &Subject,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<MatterRow>, Fault> {
    let Some(conditions) = conditions(subject) else { return Ok(Page { items: vec![], next: None }) };
    let (text, sql) = statement(conditions, cursor, size);
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    Ok(page(rows, size, |row| (row.updated_at.as_microsecond(), row.id().0)))
}

/// How many wait; counting stops at [`COUNT_LIMIT`].
pub fn count_awaiting_call(tx: &mut Tx, subject: &Subject) -> Result<i64, Fault> {
    let Some(mut sql) = conditions(subject) else { return Ok(0) };
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0))
}

/// The look-back that is due on petitions among `rows`, by case: the last one, which one call answers with those before it.
pub fn look_backs(tx: &mut Tx, rows: &[MatterRow]) -> Result<HashMap<CaseId, LookBack>, Fault> {
    let mut found = HashMap::new();
    let closed = |row: &&MatterRow| row.kind() == CaseKind::Petition && row.stage == "CLOSED_PROCEDURAL";
    for row in rows.iter().filter(closed) {
        if let Some(loaded) = super::load::<Petition>(tx, &row.region, row.id())?
            && let Some(due) = loaded.state.look_backs_due().last()
        {
            found.insert(row.id(), due.clone());
        }
    }
    Ok(found)
}

/// `None` for somebody who calls nobody.
fn conditions(subject: &Subject) -> Option<Sql> {
    let mut sql = Sql::new();
    match list_scope(subject, Action::FollowUp) {
        Bound::Never => return None,
        bound => condition(&mut sql, &bound),
    }
    sql.raw("m.awaits_call");
    Some(sql)
}

fn statement(mut sql: Sql, cursor: Option<&Cursor>, size: usize) -> (String, Sql) {
    sql.after("m.updated_at", "m.id", Order::Ascending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.updated_at, m.id LIMIT {limit}", sql.sql());
    (text, sql)
}

#[cfg(test)]
mod tests {
    use domain::{
        access::StaffSubject,
        people::{Role, RoleGrant},
    };
    use jiff::Timestamp;
    use kernel::{DivisionCode, OrgId, UserId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_list_of_calls_is_served_by_its_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
            let division = DivisionCode::parse("150223").unwrap();
            let org = OrgId(Uuid::from_u128(1));
            let role = Role::FollowupCaller;
            let grant = RoleGrant { role, org, division, from: jiff::civil::date(2026, 1, 1), to: None };
            let caller = Subject::Staff(StaffSubject::new(UserId(Uuid::from_u128(2)), org, now, vec![grant]));
            let scans = store.write_blocking(move |tx| -> Result<Vec<String>, Fault> {
                let (text, sql) = statement(conditions(&caller).unwrap(), None, 50);
                store::explain::full_scans(tx, &text, sql.params())
            });
            assert_eq!(scans.unwrap(), Vec::<String>::new());
        });
    }
}
