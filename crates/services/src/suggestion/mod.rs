//! 建议 (article 29, rules.md 10.2): filed on the portal or taken down at a desk, moved here from a petition, studied, replied to
//! with a numbered letter, followed until what was adopted is done.

mod act;
pub mod call;
mod file;
mod moved;
mod view;

pub use act::{Act, act, act_as_petitioner};
pub use file::{Filed, file, filed_before};
pub use moved::{follow, move_here};
pub use view::{SuggestionView, open_suggestion, track_suggestion};
