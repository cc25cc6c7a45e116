//! `lianxin practice`: the packs that come with the program, checking one's own, and taking one out to change it.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, anyhow, bail};
use kernel::{Locale, Message};
use services::practice::{self, Files, Mistake, Pack};

use crate::say;

/// Files that belong to no pack.
const PASSED_OVER: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// The sub-commands.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum PracticeCommand {
    /// The packs that come with the program 有哪些做法
    List(Language),
    /// What a pack says, file by file 看一个做法
    Show(Named),
    /// Every mistake in a folder or file, and what to write instead 查错
    Check(Checked),
    /// Write a pack into a folder, to change it 取出来改
    Export(Exported),
}

/// In which language.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Language {
    /// zh or en; $LANG
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
}

/// Which pack.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Named {
    /// Its name
    name: String,
    #[command(flatten)]
    language: Language,
}

/// Which folder.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Checked {
    /// The folder, or the one file that /admin/practice gives
    #[arg(value_name = "DIR")]
    path: PathBuf,
    #[command(flatten)]
    language: Language,
}

/// Which pack, and where to.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Exported {
    /// Its name
    name: String,
    /// A folder that is empty or not there
    dir: PathBuf,
    #[command(flatten)]
    language: Language,
}

/// Runs a sub-command.
///
/// # Errors
/// When there is no such pack or folder, and when a folder has mistakes.
pub(crate) fn run(command: &PracticeCommand) -> Result<()> {
    match command {
        PracticeCommand::List(language) => list(say::locale(language.lang.as_deref())?),
        PracticeCommand::Show(args) => show(&args.name, say::locale(args.language.lang.as_deref())?),
        PracticeCommand::Check(args) => check(&args.path, say::locale(args.language.lang.as_deref())?),
        PracticeCommand::Export(args) => export(&args.name, &args.dir, say::locale(args.language.lang.as_deref())?),
    }
}

/// The pack `name` of those that come with the program.
///
/// # Errors
/// When there is none of that name, or it has mistakes.
pub(crate) fn shipped(name: &str, locale: Locale) -> Result<Pack> {
    let files = files_of(name, locale)?;
    practice::read(name, &files).map_err(|mistakes| told(&mistakes, locale))
}

fn files_of(name: &str, locale: Locale) -> Result<Files> {
    practice::shipped(name).ok_or_else(|| {
        let known = practice::names().join(", ");
        anyhow!(Message::new("cli-practice-unknown").with("name", name).with("known", known).say(locale))
    })
}

fn told(mistakes: &[Mistake], locale: Locale) -> anyhow::Error {
    let line = |one: &Mistake| format!("{}: {}", one.message().say(locale), say::refusal(&one.refusal, locale));
    anyhow!(mistakes.iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn list(locale: Locale) -> Result<()> {
    let mut out = std::io::stdout().lock();
    for name in practice::names() {
        let about = shipped(&name, locale)?.about;
        let row = Message::new("cli-practice-row").with("name", &name).with("title", &about.title);
        let row = row.with("division", &about.division).with("day", about.effective_from);
        writeln!(out, "{}", row.say(locale))?;
        writeln!(out, "  {}", Message::new("cli-practice-source").with("source", &about.source).say(locale))?;
        for one in &about.contains {
            writeln!(out, "  · {one}")?;
        }
    }
    Ok(())
}

fn show(name: &str, locale: Locale) -> Result<()> {
    let mut out = std::io::stdout().lock();
    // The sample is long and serves the demo only.
    for (file, text) in files_of(name, locale)?.iter().filter(|(file, _)| !file.starts_with("sample/")) {
        writeln!(out, "== {file} ==\n{text}")?;
    }
    Ok(())
}

fn check(path: &Path, locale: Locale) -> Result<()> {
    let (name, files) = from_disk(path)?;
    let pack = match practice::read(&name, &files) {
        Ok(pack) => pack,
        Err(mistakes) => {
            let head = Message::new("cli-practice-mistakes").with("name", &name).with("count", mistakes.len());
            bail!("{}\n{}", told(&mistakes, locale), head.say(locale));
        }
    };
    let line = Message::new("cli-practice-sound")
        .with("name", &name)
        .with("clocks", pack.clocks.len())
        .with("catalogue", pack.catalogue.len())
        .with("words", pack.words.len())
        .with("duties", pack.duties.len())
        .with("cycles", pack.cycles.len());
    writeln!(std::io::stdout(), "{}", line.say(locale))?;
    Ok(())
}

fn export(name: &str, dir: &Path, locale: Locale) -> Result<()> {
    let files = files_of(name, locale)?;
    let is_taken = dir.exists() && fs::read_dir(dir).with_context(|| dir.display().to_string())?.next().is_some();
    if is_taken {
        bail!(Message::new("cli-practice-exists").with("dir", dir.display()).say(locale));
    }
    let folder = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for (file, text) in &files {
        let path = dir.join(file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        // A pack is called as its folder is.
        let own = format!("name = \"{folder}\"");
        let text =
            if file == "pack.toml" { text.replacen(&format!("name = \"{name}\""), &own, 1) } else { text.clone() };
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    let line = Message::new("cli-practice-exported").with("dir", dir.display()).with("count", files.len());
    writeln!(std::io::stdout(), "{}", line.say(locale))?;
    Ok(())
}

/// The name and the texts of a folder, or of the one file that holds a folder.
fn from_disk(path: &Path) -> Result<(String, Files)> {
    if path.is_file() {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let files = practice::from_bundle(&text).map_err(|refusal| anyhow!(say::refusal(&refusal, Locale::Zh)))?;
        return Ok((practice::name_in(&files), files));
    }
    let full = path.canonicalize().with_context(|| path.display().to_string())?;
    let name = full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut files = Files::new();
    gather(&full, "", &mut files)?;
    Ok((name, files))
}

fn gather(dir: &Path, before: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(dir).with_context(|| dir.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if PASSED_OVER.contains(&name.as_str()) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            gather(&path, &format!("{before}{name}/"), files)?;
        } else {
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            files.insert(format!("{before}{name}"), text);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_out_is_sound_under_its_own_name() {
        let dir = tempfile::tempdir().unwrap();
        let own = dir.path().join("wode");
        export("luoping", &own, Locale::Zh).unwrap();
        let (name, files) = from_disk(&own).unwrap();
        assert_eq!(name, "wode");
        let pack = practice::read(&name, &files).unwrap();
        assert_eq!(pack.about.name.as_str(), "wode");
        assert!(pack.sample.is_some());
        assert!(export("luoping", &own, Locale::Zh).is_err(), "what is there is never overwritten");
        fs::write(own.join("clocks.toml"), "[[clock]]\nid = \"CLAIM_25H\"\nlength = 1\n").unwrap();
        let told = check(&own, Locale::Zh).unwrap_err().to_string();
        assert!(told.contains("clocks.toml 第 2 行") && told.contains("CLAIM_24H"), "{told}");
        assert!(shipped("nirgends", Locale::Zh).is_err());
    }

    #[test]
    fn one_file_holds_a_folder() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("huaibei.txt");
        fs::write(&path, practice::to_bundle(&practice::shipped("huaibei").unwrap())).unwrap();
        let (name, files) = from_disk(&path).unwrap();
        assert_eq!((name.as_str(), files), ("huaibei", practice::shipped("huaibei").unwrap()));
    }
}
