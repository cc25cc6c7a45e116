//! The board of an office for its day, week, half month or month: counted from what happened, with nothing to fill in. Units and
//! matters, never people.

mod board;
mod close;
mod figures;
mod rules;

pub use board::{Board, UnitWork, board, place_of};
pub use close::{Closing, close};
pub(crate) use figures::matters;
pub use figures::{Figures, TargetFigure, figures};
pub use rules::publish;
