//! Voice notes: the field that records one, and the player that gives it back with what was written down from it.

use askama::Template;

use super::Line;
use crate::i18n::Say;

/// Records, plays, records again; without script a file chooser that opens the telephone's own recorder.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/voice-field.html")]
pub struct VoiceField {
    t: Say,
    name: &'static str,
    seconds: usize,
    error: String,
}

impl VoiceField {
    /// The field `name` for at most `seconds`, with what is wrong with it.
    #[must_use]
    pub fn new(t: Say, name: &'static str, seconds: usize, error: impl Into<String>) -> Self {
        Self { t, name, seconds, error: error.into() }
    }

    fn minutes(&self) -> usize {
        self.seconds.div_ceil(60)
    }
}

/// Who wrote a recording down, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// 由×××记录，念过.
    pub by: Line,
    /// The words.
    pub text: String,
}

/// A recording to listen to.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/voice.html")]
pub struct Voice {
    /// The reader's language.
    pub t: Say,
    /// Its name.
    pub name: String,
    /// Size and moment.
    pub small: String,
    /// Where its bytes are.
    pub src: String,
    /// The newest transcript.
    pub transcript: Option<Transcript>,
    /// Said when there is none.
    pub none: Line,
    /// Writes it down, for staff: the link.
    pub write: Option<String>,
}

components!(VoiceField, Voice);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_works_without_script_and_says_its_limit() {
        let html = VoiceField::new(Say::default(), "voice", 180, "").to_string();
        assert!(html.contains("type=\"file\"") && html.contains("accept=\"audio/*\"") && html.contains(" capture"));
        assert!(html.contains("data-seconds=\"180\"") && html.contains("最长 3 分钟"), "{html}");
        assert!(!html.contains("aria-invalid"));
        let wrong = VoiceField::new(Say::default(), "voice", 180, "太长").to_string();
        assert!(wrong.contains("aria-invalid=\"true\"") && wrong.contains("voice-error"), "{wrong}");
    }
}
