//! What a decision looks at: the relations of a case, never its content.

use jiff::Timestamp;
use kernel::{CaseId, DivisionCode, OrgId, UserId};

use crate::case::CaseKind;

/// The relations of one case. Each is a column of the list it stands in, so that lists and single checks agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterFacts {
    /// The case.
    pub case: CaseId,
    /// Its kind.
    pub kind: CaseKind,
    /// Where it belongs.
    pub division: DivisionCode,
    /// Who registered it and finds its way.
    pub bureau: OrgId,
    /// Who has it now.
    pub holder: Option<OrgId>,
    /// Who handles it.
    pub handler: Option<UserId>,
    /// Who wrote the opinion.
    pub drafter: Option<UserId>,
    /// Who checked the opinion.
    pub checker: Option<UserId>,
    /// The agent who files or accompanies.
    pub agent: Option<UserId>,
    /// When her mandate ends; `None`: it has no end yet.
    pub mandate_until: Option<Timestamp>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// Units that assist now, each with its part.
    pub assisting: Vec<OrgId>,
    /// People who had a part in what a review looks at.
    pub barred: Vec<UserId>,
    /// That unit's explanation is sought, and the petitioner did not ask for confidence.
    pub respondent_heard: bool,
    /// Who took it down.
    pub registrar: Option<UserId>,
    /// Who is in charge of it 包案.
    pub leader: Option<UserId>,
    /// Sealed (检举控告): nobody but its keepers.
    pub sealed: bool,
    /// Those whom the case names: the sealed officers who may handle it, the mediators. Whoever is concerned is not among them.
    pub keepers: Vec<UserId>,
    /// Its use is limited 限制处理: nobody but its bureau and the petitioner opens it.
    pub limited: bool,
}

/// What an action is done to.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// A case.
    Case(&'a MatterFacts),
    /// A division.
    Place(&'a DivisionCode),
}

impl<'a> Target<'a> {
    /// The division it lies in.
    #[must_use]
    pub fn division(self) -> &'a DivisionCode {
        match self {
            Self::Case(facts) => &facts.division,
            Self::Place(division) => division,
        }
    }

    /// The case, if it is one.
    #[must_use]
    pub fn case(self) -> Option<&'a MatterFacts> {
        match self {
            Self::Case(facts) => Some(facts),
            Self::Place(_) => None,
        }
    }
}

/// What can be the target of an action.
pub trait AsTarget {
    /// As a target.
    fn as_target(&self) -> Target<'_>;
}

impl AsTarget for MatterFacts {
    fn as_target(&self) -> Target<'_> {
        Target::Case(self)
    }
}

impl AsTarget for DivisionCode {
    fn as_target(&self) -> Target<'_> {
        Target::Place(self)
    }
}
