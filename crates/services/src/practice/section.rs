//! The sections of a folder, one row each.

use super::{
    Files, Pack, letters,
    read::{Reader, clocks, dispatching, practice, rules, settings},
    sample, write, write_rules,
};
use crate::reference::Kind;

/// One section: a file, what it becomes, how it is read and written.
pub struct Section {
    /// Its file; a name that ends in `/` is a folder.
    pub file: &'static str,
    /// The kind of reference data it becomes; `None`: it helps to read the others, or serves the demo only.
    pub kind: Option<Kind>,
    /// Reads it into the pack; called only when the file is there.
    pub(super) read: fn(&mut Reader<'_>, &mut Pack),
    /// Writes it; nothing when there is nothing to say.
    pub(super) write: fn(&Pack, &mut Files),
}

impl std::fmt::Debug for Section {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Section").field("file", &self.file).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// `pack.toml`, which every folder has.
pub(super) const ABOUT: &str = "pack.toml";

macro_rules! section {
    ($file:literal, $kind:expr, $read:expr, $write:expr) => {
        Section { file: $file, kind: $kind, read: $read, write: $write }
    };
}

/// Every section after `pack.toml`, in the order in which they are read: a later one may use what an earlier one said.
pub const SECTIONS: &[Section] = &[
    section!("sample/", None, sample::read, sample::write),
    section!("clocks.toml", Some(Kind::Clocks), clocks, write::clocks),
    section!("settings.toml", Some(Kind::Settings), settings, write::settings),
    section!("categories.csv", Some(Kind::Categories), dispatching::categories, write::categories),
    section!("departments.csv", None, dispatching::departments, write::departments),
    section!("catalogue.csv", Some(Kind::Catalogue), dispatching::catalogue, write::catalogue),
    section!("letters/", Some(Kind::Letters), letters::read, letters::write),
    section!("vocabulary.csv", Some(Kind::Practice), practice::vocabulary, write::vocabulary),
    section!("duties.csv", Some(Kind::Practice), practice::duties, write::duties),
    section!("cycles.csv", Some(Kind::Practice), practice::cycles, write::cycles),
    section!("assignments.csv", Some(Kind::Practice), practice::assignments, write::assignments),
    section!("campaigns.csv", Some(Kind::Practice), practice::campaigns, write::campaigns),
    section!("escalation.csv", Some(Kind::Oversight), rules::escalation, write_rules::escalation),
    section!("supervision.csv", Some(Kind::Oversight), rules::rungs, write_rules::rungs),
    section!("oversight.toml", Some(Kind::Oversight), rules::around, write_rules::around),
    section!("rhythm.csv", Some(Kind::Cycles), rules::rhythm, write_rules::rhythm),
    section!("targets.csv", Some(Kind::Cycles), rules::targets, write_rules::targets),
    section!("charge.csv", Some(Kind::Leaders), rules::charge, write_rules::charge),
    section!("visits.csv", Some(Kind::Leaders), rules::visits, write_rules::visits),
    section!("notices.toml", Some(Kind::Notices), rules::hours, write_rules::hours),
    section!("notices.csv", Some(Kind::Notices), rules::sentences, write_rules::sentences),
];

impl Section {
    /// Whether `file` belongs to it.
    #[must_use]
    pub fn holds(&self, file: &str) -> bool {
        if self.file.ends_with('/') { file.starts_with(self.file) } else { file == self.file }
    }
}
