//! The file of a matter, beside the matter itself (ADR 26): what is stored about her and how she puts it right or asks about it;
//! the copy she takes home; who opened her name; the package when it is put away; and the end, when two people remove it.
//!
//! Its events are a stream of their own. They and the row hold no word of the matter, so they stay when everything else goes.

mod around;
mod ask;
mod bundle;
mod correct;
mod keep;
mod list;
mod looks;
mod mine;
mod pack;
mod register;
mod remove;
mod rules;
mod stream;

pub use ask::{Answer, AskedWords, answer, ask, asked};
pub use bundle::{Bundle, Source, Written};
pub use correct::{Corrected, NewData, correct, correct_as_staff};
pub use keep::{Step, put_away, step, steps};
pub use list::{Kept, Tab, count, gone, list, registered};
pub use looks::{LookedAt, Many, alarms, is_open, tell_look, took_copy};
pub use mine::{Mine, mine};
pub use pack::{package, package_for};
pub use register::{Line, apply_again, lines_after};
pub use remove::dispose;
pub use rules::publish;
pub(crate) use stream::{each, history};
pub use stream::{of_case, removed};
