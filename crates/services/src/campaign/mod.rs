//! 专项行动: opening one, ending it early, what it gathers and how far that has come. A campaign is a row that says which matters are
//! meant; everything else is counted from the matters themselves, each time anew.

mod list;
mod open;
mod progress;

pub use list::{Listed, get, list};
pub use open::{CampaignForm, end, open, plans};
pub use progress::{Progress, UnitShare, matters, progress};
