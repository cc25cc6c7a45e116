//! `lianxin export`: the sheets of the agency network as they stand, or empty to be filled in.

use std::{io::Write as _, path::PathBuf};

use anyhow::{Context as _, Result};
use kernel::{DivisionCode, Message};
use services::network::{self, SheetKind};

use crate::{config::Common, house::House, say};

/// Which sheet.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum ExportCommand {
    /// Centres, stations, points, mobile windows and studios 代办机构
    Stations(ExportArgs),
    /// Agents 代办员
    Agents(ExportArgs),
    /// Grids 网格
    Grids(ExportArgs),
}

/// The arguments of an export.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    common: Common,
    /// The CSV file to write
    file: PathBuf,
    /// Only what lies in this division
    #[arg(long, value_name = "CODE", default_value = "15")]
    within: String,
    /// The headings and one example row, nothing of the database
    #[arg(long)]
    template: bool,
}

/// Writes a sheet.
///
/// # Errors
/// When the database or the file fails.
pub(crate) fn run(command: &ExportCommand) -> Result<()> {
    let (kind, args) = match command {
        ExportCommand::Stations(args) => (SheetKind::Stations, args),
        ExportCommand::Agents(args) => (SheetKind::Agents, args),
        ExportCommand::Grids(args) => (SheetKind::Grids, args),
    };
    let config = args.common.read()?;
    let locale = config.locale;
    let within = DivisionCode::parse(&args.within).map_err(|refusal| say::refusals(&[refusal], locale))?;
    let rows = if args.template {
        network::template(kind)
    } else {
        let house = House::open(config)?;
        let ctx = house.ctx();
        let rows = house.store.read_blocking(move |tx| network::export(tx, &ctx, kind, &within))?;
        house.store.close();
        rows
    };
    std::fs::write(&args.file, network::to_csv(&rows)).with_context(|| args.file.display().to_string())?;
    let told = Message::new("cli-export-done").with("rows", rows.len() - 1).with("file", args.file.display());
    writeln!(std::io::stdout(), "{}", told.say(locale))?;
    Ok(())
}
