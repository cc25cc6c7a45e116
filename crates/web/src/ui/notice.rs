//! Tags, notices and refusals.

use askama::Template;
use kernel::Refusal;

use super::{Icon, Line};
use crate::i18n::Say;

/// The tone of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Neutral.
    #[default]
    Grey,
    /// Now, procedure.
    Brand,
    /// Confirmed by the person.
    Green,
    /// Partly.
    Yellow,
    /// About people: agent, language, voice.
    Warm,
    /// Sealed track only.
    Violet,
    /// Not resolved, failed.
    Red,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Grey => "",
            Self::Brand => " lx-tag--brand",
            Self::Green => " lx-tag--green",
            Self::Yellow => " lx-tag--yellow",
            Self::Warm => " lx-tag--warm",
            Self::Violet => " lx-tag--violet",
            Self::Red => " lx-tag--red",
        }
    }
}

/// A small word on a tint: about a matter or a skill, never about a petitioner.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/tag.html")]
pub struct Tag {
    /// The tone.
    pub tone: Tone,
    /// The word.
    pub text: String,
    /// An icon before it.
    pub icon: Option<Icon>,
}

impl Tag {
    /// A tag without icon.
    #[must_use]
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), icon: None }
    }

    /// The tag of something the person confirmed.
    #[must_use]
    pub fn confirmed(text: impl Into<String>) -> Self {
        Self { icon: Some(Icon::filled("circle-check")), ..Self::new(Tone::Green, text) }
    }
}

/// The five kinds of notice, and the sealed one that only the sealed track uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Worth knowing.
    Info,
    /// About people.
    Warm,
    /// Mind this.
    Caution,
    /// Failed or dangerous.
    Danger,
    /// By the way.
    Neutral,
    /// Sealed track.
    Sealed,
}

impl NoticeKind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "",
            Self::Warm => " lx-notice--warm",
            Self::Caution => " lx-notice--caution",
            Self::Danger => " lx-notice--danger",
            Self::Neutral => " lx-notice--neutral",
            Self::Sealed => " lx-notice--sealed",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::outline("info-circle"),
            Self::Warm => Icon::outline("heart-handshake"),
            Self::Caution => Icon::outline("calendar-exclamation"),
            Self::Danger => Icon::filled("alert-circle"),
            Self::Neutral => Icon::outline("bulb"),
            Self::Sealed => Icon::outline("lock"),
        }
    }
}

/// A sentence on a tint. At most two in a row.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/notice.html")]
pub struct Notice {
    /// The kind.
    pub kind: NoticeKind,
    /// A strong first line; may be empty.
    pub title: Line,
    /// The sentence.
    pub text: Line,
    /// A link at its end: text, address.
    pub link: Option<(String, String)>,
    /// Another icon than the kind's.
    pub icon: Option<Icon>,
}

impl Notice {
    /// A notice of one sentence.
    #[must_use]
    pub fn new(kind: NoticeKind, text: impl Into<Line>) -> Self {
        Self { kind, title: Line::default(), text: text.into(), link: None, icon: None }
    }

    /// Adds a strong first line.
    #[must_use]
    pub fn titled(mut self, title: impl Into<Line>) -> Self {
        self.title = title.into();
        self
    }

    /// Adds a link at the end.
    #[must_use]
    pub fn link(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.link = Some((text.into(), href.into()));
        self
    }

    /// Takes another icon.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    fn sign(&self) -> Icon {
        self.icon.unwrap_or_else(|| self.kind.icon())
    }
}

/// What cannot be done: which rule, why, what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/refusal.html")]
pub struct RefusalBox {
    /// The sentence of four parts.
    pub text: Line,
    /// The article in plain words; empty when none applies.
    pub article: Line,
}

impl RefusalBox {
    /// The box of a refusal.
    #[must_use]
    pub fn of(t: Say, refusal: &Refusal) -> Self {
        Self { text: t.message(&refusal.message()).into(), article: Line::default() }
    }
}

components!(Tag, Notice, RefusalBox);
