//! `/desk/doorstep`: the agent's list and registration form, also without signal (A7). See docs/adr/0013.
//!
//! The page is a plain form of the server. With script it becomes an application of the device: the worker ([`worker`]) keeps the
//! shell, the device keeps drafts sealed under a key that only a session releases ([`state`]), and sends them by [`send`] when
//! there is a connection. Both ways end in the same use case as `/desk/register`.

mod form;
mod page;
mod row;
mod send;
mod state;
mod taken;
mod words;
mod worker;

use axum::{Router, routing::get, routing::post};
use domain::petition::Petition;

use crate::{i18n::Say, state::AppState};

/// The routes behind the session.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/doorstep", get(page::get).post(page::post))
        .route("/desk/doorstep/state", get(state::get))
        .route("/desk/doorstep/files", post(send::files))
        .route("/desk/doorstep/send", post(send::post))
}

/// What holds nobody's data and is asked for without a session: the shell, the worker, the manifest.
pub(super) fn open_routes() -> Router<AppState> {
    Router::new()
        .route(worker::SHELL, get(page::shell))
        .route("/desk/doorstep/manifest.webmanifest", get(worker::manifest))
        .route("/desk/sw.js", get(worker::get))
}

/// From how many seconds on a device's wrong clock is worth a word.
const WORTH_A_WORD: i64 = 60;

/// Both times of a matter taken down on a device, for its page; empty for any other.
pub(super) fn taken(t: Say, petition: &Petition) -> String {
    let Some(device) = &petition.device else { return String::new() };
    let both = t.say("doorstep-taken").with("done", t.moment(device.done_at));
    let both = both.with("arrived", t.moment(petition.registered_at)).text();
    let skew = device.skew.unwrap_or(0);
    let more = if petition.received_at == petition.registered_at && device.corrected() != petition.received_at {
        t.say("doorstep-taken-not-believed").text()
    } else if skew.abs() >= WORTH_A_WORD {
        let key = if skew > 0 { "doorstep-taken-fast" } else { "doorstep-taken-slow" };
        let received = t.moment(petition.received_at);
        t.say(key).with("minutes", (skew.abs() + 30) / 60).with("received", received).text()
    } else {
        return both;
    };
    let gap = if t.lang() == "en" { " " } else { "" };
    format!("{both}{gap}{more}")
}
