//! A refusal: what a rule forbids, said to a person.

use serde::{Deserialize, Serialize};

use crate::i18n::Message;

/// Which door a refusal closes; decides the HTTP status and the tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalKind {
    /// A field holds what it must not hold (422).
    Invalid,
    /// A rule of law or practice forbids it now (409).
    Rule,
    /// The thing changed since the form was opened (409).
    Stale,
    /// Not this person's to do or see; also given when the thing does not exist (404 or 403).
    NotPermitted,
    /// Sign in first (401).
    NotSignedIn,
    /// Too often; wait (429).
    Wait,
}

/// What a rule refuses, in words for people: the message key, the rule of `rules.md`, the article, the field.
///
/// The text is `refusal-{code}` in the locale files and has four parts (ux.md §6): what cannot be done, the fact of this
/// case, what to do instead, the article in one plain sentence. Arguments never hold personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Which door it closes.
    pub kind: RefusalKind,
    /// Stable code, e.g. `extension-after-expiry`; the message key is `refusal-{code}`.
    pub code: String,
    /// The rule, e.g. `R-067`; empty when no rule of rules.md stands behind it.
    pub rule: String,
    /// The article code, e.g. `A34` for article 34 of 《信访工作条例》; empty when none applies.
    pub article: String,
    /// The input field concerned, as the form and the API name it; empty when it concerns the whole.
    pub field: String,
    /// Facts for the message.
    pub args: Vec<(String, String)>,
}

impl Refusal {
    fn new(kind: RefusalKind, code: &str) -> Self {
        Self {
            kind,
            code: code.into(),
            rule: String::new(),
            article: String::new(),
            field: String::new(),
            args: vec![],
        }
    }

    /// A field holds what it must not hold.
    #[must_use]
    pub fn invalid(field: &str, code: &str) -> Self {
        Self { field: field.into(), ..Self::new(RefusalKind::Invalid, code) }
    }

    /// A rule forbids it: `rule` as in rules.md (`R-067`), `article` as a code (`A34`).
    #[must_use]
    pub fn rule(code: &str, rule: &str, article: &str) -> Self {
        Self { rule: rule.into(), article: article.into(), ..Self::new(RefusalKind::Rule, code) }
    }

    /// The thing changed since the form was opened.
    #[must_use]
    pub fn stale() -> Self {
        Self::new(RefusalKind::Stale, "stale")
    }

    /// Not this person's to do or see.
    #[must_use]
    pub fn not_permitted() -> Self {
        Self::new(RefusalKind::NotPermitted, "not-permitted")
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn not_signed_in() -> Self {
        Self::new(RefusalKind::NotSignedIn, "not-signed-in")
    }

    /// Too often: wait `seconds`.
    #[must_use]
    pub fn wait(code: &str, seconds: u64) -> Self {
        Self::new(RefusalKind::Wait, code).with("seconds", seconds)
    }

    /// Adds a fact for the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// Names the input field concerned.
    #[must_use]
    pub fn on(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }

    /// The message that says it to a person.
    #[must_use]
    pub fn message(&self) -> Message {
        Message { key: format!("refusal-{}", self.code), args: self.args.clone() }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "refused: {}", self.code)?;
        for (label, value) in [("rule", &self.rule), ("article", &self.article), ("field", &self.field)] {
            if !value.is_empty() {
                write!(f, " {label}={value}")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
