//! `/desk/clusters`: clusters 类案. An office gathers matters with one cause, a task force works along one plan, two people agree on
//! one way to answer; each matter is answered by itself.

mod act;
mod form;
mod list;
mod new;
mod page;

use axum::{
    Router,
    routing::{get, post},
};
use domain::access::{Action, Bound, Subject, list_scope};

use crate::state::AppState;

/// Every route of clusters.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/clusters", get(list::get))
        .route("/desk/clusters/new", get(new::get).post(new::post))
        .route("/desk/clusters/{id}", get(page::get))
        .route("/desk/clusters/{id}/{command}", post(act::post))
}

/// Whether the room stands in the navigation: for whoever can found a cluster, oversees them, or may be on a task force.
pub(super) fn shown(subject: &Subject) -> bool {
    list_scope(subject, Action::ReadCluster) != Bound::Never
}
