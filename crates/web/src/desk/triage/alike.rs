//! `POST /desk/triage/{id}/alike`: the ticked look-alikes have one cause with this matter, or none of them is the same. Both
//! keep their numbers and their own answers.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use kernel::CaseId;
use services::cause;

use crate::{desk::Desk, forms::Submission, problem::Problem};

/// `step=link` or `step=apart`; then back to the same matter, which asks for a tick when nothing was ticked.
pub(crate) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    if sent.is_refused() {
        sent.reader().finish(Some(())).map_err(|errors| Problem::Refused(errors.refusals().to_vec()))?;
    }
    let link = sent.raw("step") == "link";
    // None of them: all that were shown, ticked or not.
    let name = if link { "other" } else { "shown" };
    let others: Vec<CaseId> =
        sent.pairs().filter(|(field, _)| *field == name).filter_map(|(_, value)| value.parse().ok()).collect();
    if others.is_empty() {
        return Ok(Redirect::to(&desk.onwards(&format!("/desk/triage/{id}"), &[("alike", "none")])).into_response());
    }
    desk.write(move |tx, kit, ctx, subject| {
        if link {
            cause::link(tx, kit, ctx, subject, id, &others)
        } else {
            cause::tell_apart(tx, kit, ctx, subject, id, &others)
        }
    })
    .await?;
    let said = if link { "linked" } else { "apart" };
    Ok(Redirect::to(&desk.onwards(&format!("/desk/triage/{id}"), &[("alike", said)])).into_response())
}
