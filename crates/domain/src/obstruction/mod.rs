//! The report that goes over the unit's head (R-014, articles 18.4 and 46 (六); product F5): registration refused, hindered,
//! pressed to withdraw or to rate well, retaliated against, identity leaked.
//!
//! It belongs to the bureau above the unit that is named ([`rules::receiver`]) and to nobody below: the unit, its staff and
//! the agent never find it in any list, search, count or record. Same contract as the petition: [`Obstruction::file`] begins
//! it, `decide` is pure, `apply` is total, [`TRANSITIONS`] is the one table.

mod apply;
mod commands;
mod decide;
mod events;
mod model;
pub mod rules;
mod transitions;
pub mod words;

#[cfg(test)]
mod tests;

pub use commands::{Command, File};
pub use events::{Event, Fact, Received};
pub use model::{Finding, Named, Obstruction, Origin, Progress, Stage, Wrong};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
