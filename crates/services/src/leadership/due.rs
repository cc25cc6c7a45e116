//! What is owed and when: for whoever owes it, for the board of a place, and for the sweeper, which notes once that a day passed.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    actor::Actor,
    case::CaseKind,
    leadership::{Command, Leadership, Owed, Owner},
    petition::Petition,
    work_order::WorkOrder,
};
use jiff::civil::Date;
use kernel::{CaseId, Ctx, DivisionCode, Fault, OrgId};
use store::{Filter, Tx, params};

use super::act::put;
use crate::{
    auth::condition,
    error::Error,
    kit::Kit,
    matter::{self, COLUMNS, MatterRow},
};

/// Shown at once: with more nobody reads a list.
const MOST: i64 = 40;

/// Something the reader owes on a matter.
#[derive(Debug, Clone)]
pub struct OwedHere {
    /// The matter.
    pub row: MatterRow,
    /// What.
    pub owed: Owed,
}

/// What `subject` owes: the duties of her own matters, the instructions to her units; the first that is due on top.
///
/// # Errors
/// When the database fails.
pub fn owing(tx: &mut Tx, subject: &Subject) -> Result<Vec<OwedHere>, Fault> {
    let Some(staff) = subject.staff() else { return Ok(vec![]) };
    let (text, sql) = statement(subject);
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    let mut orgs: Vec<OrgId> = staff.grants().iter().map(|grant| grant.org).collect();
    orgs.push(staff.org());
    let mine = |owner: Owner| match owner {
        Owner::Leader(user) => user == staff.user(),
        Owner::Unit(org) => orgs.contains(&org),
    };
    let mut all = vec![];
    for row in rows {
        let owed = state_of(tx, &row)?.map(|led| led.owed()).unwrap_or_default();
        all.extend(owed.into_iter().filter(|one| mine(one.owner)).map(|owed| OwedHere { row: row.clone(), owed }));
    }
    all.sort_by_key(|one| (one.owed.due, one.row.id()));
    Ok(all)
}

/// What fell late on the matters for which `subject` may name who takes charge: duties and instructions whose day has passed without an
/// answer, the one that is late the longest on top. The office that named somebody sees what became of it.
///
/// # Errors
/// When the database fails.
pub fn fallen_late(tx: &mut Tx, subject: &Subject, today: Date) -> Result<Vec<OwedHere>, Fault> {
    let bound = list_scope(subject, Action::NameLeader);
    if bound == Bound::Never {
        return Ok(vec![]);
    }
    let (text, sql) = late_statement(&bound, today);
    let mut all = vec![];
    for row in tx.query(&text, sql.params(), MatterRow::read)? {
        let owed = state_of(tx, &row)?.map(|led| led.owed()).unwrap_or_default();
        let late = owed.into_iter().filter(|one| one.due < today);
        all.extend(late.map(|owed| OwedHere { row: row.clone(), owed }));
    }
    all.sort_by_key(|one| (one.owed.due, one.row.id()));
    Ok(all)
}

fn late_statement(bound: &Bound, today: Date) -> (String, Filter) {
    let mut sql = Filter::new();
    sql.raw("m.led_due IS NOT NULL AND NOT m.sealed").below("m.led_due", today);
    condition(&mut sql, bound);
    let limit = sql.bind(MOST);
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.led_due, m.id LIMIT {limit}", sql.sql());
    (text, sql)
}

/// Her own matters, and those in which her unit may answer an instruction.
fn statement(subject: &Subject) -> (String, Filter) {
    let mut sql = Filter::new();
    // In so many words, so that the small index of what is due serves it.
    sql.raw("m.led_due IS NOT NULL AND NOT m.sealed");
    let bound = list_scope(subject, Action::FollowInstruction);
    let user = subject.staff().map(domain::access::StaffSubject::user);
    sql.any(|any| {
        if let Some(user) = user {
            let me = any.bind(user);
            let second = format!("SELECT x.case_id FROM second_charge x WHERE x.leader_id = {me}");
            any.raw(format!("(m.leader_id = {me} OR m.id IN ({second}))"));
        }
        condition(any, &bound);
    });
    let limit = sql.bind(MOST);
    let text = format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.led_due, m.id LIMIT {limit}", sql.sql());
    (text, sql)
}

