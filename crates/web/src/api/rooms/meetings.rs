//! `/meetings`: joint meetings, called, kept and followed up.

use axum::{
    Json,
    extract::{FromRequest, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    access::Subject,
    meeting::{CommandKind, Meeting},
};
use kernel::{CaseId, CaseNumber, Ctx, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use services::{
    Error, Kit, matter,
    meeting::{self, NewItem},
};
use store::Tx;
use utoipa::{IntoParams, ToSchema};

use super::{
    act::{carry_out, id},
    meeting_bodies::{self, Act, CallMeeting},
    wire::{MeetingFull, RoomLine},
};
use crate::api::{
    auth::Staff,
    body::{Raw, Sent},
    commands::{Outcome, name, unknown},
    headers::{IfMatch, Lang, etag},
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// Which meetings.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MeetingQuery {
    /// Those that are over; those to come and followed up when it is missing.
    over: Option<bool>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// A page of meetings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeetingPage {
    /// The meetings, the one called last first.
    items: Vec<RoomLine>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

/// The meetings you may see.
#[utoipa::path(
    get,
    path = "/meetings",
    operation_id = "list-meetings",
    tag = "matters",
    params(MeetingQuery),
    security(("staff" = [])),
    responses((status = 200, description = "A page.", body = MeetingPage)),
)]
pub(crate) async fn list(
    State(api): State<Api>,
    staff: Staff,
    Asked(asked): Asked<MeetingQuery>,
) -> Result<Json<MeetingPage>, Problem> {
    let (cursor, size) = (query::cursor(asked.cursor.as_deref())?, query::size(asked.size)?);
    let over = asked.over.unwrap_or_default();
    let read = api.app.read(move |tx, _, _| {
        let page = meeting::list(tx, &staff.subject, over, cursor.as_ref(), size as usize)?;
        let items = page.items.iter().map(|(row, _)| RoomLine::of(row)).collect();
        Ok(MeetingPage { items, next: page.next.map(|next| next.encode()) })
    });
    Ok(Json(read.await?))
}

/// Call a meeting of your place.
#[utoipa::path(
    post,
    path = "/meetings",
    operation_id = "call-meeting",
    tag = "commands",
    security(("staff" = [])),
    request_body = CallMeeting,
    responses((status = 201, description = "It is called.", body = Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn call(
    State(api): State<Api>,
    staff: Staff,
    Sent(new): Sent<CallMeeting>,
) -> Result<Response, Problem> {
    let done = api.app.write(move |tx, kit, ctx| {
        let permit = meeting::office_of(&staff.subject)?;
        let id = meeting::call(tx, kit, ctx, &permit, new.clone())?;
        let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        Ok(Outcome::of_row(&row))
    });
    let outcome = done.await?;
    Ok((StatusCode::CREATED, [etag(outcome.version)], Json(outcome)).into_response())
}

/// A meeting with its agenda and what it decided.
#[utoipa::path(
    get,
    path = "/meetings/{id}",
    operation_id = "open-meeting",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The meeting.")),
    security(("staff" = [])),
    responses((status = 200, description = "The meeting.", body = MeetingFull, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn open(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let case = id(&text)?;
    let opened = api.app.read(move |tx, kit, ctx| meeting::open(tx, kit, ctx, &staff.subject, case));
    let view = opened.await.map_err(|error| Problem::from(error).hide())?;
    Ok(([etag(view.row.version)], Json(MeetingFull::of(&view, locale))).into_response())
}

pub(crate) async fn command(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path((text, command)): Path<(String, String)>,
    IfMatch(expected): IfMatch,
    request: Request,
) -> Result<Response, Problem> {
    let case = id(&text)?;
    let Raw(body): Raw<Value> = Raw::from_request(request, &api).await?;
    let kind = CommandKind::parse(&name(&command)).ok_or_else(|| unknown(&command))?;
    let act = meeting_bodies::read(kind, body, "").ok_or_else(|| unknown(&command))??;
    carry_out(&api, staff, (case, expected, locale), move |tx, kit, ctx, subject| {
        Ok(Outcome::of(&act_on(tx, kit, ctx, subject, (case, expected), &act)?))
    })
    .await
}

fn act_on(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, expected): (CaseId, Option<i64>),
    act: &Act,
) -> Result<Meeting, Error> {
    match act {
        Act::Command(command) => matter::act(tx, kit, ctx, subject, id, expected, command),
        Act::Decide(resolved) => meeting::decide(tx, kit, ctx, subject, (id, expected), resolved.clone()),
        Act::PutItem { kind, text, number } => {
            let number = number.as_ref().map(|number| CaseNumber::parse(number.as_str())).transpose();
            let number = number.map_err(|refusal| refusal.on("number"))?;
            let new = NewItem { kind: *kind, text: text.clone(), number };
            meeting::put_item(tx, kit, ctx, subject, (id, expected), new)
        }
    }
}
