//! When a matter rises, when a rung of supervision begins and by when it is answered: data of a jurisdiction from a day on,
//! never a constant (principle 17). Everything here is practice 〔P〕; the shipped table holds wherever nobody keeps one.

mod model;
#[cfg(test)]
mod tests;

pub use model::{EscalationRule, Oversight, RungRule, Target, When, find_left_below};
