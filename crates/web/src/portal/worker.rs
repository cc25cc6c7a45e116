//! `/sw.js`: the worker that shows a page of ours when there is no signal. What it keeps is the same for everybody.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Locale, Sm3};
use serde_json::json;

use crate::{assets, i18n::Say, state::AppState};

/// The page that is shown then.
const PAGE: &str = "/offline";
/// What it needs.
const ASSETS: [&str; 4] = ["portal.css", "app.js", "icons.svg", "favicon.svg"];

/// `GET /sw.js`: the worker, with the list of what it keeps in front. Never from a cache, or a telephone would stay behind.
pub(super) async fn get(State(state): State<AppState>) -> Response {
    let keeps = json!({ "version": version(&state), "page": PAGE, "assets": ASSETS.map(assets::url) });
    let text = format!("self.LX={keeps};\n{}", assets::text("portal-sw.js"));
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, text).into_response()
}

/// Changes with the assets, the words of the page and whom it says to call.
fn version(state: &AppState) -> String {
    let words = Locale::ALL.map(|locale| Say::new(locale).say("portal-offline-text").text());
    let place = &state.config.place;
    let mut all = Sm3::new().field(assets::text("portal-sw.js").as_bytes());
    for text in ASSETS.map(assets::url).iter().chain(&words).chain([&place.phone, &place.office]) {
        all = all.field(text.as_bytes());
    }
    all.finish().to_string()[..16].to_owned()
}
