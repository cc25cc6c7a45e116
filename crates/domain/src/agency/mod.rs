//! Agency 代办 as a case knows it: in which mode, whether somebody may act for her at all, under which mandate, and who has to
//! step back (rules.md 3.2, 3.3, 28.3).

mod eligibility;
mod mode;
mod recusal;
mod state;
#[cfg(test)]
mod tests;

pub use eligibility::{Inquiry, Judgement, RULES, Rule, Verdict, judge};
pub use mode::Mode;
pub use recusal::{Concerned, Declaration, Ground, Recusal, RecusalRequest};
pub use state::{Agency, Designation};
