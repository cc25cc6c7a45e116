//! From a folder to a pack: everything that is wrong at once.

pub(super) mod dispatching;
mod parts;
pub(super) mod practice;
pub(super) mod rules;
mod toml_told;

use domain::practice::{Forbidden, forbidden};
use kernel::Refusal;
use serde::de::DeserializeOwned;

pub(super) use parts::{clocks, settings};

use super::{
    Files, Mistake, Pack,
    section::{ABOUT, SECTIONS},
};
use crate::organisation::Sheet;

/// Reads the folder `name`.
///
/// # Errors
/// Every mistake in every file, in the order of files and lines.
pub fn read(name: &str, files: &Files) -> Result<Pack, Vec<Mistake>> {
    let mut reader = Reader { files, mistakes: vec![] };
    reader.strangers();
    reader.never();
    let about = parts::about(&mut reader, name);
    // What else is wrong is told also when nobody knows yet what the pack is.
    let mut pack = Pack::new(about.clone().unwrap_or_else(parts::nameless));
    for section in SECTIONS.iter().filter(|section| files.keys().any(|file| section.holds(file))) {
        (section.read)(&mut reader, &mut pack);
    }
    reader.finish(pack, about.is_some())
}

/// The columns of a sheet: of each the Chinese heading first, the name of its field last.
pub type Columns = &'static [&'static [&'static str]];

/// The files, and what is wrong with them so far.
pub(super) struct Reader<'a> {
    files: &'a Files,
    mistakes: Vec<Mistake>,
}

/// A row of a sheet: its line, and its cells by heading.
pub(super) struct Row {
    pub(super) line: u64,
    cells: Vec<(&'static str, String)>,
}

impl Row {
    /// The cell under a heading; empty when there is none.
    pub(super) fn cell(&self, heading: &str) -> &str {
        self.cells.iter().find(|(name, _)| *name == heading).map_or("", |(_, text)| text.as_str())
    }
}

impl Reader<'_> {
    /// The text of a file.
    pub(super) fn text(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }

    /// The files of a folder.
    pub(super) fn folder(&self, folder: &str) -> Vec<(String, String)> {
        let inside = self.files.iter().filter(|(file, _)| file.starts_with(folder) && !is_note(file));
        inside.map(|(file, text)| (file.clone(), text.clone())).collect()
    }

    /// Keeps a mistake.
    pub(super) fn wrong(&mut self, file: &str, line: u64, refusal: Refusal) {
        self.mistakes.push(Mistake { file: file.to_owned(), line, refusal });
    }

    /// The value, or a mistake kept.
    pub(super) fn take<T>(&mut self, file: &str, line: u64, result: Result<T, Refusal>) -> Option<T> {
        result.map_err(|refusal| self.wrong(file, line, refusal)).ok()
    }

    /// A TOML file.
    pub(super) fn toml<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = self.text(file)?.to_owned();
        match toml::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                let line = error.span().map_or(0, |span| line_at(&text, span.start));
                self.wrong(file, line, toml_told::refusal(error.message(), key_at(&text, line)));
                None
            }
        }
    }

    /// The rows of a CSV file whose columns are `names`, the Chinese heading of each first and the one by which it is asked last;
    /// the first `required` of them must be there. A line that begins with `#` is a note.
    pub(super) fn rows(&mut self, file: &str, names: Columns, required: usize) -> Vec<Row> {
        let Some(text) = self.text(file).map(without_notes) else { return vec![] };
        let needed: Vec<usize> = (0..required).collect();
        let sheet = Sheet::read(text.as_bytes());
        let rows = sheet.and_then(|sheet| {
            let header = sheet.columns(names, &needed)?;
            let rows = sheet.rows().map(|(line, row)| Row {
                line,
                cells: names
                    .iter()
                    .filter_map(|headings| headings.last())
                    .map(|name| (*name, header.cell(row, name).to_owned()))
                    .collect(),
            });
            Ok(rows.collect())
        });
        match rows {
            Ok(rows) => rows,
            // An empty sheet says nothing, which is no mistake.
            Err(refusal) if refusal.code == "sheet-empty" => vec![],
            Err(refusal) => {
                self.wrong(file, 1, refusal);
                vec![]
            }
        }
    }

    /// Files that belong to no section: a misspelt name would else be passed over.
    fn strangers(&mut self) {
        let known = |file: &str| file == ABOUT || SECTIONS.iter().any(|section| section.holds(file)) || is_note(file);
        let strangers: Vec<String> = self.files.keys().filter(|file| !known(file)).cloned().collect();
        let names: Vec<&str> = std::iter::once(ABOUT).chain(SECTIONS.iter().map(|section| section.file)).collect();
        for file in strangers {
            let refusal = Refusal::invalid("file", "practice-file-unknown").with("known", names.join("、"));
            self.wrong(&file, 0, refusal);
        }
    }

    /// What no practice may hold stands in no line of any file. Names of places are facts, and notes are nobody's practice.
    fn never(&mut self) {
        let mut found = vec![];
        for (file, text) in self.files.iter().filter(|(file, _)| !is_note(file) && !file.ends_with("divisions.csv")) {
            for (line, text) in (1..).zip(text.lines()) {
                let said = text.split(" # ").next().unwrap_or(text);
                // A letter calls a refusal by the name that the law gives it, and its headings begin with that sign.
                let is_letter = file.starts_with("letters/");
                let lawful = |what: &Forbidden| is_letter && matches!(what, Forbidden::Wording(..));
                let note = said.trim_start().starts_with('#') && !is_letter;
                if let Some(what) = forbidden(said).filter(|what| !(note || lawful(what))) {
                    found.push((file.clone(), line, refused(what)));
                }
            }
        }
        for (file, line, refusal) in found {
            self.wrong(&file, line, refusal);
        }
    }

    fn finish(mut self, pack: Pack, is_known: bool) -> Result<Pack, Vec<Mistake>> {
        if self.mistakes.is_empty() && is_known {
            return Ok(pack);
        }
        self.mistakes.sort_by(|a, b| (a.file != ABOUT, &a.file, a.line).cmp(&(b.file != ABOUT, &b.file, b.line)));
        Err(self.mistakes)
    }
}

/// A file for people only.
fn is_note(file: &str) -> bool {
    file.to_lowercase().ends_with(".md")
}

/// Why it may not stand there, and what to write instead.
fn refused(what: Forbidden) -> Refusal {
    // A rule of the law concerns the whole line, a word the text.
    let field = if matches!(what, Forbidden::Wording(..)) { "text" } else { "" };
    what.refusal(field)
}

/// The lines, with notes made empty so that line numbers stay.
fn without_notes(text: &str) -> String {
    text.lines().map(|line| if line.starts_with('#') { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// The line in which a byte of the text stands.
pub(super) fn line_at(text: &str, byte: usize) -> u64 {
    let before = text.as_bytes().get(..byte).unwrap_or(text.as_bytes());
    1 + before.split(|byte| *byte == b'\n').skip(1).count() as u64
}

/// The name of the entry that stands on `line`; empty where none does.
fn key_at(text: &str, line: u64) -> &str {
    let at = usize::try_from(line).unwrap_or_default().saturating_sub(1);
    text.lines().nth(at).and_then(|line| line.split_once('=')).map_or("", |(key, _)| key.trim())
}
