//! What a jurisdiction keeps about notices, in versions with a day.

use jiff::civil::Date;
use kernel::{DivisionCode, Refusal};
use serde::{Deserialize, Serialize};

use super::{Quiet, Wording};
use crate::dispatch::Dated;

/// Wording, hours and patience of a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeRules {
    /// Whose; `None`: they came with the program.
    pub division: Option<DivisionCode>,
    /// Their name, e.g. `2026-1`; every notice keeps the one it was said by.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// When no telephone rings.
    #[serde(default)]
    pub quiet: Quiet,
    /// The sentences.
    #[serde(default)]
    pub wording: Wording,
    /// Hours after which a notice that did not go is given up.
    pub give_up_hours: u16,
    /// Minutes after which a notice that is due and has not gone is stuck.
    pub stuck_minutes: u16,
}

impl NoticeRules {
    /// The rules that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        Self {
            division: None,
            version: "shipped".to_owned(),
            effective_from: Date::MIN,
            quiet: Quiet::default(),
            wording: Wording::shipped(),
            give_up_hours: 24,
            stuck_minutes: 30,
        }
    }

    /// Checks everything at once.
    ///
    /// # Errors
    /// As [`Quiet::check`] and [`Wording::check`]; `setting-range` for the hours of patience.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let mut wrong = self.wording.check().err().unwrap_or_default();
        wrong.extend(self.quiet.check().err());
        for (name, value, min, max) in
            [("give_up_hours", self.give_up_hours, 1, 168), ("stuck_minutes", self.stuck_minutes, 5, 1_440)]
        {
            if !(min..=max).contains(&value) {
                wrong.push(Refusal::invalid(name, "setting-range").with("min", min).with("max", max));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Dated for NoticeRules {
    fn division(&self) -> Option<&DivisionCode> {
        self.division.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}
