//! `/desk/keys`: the keyboard map, with the box that switches single keys off on this machine.

use askama::Template;
use axum::response::Response;

use super::{Desk, Here};
use crate::{problem::Problem, view::Frame};

#[derive(Template)]
#[template(path = "desk/keys.html")]
struct KeysPage {
    t: Frame,
    keys: Vec<(&'static str, String)>,
}

const KEYS: [(&str, &str); 10] = [
    ("/", "desk-key-search"),
    ("J K", "desk-key-step"),
    ("Enter", "desk-key-open"),
    ("N", "desk-key-register"),
    ("G I", "desk-key-inbox"),
    ("G M", "desk-key-matters"),
    ("G O", "desk-key-orders"),
    ("B", "desk-key-back"),
    ("Ctrl+Enter", "desk-key-confirm"),
    ("?", "desk-key-list"),
];

/// `GET /desk/keys`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let t = desk.t();
    let keys = KEYS.iter().map(|(key, what)| (*key, t.say(what).text())).collect();
    desk.visit.page(&KeysPage { t: desk.frame("desk-keys", Here::Nowhere), keys })
}
