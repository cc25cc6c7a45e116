//! What people may ask of a report. Values are parsed before they come here.

use kernel::{ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text};
use uuid::Uuid;

use super::{
    model::{Finding, Named, Origin, Wrong},
    transitions::CommandKind,
};

/// A new report as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// The receiver's division.
    pub division: DivisionCode,
    /// Where it happened.
    pub place: DivisionCode,
    /// The bureau above the unit named; see [`super::rules::receiver`].
    pub receiver: OrgId,
    /// How it came about.
    pub origin: Origin,
    /// What was done.
    pub wrongs: NonEmpty<Wrong>,
    /// By whom.
    pub named: Named,
    /// What happened.
    pub facts: Text<5000>,
    /// The number of the matter, as she wrote it.
    pub matter: Option<Text<40>>,
    /// The entry of the view log.
    pub look: Option<Uuid>,
    /// Who reports.
    pub reporter: PersonId,
    /// She left no name and no telephone.
    pub anonymous: bool,
}

/// A command to an existing report.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Take it in hand.
    TakeUp,
    /// A note for those who may read it.
    Note {
        /// What.
        note: Text<2000>,
    },
    /// Tell her what was found and done.
    Answer {
        /// What was found.
        finding: Finding,
        /// What was done.
        text: Text<5000>,
    },
    /// She adds something; after an answer that takes it up again.
    Add {
        /// What.
        note: Text<5000>,
    },
    /// A clock ran out.
    MarkOverdue {
        /// Which.
        clock: ClockId,
    },
    /// The calendar was published.
    RecomputeClocks,
}

impl Command {
    /// The kind, as the table names it.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::TakeUp => CommandKind::TakeUp,
            Self::Note { .. } => CommandKind::Note,
            Self::Answer { .. } => CommandKind::Answer,
            Self::Add { .. } => CommandKind::Add,
            Self::MarkOverdue { .. } => CommandKind::MarkOverdue,
            Self::RecomputeClocks => CommandKind::RecomputeClocks,
        }
    }
}
