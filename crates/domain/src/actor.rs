//! Who did it, as the record keeps it.

use kernel::{OrgId, UserId};
use serde::{Deserialize, Serialize};

/// The author of an event. Personal data never stands here: the petitioner is known by the case itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Actor {
    /// The petitioner herself, with number and query code.
    Petitioner,
    /// A member of staff or an agent, and the organisation she acted for.
    Staff {
        /// Who.
        user: UserId,
        /// For which organisation.
        org: OrgId,
    },
    /// The sweeper and other rules that act by themselves.
    System,
}

impl Actor {
    /// The member of staff, if it is one.
    #[must_use]
    pub fn user(self) -> Option<UserId> {
        match self {
            Self::Staff { user, .. } => Some(user),
            Self::Petitioner | Self::System => None,
        }
    }

    /// The organisation acted for, if any.
    #[must_use]
    pub fn org(self) -> Option<OrgId> {
        match self {
            Self::Staff { org, .. } => Some(org),
            Self::Petitioner | Self::System => None,
        }
    }
}
