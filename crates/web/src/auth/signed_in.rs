//! The member of staff behind a request.

use std::{ops::Deref, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::{
    access::{StaffSubject, Subject},
    people::Role,
};
use kernel::{DivisionCode, Refusal, UserId};
use services::auth;

use crate::problem::Problem;

/// Who is signed in; taken by a handler as an argument.
#[derive(Debug, Clone)]
pub struct SignedIn(Arc<auth::SignedIn>);

impl SignedIn {
    pub(super) fn new(found: auth::SignedIn) -> Self {
        Self(Arc::new(found))
    }

    /// Who.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.me.staff.id
    }

    /// Who, for access.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.0.subject
    }

    /// Whether she holds `role` today.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.0.subject.staff().is_some_and(|staff| staff.has(role))
    }

    /// Her roles today, each once.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> =
            self.0.subject.staff().into_iter().flat_map(StaffSubject::grants).map(|grant| grant.role).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    /// Where she works: the division of her first role.
    #[must_use]
    pub fn division(&self) -> Option<&DivisionCode> {
        self.0.subject.staff()?.grants().first().map(|grant| &grant.division)
    }

    /// Whether she only keeps the machine or the record and sees no matter.
    #[must_use]
    pub fn sees_no_matters(&self) -> bool {
        self.roles().iter().any(|role| role.without_content())
    }
}

impl Deref for SignedIn {
    type Target = auth::SignedIn;

    fn deref(&self) -> &auth::SignedIn {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Refusal::not_signed_in().into())
    }
}
