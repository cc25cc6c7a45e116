//! The session cookie: a random token, read by the server only, sent by our own pages and by links to them.

use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::CookieJar;
use kernel::Digest;

use crate::{forms::CsrfSubject, view::set_cookie};

/// The session's token; goes when the browser closes, or with the session.
pub const COOKIE_SESSION: &str = "lx-desk";

/// The token a request carries.
pub(crate) fn token(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(COOKIE_SESSION).map(|cookie| cookie.value().to_owned()).filter(|token| !token.is_empty())
}

/// Sets the cookie.
pub(super) fn keep(token: &str, secure: bool) -> Option<HeaderValue> {
    set_cookie(COOKIE_SESSION, token, None, secure)
}

/// Takes it away.
pub(super) fn forget(secure: bool) -> Option<HeaderValue> {
    set_cookie(COOKIE_SESSION, "", Some(0), secure)
}

/// What the form tokens of a session are bound to. Made of the cookie, so that it can still be told whose form it was when the
/// session itself has ended.
pub(super) fn csrf_subject(token: &str) -> CsrfSubject {
    CsrfSubject(format!("session {}", Digest::of(token.as_bytes())).into_bytes())
}
