//! 联席会议 (articles 11 to 13, R-114): an office calls a meeting, puts on it what one unit alone cannot settle, and records of
//! each item what was decided, which unit owes it and by when. Then it follows every decision up until the unit has shown what
//! was done. A meeting decides nothing about a finding: what it says of a matter stands in that matter's own record, and who
//! handles a disputed matter is decided there as well.

mod decide;
mod life;
mod model;
#[cfg(test)]
mod tests;
mod words_of;

pub use life::{Command, CommandKind, Event, Fact, TRANSITIONS, Transition, table_markdown, transition};
pub use model::{Called, Decision, Item, ItemKind, Meeting, Resolved, Stage};

/// What its events say.
pub mod words {
    pub use super::words_of::{record, written};
}
