//! What may be asked of a sealed report. No command carries a word that somebody wrote.

use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};

use super::{
    model::{Identity, Level, Reason},
    transitions::CommandKind,
};

/// A new report as it arrives, its words already sealed.
#[derive(Debug, Clone, PartialEq)]
pub struct Receive {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The division whose sealed officers keep it.
    pub division: DivisionCode,
    /// The discipline body they sit in.
    pub office: OrgId,
    /// The record without a name.
    pub reporter: PersonId,
    /// Whose matter it is, as she chose.
    pub level: Level,
    /// The officers who may handle it.
    pub keepers: Vec<UserId>,
}

/// A command to an existing report.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// She says whether she gives her name.
    ChooseIdentity {
        /// Her choice.
        identity: Identity,
    },
    /// Its parts are sealed.
    Seal {
        /// How many.
        parts: u32,
    },
    /// Two officers open it.
    Open {
        /// Who stands beside; whoever acts is the other one.
        with: UserId,
        /// Why.
        reason: Reason,
    },
    /// Only these may handle it from now on: the others are concerned, or have left.
    SetKeepers {
        /// Who.
        keepers: Vec<UserId>,
    },
    /// It belongs to the body above.
    SendUp,
    /// It goes to the office with the power.
    HandOver {
        /// The office, by its code.
        office: Text<40>,
        /// Straight to the body above.
        straight: bool,
    },
    /// The office has it. Its own number is kept sealed.
    ConfirmReceipt {
        /// Whether its number was kept, as one more sealed part.
        numbered: bool,
    },
    /// The office has answered her.
    NoteOutcome,
    /// Put away.
    Archive,
    /// She adds something, sealed.
    Add {
        /// How many parts.
        parts: u32,
    },
    /// What she added went to the office too.
    PassOn,
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
            Self::ChooseIdentity { .. } => CommandKind::ChooseIdentity,
            Self::Seal { .. } => CommandKind::Seal,
            Self::Open { .. } => CommandKind::Open,
            Self::SetKeepers { .. } => CommandKind::SetKeepers,
            Self::SendUp => CommandKind::SendUp,
            Self::HandOver { .. } => CommandKind::HandOver,
            Self::ConfirmReceipt { .. } => CommandKind::ConfirmReceipt,
            Self::NoteOutcome => CommandKind::NoteOutcome,
            Self::Archive => CommandKind::Archive,
            Self::Add { .. } => CommandKind::Add,
            Self::PassOn => CommandKind::PassOn,
            Self::MarkOverdue { .. } => CommandKind::MarkOverdue,
            Self::RecomputeClocks => CommandKind::RecomputeClocks,
        }
    }
}
