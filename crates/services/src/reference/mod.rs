//! Calendars, clock tables and settings that an administrator loads over the shipped ones: checked as a whole, stored with who
//! and when, on record in the event log, in force for every request that begins afterwards. When a year is published,
//! [`recompute`] brings the open clocks up to date, each with its trace (T-11).

mod load;
mod preview;
mod publish;
mod recompute;
#[cfg(test)]
mod tests;

pub use load::{Loaded, Stamp, list, load, stamp};
pub use preview::preview;
pub(crate) use publish::{STREAM, put};
pub use publish::{load_clocks, load_settings, load_year};
pub use recompute::{Place, Recomputed, recompute};

/// What is loaded; the first part of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The work calendar of one year; keyed by the year.
    Calendar,
    /// Clock tables of a division and of those inside it; keyed by the division.
    Clocks,
    /// The settings of the installation.
    Settings,
    /// A version of a dispatch catalogue; keyed by division and version.
    Catalogue,
    /// A version of a tree of categories; keyed by division and version.
    Categories,
    /// A version of the wording of a kind of letter; keyed by kind, division and version.
    Letters,
    /// A version of the practice of a place; keyed by division and version.
    Practice,
    /// A version of the rules of rising and supervision; keyed by division and version.
    Oversight,
    /// A version of the wording and quiet hours of notices; keyed by division and version.
    Notices,
    /// A version of the rhythm of boards; keyed by division and version.
    Cycles,
    /// A version of the duties of leaders in charge; keyed by division and version.
    Leaders,
    /// A version of the offices for sealed reports; keyed by division and version.
    Sealed,
    /// A version of the periods for which files are kept; keyed by division and version.
    Retention,
}

impl Kind {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Clocks => "clocks",
            Self::Settings => "settings",
            Self::Catalogue => "catalogue",
            Self::Categories => "categories",
            Self::Letters => "letters",
            Self::Practice => "practice",
            Self::Oversight => "oversight",
            Self::Notices => "notices",
            Self::Cycles => "cycles",
            Self::Leaders => "leaders",
            Self::Sealed => "sealed",
            Self::Retention => "retention",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        let all = [
            Self::Calendar,
            Self::Clocks,
            Self::Settings,
            Self::Catalogue,
            Self::Categories,
            Self::Letters,
            Self::Practice,
            Self::Oversight,
            Self::Notices,
            Self::Cycles,
            Self::Leaders,
            Self::Sealed,
            Self::Retention,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }
}
