//! Who asks.

use jiff::Timestamp;
use kernel::{CaseId, DivisionCode, OrgId, UserId, beijing_date};

use crate::{
    actor::Actor,
    people::{Role, RoleGrant},
};

/// Who wants to do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A member of staff or an agent, signed in.
    Staff(StaffSubject),
    /// A petitioner, known by the number and query code of one case.
    Petitioner(CaseId),
    /// The sweeper and other rules that act by themselves.
    System,
}

/// A member of staff or an agent with the roles that hold at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSubject {
    user: UserId,
    org: OrgId,
    at: Timestamp,
    grants: Vec<RoleGrant>,
    stands_in: Vec<StandsIn>,
}

/// An agent who is away, in whose place somebody acts, with what her role reached over.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StandsIn {
    agent: UserId,
    grants: Vec<RoleGrant>,
}

impl StaffSubject {
    /// `user` of `org` at the moment `at`; grants that do not hold on that day are dropped.
    #[must_use]
    pub fn new(user: UserId, org: OrgId, at: Timestamp, mut grants: Vec<RoleGrant>) -> Self {
        let today = beijing_date(at);
        grants.retain(|grant| grant.holds_on(today));
        Self { user, org, at, grants, stands_in: vec![] }
    }

    /// The same, standing in for `agent`, who is away: her matters as an agent are open to the deputy, and what she may not do
    /// the deputy may not either. Only the role of an agent is lent, nothing else she may be.
    #[must_use]
    pub fn standing_in_for(mut self, agent: UserId, mut grants: Vec<RoleGrant>) -> Self {
        let today = beijing_date(self.at);
        grants.retain(|grant| grant.role == Role::Agent && grant.holds_on(today));
        self.stands_in.push(StandsIn { agent, grants });
        self
    }

    /// The agents who are away and in whose place she acts.
    pub fn stands_in_for(&self) -> impl Iterator<Item = UserId> {
        self.stands_in.iter().map(|away| away.agent)
    }

    /// Who.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Her home organisation.
    #[must_use]
    pub fn org(&self) -> OrgId {
        self.org
    }

    /// The roles that hold.
    #[must_use]
    pub fn grants(&self) -> &[RoleGrant] {
        &self.grants
    }

    /// Whether she holds `role` anywhere.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }
}

/// The subject seen through one of its roles: what a [`super::Relation`] compares with.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Viewer<'a> {
    pub(super) role: Option<Role>,
    pub(super) user: Option<UserId>,
    pub(super) org: Option<OrgId>,
    pub(super) division: Option<&'a DivisionCode>,
    pub(super) case: Option<CaseId>,
    pub(super) at: Timestamp,
    pub(super) keeps_the_machine: bool,
}

impl Subject {
    /// The same person at another moment: for what stays open while grants and mandates end.
    #[must_use]
    pub fn as_of(&self, at: Timestamp) -> Self {
        match self {
            Self::Staff(staff) => Self::Staff(StaffSubject::new(staff.user, staff.org, at, staff.grants.clone())),
            other => other.clone(),
        }
    }

    /// The member of staff, if it is one.
    #[must_use]
    pub fn staff(&self) -> Option<&StaffSubject> {
        match self {
            Self::Staff(staff) => Some(staff),
            Self::Petitioner(_) | Self::System => None,
        }
    }

    /// As the record names it, acting for `org` (her home organisation when `None`).
    #[must_use]
    pub fn actor(&self, org: Option<OrgId>) -> Actor {
        match self {
            Self::Staff(staff) => Actor::Staff { user: staff.user, org: org.unwrap_or(staff.org) },
            Self::Petitioner(_) => Actor::Petitioner,
            Self::System => Actor::System,
        }
    }

    /// First the subject as such, then through each of its roles.
    pub(super) fn viewers(&self) -> impl Iterator<Item = Viewer<'_>> {
        let (bare, grants, away): (Viewer<'_>, &[RoleGrant], &[StandsIn]) = match self {
            Self::Staff(staff) => (
                Viewer {
                    user: Some(staff.user),
                    org: Some(staff.org),
                    at: staff.at,
                    keeps_the_machine: staff.grants.iter().any(|grant| grant.role.without_content()),
                    ..Viewer::default()
                },
                &staff.grants,
                &staff.stands_in,
            ),
            Self::Petitioner(case) => {
                (Viewer { role: Some(Role::Citizen), case: Some(*case), ..Viewer::default() }, &[], &[])
            }
            Self::System => (Viewer::default(), &[], &[]),
        };
        let through = grants.iter().map(move |grant| Viewer {
            role: Some(grant.role),
            org: Some(grant.org),
            division: Some(&grant.division),
            ..bare
        });
        let in_place_of = away.iter().flat_map(move |away| {
            away.grants.iter().map(move |grant| Viewer {
                role: Some(grant.role),
                user: Some(away.agent),
                org: Some(grant.org),
                division: Some(&grant.division),
                ..bare
            })
        });
        std::iter::once(bare).chain(through).chain(in_place_of)
    }
}
