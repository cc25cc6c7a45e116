//! 建议 (article 29, rules.md 10.2): somebody proposes how something could be done better. Whoever has the power studies it and
//! answers her point by point, adopted or not, with a reason; what is adopted is followed until it is done.
//!
//! It is no petition: nobody asks the six questions of article 31, nothing is accepted or refused, and no review follows. It has a
//! life cycle of its own so that none of that can happen to it.

mod apply;
pub mod call;
mod commands;
mod decide;
mod events;
mod model;
pub mod rules;
#[cfg(test)]
pub(crate) mod tests;
mod transitions;
pub mod words;

pub use commands::{Command, Register};
pub use events::{Event, Fact, Registered};
pub use model::{
    Adoption, Answered, Course, Draft, Intended, Item, ItemEnd, ItemState, MovedFrom, Objection, Point, PointAnswer,
    Reply, Reward, Stage, Study, Suggestion, Track, Work, whole,
};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
