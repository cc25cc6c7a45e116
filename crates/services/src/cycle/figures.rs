//! What came, moved and slipped in a span of days. Every number has an index behind it.

use domain::{
    case::{CaseKind, Resolution},
    cycle::{CycleRules, Period, Reached, Target},
};
use jiff::Timestamp;
use kernel::{DivisionCode, Fault};
use serde::{Deserialize, Serialize};
use store::{Filter, Tx};

/// The first step by which a unit has a matter in hand.
const TAKEN: [&str; 6] = [
    "petition.forwarded",
    "petition.claim_routed",
    "petition.accepted",
    "order.answered",
    "order.dispatched",
    "order.claimed",
];
/// A date that an office owed has passed.
const SLIPPED: [&str; 2] = ["petition.clock_overdue", "order.clock_overdue"];
/// Microseconds of an hour: moments are stored as such.
const HOUR: i64 = 3_600_000_000;

/// How a target was met by the matters whose time ran out in the span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetFigure {
    /// What people call it.
    pub name: String,
    /// Matters whose time ran out in the span.
    pub due: i64,
    /// Of them in time.
    pub in_time: i64,
    /// Of them later.
    pub late: i64,
}

impl TargetFigure {
    /// Of them not yet.
    #[must_use]
    pub fn open(&self) -> i64 {
        self.due - self.in_time - self.late
    }
}

/// What happened in a span.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Petitions that came.
    pub petitions: i64,
    /// Work orders that came.
    pub orders: i64,
    /// Matters that were answered.
    pub answered: i64,
    /// Matters whose procedure ended.
    pub ended: i64,
    /// Of them those of which the person said that all is solved.
    pub confirmed: i64,
    /// Matters in which a promised date passed.
    pub slipped: i64,
    /// Matters in hand when it ended.
    pub open: i64,
    /// How the targets were met.
    pub targets: Vec<TargetFigure>,
}

/// Counts the span in `place`, as far as it has come by `now`. Sealed matters and reports about being hindered are left out.
///
/// # Errors
/// When the database fails.
pub fn figures(
    tx: &mut Tx,
    place: &DivisionCode,
    period: Period,
    rules: &CycleRules,
    now: Timestamp,
) -> Result<Figures, Fault> {
    let (from, to) = (period.begins(), period.ends().min(now));
    let came = |kind: CaseKind| {
        let mut filter = matters(place, &[kind]);
        filter.at_least("m.received_at", from).below("m.received_at", to);
        filter
    };
    let span = |column: &'static str| {
        let mut filter = both(place);
        filter.at_least(column, from).below(column, to);
        filter
    };
    let mut open = both(place);
    open.below("m.received_at", to);
    let end = open.bind(to);
    open.raw(format!("(m.ended_at IS NULL OR m.ended_at >= {end})"));
    let mut confirmed = span("m.ended_at");
    confirmed.eq("m.resolution", Resolution::ResolvedConfirmed.name());
    let targets = rules.targets.iter().map(|one| target(tx, place, one, from, to));
    let targets = targets.collect::<Result<Vec<_>, Fault>>()?;
    Ok(Figures {
        petitions: count(tx, &came(CaseKind::Petition))?,
        orders: count(tx, &came(CaseKind::WorkOrder))?,
        answered: count(tx, &span("m.answered_at"))?,
        ended: count(tx, &span("m.ended_at"))?,
        confirmed: count(tx, &confirmed)?,
        slipped: slipped(tx, place, from, to)?,
        open: count(tx, &open)?,
        targets,
    })
}

fn both(place: &DivisionCode) -> Filter {
    matters(place, &[CaseKind::Petition, CaseKind::WorkOrder])
}

/// The matters a board counts.
pub(crate) fn matters(place: &DivisionCode, kinds: &[CaseKind]) -> Filter {
    let mut filter = Filter::new();
    filter.within("m.division", place).is_in("m.kind", kinds.iter().map(|kind| kind.name())).raw("NOT m.sealed");
    filter
}

fn count(tx: &mut Tx, filter: &Filter) -> Result<i64, Fault> {
    let sql = format!("SELECT count(*) FROM matter m WHERE {}", filter.sql());
    tx.query_one(&sql, filter.params(), |row| row.get(0))
}

/// Each matter once, however many dates of it passed.
fn slipped(tx: &mut Tx, place: &DivisionCode, from: Timestamp, to: Timestamp) -> Result<i64, Fault> {
    let mut filter = both(place);
    filter.at_least("e.at", from).below("e.at", to).is_in("e.kind", SLIPPED);
    let sql = format!(
        "SELECT count(DISTINCT m.id) FROM event e JOIN matter m ON m.region = e.region AND m.id = e.stream WHERE {}",
        filter.sql()
    );
    tx.query_one(&sql, filter.params(), |row| row.get(0))
}

/// The matters whose time for `target` ran out between `from` and `to`.
fn target(
    tx: &mut Tx,
    place: &DivisionCode,
    target: &Target,
    from: Timestamp,
    to: Timestamp,
) -> Result<TargetFigure, Fault> {
    let span = i64::from(target.hours) * HOUR;
    let mut filter = both(place);
    filter.at_least("m.received_at", from.as_microsecond() - span).below("m.received_at", to.as_microsecond() - span);
    let reached = match target.reached {
        Reached::Registered => "m.registered_at".to_owned(),
        Reached::Answered => "coalesce(m.answered_at, m.ended_at)".to_owned(),
        Reached::Ended => "m.ended_at".to_owned(),
        Reached::Taken => {
            let kinds: Vec<String> = TAKEN.iter().map(|kind| filter.bind(*kind)).collect();
            // What ended before a unit had it (answered on the spot, taken back) is done as well.
            format!(
                "coalesce((SELECT min(e.at) FROM event e WHERE e.region = m.region AND e.stream = m.id AND e.kind IN ({})), \
                 m.ended_at)",
                kinds.join(", ")
            )
        }
    };
    let span = filter.bind(span);
    let sql = format!(
        "SELECT count(*), count(CASE WHEN x.reached <= x.due THEN 1 END), count(CASE WHEN x.reached > x.due THEN 1 END) \
         FROM (SELECT {reached} AS reached, m.received_at + {span} AS due FROM matter m WHERE {}) x",
        filter.sql()
    );
    tx.query_one(&sql, filter.params(), |row| {
        Ok(TargetFigure { name: target.name.to_string(), due: row.get(0)?, in_time: row.get(1)?, late: row.get(2)? })
    })
}
