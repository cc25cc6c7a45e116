//! The periods that other laws give her while her petition runs (rules.md 2.5, §9 no. 9): reconsideration, suit, arbitration,
//! personnel appeal. A petition prolongs none of them, so they are counted beside it and said in time.
//!
//! Which period an occasion opens is law and lies in `data/remedies.json`; how long it is stands in the table of clocks, with
//! its article. The day from which it counts is a fact that somebody tells: nobody can read it off the petition.

mod model;
mod table;
#[cfg(test)]
mod tests;

pub use model::{Hint, Occasion, Pursued, Taken, Way};
pub use table::{PERIODS, Remedy, Term, is_parallel, known_on, of, of_route, terms};
