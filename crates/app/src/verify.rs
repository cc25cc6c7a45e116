//! `lianxin verify`: is everything what it was, and does everything agree? Says what is wrong and where; ends with 1 then.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
};

use anyhow::{Context as _, Result, anyhow, bail};
use kernel::{Locale, Message};
use services::{
    receipt,
    verify::{Finding, Options, Summary, verify},
};
use store::event_log::Anchor;

use crate::{config::Common, house::House, progress, say::say};

/// The arguments of `lianxin verify`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    common: Common,
    /// One JSON object a finding, then the summary
    #[arg(long)]
    json: bool,
    /// Read and re-hash every attachment, too
    #[arg(long)]
    files: bool,
    /// Checkpoints as they were published: a JSON array of {"number", "hash"}
    #[arg(long, value_name = "FILE")]
    published: Option<PathBuf>,
    /// Hold only this verification file of a petitioner against the record
    #[arg(long, value_name = "FILE", conflicts_with_all = ["files", "published", "json"])]
    receipt: Option<PathBuf>,
}

/// Looks through everything.
///
/// # Errors
/// When something is wrong, or cannot be looked at.
pub(crate) fn run(args: &VerifyArgs) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    if let Some(path) = &args.receipt {
        return hold(&house, path);
    }
    let published = match &args.published {
        Some(path) => {
            let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
            serde_json::from_str::<Vec<Anchor>>(&text).with_context(|| path.display().to_string())?
        }
        None => vec![],
    };
    let (sender, findings) = mpsc::channel();
    let printer = print_all(findings, args.json, locale);
    let summary = look(&house, args.files, published, sender)?;
    // The printer ends with the channel.
    let _printed = printer.join();
    house.store.close();
    tell(&summary, args.json, locale)
}

/// Holds one verification file against the record, as the page `/verify` does.
fn hold(house: &House, path: &Path) -> Result<()> {
    let locale = house.config.locale;
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    let file = receipt::parse(&bytes).map_err(|refusal| anyhow!(refusal.message().say(locale)))?;
    let number = file.number.clone();
    let checked = house.store.read_blocking(move |tx| receipt::check(tx, &file))?;
    house.store.close();
    let mut out = std::io::stdout();
    for difference in &checked.differences {
        writeln!(out, "{}  {}", difference.code(), say(locale, &format!("receipt-differs-{}", difference.code())))?;
    }
    if !checked.differences.is_empty() {
        bail!(say(locale, "phone-verify-differs"));
    }
    writeln!(out, "{number}  {}", say(locale, "phone-verify-same"))?;
    if let Some(anchor) = checked.anchor {
        writeln!(out, "{}  {}", anchor.number, anchor.hash)?;
    }
    Ok(())
}

fn look(house: &House, files: bool, published: Vec<Anchor>, sender: mpsc::Sender<Finding>) -> Result<Summary> {
    let bar = Arc::new(progress::bar(0, &say(house.config.locale, "cli-verify-checking")));
    let (kit, blobs, drawn) = (house.kit.clone(), house.files.clone(), Arc::clone(&bar));
    let summary = house.store.read_blocking(move |tx| {
        let options = Options { files: files.then_some(&blobs), published: &published };
        let mut draw = |progress: services::verify::Progress| {
            drawn.set_length(progress.all);
            drawn.set_position(progress.done);
        };
        // The printer lives as long as the sender; should it have died, the summary still counts.
        verify(tx, &kit, &options, &mut draw, &mut |finding| drop(sender.send(finding)))
    })?;
    bar.finish_and_clear();
    Ok(summary)
}

/// Prints findings as they come, on a thread of its own, so that nothing piles up.
fn print_all(findings: mpsc::Receiver<Finding>, json: bool, locale: Locale) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let mut out = std::io::stdout();
        for finding in findings {
            let line = if json {
                serde_json::to_string(&finding).unwrap_or_else(|_| finding.to_string())
            } else {
                format!("{}  {finding}", say(locale, &format!("verify-{}", finding.code)))
            };
            // Whoever reads may stop early.
            if writeln!(out, "{line}").is_err() {
                return;
            }
        }
    })
}

fn tell(summary: &Summary, json: bool, locale: Locale) -> Result<()> {
    if json {
        writeln!(std::io::stdout(), "{}", serde_json::to_string(summary)?)?;
    }
    if summary.findings > 0 {
        bail!(Message::new("cli-verify-findings").with("count", summary.findings).say(locale));
    }
    if !json {
        let clean = Message::new("cli-verify-clean")
            .with("cases", summary.cases)
            .with("events", summary.events)
            .with("checkpoints", summary.checkpoints);
        writeln!(std::io::stdout(), "{}", clean.say(locale))?;
    }
    Ok(())
}
