//! `GET /desk/doorstep/state`: all that the device needs to work on without us, for whoever is signed in.

use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use domain::people::Role;
use serde::Serialize;
use services::secrets::Purpose;

use super::row::{self, RowBody};
use crate::{
    desk::{Desk, register},
    problem::Problem,
};

#[derive(Serialize)]
struct State {
    /// Whose drafts these are.
    user: String,
    /// Her name, for the head of the page.
    name: String,
    /// Our clock.
    now: String,
    /// The time of day, as said.
    time: String,
    /// The token for what is sent.
    csrf: String,
    /// The key that seals what the device keeps for her.
    key: String,
    /// Whether a mandate can be given to her.
    agent: bool,
    /// Places she may register for: code and name.
    places: Vec<(String, String)>,
    /// Grids inside them.
    grids: Vec<register::GridChoice>,
    /// Her list.
    rows: Vec<RowBody>,
    /// Bytes of one file, and how many files.
    file: usize,
    count: usize,
}

/// The key for her drafts: made of the house's secret and her id, the same on every device and after every key change, and told
/// only to her own session. Whoever finds the device signed out finds nothing to open.
fn key(desk: &Desk) -> String {
    let user = desk.who.user();
    let message = [b"doorstep ".as_slice(), user.0.as_bytes()].concat();
    BASE64.encode(desk.visit.state.kit.keys.sign(Purpose::Device, &message).0)
}

/// The state, never kept by anything between us and the page.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let (t, own, tab, home) = (desk.t(), desk.who.me.staff.org, row::tab(&desk), register::home(&desk));
    let now = desk.visit.state.clock.now();
    let read = desk.read(move |tx, _, _, subject| {
        let places = home.as_ref().map(|home| register::places(tx, home)).transpose()?.unwrap_or_default();
        let grids = home.as_ref().map(|home| register::grids(tx, home)).transpose()?.unwrap_or_default();
        Ok((places, grids, row::list(tx, subject, (t, own), tab, now)?))
    });
    let (places, grids, rows) = read.await?;
    let limits = desk.visit.state.config.limits;
    let state = State {
        user: desk.who.user().to_string(),
        name: desk.who.me.staff.name.reveal().to_owned(),
        now: now.to_string(),
        time: t.time(now),
        csrf: desk.visit.csrf_token(),
        key: key(&desk),
        agent: desk.who.has(Role::Agent),
        places,
        grids,
        rows,
        file: limits.file.min(services::attachment::Limits::default().file_bytes.try_into().unwrap_or(usize::MAX)),
        count: limits.count,
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(state)).into_response())
}
