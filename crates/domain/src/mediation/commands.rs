//! What may be asked of a mediation.

use jiff::civil::Date;
use kernel::{ClockId, Text, UserId};
use serde::{Deserialize, Serialize};

use super::{
    model::{Agreement, Chosen, CourtGround, CourtRuling, Done, Helper, How, Mark, RiskReport, Session, Signer},
    transitions::CommandKind as K,
};

/// A command to an existing mediation. Whatever a party says carries her number here; whoever passes it on has seen to it that it
/// is she.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// A party says yes.
    Consent {
        /// Which.
        party: u16,
        /// How.
        how: How,
    },
    /// A party says no: that ends it.
    Refuse {
        /// Which.
        party: u16,
        /// How.
        how: How,
        /// Why, if she says.
        reason: Option<Text<1000>>,
    },
    /// A party ends it: at any time before the agreement binds.
    Leave {
        /// Which.
        party: u16,
        /// How.
        how: How,
        /// Why, if she says.
        reason: Option<Text<1000>>,
    },
    /// Name who mediates, or somebody else instead.
    NameMediator {
        /// Who.
        user: UserId,
        /// Who chose.
        chosen: Chosen,
    },
    /// A party asks for another mediator.
    AskOther {
        /// Which.
        party: u16,
        /// Why.
        reason: Text<500>,
    },
    /// The mediator has a part in it and steps back.
    StepBack {
        /// Why.
        reason: Text<500>,
    },
    /// Ask somebody to help.
    AddHelper(Helper),
    /// Tell both what they may do and what they owe.
    NotifyRights {
        /// How.
        how: How,
    },
    /// Record a talk.
    Hold(Box<Session>),
    /// A party says that the minutes are right.
    ConfirmMinutes {
        /// Which talk.
        session: u16,
        /// Which party.
        party: u16,
        /// How.
        how: How,
    },
    /// Write a danger down.
    ReportRisk(Box<RiskReport>),
    /// They agreed. Written again as long as nobody signed.
    Agree(Box<Agreement>),
    /// A mark under the paper.
    Sign {
        /// Whose.
        of: Signer,
        /// On which day.
        on: Date,
        /// What kind of mark.
        mark: Mark,
    },
    /// They did not agree.
    Fail {
        /// Why.
        reason: Text<1000>,
    },
    /// A party wants a court to confirm it.
    WantConfirmation {
        /// Which.
        party: u16,
        /// How.
        how: How,
    },
    /// Both applied.
    ApplyConfirmation {
        /// At which court.
        court: Text<60>,
        /// Why that one.
        ground: CourtGround,
        /// On which day.
        on: Date,
    },
    /// The court ruled.
    RecordRuling(Box<CourtRuling>),
    /// Something agreed was done.
    Perform {
        /// Which term, from 1.
        term: u16,
        /// On which day, and what shows it.
        done: Done,
    },
    /// A party says that something is not done.
    TellBreach {
        /// Which term.
        term: u16,
        /// Which party says so.
        party: u16,
        /// What she says.
        text: Text<1000>,
    },
    /// Urge whoever owes what is late.
    Urge {
        /// Which term.
        term: u16,
    },
    /// Tell both how to sue, or to have it enforced.
    TellWays {
        /// Which term.
        term: u16,
    },
    /// A look afterwards.
    NoteFollowUp {
        /// On which day.
        on: Date,
        /// What was found.
        text: Text<1000>,
    },
    /// Put the file away.
    Archive,
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
    pub fn kind(&self) -> K {
        match self {
            Self::Consent { .. } => K::Consent,
            Self::Refuse { .. } => K::Refuse,
            Self::Leave { .. } => K::Leave,
            Self::NameMediator { .. } => K::NameMediator,
            Self::AskOther { .. } => K::AskOther,
            Self::StepBack { .. } => K::StepBack,
            Self::AddHelper(_) => K::AddHelper,
            Self::NotifyRights { .. } => K::NotifyRights,
            Self::Hold(_) => K::Hold,
            Self::ConfirmMinutes { .. } => K::ConfirmMinutes,
            Self::ReportRisk(_) => K::ReportRisk,
            Self::Agree(_) => K::Agree,
            Self::Sign { .. } => K::Sign,
            Self::Fail { .. } => K::Fail,
            Self::WantConfirmation { .. } => K::WantConfirmation,
            Self::ApplyConfirmation { .. } => K::ApplyConfirmation,
            Self::RecordRuling(_) => K::RecordRuling,
            Self::Perform { .. } => K::Perform,
            Self::TellBreach { .. } => K::TellBreach,
            Self::Urge { .. } => K::Urge,
            Self::TellWays { .. } => K::TellWays,
            Self::NoteFollowUp { .. } => K::NoteFollowUp,
            Self::Archive => K::Archive,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }

    /// The party in whose name it is given, and how she said it; none for what is nobody's word.
    #[must_use]
    pub fn word_of(&self) -> Option<(u16, How)> {
        match self {
            Self::Consent { party, how }
            | Self::Refuse { party, how, .. }
            | Self::Leave { party, how, .. }
            | Self::ConfirmMinutes { party, how, .. }
            | Self::WantConfirmation { party, how } => Some((*party, *how)),
            Self::AskOther { party, .. } | Self::TellBreach { party, .. } => Some((*party, How::Herself)),
            _ => None,
        }
    }
}
