//! What happened, one event a line.

use kernel::Locale;
use serde::Serialize;
use services::timeline::Item;
use utoipa::ToSchema;

/// One event.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Event {
    /// Its place in the record; the version of the case after it.
    pub(crate) seq: i64,
    /// When.
    #[schema(format = "date-time")]
    pub(crate) at: String,
    /// The kind of fact.
    #[schema(example = "petition.forwarded")]
    pub(crate) kind: String,
    /// In words.
    pub(crate) text: String,
    /// What somebody wrote: a reason, a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) written: Option<String>,
    /// The petitioner sees it too.
    pub(crate) public: bool,
}

impl Event {
    pub(crate) fn of(item: &Item, locale: Locale) -> Self {
        Self { written: item.text.clone(), ..Self::brief(item, locale) }
    }

    /// Without what somebody wrote.
    pub(crate) fn brief(item: &Item, locale: Locale) -> Self {
        Self {
            seq: item.seq,
            at: item.at.to_string(),
            kind: item.kind.to_owned(),
            text: item.message.say(locale),
            written: None,
            public: item.public,
        }
    }
}

/// Somebody looked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Look {
    /// When.
    #[schema(format = "date-time")]
    at: String,
    /// For which organisation.
    by: super::Organ,
    /// What was seen: `material`, `identity`, `search`, `export`.
    seen: String,
    /// Why, when it took a reason.
    reason: Option<String>,
}

impl Look {
    pub(crate) fn of(view: &services::matter::View, names: &services::timeline::Names) -> Self {
        Self {
            at: view.at.to_string(),
            by: super::Organ::of(view.org, names),
            seen: view.seen.clone(),
            reason: view.reason.clone(),
        }
    }
}
