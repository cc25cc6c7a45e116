//! The network in numbers: institutions, agents by kind, grids by level, and coverage with its denominator. Places and posts are
//! counted, nobody's work is.

use std::collections::BTreeMap;

use domain::{
    network::{AgentKind, GridLevel},
    organisation::OrgKind,
};
use jiff::civil::Date;
use kernel::{DivisionCode, Fault, OrgLevel};
use store::{Filter, Tx};

use super::station::kinds;
use crate::divisions::{self, Division};

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Divisions with a place where people are helped.
    pub with: i64,
    /// All divisions of the level.
    pub all: i64,
}

/// The figures of one place with everything inside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlaceFigures {
    /// Institutions by kind.
    pub stations: BTreeMap<OrgKind, i64>,
    /// Agents in office by kind; `None` for those whose kind nobody entered.
    pub agents: BTreeMap<Option<AgentKind>, i64>,
    /// Townships with a station.
    pub townships: Coverage,
    /// Villages and communities with a point.
    pub villages: Coverage,
    /// Grids by level.
    pub grids: BTreeMap<GridLevel, i64>,
}

impl PlaceFigures {
    /// All institutions.
    #[must_use]
    pub fn institutions(&self) -> i64 {
        self.stations.values().sum()
    }

    /// All agents.
    #[must_use]
    pub fn people(&self) -> i64 {
        self.agents.values().sum()
    }

    /// Cadres and party members among them: the "1" of 1+N.
    #[must_use]
    pub fn core(&self) -> i64 {
        self.agents.iter().filter(|(kind, _)| kind.is_some_and(AgentKind::is_core)).map(|(_, count)| count).sum()
    }

    fn add(&mut self, other: &Self) {
        other.stations.iter().for_each(|(kind, count)| *self.stations.entry(*kind).or_default() += count);
        other.agents.iter().for_each(|(kind, count)| *self.agents.entry(*kind).or_default() += count);
        other.grids.iter().for_each(|(level, count)| *self.grids.entry(*level).or_default() += count);
        for (mine, theirs) in [(&mut self.townships, other.townships), (&mut self.villages, other.villages)] {
            mine.with += theirs.with;
            mine.all += theirs.all;
        }
    }
}

/// The figures of a division.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Each division directly inside, in the order of codes.
    pub inside: Vec<(Division, PlaceFigures)>,
    /// What stands at the division itself.
    pub own: PlaceFigures,
    /// Everything.
    pub total: PlaceFigures,
}

/// Counts the network of `at` on `day`, in five questions whatever its size.
///
/// # Errors
/// When the database fails.
pub fn figures(tx: &mut Tx, at: &DivisionCode, day: Date) -> Result<Figures, Fault> {
    let mut by_place: BTreeMap<String, PlaceFigures> = BTreeMap::new();
    count_stations(tx, at, day, &mut by_place)?;
    count_agents(tx, at, day, &mut by_place)?;
    count_coverage(tx, at, day, &mut by_place)?;
    count_grids(tx, at, &mut by_place)?;
    let mut total = PlaceFigures::default();
    for figures in by_place.values() {
        total.add(figures);
    }
    let own = by_place.remove(at.as_str()).unwrap_or_default();
    let inside = divisions::children(tx, Some(at))?;
    let inside = inside.into_iter().map(|division| {
        let figures = by_place.remove(division.code.as_str()).unwrap_or_default();
        (division, figures)
    });
    Ok(Figures { inside: inside.collect(), own, total })
}

/// How many digits name a division directly inside `at`.
fn digits(at: &DivisionCode) -> usize {
    match at.level() {
        OrgLevel::Region => 4,
        OrgLevel::Prefecture => 6,
        OrgLevel::County => 9,
        OrgLevel::Township | OrgLevel::Village => 12,
    }
}

type Counted = BTreeMap<String, PlaceFigures>;

fn active(filter: &mut Filter, day: Date) {
    let day = filter.bind(day);
    filter.raw(format!("o.active_from <= {day} AND (o.active_to IS NULL OR o.active_to > {day})"));
}

fn count_stations(tx: &mut Tx, at: &DivisionCode, day: Date, counted: &mut Counted) -> Result<(), Fault> {
    let mut filter = Filter::new();
    filter.within("o.division", at).is_in("o.kind", kinds());
    active(&mut filter, day);
    let sql = format!(
        "SELECT substr(o.division, 1, {}) AS place, o.kind, count(*) AS many FROM org o WHERE {} GROUP BY 1, 2",
        digits(at),
        filter.sql()
    );
    tx.query_each(&sql, filter.params(), |row| {
        let kind = row.parse("kind", OrgKind::parse)?;
        counted.entry(row.get("place")?).or_default().stations.insert(kind, row.get("many")?);
        Ok(())
    })
}

