//! The wording of every kind in every jurisdiction, by day.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use kernel::DivisionCode;

use super::{kind::DocType, shipped::shipped, template::Template};
use crate::dispatch::Versions;

/// All templates: those of jurisdictions over the shipped ones.
#[derive(Debug, Clone, Default)]
pub struct Templates(BTreeMap<DocType, Versions<Template>>);

impl Templates {
    /// One more.
    #[must_use]
    pub fn with(mut self, template: Template) -> Self {
        let kind = template.kind;
        let known = self.0.remove(&kind).unwrap_or_default();
        self.0.insert(kind, known.with(template));
        self
    }

    /// The wording of `kind` in `division` on `day`.
    #[must_use]
    pub fn in_force(&self, kind: DocType, division: &DivisionCode, day: Date) -> Arc<Template> {
        self.0.get(&kind).and_then(|versions| versions.in_force(division, day)).unwrap_or_else(|| shipped(kind))
    }

    /// The versions of `kind` that `division` itself keeps, the one that begins last first.
    #[must_use]
    pub fn of(&self, kind: DocType, division: &DivisionCode) -> Vec<Arc<Template>> {
        self.0.get(&kind).map(|versions| versions.of(division)).unwrap_or_default()
    }

    /// The name of the next version of `division` in `year`.
    #[must_use]
    pub fn next_name(&self, kind: DocType, division: &DivisionCode, year: i16) -> String {
        self.0.get(&kind).map_or_else(|| format!("{year}-1"), |versions| versions.next_name(division, year))
    }
}
