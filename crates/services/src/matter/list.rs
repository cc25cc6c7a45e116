//! The inbox and the search: permission, filters and order in one query.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    case::CaseKind,
};
use jiff::Timestamp;
use kernel::{CaseId, Cursor, DivisionCode, Fault, OrgId, Page, UserId};
use store::{
    Filter as Sql, Tx,
    filter::{Order, page},
};

use super::row::{COLUMNS, MatterRow};
use crate::auth::condition;

/// The tabs of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Tab {
    /// 要我动手: open and with my organisation or me.
    #[default]
    Mine,
    /// 待甄别
    Triage,
    /// 退件待核
    Objections,
    /// 等我签
    ToSign,
    /// 在办: everything open that I may see
    Open,
    /// 走完程序的
    Over,
}

impl Tab {
    /// Every tab, in order.
    pub const ALL: [Self; 6] = [Self::Mine, Self::Triage, Self::Objections, Self::ToSign, Self::Open, Self::Over];

    /// As it stands in the URL.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Triage => "triage",
            Self::Objections => "objections",
            Self::ToSign => "sign",
            Self::Open => "open",
            Self::Over => "over",
        }
    }

    /// Reads [`Tab::name`] back; the first tab otherwise.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|tab| tab.name() == name).unwrap_or_default()
    }
}

/// What the reader narrows the list by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Which tab.
    pub tab: Tab,
    /// Only in this division.
    pub division: Option<DivisionCode>,
    /// Only this kind.
    pub kind: Option<CaseKind>,
    /// Only in this stage.
    pub stage: Option<String>,
    /// Only with this organisation.
    pub holder: Option<OrgId>,
    /// Only past due.
    pub overdue: bool,
    /// Only those whose most urgent clock runs out in this span.
    pub due_within: Option<(Timestamp, Timestamp)>,
    /// In which order; by default the most urgent first. Those that are over come the newest first whatever is asked: nothing
    /// of them is urgent, and no index keeps them by their dates.
    pub sort: Option<Sort>,
    /// Only this category or one below it.
    pub category: Option<String>,
    /// Words that must occur, or a number.
    pub words: Vec<String>,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The most urgent first.
    Urgency,
    /// The one that came last first.
    Newest,
}

impl Filter {
    fn sort(&self) -> Sort {
        if self.tab == Tab::Over { Sort::Newest } else { self.sort.unwrap_or(Sort::Urgency) }
    }
}

/// A page of cases.
pub type List = Page<MatterRow>;

/// How many stand in each tab.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// By tab; counting stops at [`COUNT_LIMIT`].
    pub tabs: Vec<(Tab, i64)>,
}

/// Beyond this a tab says "so many and more": nobody reads the number, and counting would cost.
pub const COUNT_LIMIT: i64 = 1_000;

