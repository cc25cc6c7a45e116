//! Whose matter it is: the tree of categories, the dispatch catalogue 派单目录 (category × place → unit), and the ruling on one
//! matter (H-02, H-04, H-08, S25).
//!
//! Tree and catalogue are data of a jurisdiction, each version with the day from which it holds ([`Versions`]). The ruling is
//! pure and deterministic: the most specific entry wins, who is complained of is never among the candidates, and what was
//! barred is said with its reason. It suggests; a person decides.

mod catalogue;
mod category;
mod matching;
mod route;
#[cfg(test)]
mod tests;
mod versions;

pub use catalogue::{Catalogue, Entry, Handler};
pub use category::{Category, CategoryPath, CategoryTree};
pub use matching::{Barred, Basis, Choice, Duty, Matter, Ruling, Why, is_party, rule};
pub use route::{RouteGuess, RouteReason, route_of_claim};
pub use versions::{Dated, Versions};
