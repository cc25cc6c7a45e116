//! `lianxin evaluate`: how good the suggestions are, measured on files with known answers. The figures say what to expect, and a
//! change of weights that makes them worse is seen.

mod categories;
mod files;
mod index;
mod similar;

use std::{io::Write, path::PathBuf};

use anyhow::Result;

/// The arguments of both measurements.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct DataArgs {
    /// The folder with the files
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
}

#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum EvaluateCommand {
    /// Categories from the nearest precedents: petitions_labelled.csv (id,time,label,title,detail,fold) 类别
    Categories(DataArgs),
    /// Matters about the same event: messages.csv and message_events.csv 相近事项
    Similar(DataArgs),
}

/// Measures and prints.
///
/// # Errors
/// When a file is missing or is not what it should be.
pub(crate) fn run(command: &EvaluateCommand) -> Result<()> {
    let lines = match command {
        EvaluateCommand::Categories(args) => categories::measure(&args.data)?,
        EvaluateCommand::Similar(args) => similar::measure(&args.data)?,
    };
    let mut out = std::io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A count as a number to calculate with.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
