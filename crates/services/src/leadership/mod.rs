//! 包案、批示、五访、专家意见: what leaders do on a matter, as events of its chain; and the list of a leader's own matters.

mod act;
mod due;
mod list;
mod rules;
mod visits;

pub(crate) use act::put;
pub use act::{Seen, act, open};
pub use due::{OwedHere, due_in, fallen_late, note_passed, owing};
pub use list::{Own, own};
pub use rules::publish;
pub use visits::visits_owed;
