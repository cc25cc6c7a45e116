//! Review and recheck: asked for by her, examined by the office above; what it leads to is done to the petition in the same
//! transaction.

mod act;
mod ask;
mod list;
mod organ;
mod view;

pub(crate) use act::opinion_of;
pub use act::{Act, act, act_as_petitioner};
pub use ask::{NewRequest, ask, ask_for};
pub use list::{count_waiting, files_owed, open_owed, waiting};
pub(crate) use organ::organs_above;
pub use organ::{Choice, choices};
pub use view::{FirstFile, ReviewView, hers, of_petition, open};
