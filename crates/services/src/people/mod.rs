//! Staff and agents: entering, changing, finding them; reading them from a spreadsheet.

mod form;
mod import;
mod names;
mod query;
mod row;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use form::{GrantForm, StaffDraft, StaffForm};
pub use import::{InitialPassword, StaffPlan, apply_staff, plan_staff};
pub use names::{Names, names};
pub(crate) use query::grants_of;
pub use query::{Colleague, get, holds, list, with_role, with_role_at};
pub(crate) use row::read_staff;
pub use write::{create, create_many, reset_password, update};
