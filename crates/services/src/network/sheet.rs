//! The three sheets of the network: stations, agents, grids. The same columns go in and come out, so what was exported can be
//! changed and imported again.

mod agents;
mod grids;
mod stations;

use std::fs::File;

use domain::{
    access::{
        Permit,
        actions::{AdminStaff, AdminUnits},
    },
    document::{Cell, LedgerHead, Press},
};
use kernel::{Ctx, DivisionCode, Fault, OrgId};
use store::Tx;

pub use agents::import_agents;
pub use grids::import_grids;
pub use stations::import_stations;

use super::agent::AgentRow;
use crate::{
    Error,
    organisation::{ImportReport, Sheet},
};

/// A column: its headings (Chinese, then others, then the English one by which the program asks), and an example.
type Column = (&'static [&'static str], &'static str);

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Centres, stations, points, mobile windows, studios.
    Stations,
    /// Agents.
    Agents,
    /// Grids.
    Grids,
}

impl Kind {
    /// Every sheet, in the order in which they are imported.
    pub const ALL: [Self; 3] = [Self::Stations, Self::Agents, Self::Grids];

    /// As it stands in addresses and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stations => "stations",
            Self::Agents => "agents",
            Self::Grids => "grids",
        }
    }

    /// Reads [`Kind::name`] back.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    fn columns(self) -> &'static [Column] {
        match self {
            Self::Stations => stations::COLUMNS,
            Self::Agents => agents::COLUMNS,
            Self::Grids => grids::COLUMNS,
        }
    }
}

/// The headings and one example row: the file that a county fills in.
#[must_use]
pub fn template(kind: Kind) -> Vec<Vec<String>> {
    let columns = kind.columns();
    vec![heading(kind), columns.iter().map(|(_, example)| (*example).to_owned()).collect()]
}

fn heading(kind: Kind) -> Vec<String> {
    kind.columns().iter().map(|(names, _)| names[0].to_owned()).collect()
}

/// The English headings of a sheet, by which the program asks.
pub(super) fn column_names(kind: Kind) -> Vec<String> {
    kind.columns().iter().filter_map(|(names, _)| names.last()).map(|name| (*name).to_owned()).collect()
}

/// The row of one station; `None` when there is none.
pub(super) fn station_row(tx: &mut Tx, org: OrgId) -> Result<Option<Vec<String>>, Fault> {
    stations::row(tx, org)
}

/// The row of one agent.
pub(super) fn agent_row(tx: &mut Tx, agent: &AgentRow) -> Result<Vec<String>, Fault> {
    agents::row(tx, agent)
}

/// Rows, the headings first, as a spreadsheet that says on every page where it comes from.
///
/// # Errors
/// A fault of the disk, or of a process without a press.
pub fn to_xlsx(rows: &[Vec<String>], title: &str, watermark: &str, press: &dyn Press) -> Result<File, Fault> {
    let mut rows = rows.iter();
    let columns = rows.next().cloned().unwrap_or_default();
    let head = LedgerHead { title: title.to_owned(), columns, watermark: watermark.to_owned() };
    let mut next = || Ok(rows.next().map(|row| row.iter().map(|cell| Cell::Text(cell.clone())).collect()));
    press.ledger(&head, &mut next)
}

/// What stands in `within` today, in the columns of the import.
///
/// # Errors
/// When the database fails.
pub fn export(tx: &mut Tx, ctx: &Ctx, kind: Kind, within: &DivisionCode) -> Result<Vec<Vec<String>>, Fault> {
    let mut rows = vec![heading(kind)];
    rows.extend(match kind {
        Kind::Stations => stations::rows(tx, ctx, within)?,
        Kind::Agents => agents::rows(tx, ctx, within)?,
        Kind::Grids => grids::rows(tx, within)?,
    });
    Ok(rows)
}

/// Imports the sheet `kind`.
///
/// # Errors
/// When a column is missing or the database fails; what is wrong with a row stands in the report.
pub fn import(
    tx: &mut Tx,
    ctx: &Ctx,
    (units, staff): (&Permit<AdminUnits>, &Permit<AdminStaff>),
    kind: Kind,
    sheet: &Sheet,
    dry_run: bool,
) -> Result<ImportReport, Error> {
    match kind {
        Kind::Stations => import_stations(tx, ctx, units, sheet, dry_run),
        Kind::Agents => import_agents(tx, ctx, staff, sheet, dry_run),
        Kind::Grids => import_grids(tx, ctx, units, sheet, dry_run),
    }
}

/// Rows as CSV with the mark by which spreadsheet programs know UTF-8. A cell that would be taken for a formula is shown as text.
#[must_use]
pub fn to_csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The headings of `columns`, as [`Sheet::columns`] takes them.
fn names<const N: usize>(columns: &'static [Column]) -> [&'static [&'static str]; N] {
    std::array::from_fn(|i| columns.get(i).map_or(&[][..], |(names, _)| *names))
}

fn yes(value: bool) -> String {
    if value { "是".into() } else { String::new() }
}

fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
