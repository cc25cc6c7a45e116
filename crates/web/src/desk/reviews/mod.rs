//! `/desk/reviews`: review and recheck 复查、复核. The office above looks into what she contests, with the first file beside it;
//! the unit that answered sends its file and sees nothing of the rest.

mod act;
mod ask;
mod calendar;
mod file;
mod form;
mod list;
mod page;

use axum::{
    Router,
    routing::{get, post},
};
use domain::{
    access::{Action, Bound, Subject, list_scope},
    people::Role,
};

use crate::state::AppState;

/// Every route of reviews.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/reviews", get(list::get))
        .route("/desk/reviews/{id}", get(page::get))
        .route("/desk/reviews/{id}/file", get(file::get).post(file::post))
        .route("/desk/reviews/{id}/hearing.ics", get(calendar::get))
        .route("/desk/reviews/{id}/do/{command}", post(act::post))
        .route("/desk/matters/{id}/contest", get(ask::get).post(ask::post))
}

/// Whether the room stands in the navigation: for whoever reviews, leads a unit or supervises.
pub(super) fn shown(subject: &Subject) -> bool {
    let roles = subject.staff().into_iter().flat_map(domain::access::StaffSubject::grants).map(|grant| grant.role);
    let works = roles
        .into_iter()
        .any(|role| matches!(role, Role::Reviewer | Role::Rechecker | Role::UnitLeader | Role::Supervisor));
    works && list_scope(subject, Action::ReadReview) != Bound::Never
}
