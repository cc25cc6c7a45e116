//! The five-level tree: divisions, bureaus, agency centres, stations and points, units with power (H1).

mod directory;
mod model;

pub use directory::Directory;
pub use model::{Org, OrgFunction, OrgKind};
