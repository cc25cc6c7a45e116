//! Keeping the tree of categories and the dispatch catalogue (H-02: 目录动态调整). What holds is never edited in place: every
//! change is a new version with the day from which it holds, so that a suggestion can always be explained by the version it
//! names. Call [`crate::reference::load`] and put the result in force afterwards.

mod entry;
mod import;
mod publish;
#[cfg(test)]
mod tests;

pub use entry::EntryForm;
pub(crate) use entry::{level as level_of, split, township_words};
pub(crate) use import::route as route_of;
pub use import::{import_catalogue, import_categories};
pub use publish::{Edit, newest, remove_entry, save_entry};
pub(crate) use publish::{not_past, publish, publish_tree};

/// What an import or an edit led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The name of the version; `None`: nothing changed, so there is no new one.
    pub version: Option<String>,
    /// What became of the rows.
    pub report: crate::organisation::ImportReport,
}
