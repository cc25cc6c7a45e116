//! A rule bound to a person: a condition on columns, for a list.

use jiff::Timestamp;
use kernel::DivisionCode;
use uuid::Uuid;

use super::{MatterFacts, action::Action};
use crate::case::CaseKind;

/// A column of the list of cases that rules compare. `Division` and `Region` are compared by [`Test::Within`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The case.
    Id,
    /// Who registered it.
    BureauId,
    /// Who has it.
    HolderId,
    /// Who handles it.
    HandlerId,
    /// Who wrote the opinion.
    DrafterId,
    /// Who checked it.
    CheckerId,
    /// The agent.
    AgentId,
    /// When her mandate ends.
    MandateUntil,
    /// The unit complained of.
    RespondentId,
    /// The units that assist, one after the other.
    Assisting,
    /// People who had a part before a review, one after the other.
    Barred,
    /// Its explanation is sought.
    RespondentHeard,
    /// Who took it down.
    RegistrarId,
    /// Who is in charge of it.
    LeaderId,
    /// Sealed.
    Sealed,
    /// Who may handle the sealed report, one after the other.
    Keepers,
    /// Its use is limited.
    Limited,
}

impl Column {
    /// The column's name in the table of cases.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::BureauId => "bureau_id",
            Self::HolderId => "holder_id",
            Self::HandlerId => "handler_id",
            Self::DrafterId => "drafter_id",
            Self::CheckerId => "checker_id",
            Self::AgentId => "agent_id",
            Self::MandateUntil => "mandate_until",
            Self::RespondentId => "respondent_id",
            Self::Assisting => "assisting",
            Self::Barred => "barred",
            Self::RespondentHeard => "respondent_heard",
            Self::RegistrarId => "registrar_id",
            Self::LeaderId => "leader_id",
            Self::Sealed => "sealed",
            Self::Keepers => "keepers",
            Self::Limited => "limited",
        }
    }

    fn id_of(self, facts: &MatterFacts) -> Option<Uuid> {
        match self {
            Self::Id => Some(facts.case.0),
            Self::BureauId => Some(facts.bureau.0),
            Self::HolderId => facts.holder.map(|id| id.0),
            Self::HandlerId => facts.handler.map(|id| id.0),
            Self::DrafterId => facts.drafter.map(|id| id.0),
            Self::CheckerId => facts.checker.map(|id| id.0),
            Self::AgentId => facts.agent.map(|id| id.0),
            Self::RespondentId => facts.respondent.map(|id| id.0),
            Self::RegistrarId => facts.registrar.map(|id| id.0),
            Self::LeaderId => facts.leader.map(|id| id.0),
            Self::MandateUntil
            | Self::Assisting
            | Self::Barred
            | Self::RespondentHeard
            | Self::Sealed
            | Self::Keepers
            | Self::Limited => None,
        }
    }

    fn names(self, facts: &MatterFacts, id: Uuid) -> bool {
        match self {
            Self::Assisting => facts.assisting.iter().any(|org| org.0 == id),
            Self::Keepers => facts.keepers.iter().any(|user| user.0 == id),
            Self::Barred => facts.barred.iter().any(|user| user.0 == id),
            _ => false,
        }
    }

    fn flag_of(self, facts: &MatterFacts) -> bool {
        match self {
            Self::RespondentHeard => facts.respondent_heard,
            Self::Sealed => facts.sealed,
            Self::Limited => facts.limited,
            _ => false,
        }
    }
}

/// One comparison. Every test is two-valued: a missing value passes `IsNot`, `NotAmong` and `Runs`, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The column holds the id.
    Is(Column, Uuid),
    /// The column holds another id or none.
    IsNot(Column, Uuid),
    /// The column, a list of ids, names this one.
    Among(Column, Uuid),
    /// The column, a list of ids, does not name this one.
    NotAmong(Column, Uuid),
    /// The case lies in the division (`region` first, then the range over its path).
    Within(DivisionCode),
    /// The case lies outside the division.
    Outside(DivisionCode),
    /// The flag has this value.
    Flag(Column, bool),
    /// The moment is still to come, or none is set.
    Runs(Column, Timestamp),
    /// The moment is set and past.
    Ended(Column, Timestamp),
    /// The case is of one of these kinds.
    KindIn(&'static [CaseKind]),
}

/// A condition on a case, without negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// No case.
    Never,
    /// Every case.
    Always,
    /// One comparison.
    Test(Test),
    /// All of these.
    All(Vec<Bound>),
    /// Any of these.
    Any(Vec<Bound>),
}

impl Bound {
    /// All of `parts`, simplified.
    #[must_use]
    pub fn all(parts: Vec<Self>) -> Self {
        let mut kept: Vec<Self> = vec![];
        for part in parts {
            match part {
                Self::Never => return Self::Never,
                Self::Always => {}
                Self::All(inner) => inner.into_iter().for_each(|part| push_new(&mut kept, part)),
                other => push_new(&mut kept, other),
            }
        }
        match kept.len() {
            0 => Self::Always,
            1 => kept.remove(0),
            _ => Self::All(kept),
        }
    }

    /// Any of `parts`, simplified.
    #[must_use]
    pub fn any(parts: Vec<Self>) -> Self {
        let mut kept: Vec<Self> = vec![];
        for part in parts {
            match part {
                Self::Always => return Self::Always,
                Self::Never => {}
                Self::Any(inner) => inner.into_iter().for_each(|part| push_new(&mut kept, part)),
                other => push_new(&mut kept, other),
            }
        }
        match kept.len() {
            0 => Self::Never,
            1 => kept.remove(0),
            _ => Self::Any(kept),
        }
    }

    /// The kinds of case for which `action` exists.
    pub(super) fn kinds_of(action: Action) -> Self {
        if action.kinds().len() == CaseKind::ALL.len() {
            Self::Always
        } else {
            Self::Test(Test::KindIn(action.kinds()))
        }
    }

    /// Whether a case fulfils it.
    #[must_use]
    pub fn holds(&self, facts: &MatterFacts) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::Test(test) => test.holds(facts),
            Self::All(parts) => parts.iter().all(|part| part.holds(facts)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(facts)),
        }
    }
}

impl Test {
    fn holds(&self, facts: &MatterFacts) -> bool {
        match self {
            Self::Is(column, id) => column.id_of(facts) == Some(*id),
            Self::IsNot(column, id) => column.id_of(facts) != Some(*id),
            Self::Among(column, id) => column.names(facts, *id),
            Self::NotAmong(column, id) => !column.names(facts, *id),
            Self::Within(division) => division.contains(&facts.division),
            Self::Outside(division) => !division.contains(&facts.division),
            Self::Flag(column, value) => column.flag_of(facts) == *value,
            Self::Runs(_, now) => facts.mandate_until.is_none_or(|end| *now < end),
            Self::Ended(_, now) => facts.mandate_until.is_some_and(|end| end <= *now),
            Self::KindIn(kinds) => kinds.contains(&facts.kind),
        }
    }
}

fn push_new(kept: &mut Vec<Bound>, part: Bound) {
    if !kept.contains(&part) {
        kept.push(part);
    }
}
