//! `/desk/mediations`: mediation 调解. The committee opens one and names who mediates; the mediator hears the parties, writes down what
//! they agree on and looks whether it is carried out. Whoever handles a matter may bring it here and reads nothing of what is said.

mod act;
mod form;
mod list;
mod new;
mod page;
mod parts;

use axum::{
    Router,
    routing::{get, post},
};
use domain::access::{Action, Bound, Subject, list_scope};
use domain::people::Role;

use crate::state::AppState;

/// Every route of mediations.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/mediations", get(list::get))
        .route("/desk/mediations/new", get(new::get).post(new::post))
        .route("/desk/mediations/{id}", get(page::get))
        .route("/desk/mediations/{id}/code", post(act::code))
        .route("/desk/mediations/{id}/contacts", post(act::contacts))
        .route("/desk/mediations/{id}/do/{command}", post(act::post))
}

/// Whether the room stands in the navigation: for whoever mediates, leads a station or works in a bureau.
pub(super) fn shown(subject: &Subject) -> bool {
    let mut roles = subject.staff().into_iter().flat_map(domain::access::StaffSubject::grants).map(|grant| grant.role);
    roles.any(|role| matches!(role, Role::Mediator | Role::StationLead))
        && list_scope(subject, Action::ReadMediation) != Bound::Never
}
