//! `/desk/recordings`: what came as a recording and nobody has written down yet, the longest waiting first.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Role;
use jiff::Timestamp;
use services::attachment::{self, Unwritten};

use super::{Desk, Here, rows};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Cell, Column, DataTable, EmptyState, Icon, Row, RowGroup},
    view::Frame,
};

/// How many are shown; they are worked off from the top.
const MOST: usize = 100;

#[derive(Template)]
#[template(path = "desk/recordings.html")]
struct RecordingsPage {
    t: Frame,
    table: Option<DataTable>,
    empty: Option<EmptyState>,
}

/// Whether she takes down what others say.
pub(super) fn may_write_down(desk: &Desk) -> bool {
    [Role::Registrar, Role::StationLead, Role::BureauOfficer, Role::Agent].into_iter().any(|role| desk.who.has(role))
}

/// `GET /desk/recordings`; whoever takes nothing down is shown her own inbox.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    if !may_write_down(&desk) {
        return Ok(Redirect::to("/desk").into_response());
    }
    let found = desk.read(|tx, _, _, subject| Ok(attachment::unwritten(tx, subject, MOST)?)).await?;
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    desk.visit.page(&RecordingsPage {
        t: desk.frame("recordings-title", Here::Recordings),
        empty: found.is_empty().then(|| EmptyState {
            icon: Icon::outline("microphone"),
            title: t.say("recordings-none").into(),
            text: t.say("recordings-none-text").into(),
            link: None,
        }),
        table: (!found.is_empty()).then(|| table(t, &found, now)),
    })
}

fn table(t: Say, found: &[Unwritten], now: Timestamp) -> DataTable {
    let row = |one: &Unwritten| {
        let days = (kernel::beijing_date(now) - kernel::beijing_date(one.at)).get_days();
        let sheet = format!("/desk/matters/{}/files/{}/transcript", one.row.id(), one.file);
        Row {
            cells: vec![
                Cell::title(one.row.title.as_str(), rows::place(&one.row)).small(rows::meta(t, &one.row)),
                Cell::text(t.moment(one.at)).small(t.say("recordings-waits").with("days", days)),
                Cell::text(t.say(&rows::stage_key(&one.row)).text()),
                Cell::link(t.say("recordings-do"), sheet),
            ],
            current: false,
        }
    };
    let columns = ["desk-col-matter", "recordings-col-since", "recordings-col-stage", "desk-col-do"];
    DataTable {
        caption: t.say("recordings-title").text(),
        columns: columns.map(|key| Column::new(t.say(key))).into(),
        groups: vec![RowGroup {
            title: t.say("recordings-group").into(),
            note: t.say("desk-group-count").with("count", found.len()).into(),
            rows: found.iter().map(row).collect(),
        }],
    }
}
