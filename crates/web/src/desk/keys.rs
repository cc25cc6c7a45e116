//! `/desk/keys`: the keyboard map, with the box that switches single keys off in this browser.

use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Redirect, Response},
};

use super::{Desk, Here, page::COOKIE_KEYS};
use crate::{
    forms::{Form, Submission},
    problem::Problem,
    view::{Frame, set_cookie},
};

#[derive(Template)]
#[template(path = "desk/keys.html")]
struct KeysPage {
    t: Frame,
    form: Form,
    keys: Vec<(Vec<&'static str>, String)>,
    off: bool,
}

/// Every key with what it does (ux.md §8).
const KEYS: [(&[&str], &str); 24] = [
    (&["/"], "desk-key-search"),
    (&["J", "K"], "desk-key-step"),
    (&["Enter"], "desk-key-open"),
    (&["Esc"], "desk-key-close"),
    (&["X"], "desk-key-tick"),
    (&["N"], "desk-key-register"),
    (&["G I"], "desk-key-inbox"),
    (&["G M"], "desk-key-matters"),
    (&["G O"], "desk-key-orders"),
    (&["G F"], "desk-key-follow-up"),
    (&["G H"], "desk-key-assist"),
    (&["G V"], "desk-key-recordings"),
    (&["G P"], "desk-key-obstructions"),
    (&["G D"], "desk-key-answers"),
    (&["G A"], "desk-key-admin"),
    (&["B"], "desk-key-back"),
    (&["1 – 6"], "desk-key-choose"),
    (&["C"], "desk-key-cause"),
    (&["S"], "desk-key-skip"),
    (&["R"], "desk-key-remind"),
    (&["V"], "desk-key-letter"),
    (&["L"], "desk-key-clocks"),
    (&["Ctrl+Enter"], "desk-key-confirm"),
    (&["?"], "desk-key-list"),
];

/// Days for which the choice is kept.
const KEPT: u32 = 365;

/// `GET /desk/keys`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let t = desk.t();
    let keys = KEYS.iter().map(|(keys, what)| (keys.to_vec(), t.say(what).text())).collect();
    let off = desk.keys_off;
    desk.visit.page(&KeysPage { t: desk.frame("desk-keys", Here::Nowhere), form: desk.visit.form(), keys, off })
}

/// `POST /desk/keys`: switches them on or off.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let reader = sent.reader();
    let on = reader.ticked("on");
    let mut response = Redirect::to("/desk/keys").into_response();
    if reader.finish(Some(())).is_ok() {
        let (value, days) = if on { ("on", 0) } else { ("off", KEPT) };
        let secure = desk.visit.state.config.secure_cookies;
        if let Some(cookie) = set_cookie(COOKIE_KEYS, value, Some(days), secure) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    Ok(response)
}
