//! The rhythm of an office: a village looks at the day, a township at the week, a county at half a month, a prefecture at the
//! month (rules.md 3.5); and what is to have happened within which time of a matter's arrival (日接收、周落地、月办结).

mod period;
mod rules;
#[cfg(test)]
mod tests;

pub use period::{Cadence, Period};
pub use rules::{CycleRules, Reached, Target};
