//! Who may do what to which case, and which parts of it she then sees (principles 9 and 10, rules.md §8.2).
//!
//! There is one source of rules, in two lists:
//!
//! - [`grants`] says for each action which roles may do it and in which relation to the case ("the unit has it", "in my
//!   jurisdiction"). What it does not name is denied.
//! - [`FORBIDS`] says what nobody may do in some relation, whatever her roles: decide on her own extension, look into her
//!   own unit's complaint, open what is sealed. A prohibition wins over every grant.
//!
//! Both are [`Scope`] expressions over [`Relation`]s. [`check`] evaluates them on one case. [`list_scope`] binds them to a
//! person and gives a [`Bound`], which `services` writes as an SQL condition; a property test holds the two together: a case
//! is in the list if and only if it may be read.
//!
//! Services do not call [`check`]. They take a [`Permit`], which only this module makes and which names the action in its
//! type, or a [`Listing`]:
//!
//! ```
//! use lianxin_domain::access::{self, MatterFacts, Permit, Subject, actions::SignOpinion};
//!
//! fn sign(permit: &Permit<SignOpinion>) { /* … permit.case(), permit.actor() … */ }
//!
//! fn handler_of_the_route(subject: &Subject, facts: &MatterFacts) -> Result<(), kernel::Refusal> {
//!     let permit = access::permit::<SignOpinion>(subject, facts)?;
//!     sign(&permit);
//!     Ok(())
//! }
//! ```
//!
//! What a person may see is a set of [`Fields`]. The unit complained of sees a summary, the handler a masked name until she
//! gives a reason, the administrator nothing. [`matrix`] prints all of it; `matrix.golden.txt` is compared in a test.

mod action;
mod bound;
mod decide;
mod facts;
mod fields;
mod forbid;
pub mod matrix;
mod permit;
#[cfg(test)]
mod properties;
mod scope;
mod subject;
mod table;

pub use action::{Act, Action, On, actions};
pub use bound::{Bound, Column, Test};
pub use decide::{Decision, allowed, check, list_scope};
pub use facts::{AsTarget, MatterFacts, Target};
pub use fields::{Field, Fields};
pub use forbid::{FORBIDS, Forbid};
pub use permit::{Dynamic, Listing, Permit, list, permit, permit_dynamic, permit_dynamic_at};
pub use scope::{Relation, Scope};
pub use subject::{StaffSubject, Subject};
pub use table::{grants, system_may};
