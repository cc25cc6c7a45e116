//! The supervisor's lists: what is overdue and where it got stuck, what is supervised, what is listed, what is shared with the
//! discipline body.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    case::CaseKind,
    deadline::Clock,
    oversight::RungRule,
    petition::Petition,
    review::Review,
    suggestion::Suggestion,
    supervision::{Liability, RungKind, Supervision},
    work_order::WorkOrder,
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, Ctx, Cursor, Fault, OrgId, Page};
use store::{
    Filter, Tx,
    filter::{Order, page},
};

use super::supervise::{self, next_rung};
use crate::{
    auth::condition,
    kit::Kit,
    matter::{self, COLUMNS, MatterRow, Tab},
};

/// A supervision in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The row.
    pub row: MatterRow,
    /// The supervision.
    pub state: Supervision,
}

/// Beyond this the navigation says "so many".
const COUNT_LIMIT: i64 = 100;

/// The supervisions that `subject` may see, those whose answer is due first on top; or those that are over, newest first.
///
/// # Errors
/// When the database fails.
pub fn supervisions(
    tx: &mut Tx,
    subject: &Subject,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<Listed>, Fault> {
    let Some(mut sql) = conditions(subject, Action::ReadSupervision, over) else {
        return Ok(Page { items: vec![], next: None });
    };
    page_of(tx, &mut sql, over, cursor, size)
}

fn page_of(
    tx: &mut Tx,
    sql: &mut Filter,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<Listed>, Fault> {
    let (key, order, direction) =
        if over { ("m.received_at", Order::Descending, "DESC") } else { ("m.due_at", Order::Ascending, "ASC") };
    sql.after(key, "m.id", order, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY {key} {direction}, m.id {direction} LIMIT {limit}",
        sql.sql()
    );
    let rows =
        tx.query(&text, sql.params(), |row| Ok(Listed { row: MatterRow::read(row)?, state: row.json("body")? }))?;
    let sort = |row: &MatterRow| if over { row.received_at.as_microsecond() } else { row.due_key };
    Ok(page(rows, size, |one| (sort(&one.row), one.row.id().0)))
}

/// How many supervisions wait for `subject`'s own organisation; `None` for somebody who is never shown one.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Tx, subject: &Subject) -> Result<Option<i64>, Fault> {
    let Some(mut sql) = conditions(subject, Action::ReadSupervision, false) else { return Ok(None) };
    let org = subject.staff().map_or(OrgId(uuid::Uuid::nil()), domain::access::StaffSubject::org);
    sql.eq("m.turn_id", org);
    sql.raw("m.stage <> 'OPEN'");
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0)).map(Some)
}

