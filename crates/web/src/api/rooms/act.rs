//! What acting in a room shares: carried out in one transaction, and how it stands then, or what stands against it.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use domain::access::Subject;
use kernel::{CaseId, Ctx, Locale, Refusal};
use services::{Error, Kit};
use store::Tx;

use crate::api::{
    auth::Staff,
    commands::{Outcome, changed_since},
    headers::etag,
    problem::Problem,
    state::Api,
};

/// The id in a path; one that cannot be is answered like one that is not there.
pub(super) fn id(text: &str) -> Result<CaseId, Problem> {
    text.parse().map_err(|_| Problem::hidden())
}

/// Carries out `run` on the case `id`; what changed since `expected` is told when that was old.
pub(super) async fn carry_out(
    api: &Api,
    staff: Staff,
    (id, expected, locale): (CaseId, Option<i64>, Locale),
    run: impl Fn(&mut Tx, &Kit, &Ctx, &Subject) -> Result<Outcome, Error> + Send + 'static,
) -> Result<Response, Problem> {
    let subject = staff.subject.clone();
    let done = api.app.write(move |tx, kit, ctx| run(tx, kit, ctx, &subject));
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
