//! What is wrong with a folder, and where.

use kernel::{Message, Refusal};
use serde::Serialize;

/// One mistake: which file, which line, and a refusal that names the field, the rule and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The file in the folder.
    pub file: String,
    /// The line, the first being 1; 0 when it concerns no single line.
    pub line: u64,
    /// Field, rule and words.
    pub refusal: Refusal,
}

impl Mistake {
    /// What is wrong, with its place before it.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = if self.line == 0 { "practice-mistake-whole" } else { "practice-mistake" };
        Message::new(key).with("file", &self.file).with("line", self.line)
    }
}
