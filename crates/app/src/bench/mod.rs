//! `lianxin bench`: how fast; use cases are printed as JSON, pages as a table. Measures whole use cases on real storage; no figure comes from a test.

mod figures;
mod fill;
mod lifecycle;
mod network;
mod pages;
mod register;
mod sweep;
mod world;

use clap::{Args, Subcommand};

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct BenchArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Registrations through the use case, without HTTP.
    Register(Load),
    /// Whole lives of a case over HTTP: create, assign, resolve, search.
    Lifecycle(Load),
    /// How soon pages begin and end in a full database, over HTTP.
    Pages(pages::PagesArgs),
    /// The agency network with so many points: registry, lists, public pages, and who helps at a place.
    Network(network::NetworkArgs),
    /// The sweeper, when many clocks fall due in the same minute.
    Sweep(sweep::SweepArgs),
}

/// How hard.
#[derive(Debug, Clone, Args)]
pub(crate) struct Load {
    /// A database URL; without one a temporary embedded database.
    #[arg(long)]
    database: Option<String>,
    /// How many ask at the same time.
    #[arg(long, default_value_t = 8)]
    clients: usize,
    /// For how long.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Cases to put in before measuring.
    #[arg(long, default_value_t = 0)]
    preload: usize,
}

/// Runs a measurement and prints its figures.
pub(crate) fn run(args: &BenchArgs) -> anyhow::Result<()> {
    match &args.what {
        What::Register(load) => register::run(load),
        What::Lifecycle(load) => lifecycle::run(load),
        What::Network(args) => network::run(args),
        What::Pages(args) => pages::run(args),
        What::Sweep(args) => sweep::run(args),
    }
}
