//! 提级: a matter rises by rule or by a person's reason, is led one level up, and comes back down when it is done.
//!
//! It is the same on every kind of case: a case that can rise implements [`Rising`], keeps its [`Rises`] and takes the three
//! steps of [`Step`] as commands of its own. Rising changes who leads. It never changes who is the contact, never stops or
//! resets a clock, never takes a hop back (rules.md 3.3). When it rises by itself, and to whom, is data of the jurisdiction
//! ([`crate::oversight`]).

mod decide;
mod model;
pub mod rules;
mod signs;
#[cfg(test)]
mod tests;
pub mod words;

pub use decide::{Payload, decide};
pub use model::{BroughtDown, ByRule, Cause, Down, Raised, Redoing, Redone, Rise, Rises, Step, Trigger};
pub(crate) use signs::days_between;
pub use signs::{Rising, Sign, hit};
