//! The work order's use cases, one a file.

mod convert;
mod mandate;
mod receive;
mod view;

pub use convert::convert;
pub use mandate::give_mandate;
pub use receive::{Receipt, receive, received_before};
pub use view::{OrderView, open_order, track_order};
