//! The proactive find 主动代办 (rules.md 10.5, product A3): a grid member sees that somebody may need help, tells her what he came
//! for, asks whether she wants it, and only then is anything of hers written down.
//!
//! What is observed holds no person: a kind, a village, a day. The short text beside it is kept apart from the log, so that it can
//! be deleted when she declines. Every step says that she can petition directly at any time.

mod apply;
mod commands;
mod decide;
mod events;
mod model;
pub mod rules;
mod signs;
mod transitions;
mod urgent;
pub mod words;

#[cfg(test)]
mod tests;

pub use commands::{Command, Observe};
pub use events::{Event, Fact, Observed};
pub use model::{Find, Level, Progress, Signal, Stage};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
pub use urgent::{Danger, Told, Urgent};