fn count_agents(tx: &mut Tx, at: &DivisionCode, day: Date, counted: &mut Counted) -> Result<(), Fault> {
    let mut filter = Filter::new();
    filter.within("o.division", at).raw("g.role = 'AGENT' AND s.active");
    let day = filter.bind(day);
    filter.raw(format!("g.from_day <= {day} AND (g.to_day IS NULL OR g.to_day > {day})"));
    // A person with two posts is one agent, of the place whose code comes first.
    let sql = format!(
        "SELECT f.place, f.kind, count(*) AS many FROM (
             SELECT g.user_id, min(substr(o.division, 1, {})) AS place, min(coalesce(a.kind, '')) AS kind
             FROM role_grant g JOIN staff s ON s.id = g.user_id JOIN org o ON o.id = g.org_id
             LEFT JOIN agent a ON a.user_id = g.user_id WHERE {} GROUP BY g.user_id) AS f GROUP BY 1, 2",
        digits(at),
        filter.sql()
    );
    tx.query_each(&sql, filter.params(), |row| {
        let kind: String = row.get("kind")?;
        counted.entry(row.get("place")?).or_default().agents.insert(AgentKind::parse(&kind), row.get("many")?);
        Ok(())
    })
}

fn count_coverage(tx: &mut Tx, at: &DivisionCode, day: Date, counted: &mut Counted) -> Result<(), Fault> {
    let mut filter = Filter::new();
    filter.within("d.code", at).raw("length(d.code) IN (9, 12)");
    let helped = helped(&mut filter, day);
    let sql = format!(
        "SELECT substr(d.code, 1, {}) AS place, length(d.code) AS digits, count(*) AS everywhere,
             count(CASE WHEN {helped} THEN 1 END) AS helped
         FROM division d WHERE {} GROUP BY 1, 2",
        digits(at),
        filter.sql()
    );
    tx.query_each(&sql, filter.params(), |row| {
        let figures = counted.entry(row.get("place")?).or_default();
        let coverage = if row.get::<i64>("digits")? == 9 { &mut figures.townships } else { &mut figures.villages };
        *coverage = Coverage { with: row.get("helped")?, all: row.get("everywhere")? };
        Ok(())
    })
}

/// Whether there is a place to be helped exactly at the division `d`.
fn helped(filter: &mut Filter, day: Date) -> String {
    let day = filter.bind(day);
    let kinds: Vec<String> = kinds().map(|kind| filter.bind(kind)).collect();
    format!(
        "EXISTS (SELECT 1 FROM org o WHERE o.division = d.code AND o.kind IN ({}) AND o.active_from <= {day}
             AND (o.active_to IS NULL OR o.active_to > {day}))",
        kinds.join(", ")
    )
}

fn count_grids(tx: &mut Tx, at: &DivisionCode, counted: &mut Counted) -> Result<(), Fault> {
    let mut filter = Filter::new();
    filter.within("q.division", at);
    let sql = format!(
        "SELECT substr(q.division, 1, {}) AS place, q.level, count(*) AS many FROM grid q WHERE {} GROUP BY 1, 2",
        digits(at),
        filter.sql()
    );
    tx.query_each(&sql, filter.params(), |row| {
        let level = row.parse("level", GridLevel::parse)?;
        counted.entry(row.get("place")?).or_default().grids.insert(level, row.get("many")?);
        Ok(())
    })
}

/// The townships and villages of `at` where nobody helps yet, in the order of codes, after the code `after`.
///
/// # Errors
/// When the database fails.
pub fn villages_without(
    tx: &mut Tx,
    at: &DivisionCode,
    day: Date,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Division>, Fault> {
    let mut filter = Filter::new();
    filter.within("d.code", at).raw("length(d.code) IN (9, 12)");
    let helped = helped(&mut filter, day);
    filter.raw(format!("NOT {helped}"));
    if let Some(after) = after {
        let after = filter.bind(after);
        filter.raw(format!("d.code > {after}"));
    }
    let most = filter.bind(limit);
    let sql = format!("SELECT d.code, d.name FROM division d WHERE {} ORDER BY d.code LIMIT {most}", filter.sql());
    tx.query(&sql, filter.params(), |row| Ok(Division { code: row.get(0)?, name: row.get(1)? }))
}
