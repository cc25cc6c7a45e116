//! The language of the rules: relations between a person and a case, and their combinations.

use super::{
    Target,
    bound::{Bound, Column, Test},
    subject::Viewer,
};

/// How a person, in one of her roles, stands to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// It lies in the division over which the role reaches.
    InJurisdiction,
    /// The organisation of the role registered it and finds its way.
    BureauIsMyOrg,
    /// The organisation of the role has it now.
    HolderIsMyOrg,
    /// The organisation of the role assists the one that has it.
    MyOrgAssists,
    /// She had a part in the answer that a review looks at.
    IAmBarred,
    /// The organisation of the role is complained of.
    RespondentIsMyOrg,
    /// That organisation's explanation is sought, and no confidence was asked for.
    RespondentIsHeard,
    /// She handles it.
    IAmHandler,
    /// She wrote the opinion.
    IAmDrafter,
    /// She checked the opinion.
    IAmChecker,
    /// She is its agent, under a mandate that has not ended.
    IAmAgent,
    /// She was its agent, and that has ended.
    MyAgencyEnded,
    /// She is or was its agent, under whatever mandate.
    IAmOrWasAgent,
    /// She took it down.
    IAmRegistrar,
    /// She is in charge of it 包案.
    IAmLeader,
    /// It is her own case, by number and query code.
    MyOwnCase,
    /// She is one of those whom the case names: the officers of a sealed report, the mediators of a mediation.
    IKeepIt,
    /// It is sealed.
    Sealed,
    /// Its use is limited.
    Limited,
    /// She keeps the machine or the record (SYSADMIN, AUDITOR, DPO).
    IKeepTheMachine,
}

/// A condition over relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Nowhere.
    Never,
    /// Everywhere.
    Always,
    /// Where the relation holds.
    Is(Relation),
    /// Where the relation does not hold.
    Not(Relation),
    /// Where all hold.
    All(&'static [Scope]),
    /// Where any holds.
    Any(&'static [Scope]),
}

impl Relation {
    /// Whether it holds between `viewer` and `target`.
    pub(super) fn holds(self, viewer: &Viewer<'_>, target: Target<'_>) -> bool {
        if self == Self::IKeepTheMachine {
            return viewer.keeps_the_machine;
        }
        if self == Self::InJurisdiction {
            return viewer.division.is_some_and(|mine| mine.contains(target.division()));
        }
        let Some(case) = target.case() else { return false };
        let is_me = |user: Option<kernel::UserId>| user.is_some() && user == viewer.user;
        let is_mine = |org: Option<kernel::OrgId>| org.is_some() && org == viewer.org;
        match self {
            Self::BureauIsMyOrg => is_mine(Some(case.bureau)),
            Self::HolderIsMyOrg => is_mine(case.holder),
            Self::MyOrgAssists => viewer.org.is_some_and(|org| case.assisting.contains(&org)),
            Self::IAmBarred => viewer.user.is_some_and(|user| case.barred.contains(&user)),
            Self::RespondentIsMyOrg => is_mine(case.respondent),
            Self::RespondentIsHeard => case.respondent_heard,
            Self::IAmHandler => is_me(case.handler),
            Self::IAmDrafter => is_me(case.drafter),
            Self::IAmChecker => is_me(case.checker),
            Self::IAmAgent => is_me(case.agent) && case.mandate_until.is_none_or(|end| viewer.at < end),
            Self::MyAgencyEnded => is_me(case.agent) && case.mandate_until.is_some_and(|end| end <= viewer.at),
            Self::IAmOrWasAgent => is_me(case.agent),
            Self::IAmRegistrar => is_me(case.registrar),
            Self::IAmLeader => is_me(case.leader),
            Self::MyOwnCase => viewer.case == Some(case.case),
            Self::IKeepIt => viewer.user.is_some_and(|user| case.keepers.contains(&user)),
            Self::Sealed => case.sealed,
            Self::Limited => case.limited,
            Self::InJurisdiction | Self::IKeepTheMachine => false,
        }
    }

    /// The condition on a case that says the same for `viewer`; its opposite when `yes` is false.
    fn bind(self, viewer: &Viewer<'_>, yes: bool) -> Bound {
        let is = |column: Column, id: Option<uuid::Uuid>| match (id, yes) {
            (Some(id), true) => Bound::Test(Test::Is(column, id)),
            (Some(id), false) => Bound::Test(Test::IsNot(column, id)),
            (None, true) => Bound::Never,
            (None, false) => Bound::Always,
        };
        let (me, my_org) = (viewer.user.map(|id| id.0), viewer.org.map(|id| id.0));
        match self {
            Self::InJurisdiction => match (viewer.division, yes) {
                (Some(mine), true) => Bound::Test(Test::Within(mine.clone())),
                (Some(mine), false) => Bound::Test(Test::Outside(mine.clone())),
                (None, true) => Bound::Never,
                (None, false) => Bound::Always,
            },
            Self::BureauIsMyOrg => is(Column::BureauId, my_org),
            Self::HolderIsMyOrg => is(Column::HolderId, my_org),
            Self::MyOrgAssists => match (my_org, yes) {
                (Some(org), true) => Bound::Test(Test::Among(Column::Assisting, org)),
                (Some(org), false) => Bound::Test(Test::NotAmong(Column::Assisting, org)),
                (None, true) => Bound::Never,
                (None, false) => Bound::Always,
            },
            Self::IKeepIt => match (me, yes) {
                (Some(user), true) => Bound::Test(Test::Among(Column::Keepers, user)),
                (Some(user), false) => Bound::Test(Test::NotAmong(Column::Keepers, user)),
                (None, true) => Bound::Never,
                (None, false) => Bound::Always,
            },
            Self::IAmBarred => match (me, yes) {
                (Some(user), true) => Bound::Test(Test::Among(Column::Barred, user)),
                (Some(user), false) => Bound::Test(Test::NotAmong(Column::Barred, user)),
                (None, true) => Bound::Never,
                (None, false) => Bound::Always,
            },
            Self::RespondentIsMyOrg => is(Column::RespondentId, my_org),
            Self::RespondentIsHeard => Bound::Test(Test::Flag(Column::RespondentHeard, yes)),
            Self::IAmHandler => is(Column::HandlerId, me),
            Self::IAmDrafter => is(Column::DrafterId, me),
            Self::IAmChecker => is(Column::CheckerId, me),
            Self::IAmRegistrar => is(Column::RegistrarId, me),
            Self::IAmLeader => is(Column::LeaderId, me),
            Self::IAmAgent if yes => {
                Bound::all(vec![is(Column::AgentId, me), Bound::Test(Test::Runs(Column::MandateUntil, viewer.at))])
            }
            Self::IAmAgent => {
                Bound::any(vec![is(Column::AgentId, me), Bound::Test(Test::Ended(Column::MandateUntil, viewer.at))])
            }
            Self::MyAgencyEnded if yes => {
                Bound::all(vec![is(Column::AgentId, me), Bound::Test(Test::Ended(Column::MandateUntil, viewer.at))])
            }
            Self::MyAgencyEnded => {
                Bound::any(vec![is(Column::AgentId, me), Bound::Test(Test::Runs(Column::MandateUntil, viewer.at))])
            }
            Self::IAmOrWasAgent => is(Column::AgentId, me),
            Self::MyOwnCase => is(Column::Id, viewer.case.map(|id| id.0)),
            Self::Sealed => Bound::Test(Test::Flag(Column::Sealed, yes)),
            Self::Limited => Bound::Test(Test::Flag(Column::Limited, yes)),
            Self::IKeepTheMachine if viewer.keeps_the_machine == yes => Bound::Always,
            Self::IKeepTheMachine => Bound::Never,
        }
    }

    /// In a few words, as the matrix for people says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::InJurisdiction => "in the jurisdiction",
            Self::BureauIsMyOrg => "own organisation registered it",
            Self::HolderIsMyOrg => "own organisation has it",
            Self::MyOrgAssists => "own organisation assists",
            Self::IAmBarred => "had a part in the answer contested",
            Self::RespondentIsMyOrg => "own organisation is complained of",
            Self::RespondentIsHeard => "its explanation is sought and no confidence was asked for",
            Self::IAmHandler => "handles it herself",
            Self::IAmDrafter => "wrote the opinion",
            Self::IAmChecker => "checked the opinion",
            Self::IAmAgent => "is its agent under a running mandate",
            Self::MyAgencyEnded => "was its agent, and that has ended",
            Self::IAmOrWasAgent => "is or was its agent",
            Self::IAmRegistrar => "took it down",
            Self::IAmLeader => "is in charge of it",
            Self::MyOwnCase => "own case, by number and query code",
            Self::IKeepIt => "is named to carry it",
            Self::Sealed => "it is sealed",
            Self::Limited => "its use is limited",
            Self::IKeepTheMachine => "keeps the machine or the record",
        }
    }
}

