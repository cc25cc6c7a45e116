//! What happens by itself: clocks that run out, windows that close, notices that go out, checkpoints.

mod notices;
mod sweep;

pub use notices::tell;
pub(crate) use sweep::WINDOW;
pub use sweep::{SWEPT_AT_ONCE, Swept, sweep};
