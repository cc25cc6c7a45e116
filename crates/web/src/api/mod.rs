//! `/api/v1`: everything the portal and the desk can do, for programs. One route a file.
//!
//! - [`public`]: for petitioners and whoever files for them, without an account; a case is opened by number and query code.
//! - [`staff`]: for members of staff and their systems, with a bearer token.
//! - [`obstruction`]: reports over a unit's head, filed by anyone, answered by the level above.
//! - [`rooms`]: review and recheck, meetings, dangers, campaigns and errands, as their desks work.
//! - [`commands`]: one body per command of the transition tables, and what OpenAPI says of each.
//!
//! Bodies are read by [`body`], headers by [`headers`], callers by [`auth`]. Whatever cannot be answered is a
//! [`problem::Problem`] (RFC 9457). The document at `/api/v1/openapi.json` is made from the code by [`document`].

mod auth;
mod body;
mod commands;
mod document;
mod headers;
mod obstruction;
mod once;
mod problem;
mod public;
mod query;
mod rooms;
mod staff;
mod state;
mod upload;
mod wire;

pub use document::document;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
};
use kernel::Refusal;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

use crate::state::AppState;
use problem::Problem;
use state::Api;

/// Where it stands.
pub const BASE: &str = "/api/v1";

/// The API, ready to be merged into the site.
pub fn routes(app: &AppState) -> Router<AppState> {
    let api = Api::new(app.clone());
    let (router, document) = described(&api).split_for_parts();
    let document = document::finish(document).to_json().unwrap_or_default();
    let text: std::sync::Arc<str> = document.into();
    let served = Router::new()
        .route("/openapi.json", axum::routing::get(move || async move { openapi(&text) }))
        .fallback(async || Problem::of(StatusCode::NOT_FOUND, Refusal::invalid("", "api-no-such-address")));
    let router = router
        .merge(Router::new().nest(BASE, served))
        .method_not_allowed_fallback(async || {
            Problem::of(StatusCode::METHOD_NOT_ALLOWED, Refusal::invalid("", "api-method"))
        })
        .layer(DefaultBodyLimit::max(app.config.limits.text))
        .layer(CatchPanicLayer::custom(|_| Problem::Panic.into_response()))
        .layer(middleware::from_fn_with_state(api.clone(), problem::faces));
    router.with_state(api)
}

/// Every route with what the document says of it.
fn described(api: &Api) -> OpenApiRouter<Api> {
    let inner = public::routes(&api.app.config.limits)
        .merge(staff::routes(&api.app.config.limits))
        .merge(obstruction::routes())
        .merge(rooms::routes());
    OpenApiRouter::with_openapi(document::begin()).nest(BASE, inner)
}

fn openapi(text: &str) -> Response {
    let kind = HeaderValue::from_static("application/json");
    let cache = HeaderValue::from_static("public, max-age=300");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache)], text.to_owned()).into_response()
}
