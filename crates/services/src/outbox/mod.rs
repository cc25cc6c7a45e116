//! The outbox: from "she is told" in a case to a message that a carrier took, and what became of it.
//!
//! Three steps, each short. [`plan`] turns waiting notices into messages, in the words and hours of the jurisdiction.
//! [`claim`] takes those that are due under a lease, [`Carrier::carry`] hands one over outside any transaction, [`settle`]
//! writes down the answer. A process that dies in between leaves a message that was begun: it goes again only through a
//! carrier that knows its key; otherwise nobody can tell whether it went, and that is what stands on record.

mod carrier;
pub mod carriers;
mod choose;
mod digest;
mod plan;
mod queue;
mod receipt;
mod round;
mod rules;
mod show;
mod unreached;

pub use carrier::{Answer, Carrier, Carriers, Parcel, Why};
pub use choose::{Choice, choice, choose};
pub use digest::{Recipient, digest};
pub(crate) use plan::tell_on_duty;
pub use plan::{Channels, plan, tell_staff};
pub use queue::{claim, settle};
pub use receipt::{Receipt, receive};
pub use round::{Round, round};
pub use rules::{newest, publish};
pub use show::{Delivery, Outbox, Query, Told, list, of_case, outbox};
pub use unreached::{ToldBy, Try, Unreached, count_unreached, tell_in_person, tried_in_person, unreached};
