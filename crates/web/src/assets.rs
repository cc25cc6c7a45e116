//! The built styles, scripts and icons: found by their plain name, served under their hashed one for a year.
//!
//! In a debug build they are read from `web-assets/dist`, in a release build they are part of the binary. When they were
//! not built, pages still work without style and [`missing`] says so at start-up and in the health check.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

use crate::problem::Problem;

#[derive(RustEmbed)]
#[folder = "../../web-assets/dist"]
struct Files;

/// Plain name → hashed name.
static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Files::get("manifest.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// The address of the asset `name` (`portal.css`); the plain name when it was not built.
#[must_use]
pub fn url(name: &str) -> String {
    format!("/assets/{}", MANIFEST.get(name).map_or(name, String::as_str))
}

/// The text of the asset `name`, for what is served under an address of its own; empty when it was not built.
pub(crate) fn text(name: &str) -> String {
    let file = MANIFEST.get(name).and_then(|hashed| Files::get(hashed));
    file.map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
}

/// Which assets every face needs and this binary lacks; empty when all is well.
#[must_use]
pub fn missing() -> Vec<&'static str> {
    [
        "portal.css",
        "desk.css",
        "doorstep.css",
        "app.js",
        "desk.js",
        "doorstep-early.js",
        "doorstep.js",
        "sw.js",
        "portal-sw.js",
        "icons.svg",
        "favicon.svg",
    ]
    .into_iter()
    .filter(|name| !MANIFEST.contains_key(*name))
    .collect()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|value| {
        value.split(',').map(str::trim).any(|coding| coding.starts_with("gzip") && !coding.ends_with("q=0"))
    })
}

fn fresh(headers: &HeaderMap, etag: &str) -> bool {
    headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag))
}

/// `GET /assets/{name}`: the file, compressed at build time when the browser takes gzip.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let hashed = MANIFEST.get(&name).cloned().unwrap_or(name);
    let known = MANIFEST.values().any(|value| *value == hashed);
    if !known {
        return Problem::NotFound.into_response();
    }
    let etag = format!("\"{hashed}\"");
    if fresh(&headers, &etag) {
        return respond(StatusCode::NOT_MODIFIED, &hashed, &etag, None, Body::empty());
    }
    let zipped = accepts_gzip(&headers).then(|| Files::get(&format!("{hashed}.gz"))).flatten();
    match (zipped, Files::get(&hashed)) {
        (Some(file), _) => respond(StatusCode::OK, &hashed, &etag, Some("gzip"), Body::from(file.data)),
        (None, Some(file)) => respond(StatusCode::OK, &hashed, &etag, None, Body::from(file.data)),
        (None, None) => Problem::NotFound.into_response(),
    }
}

fn respond(status: StatusCode, name: &str, etag: &str, coding: Option<&'static str>, body: Body) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn gzip_is_taken_only_when_offered() {
        assert!(accepts_gzip(&with(header::ACCEPT_ENCODING, "br, gzip;q=0.8")));
        assert!(!accepts_gzip(&with(header::ACCEPT_ENCODING, "br")));
        assert!(!accepts_gzip(&with(header::ACCEPT_ENCODING, "gzip;q=0")));
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[test]
    fn a_known_tag_is_fresh() {
        assert!(fresh(&with(header::IF_NONE_MATCH, "\"a\", W/\"b\""), "\"b\""));
        assert!(!fresh(&with(header::IF_NONE_MATCH, "\"a\""), "\"b\""));
    }
}
