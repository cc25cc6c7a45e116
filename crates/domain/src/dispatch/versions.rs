//! Versions of something that a jurisdiction keeps, each from a day on.

use std::sync::Arc;

use jiff::civil::Date;
use kernel::DivisionCode;

/// Something that holds in a division from a day on.
pub trait Dated {
    /// Where it holds; `None`: it came with the program and holds wherever nobody keeps one of her own.
    fn division(&self) -> Option<&DivisionCode>;
    /// Its name, e.g. `2026-3`.
    fn version(&self) -> &str;
    /// The first day.
    fn effective_from(&self) -> Date;
}

/// All versions of all jurisdictions.
#[derive(Debug)]
pub struct Versions<T>(Vec<Arc<T>>);

impl<T> Clone for Versions<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self(vec![])
    }
}

impl<T: Dated> Versions<T> {
    /// These versions and no others.
    #[must_use]
    pub fn new(all: impl IntoIterator<Item = T>) -> Self {
        Self(all.into_iter().map(Arc::new).collect())
    }

    /// One more; it takes the place of the version of the same name and division.
    #[must_use]
    pub fn with(mut self, one: T) -> Self {
        self.0.retain(|known| known.division() != one.division() || known.version() != one.version());
        self.0.push(Arc::new(one));
        self
    }

    /// What holds in `division` on `day`: that of the nearest division around it that keeps one, and of those the latest to
    /// have begun. Of two that begin on one day the one given later holds.
    #[must_use]
    pub fn in_force(&self, division: &DivisionCode, day: Date) -> Option<Arc<T>> {
        let reach = |one: &T| match one.division() {
            Some(own) => own.contains(division).then(|| own.as_str().len()),
            None => Some(0),
        };
        let holding = self.0.iter().filter(|one| one.effective_from() <= day);
        let ranked = holding.filter_map(|one| Some(((reach(one)?, one.effective_from()), one)));
        ranked.max_by_key(|(rank, _)| *rank).map(|(_, one)| one.clone())
    }

    /// The versions that `division` itself keeps, the one that begins last first; of two that begin on one day the one given
    /// later, which is the one that will hold.
    #[must_use]
    pub fn of(&self, division: &DivisionCode) -> Vec<Arc<T>> {
        let mut own: Vec<_> = self.0.iter().rev().filter(|one| one.division() == Some(division)).cloned().collect();
        own.sort_by_key(|one| std::cmp::Reverse(one.effective_from()));
        own
    }

    /// The name of the next version of `division` in `year`: `2026-4` after `2026-3`.
    #[must_use]
    pub fn next_name(&self, division: &DivisionCode, year: i16) -> String {
        let serial = |one: &T| one.version().strip_prefix(&format!("{year}-"))?.parse::<u32>().ok();
        let last = self.0.iter().filter(|one| one.division() == Some(division)).filter_map(|one| serial(one)).max();
        format!("{year}-{}", last.unwrap_or(0) + 1)
    }
}
