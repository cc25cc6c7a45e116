//! 三项建议 (article 40, R-112): to improve work, to improve policy, to hold somebody to account. Issued to a unit, received by
//! it, adopted, adopted in part or not adopted with reasons in writing, and then verified. Advice decides nothing for the unit;
//! what it owes is an answer in writing.

mod life;
mod model;
#[cfg(test)]
mod tests;
mod words_of;

pub use life::{Command, CommandKind, Event, Fact, TRANSITIONS, Transition, table_markdown, transition};
pub use model::{Adoption, Advice, AdviceKind, Issued, Reply, Stage};

/// What its events say.
pub mod words {
    pub use super::words_of::record;
}
