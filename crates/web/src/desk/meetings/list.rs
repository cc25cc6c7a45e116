//! The lists: what the reader's unit owes, the meetings that run, those that are over.

use axum::{extract::Query, response::Response};
use domain::{
    access::{Action, Bound, list_scope},
    meeting::{Meeting, Stage},
    owed::State,
};
use jiff::Timestamp;
use kernel::{Cursor, Refusal};
use services::{
    Error,
    matter::MatterRow,
    meeting::{self, Owed},
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
const MEETINGS: [&str; 5] = ["meetings-what", "meetings-day", "meetings-decided", "meetings-due", "meetings-stage"];
const OWED: [&str; 4] = ["meetings-owed-what", "meetings-of", "meetings-due", "meetings-do"];

const ROOM: Room = Room { word: "meetings", here: Here::Meetings, icon: "users", tabs: ["owed", "open", "over"] };

/// `GET /desk/meetings`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if list_scope(subject, Action::ReadMeeting) == Bound::Never {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let calls = meeting::office_of(subject).is_ok();
    let (over, cursor) = (asked.tab == "over", Cursor::decode(&asked.cursor));
    let found = desk.read(move |tx, _, _, subject| {
        let owed = meeting::owed(tx, subject)?;
        let page = meeting::list(tx, subject, over, cursor.as_ref(), PAGE)?;
        Ok((owed, page))
    });
    let (owed, page) = found.await?;
    // Whoever owes something and calls nothing comes to that first.
    let tab = match asked.tab.as_str() {
        "" if !calls && !owed.is_empty() => "owed",
        "" => "open",
        tab => tab,
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let (columns, rows): (&[&str], Vec<Row>) = match tab {
        "owed" => (&OWED, owed.iter().map(|one| owed_row(t, one, now)).collect()),
        _ => (&MEETINGS, page.items.iter().map(|one| meeting_row(t, one, now)).collect()),
    };
    let begin = calls.then_some("meetings-call");
    desk.visit.page(&ROOM.page(&desk, (tab, owed.len()), (columns, rows), page.next, begin))
}

fn meeting_row(t: Say, (row, state): &(MatterRow, Meeting), now: Timestamp) -> Row {
    let href = format!("/desk/meetings/{}", row.id());
    let settled = state.decisions.iter().filter(|one| one.state() == State::Settled).count();
    let decided = match state.stage() {
        Stage::Called => t.say("meetings-items").with("count", state.items.len()),
        _ => t.say("meetings-settled").with("done", settled).with("all", state.decisions.len()),
    };
    let due = match &row.due {
        Some(due) => Cell::chip(when::of_due(t, Some(due), now)),
        None => Cell::text("—"),
    };
    Row {
        cells: vec![
            Cell::title(state.called.title.as_str(), href).small(row.number.to_string()),
            Cell::text(t.full_date(state.called.on)).small(state.called.place.to_string()),
            Cell::text(decided),
            due,
            Cell::text(t.message(&state.stage().message()).text()),
        ],
        current: false,
    }
}

fn owed_row(t: Say, one: &Owed, now: Timestamp) -> Row {
    let no = one.decision.no;
    let href = format!("/desk/meetings/{}?do=answer&which={no}#decision-{no}", one.row.id());
    let since = kernel::beijing_date(one.decision.at);
    let due = one.decision.due().map(|day| when::of_day(t, (since, day), kernel::beijing_date(now)));
    Row {
        cells: vec![
            Cell::title(one.decision.resolved.text.as_str(), href.as_str()),
            Cell::text(one.row.title.clone()).small(one.row.number.to_string()),
            due.map_or_else(|| Cell::text("—"), Cell::chip),
            Cell::link(t.say("command-meeting-answer"), href),
        ],
        current: false,
    }
}
