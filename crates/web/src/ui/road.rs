//! The road map that answers the four questions first, and the timeline.

use askama::Template;

use super::{Button, Derivation, Icon, Line, Ruler, Tag, UrgencyChip};
use crate::i18n::Say;

/// One of the four rows: who has it, what comes next, what you can do, your agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadRow {
    /// The icon.
    pub icon: Icon,
    /// The question in words: 现在谁在办.
    pub name: String,
    /// The strong part of the answer: the unit, the name.
    pub strong: Line,
    /// The rest of the answer.
    pub text: Line,
    /// A telephone to call; empty when none.
    pub phone: String,
    /// A skill of the agent: 会蒙古语.
    pub tag: Option<Tag>,
    /// Whether it is about a person who helps: drawn in camel.
    pub person: bool,
}

/// The first thing on the tracking page: who is doing what, by when.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/roadmap.html")]
pub struct Roadmap {
    /// The most urgent of the running clocks.
    pub chip: Option<UrgencyChip>,
    /// 旗林草局正在审答复，最迟 11月30日（周一）给您。
    pub sentence: Line,
    /// From acceptance to the last day.
    pub ruler: Option<Ruler>,
    /// Why that day.
    pub why: Option<Derivation>,
    /// The four answers.
    pub rows: Vec<RoadRow>,
    /// At most two things that can be done now.
    pub actions: Vec<Button>,
}

/// Where an item stands on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Still to come.
    Next,
    /// Where it is now.
    Now,
    /// Done.
    Past,
}

/// A link of a timeline item, e.g. to a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineLink {
    /// 受理告知书.
    pub text: String,
    /// Its address.
    pub href: String,
}

/// One event or step.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineItem {
    /// Where it stands.
    pub place: Place,
    /// The day, with the hour where it matters.
    pub when: Line,
    /// What happened or will happen.
    pub what: Line,
    /// Papers that belong to it.
    pub links: Vec<TimelineLink>,
    /// A second, quiet line; on the desk for internal facts.
    pub small: Line,
    /// How she was told of it, and what became of that; on the desk.
    pub told: Line,
    /// Whether only staff see it; marked 仅内部 on the desk.
    pub inner: bool,
    /// Another icon than the place's.
    pub icon: Option<Icon>,
    /// Where its date comes from; a step to come opens it.
    pub why: Option<Derivation>,
}

impl TimelineItem {
    /// An item without links.
    #[must_use]
    pub fn new(place: Place, when: impl Into<Line>, what: impl Into<Line>) -> Self {
        Self {
            place,
            when: when.into(),
            what: what.into(),
            links: vec![],
            small: Line::default(),
            told: Line::default(),
            inner: false,
            icon: None,
            why: None,
        }
    }

    /// Adds a paper.
    #[must_use]
    pub fn link(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.links.push(TimelineLink { text: text.into(), href: href.into() });
        self
    }

    fn class(&self) -> &'static str {
        match self.place {
            Place::Next => "is-next",
            Place::Now => "is-now",
            Place::Past => "",
        }
    }

    fn sign(&self) -> Option<Icon> {
        match (self.icon, self.place) {
            (Some(icon), _) => Some(icon),
            (None, Place::Next) => None,
            (None, Place::Now) => Some(Icon::filled("player-play")),
            (None, Place::Past) => Some(Icon::filled("circle-check")),
        }
    }
}

/// What happened, newest first, future steps on top.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/timeline.html")]
pub struct Timeline {
    /// The reader's language.
    pub t: Say,
    /// 从登记到今天，一共 67 天，转过 1 次手. Never resets.
    pub elapsed: Line,
    /// The items.
    pub items: Vec<TimelineItem>,
}

components!(Roadmap, Timeline);
