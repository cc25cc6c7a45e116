//! 紧急情况: a danger reported beside a matter, as events of its chain; and what is going on now, for those who must act.

mod act;
mod list;

pub use act::{Seen, act, open};
pub use list::{Going, going};
