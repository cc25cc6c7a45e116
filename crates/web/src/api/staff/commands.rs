//! `POST /matters/{id}/commands`: several commands in one transaction; all of them stand, or none.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{CaseId, Locale, Refusal};
use services::Error;

use super::open;
use crate::api::{
    auth::Staff,
    body::{Sent, body},
    commands::{CommandBody, Outcome, Prepared, changed_since, run},
    headers::{IfMatch, Lang, etag},
    problem::Problem,
    state::Api,
};

body! {
    /// Commands to one case, carried out in order.
    CommandsBody {
        /// 1 to 20 of them.
        commands: Vec<CommandBody>,
    } => Vec<Prepared>: commands
}

/// The most commands of one request.
const MOST: usize = 20;

/// Give several commands in one transaction: all of them stand, or none. What each does stands under its own address.
#[utoipa::path(
    post,
    path = "/matters/{id}/commands",
    operation_id = "commands",
    tag = "commands",
    params(
        ("id" = uuid::Uuid, Path, description = "The case."),
        ("If-Match" = String, Header, description = "The version you saw, in quotes as `ETag` gave it; `*` for the case as it stands."),
    ),
    security(("staff" = [])),
    request_body = CommandsBody,
    responses((status = 200, description = "How the case stands now.", body = Outcome, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
    IfMatch(expected): IfMatch,
    Sent(commands): Sent<CommandsBody>,
) -> Result<Response, Problem> {
    let id = open::id(&id)?;
    if commands.is_empty() || commands.len() > MOST {
        return Err(Refusal::invalid("commands", "api-commands-count").with("max", MOST).into());
    }
    carry_out(&api, &staff, id, expected, locale, commands).await
}

/// Carries commands out and tells how the case stands, or what stands against it.
pub(super) async fn carry_out(
    api: &Api,
    staff: &Staff,
    id: CaseId,
    expected: Option<i64>,
    locale: Locale,
    commands: Vec<Prepared>,
) -> Result<Response, Problem> {
    let subject = staff.subject.clone();
    let done = api.app.write(move |tx, kit, ctx| run(tx, kit, ctx, &subject, id, expected, &commands)).await;
    let error = match done {
        Ok(outcome) => return Ok(([etag(outcome.version)], Json(outcome)).into_response()),
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(error) => error,
    };
    let (subject, mut error) = (staff.subject.clone(), Some(error));
    let explained = api.app.read(move |tx, _, _| {
        // The closure runs once: a question on a snapshot meets no conflict.
        let error = error.take().unwrap_or_else(|| Refusal::not_permitted().into());
        changed_since(tx, &subject, id, expected, locale, error)
    });
    Err(explained.await?)
}
