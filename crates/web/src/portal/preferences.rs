//! `GET /preferences`: type size and language, kept in a cookie for a year; works without script.

use axum::{
    extract::Query,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::view::{COOKIE_LANGUAGE, COOKIE_LARGE, Visit, local_path, set_cookie};

/// What may be set, and where to go back to.
#[derive(Deserialize)]
pub(super) struct Wish {
    large: Option<String>,
    lang: Option<String>,
    #[serde(default)]
    back: String,
}

/// Sets what is asked for and goes back.
pub(super) async fn get(visit: Visit, Query(wish): Query<Wish>) -> Response {
    let secure = visit.state.config.secure_cookies;
    let large = wish.large.as_deref().map(|value| if value == "1" { "1" } else { "0" });
    let lang = wish
        .lang
        .as_deref()
        .map(|value| kernel::Locale::of_tag(value).unwrap_or_else(|| kernel::Locale::negotiate(value)).tag());
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    for (name, value) in [(COOKIE_LARGE, large), (COOKIE_LANGUAGE, lang)] {
        if let Some(cookie) = value.and_then(|value| set_cookie(name, value, Some(365), secure)) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    let back = HeaderValue::from_str(local_path(&wish.back)).unwrap_or(HeaderValue::from_static("/"));
    headers.insert(header::LOCATION, back);
    response
}
