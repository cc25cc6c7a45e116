//! What leaders do on a matter: 包案 with its duties, 批示, 五访, and what experts advise. All of it stands on the record of the
//! matter, and none of it moves a deadline or touches a finding: there is no fact here that could.

mod decide;
mod model;
mod owed;
mod rules;
#[cfg(test)]
mod tests;
mod visits;
pub mod words;

pub use decide::{Command, Led, decide};
pub use model::{
    Answer, Booking, Charge, Deed, Duty, Instruction, Leadership, MeetingSaid, Opinion, Post, Visit, VisitKind,
};
pub use owed::{Owed, Owing, Owner};
pub use rules::{DutyRule, LeaderRules};
pub use visits::{VisitDue, VisitRule, visits_due};
