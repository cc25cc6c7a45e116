//! 紧急情况报告 (article 25, R-037, the bypass of rules.md §10): somebody hears of a danger and reports it, at whatever stage the matter
//! is. It runs beside the matter: it stops no clock, changes no stage and takes no step from the petitioner. A report speaks of an event,
//! never of a person, and is over with the event.

mod decide;
mod model;
#[cfg(test)]
mod tests;

pub use decide::{Alarmed, Command, ORAL, Reporting, WRITTEN, decide, must_be_called, must_be_written_to};
pub use model::{Called, Danger, Deed, Ended, Outcome, Report, Said, Told, Urgent, Written};
