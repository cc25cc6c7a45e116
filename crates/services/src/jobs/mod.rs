//! What happens by itself: clocks that run out, windows that close, rights of hers that soon end, notices that go out, checkpoints.

mod notices;
mod remind;
mod sweep;

pub use notices::tell;
pub use remind::{Reminded, remind};
pub(crate) use sweep::WINDOW;
pub use sweep::{SWEPT_AT_ONCE, Swept, sweep};
