//! `/desk/finds`: proactive finds. The list, a new one without anybody's name, and one find with its steps. Phone first.

mod act;
mod list;
mod new;
mod page;

use axum::{
    Router,
    routing::{get, post},
};
use domain::access::{Action, Bound, Subject, list_scope};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/finds", get(list::get))
        .route("/desk/finds/new", get(new::get).post(new::post))
        .route("/desk/finds/{id}", get(page::get))
        .route("/desk/finds/{id}/{command}", post(act::post))
}

/// Whether the list can hold anything for `subject`.
pub(super) fn shown(subject: &Subject) -> bool {
    list_scope(subject, Action::ReadFind) != Bound::Never
}
