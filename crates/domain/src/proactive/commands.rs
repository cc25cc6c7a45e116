//! What people may ask of a find.

use jiff::Timestamp;
use kernel::{CaseId, ClockId, DivisionCode, OrgId, PersonId, Text, UserId};

use super::{
    model::Signal,
    transitions::CommandKind,
    urgent::{Danger, Told},
};
use crate::{escalation::ByRule, mandate::Give};

/// A find as it is taken down. The text beside it never comes here.
#[derive(Debug, Clone, PartialEq)]
pub struct Observe {
    /// Where.
    pub division: DivisionCode,
    /// Who has it level by level: village, township, county.
    pub ladder: Vec<OrgId>,
    /// What was seen.
    pub signal: Signal,
    /// When; not in the future.
    pub observed_at: Timestamp,
    /// The person she will be if she consents.
    pub person: PersonId,
}

/// A command to an existing find.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// The lead of the point names somebody without interest.
    Assign {
        /// Who.
        agent: UserId,
        /// Her point.
        org: OrgId,
    },
    /// She was told what it is about, and that she need not.
    Inform,
    /// She wants it.
    Consent,
    /// She does not.
    Decline,
    /// One more visit after she declined.
    Revisit,
    /// 委托书.
    GiveMandate(Box<Give>),
    /// She takes it back.
    RevokeMandate {
        /// Why, if she says.
        reason: Option<Text<500>>,
    },
    /// A step.
    Progress {
        /// What.
        note: Text<2000>,
    },
    /// The agent says that it is settled.
    Resolve {
        /// What was done.
        what: Text<2000>,
    },
    /// She says whether it is.
    Confirm {
        /// Settled.
        solved: bool,
    },
    /// Too much for this level.
    Escalate,
    /// A rule of the jurisdiction raises it.
    RaiseByRule {
        /// Which, and what it saw.
        rule: Box<ByRule>,
        /// To whom on the level above; whoever the ladder names when none.
        org: Option<OrgId>,
    },
    /// Both sides want it mediated.
    Mediate,
    /// Mediation ended.
    EndMediation {
        /// Both sides agreed.
        agreed: bool,
        /// To what, or why not.
        what: Text<2000>,
    },
    /// A danger was reported.
    ReportUrgent {
        /// What may happen.
        danger: Danger,
        /// Who was told.
        told: Vec<Told>,
    },
    /// It came up again.
    Reopen {
        /// What.
        note: Text<2000>,
    },
    /// It becomes a petition.
    Convert {
        /// Which; made in the same step.
        petition: CaseId,
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
        use CommandKind as K;
        match self {
            Self::Assign { .. } => K::Assign,
            Self::Inform => K::Inform,
            Self::Consent => K::Consent,
            Self::Decline => K::Decline,
            Self::Revisit => K::Revisit,
            Self::GiveMandate(_) => K::GiveMandate,
            Self::RevokeMandate { .. } => K::RevokeMandate,
            Self::Progress { .. } => K::Progress,
            Self::Resolve { .. } => K::Resolve,
            Self::Confirm { .. } => K::Confirm,
            Self::Escalate => K::Escalate,
            Self::RaiseByRule { .. } => K::RaiseByRule,
            Self::Mediate => K::Mediate,
            Self::EndMediation { .. } => K::EndMediation,
            Self::ReportUrgent { .. } => K::ReportUrgent,
            Self::Reopen { .. } => K::Reopen,
            Self::Convert { .. } => K::Convert,
            Self::MarkOverdue { .. } => K::MarkOverdue,
            Self::RecomputeClocks => K::RecomputeClocks,
        }
    }
}
