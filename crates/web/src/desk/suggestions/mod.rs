//! `/desk/suggestions/{id}`: one suggestion 建议. Forwarded, studied, answered point by point, signed, followed until what was
//! adopted is done. It stands in the ordinary lists beside petitions and orders.

mod act;
mod calls;
mod form;
mod page;

use axum::{
    Router,
    routing::{get, post},
};

pub(super) use self::calls::shown as calls_shown;
use crate::state::AppState;

/// Every route of suggestions.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/calls", get(calls::list).post(calls::open))
        .route("/desk/calls/{id}", get(calls::get).post(calls::close))
        .route("/desk/suggestions/{id}", get(page::get))
        .route("/desk/suggestions/{id}/do/{command}", post(act::post))
}
