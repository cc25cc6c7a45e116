//! The binary `lianxin`.

use std::{io::Write, process::ExitCode};

use clap::{Parser, Subcommand};

mod deadline;

#[derive(Debug, Parser)]
#[command(name = "lianxin", version, about = "连心：信访代办")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Deadline(deadline::DeadlineArgs),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Deadline(args) => deadline::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do when even the terminal is gone.
            let _unwritable = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}
