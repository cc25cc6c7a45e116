//! People: behind a mask, as agents, and as those who looked.

use askama::Template;

use super::{Icon, Line, Tag};
use crate::i18n::Say;

/// A petitioner as the desk sees her: `乌*格` and a grey mask. Without permission the field is absent, not masked.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/person.html")]
pub struct RedactedPerson {
    /// The reader's language.
    pub t: Say,
    /// 信访人.
    pub label: String,
    /// The masked name (`PersonName::masked`).
    pub name: String,
    /// The masked telephone (`Mobile::masked`); empty when there is none.
    pub phone: String,
    /// 蒙古语 · 要念给她听.
    pub tags: Vec<Tag>,
    /// Calls through the switchboard without showing the number.
    pub relay: Option<String>,
    /// Asks for a reason, then shows for ten minutes.
    pub reveal: Option<String>,
}

/// The agent who helps, with a way to call.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/agent.html")]
pub struct AgentCard {
    /// The reader's language.
    pub t: Say,
    /// Why this one is shown: 您扫码的代办点.
    pub caption: String,
    /// The agent's name; staff, not a petitioner.
    pub name: String,
    /// 会蒙古语.
    pub tags: Vec<Tag>,
    /// The station.
    pub station: String,
    /// Its hours.
    pub hours: String,
    /// The telephone.
    pub phone: String,
}

impl AgentCard {
    fn initial(&self) -> String {
        self.name.chars().next().map(String::from).unwrap_or_default()
    }
}

/// One look at a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Unit and role; on the portal no staff name beyond the handler's.
    pub who: Line,
    /// When, what was seen, why.
    pub what: Line,
    /// Whether name or telephone were seen: drawn in camel with a telephone.
    pub identity: bool,
    /// What she said of it already.
    pub said: Line,
    /// Where she may say that it should not have been, or see what came of it: text, address.
    pub way: Option<(String, String)>,
}

impl View {
    /// A look of which nothing is said.
    #[must_use]
    pub fn new(who: impl Into<Line>, what: impl Into<Line>, identity: bool) -> Self {
        Self { who: who.into(), what: what.into(), identity, said: Line::default(), way: None }
    }

    fn icon(&self) -> Icon {
        if self.identity { Icon::outline("phone") } else { Icon::outline("eye") }
    }
}

/// Who looked, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/views.html")]
pub struct ViewLog {
    /// The reader's language.
    pub t: Say,
    /// The looks; when empty, 还没有人看过 is said.
    pub views: Vec<View>,
}

components!(RedactedPerson, AgentCard, ViewLog);