fn conditions(subject: &Subject, action: Action, over: bool) -> Option<Filter> {
    let bound = list_scope(subject, action);
    if bound == Bound::Never {
        return None;
    }
    let mut sql = Filter::new();
    sql.raw("m.kind = 'SUPERVISION'").raw(if over { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    Some(sql)
}

/// Matters on the list 挂牌 now.
///
/// # Errors
/// When the database fails.
pub fn listed_matters(tx: &mut Tx, subject: &Subject, most: usize) -> Result<Vec<Listed>, Fault> {
    let Some(mut sql) = conditions(subject, Action::ReadSupervision, false) else { return Ok(vec![]) };
    sql.eq("m.category", matter::ON_THE_LIST);
    Ok(page_of(tx, &mut sql, false, None, most)?.items)
}

/// A matter past its date, where it stands, and what comes next.
#[derive(Debug, Clone)]
pub struct Stuck {
    /// The row.
    pub row: MatterRow,
    /// The supervision of whoever has it, when there is one.
    pub supervision: Option<Supervision>,
    /// The rung that begins next by rule, for which clock; none when the ladder is at its top.
    pub next: Option<(RungRule, Clock)>,
    /// Who leads it since it rose.
    pub lead: Option<OrgId>,
    /// Supervising it by hand is possible for the reader.
    pub may_supervise: bool,
}

/// The matters past their date that `subject` may supervise, the longest over first.
///
/// # Errors
/// When the database fails.
pub fn stuck(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<Stuck>, Fault> {
    let filter = matter::Filter { tab: Tab::Open, overdue: true, ..matter::Filter::default() };
    let rows = matter::list(tx, subject, &filter, ctx.now(), cursor, size)?;
    let mut items = vec![];
    for row in rows.items {
        items.push(one(tx, kit, ctx, subject, row)?);
    }
    Ok(Page { items, next: rows.next })
}

fn one(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, row: MatterRow) -> Result<Stuck, Fault> {
    let known = supervise::of_case(tx, &row.region, row.id())?;
    let known: Vec<Supervision> = known.into_iter().map(|one| one.state).filter(|one| !one.stage().is_over()).collect();
    let (region, id) = (row.region.clone(), row.id());
    let (next, lead) = match row.kind() {
        CaseKind::Petition => {
            let state = matter::load::<Petition>(tx, &region, id)?.map(|loaded| loaded.state);
            (state.as_ref().and_then(|state| next_rung(kit, ctx, state, &known)), state.and_then(|s| s.rises.lead()))
        }
        CaseKind::WorkOrder => {
            let state = matter::load::<WorkOrder>(tx, &region, id)?.map(|loaded| loaded.state);
            (state.as_ref().and_then(|state| next_rung(kit, ctx, state, &known)), state.and_then(|s| s.rises.lead()))
        }
        CaseKind::Suggestion => {
            let state = matter::load::<Suggestion>(tx, &region, id)?.map(|loaded| loaded.state);
            (state.as_ref().and_then(|state| next_rung(kit, ctx, state, &known)), None)
        }
        CaseKind::Review => {
            let state = matter::load::<Review>(tx, &region, id)?.map(|loaded| loaded.state);
            (state.as_ref().and_then(|state| next_rung(kit, ctx, state, &known)), None)
        }
        _ => (None, None),
    };
    let may = domain::access::permit_dynamic(subject, supervise::BY_HAND, &row.facts);
    let may_supervise = may.is_ok_and(|leave| leave.actor().org() != row.facts.holder);
    Ok(Stuck { supervision: known.into_iter().last(), next, lead, may_supervise, row })
}

/// What the discipline body and the supervisors share: number, unit, article and dates. Nothing that anybody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointRow {
    /// The supervision.
    pub id: CaseId,
    /// The number of the matter.
    pub number: CaseNumber,
    /// The unit.
    pub unit: OrgId,
    /// Which rung.
    pub rung: RungKind,
    /// The case of articles 42 to 46, once somebody named it.
    pub liability: Option<Liability>,
    /// When the letter went out.
    pub issued_at: Timestamp,
    /// By when it is answered.
    pub due: Option<Date>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

/// The shared sheet, newest first.
///
/// # Errors
/// When the database fails.
pub fn joint_sheet(tx: &mut Tx, subject: &Subject, most: usize) -> Result<Option<Vec<JointRow>>, Fault> {
    let Some(mut sql) = conditions(subject, Action::ReadJointSheet, false) else { return Ok(None) };
    let limit = sql.bind(i64::try_from(most).unwrap_or(i64::MAX));
    let text = format!("SELECT m.body FROM matter m WHERE {} ORDER BY m.due_at, m.id LIMIT {limit}", sql.sql());
    let found: Vec<Supervision> = tx.query(&text, sql.params(), |row| row.json("body"))?;
    let mut rows: Vec<JointRow> = found.iter().flat_map(shared).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.issued_at));
    Ok(Some(rows))
}

fn shared(supervision: &Supervision) -> impl Iterator<Item = JointRow> + '_ {
    let letters = supervision.rungs.iter().filter(|rung| rung.kind >= RungKind::SupervisionLetter);
    letters.filter_map(|rung| {
        Some(JointRow {
            id: supervision.id,
            number: supervision.case_number.clone(),
            unit: supervision.unit,
            rung: rung.kind,
            liability: rung.liability,
            issued_at: rung.issued_at?,
            due: supervise::due_of(supervision, rung),
            answered_at: rung.answers.last().map(|(answer, _)| answer.at),
        })
    })
}
