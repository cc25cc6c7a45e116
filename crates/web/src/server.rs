//! The router and what lies around every request: id, trace, headers, compression, and a face for every problem.

use std::{future::Future, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, trace::TraceLayer};
use uuid::Uuid;

use crate::{
    api, assets, desk, gateway, portal,
    problem::{self, Problem},
    state::AppState,
    styleguide,
    view::Visit,
};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Own scripts and styles only, nothing inline, never inside another site's frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
                      media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The whole site.
pub fn router(state: AppState) -> Router {
    let text_limit = state.config.limits.text;
    let mut routes = Router::new()
        .merge(portal::routes())
        .merge(desk::routes(&state))
        .merge(api::routes(&state))
        .merge(gateway::routes())
        .route("/assets/{name}", get(assets::serve));
    if state.config.development {
        routes = routes.merge(styleguide::routes());
    }
    routes
        .fallback(async || Problem::NotFound)
        .layer(DefaultBodyLimit::max(text_limit))
        .layer(CatchPanicLayer::custom(|_| Problem::Panic.into_response()))
        .layer(middleware::from_fn_with_state(state.clone(), put_faces))
        .layer(CompressionLayer::new().gzip(true))
        .layer(middleware::map_response(secure))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_response(answered)
                // Our own failures are logged once, with their id.
                .on_failure(()),
        )
        .layer(middleware::from_fn_with_state(state.clone(), number))
        .with_state(state)
}

/// Serves `router(state)` until `stop` resolves, then lets running requests finish.
pub async fn serve(
    listener: tokio::net::TcpListener,
    state: AppState,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let missing = assets::missing();
    if !missing.is_empty() {
        tracing::warn!(?missing, "web assets were not built: run `npm ci && npm run build` in web-assets/");
    }
    let live = state.live.clone();
    let stop = async move {
        stop.await;
        // Streams never end by themselves, and the server waits for what runs.
        live.close();
    };
    // Limits ask where a form comes from.
    let site = router(state).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, site).with_graceful_shutdown(stop).await
}

/// The pages for reports of wrongdoing leave no trace that they were opened.
const SEALED: &str = "/sealed";

/// The span of a request: its id, method and route pattern. Never its path or query, which may hold a case number.
fn span(request: &Request) -> tracing::Span {
    let route = request.extensions().get::<MatchedPath>().map_or("(none)", MatchedPath::as_str);
    if route.starts_with(SEALED) {
        return tracing::Span::none();
    }
    let id = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), route)
}

fn answered(response: &Response, latency: std::time::Duration, span: &tracing::Span) {
    if !span.is_none() {
        tracing::info!(status = response.status().as_u16(), ms = latency.as_millis(), "answered");
    }
}

/// Numbers the request; a number from outside is not taken over.
async fn number(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let id: Uuid = state.ctx().new_id();
    let value = HeaderValue::from_str(&id.to_string()).unwrap_or(HeaderValue::from_static("-"));
    request.headers_mut().insert(REQUEST_ID, value.clone());
    let mut response = next.run(request).await;
    response.headers_mut().insert(REQUEST_ID, value);
    response
}

/// The headers that every answer has.
async fn secure(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "geolocation=(), camera=(), microphone=(self)"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Turns every [`Problem`], and every bare status that axum itself gives, into a page or problem+json.
async fn put_faces(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let visit = Visit::of(&parts, &state);
    let response = next.run(Request::from_parts(parts, body)).await;
    if let Some(problem) = response.extensions().get::<Arc<Problem>>() {
        return problem::face(problem, &visit);
    }
    let said = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind != "text/plain; charset=utf-8");
    match Problem::behind(response.status()) {
        Some(problem) if !said => problem::face(&problem, &visit),
        _ => response,
    }
}
