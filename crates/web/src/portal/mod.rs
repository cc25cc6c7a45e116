//! The public face: no account, no script needed.

mod home;
mod pages;
mod preferences;

use axum::{Router, routing::get};

use crate::state::AppState;

/// The routes that need no data.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home::get))
        .route("/how", get(pages::how))
        .route("/data", get(pages::data))
        .route("/access", get(pages::access))
        .route("/sealed", get(pages::sealed))
        .route("/offline", get(pages::offline))
        .route("/preferences", get(preferences::get))
}
