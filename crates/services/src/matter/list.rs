//! The inbox and the search: permission, filters and order in one query.

use domain::{
    access::{Action, Subject, list_scope},
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
    let mut sql = conditions(subject, Action::ReadMatter, filter, now);
    let over = filter.tab == Tab::Over;
    let (key, order, direction) =
        if over { ("m.received_at", Order::Descending, "DESC") } else { ("m.due_at", Order::Ascending, "ASC") };
    sql.after(key, "m.id", order, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY {key} {direction}, m.id {direction} LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    Ok(page(rows, size, |row| (if over { row.received_at.as_microsecond() } else { row.due_key }, row.id().0)))
}

/// The cases whose text holds all words, newest first, among those `subject` may find.
pub fn search(
    tx: &mut Tx,
    subject: &Subject,
    filter: &Filter,
    now: Timestamp,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<List, Fault> {
    let mut sql = conditions(subject, Action::SearchMatters, filter, now);
    sql.after("m.received_at", "m.id", Order::Descending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.received_at DESC, m.id DESC LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), MatterRow::read)?;
    Ok(page(rows, size, |row| (row.received_at.as_microsecond(), row.id().0)))
}

/// How many stand in each tab, under the same filters.
pub fn counts(tx: &mut Tx, subject: &Subject, filter: &Filter, now: Timestamp) -> Result<Counts, Fault> {
    let mut tabs = vec![];
    for tab in Tab::ALL.into_iter().filter(|tab| *tab != Tab::Over) {
        let narrowed = Filter { tab, ..filter.clone() };
        let mut sql = conditions(subject, Action::ReadMatter, &narrowed, now);
        let limit = sql.bind(COUNT_LIMIT);
        let text =
            format!("SELECT count(*) FROM (SELECT 1 AS one FROM matter m WHERE {} LIMIT {limit}) AS c", sql.sql());
        tabs.push((tab, tx.query_one(&text, sql.params(), |row| row.get(0))?));
    }
    Ok(Counts { tabs })
}

fn conditions(subject: &Subject, action: Action, filter: &Filter, now: Timestamp) -> Sql {
    let mut sql = Sql::new();
    condition(&mut sql, &list_scope(subject, action));
    tab(&mut sql, subject, filter.tab);
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
    sql
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

/// With one of my organisations, or with me.
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
        any.is_in("m.holder_id", orgs).eq("m.handler_id", user).eq("m.agent_id", user);
    });
}
