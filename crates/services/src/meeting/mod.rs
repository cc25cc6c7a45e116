//! 联席会议 (articles 11 to 13, R-114): calling one, its agenda, what it decides, and following that up. What a meeting decides of a
//! matter is put on that matter's record in the same transaction; who handles a disputed matter is decided by the command that
//! every superior uses.

mod call;
mod keep;
mod list;
mod view;

pub use call::{NewMeeting, call, office_of};
pub use keep::{NewItem, decide, put_item};
pub use list::{Owed, list, owed};
pub use view::{MeetingView, open};
