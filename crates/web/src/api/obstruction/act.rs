//! What the commands share: carried out, and how the report stands then, or what stands against it.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use domain::obstruction::Command;
use kernel::{Locale, Refusal};
use services::{Error, matter};

use super::open;
use crate::api::{
    auth::Staff,
    commands::{Outcome, changed_since},
    headers::etag,
    problem::Problem,
    state::Api,
};

pub(super) async fn carry_out(
    api: &Api,
    staff: Staff,
    id: &str,
    expected: Option<i64>,
    locale: Locale,
    command: Command,
) -> Result<Response, Problem> {
    let id = open::id(id)?;
    let subject = staff.subject.clone();
    let done = api
        .app
        .write(move |tx, kit, ctx| Ok(Outcome::of(&matter::act(tx, kit, ctx, &subject, id, expected, &command)?)));
    let error = match done.await {
        Ok(outcome) => return Ok(([etag(outcome.version)], Json(outcome)).into_response()),
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(error) => error,
    };
    let mut error = Some(error);
    let explained = api.app.read(move |tx, _, _| {
        // The closure runs once: a question on a snapshot meets no conflict.
        let error = error.take().unwrap_or_else(|| Refusal::not_permitted().into());
        changed_since(tx, &staff.subject, id, expected, locale, error)
    });
    Err(explained.await?)
}
