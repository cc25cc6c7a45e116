//! What differs between two folders, line by line.

use serde::Serialize;

use super::Files;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "did", content = "line", rename_all = "lowercase")]
pub enum Change {
    /// It is in the first only.
    Gone(String),
    /// It is in the second only.
    Came(String),
}

/// What differs in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileChange {
    /// Its name.
    pub file: String,
    /// The lines, in the order in which they stand.
    pub lines: Vec<Change>,
}

/// The files that differ, by name.
#[must_use]
pub fn compare(before: &Files, after: &Files) -> Vec<FileChange> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let text = |files: &Files, name: &str| files.get(name).cloned().unwrap_or_default();
    let changed = names.into_iter().filter_map(|name| {
        let lines = lines(&text(before, name), &text(after, name));
        (!lines.is_empty()).then(|| FileChange { file: name.clone(), lines })
    });
    changed.collect()
}

/// Where two texts differ: what stands in the first in place of what stands in the second.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Hunk {
    /// Lines of the first only.
    pub gone: Vec<String>,
    /// Lines of the second only.
    pub came: Vec<String>,
}

/// The places where two texts differ, in the order in which they stand.
#[must_use]
pub fn hunks(before: &str, after: &str) -> Vec<Hunk> {
    let parts = script(before, after);
    parts.into_iter().filter_map(|part| if let Part::Differs(hunk) = part { Some(hunk) } else { None }).collect()
}

/// `after` with its `nth` place, counted from 0, as it stands in `before`.
#[must_use]
pub fn undo(before: &str, after: &str, nth: usize) -> String {
    let (mut text, mut seen) = (String::new(), 0);
    for part in script(before, after) {
        let lines = match part {
            Part::Same(line) => vec![line],
            Part::Differs(hunk) => {
                seen += 1;
                if seen == nth + 1 { hunk.gone } else { hunk.came }
            }
        };
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// What stands in both, or differs.
enum Part {
    Same(String),
    Differs(Hunk),
}

fn script(before: &str, after: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![];
    for step in steps(before, after) {
        if !matches!(parts.last(), Some(Part::Differs(_))) && !matches!(step, Step::Same(_)) {
            parts.push(Part::Differs(Hunk::default()));
        }
        match (step, parts.last_mut()) {
            (Step::Changed(Change::Gone(line)), Some(Part::Differs(hunk))) => hunk.gone.push(line),
            (Step::Changed(Change::Came(line)), Some(Part::Differs(hunk))) => hunk.came.push(line),
            (Step::Same(line) | Step::Changed(Change::Gone(line) | Change::Came(line)), _) => {
                parts.push(Part::Same(line));
            }
        }
    }
    parts
}

enum Step {
    Same(String),
    Changed(Change),
}

/// The longest common part stays unsaid.
fn lines(before: &str, after: &str) -> Vec<Change> {
    let changed = |step| if let Step::Changed(change) = step { Some(change) } else { None };
    steps(before, after).into_iter().filter_map(changed).collect()
}

fn steps(before: &str, after: &str) -> Vec<Step> {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    // The length of the longest common part from each place on.
    let mut common = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            common[i][j] =
                if before[i] == after[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut steps) = (0, 0, vec![]);
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            steps.push(Step::Same(before[i].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if i < before.len() && (j == after.len() || common[i + 1][j] >= common[i][j + 1]) {
            steps.push(Step::Changed(Change::Gone(before[i].to_owned())));
            i += 1;
        } else {
            steps.push(Step::Changed(Change::Came(after[j].to_owned())));
            j += 1;
        }
    }
    steps
}
