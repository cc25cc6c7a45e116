//! The lists: what the reader's unit owes, the clusters at work, those that are over.

use axum::{extract::Query, response::Response};
use domain::cluster::Cluster;
use jiff::Timestamp;
use kernel::{Cursor, Refusal};
use services::{
    Error,
    cluster::{self, Owed},
    matter::MatterRow,
};

use super::shown;
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
const CLUSTERS: [&str; 5] = ["clusters-what", "clusters-members", "clusters-plan", "clusters-due", "clusters-stage"];
const OWED: [&str; 4] = ["clusters-owed-what", "clusters-of", "clusters-due", "clusters-do"];

const ROOM: Room = Room { word: "clusters", here: Here::Clusters, icon: "users", tabs: ["owed", "open", "over"] };

/// `GET /desk/clusters`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let subject = desk.who.subject();
    if !shown(subject) {
        return Err(Problem::from(Error::from(Refusal::not_permitted())));
    }
    let founds = cluster::office_of(subject).is_ok();
    let (over, cursor) = (asked.tab == "over", Cursor::decode(&asked.cursor));
    let found = desk.read(move |tx, _, _, subject| {
        let owed = cluster::owed(tx, subject)?;
        let page = cluster::list(tx, subject, over, cursor.as_ref(), PAGE)?;
        Ok((owed, page))
    });
    let (owed, page) = found.await?;
    // Whoever owes something and founds nothing comes to that first.
    let tab = match asked.tab.as_str() {
        "" if !founds && !owed.is_empty() => "owed",
        "" => "open",
        tab => tab,
    };
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let (columns, rows): (&[&str], Vec<Row>) = match tab {
        "owed" => (&OWED, owed.iter().map(|one| owed_row(t, one, now)).collect()),
        _ => (&CLUSTERS, page.items.iter().map(|one| cluster_row(t, one, now)).collect()),
    };
    let begin = founds.then_some("clusters-found");
    desk.visit.page(&ROOM.page(&desk, (tab, owed.len()), (columns, rows), page.next, begin))
}

fn cluster_row(t: Say, (row, state): &(MatterRow, Cluster), now: Timestamp) -> Row {
    let href = format!("/desk/clusters/{}", row.id());
    let planned = state.steps.iter().filter(|step| step.dropped.is_none());
    let (done, steps) = planned.fold((0, 0), |(done, all), step| (done + u32::from(step.is_over()), all + 1));
    let due = match &row.due {
        Some(due) => Cell::chip(when::of_due(t, Some(due), now)),
        None => Cell::text("—"),
    };
    Row {
        cells: vec![
            Cell::title(state.founded.title.as_str(), href).small(row.number.to_string()),
            Cell::text(t.say("clusters-count").with("count", state.current().count())),
            Cell::text(t.say("clusters-steps").with("done", done).with("all", steps)),
            due,
            Cell::text(t.message(&state.stage().message()).text()),
        ],
        current: false,
    }
}

fn owed_row(t: Say, one: &Owed, now: Timestamp) -> Row {
    let no = one.step.no;
    let href = format!("/desk/clusters/{}?do=answer&which={no}#step-{no}", one.row.id());
    let since = kernel::beijing_date(one.row.received_at);
    Row {
        cells: vec![
            Cell::title(one.step.text.as_str(), href.as_str()),
            Cell::text(one.row.title.clone()).small(one.row.number.to_string()),
            Cell::chip(when::of_day(t, (since, one.step.due), kernel::beijing_date(now))),
            Cell::link(t.say("command-cluster-answer"), href),
        ],
        current: false,
    }
}
