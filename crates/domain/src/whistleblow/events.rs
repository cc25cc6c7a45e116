//! What happened to a sealed report, as the log keeps it: ids, times, a target office. No words.

use kernel::{CaseId, CaseNumber, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::model::{Identity, Level, Reason};
use crate::lifecycle::{self, facts};

/// An event of a sealed report.
pub type Event = lifecycle::Event<Fact>;

/// The first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
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
    /// Whose matter it is.
    pub level: Level,
    /// The officers who may handle it.
    pub keepers: Vec<UserId>,
}

facts! {
    /// The facts of a sealed report.
    pub enum Fact
    /// Taken in.
    Received(Box<Received>) = "sealed.received",
    /// She said whether she gives her name.
    IdentityChosen {
        /// Her choice.
        identity: Identity,
    } = "sealed.identity_chosen",
    /// Its parts are sealed.
    Sealed {
        /// How many.
        parts: u32,
    } = "sealed.sealed",
    /// Two officers opened it.
    Opened {
        /// Who stood beside.
        with: UserId,
        /// Why.
        reason: Reason,
    } = "sealed.opened",
    /// Who may handle it.
    KeepersSet {
        /// Who.
        keepers: Vec<UserId>,
    } = "sealed.keepers_set",
    /// It belongs to the body above.
    SentUp = "sealed.sent_up",
    /// It went to the office with the power.
    HandedOver {
        /// The office.
        office: Text<40>,
        /// Straight to the body above.
        straight: bool,
    } = "sealed.handed_over",
    /// The office has it.
    ReceiptConfirmed {
        /// Whether its number was kept.
        numbered: bool,
    } = "sealed.receipt_confirmed",
    /// From here on the office's own rules hold.
    WentOutside = "sealed.went_outside",
    /// The office has answered her.
    OutcomeNoted = "sealed.outcome_noted",
    /// Put away.
    Archived = "sealed.archived",
    /// She added something.
    Added {
        /// How many parts.
        parts: u32,
    } = "sealed.added",
    /// What she added went to the office too.
    PassedOn = "sealed.passed_on",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "sealed.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "sealed.clocks_recomputed",
}