impl Scope {
    /// Whether it holds between `viewer` and `target`.
    pub(super) fn holds(&self, viewer: &Viewer<'_>, target: Target<'_>) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::Is(relation) => relation.holds(viewer, target),
            Self::Not(relation) => !relation.holds(viewer, target),
            Self::All(scopes) => scopes.iter().all(|scope| scope.holds(viewer, target)),
            Self::Any(scopes) => scopes.iter().any(|scope| scope.holds(viewer, target)),
        }
    }

    /// The condition on a case that says the same for `viewer`; its opposite when `yes` is false (de Morgan: a missing
    /// value is then never mistaken for a match).
    pub(super) fn bind(&self, viewer: &Viewer<'_>, yes: bool) -> Bound {
        match (self, yes) {
            (Self::Never, true) | (Self::Always, false) => Bound::Never,
            (Self::Always, true) | (Self::Never, false) => Bound::Always,
            (Self::Is(relation), _) => relation.bind(viewer, yes),
            (Self::Not(relation), _) => relation.bind(viewer, !yes),
            (Self::All(scopes), true) | (Self::Any(scopes), false) => {
                Bound::all(scopes.iter().map(|scope| scope.bind(viewer, yes)).collect())
            }
            (Self::Any(scopes), true) | (Self::All(scopes), false) => {
                Bound::any(scopes.iter().map(|scope| scope.bind(viewer, yes)).collect())
            }
        }
    }

    /// In words, as the matrix for people says it.
    #[must_use]
    pub fn words(&self) -> String {
        let join = |scopes: &[Self], word: &str| scopes.iter().map(Self::words).collect::<Vec<_>>().join(word);
        match self {
            Self::Never => "never".into(),
            Self::Always => "always".into(),
            Self::Is(relation) => relation.words().into(),
            Self::Not(relation) => format!("not: {}", relation.words()),
            Self::All(scopes) => join(scopes, " and "),
            Self::Any(scopes) => join(scopes, " or "),
        }
    }
}
