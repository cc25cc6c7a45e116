//! The week order 一周办结工单 (rules.md 10.4): claimed in 24 hours, answered in 72, done in 7 days.
//!
//! Same contract as the petition: [`WorkOrder::receive`] begins it, `decide` is pure, `apply` is total, [`TRANSITIONS`] is
//! the one table. It cannot be closed unseen: somebody uninvolved asks the person first.

mod agency;
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

pub use commands::{Command, Receive};
pub use events::{Event, Fact, Received};
pub use model::{Disposition, Objection, Order, Stage, Work, WorkOrder};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
