//! A letter of an office on paper white, and what it says in plain words beside it.

use askama::Template;

use super::Line;
use crate::i18n::Say;

/// The answer to one claim inside a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterAnswer {
    /// 一.
    pub mark: String,
    /// The claim, in her words.
    pub claim: Line,
    /// 支持; empty while it is open.
    pub result: String,
    /// Findings and decision.
    pub text: Line,
    /// The laws.
    pub basis: Line,
    /// Who does what until when.
    pub promise: Line,
}

/// 信访事项处理意见书 as it will be handed over. Always in Chinese, the authoritative text; it has a print sheet of its own.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/letter.html")]
pub struct Letter {
    /// The reader's language, for what stands around the letter.
    pub t: Say,
    /// Whose letter it is.
    pub unit: String,
    /// 信访事项处理意见书.
    pub title: String,
    /// Its number; empty while nobody signed.
    pub number: String,
    /// To whom.
    pub to: String,
    /// What she asked, when it was accepted.
    pub opening: Line,
    /// What was found out.
    pub findings: Line,
    /// Claim by claim.
    pub answers: Vec<LetterAnswer>,
    /// What she can do when she does not agree.
    pub remedy: Line,
    /// The day of the signature; empty while nobody signed.
    pub date: String,
}

impl Letter {
    /// Words of the letter itself, whatever the reader's language.
    fn fixed(key: &str) -> String {
        Say::new(kernel::Locale::Zh).say(key).text()
    }

    /// Whether it is in force.
    fn signed(&self) -> bool {
        !self.number.is_empty()
    }
}

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

components!(Letter, PlainWords);
