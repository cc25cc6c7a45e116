//! Typed ids. Each wraps a UUID version 7 made by [`crate::Ctx::new_id`].

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A case of any kind: petition, work order, suggestion … Also the name of its event stream.
    CaseId,
    /// One claim 诉求 inside a case.
    ClaimId,
    /// One running or stopped clock of a case.
    ClockId,
    /// A unit, centre, station, point or bureau.
    OrgId,
    /// A letter or form that an office issues.
    LetterId,
    /// A petitioner or other natural or legal person, known only by encrypted fields.
    PersonId,
    /// A member of staff or an agent who can sign in.
    UserId,
    /// A signed-in session.
    SessionId,
    /// A mandate 委托书.
    MandateId,
    /// A file handed in.
    AttachmentId,
    /// A queued job.
    JobId,
    /// A message to a telephone or a mailbox; the key under which its carrier knows it.
    DeliveryId,
    /// A list that a member of staff keeps under a name.
    SavedFilterId,
    /// A grid 网格 of the tree below the township.
    GridId,
    /// An agent's absence, for which a deputy stands in.
    AbsenceId,
}
