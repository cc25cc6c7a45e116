//! What went wrong in the machine, as opposed to a [`crate::Refusal`] by a rule.

/// A failure of storage, IO or stored data. Logged in full, shown to people only as an id. Holds no personal data.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database refused or could not be reached.
    #[error("storage: {0}")]
    Storage(String),
    /// The transaction met a concurrent one; the store runs its closure again.
    #[error("storage: serialization conflict")]
    Conflict,
    /// A row cannot be read as what it should be: names the table or type, the column or field, and what is wrong.
    #[error("inconsistent data in {place}: {detail}")]
    Inconsistent {
        /// Table or type, with column or field.
        place: &'static str,
        /// What was found instead.
        detail: String,
    },
    /// A file or another service could not be read or written.
    #[error("io: {0}")]
    Io(String),
    /// The store is shutting down.
    #[error("storage: closed")]
    Closed,
}

impl Fault {
    /// A stored value that cannot be what it should be.
    #[must_use]
    pub fn inconsistent(place: &'static str, detail: impl std::fmt::Display) -> Self {
        Self::Inconsistent { place, detail: detail.to_string() }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.to_string())
    }
}
