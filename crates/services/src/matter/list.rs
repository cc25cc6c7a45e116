//! The inbox and the search: permission, filters and order in one query.

use domain::{
    access::{Action, Bound, Subject, list_scope},
    case::CaseKind,
};
use jiff::Timestamp;
use kernel::{Cursor, DivisionCode, Fault, OrgId, Page, UserId};
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
    /// Only this category or one below it.
    pub category: Option<String>,
    /// Words that must occur, or a number.
    pub words: Vec<String>,
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
    let by = if filter.tab == Tab::Over { By::Newest } else { By::Urgency };
    rows(tx, in_tab(subject, filter, now), by, cursor, size)
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
    rows(tx, conditions(subject, Action::SearchMatters, filter, now), By::Newest, cursor, size)
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Urgency,
    Newest,
}

fn rows(tx: &mut Tx, conditions: Option<Sql>, by: By, cursor: Option<&Cursor>, size: usize) -> Result<List, Fault> {
    let Some(conditions) = conditions else { return Ok(Page { items: vec![], next: None }) };
    let (text, sql) = statement(conditions, by, cursor, size);
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    let key = |row: &MatterRow| match by {
        By::Urgency => row.due_key,
        By::Newest => row.received_at.as_microsecond(),
    };
    Ok(page(rows, size, |row| (key(row), row.id().0)))
}

fn statement(mut sql: Sql, by: By, cursor: Option<&Cursor>, size: usize) -> (String, Sql) {
    let (key, order, direction) = match by {
        By::Urgency => ("m.due_at", Order::Ascending, "ASC"),
        By::Newest => ("m.received_at", Order::Descending, "DESC"),
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
        let narrowed = Filter { tab, ..filter.clone() };
        let Some(mut sql) = in_tab(subject, &narrowed, now) else {
            tabs.push((tab, 0));
            continue;
        };
        let limit = sql.bind(COUNT_LIMIT);
        let text =
            format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
        tabs.push((tab, tx.query_one(&text, sql.params(), |row| row.get(0))?));
    }
    Ok(Counts { tabs })
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
                        let filter = Filter { tab, ..Filter::default() };
                        let mut scans = vec![];
                        let by = if tab == Tab::Over { By::Newest } else { By::Urgency };
                        if let Some(sql) = in_tab(&subject, &filter, now) {
                            let (text, sql) = statement(sql, by, None, 50);
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
