//! Finds 主动代办: observed without identity, told, agreed to, handled, settled by her word, or carried into a petition.

mod act;
mod list;
mod observe;
mod view;

pub use act::{Done, Step, step, step_as_petitioner};
pub use list::{Shelf, list, waiting};
pub use observe::{FindForm, NewFind, observe};
pub use view::{FindView, look, open_find, track_find};
