//! `/errands`: errands handed to a service window, noted without anybody's name.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    access::{self, actions::NoteErrand},
    errand::{ErrandKind, Handed},
};
use kernel::{DivisionCode, Refusal};
use serde::Serialize;
use services::errand::{self, ErrandForm};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::{
    auth::Staff,
    body::{Sent, Words, body},
    headers::Lang,
    problem::Problem,
    state::Api,
    wire::Coded,
};

/// So many days are shown and counted, as at the desk.
const BACK: i64 = 30;
/// As many as anybody reads.
const MOST: u32 = 200;

/// An errand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrandLine {
    /// On which day.
    on: String,
    /// Where.
    division: String,
    /// By which point or station.
    org: Uuid,
    /// What it was.
    kind: Coded,
    /// How it was handed.
    handed: Coded,
    /// To which window.
    window: String,
    /// What else.
    note: Option<String>,
}

/// The errands of the last thirty days.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrandList {
    /// The newest first.
    items: Vec<ErrandLine>,
}

/// The widest division over which one of her roles lets her note errands.
fn home(staff: &Staff) -> Result<DivisionCode, Refusal> {
    let grants = staff.subject.staff().into_iter().flat_map(access::StaffSubject::grants);
    let may = |division: &&DivisionCode| access::permit::<NoteErrand>(&staff.subject, *division).is_ok();
    let places = grants.map(|grant| &grant.division).filter(may);
    places.min_by_key(|division| division.as_str().len()).cloned().ok_or_else(Refusal::not_permitted)
}

/// The errands noted in your place in the last thirty days.
#[utoipa::path(
    get,
    path = "/errands",
    operation_id = "list-errands",
    tag = "matters",
    security(("staff" = [])),
    responses((status = 200, description = "The errands.", body = ErrandList)),
)]
pub(crate) async fn list(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
) -> Result<Json<ErrandList>, Problem> {
    let home = home(&staff)?;
    let rows = api.app.read(move |tx, _, ctx| {
        let from = ctx.today().saturating_sub(jiff::Span::new().days(BACK));
        Ok(errand::list(tx, &home, from, MOST)?)
    });
    let line = |row: &errand::ErrandRow| ErrandLine {
        on: row.on.to_string(),
        division: row.division.to_string(),
        org: row.org.0,
        kind: Coded::new(row.errand.kind.name(), &row.errand.kind.message(), locale),
        handed: Coded::new(row.errand.handed.name(), &row.errand.handed.message(), locale),
        window: row.errand.window.to_string(),
        note: row.errand.note.as_ref().map(ToString::to_string),
    };
    Ok(Json(ErrandList { items: rows.await?.iter().map(line).collect() }))
}

body! {
    /// An errand of today.
    NewErrand {
        /// Where: a division code.
        division: String,
        /// What it was.
        kind: ErrandKind,
        /// How it was handed.
        handed: Handed,
        /// To which window.
        window: Words<60>,
        /// What else; nobody's name.
        note: Option<Words<200>>,
    } => ErrandForm: ErrandForm {
        division,
        kind: kind.name().to_owned(),
        handed: handed.name().to_owned(),
        window: window.to_string(),
        note: note.map(|note| note.to_string()).unwrap_or_default(),
    }
}

/// That an errand was noted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrandDone {
    /// Its id.
    id: Uuid,
}

/// Note an errand of today for your office.
#[utoipa::path(
    post,
    path = "/errands",
    operation_id = "note-errand",
    tag = "commands",
    security(("staff" = [])),
    request_body = NewErrand,
    responses((status = 201, description = "It is noted.", body = ErrandDone)),
)]
pub(crate) async fn note(
    State(api): State<Api>,
    staff: Staff,
    Sent(form): Sent<NewErrand>,
) -> Result<(StatusCode, Json<ErrandDone>), Problem> {
    let done = api.app.write(move |tx, _, ctx| {
        let (division, errand) = form.parse()?;
        let permit = access::permit::<NoteErrand>(&staff.subject, &division)?;
        let org = staff.subject.staff().ok_or_else(Refusal::not_permitted)?.org();
        Ok(ErrandDone { id: errand::note(tx, ctx, &permit, (&division, org), &errand)? })
    });
    Ok((StatusCode::CREATED, Json(done.await?)))
}
