//! The dispatch catalogue 派单目录: which unit has which kind of matter where.

use jiff::civil::Date;
use kernel::{DivisionCode, OrgId, OrgLevel, Text};
use serde::{Deserialize, Serialize};

use super::{category::CategoryPath, versions::Dated};

/// Who has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Handler {
    /// This unit.
    Unit(OrgId),
    /// The government of the township or street in which it happened (H-04).
    Township,
}

/// One row of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// For this category and those below it.
    pub category: CategoryPath,
    /// For this place and those inside it.
    pub place: DivisionCode,
    /// Who leads 主办.
    pub lead: Handler,
    /// Who helps 协办, and takes it over when the lead is complained of.
    #[serde(default)]
    pub co: Vec<Handler>,
    /// Levels that such a matter is never given to (H-08: nothing beyond its list to a village or community).
    #[serde(default)]
    pub forbid_levels: Vec<OrgLevel>,
    /// The document that says so, or what the clerk should know.
    #[serde(default)]
    pub note: Option<Text<200>>,
}

impl Entry {
    /// How specific it is: the deeper category first, then the smaller place.
    pub(super) fn rank(&self) -> (usize, usize) {
        (self.category.depth(), self.place.as_str().len())
    }

    /// Whether it speaks of such a matter there.
    #[must_use]
    pub fn covers(&self, category: &CategoryPath, division: &DivisionCode) -> bool {
        self.category.contains(category) && self.place.contains(division)
    }
}

/// The catalogue as it holds in a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Whose.
    pub division: DivisionCode,
    /// Its name, e.g. `2026-3`; a suggestion names it.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// Its rows, no category and place twice.
    pub entries: Vec<Entry>,
}

impl Dated for Catalogue {
    fn division(&self) -> Option<&DivisionCode> {
        Some(&self.division)
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}

impl Catalogue {
    /// The row that decides: the deepest category, then the smallest place; the first given among equals.
    #[must_use]
    pub fn winner(&self, category: &CategoryPath, division: &DivisionCode) -> Option<&Entry> {
        let covering = self.entries.iter().filter(|entry| entry.covers(category, division));
        // `max_by_key` takes the last of equals: looked through from behind, the first given wins.
        covering.rev().max_by_key(|entry| entry.rank())
    }
}
