//! `/sealed`: reports of wrongdoing 检举控告 (rules.md 10.3, ADR 24). Its pages leave no trace in logs, keep nothing on the device
//! and are kept by no cache; what is written is sealed in the handler, before any job.

mod card;
mod file;
mod form;
mod track;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    response::Response,
    routing::{get, post},
};

use crate::{problem::Problem, state::AppState, view::Visit};

/// The routes that take what is written.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sealed/file", get(file::get).post(file::post))
        .route("/sealed/track", get(track::get).post(track::post))
        .route("/sealed/track/add", post(track::add))
        .route("/sealed/card", get(card::get))
}

/// A page that nobody keeps.
fn page(visit: &Visit, status: StatusCode, template: &impl askama::Template) -> Result<Response, Problem> {
    let mut response = visit.page_as(status, template)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
