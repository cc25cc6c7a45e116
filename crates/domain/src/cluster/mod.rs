//! 类案 (G2): several matters with one cause. An office gathers them, a task force of units works along one shared plan, the policy
//! behind the cause goes its own way as advice, and one way to answer is agreed upon by two people. Every matter keeps its own
//! number, its own clocks and its own answer: nothing here answers anybody, and the group is over only when each has been answered.

mod apply;
mod decide;
mod life;
mod model;
mod note;
#[cfg(test)]
mod tests;
mod words_of;

pub use life::{Command, CommandKind, Event, Fact, TRANSITIONS, Transition, table_markdown, transition};
pub use model::{Cluster, Founded, Member, Note, Noted, Stage, Step, Told, Way, WayText};
pub use note::Gathered;
pub(crate) use note::{apply as note_on, said as note_said};

/// What its events say.
pub mod words {
    pub use super::words_of::{record, written};
}
