//! The binary `lianxin`.

use std::{io::Write, process::ExitCode};

use clap::{Parser, Subcommand};

mod admin;
mod backup;
mod bench;
mod config;
mod deadline;
mod demo;
mod evaluate;
mod export;
mod house;
mod import;
mod ledger;
mod letter;
mod practice;
mod progress;
mod removed;
mod say;
mod sealed;
mod serve;
mod verify;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Debug, Parser)]
#[command(name = "lianxin", version, about = "连心：信访代办")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal, the desk and the API 启动服务
    Serve(serve::ServeArgs),
    /// Serve a made-up jurisdiction with a year of invented matters 演示
    Demo(demo::DemoArgs),
    /// Take in divisions, organisations, staff or petitions from a file 导入
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Packs of local practice: see, check, take out 实践做法
    #[command(subcommand)]
    Practice(practice::PracticeCommand),
    /// Write the sheets of the agency network 导出
    #[command(subcommand)]
    Export(export::ExportCommand),
    /// Re-hash, replay and compare everything 核对
    Verify(verify::VerifyArgs),
    /// Copy database, keys and files into a new folder 备份
    Backup(backup::BackupArgs),
    /// Put a backup in place 恢复
    Restore(backup::BackupArgs),
    /// The key that reports of wrongdoing are sealed to 密封钥匙
    #[command(subcommand)]
    Sealed(sealed::SealedCommand),
    /// Enter the first administrator 管理员
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Measure whole use cases on real storage 测速
    Bench(bench::BenchArgs),
    /// Print the effective configuration, without secrets 看配置
    Config(config::Common),
    Deadline(deadline::DeadlineArgs),
    /// Write a ledger as XLSX 台账
    Ledger(ledger::LedgerArgs),
    /// What letters look like 文书样张
    #[command(subcommand)]
    Letter(letter::LetterCommand),
    /// Measure the suggestions on files with known answers 评估
    #[command(subcommand)]
    Evaluate(evaluate::EvaluateCommand),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Import(command) => import::run(&command),
        Command::Practice(command) => practice::run(&command),
        Command::Export(command) => export::run(&command),
        Command::Verify(args) => verify::run(&args),
        Command::Backup(args) => backup::backup(&args),
        Command::Restore(args) => backup::restore(&args),
        Command::Sealed(command) => sealed::run(&command),
        Command::Admin(command) => admin::run(&command),
        Command::Config(args) => config::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Deadline(args) => deadline::run(&args),
        Command::Ledger(args) => ledger::run(&args),
        Command::Letter(command) => letter::run(&command),
        Command::Evaluate(command) => evaluate::run(&command),
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
