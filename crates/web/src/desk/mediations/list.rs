//! The lists: what waits for the reader, what runs, what is over.

use axum::{extract::Query, response::Response};
use domain::{
    access::{Action, Bound, list_scope},
    mediation::Stage,
};
use jiff::Timestamp;
use kernel::{Cursor, Refusal};
use services::{
    Error,
    mediation::{self, Listed},
};

use crate::{
    desk::{
        Desk, Here,
        room::{Asked, Room},
        when,
    },
    i18n::Say,
    problem::Problem,
    ui::{Cell, Row},
};

const PAGE: usize = 30;
const COLUMNS: [&str; 5] =
    ["mediations-what", "mediations-topic", "mediations-mediator", "mediations-due", "mediations-stage"];

const ROOM: Room = Room { word: "mediations", here: Here::Mediations, icon: "scale", tabs: ["mine", "open", "over"] };

/// `GET /desk/mediations`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if list_scope(subject, Action::ReadMediation) == Bound::Never {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let opens = mediation::may_open(subject).is_ok();
    let (over, cursor) = (asked.tab == "over", Cursor::decode(&asked.cursor));
    let found = desk.read(move |tx, _, _, subject| {
        let waiting = mediation::waiting(tx, subject)?;
        Ok((waiting, mediation::list(tx, subject, over, cursor.as_ref(), PAGE)?))
    });
    let (waiting, page) = found.await?;
    let tab = match asked.tab.as_str() {
        "open" => "open",
        "over" => "over",
        "" if waiting.is_empty() => "open",
        _ => "mine",
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let shown = if tab == "mine" { &waiting } else { &page.items };
    let rows = shown.iter().map(|one| row(t, one, now)).collect();
    let begin = opens.then_some("mediations-new");
    desk.visit.page(&ROOM.page(&desk, (tab, waiting.len()), (&COLUMNS, rows), page.next, begin))
}

fn row(t: Say, (row, state): &Listed, now: Timestamp) -> Row {
    let href = format!("/desk/mediations/{}", row.id());
    let who = if state.asked_other.is_some() {
        t.say("mediations-asked-other").text()
    } else if state.mediator.is_some() {
        t.say("mediations-named").with("count", state.hands().count()).text()
    } else {
        t.say("mediations-unnamed").text()
    };
    let due = match &row.due {
        Some(due) if state.stage() != Stage::Archived => Cell::chip(when::of_due(t, Some(due), now)),
        _ => Cell::text("—"),
    };
    Row {
        cells: vec![
            Cell::title(state.opened.title.as_str(), href).small(state.opened.file.to_string()),
            Cell::text(t.message(&state.opened.topic.message()).text()),
            Cell::text(who),
            due,
            Cell::text(t.message(&state.stage().message()).text()),
        ],
        current: false,
    }
}
