//! Buttons and rows of links.

use askama::Template;

use super::{Icon, Line};

/// How much a button weighs; one [`ButtonKind::Primary`] per view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one filled button.
    Primary,
    /// Outlined in the brand colour.
    Second,
    /// Quiet.
    Quiet,
}

/// A button of a form, or a link that looks like one.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/button.html")]
pub struct Button {
    /// The weight.
    pub kind: ButtonKind,
    /// The verb.
    pub text: String,
    /// An icon before it.
    pub icon: Option<Icon>,
    /// Where it leads; without, it submits its form.
    pub href: Option<String>,
    /// Name and value sent with the form.
    pub value: Option<(String, String)>,
    /// The key of the keyboard map, shown on it: `N`, `Ctrl+Enter`.
    pub key: String,
    /// Over the whole width.
    pub wide: bool,
}

impl Button {
    fn new(kind: ButtonKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), icon: None, href: None, value: None, key: String::new(), wide: false }
    }

    /// The one filled button of a view.
    #[must_use]
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(ButtonKind::Primary, text)
    }

    /// An outlined button.
    #[must_use]
    pub fn second(text: impl Into<String>) -> Self {
        Self::new(ButtonKind::Second, text)
    }

    /// A quiet button.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(ButtonKind::Quiet, text)
    }

    /// Puts an icon before the word.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Makes it a link.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// Sends `name=value` with the form.
    #[must_use]
    pub fn value(mut self, name: &str, value: impl Into<String>) -> Self {
        self.value = Some((name.into(), value.into()));
        self
    }

    /// Gives it a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        key.clone_into(&mut self.key);
        self
    }

    /// Stretches it.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    fn class(&self) -> &'static str {
        match self.kind {
            ButtonKind::Primary => " lx-button--primary",
            ButtonKind::Second => " lx-button--second",
            ButtonKind::Quiet => "",
        }
    }

    fn key_name(&self) -> String {
        self.key.to_lowercase()
    }
}

/// One row of [`Links`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// Where it leads.
    pub href: String,
    /// The icon.
    pub icon: Icon,
    /// What it is.
    pub text: Line,
    /// One quiet line; may be empty.
    pub small: Line,
}

/// A card of links, one a row.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/links.html")]
pub struct Links {
    /// The rows.
    pub rows: Vec<LinkRow>,
}

components!(Button, Links);
