//! `lianxin import`: divisions, organisations, staff and petitions from files.

mod petitions;
mod tables;

use anyhow::Result;
use services::network::SheetKind;

/// What is imported.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum ImportCommand {
    /// The division tree, CSV with code and name 区划
    Divisions(tables::TableArgs),
    /// Organisations from a spreadsheet 单位
    Units(tables::TableArgs),
    /// Staff from a spreadsheet 人员
    Staff(tables::TableArgs),
    /// Centres, stations, points, mobile windows and studios from a spreadsheet 代办机构
    Stations(tables::TableArgs),
    /// Agents from a spreadsheet 代办员
    Agents(tables::TableArgs),
    /// Grids from a spreadsheet 网格
    Grids(tables::TableArgs),
    /// Petitions of an older system: CSV, Excel or JSON 信访件
    Petitions(petitions::PetitionArgs),
}

/// Imports a file.
///
/// # Errors
/// When it cannot be read, or something in it was not taken.
pub(crate) fn run(command: &ImportCommand) -> Result<()> {
    match command {
        ImportCommand::Divisions(args) => tables::divisions(args),
        ImportCommand::Units(args) => tables::units(args),
        ImportCommand::Staff(args) => tables::staff(args),
        ImportCommand::Stations(args) => tables::network(args, SheetKind::Stations),
        ImportCommand::Agents(args) => tables::network(args, SheetKind::Agents),
        ImportCommand::Grids(args) => tables::network(args, SheetKind::Grids),
        ImportCommand::Petitions(args) => petitions::run(args),
    }
}
