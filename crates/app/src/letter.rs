//! `lianxin letter`: what letters look like, on invented data.

use std::{io::Write as _, path::PathBuf};

use anyhow::{Context as _, Result};

/// What to do with letters.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum LetterCommand {
    /// Write a sample of every letter and form as PDF, for looking at 样张
    Render(RenderArgs),
}

/// The arguments of `lianxin letter render`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct RenderArgs {
    /// The folder to write to; made when missing
    dir: PathBuf,
    /// Very long names, rare and traditional characters, several pages
    #[arg(long)]
    hard: bool,
    /// A folder with fonts of one's own, which stand before those of the system
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

/// Does it.
///
/// # Errors
/// When the folder cannot be written, or no Chinese font is installed.
pub(crate) fn run(command: &LetterCommand) -> Result<()> {
    let LetterCommand::Render(args) = command;
    std::fs::create_dir_all(&args.dir).with_context(|| args.dir.display().to_string())?;
    let written = render(args)?;
    writeln!(std::io::stdout(), "{written} PDF: {}", args.dir.display())?;
    Ok(())
}

#[cfg(feature = "letters")]
fn render(args: &RenderArgs) -> Result<usize> {
    use documents::{TypstPress, samples};
    use domain::document::{DocType, Press as _};

    let press = TypstPress::new(args.fonts.clone());
    let look = if args.hard { samples::Look::Hard } else { samples::Look::Plain };
    for kind in DocType::ALL {
        let printed = press.print(&samples::sheet(*kind, look))?;
        let path = args.dir.join(format!("{}.pdf", kind.name().to_lowercase().replace('_', "-")));
        std::fs::write(&path, printed.bytes).with_context(|| path.display().to_string())?;
    }
    Ok(DocType::ALL.len())
}

#[cfg(not(feature = "letters"))]
fn render(_: &RenderArgs) -> Result<usize> {
    anyhow::bail!("built without the feature letters")
}
