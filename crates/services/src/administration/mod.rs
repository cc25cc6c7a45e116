//! What administrators and auditors look at: how far a jurisdiction is set up, and what is on record. No case content at all.

mod audit;
mod overview;
#[cfg(test)]
mod tests;

pub use audit::{AdminEvent, Change, Look, RecordState, changes, looks, record_state};
pub use overview::{Overview, overview};
