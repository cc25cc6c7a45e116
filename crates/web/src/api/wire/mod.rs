//! What answers look like: codes for programs, and beside them words in the caller's language.

pub(crate) mod claim;
pub(crate) mod clock;
pub(crate) mod matter;
pub(crate) mod receipt;
pub(crate) mod timeline;
pub(crate) mod track;
pub(crate) mod view;

use domain::{lifecycle::Governed, names::Keyed, transition::Transition};
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
    /// A row of a transition table, with the rule that still stands against it.
    pub(crate) fn of<C: Keyed, S>(row: &Transition<C, S>, not_yet: Option<&Refusal>, locale: Locale) -> Self {
        Self {
            command: super::commands::slug(row.command.name()),
            text: Message::new(row.command.key()).say(locale),
            rule: row.rule.to_owned(),
            article: row.article,
            not_yet: not_yet.map(|refusal| refused(refusal, locale)),
        }
    }

    /// A command that fits, with the rule that still stands against it.
    pub(crate) fn possible<A: Governed<Kind: Keyed>>(possible: &services::matter::Possible<A>, locale: Locale) -> Self {
        Self::of(possible.row, possible.not_yet.as_ref(), locale)
    }
}

fn refused(refusal: &Refusal, locale: Locale) -> Coded {
    Coded::new(refusal.code.clone(), &refusal.message(), locale)
}

/// A day as it stands in JSON.
pub(crate) fn day(date: jiff::civil::Date) -> String {
    date.to_string()
}
