//! 紧急情况: a danger reported beside a matter, as events of its chain; and what is going on now, for those who must act.

mod act;
mod alarm;
mod list;

pub use act::{Seen, act, open};
pub use alarm::{Told, plan_alarms, told_of};
pub use list::{Going, going};
