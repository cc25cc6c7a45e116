//! Icons out of the sprite that the asset build makes of exactly the names used.

use std::sync::LazyLock;

use askama::filters::HtmlSafe;

use crate::assets;

/// A Tabler icon; decoration beside a word, so hidden from screen readers.
///
/// The asset build looks for `icon("…")`, `outline("…")` and `filled("…")` in templates and sources: write names literally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon {
    name: &'static str,
    filled: bool,
}

impl Icon {
    /// An outline icon.
    #[must_use]
    pub const fn outline(name: &'static str) -> Self {
        Self { name, filled: false }
    }

    /// A filled icon, for states.
    #[must_use]
    pub const fn filled(name: &'static str) -> Self {
        Self { name, filled: true }
    }
}

static SPRITE: LazyLock<String> = LazyLock::new(|| assets::url("icons.svg"));

impl std::fmt::Display for Icon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = if self.filled { "-f" } else { "" };
        write!(
            f,
            "<svg class=\"lx-i\" width=\"20\" height=\"20\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{}#{}{kind}\"/></svg>",
            *SPRITE, self.name
        )
    }
}

impl HtmlSafe for Icon {}
