//! The rows behind a ledger, read in pages so that memory stays the same however long the period is.

use std::collections::VecDeque;

use domain::{
    access::{Bound, Subject, list_scope},
    case::CaseKind,
    document::{DocType, PaperStage},
};
use jiff::{Timestamp, civil::Date};
use kernel::{DivisionCode, Fault, LetterId, OrgId};
use store::{Filter, Tx, Value};
use uuid::Uuid;

use super::{asked::Asked, kind::Source};
use crate::{
    auth::condition,
    matter::{COLUMNS, MatterRow},
};

/// Rows of one page.
const PAGE: i64 = 500;

/// An event of a case, as it stands in the log.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) at: Timestamp,
    pub(super) seq: i64,
    pub(super) kind: String,
    pub(super) actor: String,
    pub(super) body: String,
}

/// A letter in force, or void.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    pub(super) id: LetterId,
    pub(super) kind: DocType,
    pub(super) number: Option<String>,
    pub(super) issued_at: Timestamp,
    pub(super) org: OrgId,
    pub(super) to: Option<OrgId>,
    pub(super) case: Option<String>,
    pub(super) stage: PaperStage,
    pub(super) code: Option<String>,
}

/// One row.
#[derive(Debug, Clone)]
pub(super) enum Row {
    /// A case.
    Case(Box<MatterRow>),
    /// An event with the case as it stands today.
    Event(Box<MatterRow>, Stored),
    /// A letter.
    Letter(Paper),
}

impl Row {
    /// What the next page begins after.
    fn place(&self) -> (i64, Uuid, i64) {
        match self {
            Self::Case(row) => (row.received_at.as_microsecond(), row.id().0, 0),
            Self::Event(row, event) => (event.at.as_microsecond(), row.id().0, event.seq),
            Self::Letter(paper) => (paper.issued_at.as_microsecond(), paper.id.0, 0),
        }
    }
}

/// All rows of a ledger, one after another.
pub(super) struct Rows {
    source: Source,
    bound: Bound,
    division: DivisionCode,
    orgs: Vec<OrgId>,
    from: Timestamp,
    to: Timestamp,
    page: VecDeque<Row>,
    last: Option<(i64, Uuid, i64)>,
    done: bool,
}

impl Rows {
    pub(super) fn of(subject: &Subject, asked: &Asked) -> Self {
        let next = asked.to.saturating_add(jiff::Span::new().days(1));
        let staff = subject.staff();
        Self {
            source: asked.ledger.source(),
            bound: list_scope(subject, asked.ledger.reading()),
            division: asked.division.clone(),
            orgs: staff.map(|staff| staff.grants().iter().map(|grant| grant.org).collect()).unwrap_or_default(),
            from: begins(asked.from),
            to: begins(next),
            page: VecDeque::new(),
            last: None,
            done: false,
        }
    }

    /// The next row.
    pub(super) fn next(&mut self, tx: &mut Tx) -> Result<Option<Row>, Fault> {
        if self.page.is_empty() && !self.done {
            let rows = match self.source {
                Source::Cases(kinds) => self.cases(tx, kinds)?,
                Source::Events(kinds, facts) => self.events(tx, kinds, facts)?,
                Source::Letters => self.letters(tx)?,
            };
            self.done = i64::try_from(rows.len()).unwrap_or(i64::MAX) < PAGE;
            self.last = rows.last().map(Row::place);
            self.page = rows.into();
        }
        Ok(self.page.pop_front())
    }

    /// The conditions that all questions about cases share.
    fn narrowed(&self, kinds: &[CaseKind], at: &'static str) -> Filter {
        let mut filter = Filter::new();
        filter.is_in("m.kind", kinds.iter().map(|kind| kind.name())).within("m.division", &self.division);
        condition(&mut filter, &self.bound);
        filter.at_least(at, self.from).below(at, self.to);
        filter
    }

    fn cases(&self, tx: &mut Tx, kinds: &[CaseKind]) -> Result<Vec<Row>, Fault> {
        let mut filter = self.narrowed(kinds, "m.received_at");
        if let Some((at, id, _)) = self.last {
            after(&mut filter, "(m.received_at, m.id)", vec![at.into(), id.into()]);
        }
        let limit = filter.bind(PAGE);
        let sql =
            format!("SELECT {COLUMNS} FROM matter m WHERE {} ORDER BY m.received_at, m.id LIMIT {limit}", filter.sql());
        tx.query(&sql, filter.params(), |row| Ok(Row::Case(Box::new(MatterRow::read(row)?))))
    }

    fn events(&self, tx: &mut Tx, kinds: &[CaseKind], facts: &[&'static str]) -> Result<Vec<Row>, Fault> {
        let mut filter = self.narrowed(kinds, "e.at");
        filter.is_in("e.kind", facts.iter().copied());
        if let Some((at, stream, seq)) = self.last {
            after(&mut filter, "(e.at, e.stream, e.seq)", vec![at.into(), stream.into(), seq.into()]);
        }
        let limit = filter.bind(PAGE);
        let sql = format!(
            "SELECT {COLUMNS}, e.seq AS fact_seq, e.at AS fact_at, e.kind AS fact_kind, e.actor AS fact_actor, \
             e.body AS fact_body FROM event e JOIN matter m ON m.region = e.region AND m.id = e.stream \
             WHERE {} ORDER BY e.at, e.stream, e.seq LIMIT {limit}",
            filter.sql()
        );
        tx.query(&sql, filter.params(), |row| {
            let stored = Stored {
                at: row.get("fact_at")?,
                seq: row.get("fact_seq")?,
                kind: row.get("fact_kind")?,
                actor: row.get("fact_actor")?,
                body: row.get("fact_body")?,
            };
            Ok(Row::Event(Box::new(MatterRow::read(row)?), stored))
        })
    }

    /// Letters of her own offices: a register of what they sent.
    fn letters(&self, tx: &mut Tx) -> Result<Vec<Row>, Fault> {
        let mut filter = Filter::new();
        filter.is_in("l.org_id", self.orgs.iter().copied()).within("l.division", &self.division);
        filter.at_least("l.issued_at", self.from).below("l.issued_at", self.to);
        if let Some((at, id, _)) = self.last {
            after(&mut filter, "(l.issued_at, l.id)", vec![at.into(), id.into()]);
        }
        let limit = filter.bind(PAGE);
        let sql = format!(
            "SELECT l.id, l.kind, l.number, l.issued_at, l.org_id, l.to_id, l.stage, l.code, m.number AS case_number \
             FROM letter l LEFT JOIN matter m ON m.region = l.region AND m.id = l.case_id \
             WHERE {} ORDER BY l.issued_at, l.id LIMIT {limit}",
            filter.sql()
        );
        tx.query(&sql, filter.params(), |row| {
            Ok(Row::Letter(Paper {
                id: row.get("id")?,
                kind: row.parse("kind", DocType::parse)?,
                number: row.get("number")?,
                issued_at: row.get("issued_at")?,
                org: row.get("org_id")?,
                to: row.get("to_id")?,
                case: row.get("case_number")?,
                stage: row.parse("stage", PaperStage::parse)?,
                code: row.get("code")?,
            }))
        })
    }
}

/// What follows `values` in the order of `columns`.
fn after(filter: &mut Filter, columns: &str, values: Vec<Value>) {
    let bound: Vec<String> = values.into_iter().map(|value| filter.bind(value)).collect();
    filter.raw(format!("{columns} > ({})", bound.join(", ")));
}

/// The first moment of a day in Beijing.
fn begins(day: Date) -> Timestamp {
    domain::deadline::beijing_midnight(day)
}
