//! `/desk/obstructions`: the reports that went over a unit's head, for the level above it. They stand in no other list.

mod act;
mod files;
mod list;
mod page;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::AppState;

/// The list, one report, and what is done with it.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/obstructions", get(list::get))
        .route("/desk/obstructions/{id}", get(page::get))
        .route("/desk/obstructions/{id}/files/{file}", get(files::get))
        .route("/desk/obstructions/{id}/identity", post(act::identity))
        .route("/desk/obstructions/{id}/{command}", post(act::post))
}
