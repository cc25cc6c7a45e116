//! Who administers, and where.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::request::Parts,
};
use domain::{
    access::{self, Act, Permit, Subject},
    people::Role,
};
use kernel::{Ctx, DivisionCode, Refusal};
use services::{Error, Kit};
use store::Tx;

use crate::{desk::Desk, i18n::Say, problem::Problem, state::AppState};

/// Whose leave a transaction asks, and for which division.
#[derive(Debug, Clone)]
pub(super) struct Leave {
    /// Who.
    pub(super) subject: Subject,
    /// The widest division that her role reaches over.
    pub(super) place: DivisionCode,
}

impl Leave {
    /// Leave for the action `A` in her jurisdiction.
    ///
    /// # Errors
    /// `not-permitted`.
    pub(super) fn permit<A: Act<Target = DivisionCode>>(&self) -> Result<Permit<A>, Refusal> {
        access::permit::<A>(&self.subject, &self.place)
    }
}

/// A visit by an administrator.
#[derive(Clone)]
pub(super) struct Admin {
    /// The visit to the desk.
    pub(super) desk: Desk,
    /// Her leave.
    pub(super) leave: Leave,
}

impl Admin {
    /// The visit of somebody who holds one of `roles`.
    ///
    /// # Errors
    /// `not-permitted`.
    pub(super) fn with_role(desk: Desk, roles: &[Role]) -> Result<Self, Refusal> {
        let subject = desk.who.subject().clone();
        let grants = subject.staff().map(access::StaffSubject::grants).unwrap_or_default();
        let held = grants.iter().filter(|grant| roles.contains(&grant.role));
        let widest = held.map(|grant| grant.division.clone()).min_by_key(|division| division.as_str().len());
        let place = widest.ok_or_else(Refusal::not_permitted)?;
        Ok(Self { desk, leave: Leave { subject, place } })
    }

    /// Says things in her language.
    pub(super) fn t(&self) -> Say {
        self.desk.t()
    }

    /// Where she administers.
    pub(super) fn place(&self) -> &DivisionCode {
        &self.leave.place
    }

    /// `asked` when it lies in her jurisdiction, otherwise the whole of it.
    pub(super) fn spot(&self, asked: &str) -> DivisionCode {
        let asked = DivisionCode::parse(asked).ok().filter(|asked| self.place().contains(asked));
        asked.unwrap_or_else(|| self.place().clone())
    }

    /// Runs a question on one snapshot.
    pub(super) async fn read<T, F>(&self, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx, &Leave) -> Result<T, Error> + Send + 'static,
    {
        let leave = self.leave.clone();
        self.desk.visit.state.read(move |tx, kit, ctx| work(tx, kit, ctx, &leave)).await
    }

    /// Runs a use case in one write transaction.
    pub(super) async fn write<T, F>(&self, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx, &Leave) -> Result<T, Error> + Send + 'static,
    {
        let leave = self.leave.clone();
        self.desk.visit.state.write(move |tx, kit, ctx| work(tx, kit, ctx, &leave)).await
    }
}

impl<S> FromRequestParts<S> for Admin
where
    AppState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let desk = Desk::from_request_parts(parts, state).await?;
        Ok(Self::with_role(desk, &[Role::Sysadmin])?)
    }
}
