//! The work order's use cases, one a file.

mod act;
mod convert;
mod receive;
mod view;

pub use act::{Possible, act, act_as_petitioner, allowed};
pub use convert::convert;
pub use receive::{Receipt, receive};
pub use view::{OrderView, open_order, track_order};
