//! `/desk/sealed`: the sealed officers' desk (rules.md 10.3). For everybody else none of these addresses exist. No page of it is kept
//! by a cache, and the one that shows what was written is the answer to the form in which two people spoke.

mod act;
mod list;
mod open;
mod page;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    response::Response,
    routing::{get, post},
};

use super::Desk;
use crate::{problem::Problem, state::AppState};

/// The list, one report, and what is done with it.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/sealed", get(list::get))
        .route("/desk/sealed/{id}", get(page::get))
        .route("/desk/sealed/{id}/open", post(open::post))
        .route("/desk/sealed/{id}/{command}", post(act::post))
}

/// A page that nobody keeps.
fn shown(desk: &Desk, status: StatusCode, template: &impl askama::Template) -> Result<Response, Problem> {
    let mut response = desk.visit.page_as(status, template)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
