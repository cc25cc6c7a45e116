//! The station whose QR code was scanned with this device: a small cookie with the code of its place, nothing of a person. It
//! opens the home page with the agent on top, and goes with one press.

use axum::{extract::FromRequestParts, http::request::Parts, response::Response};
use kernel::DivisionCode;

use super::cookies;
use crate::{
    state::AppState,
    view::{Visit, cookie, set_cookie},
};

const COOKIE: &str = "lx-station";
/// As long as a draft lives, three times over: a matter takes about that long.
const DAYS: u32 = 90;

/// The place of the station that was scanned, if any.
pub(super) struct Scanned(pub Option<DivisionCode>);

impl FromRequestParts<AppState> for Scanned {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Self::Rejection> {
        Ok(Self(cookie(&parts.headers, COOKIE).and_then(|code| DivisionCode::parse(code).ok())))
    }
}

/// Puts the place of a station into the browser.
pub(super) fn remember(visit: &Visit, response: &mut Response, place: &DivisionCode) {
    let secure = visit.state.config.secure_cookies;
    if let Some(value) = set_cookie(COOKIE, place.as_str(), Some(DAYS), secure) {
        response.headers_mut().append(axum::http::header::SET_COOKIE, value);
    }
}

/// `POST /s/forget`: another station, or none.
pub(super) async fn forget(visit: Visit) -> Response {
    let mut response = cookies::see("/agents");
    if let Some(value) = set_cookie(COOKIE, "", Some(0), visit.state.config.secure_cookies) {
        response.headers_mut().append(axum::http::header::SET_COOKIE, value);
    }
    response
}
