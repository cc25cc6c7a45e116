//! What answers look like: codes for programs, and beside them words in the caller's language.

pub(crate) mod claim;
pub(crate) mod clock;
pub(crate) mod matter;
pub(crate) mod receipt;
pub(crate) mod timeline;
pub(crate) mod track;
pub(crate) mod view;

use kernel::{Locale, Message, OrgId, Refusal};
use serde::Serialize;
use services::timeline::Names;
use utoipa::ToSchema;
use uuid::Uuid;

/// A code with its word.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Coded {
    /// Stable.
    pub(crate) code: String,
    /// In the caller's language.
    pub(crate) text: String,
}

impl Coded {
    pub(crate) fn new(code: impl Into<String>, message: &Message, locale: Locale) -> Self {
        Self { code: code.into(), text: message.say(locale) }
    }
}

/// An organisation with its name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Organ {
    /// Its id.
    pub(crate) id: Uuid,
    /// Its name.
    pub(crate) name: String,
}

impl Organ {
    pub(crate) fn of(id: OrgId, names: &Names) -> Self {
        Self { id: id.0, name: names.get(&id).cloned().unwrap_or_default() }
    }
}

/// What can be done now, and what still stands against it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Allowed {
    /// The command, as its address names it.
    #[schema(example = "request-extension")]
    pub(crate) command: String,
    /// In words.
    pub(crate) text: String,
    /// The rule.
    pub(crate) rule: String,
    /// The article.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) article: &'static str,
    /// Why not yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) not_yet: Option<Coded>,
}

impl Allowed {
    pub(crate) fn petition(possible: &services::petition::Possible, locale: Locale) -> Self {
        let row = possible.row;
        Self {
            command: super::commands::slug(row.command.name()),
            text: row.command.message().say(locale),
            rule: row.rule.to_owned(),
            article: row.article,
            not_yet: possible.not_yet.as_ref().map(|refusal| refused(refusal, locale)),
        }
    }

    pub(crate) fn order(possible: &services::work_order::Possible, locale: Locale) -> Self {
        let row = possible.row;
        Self {
            command: super::commands::slug(row.command.name()),
            text: row.command.message().say(locale),
            rule: row.rule.to_owned(),
            article: row.article,
            not_yet: possible.not_yet.as_ref().map(|refusal| refused(refusal, locale)),
        }
    }
}

fn refused(refusal: &Refusal, locale: Locale) -> Coded {
    Coded::new(refusal.code.clone(), &refusal.message(), locale)
}

/// A day as it stands in JSON.
pub(crate) fn day(date: jiff::civil::Date) -> String {
    date.to_string()
}
