//! Two cookies that let her go on without typing the code again: the matter she looked up (two hours), and the receipt of
//! what she just filed (half an hour). Both are signed or sealed, hers alone, and go when she closes the matter.

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseNumber, QueryCode};
use serde::{Deserialize, Serialize};
use services::petition::Access;

use crate::{
    problem::Problem,
    state::AppState,
    view::{Visit, cookie},
};

/// The matter that was looked up.
const TRACK: &str = "lx-track";
/// The receipt of what was just filed.
const RECEIPT: &str = "lx-receipt";
/// The field name under which a receipt is sealed.
const SEALED_AS: &str = "portal.receipt";
/// How long a looked-up matter stays open: long enough to write something at leisure.
const TRACK_LIFE: SignedDuration = SignedDuration::from_hours(2);
/// How long the code is shown: long enough to write it down or print it.
const RECEIPT_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// What a request brings as proof; nothing when it was never given or is over.
pub(super) struct Ticket {
    /// The matter that was looked up.
    pub access: Option<Access>,
    receipt: Option<String>,
}

impl FromRequestParts<AppState> for Ticket {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Self::Rejection> {
        let text = cookie(&parts.headers, TRACK);
        let access = text.and_then(|text| Access::from_cookie(&state.kit, text, state.clock.now()));
        Ok(Self { access, receipt: cookie(&parts.headers, RECEIPT).map(str::to_owned) })
    }
}

impl Ticket {
    /// The receipt that belongs to the looked-up matter, while it may still be shown.
    pub(super) fn receipt(&self, state: &AppState) -> Option<Filed> {
        let access = self.access.as_ref()?;
        let text = state.kit.keys.open(SEALED_AS, access.case(), self.receipt.as_deref()?).ok()?;
        let filed: Filed = serde_json::from_str(text.reveal()).ok()?;
        (filed.until > state.clock.now()).then_some(filed)
    }
}

/// What the receipt page needs besides the matter itself.
#[derive(Serialize, Deserialize)]
pub(super) struct Filed {
    number: CaseNumber,
    code: String,
    until: Timestamp,
    /// The same form was sent before.
    pub again: bool,
}

impl Filed {
    pub(super) fn new(number: CaseNumber, code: &QueryCode, again: bool, now: Timestamp) -> Self {
        Self { number, code: code.reveal().to_owned(), until: now + RECEIPT_LIFE, again }
    }

    /// Whether it is the receipt of this number.
    pub(super) fn is_of(&self, number: &CaseNumber) -> bool {
        self.number == *number
    }

    /// The query code in two groups of four.
    pub(super) fn code(&self) -> String {
        QueryCode::parse(&self.code).map(|code| code.grouped()).unwrap_or_default()
    }
}

/// Puts the looked-up matter into the browser.
pub(super) fn remember(visit: &Visit, response: &mut Response, access: &Access) {
    let now = visit.state.clock.now();
    let value = access.to_cookie(&visit.state.kit, now + TRACK_LIFE);
    put(visit, response, TRACK, &value, TRACK_LIFE.as_secs());
}

/// Puts the receipt of `access` into the browser, sealed.
pub(super) fn remember_receipt(
    visit: &Visit,
    response: &mut Response,
    access: &Access,
    filed: &Filed,
) -> Result<(), Problem> {
    let text = serde_json::to_string(filed).map_err(|error| kernel::Fault::inconsistent("receipt", error))?;
    let sealed = visit.state.kit.keys.seal(SEALED_AS, access.case(), &text, &visit.state.ctx())?;
    put(visit, response, RECEIPT, &sealed, RECEIPT_LIFE.as_secs());
    Ok(())
}

/// Takes both out of the browser again.
pub(super) fn forget(visit: &Visit, response: &mut Response) {
    put(visit, response, TRACK, "", 0);
    put(visit, response, RECEIPT, "", 0);
}

fn put(visit: &Visit, response: &mut Response, name: &str, value: &str, seconds: i64) {
    let secure = if visit.state.config.secure_cookies { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The answer to a POST that went well: look at this page now.
pub(super) fn see(path: &str) -> Response {
    let mut response = axum::http::StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
