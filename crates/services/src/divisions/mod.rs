//! The division tree: import from a list, names and aliases, look-up.

mod alias;
mod import;
mod query;
mod read;
mod regions;
#[cfg(test)]
mod tests;

use kernel::{DivisionCode, OrgLevel};
use serde::{Deserialize, Serialize};

pub use alias::{COMMON_ALIASES, import_aliases};
pub use import::{Report, import_divisions};
pub use query::{children, down_to, find, get, inside, names, path};
pub use regions::regions;

/// One division of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its code, also its path.
    pub code: DivisionCode,
    /// Its official name.
    pub name: String,
}

impl Division {
    /// Its level.
    #[must_use]
    pub fn level(&self) -> OrgLevel {
        self.code.level()
    }
}