/// The cases `subject` may see, the most urgent first (those that are over: the newest first).
pub fn list(
    tx: &mut Tx,
    subject: &Subject,
    filter: &Filter,
    now: Timestamp,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<List, Fault> {
    rows(tx, in_tab(subject, filter, now), filter.sort(), cursor, size)
}

/// The cases whose text holds all words, newest first, among those `subject` may find; in whatever tab they stand.
pub fn search(
    tx: &mut Tx,
    subject: &Subject,
    filter: &Filter,
    now: Timestamp,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<List, Fault> {
    rows(tx, conditions(subject, Action::SearchMatters, filter, now), Sort::Newest, cursor, size)
}

fn rows(tx: &mut Tx, conditions: Option<Sql>, by: Sort, cursor: Option<&Cursor>, size: usize) -> Result<List, Fault> {
    let Some(conditions) = conditions else { return Ok(Page { items: vec![], next: None }) };
    let (text, sql) = statement(conditions, by, cursor, size);
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    Ok(page(rows, size, |row| (key_of(row, by), row.id().0)))
}

fn key_of(row: &MatterRow, by: Sort) -> i64 {
    match by {
        Sort::Urgency => row.due_key,
        Sort::Newest => row.received_at.as_microsecond(),
    }
}

fn statement(mut sql: Sql, by: Sort, cursor: Option<&Cursor>, size: usize) -> (String, Sql) {
    let (key, order, direction) = match by {
        Sort::Urgency => ("m.due_at", Order::Ascending, "ASC"),
        Sort::Newest => ("m.received_at", Order::Descending, "DESC"),
    };
    sql.after(key, "m.id", order, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY {key} {direction}, m.id {direction} LIMIT {limit}",
        sql.sql()
    );
    (text, sql)
}

/// How many stand in each tab, under the same filters.
pub fn counts(tx: &mut Tx, subject: &Subject, filter: &Filter, now: Timestamp) -> Result<Counts, Fault> {
    let mut tabs = vec![];
    for tab in Tab::ALL.into_iter().filter(|tab| *tab != Tab::Over) {
        tabs.push((tab, count(tx, subject, &Filter { tab, ..filter.clone() }, now)?));
    }
    Ok(Counts { tabs })
}

/// How many a list holds; counting stops at [`COUNT_LIMIT`].
pub fn count(tx: &mut Tx, subject: &Subject, filter: &Filter, now: Timestamp) -> Result<i64, Fault> {
    in_tab(subject, filter, now).map_or(Ok(0), |sql| counted(tx, sql))
}

fn counted(tx: &mut Tx, mut sql: Sql) -> Result<i64, Fault> {
    let limit = sql.bind(COUNT_LIMIT);
    let text = format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
    tx.query_one(&text, sql.params(), |row| row.get(0))
}

/// How many of a list's cases are read to learn its categories.
const CATEGORY_SAMPLE: i64 = 400;

/// The first parts of the categories that occur in a list, by name: what its filter offers.
pub fn categories(tx: &mut Tx, subject: &Subject, filter: &Filter, now: Timestamp) -> Result<Vec<String>, Fault> {
    let Some(mut sql) = in_tab(subject, filter, now) else { return Ok(vec![]) };
    let limit = sql.bind(CATEGORY_SAMPLE);
    let text = format!(
        "SELECT DISTINCT c.category FROM (SELECT m.category AS category FROM matter m WHERE {} LIMIT {limit}) AS c \
         WHERE c.category IS NOT NULL",
        sql.sql()
    );
    let all: Vec<String> = tx.query(&text, sql.params(), |row| row.get(0))?;
    let first = |path: &String| path.split('/').next().map(str::trim).unwrap_or_default().to_owned();
    let mut names: Vec<String> = all.iter().map(first).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

/// Where a case stands in a list, and which come before and after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// Its place, from 1; none when it is no longer in the list, as after it was handed on.
    pub place: Option<i64>,
    /// How many the list holds; counting stops at [`COUNT_LIMIT`].
    pub all: i64,
    /// The one before it.
    pub before: Option<(CaseId, CaseKind)>,
    /// The one after it.
    pub after: Option<(CaseId, CaseKind)>,
}

/// Looks up the neighbours of `row` in the list that `filter` makes. A case that left the list meanwhile still has them: those
/// between which it would stand.
pub fn around(
    tx: &mut Tx,
    subject: &Subject,
    filter: &Filter,
    now: Timestamp,
    row: &MatterRow,
) -> Result<Around, Fault> {
    let Some(sql) = in_tab(subject, filter, now) else { return Ok(Around::default()) };
    let by = filter.sort();
    let here = Cursor { key: key_of(row, by), id: row.id().to_string() };
    let mut inside = sql.clone();
    inside.eq("m.region", row.region.as_str()).eq("m.id", row.id());
    let inside = counted(tx, inside)? > 0;
    let mut earlier = sql.clone();
    sort_before(&mut earlier, by, &here);
    let earlier = counted(tx, earlier)?;
    Ok(Around {
        place: (inside && earlier < COUNT_LIMIT).then_some(earlier + 1),
        all: counted(tx, sql.clone())?,
        before: next_to(tx, sql.clone(), by, &here, true)?,
        after: next_to(tx, sql, by, &here, false)?,
    })
}

fn sort_before(sql: &mut Sql, by: Sort, here: &Cursor) {
    match by {
        Sort::Urgency => sql.after("m.due_at", "m.id", Order::Descending, Some(here)),
        Sort::Newest => sql.after("m.received_at", "m.id", Order::Ascending, Some(here)),
    };
}

fn next_to(
    tx: &mut Tx,
    mut sql: Sql,
    by: Sort,
    here: &Cursor,
    before: bool,
) -> Result<Option<(CaseId, CaseKind)>, Fault> {
    let (key, forwards) = match by {
        Sort::Urgency => ("m.due_at", Order::Ascending),
        Sort::Newest => ("m.received_at", Order::Descending),
    };
    let order = match (forwards, before) {
        (Order::Ascending, false) | (Order::Descending, true) => Order::Ascending,
        _ => Order::Descending,
    };
    sql.after(key, "m.id", order, Some(here));
    let direction = if order == Order::Ascending { "ASC" } else { "DESC" };
    let text = format!(
        "SELECT m.id, m.kind FROM matter m WHERE {} ORDER BY {key} {direction}, m.id {direction} LIMIT 1",
        sql.sql()
    );
    tx.query_opt(&text, sql.params(), |row| Ok((row.get(0)?, row.parse(1, CaseKind::parse)?)))
}

/// The conditions of one tab of the inbox.
fn in_tab(subject: &Subject, filter: &Filter, now: Timestamp) -> Option<Sql> {
    let mut sql = conditions(subject, Action::ReadMatter, filter, now)?;
    tab(&mut sql, subject, filter.tab);
    Some(sql)
}

/// The conditions of a list; `None` for somebody who may see no case at all.
fn conditions(subject: &Subject, action: Action, filter: &Filter, now: Timestamp) -> Option<Sql> {
    let mut sql = Sql::new();
    match list_scope(subject, action) {
        Bound::Never => return None,
        bound => condition(&mut sql, &bound),
    }
    if let Some(division) = &filter.division {
        sql.eq("m.region", division.region()).within("m.division", division);
    }
    sql.eq_opt("m.kind", filter.kind.map(CaseKind::name));
    sql.eq_opt("m.stage", filter.stage.as_deref());
    sql.eq_opt("m.holder_id", filter.holder);
    if filter.overdue {
        sql.below("m.due_at", now);
    }
    if let Some((from, to)) = filter.due_within {
        sql.range("m.due_at", Some(from), Some(to));
    }
    if let Some(category) = &filter.category {
        // A category is a path: everything below it begins with it.
        sql.at_least("m.category", category.as_str()).below("m.category", format!("{category}\u{10FFFF}"));
    }
    sql.matches("m.id", &filter.words);
    Some(sql)
}

fn tab(sql: &mut Sql, subject: &Subject, tab: Tab) {
    match tab {
        Tab::Over => {
            sql.raw("m.is_over");
        }
        Tab::Open => {
            sql.raw("NOT m.is_over");
        }
        Tab::Mine => {
            sql.raw("NOT m.is_over");
            mine(sql, subject);
        }
        Tab::Triage => {
            sql.raw("NOT m.is_over").is_in("m.stage", ["REGISTERED", "RECEIVED"]);
        }
        Tab::Objections => {
            sql.raw("NOT m.is_over").eq("m.stage", "OBJECTED");
        }
        Tab::ToSign => {
            sql.raw("NOT m.is_over").is_in("m.stage", ["OPINION_DRAFTED", "OPINION_CHECKED"]);
        }
    }
}

/// The turn of one of my organisations, or with me.
fn mine(sql: &mut Sql, subject: &Subject) {
    let Some(staff) = subject.staff() else {
        sql.raw("FALSE");
        return;
    };
    let mut orgs: Vec<OrgId> = staff.grants().iter().map(|grant| grant.org).collect();
    orgs.push(staff.org());
    orgs.sort_unstable();
    orgs.dedup();
    let user: UserId = staff.user();
    sql.any(|any| {
        any.is_in("m.turn_id", orgs).eq("m.handler_id", user).eq("m.agent_id", user);
    });
}

#[cfg(test)]
mod tests {
    use domain::{
        access::StaffSubject,
        people::{Role, RoleGrant},
    };

    use super::*;

    fn somebody(role: Role) -> Subject {
        let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        let division = DivisionCode::parse("150223").unwrap();
        let org = OrgId(uuid::Uuid::from_u128(1));
        let grant = RoleGrant { role, org, division, from: jiff::civil::date(2026, 1, 1), to: None };
        Subject::Staff(StaffSubject::new(UserId(uuid::Uuid::from_u128(2)), org, now, vec![grant]))
    }

    /// Architecture, principle 11: every statement is prepared on both engines, and a hot one that scans fails.
    #[test]
    fn no_list_reads_the_whole_table() {
        testkit::both(crate::MIGRATIONS, |store| {
            let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
            for role in Role::ALL.iter().filter(|role| role.grantable()) {
                for tab in Tab::ALL {
                    let subject = somebody(*role);
                    let scans = store.write_blocking(move |tx| -> Result<Vec<String>, Fault> {
                        let mut scans = vec![];
                        for sort in [Sort::Urgency, Sort::Newest] {
                            let filter = Filter { tab, sort: Some(sort), ..Filter::default() };
                            let Some(sql) = in_tab(&subject, &filter, now) else { continue };
                            let (text, sql) = statement(sql, filter.sort(), None, 50);
                            scans.extend(store::explain::full_scans(tx, &text, sql.params())?);
                        }
                        Ok(scans)
                    });
                    assert_eq!(scans.unwrap(), Vec::<String>::new(), "{role} {tab:?}");
                }
            }
        });
    }
}
