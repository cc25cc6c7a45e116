//! A claim, one by one, and the two axes of a matter.

use askama::Template;

use super::{Derivation, Icon, Line, Tag, UrgencyChip};
use crate::i18n::Say;

/// A labelled fact: 最迟 → 11月30日（周一） with its chip.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fact {
    /// The label.
    pub name: String,
    /// The value.
    pub value: Line,
    /// One quiet line below it.
    pub small: Line,
    /// Makes the value a link.
    pub href: Option<String>,
    /// A tag before the value.
    pub tag: Option<Tag>,
    /// A chip after the value.
    pub chip: Option<UrgencyChip>,
}

impl Fact {
    /// A label and a value.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<Line>) -> Self {
        Self { name: name.into(), value: value.into(), ..Self::default() }
    }

    /// Adds a quiet line.
    #[must_use]
    pub fn small(mut self, text: impl Into<Line>) -> Self {
        self.small = text.into();
        self
    }

    /// Adds a chip.
    #[must_use]
    pub fn chip(mut self, chip: UrgencyChip) -> Self {
        self.chip = Some(chip);
        self
    }

    /// Adds a tag.
    #[must_use]
    pub fn tag(mut self, tag: Tag) -> Self {
        self.tag = Some(tag);
        self
    }

    /// Makes the value a link.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// A claim in the person's own words with what became of it.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/claim.html")]
pub struct ClaimCard {
    /// Its number in the matter, from 1.
    pub number: usize,
    /// The claim as the person said it.
    pub words: Line,
    /// Whether the person confirmed that it is resolved: the only thing that turns the disc green.
    pub confirmed: bool,
    /// Portal: 办到哪, 解决没, 最迟. Desk: 走哪条路, 谁办, 拟答复 or 结果, 最迟.
    pub facts: Vec<Fact>,
    /// Beside her words: how the desk reads them, where it came from, what was joined to it.
    pub beside: Vec<Line>,
    /// What its route means, in one sentence; empty on the plain route.
    pub note: Line,
    /// Where its date comes from.
    pub why: Option<Derivation>,
    /// A link below: 又坏了？重新打开这一条.
    pub more: Option<(String, String)>,
}

/// How far the procedure went and what is really resolved; never merged into one badge.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/axes.html")]
pub struct Axes {
    /// The reader's language.
    pub t: Say,
    /// 办理中, 已送达, 已结案.
    pub procedure: String,
    /// 1 条，共 3 条; 没解决.
    pub resolution: String,
    /// Who says so: 本人确认; empty when nobody does.
    pub confirmed: String,
}

components!(ClaimCard, Axes);

impl ClaimCard {
    fn tick() -> Icon {
        Icon::outline("check")
    }
}
