//! Staff and agents: who they are, which roles they hold where, which roles exclude each other.

mod exclusion;
mod model;
mod role;

pub use exclusion::{EXCLUSIONS, Exclusion, check_grants};
pub use model::{RoleGrant, Staff};
pub use role::Role;
