//! What one letter says: values by field, checked against what its kind must hold.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Refusal;
use serde::{Deserialize, Serialize};

use super::{
    field::{Field, FieldKind},
    kind::DocType,
};

/// Most characters of one value.
const LONGEST: usize = 20_000;

/// An item: a claim with its answer, a route with its organ and term, a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Entry {
    /// Its first line.
    pub head: String,
    /// What is said of it: a label (may be empty) and a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<(String, String)>,
}

impl Entry {
    /// An item of one line.
    pub fn of(head: impl Into<String>) -> Self {
        Self { head: head.into(), lines: vec![] }
    }

    /// Adds what is said of it; an empty text adds nothing.
    #[must_use]
    pub fn line(mut self, label: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.lines.push((label.to_owned(), text));
        }
        self
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// Text; line breaks begin paragraphs.
    Text(String),
    /// A day.
    Day(Date),
    /// Items.
    Items(Vec<Entry>),
}

impl Value {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Day(_) => false,
            Self::Items(items) => items.is_empty(),
        }
    }

    fn kind(&self) -> FieldKind {
        match self {
            Self::Text(_) => FieldKind::Text,
            Self::Day(_) => FieldKind::Day,
            Self::Items(_) => FieldKind::Items,
        }
    }

    fn length(&self) -> usize {
        let entry = |entry: &Entry| {
            entry.head.chars().count() + entry.lines.iter().map(|(_, text)| text.chars().count()).sum::<usize>()
        };
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Day(_) => 0,
            Self::Items(items) => items.iter().map(entry).sum(),
        }
    }
}

/// The values of a letter. What is empty is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Content(BTreeMap<Field, Value>);

impl Content {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `field`; an empty value leaves it out.
    #[must_use]
    pub fn with(mut self, field: Field, value: Value) -> Self {
        self.set(field, value);
        self
    }

    /// Sets a text.
    #[must_use]
    pub fn text(self, field: Field, text: impl Into<String>) -> Self {
        self.with(field, Value::Text(clean(&text.into())))
    }

    /// Sets a day.
    #[must_use]
    pub fn day(self, field: Field, day: Date) -> Self {
        self.with(field, Value::Day(day))
    }

    /// Sets a day when there is one.
    #[must_use]
    pub fn day_opt(self, field: Field, day: Option<Date>) -> Self {
        match day {
            Some(day) => self.day(field, day),
            None => self,
        }
    }

    /// Sets items.
    #[must_use]
    pub fn items(self, field: Field, items: Vec<Entry>) -> Self {
        self.with(field, Value::Items(items))
    }

    /// Sets `field` in place; an empty value takes it out.
    pub fn set(&mut self, field: Field, value: Value) {
        if value.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, value);
        }
    }

    /// What `field` holds.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.0.get(&field)
    }

    /// Checks it against what `kind` must and may hold.
    ///
    /// # Errors
    /// `letter-field-missing` on each field that is missing, `letter-field-foreign` for one the kind does not know,
    /// `letter-field-kind` for a value of another kind, `text-too-long`.
    pub fn check(&self, kind: DocType) -> Result<(), Vec<Refusal>> {
        let spec = kind.spec();
        let mut refusals = vec![];
        for field in spec.required.iter().filter(|field| self.get(**field).is_none()) {
            let refusal = Refusal::rule("letter-field-missing", "6.1", spec.article);
            refusals.push(refusal.on(field.name()).with("field", field.key()).with("letter", kind.key()));
        }
        for (field, value) in &self.0 {
            let on = |code: &str| Refusal::invalid(field.name(), code).with("field", field.key());
            if !kind.fields().any(|known| known == *field) {
                refusals.push(on("letter-field-foreign").with("letter", kind.key()));
            } else if value.kind() != field.kind() {
                refusals.push(on("letter-field-kind"));
            } else if value.length() > LONGEST {
                refusals.push(on("text-too-long").with("max", LONGEST).with("length", value.length()));
            }
        }
        if refusals.is_empty() { Ok(()) } else { Err(refusals) }
    }
}

/// Line ends as one sign, no other control characters.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n').collect::<String>().trim().to_owned()
}
