//! A folder as texts by name, and the folders that come with the program.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Refusal;
use rust_embed::RustEmbed;

/// Texts by their name in the folder: `clocks.toml`, `sample/divisions.csv`.
pub type Files = BTreeMap<String, String>;

/// In a debug build they are read where they lie.
#[derive(RustEmbed)]
#[folder = "../../practices"]
struct Shipped;

/// The packs that come with the program, by name.
#[must_use]
pub fn names() -> Vec<String> {
    let folders: BTreeSet<String> =
        Shipped::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    folders.into_iter().collect()
}

/// The folder of the pack `name`; `None` when no such pack comes with the program.
#[must_use]
pub fn shipped(name: &str) -> Option<Files> {
    let folder = format!("{name}/");
    let files: Files = Shipped::iter()
        .filter_map(|path| {
            let text = Shipped::get(&path)?;
            let own = path.strip_prefix(&folder)?.to_owned();
            Some((own, String::from_utf8_lossy(&text.data).into_owned()))
        })
        .collect();
    (!files.is_empty()).then_some(files)
}

/// What stands before a file in the one file that holds a folder.
const HEAD: &str = "=== ";
/// What stands behind its name.
const TAIL: &str = " ===";

/// A folder in one file that can be read and changed in any editor.
#[must_use]
pub fn to_bundle(files: &Files) -> String {
    let mut text = String::new();
    for (name, own) in files {
        for part in [HEAD, name, TAIL, "\n"] {
            text.push_str(part);
        }
        text.push_str(own);
        if !own.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

/// Reads [`to_bundle`] back.
///
/// # Errors
/// `practice-bundle` when no file begins in it.
pub fn from_bundle(text: &str) -> Result<Files, Refusal> {
    let mut files = Files::new();
    let mut name: Option<String> = None;
    for line in text.trim_start_matches('\u{feff}').lines() {
        if let Some(head) = line.strip_prefix(HEAD).and_then(|rest| rest.trim_end().strip_suffix(TAIL)) {
            name = Some(head.trim().to_owned());
            files.entry(head.trim().to_owned()).or_default();
        } else if let Some(own) = name.as_ref().and_then(|name| files.get_mut(name)) {
            own.push_str(line);
            own.push('\n');
        }
    }
    if files.is_empty() { Err(Refusal::invalid("file", "practice-bundle")) } else { Ok(files) }
}

/// The name that a folder gives itself; empty when it has none.
#[must_use]
pub fn name_in(files: &Files) -> String {
    let about = files.get(super::section::ABOUT).map_or("", String::as_str);
    let table: toml::Table = toml::from_str(about).unwrap_or_default();
    table.get("name").and_then(toml::Value::as_str).unwrap_or_default().to_owned()
}
