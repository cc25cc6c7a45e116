//! Decide a step of rising on any case that can rise. Pure; each life cycle wraps what comes out into its own facts.

use kernel::Refusal;

use super::{
    model::{BroughtDown, Raised, Redone, Step},
    rules,
    signs::Rising,
};
use crate::env::Env;

/// What a step leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// It rose.
    Raised(Box<Raised>),
    /// One of the four was done.
    Redone(Box<Redone>),
    /// It came down.
    BroughtDown(Box<BroughtDown>),
}

/// Decides one step.
///
/// # Errors
/// The rule of [`rules`] that forbids it.
pub fn decide(case: &dyn Rising, step: &Step, env: &Env<'_>) -> Result<Payload, Refusal> {
    match step {
        Step::Raise(raised) => {
            rules::rises_to_somebody_else(case, raised)?;
            rules::has_its_cause(case, raised, env)?;
            // Whoever asks, it rises from where it is.
            Ok(Payload::Raised(Box::new(Raised { from: case.lead(), ..raised.as_ref().clone() })))
        }
        Step::Redo(redone) => {
            let rise = rules::by_whoever_leads(case, env)?;
            rules::recorded_once(rise, redone.what)?;
            Ok(Payload::Redone(Box::new(redone.clone())))
        }
        Step::BringDown { reason } => {
            let rise = rules::by_whoever_leads(case, env)?;
            rules::redone_before_it_ends(case.rises())?;
            Ok(Payload::BroughtDown(Box::new(BroughtDown { to: rise.raised.from, reason: reason.clone() })))
        }
    }
}
