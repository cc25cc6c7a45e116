//! `/desk/sessions`: where one is signed in, and ending what one does not know.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use services::auth::{self, Kind, SessionInfo};

use crate::{
    desk::{Desk, Here},
    forms::{Form, Submission},
    problem::Problem,
    view::Frame,
};

struct Row {
    id: String,
    label: String,
    since: String,
    seen: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "desk/sessions.html")]
struct SessionsPage {
    t: Frame,
    form: Form,
    rows: Vec<Row>,
}

fn row(desk: &Desk, session: &SessionInfo) -> Row {
    let t = desk.t();
    let kind = match session.kind {
        Kind::Browser => t.say("desk-session-browser"),
        Kind::Token => t.say("desk-session-token"),
    };
    Row {
        id: session.id.to_string(),
        label: kind.with("label", &session.label).text(),
        since: t.moment(session.created_at),
        seen: t.moment(session.seen_at),
        current: session.id == desk.who.session.id,
    }
}

/// `GET /desk/sessions`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let (ctx, user) = (desk.visit.state.ctx(), desk.who.user());
    let sessions = desk.visit.state.store.read(move |tx| auth::list_sessions(tx, &ctx, user)).await?;
    desk.visit.page(&SessionsPage {
        t: desk.frame("desk-sessions-title", Here::Nowhere),
        form: desk.visit.form(),
        rows: sessions.iter().map(|session| row(&desk, session)).collect(),
    })
}

/// `POST /desk/sessions`: ends one of them.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let session =
        reader.field("session", |field, text| text.parse().map_err(|_| kernel::Refusal::invalid(field, "form-broken")));
    if let Ok(session) = reader.finish(session) {
        let user = desk.who.user();
        desk.visit.state.store.write(move |tx| auth::end(tx, user, session)).await?;
    }
    Ok(Redirect::to("/desk/sessions").into_response())
}
