//! What happened to a report, as the log keeps it.

use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, NonEmpty, OrgId, PersonId, Text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{Finding, Named, Origin, Wrong};
use crate::lifecycle::{self, facts};

/// An event of a report.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The receiver's division.
    pub division: DivisionCode,
    /// Where it happened.
    pub place: DivisionCode,
    /// The bureau above the unit named.
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

facts! {
    /// The facts of a report.
    pub enum Fact
    /// At the receiver.
    Received(Box<Received>) = "obstruction.received",
    /// Somebody has it in hand.
    TakenUp = "obstruction.taken_up",
    /// A note for those who may read it.
    Noted {
        /// What.
        note: Text<2000>,
    } = "obstruction.noted",
    /// She was told what was found and done.
    Answered {
        /// What was found.
        finding: Finding,
        /// What was done.
        text: Text<5000>,
    } = "obstruction.answered",
    /// She added something.
    Added {
        /// What.
        note: Text<5000>,
    } = "obstruction.added",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "obstruction.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "obstruction.clocks_recomputed",
}
