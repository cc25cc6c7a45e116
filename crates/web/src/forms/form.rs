//! A form on a page: what was typed, what is wrong, its token and its key.

use askama::Template;
use kernel::{Refusal, RefusalKind};
use uuid::Uuid;

use super::{Field, Submission, field::Kind};
use crate::{i18n::Say, problem::Problem, state::Limits};

/// Everything that is wrong with a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors(Vec<Refusal>);

impl FormErrors {
    /// The refusals, in the order of the fields.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.0
    }
}

impl From<Vec<Refusal>> for FormErrors {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self(refusals)
    }
}

impl TryFrom<services::Error> for FormErrors {
    type Error = Problem;

    /// What a form can show beside its fields; a fault, and what is not hers to do, is a page of its own.
    fn try_from(error: services::Error) -> Result<Self, Problem> {
        let alone = |r: &Refusal| matches!(r.kind, RefusalKind::NotPermitted | RefusalKind::NotSignedIn);
        match error {
            services::Error::Fault(fault) => Err(fault.into()),
            services::Error::Refused(refusal) if alone(&refusal) => Err(refusal.into()),
            services::Error::Refused(refusal) => Ok(refusal.into()),
            services::Error::Invalid(refusals) => Ok(refusals.into()),
        }
    }
}

impl From<Refusal> for FormErrors {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}

/// The hidden fields of a form: token and idempotency key.
#[derive(Debug, Clone, Template)]
#[template(
    source = "<input type=\"hidden\" name=\"csrf\" value=\"{{ csrf }}\"><input type=\"hidden\" name=\"key\" value=\"{{ key }}\">",
    ext = "html"
)]
pub struct Hidden {
    csrf: String,
    key: String,
}

/// What is wrong, on top of the page; its links go to the fields.
#[derive(Debug, Clone, Template)]
#[template(path = "components/summary.html")]
pub struct ErrorSummary {
    t: Say,
    items: Vec<(String, String)>,
}

impl ErrorSummary {
    /// Where the name of a field goes once the page is whole.
    fn mark(field: &str) -> String {
        crate::view::summary::mark(field)
    }

    /// How many places still want something; reasons that belong to no field want nothing filled in.
    fn title(&self) -> String {
        if self.items.iter().all(|(field, _)| field.is_empty()) {
            self.t.say("look-summary-refused").text()
        } else {
            self.t.say("portal-form-errors").with("count", self.items.len()).text()
        }
    }
}

impl askama::filters::HtmlSafe for Hidden {}
impl askama::filters::HtmlSafe for ErrorSummary {}

/// A form as a page shows it. Templates build their fields from it:
/// `{{ form.tel("mobile", "portal-foot-phone").hint("portal-foot-hotline") }}`.
#[derive(Debug, Clone)]
pub struct Form {
    t: Say,
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
    csrf: String,
    key: String,
    limits: Limits,
}

impl Form {
    pub(crate) fn blank(t: Say, csrf: String, key: Uuid, limits: Limits) -> Self {
        Self { t, values: vec![], errors: vec![], csrf, key: key.to_string(), limits }
    }

    pub(crate) fn refilled(mut self, sent: &Submission, errors: FormErrors) -> Self {
        let t = self.t;
        self.values.clone_from(&sent.texts);
        self.errors =
            errors.0.into_iter().map(|r| (t.refusal(&r), r.field)).map(|(text, field)| (field, text)).collect();
        // The same key again, so that a second try after a lost answer is still one matter.
        if Uuid::parse_str(sent.raw("key")).is_ok() {
            sent.raw("key").clone_into(&mut self.key);
        }
        self
    }

    /// Puts `value` into the field `name` before it is shown first.
    #[must_use]
    pub fn filled(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.into(), value.into()));
        self
    }

    /// Its idempotency key.
    #[must_use]
    pub fn key(&self) -> Uuid {
        // Made by this room, or taken over only when it is one.
        Uuid::parse_str(&self.key).unwrap_or_default()
    }

    /// Whether anything is wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The first value of `name`.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every field with its value, as it would be sent.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Every value of `name`.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What is wrong with `name`; empty when nothing is.
    #[must_use]
    pub fn error(&self, name: &str) -> &str {
        self.errors.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    /// The summary on top; prints nothing when all is well.
    #[must_use]
    pub fn summary(&self) -> ErrorSummary {
        ErrorSummary { t: self.t, items: self.errors.clone() }
    }

    /// Token and key; every POST form needs them.
    #[must_use]
    pub fn hidden(&self) -> Hidden {
        Hidden { csrf: self.csrf.clone(), key: self.key.clone() }
    }

    fn field(&self, kind: Kind, name: &str, label: &str) -> Field {
        let values = self.values.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect();
        Field::new(self.t, kind, name, label, values, self.error(name))
    }

    /// One line of text.
    #[must_use]
    pub fn text(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Input("text"), name, label)
    }

    /// A telephone number.
    #[must_use]
    pub fn tel(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Input("tel"), name, label).complete("tel")
    }

    /// A password; never shown again.
    #[must_use]
    pub fn password(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Input("password"), name, label).complete("current-password").forgetful()
    }

    /// A day.
    #[must_use]
    pub fn date(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Input("date"), name, label)
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Area, name, label)
    }

    /// A native select; add options by [`Field::option`].
    #[must_use]
    pub fn select(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Select, name, label)
    }

    /// One of a few, as radio buttons; add them by [`Field::option`].
    #[must_use]
    pub fn choice(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Radio, name, label)
    }

    /// A box to tick; it is sent as `yes`.
    #[must_use]
    pub fn check(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Check, name, label)
    }

    /// Any number of one-line texts under one name (claims). Without script `spare` empty rows stand ready.
    #[must_use]
    pub fn lines(&self, name: &str, label: &str, spare: usize) -> Field {
        let mut field = self.field(Kind::Lines, name, label).spare(spare);
        field.row_errors(&self.errors);
        field
    }

    /// Files.
    #[must_use]
    pub fn files(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Files, name, label).limit(self.limits)
    }
}
