//! 调解 (People's Mediation Law, article 33, rules.md 10.7): opening one, what a party does with a number and code of her own, what the
//! committee and the mediator do, and what it leads to at the petition it came from, in the same transaction.
//!
//! A party's number opens a seat and nothing else: no petition, no order, no other party's talks. Whoever filed the matter uses the
//! number she has.

mod act;
mod list;
mod open;
mod seat;
mod track;
mod view;

pub use act::{act, act_as_party};
pub use list::{Listed, list, waiting};
pub use open::{Asked, NewMediation, Party, committees, may_open, open};
pub(crate) use seat::find as seat_of;
pub use seat::{Issued, issue, number_of};
pub use track::{PartyView, seats, track};
pub use view::{Contact, MediationView, contacts, of_case, view};
