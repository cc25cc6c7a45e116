//! Practice packs: the practice of a place as a folder that an official reads and edits (`practices/`), checked as a whole, put
//! in force as versions of reference data, told apart from what the county changed since, and taken out again as a folder.
//!
//! Every section of a folder is one row of [`SECTIONS`]: a file, the kind of reference data it becomes, how it is read and how it
//! is written. A kind that comes later is one more row.

mod diff;
mod files;
mod in_force;
mod letters;
mod mistake;
mod pack;
mod read;
mod rules;
mod sample;
mod section;
pub mod sheet;
mod start;
#[cfg(test)]
mod tests;
mod write;
mod write_rules;

pub use diff::{Change, FileChange, Hunk, compare, hunks, undo};
pub use files::{Files, from_bundle, name_in, names, shipped, to_bundle};
pub use in_force::{both, changed_since, in_force};
pub use mistake::Mistake;
pub use pack::{About, CatalogueRow, ClockRow, Department, Pack};
pub use read::{Columns, read};
pub use rules::{Around, Hours, Rules};
pub use sample::{County, Portal, Post, Sample, SignIn};
pub use section::{SECTIONS, Section};
pub use start::{Leave, Started, change, start};
pub use write::{level as level_word, write};
