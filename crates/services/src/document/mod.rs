//! Letters and forms as rows: drafted and signed by people or made by what happens in a case, numbered without gaps, printed,
//! void, found again. What a letter says is sealed in its row; its stream of events holds digests only.
//!
//! Other use cases issue letters with typed data: [`issue`] puts one in force within the caller's own transaction and permit,
//! [`draft`] leaves it for a second person to [`sign`].

mod audit;
mod check;
mod due;
mod leave;
mod number;
mod of_mediation;
mod of_meeting;
mod of_petition;
mod of_review;
mod of_suggestion;
mod of_supervision;
mod preview;
mod print;
mod read;
mod row;
mod wording;
mod write;
mod written;

pub(crate) use audit::{differences, walk};
pub use check::{Checked, check};
pub use due::{make_due, waiting};
pub(crate) use due::{make_due_of, queue};
pub use leave::{draft_in, drop_draft, is_drafted, may, revise, sign, void};
pub(crate) use number::next_of;
pub use of_suggestion::reply_sheet;
pub(crate) use of_supervision::{letter_of, letter_of_advice};
pub use preview::{DraftText, opinion_sheet};
pub(crate) use print::of_file;
pub use print::{Ready, archive, for_her, for_staff, look_up_case};
pub use read::{Listed, Opened, Tab, hers, hers_of_review, list, of_case, open};
pub use row::LetterRow;
pub use wording::{in_force, publish, revision};
pub use write::{Addressee, By, NewLetter, draft, issue, paper_of};
pub use written::written;
