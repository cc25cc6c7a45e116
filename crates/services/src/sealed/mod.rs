//! The sealed track 检举控告, one use case a file (rules.md 10.3, ADR 24).
//!
//! What she writes is [`Words`], and leaves the handler only as [`Envelope`]s: [`desk_for`] says who would keep it and under which
//! key, [`close`] seals, [`receive`] files. Two officers open with [`unlock`] and [`opened`]. Nothing in here writes a word of hers
//! anywhere, and no type that holds one prints it.

mod act;
mod add;
mod desk;
mod keys;
mod list;
mod marks;
mod open;
mod part;
mod receive;
mod rules;

pub use act::{Concerned, Step, hand_over, next_part, set_keepers, step};
pub use add::{Steps, add, holds, prepare, track};
pub use desk::{Desk, desk_for};
pub use keys::{KeyInfo, init, keys_of, rotate, status};
pub use list::{Listed, list, total, waiting};
pub use open::{Kept, Opened, OpenedPart, SealedView, kept, look, opened, second, unlock};
pub use part::{Envelope, What, Words, close, close_text};
pub use receive::{Door, Receipt, receive};
pub use rules::publish;
