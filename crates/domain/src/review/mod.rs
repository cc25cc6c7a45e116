//! 复查 and 复核 (articles 35 and 36, rules.md 10.6): whoever does not agree with the answer asks the level above, twice at most.
//!
//! A review is a life cycle of its own beside its petition: it names the claims contested, each with her reasons, who decides, and
//! who had a part in the answer before and therefore has none here. What it leads to is done to the petition by
//! [`follow::what_follows`], in the same transaction: a review never stays open beside a petition that is over, and no claim is in
//! two reviews at once.

mod apply;
mod commands;
mod decide;
mod events;
pub mod follow;
pub mod likeness;
mod model;
pub mod rules;
#[cfg(test)]
pub(crate) mod tests;
mod transitions;
pub mod words;

pub use commands::{Command, DraftRuling, Request};
pub use events::{Event, Fact, Requested};
pub use follow::{Involved, involved};
pub use model::{
    Contested, Draft, Examination, FileSent, Finality, Hearing, HearingCall, Issued, Late, Level, Lodged, Procedure,
    RejectGround, Review, ReviewResult, Ruling, Stage,
};
pub use transitions::{CommandKind, TRANSITIONS, Transition, table_markdown, transition};
