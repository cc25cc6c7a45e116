//! The part of an assisting unit 协办: its task, its claims, and whom to call. Neither the facts nor anybody's name is in it.

use domain::{
    access::{Action, Bound, Subject, actions::ReadAsAssistant, list_scope, permit},
    case::{Assistance, Claim},
    petition::Petition,
};
use kernel::{CaseId, Ctx, Fault, Refusal};
use store::{Filter, Tx};

use crate::{
    auth::condition,
    error::Error,
    matter::{self, COLUMNS, MatterRow},
    organisation,
};

/// How many parts a list shows; a unit assists in a few matters at a time.
const MOST: i64 = 200;

/// One part in the list.
#[derive(Debug, Clone)]
pub struct AssistRow {
    /// The row of the matter.
    pub row: MatterRow,
    /// What the unit is asked.
    pub part: Assistance,
    /// Which unit leads.
    pub lead: String,
}

/// One part, opened.
#[derive(Debug, Clone)]
pub struct AssistView {
    /// The row of the matter.
    pub row: MatterRow,
    /// What the unit is asked, and what it handed in.
    pub part: Assistance,
    /// The claims of the part, and no others.
    pub claims: Vec<Claim>,
    /// Which unit leads.
    pub lead: String,
    /// Its telephone.
    pub phone: Option<String>,
    /// Who asked.
    pub from: String,
    /// Whether the part can be handed in now.
    pub open: bool,
}

/// The parts of the subject's unit, the one that is due first on top.
///
/// # Errors
/// When the database fails.
pub fn assisting(tx: &mut Tx, subject: &Subject) -> Result<Vec<AssistRow>, Fault> {
    let Some(mut sql) = conditions(subject) else { return Ok(vec![]) };
    let limit = sql.bind(MOST);
    let text =
        format!("SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY m.due_at, m.id LIMIT {limit}", sql.sql());
    let found = tx.query(&text, sql.params(), |row| Ok((MatterRow::read(row)?, row.json::<Petition>("body")?)))?;
    let names = organisation::called(tx, found.iter().filter_map(|(row, _)| row.facts.holder))?;
    let mut rows: Vec<AssistRow> = found
        .into_iter()
        .filter_map(|(row, state)| {
            let part = part_of(subject, &row, &state)?;
            let lead = row.facts.holder.and_then(|holder| names.get(&holder)).cloned().unwrap_or_default();
            Some(AssistRow { row, part, lead })
        })
        .collect();
    // What is still to be handed in comes first.
    rows.sort_by_key(|one| (one.part.reply.is_some(), one.part.due));
    Ok(rows)
}

/// Puts on record that `subject` opens the part of its unit.
///
/// # Errors
/// `not-permitted`, also when there is none.
pub fn open_part(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<AssistView, Error> {
    let looked = matter::look_for::<ReadAsAssistant>(tx, ctx, subject, id)?;
    let row = looked.row().clone();
    let state = matter::open::<Petition>(tx, id)?.state;
    let part = part_of(subject, &row, &state).ok_or_else(Refusal::not_permitted)?;
    let names = organisation::called(tx, [state.holder(), part.from])?;
    let name = |org| names.get(&org).cloned().unwrap_or_default();
    let row_of_table = domain::petition::transition(domain::petition::CommandKind::GiveAssistance);
    Ok(AssistView {
        claims: state.claims.iter().filter(|claim| part.claims.contains(&claim.id)).cloned().collect(),
        lead: name(state.holder()),
        phone: organisation::phone(tx, state.holder())?,
        from: name(part.from),
        open: row_of_table.from.contains(&state.stage()),
        part,
        row,
    })
}

fn part_of(subject: &Subject, row: &MatterRow, state: &Petition) -> Option<Assistance> {
    let unit = permit::<ReadAsAssistant>(subject, &row.facts).ok()?.actor().org()?;
    state.assisting().find(|part| part.unit == unit).cloned()
}

fn conditions(subject: &Subject) -> Option<Filter> {
    let bound = list_scope(subject, Action::ReadAsAssistant);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    // In so many words, so that the small index of assisted matters serves it.
    sql.raw("m.assisting IS NOT NULL");
    condition(&mut sql, &bound);
    Some(sql)
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
    fn the_list_of_parts_is_served_by_its_index() {
        testkit::both(crate::MIGRATIONS, |store| {
            let now: jiff::Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
            let org = OrgId(Uuid::from_u128(1));
            let division = DivisionCode::parse("150223").unwrap();
            let from = jiff::civil::date(2026, 1, 1);
            let grant = RoleGrant { role: Role::UnitHandler, org, division, from, to: None };
            let handler = Subject::Staff(StaffSubject::new(UserId(Uuid::from_u128(2)), org, now, vec![grant]));
            let scans = store.write_blocking(move |tx| -> Result<Vec<String>, Fault> {
                let sql = conditions(&handler).unwrap();
                let text = format!("SELECT m.id FROM matter m WHERE {} ORDER BY m.due_at, m.id", sql.sql());
                store::explain::full_scans(tx, &text, sql.params())
            });
            assert_eq!(scans.unwrap(), Vec::<String>::new());
        });
    }
}
