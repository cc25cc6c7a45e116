//! Blocks in the vertical script: Mongolian at the left, Chinese at the right, and a recording where there is one.

use askama::Template;
use kernel::{Locale, Message, i18n};

use super::Line;
use crate::i18n::Say;

/// A few phrases in columns that run from left to right. The box has a fixed height, grows in width and scrolls sideways by
/// itself; the page never does. Screen readers are given the Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/vertical.html")]
pub struct Vertical {
    /// The phrases; the first is drawn strong.
    lines: Vec<String>,
    /// The same in Chinese.
    says: String,
    /// Whether a phrase waits for a native reader.
    pub draft: bool,
}

impl Vertical {
    /// These phrases, with what they are in Chinese; `None` without any.
    #[must_use]
    pub fn of_phrases(lines: Vec<String>, says: &[String], draft: bool) -> Option<Self> {
        (!lines.is_empty()).then(|| Self { lines, says: says.join("。"), draft })
    }

    /// The phrases of `keys` as Mongolian `dialect` speaks them; `None` when it speaks none of them.
    #[must_use]
    pub fn of(dialect: Locale, keys: &[&str]) -> Option<Self> {
        let spoken: Vec<Message> =
            keys.iter().filter(|key| i18n::knows(dialect, key)).map(|key| Message::new(*key)).collect();
        let draft = spoken.iter().any(|message| !i18n::knows(Locale::Mn, &message.key));
        let says: Vec<String> = spoken.iter().map(|message| message.say(Locale::Zh)).collect();
        let lines: Vec<String> = spoken.iter().map(|message| message.say(dialect)).collect();
        (!lines.is_empty()).then(|| Self { lines, says: says.join("。"), draft })
    }
}

/// The head of a page for somebody who reads Mongolian.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/bilingual.html")]
pub struct Bilingual {
    /// The reader's language.
    pub t: Say,
    /// The Mongolian.
    pub vertical: Vertical,
    /// 您好.
    pub title: Line,
    /// What there is on this page.
    pub text: Line,
    /// A recording by a native speaker: its address.
    pub listen: Option<String>,
    /// The link that shows the whole page in Mongolian; none when it is already.
    pub whole: Option<String>,
}

components!(Vertical, Bilingual);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_shows_what_its_dialect_speaks_and_is_read_in_chinese() {
        let block = Vertical::of(Locale::MnDraft, &["voice-hello", "desk-nav-inbox"]).unwrap();
        let html = block.to_string();
        assert!(html.contains("aria-label=\"您好\"") && html.contains("ᠰᠠᠶᠢᠨ"), "{html}");
        assert!(Vertical::of(Locale::MnDraft, &["desk-nav-inbox"]).is_none());
        // Nobody has reviewed this phrase yet: in earnest there is no block.
        assert_eq!(Vertical::of(Locale::Mn, &["voice-hello"]).is_some(), !block.draft);
    }
}
