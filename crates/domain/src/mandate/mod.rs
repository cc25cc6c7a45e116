//! The mandate 委托书 (rules.md 3.3, 3.4, product A2): what a person lets her agent do, until when, and how she said so.
//!
//! It lives in the stream of the case it is about ([`crate::agency::Agency`] is its state there), so that giving it, ending it
//! and what the agent may still read change in one event of one chain. Signing a settlement and waiving a right are not among
//! the [`Power`]s: nothing can be built, stored or read that holds them.

mod grant;
mod model;
pub mod rules;
#[cfg(test)]
mod tests;
pub mod words;

pub use grant::Give;
pub use model::{Capacity, Consents, Ended, Giver, Mandate, MandateEnd, Power, Powers, Signing, StandIn, Way};
