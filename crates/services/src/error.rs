//! What a use case can answer besides its result.

use kernel::{Fault, Refusal};

/// A refusal for the person, or a fault of the machine.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule forbids it; said to the person.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Several fields at once; said to the person in one go.
    #[error("refused: {} fields", .0.len())]
    Invalid(Vec<Refusal>),
    /// The machine failed; logged, shown as an id.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Error {
    /// The refusals, if it is no fault.
    #[must_use]
    pub fn refusals(&self) -> Option<&[Refusal]> {
        match self {
            Self::Refused(refusal) => Some(std::slice::from_ref(refusal)),
            Self::Invalid(refusals) => Some(refusals),
            Self::Fault(_) => None,
        }
    }
}

/// Collects refusals field by field, so that a form shows all of them at once.
#[derive(Debug, Default)]
pub struct Collect(Vec<Refusal>);

impl Collect {
    /// Keeps the refusal of `result`, or gives its value.
    pub fn take<T>(&mut self, result: Result<T, Refusal>) -> Option<T> {
        result.map_err(|refusal| self.0.push(refusal)).ok()
    }

    /// Adds a refusal.
    pub fn add(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// The refusals as an error.
    ///
    /// # Errors
    /// When there was any.
    pub fn finish(self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}
