//! What a letter says in plain words, beside it.

use askama::Template;

use super::Line;
use crate::i18n::Say;

/// 大白话: the same decisions in plain words. It is not the letter, and says so.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/plain.html")]
pub struct PlainWords {
    /// The reader's language.
    pub t: Say,
    /// One sentence a claim.
    pub lines: Vec<Line>,
    /// What she can still do, and until when.
    pub window: Line,
}

components!(PlainWords);
