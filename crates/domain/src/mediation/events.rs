//! What happened to a mediation, as the log keeps it. Old events are read for ever: fields are only ever added. No name stands here.

use jiff::civil::Date;
use kernel::{ClockId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::model::{
    Agreement, Chosen, CourtGround, CourtRuling, Done, EndKind, Helper, How, Note, Opened, RiskReport, Session,
    Signature,
};
use crate::lifecycle::{self, facts};

/// An event of a mediation.
pub type Event = lifecycle::Event<Fact>;

facts! {
    /// The facts of a mediation.
    pub enum Fact
    /// It was opened; consent is asked of each party.
    Opened(Box<Opened>) = "mediation.opened",
    /// A party said yes.
    Consented {
        /// Which.
        party: u16,
        /// How.
        how: How,
    } = "mediation.consented",
    /// All of them did.
    Accepted = "mediation.accepted",
    /// It ended without an agreement.
    Ended {
        /// How.
        kind: EndKind,
        /// Whose word it was.
        party: Option<u16>,
        /// How she said it.
        how: Option<How>,
        /// Why.
        reason: Option<Text<1000>>,
    } = "mediation.ended",
    /// Somebody was named.
    MediatorNamed {
        /// Who.
        user: UserId,
        /// Who chose.
        chosen: Chosen,
    } = "mediation.mediator_named",
    /// A party asked for another mediator.
    OtherAsked {
        /// Which.
        party: u16,
        /// Why.
        reason: Text<500>,
    } = "mediation.other_asked",
    /// The mediator stepped back.
    SteppedBack {
        /// Who.
        user: UserId,
        /// Why.
        reason: Text<500>,
    } = "mediation.stepped_back",
    /// Somebody helps.
    HelperAdded(Box<Helper>) = "mediation.helper_added",
    /// Rights and duties were told.
    RightsNotified {
        /// How.
        how: How,
    } = "mediation.rights_notified",
    /// A talk was held.
    Held(Box<Session>) = "mediation.held",
    /// A party said that the minutes are right.
    MinutesConfirmed {
        /// Which talk.
        session: u16,
        /// Which party.
        party: u16,
        /// How.
        how: How,
    } = "mediation.minutes_confirmed",
    /// A danger was written down.
    RiskReported(Box<RiskReport>) = "mediation.risk_reported",
    /// They agreed.
    Agreed(Box<Agreement>) = "mediation.agreed",
    /// A mark stands under it.
    Signed(Signature) = "mediation.signed",
    /// It binds.
    Effective {
        /// From this day.
        on: Date,
    } = "mediation.effective",
    /// A party wants a court to confirm it.
    ConfirmationWanted {
        /// Which.
        party: u16,
        /// How.
        how: How,
    } = "mediation.confirmation_wanted",
    /// Both applied.
    ConfirmationApplied {
        /// At which court.
        court: Text<60>,
        /// Why that one.
        ground: CourtGround,
        /// On which day.
        on: Date,
    } = "mediation.confirmation_applied",
    /// The court ruled.
    Ruled(Box<CourtRuling>) = "mediation.ruled",
    /// Something was done.
    Performed {
        /// Which term.
        term: u16,
        /// What shows it.
        done: Done,
    } = "mediation.performed",
    /// A party said that something is not done.
    BreachTold {
        /// Which term.
        term: u16,
        /// Who said so.
        party: u16,
        /// What.
        text: Text<1000>,
    } = "mediation.breach_told",
    /// Whoever owes it was urged.
    Urged {
        /// Which term.
        term: u16,
    } = "mediation.urged",
    /// Both were told how to sue or enforce it.
    WaysTold {
        /// Which term.
        term: u16,
    } = "mediation.ways_told",
    /// A look afterwards.
    FollowedUp(Note) = "mediation.followed_up",
    /// In the archive.
    Archived = "mediation.archived",
    /// A clock ran out.
    ClockOverdue {
        /// Which.
        clock: ClockId,
        /// Its definition.
        def: String,
    } = "mediation.clock_overdue",
    /// Computed again with a newer calendar.
    ClocksRecomputed {
        /// The calendar's version.
        calendar: String,
    } = "mediation.clocks_recomputed",
}
