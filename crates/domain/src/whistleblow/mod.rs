//! 检举控告: the sealed track (rules.md 10.3, R-022, R-035, R-044; articles 22.2, 30.3 and 46 (五)).
//!
//! Its events say who did what when, and nothing else: no word of the report, no name of anybody reported, no category. What
//! was written lies outside of the log, encrypted to a key that no machine holds (ADR 24). Same contract as every life cycle:
//! [`Whistleblow::receive`] begins it, `decide` is pure, `apply` is total, [`TRANSITIONS`] is the one table.

mod apply;
mod commands;
mod decide;
mod events;
mod model;
pub mod offices;
mod transitions;
pub mod words;

#[cfg(test)]
mod tests;

pub use commands::{Command, Receive};
pub use events::{Event, Fact, Received};
pub use model::{Identity, Level, Opening, Progress, Reason, Stage, Whistleblow};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
