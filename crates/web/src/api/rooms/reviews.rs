//! `/reviews`: review and recheck as the office above works on them, and a request handed in for her.

use axum::{
    Json,
    extract::{FromRequest, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::review::CommandKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use services::{matter, review};
use utoipa::{IntoParams, ToSchema};

use super::{
    act::{carry_out, id},
    review_bodies::{self, AskReview},
    wire::{ReviewFull, RoomLine},
};
use crate::api::{
    auth::Staff,
    body::{Raw, Sent},
    commands::{Outcome, name, unknown},
    headers::{IfMatch, Lang, etag},
    problem::Problem,
    query::Asked,
    state::Api,
};

/// As many as a desk shows.
const MOST: i64 = 200;

/// Which reviews.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReviewQuery {
    /// `open` (the default), `over`, or `owed`: those whose file your unit has not sent.
    which: Option<String>,
}

/// Reviews of one kind.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewList {
    /// The reviews, the most urgent first.
    items: Vec<RoomLine>,
}

/// The reviews that wait for your office, those that are over, or those whose file your unit owes.
#[utoipa::path(
    get,
    path = "/reviews",
    operation_id = "list-reviews",
    tag = "matters",
    params(ReviewQuery),
    security(("staff" = [])),
    responses((status = 200, description = "The reviews.", body = ReviewList)),
)]
pub(crate) async fn list(
    State(api): State<Api>,
    staff: Staff,
    Asked(asked): Asked<ReviewQuery>,
) -> Result<Json<ReviewList>, Problem> {
    let read = api.app.read(move |tx, _, _| {
        let rows = match asked.which.as_deref() {
            Some("owed") => review::files_owed(tx, &staff.subject, MOST)?,
            which => review::waiting(tx, &staff.subject, which == Some("over"), MOST)?,
        };
        Ok(ReviewList { items: rows.iter().map(RoomLine::of).collect() })
    });
    Ok(Json(read.await?))
}

/// A review. The look is put on record first.
#[utoipa::path(
    get,
    path = "/reviews/{id}",
    operation_id = "open-review",
    tag = "matters",
    params(("id" = uuid::Uuid, Path, description = "The review.")),
    security(("staff" = [])),
    responses((status = 200, description = "The review.", body = ReviewFull, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn open(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let case = id(&text)?;
    let opened = api.app.write(move |tx, kit, ctx| review::open(tx, kit, ctx, &staff.subject, case));
    let view = opened.await.map_err(|error| Problem::from(error).hide())?;
    Ok(([etag(view.row.version)], Json(ReviewFull::of(&view, locale))).into_response())
}

/// Hand in a request for her: as her agent what she signed, at a window what she wrote. The petition is named.
#[utoipa::path(
    post,
    path = "/matters/{id}/reviews",
    operation_id = "ask-review",
    tag = "commands",
    params(
        ("id" = uuid::Uuid, Path, description = "The petition."),
        ("If-Match" = String, Header, description = "The version of the petition you saw, in quotes; `*` for it as it stands."),
    ),
    security(("staff" = [])),
    request_body = AskReview,
    responses((status = 201, description = "It was handed in; how the review stands.", body = Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn ask(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(text): Path<String>,
    IfMatch(expected): IfMatch,
    Sent(new): Sent<AskReview>,
) -> Result<Response, Problem> {
    let case = id(&text)?;
    let mut answer = carry_out(&api, staff, (case, expected, locale), move |tx, kit, ctx, subject| {
        let review = review::ask_for(tx, kit, ctx, subject, case, &new)?;
        // Said after the use case allowed it: whoever may not ask learns nothing of versions. The transaction is undone.
        let now = matter::find_by_id(tx, case)?.map_or(0, |row| row.version);
        match expected.filter(|seen| *seen + 1 != now) {
            Some(seen) => Err(kernel::Refusal::stale().with("seen", seen).with("now", now).into()),
            None => Ok(Outcome::of(&review)),
        }
    })
    .await?;
    *answer.status_mut() = StatusCode::CREATED;
    Ok(answer)
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
    let act = review_bodies::read(kind, body, "").ok_or_else(|| unknown(&command))??;
    carry_out(&api, staff, (case, expected, locale), move |tx, kit, ctx, subject| {
        Ok(Outcome::of(&review::act(tx, kit, ctx, subject, case, expected, &act)?))
    })
    .await
}
