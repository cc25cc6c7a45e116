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

/// The longest common part stays unsaid.
fn lines(before: &str, after: &str) -> Vec<Change> {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    // The length of the longest common part from each place on.
    let mut common = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            common[i][j] =
                if before[i] == after[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut changes) = (0, 0, vec![]);
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < before.len() && (j == after.len() || common[i + 1][j] >= common[i][j + 1]) {
            changes.push(Change::Gone(before[i].to_owned()));
            i += 1;
        } else {
            changes.push(Change::Came(after[j].to_owned()));
            j += 1;
        }
    }
    changes
}
