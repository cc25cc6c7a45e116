//! The practice of a place as data: what it calls things, who does what on each level, what is done every day, week and month,
//! and what it promises for the matters it hands out by name (红色工单). The law and the facts are the same everywhere; a
//! practice changes words, order and shorter times, and never who a person is (rules.md §12, 3.5).
//!
//! A version of it is reference data of a jurisdiction with the day from which it holds, like clocks and catalogues.

mod forbidden;
mod model;
mod term;
#[cfg(test)]
mod tests;

pub use forbidden::{Forbidden, forbidden};
pub use model::{Assignment, Cycle, Every, LevelDuty, Part, Practice, Word};
pub use term::Term;
