//! Rising, supervision, advice and the weekly exposure: what the sweeper does by rule and what people do by hand.
//!
//! [`look_due`] is the rules' eye: it looks at the cases that [`crate::matter`] put before it, lets what must rise rise, begins
//! the rungs whose day has come, and ends supervision that is settled. Everything it does is an event of a chain, in one
//! transaction with the row that asked for the look.

mod advice;
mod exposure;
mod find;
mod letter;
mod list;
mod look;
mod overseen;
mod publish;
mod rise;
mod supervise;
mod verify;
mod view;

pub use advice::{AdviceView, NewAdvice, advice_list, issue as issue_advice, open_advice};
pub use exposure::{Exposed, Note, Week, annotate, freeze_due, weeks};
pub use list::{JointRow, Listed, Stuck, joint_sheet, listed_matters, stuck, supervisions, waiting};
pub use look::{Looked, look_due};
pub use overseen::Overseen;
pub use publish::load_oversight;
pub(crate) use rise::completed;
pub use rise::{Raise, bring_down, raise, redo, targets};
pub use supervise::{ByHand, Signature, by_hand, list_matter, sign};
pub use verify::verify;
pub(crate) use view::clocks_of;
pub use view::{SupervisionView, of_case, open_supervision};
