//! Review and recheck: asked for by her, examined by the office above; what it leads to is done to the petition in the same
//! transaction.

mod act;
mod ask;
mod list;
mod offered;
mod organ;
mod view;

pub(crate) use act::opinion_of;
pub use act::{Act, act, act_as_petitioner};
pub use ask::{NewRequest, ask, ask_for};
pub use list::{HearingAhead, count_waiting, files_owed, hearings_ahead, open_owed, waiting};
pub use offered::{Offered, offered, offered_to};
pub(crate) use organ::organs_above;
pub use organ::{Choice, choices};
pub use view::{FirstFile, ReviewView, hers, of_petition, open};
