//! The table of clocks as data: per jurisdiction (the most specific wins) and effective date (principle 17).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};

use jiff::civil::Date;
use kernel::{DivisionCode, Refusal};
use serde::Deserialize;

use super::def::{ClockDef, Confidence, DefId, OwedBy};

/// The national table: rules.md section 7 and the parallel periods of 2.5.
const NATIONAL: &str = include_str!("../../data/clocks.json");

/// One table: where it holds, from which day, and its clocks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// The digits of the division; empty for the whole country.
    division: String,
    effective_from: Date,
    version: Arc<str>,
    clocks: Vec<ClockDef>,
}

/// The clocks that hold for one case: those of its jurisdiction on the day it was registered. Clones share them.
#[derive(Debug, Clone)]
pub struct ClockSet(Arc<BTreeMap<DefId, ClockDef>>);

impl ClockSet {
    /// The definition named `id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&ClockDef> {
        self.0.get(id)
    }

    /// All definitions, by name.
    pub fn iter(&self) -> impl Iterator<Item = &ClockDef> {
        self.0.values()
    }
}

/// Every table known, resolved beforehand for every jurisdiction and day that makes a difference.
#[derive(Debug, Clone)]
pub struct ClockRules {
    tables: Vec<Table>,
    /// By division digits, then by the day from which the set holds, oldest first.
    resolved: BTreeMap<String, Vec<(Date, ClockSet)>>,
}

#[expect(clippy::expect_used, reason = "the table is compiled in; a test reads it, so it cannot fail at a customer's")]
static SHIPPED: LazyLock<ClockRules> =
    LazyLock::new(|| ClockRules::parse(NATIONAL).expect("the shipped clock table is valid"));

impl ClockRules {
    /// The shipped national table.
    #[must_use]
    pub fn national() -> &'static Self {
        &SHIPPED
    }

    /// Reads tables: a JSON array of `{division, effective_from, version, clocks}`; see `data/clocks.json`.
    ///
    /// # Errors
    /// Every mistake found: `clock-table-json` (with the line), `division-code`, `clock-twice`, `clock-length-range`,
    /// `clock-longer-than-law` (a local table gives an authority more time than the law), `clock-shorter-right` (or a
    /// person less).
    pub fn parse(json: &str) -> Result<Self, Vec<Refusal>> {
        Self::from_tables(read(json)?)
    }

    /// These tables with more laid over them, as an administrator adds those of a jurisdiction.
    ///
    /// # Errors
    /// As [`ClockRules::parse`].
    pub fn with(&self, json: &str) -> Result<Self, Vec<Refusal>> {
        let mut tables = self.tables.clone();
        tables.extend(read(json)?);
        Self::from_tables(tables)
    }

    fn from_tables(mut tables: Vec<Table>) -> Result<Self, Vec<Refusal>> {
        for table in &mut tables {
            for def in &mut table.clocks {
                def.version = table.version.clone();
            }
        }
        let errors: Vec<_> = tables.iter().flat_map(|table| judge(table, &tables)).collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let resolved = resolve(&tables);
        Ok(Self { tables, resolved })
    }

    /// The clocks for a case of `division` registered on `registered_on`: each clock from the most specific jurisdiction
    /// that has it, in the version then in force. A case older than the oldest table is measured by the oldest.
    #[must_use]
    pub fn for_case(&self, division: &DivisionCode, registered_on: Date) -> ClockSet {
        let digits = division.as_str();
        let versions = (0..=digits.len()).rev().find_map(|length| self.resolved.get(&digits[..length]));
        let held = versions.and_then(|versions| {
            let after = versions.partition_point(|(from, _)| *from <= registered_on);
            versions.get(after.saturating_sub(1))
        });
        held.map_or_else(|| ClockSet(Arc::default()), |(_, set)| set.clone())
    }
}

fn read(json: &str) -> Result<Vec<Table>, Vec<Refusal>> {
    serde_json::from_str(json).map_err(|error| {
        vec![Refusal::invalid("file", "clock-table-json").with("line", error.line()).with("detail", error)]
    })
}

fn judge(table: &Table, all: &[Table]) -> Vec<Refusal> {
    let mut errors = vec![];
    if !table.division.is_empty() {
        errors.extend(DivisionCode::parse(&table.division).err());
    }
    let mut seen = BTreeSet::new();
    for def in &table.clocks {
        let named = |code: &str| Refusal::invalid("clocks", code).with("clock", &def.id);
        if !seen.insert(&def.id) {
            errors.push(named("clock-twice"));
        }
        if def.length == Some(0) {
            errors.push(named("clock-length-range").with("max", 36_525));
        }
        errors.extend(all.iter().filter(|other| other.division.is_empty()).find_map(|national| {
            let law = national.clocks.iter().find(|law| law.id == def.id)?;
            against_law(def, law).map(named)
        }));
    }
    errors
}

/// A local table may be kinder to people than the law, never harsher (rules.md 3.5: 上限不得突破条例).
fn against_law(def: &ClockDef, law: &ClockDef) -> Option<&'static str> {
    if law.confidence != Confidence::V || law.unit != def.unit {
        return None;
    }
    let duty = !matches!(law.owed_by, OwedBy::Petitioner | OwedBy::Parties);
    if duty && def.length > law.length {
        Some("clock-longer-than-law")
    } else if !duty && def.length < law.length {
        Some("clock-shorter-right")
    } else {
        None
    }
}

fn resolve(tables: &[Table]) -> BTreeMap<String, Vec<(Date, ClockSet)>> {
    let divisions: BTreeSet<&str> = tables.iter().map(|table| table.division.as_str()).collect();
    let versions = |division: &str| {
        let around: Vec<_> = tables.iter().filter(|table| division.starts_with(&table.division)).collect();
        let days: BTreeSet<Date> = around.iter().map(|table| table.effective_from).collect();
        let first = days.first().copied();
        let set = |day: Date| {
            // A jurisdiction's own table does not reach back before its day, except where nothing older exists.
            let mut held: Vec<_> =
                around.iter().filter(|t| t.effective_from <= day || Some(t.effective_from) == first).collect();
            held.sort_by_key(|table| (table.division.len(), table.effective_from));
            let clocks = held.iter().flat_map(|table| &table.clocks);
            ClockSet(Arc::new(clocks.map(|def| (def.id.clone(), def.clone())).collect()))
        };
        days.iter().map(|day| (*day, set(*day))).collect()
    };
    divisions.into_iter().map(|division| (division.to_owned(), versions(division))).collect()
}
