//! The worker that keeps the shell for days without signal, and the manifest by which a telephone puts the page among its programs.

use axum::{
    extract::State,
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use kernel::{Locale, Sm3};
use serde_json::json;

use super::page;
use crate::{assets, i18n::Say, state::AppState, view::Visit};

/// The page without anybody's data.
pub(super) const SHELL: &str = "/desk/doorstep/shell";
/// Which version of the shell this is; a worker keeps only its own.
pub(super) const VERSION: HeaderName = HeaderName::from_static("x-lx-version");
/// What the shell needs.
const ASSETS: [&str; 5] = ["doorstep.css", "doorstep-early.js", "doorstep.js", "icons.svg", "favicon.svg"];

/// The version of shell and assets together: it changes with every word and every byte of them.
pub(super) fn version(state: &AppState) -> String {
    let shells = Locale::ALL.map(|locale| page::empty_shell(state, Say::new(locale)));
    let mut all = Sm3::new().field(assets::text("sw.js").as_bytes());
    for text in ASSETS.map(assets::url).iter().chain(&shells) {
        all = all.field(text.as_bytes());
    }
    all.finish().to_string()[..16].to_owned()
}

/// `GET /desk/sw.js`: the worker, with the list of what it keeps in front. Never from a cache, or a device would stay behind.
pub(super) async fn get(State(state): State<AppState>) -> Response {
    let keeps = json!({ "version": version(&state), "shell": SHELL, "assets": ASSETS.map(assets::url) });
    let text = format!("self.LX={keeps};\n{}", assets::text("sw.js"));
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (HeaderName::from_static("service-worker-allowed"), "/desk/"),
    ];
    (headers, text).into_response()
}

/// `GET /desk/doorstep/manifest.webmanifest`.
pub(super) async fn manifest(visit: Visit) -> Response {
    let t = visit.t;
    let body = json!({
        "id": "/desk/doorstep",
        "name": t.say("doorstep-app").text(),
        "short_name": t.say("doorstep-app-short").text(),
        "description": t.say("doorstep-app-text").text(),
        "lang": t.lang(),
        "start_url": "/desk/doorstep",
        "scope": "/desk/",
        "display": "standalone",
        "background_color": "#f5f4f0",
        "theme_color": "#12596b",
        "icons": [{ "src": assets::url("favicon.svg"), "type": "image/svg+xml", "sizes": "any", "purpose": "any" }],
    });
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, body.to_string()).into_response()
}