fn state_of(tx: &mut Tx, row: &MatterRow) -> Result<Option<Leadership>, Fault> {
    Ok(match row.kind() {
        CaseKind::Petition => matter::load::<Petition>(tx, &row.region, row.id())?.map(|one| one.state.leadership),
        CaseKind::WorkOrder => matter::load::<WorkOrder>(tx, &row.region, row.id())?.map(|one| one.state.leadership),
        _ => None,
    })
}

/// Matters of a place in which a duty or an instruction is late, and those in which one is due before `until`.
///
/// # Errors
/// When the database fails.
pub fn due_in(tx: &mut Tx, place: &DivisionCode, today: Date, until: Date) -> Result<(i64, i64), Fault> {
    let mut count = |from: Date, to: Date| {
        let mut sql = Filter::new();
        sql.raw("NOT m.sealed").eq("m.region", place.region()).within("m.division", place);
        sql.at_least("m.led_due", from).below("m.led_due", to);
        let text = format!("SELECT count(*) FROM matter m WHERE {}", sql.sql());
        tx.query_one(&text, sql.params(), |row| row.get(0))
    };
    let first = jiff::civil::date(2000, 1, 1);
    Ok((count(first, today)?, count(today, until)?))
}

/// Notes up to `limit` days that passed without an answer; how many. Call again while it notes some.
///
/// # Errors
/// When the database fails.
pub fn note_passed(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<usize, Fault> {
    let sql = "SELECT id FROM matter WHERE led_look < $1 ORDER BY led_look, id LIMIT $2";
    let due: Vec<CaseId> = tx.query(sql, params![ctx.today(), limit], |row| row.get(0))?;
    let mut noted = 0;
    for id in due {
        match tx.attempt(|tx| note(tx, kit, ctx, id)) {
            Ok(()) => noted += 1,
            Err(Error::Fault(Fault::Conflict)) => return Err(Fault::Conflict),
            Err(error) => tracing::warn!(case = %id, %error, "a day that passed could not be noted"),
        }
    }
    Ok(noted)
}

fn note(tx: &mut Tx, kit: &Kit, ctx: &Ctx, id: CaseId) -> Result<(), Error> {
    match matter::find_by_id(tx, id)? {
        Some(row) => put(tx, kit, ctx, &row, Actor::System, &Command::NotePassed),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        access::StaffSubject,
        people::{Role, RoleGrant},
    };

    use super::*;

    #[test]
    fn what_is_owed_is_found_by_its_own_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            let now: jiff::Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
            for role in [Role::UnitLeader, Role::Delegate, Role::StationLead, Role::BureauOfficer] {
                let org = OrgId(uuid::Uuid::from_u128(1));
                let division = DivisionCode::parse("150223").unwrap();
                let grant = RoleGrant { role, org, division, from: jiff::civil::date(2026, 1, 1), to: None };
                let user = kernel::UserId(uuid::Uuid::from_u128(2));
                let subject = Subject::Staff(StaffSubject::new(user, org, now, vec![grant]));
                let scans = store.write_blocking(move |tx| -> Result<Vec<String>, Fault> {
                    let (text, sql) = statement(&subject);
                    let mut scans = store::explain::full_scans(tx, &text, sql.params())?;
                    let bound = list_scope(&subject, Action::NameLeader);
                    if bound != Bound::Never {
                        let (text, sql) = late_statement(&bound, jiff::civil::date(2026, 11, 22));
                        scans.extend(store::explain::full_scans(tx, &text, sql.params())?);
                    }
                    Ok(scans)
                });
                assert_eq!(scans.unwrap(), Vec::<String>::new(), "{role}");
            }
        });
    }
}
