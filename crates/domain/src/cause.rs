//! What people say about two like matters: one cause 同一原因, or not one thing 都不是一回事.
//!
//! It changes nothing else. Each matter keeps its number, its clocks and its own answer (B9); the saying stands on both as an
//! event and can be taken back.

use kernel::{CaseId, Refusal};
use serde::{Deserialize, Serialize};

use crate::{
    lifecycle::{Aggregate, Event},
    names,
    petition::{self, Petition},
    work_order::{self, WorkOrder},
};

names! {
    /// What was said about two matters.
    pub enum Said in "said" {
        /// 同一原因
        SameCause = "SAME_CAUSE",
        /// 不是一回事
        Different = "DIFFERENT",
    }
}

/// What was said about another matter, as a case keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The other matter.
    pub other: CaseId,
    /// What it is to this one.
    pub said: Said,
}

/// A life cycle whose matters can be said to be like others.
pub trait Comparable: Aggregate {
    /// What was said so far, each other matter once.
    fn sayings(&self) -> &[Saying];

    /// The fact that somebody said something about `other`; `None` takes it back.
    fn saying(other: CaseId, said: Option<Said>) -> Self::Fact;

    /// What was said about `other`.
    fn said_of(&self, other: CaseId) -> Option<Said> {
        self.sayings().iter().find(|saying| saying.other == other).map(|saying| saying.said)
    }

    /// The event that saying `said` about `other` leads to; none when it was said before. In every stage: a cause can turn up
    /// when the case is long over.
    ///
    /// # Errors
    /// `cause-itself` when both are one matter.
    fn say(&self, other: CaseId, said: Option<Said>) -> Result<Vec<Event<Self::Fact>>, Refusal> {
        if other == self.id() {
            return Err(Refusal::invalid("other", "cause-itself"));
        }
        let event = || Event::of(Self::saying(other, said));
        Ok(if self.said_of(other) == said { vec![] } else { vec![event()] })
    }
}

impl Comparable for Petition {
    fn sayings(&self) -> &[Saying] {
        &self.sayings
    }

    fn saying(other: CaseId, said: Option<Said>) -> petition::Fact {
        petition::Fact::LookAlikeSaid { other, said }
    }
}

impl Comparable for WorkOrder {
    fn sayings(&self) -> &[Saying] {
        &self.sayings
    }

    fn saying(other: CaseId, said: Option<Said>) -> work_order::Fact {
        work_order::Fact::LookAlikeSaid { other, said }
    }
}

/// Puts a saying in its place: the newest about each other matter stands.
pub(crate) fn apply(sayings: &mut Vec<Saying>, other: CaseId, said: Option<Said>) {
    sayings.retain(|saying| saying.other != other);
    sayings.extend(said.map(|said| Saying { other, said }));
}

/// The key of what was said, or that it was taken back.
pub(crate) fn key_of_saying(said: Option<Said>) -> String {
    said.map_or_else(|| "said-taken-back".to_owned(), Said::key)
}
