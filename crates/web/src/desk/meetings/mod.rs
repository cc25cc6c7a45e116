//! `/desk/meetings`: joint meetings 联席会议. The office calls one, keeps its agenda and what was decided, and follows that up; a
//! unit sees what it owes and reports.

mod act;
mod form;
mod list;
mod new;
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

pub(super) use new::units;

/// Every route of meetings.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/meetings", get(list::get))
        .route("/desk/meetings/new", get(new::get).post(new::post))
        .route("/desk/meetings/{id}", get(page::get))
        .route("/desk/meetings/{id}/{command}", post(act::post))
}

/// Whether the room stands in the navigation: for whoever calls meetings, oversees them, or answers for a unit.
pub(super) fn shown(subject: &Subject) -> bool {
    let answers = |subject: &Subject| {
        let roles = subject.staff().into_iter().flat_map(domain::access::StaffSubject::grants).map(|grant| grant.role);
        roles.into_iter().any(|role| matches!(role, Role::UnitLeader | Role::Supervisor))
    };
    let reads = list_scope(subject, Action::ReadMeeting) != Bound::Never;
    reads && (services::meeting::office_of(subject).is_ok() || answers(subject))
}
