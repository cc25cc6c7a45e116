//! Reports over a unit's head, one use case a file (R-014, product F5).
//!
//! Whoever writes one needs no account: [`file`] takes it from the portal, from a follow-up call and from the record of looks.
//! It goes to the bureau above the unit named, takes a number there, and stands in no ordinary list, count or search.

mod file;
mod form;
mod list;
mod reveal;
#[cfg(test)]
mod tests;
mod view;

pub use file::{AboutLook, By, Receipt, about_looks, file, file_about_look, file_after_call};
pub use form::{NewReport, Reach, ReportForm};
pub use list::{Listed, list, waiting};
pub use reveal::reveal;
pub use view::{ReportView, look, open_report, track_report};
