//! What becomes of a file in the end, and what she may ask about her data while it lasts (rules.md P-01, P-07, P-08; ADR 26).
//!
//! A matter has a *file*: corrections of her data, what she asked about it and what was answered, limits of its use, the package
//! that is composed when it is put away, and the removal that two people carry out when its period is over. Its events are a
//! stream of their own and hold no word of the matter: kinds, ids, days and digests. It is what stays when everything else went.

mod decide;
mod model;
mod rules;
#[cfg(test)]
mod tests;

pub use decide::{Around, Command};
pub use model::{Asked, Correction, Datum, Event, Fact, MatterFile, Opened, Packed, Removed, Stage, Trace, Wish};
pub use rules::{After, Alarm, Period, RetentionRules};
